"""One actor each: acronyms, short forms and names met again; homonyms apart."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import names, who

PAGE = "L'accueil des familles à Vire\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La Communauté de communes du Bocage vert (CCBV) ouvre un relais. La CCBV le finance.",
            ["Communauté de communes du Bocage vert"],
        ),
        (
            "L'association Horizons du Bocage (AHB) ouvre un relais. L'AHB le finance.",
            ["association Horizons du Bocage"],
        ),
        (
            "L'association Tremplinade est venue. Tremplinade ouvre un relais.",
            ["association Tremplinade"],
        ),
        ("La CAF du Calvados est venue. La CAF reviendra.", ["CAF du Calvados"]),
        (
            "La Caisse d'allocations familiales du Calvados est venue. La CAF reviendra.",
            ["Caisse d'allocations familiales du Calvados"],
        ),
        ("Le CCAS de Vire est venu. Le CCAS reviendra.", ["CCAS de Vire"]),
        ("La préfecture du Calvados et le préfet du Calvados.", ["préfecture du Calvados"]),
        ("Le Département du Calvados. Le conseil départemental.", ["Département du Calvados"]),
        ("La Ville de Vire. Le maire de Vire.", ["Ville de Vire"]),
    ],
)
def test_the_same_actor_is_found_once(text: str, expected: list[str]) -> None:
    assert names(PAGE + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La CAF du Calvados et la CAF de l'Orne.", ["CAF du Calvados", "CAF de l'Orne"]),
        ("Le CCAS de Vire et le CIAS de Vire.", ["CCAS de Vire", "CIAS de Vire"]),
        ("La Ville de Vire et le CCAS de Vire.", ["Ville de Vire", "CCAS de Vire"]),
        (
            "L'association Horizons et l'association Tremplin.",
            ["association Horizons", "association Tremplin"],
        ),
        (
            "Le collège Jean Moulin et le lycée Marie Curie.",
            ["collège Jean Moulin", "lycée Marie Curie"],
        ),
    ],
)
def test_two_actors_of_a_kind_or_of_a_place_stay_two(text: str, expected: list[str]) -> None:
    assert names(PAGE + text) == expected


def test_what_a_short_form_does_is_said_of_the_actor_that_it_means() -> None:
    text = "La CAF du Calvados est venue. La CAF finance le relais. Le CCAS de Vire est venu."
    assert who("FUNDER", PAGE + text) == ["CAF du Calvados"]


def test_the_town_of_the_title_is_the_town() -> None:
    assert names("L'accueil à Vierzon\n\nLa Ville pilote l'accueil.") == ["Commune de Vierzon"]


def test_the_acronym_of_a_party_is_its_party() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nL'association Horizons du Bocage, représentée par sa "
        "présidente, ci-après dénommée « l'AHB »,\nEt\nLa Ville de Vire, représentée par son maire,"
        "\n\nArticle 1 : objet\nL'AHB porte l'action."
    )
    assert who("LEAD", text) == ["association Horizons du Bocage"]
    assert names(text) == ["association Horizons du Bocage", "Ville de Vire"]


def test_other_forms_of_a_name_are_kept_as_aliases() -> None:
    text = "La Communauté de communes du Bocage vert (CCBV) est venue. La CCBV reviendra."
    (actor,) = said(PAGE + text).reading.actors
    assert "CCBV" in actor.aliases
