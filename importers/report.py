"""What became of each row of an import, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.changes import Operation, Plan, UpsertEntity, UpsertRelation
from graph.changes.differences import SUMMING_UP, Differences, Effect, fact_id, of_plan, planned
from graph.changes.plan import FactKey
from graph.errors import Place
from graph.progress import watched
from graph.reconciliation import Asked
from graph.stores import ChangeRecord
from graph.view import GraphView
from importers.agreement import fact_key
from importers.editions import EditionTold
from importers.listing import Remark

MOST_DIFFERENCES = 500
"""Facts of each effect that a report tells; all are counted."""


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


class Doubt(NamedTuple):
    """A question of identity: is what a row states the other one? Reasons are French."""

    place: Place
    id: str
    name: str
    other: str
    other_name: str
    score: float
    pros: tuple[str, ...]
    cons: tuple[str, ...]

    @property
    def text(self) -> str:
        """The question on one line, with what speaks for and against."""
        reasons = "; ".join((*self.pros, *(f"mais {con}" for con in self.cons)))
        return f"« {self.name} » est-il « {self.other_name} » ? {reasons}"


@dataclass(frozen=True)
class ListReport:
    """What became of a list: ``doubts`` are the pairs that wait for a person, ``remarks`` what is
    said of rows that are kept, ``gone`` names the facts that this edition no longer has;
    ``rows`` tells each row, in order, ``editions`` which list each file is an edition of.
    """

    doubts: Sequence[Doubt]
    remarks: Sequence[Remark]
    gone: Sequence[str]
    rows: Sequence[RowFate]
    editions: Sequence[EditionTold]

    @property
    def questions(self) -> int:
        """How many pairs wait for a person."""
        return len(self.doubts)

    @property
    def disappeared(self) -> int:
        """How many facts this edition no longer has."""
        return len(self.gone)

    def counts(self) -> dict[Fate, int]:
        """How many rows have each fate."""
        counted = Counter(row.fate for row in self.rows)
        return {fate: counted[fate] for fate in Fate}


@dataclass(frozen=True)
class Report:
    """What an import did; ``change_set`` is None when it changed nothing or was a dry run.

    ``created``, ``changed``, ``unchanged`` and ``retracted`` count facts, ``refused`` rows.
    ``differences`` are the first of the facts that it touches; ``listed`` tells more of a list,
    ``remarks`` what of a document's reading could not be written.
    """

    change_set: str | None
    created: int
    changed: int
    unchanged: int
    retracted: int
    refused: int
    dry_run: bool
    differences: Differences
    listed: ListReport | None = None
    remarks: tuple[str, ...] = ()

    @property
    def totals(self) -> dict[Effect, int]:
        """How many facts have each effect, of which ``differences`` are the first."""
        return {
            Effect.ADDED: self.created,
            Effect.CHANGED: self.changed,
            Effect.ENDED: self.retracted,
        }


def report_of(record: ChangeRecord | None, plan: Plan, dry_run: bool) -> Report:
    """What a change set did, or would do."""
    return Report(
        record.id if record else None,
        plan.created,
        plan.changed,
        plan.unchanged,
        plan.retracted,
        0,
        dry_run,
        of_plan(plan, MOST_DIFFERENCES),
    )


def row_fates(
    operations: Iterable[Operation],
    plan: Plan,
    remarks: Iterable[Remark],
    doubts: Iterable[Doubt],
) -> list[RowFate]:
    """The fate of every row that an import read, in order of files and rows.

    Linear in the operations.
    """
    fates: dict[tuple[str | None, int], Fate] = {}
    reasons: dict[tuple[str | None, int], list[str]] = {}
    changed = _changes(plan)
    for operation in watched(operations, SUMMING_UP):
        if isinstance(operation, UpsertEntity | UpsertRelation) and operation.place.row:
            fate = changed.get(fact_key(operation), Fate.UNCHANGED)
            _keep(fates, operation.place, fate)
    asked = (Remark(doubt.place, doubt.text) for doubt in doubts)
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


_FATES = {Effect.ADDED: Fate.CREATED, Effect.CHANGED: Fate.CHANGED, Effect.ENDED: Fate.CHANGED}


def _changes(plan: Plan) -> dict[FactKey, Fate]:
    return {fact_id(each.fact): _FATES[each.effect] for each in watched(planned(plan), SUMMING_UP)}


def doubts_of(
    view: GraphView, operations: Iterable[Operation], asked: Sequence[Asked]
) -> list[Doubt]:
    """The questions of an import with the names that it, or the view, gives."""
    wanted = {id_ for each in asked for id_ in (each.id, each.other)}
    names = {
        each.id: str(each.values["name"])
        for each in operations
        if isinstance(each, UpsertEntity) and each.id in wanted and each.values.get("name")
    }

    def name(id_: str) -> str:
        row = view.row(id_)
        return names.get(id_, id_) if row is None else view.entity(row).name

    return [
        Doubt(
            each.place,
            each.id,
            name(each.id),
            each.other,
            name(each.other),
            each.verdict.score,
            each.verdict.pros,
            each.verdict.cons,
        )
        for each in asked
    ]


_RANK = {fate: number for number, fate in enumerate(Fate)}


def _keep(fates: dict[tuple[str | None, int], Fate], place: Place, fate: Fate) -> None:
    key = (place.file, place.row or 0)
    standing = fates.get(key)
    if standing is None or _RANK[fate] < _RANK[standing]:
        fates[key] = fate
