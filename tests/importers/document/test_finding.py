"""What is found in small texts of several kinds; each answer is read there by eye."""

import pytest

from importers.document.finding.find import Found
from importers.document.model import Reading
from importers.document.read import ReadDocument
from tests.importers.document.conftest import Sample, said


def roles(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Roles by the fullest name, unnamed groups left out."""
    return {actor.called: actor.roles for actor in reading.actors if not actor.generic}


def dates(read: ReadDocument | Found) -> tuple[str | None, str | None, str | None, str | None]:
    """Kind, start, end and signature of the framework."""
    own = read.reading.framework
    assert own is not None
    return own.kind, own.start, own.end, own.signed


def test_a_signed_contract(sample: Sample) -> None:
    read = sample("contrat_local_de_sante")
    assert dates(read) == ("CLS", "2021-03-01", "2026-02-28", "2021-02-18")
    assert roles(read.reading) == {
        "Ville de Vierzon": ("SIGNATORY", "FUNDER"),
        "Agence régionale de santé Centre-Val de Loire": ("SIGNATORY", "FUNDER"),
        "Département du Cher": ("SIGNATORY",),
        "Centre hospitalier de Vierzon": ("SIGNATORY",),
        "Observatoire régional de la santé": ("MENTIONED",),
        "CAF du Cher": ("PARTNER",),
        "CPAM du Cher": ("PARTNER",),
        "MSA Beauce Cœur de Loire": ("PARTNER",),
        "association Les Mains Unies": ("PARTNER",),
    }
    assert [(body.name, body.level, body.frequency) for body in read.reading.bodies] == [
        ("comité de pilotage", "STRATEGIC", "YEARLY"),
        ("comité technique", "TECHNICAL", "QUARTERLY"),
    ]
    assert [(link.kind, link.relation) for link in read.reading.articulations] == [
        ("PRS", "PART_OF"),
        ("CONTRAT_DE_VILLE", "ARTICULATED_WITH"),
        ("CTG", "ARTICULATED_WITH"),
    ]


def test_who_signed_another_framework_does_not_sign_this_one(sample: Sample) -> None:
    """« la convention territoriale globale signée avec la CAF » in a contract on health."""
    assert "SIGNATORY" not in roles(sample("contrat_local_de_sante").reading)["CAF du Cher"]


def test_a_fiche_says_roles_by_its_labels(sample: Sample) -> None:
    read = sample("fiche_action")
    assert read.kind == "fiche action"
    assert dates(read) == ("FICHE", "2024-09", "2026-12", None)
    assert roles(read.reading) == {
        "Centre social Les Tilleuls": ("LEAD",),
        "CAF du Morbihan": ("FUNDER",),
        "Département": ("PARTNER",),
        "Mission locale du Pays de Lorient": ("PARTNER",),
        "association Graines de Lien": ("PARTNER",),
        "Lorient Agglomération": ("FUNDER",),
    }
    assert all(actor.labelled for actor in read.reading.actors)
    assert [need.label for need in read.reading.needs] == [
        "Un tiers des familles vit à plus de vingt minutes d'un lieu d'accueil (2022)"
    ]


def test_a_fiche_in_a_table(sample: Sample) -> None:
    read = sample("fiche_tableau")
    assert dates(read) == ("FICHE", "2024-01", "2025-06", None)
    assert roles(read.reading) == {
        "Communauté de communes Dronne et Belle": ("LEAD", "FUNDER"),
        "Mission locale du Haut Périgord": ("LEAD",),
        "Caf de la Dordogne": ("FUNDER",),
        "MSA Dordogne Lot et Garonne": ("PARTNER",),
        "Département": ("PARTNER",),
        "association La Palanquée": ("PARTNER",),
    }
    assert [action.name for action in read.reading.actions] == [
        "Créer un réseau des informateurs jeunesse"
    ]


def test_labels_stacked_by_a_broken_table_keep_their_contents() -> None:
    read = said(
        "Fiche action 3\n\nPublic visé\nPilote\nPartenaires\n\nfamilles du quartier\n"
        "Centre social Les Ormes\nCAF du Tarn, Ville d'Albi\n\nCalendrier\n\n2024"
    )
    assert roles(read.reading) == {
        "Centre social Les Ormes": ("LEAD",),
        "CAF du Tarn": ("PARTNER",),
        "Ville d'Albi": ("PARTNER",),
    }


def test_parties_may_be_a_list(sample: Sample) -> None:
    read = sample("contrat_ville_convention")
    assert dates(read) == ("CONTRAT_DE_VILLE", "2024", "2030-12-31", "2024-03-28")
    assert all("SIGNATORY" in told for told in roles(read.reading).values())
    assert len(read.reading.actors) == 7
    previous = read.reading.articulations[0]
    assert (previous.kind, previous.relation) == ("CONTRAT_DE_VILLE", "SUCCEEDS")


def test_the_dates_of_a_paper_that_is_only_cited_are_not_borrowed(sample: Sample) -> None:
    """The licence of the CAF runs 2021-2024, the convention 2022-2024."""
    assert dates(sample("cpo_association")) == (
        "CONVENTION",
        "2022-01-01",
        "2024-12-31",
        "2022-01-03",
    )


def test_an_amendment_puts_the_end_off(sample: Sample) -> None:
    assert dates(sample("avenant")) == ("CONVENTION", "2022", "2025-12-31", "2022-01-15")


def test_a_duration_from_a_day_gives_the_last_day(sample: Sample) -> None:
    """« Conclu pour trois ans à compter du 1er avril 2023 »."""
    assert dates(sample("protocole")) == ("PROTOCOLE", "2023-04-01", "2026-03-31", "2023-03-24")


def test_a_deliberation_speaks_of_the_framework_of_its_object(sample: Sample) -> None:
    """The old contract ends on 31 December 2022: that date is not the new one's."""
    read = sample("deliberation")
    assert read.kind == "délibération"
    assert dates(read) == ("CTG", "2023", "2026", None)
    assert roles(read.reading) == {
        "CAF de la Sarthe": ("SIGNATORY",),
        "Communauté de communes du Pays Fléchois": ("SIGNATORY",),
    }


def test_a_page_of_a_town(sample: Sample) -> None:
    read = sample("page_services")
    assert read.kind == "page"
    assert roles(read.reading) == {
        "CCAS de Saumur": ("LEAD",),
        "Commune de Saumur": ("SIGNATORY",),
        "Département de Maine-et-Loire": ("FUNDER",),
        "CAF de Maine-et-Loire": ("FUNDER",),
        "Secours populaire": ("MENTIONED",),
        "Restos du cœur": ("MENTIONED",),
        "association Solidarité Saumuroise": ("MENTIONED",),
        "CPAM": ("PARTNER",),
        "MSA": ("PARTNER",),
        "France Travail": ("PARTNER",),
        "mission locale du Saumurois": ("PARTNER",),
        "Saumur Val de Loire Agglomération": ("SIGNATORY",),
        "ARS Pays de la Loire": ("SIGNATORY",),
    }


def test_short_forms_join_the_name_that_the_text_gives() -> None:
    """An acronym in brackets, « ci-après », a bare head, initials: one actor each."""
    read = said(
        "Convention entre la Communauté de communes Sud Vendée Littoral (CCSVL) et la Caisse "
        "d'allocations familiales de la Vendée\n\nLa CCSVL accueille la CAF. La Caisse "
        "d'allocations familiales finance le relais."
    )
    assert [actor.called for actor in read.reading.actors] == [
        "Communauté de communes Sud Vendée Littoral",
        "Caisse d'allocations familiales de la Vendée",
    ]


def test_nothing_is_said_of_a_text_that_says_nothing() -> None:
    read = said("Le marché se tient chaque samedi sur la place, sauf en cas de pluie.")
    assert read.reading.actors == ()
    assert read.reading.bodies == ()
    assert read.reading.articulations == ()
    own = read.reading.framework
    assert own is not None
    assert (own.kind, own.start, own.end, own.signed) == (None, None, None, None)


@pytest.mark.parametrize(
    ("amount", "euros"),
    [
        ("12 000 €", 12000),
        ("12 k€", 12000),
        ("1,5 million d'euros", 1500000),
        ("850,50 euros", 850.5),
    ],
)
def test_amounts(amount: str, euros: float) -> None:
    read = said(f"La Ville de Niort verse {amount} à l'association.")
    assert [fact.amount for fact in read.reading.amounts] == [euros]


def test_who_is_financed_does_not_give_the_amount() -> None:
    text = "Elle finance le CCAS de Vire à hauteur de 48 500 € (2024)."
    (amount,) = said(f"Convention de la CAF\n\n{text}").reading.amounts
    assert (amount.actor, amount.year) == (None, 2024)


def test_themes_come_with_the_words_that_say_them(sample: Sample) -> None:
    themes = sample("deliberation").reading.themes
    assert {theme.theme for theme in themes} == {
        "petite-enfance",
        "jeunesse",
        "acces-aux-droits",
        "vie-sociale-participation",
    }
    assert all("petite enfance" in theme.passage for theme in themes)
