"""Which forms of a name a document leaves behind as other names of an actor."""

from importers.document.other_names import other_names
from tests.importers.document.conftest import said

_CONTRACT = """Convention pluriannuelle d'objectifs

Entre
La Ville de La Courneuve, représentée par son maire, ci-après désignée « la Ville »,
Le Département de la Seine-Saint-Denis, ci-après désigné « le Département »,
et
L'association Maison Rouge (AMR), ci-après désignée « l'association »,

Article 1
La ville et l'association agissent. LE DÉPARTEMENT, puis le conseil départemental, soutient
l'Association. La Commune verse 20 000 euros en 2024. L'AMR rend compte.
"""


def test_what_a_text_calls_its_parties_is_no_other_name() -> None:
    reading = said(_CONTRACT).reading
    assert {actor.mention: actor.aliases for actor in reading.actors} == {
        "Ville de La Courneuve": (),
        "Département de la Seine-Saint-Denis": (),
        "association Maison Rouge": ("AMR",),
    }


def test_an_amount_given_by_a_party_called_for_short_keeps_its_actor() -> None:
    assert [amount.actor for amount in said(_CONTRACT).reading.amounts] == ["Ville de La Courneuve"]


def test_labels_and_forms_that_differ_by_case_accents_or_articles_are_left_out() -> None:
    labels = ("la Ville", "Commune", "l'association", "centre social", "Conseil départemental")
    forms = ("MISSION LOCALE DE L'AIN", "la Mission locale de l’Ain", "MLA", "mla", "Le Relais")
    assert other_names("Mission locale de l'Ain", (*labels, *forms)) == ("MLA", "Le Relais")
