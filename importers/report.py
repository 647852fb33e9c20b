"""What became of each row of an import, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.changes import Operation, Plan, UpsertEntity, UpsertRelation
from graph.errors import Place
from graph.records import RelationKey
from graph.view import GraphView
from importers.agreement import fact_key
from importers.listing import Remark


class Fate(StrEnum):
    """What became of a row; a row has the first that holds."""

    REFUSED = "REFUSED"
    QUESTION = "QUESTION"
    CREATED = "CREATED"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"


FATE_LABELS = {
    Fate.REFUSED: "refusée",
    Fate.QUESTION: "question",
    Fate.CREATED: "créée",
    Fate.CHANGED: "modifiée",
    Fate.UNCHANGED: "inchangée",
}


class RowFate(NamedTuple):
    """A row of a file, what became of it, and what is to be said of it."""

    file: str | None
    row: int
    fate: Fate
    reason: str = ""


@dataclass(frozen=True)
class ListReport:
    """What became of a list: ``questions`` counts the pairs that wait for a person,
    ``disappeared`` the facts that this edition no longer has; ``rows`` tells each row, in order.
    """

    questions: int
    disappeared: int
    rows: Sequence[RowFate]

    def counts(self) -> dict[Fate, int]:
        """How many rows have each fate."""
        counted = Counter(row.fate for row in self.rows)
        return {fate: counted[fate] for fate in Fate}


@dataclass(frozen=True)
class Report:
    """What an import did; ``change_set`` is None when it changed nothing or was a dry run.

    ``created``, ``changed`` and ``unchanged`` count facts, ``refused`` rows. ``listed`` tells more
    of a list, ``remarks`` what of a document's reading could not be written.
    """

    change_set: str | None
    created: int
    changed: int
    unchanged: int
    refused: int
    dry_run: bool
    listed: ListReport | None = None
    remarks: tuple[str, ...] = ()


def row_fates(
    view: GraphView,
    operations: Iterable[Operation],
    plan: Plan,
    remarks: Iterable[Remark],
    asked: Iterable[Remark],
) -> list[RowFate]:
    """The fate of every row that an import read, in order of files and rows.

    ``view`` is the graph before the plan. Linear in the operations.
    """
    fates: dict[tuple[str | None, int], Fate] = {}
    reasons: dict[tuple[str | None, int], list[str]] = {}
    changed = _changes(view, plan)
    for operation in operations:
        if isinstance(operation, UpsertEntity | UpsertRelation) and operation.place.row:
            fate = changed.get(fact_key(operation), Fate.UNCHANGED)
            _keep(fates, operation.place, fate)
    for fate, told in ((Fate.QUESTION, asked), (Fate.UNCHANGED, remarks)):
        for remark in told:
            place = (remark.place.file, remark.place.row or 0)
            reasons.setdefault(place, []).append(remark.text)
            _keep(fates, remark.place, Fate.REFUSED if remark.refused else fate)
    return [
        RowFate(file, row, fate, " ; ".join(reasons.get((file, row), ())))
        for (file, row), fate in sorted(
            fates.items(), key=lambda item: (item[0][0] or "", item[0][1])
        )
    ]


def _changes(view: GraphView, plan: Plan) -> dict[str | RelationKey, Fate]:
    found: dict[str | RelationKey, Fate] = {}
    for entity in plan.entities:
        is_known = view.stated_row(entity.id) is not None
        found[entity.id] = Fate.CHANGED if is_known else Fate.CREATED
    is_empty = view.size == 0
    for relation in plan.relations:
        known = None if is_empty else view.find_relation(relation.key)
        found[relation.key] = Fate.CREATED if known is None else Fate.CHANGED
    return found


_RANK = {fate: number for number, fate in enumerate(Fate)}


def _keep(fates: dict[tuple[str | None, int], Fate], place: Place, fate: Fate) -> None:
    key = (place.file, place.row or 0)
    standing = fates.get(key)
    if standing is None or _RANK[fate] < _RANK[standing]:
        fates[key] = fate
