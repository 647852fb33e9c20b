"""What stands around each date of a text, as features: short strings, each there or not."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from importers.document.finding.dating.telling import is_denied
from importers.document.finding.dating.when import When, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.learned.words import words
from importers.document.finding.own import Own
from importers.document.structure.layout import Layout

_BEFORE, _AFTER, _ABOVE = 160, 120, 60
"""Characters looked at before and after a date, and above the line that it opens."""
_LABEL = 25
_HEAD = 400
_LONG_WORD = 3
"""Letters beyond which a word says something of its sentence."""
_ANOTHER = "another"


class Candidate(NamedTuple):
    """A date of the text and its features; ``barred`` when its sentence binds it to a framework
    that is not the text's own, or denies it."""

    when: When
    features: frozenset[str]
    barred: bool

    def value(self, what: str) -> str:
        """The date that this is as the ``start``, ``end`` or ``signed`` of a framework."""
        return self.when.until if what == "end" and self.when.until else self.when.value


def candidates(layout: Layout, own: Own, named: Sequence[Named], kind: str) -> list[Candidate]:
    """Every date and period of a text, in order."""
    clean = layout.clean
    told = [each for block in layout.blocks for each in dates(clean, block.start, block.end)]
    years = Counter(when.value[:4] for when in told)
    spans = [each.years for each in named if each.kind == own.kind and each.years]
    among = _among(years, spans)
    starts = [each.start for each in named]
    found = []
    for when in told:
        start, end = layout.sentence_at(when.start)
        first = max(bisect_left(starts, start) - 1, 0)  # one may begin before its sentence
        bound = _bound((start, end), when, own, named[first : bisect_left(starts, end)])
        features = (
            *_around(layout, when),
            *_in_sentence(layout, when),
            *bound.features(),
            *_shape(layout, when, own, kind),
            *among(when.value[:4]),
        )
        barred = _ANOTHER in (bound.before, bound.around) or is_denied(
            clean.fold[start : when.start]
        )
        found.append(Candidate(when, frozenset(features), barred))
    return found


def _around(layout: Layout, when: When) -> Iterator[str]:
    clean, block = layout.clean, layout.block_at(when.start)
    before = words(clean, max(block.start, when.start - _BEFORE), when.start)
    after = words(clean, when.end, min(block.end, when.end + _AFTER))
    yield from (f"-{place} {word}" for place, word in enumerate(reversed(before[-4:]), 1))
    yield from (f"before {word}" for word in before[-12:])
    yield from (f"before {one} {two}" for one, two in pairwise(before[-6:]))
    yield from (f"+{place} {word}" for place, word in enumerate(after[:3], 1))
    yield from (f"after {word}" for word in after[:10])
    label = words(clean, block.start, min(block.start + _LABEL, when.start))
    yield from (f"line {word}" for word in label[:3])
    if not before:
        yield "opens its line"
        above = words(clean, max(0, block.start - _ABOVE), block.start)
        yield from (f"above {word}" for word in above[-6:])
    if not after:
        yield "ends its line"


def _in_sentence(layout: Layout, when: When) -> Iterator[str]:
    told = words(layout.clean, *layout.sentence_at(when.start))
    return (f"sentence {word}" for word in told if len(word) > _LONG_WORD)


class _Bound(NamedTuple):
    """Whose framework is named before a date in its sentence, after it, and around it."""

    before: str
    after: str
    around: str

    def features(self) -> Iterator[str]:
        return (f"framework {place}: {whose}" for place, whose in self._asdict().items())


def _bound(span: tuple[int, int], when: When, own: Own, named: Sequence[Named]) -> _Bound:
    """By the frameworks that a sentence names."""
    start, end = span
    before = [each for each in named if start <= each.start < when.start]
    after = [each for each in named if when.end <= each.start < end]
    around = [each for each in named if each.start <= when.start < each.end]
    return _Bound(_whose(before[-1:], own), _whose(after[:1], own), _whose(around[:1], own))


def _whose(named: Sequence[Named], own: Own) -> str:
    if not named:
        return "none"
    if named[0].kind == own.kind:
        return "own"
    return _ANOTHER if named[0].specific else "unnamed"


def _shape(layout: Layout, when: When, own: Own, kind: str) -> Iterator[str]:
    zone = layout.block_at(when.start).zone.name
    precision = "period" if when.until else f"{len(when.value)} characters"
    yield f"document {kind}"
    yield f"framework {own.kind}"
    yield precision
    yield f"{kind}, {precision}"
    yield f"{own.kind}, {precision}"
    yield f"zone {zone}"
    yield f"{kind}, zone {zone}"
    yield f"sixth {6 * when.start // len(layout.clean.text)}"
    if own.start <= when.start < own.end:
        yield "in the title"
    if when.start < _HEAD:
        yield "in the head"


def _among(years: Counter[str], spans: Sequence[tuple[str, str]]) -> Callable[[str], Iterator[str]]:
    """What a year is among all that the text tells, and in the names of its framework."""
    count = years.total()
    ends = min(years, default=""), max(years, default="")
    firsts, lasts = {first for first, _ in spans}, {last for _, last in spans}

    def among(year: str) -> Iterator[str]:
        yield f"{min(count, 6)} dates"
        yield f"year told {min(years[year], 3)} times"
        if year == ends[0]:
            yield "first year"
        if year == ends[1]:
            yield "last year"
        if year in firsts:
            yield "first year of the framework's name"
        if year in lasts:
            yield "last year of the framework's name"

    return among
