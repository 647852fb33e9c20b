"""Tables laid out by spaces: labels side by side, and under each the names that it tells."""

from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.roles.tables import cells_of
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.labels import STRICT, label_at

_LONGEST_HEAD = 45
_LONGEST_CELL = 100
_MOST_ROWS = 15
_NEAR = 4
"""Characters by which a cell may stand beside the head of its column."""


class Cell(NamedTuple):
    """A stretch of a row, where it begins on its raw line, and the zone that its column says."""

    start: int
    end: int
    place: int
    zone: Zone


def rows(clean: Clean, blocks: Sequence[Block]) -> dict[int, list[Cell]]:
    """The cells of each block that is a row of such a table, by the block's start."""
    found: dict[int, list[Cell]] = {}
    heads: list[Cell] = []
    left = 0
    for block in blocks:
        cells = _cells(clean, block)
        if told := _heads(clean, cells):
            heads, left = told, _MOST_ROWS
            found[block.start] = []  # its own words are labels
            continue
        if left == 0 or _ends(clean, block, cells):
            left = 0
            continue
        left -= 1
        found[block.start] = [_under(cell, index, cells, heads) for index, cell in enumerate(cells)]
    return found


def _cells(clean: Clean, block: Block) -> list[Cell]:
    """The cells of a row that say something, each where it begins on its raw line."""
    found = []
    for start, end in cells_of(clean, block):
        if end > start:
            raw = clean.starts[start]
            line = raw - (clean.raw.rfind("\n", 0, raw) + 1)
            found.append(Cell(start, end, line, Zone.NONE))
    return found


def _heads(clean: Clean, cells: Sequence[Cell]) -> list[Cell]:
    """The cells with the zones of their labels, when one of them says a role and another, or the
    number of them, that they head a table."""
    if len(cells) < 2 or any(cell.end - cell.start > _LONGEST_HEAD for cell in cells):
        return []
    told = [(cell, *label_at(clean, cell.start, cell.end)) for cell in cells]
    zones = [zone for cell, zone, content in told if zone and content >= cell.end]
    if len(zones) + (len(cells) > 2) < 2 or not STRICT.intersection(zones):
        return []
    return [
        cell._replace(zone=zone if zone and content >= cell.end else Zone.OTHER)
        for cell, zone, content in told
    ]


def _ends(clean: Clean, block: Block, cells: Sequence[Cell]) -> bool:
    """Whether a block is no row: another label, a question, a paragraph."""
    label, _ = label_at(clean, block.start, block.end)
    said = clean.text[block.start : block.end]
    long = len(cells) == 1 and len(said) > _LONGEST_CELL
    return label is not None or said.endswith("?") or long


def _under(cell: Cell, index: int, cells: Sequence[Cell], heads: Sequence[Cell]) -> Cell:
    """A cell with the zone of the column that it stands in: that of the head of the same rank in a
    whole row, else of the head above it."""
    if len(cells) == len(heads):
        return cell._replace(zone=heads[index].zone)
    above = [head for head in heads if abs(head.place - cell.place) <= _NEAR]
    return cell._replace(zone=above[0].zone) if above else cell
