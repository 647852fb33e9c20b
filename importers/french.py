"""Dates and amounts as French files write them.

``11/07/2013``, ``11 juillet 2013``, ``juillet 2013``, ``07/2013``, ``2013-2014``, the serial
number of a spreadsheet's day; ``12 000,50 €``, ``12 k€``. What may be read in two ways is refused.
"""

import re
from datetime import date, timedelta

from graph.dates import MONTHS, parse_date
from graph.view.labels import folded

DATE_HINT = "2013, juillet 2013 ou 11 juillet 2013"
"""How people are told to write a date that ``read_date`` reads."""
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?")
_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.0+)?")
_EPOCH = date(1899, 12, 30)
"""Day zero of spreadsheets, once their 29 February 1900 is allowed for."""
_NULL = "0001-01-01"
"""How the register of associations writes that there is no date."""
MONTH_NUMBERS = {folded(month): number for number, month in enumerate(MONTHS, start=1)}
"""The months by their folded names, from 1."""
_SHORT = {"janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11}
MONTH_NAMES = MONTH_NUMBERS | _SHORT | {"dec": 12}
"""The same, and the short names that people write, without their point."""
_AMOUNT = re.compile(r"(-?\d+(?:[.,]\d{1,9})?)(k|m)?")
_CURRENCY = re.compile(r"€|euros?|eur\b", re.I)
_FACTORS = {"k": 1_000, "m": 1_000_000}


def read_date(text: str) -> str | None:
    """A date at the precision of the text (``2013``, ``2013-07``, ``2013-07-11``).

    None for the mark of no date. Raises ValueError (French) for what is no date, or two.
    """
    bare = " ".join(text.split())
    if bare.startswith(_NULL):
        return None
    iso = _iso(bare)
    try:
        return parse_date(iso)
    except ValueError as error:  # it is the text as it was written that its reader looks for
        raise ValueError(str(error).replace(f"« {iso[:40]} »", f"« {bare[:40]} »")) from None


def _iso(bare: str) -> str:
    """The date that a text seems to be, which need not exist; the text itself otherwise."""
    if match := _ISO.fullmatch(bare):
        return match[1]
    if match := _DAY.fullmatch(bare):
        day, month, year = (int(part) for part in match.groups())
        return f"{year + 2000 if year < 100 else year:04}-{month:02}-{day:02}"
    if match := _MONTH.fullmatch(bare):
        return f"{match[2]}-{int(match[1]):02}"
    if _SERIAL.fullmatch(bare):
        return (_EPOCH + timedelta(days=int(bare.partition(".")[0]))).isoformat()
    return _in_words(bare) or bare


def _in_words(text: str) -> str | None:
    """``1er juin 2015`` and ``juin 2015``, weekday allowed."""
    match folded(text).split():
        case [*_, day, month, year] if month in MONTH_NAMES and day.removesuffix("er").isdigit():
            return f"{year}-{MONTH_NAMES[month]:02}-{int(day.removesuffix('er')):02}"
        case [month, year] if month in MONTH_NAMES:
            return f"{year}-{MONTH_NAMES[month]:02}"
    return None


def read_amount(text: str) -> str:
    """An amount in euros as a decimal number; ValueError (French) when it is none."""
    bare = "".join(_CURRENCY.sub("", text).split()).replace("\u202f", "").lower()
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", bare):  # 12.000,50
        bare = bare.replace(".", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)", bare):  # 12,000.50
        bare = bare.replace(",", "")
    match = _AMOUNT.fullmatch(bare)
    if match is None:
        raise ValueError(f"« {text[:40]} » n'est pas un montant (exemple : 12 000,50 €)")
    number = match[1].replace(",", ".")
    factor = _FACTORS.get(match[2] or "", 1)
    return number if factor == 1 else f"{float(number) * factor:f}".rstrip("0").rstrip(".")


def amount_text(amount: float) -> str:
    """An amount as a decimal number, as ``read_amount`` gives it: ``155000000``, ``12000.5``."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")
