"""Bodies by their names; a body that pays is an actor there."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import who

HEAD = "CONTRAT LOCAL DE SANTÉ DU BOCAGE\n\n"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Le comité de pilotage se réunit en mai.", "comité de pilotage"),
        ("La cellule « situations complexes » se réunit.", "cellule « situations complexes »"),
        ("Un groupe projet « prévention » est créé.", "groupe projet « prévention »"),
        ("L'équipe de suivi se réunit chaque mois.", "équipe de suivi"),
        ("Les tables de quartier sont consultées.", "tables de quartier"),
        ("Le conseil municipal des jeunes est consulté.", "conseil municipal des jeunes"),
        ("Une assemblée annuelle réunit les membres.", "assemblée annuelle"),
        ("La revue de projets a lieu en juin.", "revue de projets"),
    ],
)
def test_a_body_is_told_by_its_name(sentence: str, name: str) -> None:
    assert [body.name for body in said(HEAD + sentence).reading.bodies] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le conseil municipal a délibéré.",
        "Le Conseil Métropolitain du Bocage a délibéré.",
        "Le conseil départemental de l'Orne finance le poste.",
    ],
)
def test_an_assembly_of_elected_members_is_no_body(sentence: str) -> None:
    assert said(HEAD + sentence).reading.bodies == ()


def test_the_conference_that_pays_is_an_actor() -> None:
    text = f"{HEAD}Financeurs : conférence des financeurs de l'Orne, CAF de l'Orne"
    assert said(text).reading.bodies == ()
    assert who("FUNDER", text) == ["conférence des financeurs de l'Orne", "CAF de l'Orne"]
