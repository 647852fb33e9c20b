"""The département that the names of a text agree on."""

from importers.document.finding.gazetteer import Found, Place, main_department

COMMUNE = Place("La Réunion", "COMMUNE", "47")
DEPARTEMENT = Place("La Réunion", "DEPARTEMENT", "974")


def test_a_departement_goes_before_a_commune_of_its_name() -> None:
    assert main_department([Found(0, 10, (COMMUNE, DEPARTEMENT))]) == "974"


def test_communes_that_agree_outvote_a_homonym() -> None:
    nerac = Found(20, 25, (Place("Nérac", "COMMUNE", "47"),))
    assert main_department([Found(0, 10, (DEPARTEMENT, COMMUNE)), nerac]) == "47"


def test_no_name_agrees_on_none() -> None:
    assert main_department([]) is None
