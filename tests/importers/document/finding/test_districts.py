"""Districts that a text names as such."""

import pytest

from importers.document.finding.districts import districts
from tests.importers.document.conftest import said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("le QPV Les Vernes", ["Les Vernes"]),
        ("le quartier des Ormes", ["Ormes"]),
        ("le quartier de la Gare", ["Gare"]),
        ("les QPV Les Vernes et Centre-Ville", ["Les Vernes", "Centre-Ville"]),
        ("les quartiers Val d'Or, Bel Air et L'Orme", ["Val d'Or", "Bel Air", "L'Orme"]),
        ("le quartier prioritaire de la politique de la ville Les Vernes", ["Les Vernes"]),
        ("les quartiers prioritaires", []),
        ("les quartiers du centre", []),
        ("les quartiers Politique de la Ville", []),
        ("le programme Quartiers 2030", []),
        ("la rue des Ormes", []),
    ],
)
def test_a_district_has_a_name_after_its_word(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in districts(text)] == names


def test_a_district_is_a_territory_of_the_reading() -> None:
    read = said("Fiche action 2\n\nPorteur : CCAS de Bourges\nTerritoire : QPV Les Vernes")
    told = [(each.name, each.level) for each in read.reading.territories]
    assert ("Les Vernes", "quartier") in told


def test_a_street_named_after_a_town_is_no_territory() -> None:
    text = "Le contrat local de santé de Vire\n\nL'accueil est au 12 rue de Paris."
    assert [place.name for place in said(text).reading.territories] == ["Vire"]
