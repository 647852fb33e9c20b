"""Who funds, by the column of amounts that a name heads: *Action | État | Ville d'Agen*."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean

_CELL = " | "
_FEWEST = 3
_AMOUNT = re.compile(r"\d[\d .]*(?:,\d+)? ?(?:€|euros?)?$")
Span = tuple[int, int]


def by_amounts(
    clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """The mentions that head a column of amounts: they pay."""
    heading: list[Span] = []
    for block in blocks:
        cells = cells_of(clean, block)
        if len(cells) < _FEWEST or len(cells) != len(heading):
            heading = cells
            continue
        for (start, end), (first, last) in zip(cells, heading, strict=True):
            if _AMOUNT.fullmatch(clean.fold[start:end]):
                yield from (each for each in mentions if first == each.start < last)


def cells_of(clean: Clean, block: Block) -> list[Span]:
    """The spans of the cells of a row, empty ones too."""
    spans, place = [], block.start
    for said in clean.text[block.start : block.end].split(_CELL):
        spans.append((place, place + len(said)))
        place += len(said) + len(_CELL)
    return spans
