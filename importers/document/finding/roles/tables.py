"""Roles from the columns of a table: *Action | Porteur | État | Ville d'Agen*."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean

_COLUMNS = (
    ("LEAD", re.compile(r"(?:co-?)?(?:porteurs?|pilotes?|structure porteuse|operateurs?)\b")),
    ("FUNDER", re.compile(r"(?:co-?)?financeurs?\b")),
    ("PARTNER", re.compile(r"partenaires?\b")),
)
_CELL = " | "
_FEWEST = 3
_AMOUNT = re.compile(r"\d[\d .]*(?:,\d+)? ?(?:€|euros?)?$")
Span = tuple[int, int]


def by_columns(
    clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, str]]:
    """The mentions that stand in a column whose heading says a role, and those that head a column
    of amounts: they pay."""
    heading: list[Span] = []
    for block in blocks:
        cells = _cells(clean, block)
        if len(cells) < _FEWEST or len(cells) != len(heading):
            heading = cells
            continue
        for (start, end), (first, last) in zip(cells, heading, strict=True):
            said = clean.fold[first:last]
            role = next((role for role, words in _COLUMNS if words.match(said)), None)
            if role is not None:
                yield from ((each, role) for each in mentions if start <= each.start < end)
            elif _AMOUNT.fullmatch(clean.fold[start:end]):
                yield from ((each, "FUNDER") for each in mentions if first == each.start < last)


def _cells(clean: Clean, block: Block) -> list[Span]:
    spans, place = [], block.start
    for said in clean.text[block.start : block.end].split(_CELL):
        spans.append((place, place + len(said)))
        place += len(said) + len(_CELL)
    return spans
