"""A date of the framework of a text, and how sure its place makes it."""

from enum import IntEnum
from typing import NamedTuple

from importers.document.finding.dating.when import When


class Rank(IntEnum):
    """What tells a date: where the text is signed, its sentences, a deduction from them, or learned
    weights of the words around it."""

    SIGNATURES = 0
    SENTENCE = 1
    DEDUCED = 2
    LIKELY = 3


class Dated(NamedTuple):
    """A date of the framework and the span of the text that says it.

    ``what`` is ``start``, ``end`` or ``signed``; ``value`` a date at the text's precision.
    """

    what: str
    value: str
    start: int
    end: int
    rank: Rank = Rank.SENTENCE


def at(what: str, when: When, rank: Rank = Rank.SENTENCE) -> Dated:
    """What a date of a text is, where it stands."""
    return Dated(what, when.value, when.start, when.end, rank)


def period(first: str, last: str, start: int, end: int) -> list[Dated]:
    """The start and the end of what a stretch of text dates."""
    return [Dated("start", first, start, end), Dated("end", last, start, end)]
