"""Acronyms that a text gives its actors: in brackets, or *ci-après dénommée*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.document.finding.gazetteer import gazetteer, initials, key
from importers.document.finding.unheaded.names import FUNDS
from importers.document.structure.clean import Clean

_ACRONYM = re.compile(
    r"[ ]?[(\[][ ]?(?:la |le |l'|ex )?(?P<letters>[A-Z0-9][\w.&'+-]{1,14}(?:[ -][A-Z0-9]\w*)?)"
    r"(?:[ ]?[-–/,][^()\n]{0,40})?[ ]?[)\]]"
)
_TO_ACRONYM = re.compile(
    r"(?P<rest>(?: [\w'’-]+){1,5}) ?\((?:la |le |l['’])?(?P<letters>[A-Z]{3,9})\)"
)
_CALLED = re.compile(
    r"[^;\n]{0,400}?\b(?:ci-apres,?|(?:ci-apres,? )?(?:denomme|designe|appele|nomme)\w*) (?:par |"
    r"sous (?:le terme|le nom|l'appellation) )?[«\"“'] ?(?P<article>la |le |l'|les )?"
    r"(?P<letters>[\w-]{3,12}) ?[»\"”']"
)
"""The acronym that a text gives a party: *ci-après dénommée « la CCPV »*."""
_INNER = re.compile(r"[a-z][A-Z]")
"""What an acronym may have: *la CeA*."""
_SPELT = re.compile(r"(?P<name>[^\n;:.()\x00]{5,120}?) ?\((?P<letters>[A-ZÀ-Þ]{3,10})\)")
_FEWEST = 3
"""Initials that say a name; an acronym may take a second letter of a word (*UGECAM*)."""
_FIRST = re.compile(r"(?:^|\n)(?:[-–•] ?)?(?:le |la |l'|les |et )*$")


def given(clean: Clean, text: str, start: int, end: int) -> Iterator[str]:
    """The acronyms that a text gives to the actor that a span names."""
    letters = _ACRONYM.match(text, end) or _ACRONYM.search(text, start, end)
    if letters and not _is_fund(letters["letters"]) and not gazetteer().named(letters["letters"]):
        yield letters["letters"]
    if _FIRST.search(clean.fold, max(0, start - 12), start):
        called = _CALLED.match(clean.fold, end)
        alias = text[slice(*called.span("letters"))] if called else ""
        proper = called is not None and not called["article"] and alias[:1].isupper()
        if alias.isupper() or _INNER.search(alias) or proper:
            yield alias


def _is_fund(letters: str) -> bool:
    """Whether brackets after a name say of its credits: *État (BOP 147)*."""
    return key(letters.split(" ", maxsplit=1)[0]) in FUNDS


def rest_before(text: str, start: int, end: int) -> str:
    """What is left of a name up to the acronym that its initials make: * vert* of *la Communauté
    de communes du Bocage vert (CCBV)*; else nothing."""
    found = _TO_ACRONYM.match(text, end)
    if found is None or initials(text[start : found.end("rest")]) != found["letters"].lower():
        return ""
    return found["rest"]


def is_one(text: str) -> bool:
    """Whether the letters of a head are written as an acronym is."""
    letters = text.replace(".", "").rstrip("s")
    return letters[1:].isascii() and (
        letters.isupper() or (len(letters) > 2 and letters[0].isupper() and letters.isalpha())
    )


def is_spelt(text: str, start: int, end: int) -> bool:
    """Whether an acronym after a name is made of its initials."""
    letters = _ACRONYM.match(text, end)
    if letters is None:
        return False
    return initials(text[start:end]) == letters["letters"].lower()


class Spelt(NamedTuple):
    """The end of a name, and the acronym that spells it."""

    end: int
    letters: str


def spelt_out(text: str, start: int) -> Spelt | None:
    """The name from ``start`` on, if an acronym in brackets is made of its letters: *union des
    syndicats de l'immobilier (USI)*."""
    found = _SPELT.match(text, start)
    if found is None or not _spells(initials(found["name"]), found["letters"].lower()):
        return None
    return Spelt(found.end("name"), found["letters"])


def _spells(said: str, letters: str) -> bool:
    rest = iter(letters)
    inside = all(any(letter == each for each in rest) for letter in said)
    longer = inside and len(letters) - len(said) < _FEWEST
    return said.startswith(letters) or (len(said) >= _FEWEST and longer)
