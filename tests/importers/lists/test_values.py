"""Dates, amounts and identifiers as French files write them."""

import pytest

from graph.errors import InvalidData, Place
from importers.french import read_amount, read_date
from importers.identifiers import is_valid, rna, siret_or_siren


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2013-07-11", "2013-07-11"),
        ("2013-07-11T00:00:00", "2013-07-11"),
        ("11/07/2013", "2013-07-11"),
        ("1.7.2013", "2013-07-01"),
        ("11-07-13", "2013-07-11"),
        ("09/08/2023 13:30:19", "2023-08-09"),
        ("11 juillet 2013", "2013-07-11"),
        ("jeudi 11 juillet 2013", "2013-07-11"),
        ("1er août 2013", "2013-08-01"),
        ("Août 2013", "2013-08"),
        ("sept. 2023", "2023-09"),
        ("07/2013", "2013-07"),
        ("2013", "2013"),
        ("45292", "2024-01-01"),
        ("45292.0", "2024-01-01"),
        ("0001-01-01", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize("text", ["bientôt", "31/02/2013", "13/2013", "12", "2013-2014-2015", "11"])
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match="«"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12000", "12000"),
        ("12 000,50 €", "12000.50"),
        ("12\u202f000 euros", "12000"),
        ("12.000,50", "12000.50"),
        ("12,000.50", "12000.50"),
        ("22000.80", "22000.80"),
        ("12 k€", "12000"),
        ("1,5 M€", "1500000"),
        ("-300", "-300"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["beaucoup", "12 000 + 500", "€", "1e+13"])
def test_no_amounts(text: str) -> None:
    with pytest.raises(ValueError, match="montant"):
        read_amount(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("219 300 274 00015", ("siret", "21930027400015")),
        ("229300082", ("siren", "229300082")),
        ("22930008200453.0", ("siret", "22930008200453")),
        ("5520135500017", ("siret", "05520135500017")),  # a zero that the key proves
        ("5520135500018", None),
        ("W931000001", None),
        ("", None),
    ],
)
def test_siret_and_siren(text: str, found: tuple[str, str] | None) -> None:
    assert siret_or_siren(text, Place()) == found


@pytest.mark.parametrize("text", ["1,35792E+13", "1e+13", "1.35792468E13"])
def test_a_number_without_its_digits(text: str) -> None:
    with pytest.raises(InvalidData) as error:
        siret_or_siren(text, Place("liste.csv", 2, "siret"))
    assert error.value.code == "SPOILED_IDENTIFIER"


def test_keys() -> None:
    """Départements and communes pass, an invented number fails, La Poste has its own rule."""
    assert all(map(is_valid, ("229300082", "225900018", "219300274", "200057867")))
    assert not is_valid("13579246800043")
    assert is_valid("35600000000001")


@pytest.mark.parametrize(
    ("text", "number"),
    [("W9T1002867", "W9T1002867"), ("w931 000 001", "W931000001"), ("9851000014", None)],
)
def test_numbers_of_associations(text: str, number: str | None) -> None:
    assert rna(text) == number
