"""How a date may be written, and at what precision it is kept."""

import pytest

from importers.document.finding.dating.durations import last_day, months_of
from importers.document.finding.dating.when import dates
from importers.document.structure.clean import clean, fold


def read(text: str) -> list[tuple[str, str | None]]:
    """The dates of a text, each with the end that it has as a period."""
    laid = clean(text)
    return [(each.value, each.until) for each in dates(laid, 0, len(laid.text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le 3 mai 2022", "2022-05-03"),
        ("le 1er août 2022", "2022-08-01"),
        ("en décembre 2022", "2022-12"),
        ("le 3 fé vrier 2022", "2022-02-03"),
        ("03/05/2022", "2022-05-03"),
        ("3.5.22", "2022-05-03"),
        ("03-05-2022", "2022-05-03"),
        ("au premier trimestre 2022", "2022-01"),
        ("au 4e trimestre de l'année 2022", "2022-10"),
        ("au second semestre 2022", "2022-07"),
        ("au dernier trimestre 2022", "2022-10"),
        ("T2 2022", "2022-04"),
        ("S2 2022", "2022-07"),
        ("2nd semestre 2022", "2022-07"),
        ("3e trim. 2022", "2022-07"),
        ("le 12 SEP. 2022", "2022-09-12"),
        ("le 14 JANV. 2022", "2022-01-14"),
        ("le 1 2 SEP. 2022", "2022-09-12"),
        ("le 31 aoiit 2022", "2022-08-31"),
        ("le 3 novernbre 2022", "2022-11-03"),
        ("le ler mars 2022", "2022-03-01"),
        ("le 24 juin 2O22", "2022-06-24"),
        ("en 2022", "2022"),
        ("le vingt-deux novembre deux mille vingt et un", "2021-11-22"),
        ("le premier mars deux mille vingt-deux", "2022-03-01"),
        ("le trente et un décembre deux mille dix-sept", "2017-12-31"),
        ("le quinze janvier deux mille", "2000-01-15"),
    ],
)
def test_a_date_is_kept_at_the_precision_of_the_text(text: str, value: str) -> None:
    assert read(text) == [(value, None)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("du 1er janvier 2022 au 31 décembre 2024", "2022-01-01", "2024-12-31"),
        ("du 1er janvier au 30 juin 2022", "2022-01-01", "2022-06-30"),
        ("de janvier à juin 2022", "2022-01", "2022-06"),
        ("entre mars 2022 et mai 2023", "2022-03", "2023-05"),
        ("du 3 au 5 mai 2022", "2022-05-03", "2022-05-05"),
        ("du 01/01/2022 au 31/12/2024", "2022-01-01", "2024-12-31"),
        ("2022-2026", "2022", "2026"),
        ("2022 – 2026", "2022", "2026"),
        ("2022/2026", "2022", "2026"),
        ("de 2022 à 2026", "2022", "2026"),
        ("de la rentrée 2022 à l'été 2024", "2022", "2024"),
        ("pour les années 2022, 2023 et 2024", "2022", "2024"),
    ],
)
def test_a_period_has_both_its_ends(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "le 31 février 2022",
        "le 45/13/2022",
        "les quartiers 2030",
        "l'horizon 2030",
        "le 02 48 20 22 24",
        "2 022 habitants",
        "le 3 mai",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["2026-2022", "1901-2022"])
def test_years_that_make_no_period_stay_two_years(text: str) -> None:
    assert all(until is None for _, until in read(text))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("conclue pour une durée de trois ans", 36),
        ("pour une période de 18 mois", 18),
        ("pour une durée de quatre (4) années", 48),
        ("valable un an", 12),
        ("sa durée est de 5 ans", 60),
        ("durée : 2 ans", 24),
        ("il y a trois ans", None),
        ("les enfants de trois ans", None),
    ],
)
def test_a_duration_is_told_in_months(text: str, months: int | None) -> None:
    assert months_of(fold(text)) == months


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2022-01-01", 36, "2024-12-31"),
        ("2022-03-15", 12, "2023-03-14"),
        ("2023-03-01", 12, "2024-02-29"),
        ("2022-06", 12, "2023-06"),
        ("2022-08-31", 1, None),
    ],
)
def test_a_duration_ends_on_its_last_day(first: str, months: int, last: str | None) -> None:
    assert last_day(first, months) == last
