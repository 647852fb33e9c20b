"""Laws of every reading, for texts put together at random from sentences of this page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from importers.document.finding.find import find
from importers.document.model import Fact, Reading
from importers.document.structure.clean import clean
from tests.importers.document.conftest import said

TITLES = (
    "CONVENTION TERRITORIALE GLOBALE 2022-2026",
    "Contrat local de santé de Vire",
    "Fiche action 3 : ouvrir un accueil",
    "AVENANT N° 1 À LA CONVENTION DE PARTENARIAT",
    "L’accueil des familles à Lorient",
    "Extrait du registre des délibérations",
)
LINES = (
    "Entre",
    "Et",
    "La Ville de Vire, représentée par son maire, Monsieur Paul ROUVIER,",
    "La CAF du Calvados (14), représentée par sa directrice,",
    "ci-après dénommée « la CAF »,",
    "Article 1 : durée",
    "Elle prend effet le 1er janvier 2022 pour une durée de trois ans.",
    "Le contrat de ville 2015-2020 s’achève le 31 décembre 2020.",
    "Porteur : CCAS de Vire",
    "Pilote | Ville de Vire | mission locale du Bessin",
    "Partenaires :",
    "- Tremplin Bocage ;",
    "• MSA Côtes Normandes, UFCV",
    "Financeurs : Département du Calvados (12 000 €), Ville de Vire / Bocage Habitat : 40 %",
    "Calendrier : de janvier à juin 2024",
    "Action | Porteur | État | Ville de Vire",
    "Permanence | CCAS de Vire | 4 000 € | 2 000 €",
    "La CAF du Calvados n’est pas signataire. Elle participe, avec l’appui du Département, au",
    "comité de pilotage, qui se réunit deux fois par an, et verse 5 000 €.",
    "En lien avec le centre social Les Ormes, l’association « Horizons » anime l’accueil.",
    "Les QPV Les Vernes et Centre-Ville comptent 30 % de jeunes sans emploi en 2019.",
    "Contact : Anne Rouvier, 02 31 00 00 00, accueil@exemple.fr",
    "La séance est ouverte par Mme la Maire Anne Rouvier, et le colonel Rouvier y assiste.",
    "Présents : Mme Rouvier (Ville de Vire), M. Paul Rouvier (CAF du Calvados)",
    "Anne Rouvier, présidente de l’association Horizons, signe la convention le 3 mai 2022.",
    "Les communes signataires : Vire, Cahors et Lorient.",
    "Vu la délibération du 3 mai 2022,",
    "L'accompagne-\nment des familles est assuré par le C.C.A.S.",
    "Fait à Vire, le cinq mai deux mille vingt-deux",
    "Pour la Ville de Vire\tPour la CAF du Calvados",
    "",
)

texts = st.builds(
    lambda title, lines, mark: mark.join([title, *lines]),
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(LINES), max_size=25),
    st.sampled_from(("\n", "\n\n", "\r\n")),
)


def single(text: str) -> str:
    """A text whose spaces and apostrophes have one shape, as passages are compared."""
    return " ".join(text.replace("’", "'").split())


def facts(reading: Reading) -> list[Fact]:
    """All the facts of a reading."""
    lists = (
        *(reading.actors, reading.themes, reading.territories, reading.bodies, reading.dates),
        *(reading.articulations, reading.amounts, reading.actions, reading.needs),
    )
    own = (reading.framework,) if reading.framework else ()
    return [*own, *(fact for each in lists for fact in each)]


@given(texts)
def test_what_is_read_is_quoted_from_the_text(text: str) -> None:
    reading, whole = said(text).reading, single(text)
    for fact in facts(reading):
        assert single(fact.passage) in whole
    for actor in reading.actors:
        assert single(actor.mention) in single(actor.passage)


@given(texts)
def test_a_text_is_read_the_same_way_twice(text: str) -> None:
    assert said(text) == said(text)


@settings(max_examples=300)
@given(texts)
def test_no_person_nor_contact_of_a_text_is_in_its_reading(text: str) -> None:
    told = said(text).reading.model_dump_json().lower()
    assert not any(word in told for word in ("rouvier", "02 31", "exemple.fr"))


@given(texts)
def test_an_actor_is_found_once_and_its_roles_are_told_apart(text: str) -> None:
    for actor in said(text).reading.actors:
        assert actor.roles
        assert len(set(actor.roles)) == len(actor.roles)
        assert not {"PARTNER", "MENTIONED"}.intersection(actor.roles) or len(actor.roles) == 1


@given(texts)
def test_dates_are_in_order(text: str) -> None:
    own = said(text).reading.framework
    if own and own.start and own.end:
        assert own.start[:4] <= own.end[:4]


WORDS = (
    *("Entre", "et", "la", "Ville", "de", "Vire", "CAF", "(CCBV)", "signé", "par", "le", "2022"),
    *("31", "février", "Porteur", ":", "|", "•", "-", "«", "»", "\n", ",", ".", ";", "(", ")", "€"),
    *("l'", "État", "QPV", "Les", "Vernes", "Mme", "financé", "12 000", "deux mille", "contrat"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from((" ", "")))
def test_no_order_of_words_stops_the_reader(words: list[str], mark: str) -> None:
    made = clean(mark.join(words))
    assert find(made, None) == find(made, None)
