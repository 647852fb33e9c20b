"""Who leads, from the words of a sentence."""

import pytest

from tests.importers.document.finding.answers import names, who

PAGE = "L'accueil des jeunes à Lorient\n\n"
LEAD = ["mission locale du Pays de Lorient"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le point d'accueil est géré par la mission locale du Pays de Lorient.",
        "Le point d'accueil est porté conjointement par la mission locale du Pays de Lorient.",
        "L'action, pilotée par la mission locale du Pays de Lorient, dure un an.",
        "Le réseau est animé par la mission locale du Pays de Lorient.",
        "Le réseau est coordonné par la mission locale du Pays de Lorient.",
        "L'enquête est menée par la mission locale du Pays de Lorient.",
        "Le point d'accueil a été mis en place par la mission locale du Pays de Lorient.",
        "Une démarche lancée par la mission locale du Pays de Lorient est en cours.",
        "Le point d'accueil ouvre sous l'égide de la mission locale du Pays de Lorient.",
        "Il ouvre sous la responsabilité de la mission locale du Pays de Lorient.",
        "Il est né à l'initiative de la mission locale du Pays de Lorient.",
        "Les pilotes sont la mission locale du Pays de Lorient.",
        "Le pilotage est confié à la mission locale du Pays de Lorient.",
        "La coordination du réseau revient à la mission locale du Pays de Lorient.",
        "Le volet insertion est confié à la mission locale du Pays de Lorient.",
        "Le chef de file est la mission locale du Pays de Lorient.",
        "Deux structures le portent : la mission locale du Pays de Lorient, pour une part.",
        "Il est bâti en commun par la mission locale du Pays de Lorient.",
        "Elle est présidée par la présidente de la mission locale du Pays de Lorient.",
    ],
)
def test_those_whom_words_of_leading_announce_lead(sentence: str) -> None:
    assert who("LEAD", PAGE + sentence) == LEAD


@pytest.mark.parametrize(
    "sentence",
    [
        "La mission locale du Pays de Lorient pilote l'action.",
        "La mission locale du Pays de Lorient portera l'action.",
        "La mission locale du Pays de Lorient coordonne le réseau.",
        "La mission locale du Pays de Lorient assure le pilotage de l'action.",
        "La mission locale du Pays de Lorient est le porteur de l'action.",
        "La mission locale du Pays de Lorient est chef de file.",
        "La mission locale du Pays de Lorient a créé un point d'accueil.",
        "La mission locale du Pays de Lorient a mis en place un point d'accueil.",
        "La mission locale du Pays de Lorient met en œuvre l'action.",
        "La mission locale du Pays de Lorient lance un point d'accueil.",
        "La mission locale du Pays de Lorient a décidé d'ouvrir un point d'accueil.",
        "La mission locale du Pays de Lorient anime le réseau.",
        "La mission locale du Pays de Lorient a pris l'initiative d'un point d'accueil.",
        "La mission locale du Pays de Lorient (12 salariés) anime le réseau.",
        "La mission locale du Pays de Lorient, installée au centre, anime le réseau.",
        "L'action s'appuie sur la mission locale du Pays de Lorient, qui la porte.",
    ],
)
def test_those_of_whom_a_verb_says_it_lead(sentence: str) -> None:
    assert who("LEAD", PAGE + sentence) == LEAD


@pytest.mark.parametrize(
    "verb",
    ["vous accompagne", "accueille les jeunes", "propose des ateliers", "organise un forum"],
)
def test_who_serves_the_public_runs_the_service_of_a_page(verb: str) -> None:
    mission = "La mission locale du Pays de Lorient"
    assert who("LEAD", f"{PAGE}{mission} {verb}.") == ([] if verb[0] == "a" else LEAD)


def test_in_an_agreement_who_proposes_workshops_does_not_lead_it() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Lorient, représentée par son maire,\nEt\n"
        "La CAF du Morbihan, représentée par sa directrice,\n\nArticle 1 : objet\n"
        "La mission locale du Pays de Lorient propose des ateliers."
    )
    assert who("LEAD", text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "La mission locale du Pays de Lorient porte à la connaissance de tous les horaires.",
        "La mission locale du Pays de Lorient porte sur les jeunes de 16 à 25 ans.",
        "Le comité de pilotage est animé par la mission locale du Pays de Lorient.",
        "La commission technique, pilotée par la mission locale du Pays de Lorient, siège en mai.",
        "La mission locale du Pays de Lorient préside le comité de pilotage.",
        "La mission locale du Pays de Lorient anime le comité technique.",
        "La mission locale du Pays de Lorient assure l'animation du groupe de travail.",
        "Le réseau se réunit dans les locaux de la mission locale du Pays de Lorient.",
        "La mission locale du Pays de Lorient ne pilote pas l'action.",
        "L'action n'est pas portée par la mission locale du Pays de Lorient.",
        "Les jeunes sont reçus par la mission locale du Pays de Lorient.",
    ],
)
def test_who_receives_chairs_or_is_named_does_not_lead(sentence: str) -> None:
    assert who("LEAD", PAGE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "L'action est portée par la mission locale du Pays de Lorient, en lien avec la CAF du "
        "Morbihan.",
        "L'action est pilotée par la mission locale du Pays de Lorient avec le soutien de la CAF "
        "du Morbihan.",
        "La mission locale du Pays de Lorient, avec l'appui de la CAF du Morbihan, pilote "
        "l'action.",
        "En partenariat avec la CAF du Morbihan, la mission locale du Pays de Lorient pilote "
        "l'action.",
    ],
)
def test_who_stands_beside_the_lead_is_a_partner(sentence: str) -> None:
    assert who("LEAD", PAGE + sentence) == LEAD
    assert who("PARTNER", PAGE + sentence) == ["CAF du Morbihan"]


@pytest.mark.parametrize(
    "sentence",
    [
        "La mission locale du Pays de Lorient assure localement la coordination du contrat.",
        "La mission locale du Pays de Lorient assurera la gestion du point d'accueil.",
        "La mission locale du Pays de Lorient conduit les entretiens.",
        "La mission locale du Pays de Lorient gère le point d'accueil.",
        "La mission locale du Pays de Lorient est désignée chef de file.",
        "L'accueil de nuit est confié à la mission locale du Pays de Lorient.",
        "Le point d'accueil est tenu par la mission locale du Pays de Lorient.",
    ],
)
def test_who_runs_or_is_entrusted_with_a_service_leads(sentence: str) -> None:
    assert who("LEAD", PAGE + sentence) == LEAD


def test_a_group_among_those_who_lead_does_not_break_their_list() -> None:
    text = "Le projet est porté par le Département, les deux communes, la CAF et la MSA."
    assert who("LEAD", PAGE + text) == ["Département", "CAF", "MSA"]


def test_who_leads_a_scheme_that_an_agreement_takes_up_leads_in_it() -> None:
    text = "Le programme de réussite éducative, piloté par la caisse des écoles de Vire, continue."
    assert who("LEAD", f"CONTRAT DE VILLE DE VIRE\n\n{text}") == ["caisse des écoles de Vire"]


def test_two_may_lead_together() -> None:
    text = "L'action est copilotée par la Ville de Lorient et par la CAF du Morbihan."
    assert who("LEAD", PAGE + text) == ["Ville de Lorient", "CAF du Morbihan"]


def test_a_label_outranks_the_verbs_of_a_page() -> None:
    """« anime un atelier » says who leads the workshop, not the action."""
    text = (
        "Porteur : CCAS de Lorient\n\nDéroulement : l'association Horizons anime un atelier chaque "
        "semaine."
    )
    assert who("LEAD", PAGE + text) == ["CCAS de Lorient"]


PARTIES = (
    "PROTOCOLE D'ACCUEIL\n\nEntre\nLa Ville de Lorient, représentée par son maire,\nEt\nLa CAF du "
    "Morbihan, représentée par sa directrice,\n\nArticle 1 : accueil\n"
)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("L'accueil de jour est géré par la CAF du Morbihan.", False),
        ("Un poste porté par la CAF du Morbihan est ouvert.", False),
        ("La CAF du Morbihan anime deux ateliers.", False),
        ("Le protocole est piloté par la CAF du Morbihan.", True),
        ("La CAF du Morbihan coordonne le dispositif.", True),
        ("La CAF du Morbihan assure le pilotage.", True),
    ],
)
def test_who_runs_a_part_of_what_an_agreement_is_about_does_not_lead_it(
    sentence: str, leads: bool
) -> None:
    assert ("CAF du Morbihan" in who("LEAD", PARTIES + sentence)) is leads


def test_the_services_that_brackets_add_to_a_name_are_no_actors() -> None:
    text = PAGE + "Partenaires : Département du Morbihan (PMI), CAF du Morbihan – service social"
    assert names(text) == ["Département du Morbihan", "CAF du Morbihan"]
