"""What the product answers, in the columns of the page of Cypher questions."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from graph.view import GraphView
from tests.queries.asking import Asked
from tests.queries.plain import Plain

Rows: TypeAlias = list[dict[str, Any]]
Filters: TypeAlias = Mapping[str, str | None]

COLUMNS = {
    "who": ("initiative", "distance", "exact"),
    "overlaps": ("left", "right", "level", "score", "managed"),
    "fragmentation": ("theme", "territory", "leads"),
    "coverage": ("theme", "state"),
    "articulations": ("left", "right", "status"),
    "path": ("nodes",),
}
FILTERS = {
    "who": ("theme", "territory", "audience"),
    "overlaps": ("territory", "theme"),
    "fragmentation": ("territory", "theme"),
    "coverage": ("territory",),
    "articulations": ("territory",),
    "path": ("from", "to"),
    "gaps": ("territory",),
}
"""The parameters that each question reads beside the day."""
REQUIRED = {"who": "theme", "coverage": "territory"}
_GAP = ("kind", "severity", "subject", "theme", "territory", "other")
_PATH = {"from": "start", "to": "end"}


def answers(view: GraphView, day: date, name: str, filters: Filters) -> Rows:
    """The answer of ``queries/`` to a question of the page, its filters given by id."""
    question, _, gap = name.partition(" ")
    given = {
        _PATH.get(key, key): filters[key]
        for key in FILTERS[question]
        if filters.get(key) is not None
    }
    if question == "gaps":
        return gaps(view, day, gap, given)
    found = getattr(Asked.on(view, day), question)(**given)
    return [{column: item[column] for column in COLUMNS[question]} for item in found]


def gaps(view: GraphView, day: date, name: str, given: Mapping[str, Any]) -> Rows:
    """Gaps of one kind; partners that are missing, by one of their three reasons."""
    kind, _, reason = name.partition(" by ")
    found = Plain(view).gaps(day.toordinal(), kinds=[kind], **given)
    return [
        {column: item[column] for column in _GAP} | {"actor": actor}
        for item in found
        if reason in ("", _reason(item))
        for actor in item["actors"] or [None]
    ]


def _reason(partner: Mapping[str, Any]) -> str:
    if partner["actors"]:
        return "source"
    return "rule" if partner["severity"] == "HIGH" else "likeness"
