"""Actions that a text lists, each with who leads and joins it, for whom and by what means.

An action of a fiche, or one that is numbered, has what follows it up to the next one; a bullet of a
list of actions has its own line alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from importers.document.finding.mentions import Mention
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.bullets import LONGEST, item
from importers.document.structure.clean import Clean
from importers.document.structure.inline import Part, parts
from importers.document.structure.kinds import FICHE

Span = tuple[int, int]


class Action(NamedTuple):
    """An action: the spans of its name, audience and means, and who leads and joins it."""

    name: Span
    lead: Mention | None
    partners: tuple[Mention, ...]
    audience: Span | None
    means: Span | None


_LINK = re.compile(r"(?:de |d')(?=\w+(?:er|ir|re)\b)")
"""*Les parties conviennent de : d'ouvrir un lieu*, whose name is *ouvrir un lieu*."""


class _Section(NamedTuple):
    """The name of an action and the blocks that speak of it."""

    name: Span
    blocks: Sequence[Block]


_LISTS = re.compile(
    r"\b(?:actions? (?:prevues?|retenues?|suivantes?|a mener|envisagees?|proposees?)|"
    r"fiches?[ -]actions?|plan d'actions?|il pourra s'agir)\b[^.]*:?$"
)
_NUMBERED = re.compile(r"(?:fiche[ -]action|action|fa) (?:n[°o] ?)?[\d.]+ ?[:–-] ?(?=\w)")
_LABELLED = re.compile(
    r"\s*(?:\(|[.;,] )(?=(?:co-?)?(?:pilote|porteur|partenaire|financeur)(?:s|\(s\))? ?:)"
)
"""Where the name of an action ends on its line: *(pilote : CCAS ; partenaires : PMI)*."""


def actions(
    clean: Clean, blocks: Sequence[Block], own: Own, kind: str, mentions: Sequence[Mention]
) -> Iterator[Action]:
    """The action that a fiche is about, numbered ones, and bullets of a list of actions."""
    for section in _sections(clean, blocks, own, kind):
        labelled = [part for block in section.blocks for part in _labelled(clean, block)]
        led = _named(labelled, Zone.LEAD, mentions)
        yield Action(
            section.name,
            led[0] if led else None,
            (*led[1:], *_named(labelled, Zone.PARTNER, mentions)),
            _content(section.blocks, Zone.AUDIENCE),
            _content(section.blocks, Zone.MEANS),
        )


def _sections(clean: Clean, blocks: Sequence[Block], own: Own, kind: str) -> Iterator[_Section]:
    numbered = [each for each in blocks if _NUMBERED.match(clean.fold, each.start, each.end)]
    if kind == FICHE and len(numbered) <= 1:
        yield _Section((own.start, own.end), blocks)
        return
    listing = False
    for place, block in enumerate(blocks):
        plain = clean.fold[block.start : block.end]
        if number := _NUMBERED.match(plain):
            following = takewhile(lambda each: not _ends(clean, each), blocks[place + 1 :])
            yield _Section(_name(clean, block.start + number.end(), block.end), [block, *following])
        elif listing and block.bullet:
            yield _Section(_name(clean, *item(clean, block)), [block])
        else:
            listing = bool(_LISTS.search(plain)) and (block.heading or plain.endswith(":"))


def _ends(clean: Clean, block: Block) -> bool:
    """Whether a block is no more of the action before it: another action, an article..."""
    plain = clean.fold[block.start : block.end]
    return (
        block.zone is Zone.SIGNATURES
        or bool(_NUMBERED.match(plain))
        or bool(re.match(r"(?:article|titre|chapitre|annexe|axe) ", plain))
    )


def _name(clean: Clean, start: int, end: int) -> Span:
    if link := _LINK.match(clean.fold, start, end):
        start = link.end()
    labels = _LABELLED.search(clean.fold, start, end)
    return start, min(labels.start() if labels else end, start + LONGEST)


def _labelled(clean: Clean, block: Block) -> Iterator[Part]:
    """What a block says under its zone, and under the labels within its line."""
    return chain((Part(block.zone, block.content, block.end),), parts(clean, block))


def _named(labelled: Sequence[Part], zone: Zone, mentions: Sequence[Mention]) -> list[Mention]:
    return [
        each
        for each in mentions
        if not each.generic
        and any(part.zone is zone and part.start <= each.start < part.end for part in labelled)
    ]


def _content(blocks: Sequence[Block], zone: Zone) -> Span | None:
    """What stands under a label, on its own line or below it."""
    under = [each for each in blocks if each.zone is zone and each.content < each.end]
    if not under:
        return None
    return under[0].content, min(under[0].end, under[0].content + LONGEST)
