"""What stands around the mentions of each actor, as features: short strings, each there or not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from importers.document.finding.joining import Actor
from importers.document.finding.learned.words import words
from importers.document.finding.mentions import Mention
from importers.document.finding.own import Own
from importers.document.structure.clean import fold
from importers.document.structure.layout import Layout

_AROUND, _ABOVE = 120, 60
"""Characters looked at on each side of a mention, and above the line that it opens."""
_LABEL, _HEAD = 40, 300
"""Characters of a line that may be its label, and of a text that are its head."""
_MOST = 40
"""Mentions of an actor that are looked at."""
_LONG_WORD = 3
"""Letters beyond which a word says something of its sentence."""


class Seen(NamedTuple):
    """An actor of a text with the mentions that are looked at (a long text says who it is in its
    first ones), what stands around each, and all that is known of it."""

    actor: Actor
    mentions: Sequence[Mention]
    around: Sequence[frozenset[str]]
    features: frozenset[str]


def seen(layout: Layout, actors: Sequence[Actor], own: Own, kind: str) -> Iterator[Seen]:
    """The named actors of a text, in its order, as they are learned and weighed."""
    named = [actor for actor in actors if not actor.generic]
    company = _company(named, own)
    for rank, actor in enumerate(named):
        mentions = actor.mentions[:_MOST]
        around = [frozenset(_around(layout, each, own, kind)) for each in mentions]
        whole = frozenset(_in_text(actor, rank, company, own, kind))
        yield Seen(actor, mentions, around, whole.union(*around))


class _Company(NamedTuple):
    """The named actors of a text together: how many, how many of each kind, how often the one is
    named that is named most; and the folded title beside which they stand."""

    size: int
    kinds: Counter[str]
    most: int
    title: str


def _company(actors: Sequence[Actor], own: Own) -> _Company:
    kinds = Counter(each.mentions[0].kind for each in actors)
    most = max((len(each.mentions) for each in actors), default=0)
    return _Company(len(actors), kinds, most, fold(own.title))


def _around(layout: Layout, mention: Mention, own: Own, kind: str) -> Iterator[str]:
    yield from _near(layout, mention)
    yield from _place(layout, mention, own, kind)


def _in_text(actor: Actor, rank: int, company: _Company, own: Own, kind: str) -> Iterator[str]:
    told = actor.mentions[0].kind
    yield f"actor {told}"
    yield f"document {kind}"
    yield f"{kind}: actor {told}"
    yield f"framework {own.kind}"
    yield f"{own.kind}: actor {told}"
    yield f"{min(len(actor.mentions), 5)} mentions"
    yield f"actor number {min(rank, 5)}"
    yield f"{min(company.size // 4, 5)} times four actors"
    if len(actor.mentions) == company.most:
        yield "named most"
    if company.kinds[told] == 1:
        yield "alone of its kind"
    if any(fold(place.name) in company.title for each in actor.mentions for place in each.places):
        yield "its place is in the title"
    if any(each.start < _HEAD for each in actor.mentions):
        yield "named in the head"


def _near(layout: Layout, mention: Mention) -> Iterator[str]:
    clean, block = layout.clean, layout.block_at(mention.start)
    start, end = layout.sentence_at(mention.start)
    before = words(clean, max(block.start, mention.start - _AROUND), mention.start)
    after = words(clean, mention.end, min(block.end, mention.end + _AROUND))
    told = words(clean, start, end)
    yield from (f"-{place} {word}" for place, word in enumerate(reversed(before[-3:]), 1))
    yield from (f"before {word}" for word in before[-8:])
    yield from (f"before {one} {two}" for one, two in pairwise(before[-5:]))
    yield from (f"+{place} {word}" for place, word in enumerate(after[:3], 1))
    yield from (f"after {word}" for word in after[:8])
    yield from (f"after {one} {two}" for one, two in pairwise(after[:6]))
    yield from (f"sentence {word}" for word in told if len(word) > _LONG_WORD or word == "€")
    label = words(clean, block.start, min(block.start + _LABEL, mention.start))
    yield from (f"line {word}" for word in label[:4])
    if mention.start == start:
        yield "opens its sentence"
        yield from (f"it {word}" for word in after[:6])
    if not before:
        yield "opens its line"
        above = words(clean, max(0, block.start - _ABOVE), block.start)
        yield from (f"above {word}" for word in above[-5:])


def _place(layout: Layout, mention: Mention, own: Own, kind: str) -> Iterator[str]:
    zone = layout.block_at(mention.start).zone.name
    yield f"zone {zone}"
    yield f"{kind}, zone {zone}"
    yield f"{mention.kind}, zone {zone}"
    yield f"quarter {4 * mention.start // len(layout.clean.text)}"
    if own.start <= mention.start < own.end:
        yield "in the title"
