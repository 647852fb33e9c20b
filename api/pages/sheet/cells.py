"""Cells of the sheet of a territory: what they unfold into, what a spreadsheet shows of them."""

from dataclasses import dataclass
from typing import Any

from api.pages.facts import Source, cited
from api.pages.links import Link
from graph.view import DayView


@dataclass(frozen=True, slots=True)
class Cited:
    """A cell that unfolds into the documents and passages which tell of something."""

    name: str
    sources: tuple[Source, ...]


def cited_by(day: DayView, row: int) -> Cited:
    """What tells of an entity."""
    record = day.view.entity(row)
    return Cited(record.name, cited(day.view, record.sources))


def text(cell: Any) -> str:
    """A cell on one line."""
    if isinstance(cell, tuple):
        return ", ".join(map(text, cell))
    if isinstance(cell, Cited):
        return " ; ".join(", ".join(_source_parts(each)) for each in cell.sources)
    return cell.name if isinstance(cell, Link) else str(cell)


def _source_parts(source: Source) -> list[str]:
    """The document's name and the passage, those that there are."""
    document = source.document.name if source.document else ""
    return [part for part in (document, source.locator or "") if part]
