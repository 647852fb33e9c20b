"""Change sets that nobody stores, and what they would do told by asking again afterwards."""

from random import Random
from typing import Any, TypeAlias

from api.shapes import shape
from graph.changes import (
    Merge,
    Operation,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
)
from graph.ontology import INITIATIVES, RELATIONS, EntityKind, RelationType
from graph.view import DayView, GraphView
from queries.coverage import CoverageCell, coverage_cell
from queries.cut_points import CutPoint, cut_points
from queries.gaps import Gap, gaps
from queries.overlaps import Overlap, overlaps

EDITS = ("add", "add", "add", "end", "end", "status", "retract", "take out", "merge", "split")
TYPES = [each for each in RelationType if each is not RelationType.HOLDS_POST]


def edit(view: GraphView, chances: Random) -> Operation:
    """One edit such as an analyst would try; the rules of the graph refuse some."""
    rows = view.rows_of(*(kind for kind in EntityKind if kind is not EntityKind.DOCUMENT))
    acting = [row for row in rows if view.kind(row) in INITIATIVES] or rows
    numbers = list(view.relation_numbers())
    merged = [view.entities.records[row].id for row in view.merges.survivors]
    match chances.choice(EDITS):
        case "end":
            end = chances.choice(("2015-07", "2014-03-31", "2031"))
            chosen = _id(view, chances.choice(acting))
            return UpsertEntity(chosen, None, {"end": end, "open_ended": None})
        case "status":
            status = chances.choice(("DRAFT", "ACTIVE"))
            return UpsertEntity(_id(view, chances.choice(acting)), None, {"status": status})
        case "retract":
            return Retract(_id(view, chances.choice(rows)))
        case "take out" if numbers:
            return RetractRelation(*view.stated_relation(chances.choice(numbers)).key)
        case "merge":
            into = chances.choice(rows)
            alike = view.rows_of(view.kind(into))
            return Merge((_id(view, chances.choice(alike)),), _id(view, into))
        case "split" if merged:
            return Split(chances.choice(sorted(merged)))
    return _addition(view, chances)


def _addition(view: GraphView, chances: Random) -> Operation:
    type_ = chances.choice(TYPES)
    kinds = chances.choice(sorted(RELATIONS[type_].ends))
    ends = [view.rows_of(kind) for kind in kinds]
    if not all(ends):
        return UpsertEntity("axn:nouvelle", EntityKind.ACTION, {"name": "Nouvelle action"})
    origin, target = (_id(view, chances.choice(rows)) for rows in ends)
    return UpsertRelation(type_, origin, target, {})


def _id(view: GraphView, row: int) -> str:
    return view.entity(row).id


Told: TypeAlias = dict[str, dict[str, Any]]
"""Items of an answer by what they name, evidence left aside, in order."""


class Answers:
    """Answers on a day, in a territory by id or everywhere."""

    def __init__(self, day: DayView, territory: str | None) -> None:
        self.day = day
        self.view = day.view
        self.territory = territory
        row = None if territory is None else day.view.row(territory)
        self._row, self._is_gone = row, territory is not None and row is None

    def all(self) -> dict[str, Told]:
        """What a hypothesis may change, by its name there."""
        if self._is_gone:
            return {name: {} for name in ("overlaps", "gaps", "cut_points")}
        row = self._row
        return {
            "overlaps": dict(map(self.told, overlaps(self.day, row).page())),
            "gaps": dict(map(self.told, gaps(self.day, row).page())),
            "cut_points": dict(map(self.told, cut_points(self.day, row).page())),
        }

    def cell(self, theme: str, territory: str) -> CoverageCell | None:
        """A cell; a merged territory is its survivor, a merged theme is none."""
        rows = self.view.row(theme), self.view.row(territory)
        if rows[0] is None or rows[1] is None or self._id(rows[0]) != theme:
            return None
        return coverage_cell(self.day, rows[0], rows[1])

    def themes(self) -> set[str]:
        """All themes."""
        return {self.view.entity(row).id for row in self.view.rows_of(EntityKind.THEME)}

    def told(self, item: Any) -> tuple[str, dict[str, Any]]:
        """What an item names, and what it says."""
        said = shape(self.view, item)
        del said["evidence" if "evidence" in said else "componentsBefore"]
        names: list[int | None] = []
        match item:
            case Overlap():
                said["managedBy"] = [
                    (each.reason, self._id(each.entity)) for each in item.managed_by
                ]
                names = [item.left, item.right]
            case Gap():
                names = [item.subject, item.theme, item.territory, item.other, *item.actors]
                return " ".join([item.kind, *map(str, map(self._id, names))]), said
            case CutPoint():
                said["componentsAfter"] = item.components_after - item.components_before
                names = [item.entity]
        return " ".join(str(self._id(row)) for row in names), said

    def _id(self, row: int | None) -> str | None:
        return None if row is None else self.view.entity(row).id

    def covered(self) -> set[str]:
        """Territories that something active covers, or that an analyst judged."""
        columns, found = self.view.relations, set()
        for number in self.day.relation_active.nonzero()[0].tolist():
            match self.view.relation(number).type:
                case RelationType.COVERS:
                    found.add(int(columns.target[number]))
                case RelationType.NOT_APPLICABLE | RelationType.CHECKED_ABSENT:
                    found.add(int(columns.origin[number]))
        return {self.view.entity(row).id for row in found}


def differences(before: Told, after: Told) -> list[tuple[str, str]]:
    """What appears, what changes, what disappears, in the order of the answers."""
    return [
        *(("APPEARED", key) for key in after if key not in before),
        *(("CHANGED", key) for key in before if key in after and before[key] != after[key]),
        *(("DISAPPEARED", key) for key in before if key not in after),
    ]
