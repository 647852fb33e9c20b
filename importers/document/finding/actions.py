"""Actions that a text lists, and needs that it reports, from labelled places alone."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import FICHE

_MARK = re.compile(r"(?:[-–•*▪■●○◦‣►➢✓»→·\uf0b7]|[eo](?= )|\d{1,2}[.)°](?=\s)|[a-z]\))\s*")
_LISTS = re.compile(
    r"\b(?:actions? (?:prevues?|retenues?|suivantes?|a mener|envisagees?|proposees?)|"
    r"fiches?[ -]actions?|plan d'actions?|il pourra s'agir)\b[^.]*:?$"
)
_NUMBERED = re.compile(r"(?:fiche[ -]action|action|fa) (?:n[°o] ?)?[\d.]+ ?[:–-] ?(?=\w)")
_LONGEST = 200


class Item(NamedTuple):
    """An action or a need, by the span of its words."""

    start: int
    end: int


def actions(clean: Clean, blocks: Sequence[Block], own: Own, kind: str) -> Iterator[Item]:
    """The action that a fiche is about, numbered ones, and bullets of a list of actions."""
    if kind == FICHE:
        yield Item(own.start, own.end)
        return
    listing = False
    for block in blocks:
        plain = clean.fold[block.start : block.end]
        if numbered := _NUMBERED.match(plain):
            yield Item(
                block.start + numbered.end(),
                min(block.end, block.start + numbered.end() + _LONGEST),
            )
        elif listing and block.bullet:
            yield _item(clean, block)
        else:
            listing = bool(_LISTS.search(plain)) and (block.heading or plain.endswith(":"))


def needs(clean: Clean, blocks: Sequence[Block]) -> Iterator[Item]:
    """Bullets under a label such as *Besoins identifiés* or *Constats*."""
    for block in blocks:
        told = block.bullet or block.content > block.start
        if block.zone is Zone.NEED and told and block.end - block.content > 15:
            yield _item(clean, block)


def _item(clean: Clean, block: Block) -> Item:
    mark = _MARK.match(clean.text, block.start, block.end)
    start = max(mark.end() if mark else block.start, block.content)
    end = min(block.end, start + _LONGEST)
    stop = re.search(r"[.;]\s*$|(?<=\w)\. ", clean.text[start:end])
    return Item(start, start + stop.start() if stop else end)
