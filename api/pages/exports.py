"""The answer to « Qui travaille déjà sur… » as a sheet and as JSON."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi.responses import JSONResponse, Response

from api.exports.sheets import as_text
from api.pages.cards import Card, work_card
from api.pages.facts import Facts, Source
from api.pages.links import Link
from api.pages.question import Question
from api.shapes import shape
from graph.dates import iso


@dataclass(frozen=True, slots=True)
class Table:
    """A list as a sheet: the file's name without its ending, headers, rows."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str]]


_COLUMNS = (
    "identifiant",
    "nom",
    "nature",
    "statut",
    "période",
    "début",
    "fin",
    "exact",
    "distance",
    "acteurs",
    "cadres",
    "instances",
    "thèmes",
    "territoires",
    "publics",
    "note",
    "sources",
)


def json_twin(question: Question) -> Response:
    """The answer as ``maillage ask who --json`` prints it."""
    answer = question.answer()
    view = question.day.view
    return json_response(
        {
            "question": "who",
            "asOf": iso(question.day.day),
            "totalCount": answer.total,
            "items": [shape(view, item) for item in answer.page()],
        }
    )


def json_response(content: dict[str, Any], status: int = 200) -> Response:
    """JSON as orjson writes it; unlike the standard library it never writes NaN."""
    return Response(orjson.dumps(content), status, media_type=JSONResponse.media_type)


def csv_twin(facts: Facts, question: Question) -> Response:
    """The answer as a sheet."""
    name = f"maillage-qui-{iso(question.day.day)}"
    return csv_response(Table(name, _COLUMNS, _rows(facts, question)))


def csv_response(table: Table) -> Response:
    """A sheet that French spreadsheets open as it is: semicolons, UTF-8 mark, no formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.headers)
    writer.writerows([as_text(cell) for cell in row] for row in table.rows)
    return Response(
        "\ufeff" + text.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{table.name}.csv"'},
    )


def _rows(facts: Facts, question: Question) -> Iterator[list[str]]:
    view = question.day.view
    for work in question.answer().page():
        record = view.entity(work.initiative)
        card: Card = work_card(facts, question.day, work, ())
        yield [
            card.entity.id,
            card.entity.name,
            card.nature,
            card.status or "",
            card.period,
            record.start or "",
            record.end or "",
            "oui" if work.exact else "non",
            str(work.distance),
            _joined(_part(part.actor.name, part.roles) for part in card.actors),
            _names(card.frameworks),
            _names(card.bodies),
            _names(card.themes),
            _names(card.territories),
            _names(card.audiences),
            card.note or "",
            _joined(dict.fromkeys(_source(source) for source in _all_sources(card))),
        ]


def _all_sources(card: Card) -> Iterator[Source]:
    yield from card.sources
    for fact in card.facts:
        yield from fact.sources


def _source(source: Source) -> str:
    document = source.document.name if source.document else None
    return ", ".join(text for text in (document, source.locator) if text)


def _part(name: str, roles: tuple[str, ...]) -> str:
    return f"{name} ({', '.join(roles)})" if roles else name


def _names(links: Iterable[Link]) -> str:
    return _joined(link.name for link in links)


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)
