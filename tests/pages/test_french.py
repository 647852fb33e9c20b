"""Dates, periods and numbers in words."""

import pytest

from api.french import counted, date_words, number_words, period_words
from graph.dates import EndState, first_day

TODAY = first_day("2026-01-31")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2015-06-01", "1er juin 2015"),
        ("2015-06-11", "11 juin 2015"),
        ("2015-08", "août 2015"),
        ("2015", "2015"),
    ],
)
def test_dates_keep_their_precision(text: str, words: str) -> None:
    assert date_words(text) == words


@pytest.mark.parametrize(
    ("start", "end", "state", "words"),
    [
        ("2014-03-01", "2016-12-31", "KNOWN", "du 1er mars 2014 au 31 décembre 2016"),
        ("2014-04", "2016-12", "KNOWN", "d'avril 2014 à décembre 2016"),
        ("2014-10", "2016", "KNOWN", "d'octobre 2014 à 2016"),
        ("2013", "2015", "KNOWN", "de 2013 à 2015"),
        ("2013", "2013", "KNOWN", "en 2013"),
        ("2013-05", "2013-05", "KNOWN", "en mai 2013"),
        ("2013-05-02", "2013-05-02", "KNOWN", "le 2 mai 2013"),
        (None, "2015-03-31", "KNOWN", "jusqu'au 31 mars 2015, début inconnu"),
        (None, "2015", "KNOWN", "jusqu'en 2015, début inconnu"),
        ("2014-03-01", None, "OPEN", "du 1er mars 2014 à aujourd'hui, sans terme"),
        ("2006", None, "OPEN", "de 2006 à aujourd'hui, sans terme"),
        ("2006", None, "UNKNOWN", "depuis 2006, fin inconnue"),
        ("2014-03-01", None, "UNKNOWN", "depuis le 1er mars 2014, fin inconnue"),
        ("2026-02-01", None, "UNKNOWN", "à partir du 1er février 2026, fin inconnue"),
        ("2026-01-31", None, "OPEN", "du 31 janvier 2026 à aujourd'hui, sans terme"),
        (None, None, "OPEN", "début inconnu, sans terme"),
        (None, None, "UNKNOWN", "dates inconnues"),
    ],
)
def test_periods_tell_unknown_from_open(
    start: str | None, end: str | None, state: EndState, words: str
) -> None:
    assert period_words(start, end, state, TODAY) == words


def test_numbers_are_french() -> None:
    assert number_words(3000) == "3\u202f000"
    assert number_words(0.75) == "0,75"
    assert number_words(1234567.5) == "1\u202f234\u202f567,5"
    assert counted(0, "cadre") == "0 cadre"
    assert counted(2, "cadre") == "2 cadres"
