"""Names that an acronym after them spells out: *l'Union des syndicats de l'immobilier (USI)*."""

import re
from collections.abc import Iterator

from importers.document.finding.gazetteer import initials, key
from importers.document.finding.mentions import Mention

_KIND = (
    r"(?P<kind>[Uu]nion|[Ff]édération|[Aa]ssociation|[Ii]nstitut|[Oo]ffice|[Gg]roupement|[Aa]gence|"
    r"[Cc]onfédération|[Ss]yndicat|[Mm]utuelle|[Rr]égime|[Hh]ôpitaux|[Éé]tablissement|[Ff]ondation|"
    r"[Cc]ollectif|[Cc]oordination|[Ss]ociété|[Cc]aisse)"
)
_SPELT = re.compile(rf"\b{_KIND} [^\n;:.()\x00]{{5,110}}? ?\((?P<letters>[A-ZÀ-Þ]{{3,10}})\)")
_ASSOCIATIONS = frozenset(("union", "federation", "association", "collectif", "fondation"))
_SHARED = 3
"""Letters of an acronym, at the least, that the name begins with (*UGECAM* takes two of a word)."""


def spelt(text: str) -> Iterator[Mention]:
    """Names whose initials are those of the acronym, or begin and end as it does."""
    for found in _SPELT.finditer(text):
        name = found[0][: found[0].rindex("(")].rstrip()
        if _spells(initials(name), found["letters"].lower()):
            kind = "ASSOCIATION" if key(found["kind"]) in _ASSOCIATIONS else "OTHER"
            end = found.start() + len(name)
            yield Mention(found.start(), end, kind, "Nom", key(name), aliases=[found["letters"]])


def _spells(said: str, letters: str) -> bool:
    """Whether the letters are the initials, but for a small word or a second letter of one."""
    rest = iter(letters)
    inside = all(any(letter == each for each in rest) for letter in said)
    return said == letters or (
        len(said) >= _SHARED and inside and len(letters) - len(said) < _SHARED
    )
