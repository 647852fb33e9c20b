"""Days with a precision, and months added to them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import (
    FIRST_DAY,
    LAST_DAY,
    add_months,
    end_state,
    first_day,
    iso,
    last_day,
    parse_date,
    parse_day,
    parse_moment,
)
from tests.oracle import rows


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-07", "2013-07-01", "2013-07-31"),
        ("2013-02", "2013-02-01", "2013-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2013-07-11", "2013-07-11", "2013-07-11"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_month_or_year_spans_all_its_days(text: str, first: str, last: str) -> None:
    """Its first day as a start, its last day as an end."""
    assert (iso(first_day(text)), iso(last_day(text))) == (first, last)
    assert parse_date(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "13", "213", "20133", "2013-7", "2013-07-1", "2013/07/11", "11/07/2013"),
        *("2013-07-11T00:00", " 2013", "2013\n", "２０１３", "-2013", "2013-", "2013-07-"),
        *("2013-00", "2013-13", "2013-07-00", "2013-07-32", "2013-02-29", "0000", "2013-00-01"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Other forms, and days that do not exist, at either end of a period."""
    for read in (parse_date, first_day, last_day):
        with pytest.raises(ValueError, match="»"):
            read(text)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2015-08-31", 6, "2016-02-29"),
        ("2014-08-31", 6, "2015-02-28"),
        ("2014-08-30", 6, "2015-02-28"),
        ("2015-01-31", 1, "2015-02-28"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2016-02-29", -12, "2015-02-28"),
        ("2015-01-15", -1, "2014-12-15"),
        ("2015-12-01", 1, "2016-01-01"),
        ("2015-06-30", 0, "2015-06-30"),
    ],
)
def test_added_months_stay_in_their_month(day: str, months: int, expected: str) -> None:
    """The same day of the month, or the last one of a shorter month."""
    assert iso(add_months(parse_day(day), months)) == expected


def test_months_beyond_the_calendar() -> None:
    """There is no year 10000, nor a year 0."""
    assert add_months(date.max.toordinal(), 1) == LAST_DAY
    assert add_months(date.min.toordinal(), -1) == FIRST_DAY


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)), st.integers(0, 12))
def test_added_months_as_the_oracle_adds_them(day: date, months: int) -> None:
    """Whatever the day."""
    assert add_months(day.toordinal(), months) == rows.add_months(day, months).toordinal()


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_a_date_contains_the_day_it_was_cut_from(day: date, precision: int) -> None:
    """Precision lost widens a date, it never moves it."""
    text = day.isoformat()[:precision]
    assert first_day(text) <= day.toordinal() <= last_day(text)


def test_a_day_to_ask_about_is_a_full_day() -> None:
    """A month is no day to ask about."""
    assert iso(parse_day("2016-02-29")) == "2016-02-29"
    for text in ("2016", "2016-02", "2016-02-30", "demain", ""):
        with pytest.raises(ValueError, match="»"):
            parse_day(text)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-01-31T18:00:00", "2026-01-31T17:00:00+00:00"),
        ("2026-07-31T18:00:00", "2026-07-31T16:00:00+00:00"),
        ("2026-01-31T18:00:00Z", "2026-01-31T18:00:00+00:00"),
        ("2026-01-31T18:00:00-05:00", "2026-01-31T23:00:00+00:00"),
        ("2026-01-31", "2026-01-30T23:00:00+00:00"),
    ],
)
def test_a_moment_without_offset_is_in_paris(text: str, utc: str) -> None:
    """With one, it is what it says."""
    moment = parse_moment(text)
    assert moment.tzinfo is not None
    assert moment.timestamp() == parse_moment(utc).timestamp()


@pytest.mark.parametrize(
    "text", ["", "hier", "2026-13-01", "0001-01-01T00:00:00", "9999-12-31T23:59:59-14:00"]
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    """Moments that have no UTC within the calendar too."""
    with pytest.raises(ValueError, match="instant"):
        parse_moment(text)


def test_an_open_end_is_not_an_unknown_one() -> None:
    """Three states of an end."""
    assert end_state("2013", open_ended=False) == "KNOWN"
    assert end_state(None, open_ended=True) == "OPEN"
    assert end_state(None, open_ended=False) == "UNKNOWN"
