"""Where in a text its facts stand: passages found whatever their spaces and apostrophes."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_SPACES = re.compile(r"\s+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})
_ELLIPSIS = "…"
_LONGEST = 1000
"""Characters of a passage given by its first and last words."""


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
        wanted = _flattened(passage)
        start = self.text.find(wanted) if wanted else -1
        return None if start < 0 else self._span(start, start + len(wanted))

    def find_between(self, first: str, last: str) -> tuple[int, int] | None:
        """The same of the first passage that begins and ends by these words, in one go."""
        first, last = _flattened(first), _flattened(last)
        start = self.text.find(first) if first and last else -1
        while start >= 0:
            end = self.text.find(last, start + len(first), start + _LONGEST)
            if end >= 0:
                return self._span(start, end + len(last))
            start = self.text.find(first, start + 1)
        return None

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def _flattened(passage: str) -> str:
    return _SPACES.sub(" ", passage.translate(_APOSTROPHES)).strip()


def contains(passage: str, words: str) -> bool:
    """Whether a passage holds words, whatever their case, spaces and apostrophes."""
    return _flattened(words).casefold() in _flattened(passage).casefold()


def quoted(text: str, passage: str) -> str | None:
    """The text's own words for a passage; None when it does not hold them.

    A long passage may be given by its first and last words, with « … » or « ... » between.
    """
    flat = _Flat(text)
    span = flat.find(passage)
    if span is None:
        first, _, last = passage.replace("...", _ELLIPSIS).partition(_ELLIPSIS)
        span = flat.find_between(first, last)
    return None if span is None else text[slice(*span)]


def absent(text: str, passages: Iterable[tuple[str, str]]) -> list[str]:
    """The paths whose passage the text lacks, of (path, passage) pairs."""
    flat = _Flat(text)
    return [path for path, passage in passages if passage and flat.find(passage) is None]


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
