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
_LABEL = 40
_MOST = 40
_HEAD = 300
_LONG_WORD = 3
"""Letters beyond which a word says something of its sentence."""


def weighed(actor: Actor) -> list[Mention]:
    """The mentions of an actor that are looked at: a long text says who it is in its first ones."""
    return actor.mentions[:_MOST]


def around_mention(layout: Layout, mention: Mention, own: Own, kind: str) -> frozenset[str]:
    """What stands around one mention."""
    return frozenset((*_near(layout, mention), *_place(layout, mention, own, kind)))


class Company(NamedTuple):
    """The named actors of a text together: how many, how many of each kind, how often the one is
    named that is named most."""

    size: int
    kinds: Counter[str]
    most: int


def company_of(actors: Sequence[Actor]) -> Company:
    """The named actors of a text together."""
    kinds = Counter(each.mentions[0].kind for each in actors)
    return Company(len(actors), kinds, max((len(each.mentions) for each in actors), default=0))


def of_actor(actor: Actor, rank: int, company: Company, own: Own, kind: str) -> frozenset[str]:
    """What is true in the whole text of an actor, the one at ``rank`` of its company."""
    return frozenset(_in_text(actor, rank, company, own, kind))


def _in_text(actor: Actor, rank: int, company: Company, own: Own, kind: str) -> Iterator[str]:
    told = actor.mentions[0].kind
    title = fold(own.title)
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
    if any(fold(place.name) in title for each in actor.mentions for place in each.places):
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
