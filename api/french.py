"""Dates, periods and numbers in French words; labels come from the ontology."""

import re
from datetime import date, datetime

from graph.dates import MONTHS, PARIS, EndState, first_day

_OF = re.compile(r"^(?:d'une? |de la |de l'|du |des |de |d')")
_THIN_SPACE = "\u202f"
_DAY, _MONTH, _YEAR = 10, 7, 4
"""Lengths of a date's text, which tell its precision."""


def date_words(text: str) -> str:
    """A date at its precision: ``1er juin 2015``, ``juin 2015``, ``2015``."""
    year = str(int(text[:_YEAR]))
    if len(text) == _YEAR:
        return year
    month = f"{MONTHS[int(text[5:7]) - 1]} {year}"
    if len(text) == _MONTH:
        return month
    day = int(text[8:])
    return f"{'1er' if day == 1 else day} {month}"


def day_words(day: int) -> str:
    """A day given as ordinal: ``1er juin 2015``."""
    return date_words(date.fromordinal(day).isoformat())


def moment_words(moment: datetime) -> str:
    """A moment in Paris, to the minute: ``1er juin 2015 à 14 h 05``."""
    there = moment.astimezone(PARIS)
    return f"{date_words(there.date().isoformat())} à {there.hour} h {there.minute:02}"


def period_words(start: str | None, end: str | None, end_state: EndState, today: int) -> str:
    """A period as people say it: ``du 1er mars 2014 à aujourd'hui, sans terme``.

    An unknown end stays unknown, an end that a source declares open is said to be open
    (design, "Time"). ``today`` tells what has begun.
    """
    if end is not None:
        return _closed(start, end)
    ending = "sans terme" if end_state == "OPEN" else "fin inconnue"
    if start is None:
        return "début inconnu, sans terme" if end_state == "OPEN" else "dates inconnues"
    if first_day(start) > today:
        return f"à partir {_of(start)}, {ending}"
    if end_state == "OPEN":
        return f"{_of(start)} à aujourd'hui, {ending}"
    return f"depuis {'le ' if len(start) == _DAY else ''}{date_words(start)}, {ending}"


def _closed(start: str | None, end: str) -> str:
    to_a_day = len(end) == _DAY
    if start is None:
        until = "jusqu'au" if to_a_day else "jusqu'en"
        return f"{until} {date_words(end)}, début inconnu"
    if start == end:
        return f"{'le' if to_a_day else 'en'} {date_words(start)}"
    return f"{_of(start)} {'au' if to_a_day else 'à'} {date_words(end)}"


def _of(start: str) -> str:
    """``du 1er mars 2014``, ``d'avril 2014``, ``de 2014``."""
    words = date_words(start)
    if len(start) == _DAY:
        return f"du {words}"
    return f"d'{words}" if words[0] in "ao" else f"de {words}"


def number_words(value: float) -> str:
    """A number as written in French: ``3 000``, ``0,75``."""
    whole, _, decimals = f"{value:,}".removesuffix(".0").partition(".")
    return whole.replace(",", _THIN_SPACE) + (f",{decimals}" if decimals else "")


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A noun with its number: ``1 cadre``, ``3 000 cadres``."""
    return f"{number_words(count)} {noun if count < 2 else plural or noun + 's'}"


def without_of(label: str) -> str:
    """What ``d'un tableau``, ``de la ville`` or ``du registre`` is of: ``tableau``, ``ville``…"""
    return _OF.sub("", label, count=1)


def progress_words(phase: str, done: int) -> str:
    """How far a task is: ``lecture de a.csv : 3 000 lignes``, ``vérification : 500``."""
    if not done:
        return phase
    is_reading = phase.startswith("lecture")
    return f"{phase} : {counted(done, 'ligne') if is_reading else number_words(done)}"


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
