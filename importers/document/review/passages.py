"""Where in a text its facts stand: passages found whatever their spaces and apostrophes."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_SPACES = re.compile(r"\s+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})


class Segment(NamedTuple):
    """A stretch of the text, the facts whose passage holds it, and those that begin or end in
    it."""

    text: str
    paths: tuple[str, ...]
    begun: tuple[str, ...]
    ended: tuple[str, ...]


class _Flat:
    """A text with single spaces and straight apostrophes, and where each letter comes from."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self.places: list[int] = []
        for match in re.finditer(r"\s+|[^\s]+", text):
            piece = match[0]
            if piece[0].isspace():
                letters.append(" ")
                self.places.append(match.start())
            else:
                letters.append(piece.translate(_APOSTROPHES))
                self.places.extend(range(match.start(), match.end()))
        self.text = "".join(letters)

    def find(self, passage: str) -> tuple[int, int] | None:
        """Start and end in the text of the first occurrence of a passage."""
        wanted = _SPACES.sub(" ", passage.translate(_APOSTROPHES)).strip()
        start = self.text.find(wanted) if wanted else -1
        if start < 0:
            return None
        return self.places[start], self.places[start + len(wanted) - 1] + 1


def segments(text: str, passages: Iterable[tuple[str, str]]) -> list[Segment]:
    """The text cut where passages begin and end; ``passages`` are (path, passage) pairs.

    Passages that are not in the text mark nothing. Joined together the segments are the text.
    """
    flat = _Flat(text)
    spans = {path: span for path, passage in passages if (span := flat.find(passage))}
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for path, (start, end) in spans.items():
        begins.setdefault(start, []).append(path)
        ends.setdefault(end, []).append(path)
    cuts = sorted({0, len(text), *begins, *ends})
    found: list[Segment] = []
    open_: dict[str, None] = {}
    for start, end in pairwise(cuts):
        for path in ends.get(start, ()):
            open_.pop(path)
        open_.update(dict.fromkeys(begins.get(start, ())))
        found.append(
            Segment(
                text[start:end],
                tuple(open_),
                tuple(begins.get(start, ())),
                tuple(ends.get(end, ())),
            )
        )
    return found
