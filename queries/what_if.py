"""What-if: what a change set would make appear, disappear or change in the answers.

Two days are compared: the graph as it is and as it would be. Nothing is stored.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from graph.changes.preview import Preview
from graph.ontology import EntityKind
from graph.view import DayView
from queries.affected import Cell, affected_cells, affected_initiatives
from queries.answer import Answer
from queries.coverage import CoverageCell, coverage_cell
from queries.cut_points import CutPoint, cut_points
from queries.gaps import Gap, gaps
from queries.overlaps import Overlap, overlaps

Kind = Literal["APPEARED", "CHANGED", "DISAPPEARED"]
Item = TypeVar("Item")
Ids: TypeAlias = Callable[[Iterable[int | None]], tuple[str, ...]]
"""The ids of rows, empty for none."""
_Side: TypeAlias = dict[tuple[Any, ...], tuple[Any, Item]]


@dataclass(frozen=True, slots=True)
class Difference(Generic[Item]):
    """An item of an answer that would not be the same; ``before`` holds rows of the graph as
    it is, ``after`` of the graph as it would be."""

    change: Kind
    before: Item | None
    after: Item | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change set would do to the answers."""

    overlaps: tuple[Difference[Overlap], ...]
    coverage: tuple[Difference[CoverageCell], ...]
    gaps: tuple[Difference[Gap], ...]
    cut_points: tuple[Difference[CutPoint], ...]


def what_if(before: DayView, after: Preview, territory: str | None) -> WhatIf:
    """Differences between the answers of a day, in a territory (by id) or everywhere.

    Items are the same when they name the same entities; they change when what is said of
    them does, evidence and numbers of components left aside. A cell that one side does not
    have counts as UNKNOWN, a merged territory as its survivor. Without a territory, coverage
    is compared for the territories that something covers or that are judged themselves. Each
    list: what appears, what changes, what disappears, in the order of the answers; cells by
    territory then theme. Raises as the questions do.
    """
    both = _Both(before, after.view.on(before.day), territory)
    return WhatIf(
        both.differences(both.touched_overlaps(after), _overlap),
        tuple(_cells(both, after)),
        both.differences(gaps, _gap),
        both.differences(cut_points, _cut_point),
    )


class _Told(NamedTuple):
    """What makes an item the same in two graphs, and what is said of it."""

    key: tuple[Any, ...]
    content: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Both:
    before: DayView
    after: DayView
    territory: str | None

    def touched_overlaps(self, after: Preview) -> Callable[[DayView, int | None], Answer[Overlap]]:
        """Overlaps, but for those that the change cannot reach."""
        ids = affected_initiatives(self.before, after)

        def ask(day: DayView, territory: int | None) -> Answer[Overlap]:
            if ids is None:
                return overlaps(day, territory)
            rows = (day.view.row(id_) for id_ in ids)
            among = frozenset(row for row in rows if row is not None)
            return overlaps(day, territory, among=among)

        return ask

    def differences(
        self,
        ask: Callable[[DayView, int | None], Answer[Item]],
        told: Callable[[Ids, Item], _Told],
    ) -> tuple[Difference[Item], ...]:
        """What one question answers on one side only, or otherwise."""
        before, after = (
            {said.key: (said.content, item) for said, item in self._items(day, ask, told)}
            for day in (self.before, self.after)
        )
        return tuple(_compared(before, after))

    def _items(
        self,
        day: DayView,
        ask: Callable[[DayView, int | None], Answer[Item]],
        told: Callable[[Ids, Item], _Told],
    ) -> Iterator[tuple[_Told, Item]]:
        row = None if self.territory is None else day.view.row(self.territory)
        if self.territory is not None and row is None:
            return
        for item in ask(day, row).page():
            yield told(_ids(day), item), item


def _compared(before: _Side[Item], after: _Side[Item]) -> Iterator[Difference[Item]]:
    for key, (_, item) in after.items():
        if key not in before:
            yield Difference("APPEARED", None, item)
    for key, (content, item) in before.items():
        if key in after and after[key][0] != content:
            yield Difference("CHANGED", item, after[key][1])
    for key, (_, item) in before.items():
        if key not in after:
            yield Difference("DISAPPEARED", item, None)


def _ids(day: DayView) -> Ids:
    def ids(rows: Iterable[int | None]) -> tuple[str, ...]:
        return tuple("" if row is None else day.view.entity(row).id for row in rows)

    return ids


def _overlap(ids: Ids, item: Overlap) -> _Told:
    managers = [(each.reason, each.entity) for each in item.managed_by]
    return _Told(
        ids((item.left, item.right)),
        (
            item.level,
            item.score,
            *map(ids, (item.themes, item.territories, item.audiences)),
            tuple(reason for reason, _ in managers),
            ids(entity for _, entity in managers),
        ),
    )


def _gap(ids: Ids, item: Gap) -> _Told:
    named = (item.subject, item.theme, item.territory, item.other, *item.actors)
    return _Told((item.kind, *ids(named)), (item.severity, item.score, item.reasons))


def _cut_point(ids: Ids, item: CutPoint) -> _Told:
    parts = item.components_after - item.components_before
    return _Told(ids((item.entity,)), (parts, ids(item.cut_off), item.pairs_lost))


def _cells(both: _Both, after: Preview) -> Iterator[Difference[CoverageCell]]:
    """Cells whose state differs, by territory then theme."""
    if both.territory is None:
        cells = affected_cells(both.before, after)
    else:
        cells = [(theme, both.territory) for theme in _themes(both)]
    for cell in cells:
        old, new = _cell(both.before, cell), _cell(both.after, cell)
        states = {each.state if each else "UNKNOWN" for each in (old, new)}
        if len(states) > 1:
            kind: Kind = "APPEARED" if old is None else "DISAPPEARED" if new is None else "CHANGED"
            yield Difference(kind, old, new)


def _themes(both: _Both) -> list[str]:
    found: set[str] = set()
    for day in (both.before, both.after):
        found.update(_ids(day)(day.view.rows_of(EntityKind.THEME)))
    return sorted(found)


def _cell(day: DayView, cell: Cell) -> CoverageCell | None:
    """A cell of the day; None when one of its ids names nothing, or a theme is merged."""
    theme, territory = (day.view.row(id_) for id_ in cell)
    if theme is None or territory is None or day.view.entity(theme).id != cell[0]:
        return None
    return coverage_cell(day, theme, territory)
