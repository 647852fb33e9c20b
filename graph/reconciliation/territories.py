"""Territories by the codes and names that lists write, at the date of the list.

A code is a commune's INSEE number or an intercommunality's SIREN of any time: one territory may
have had several, and one code may have named several territories.
"""

from collections.abc import Sequence
from functools import cached_property

from graph.dates import first_day, last_day
from graph.ontology import EntityKind, RelationType
from graph.records import Entity
from graph.view import GraphView
from graph.view.labels import folded, labels

_CODES = ("cog", "siren", "code")


class Territories:
    """The territories of a view, found by code or by name."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._by_code: dict[str, list[int]] = {}
        for row in view.rows_of(EntityKind.TERRITORY):
            for code in _codes(view.entity(row)):
                self._by_code.setdefault(code, []).append(row)

    def of_code(self, code: str, day: int | None = None) -> str | None:
        """The id of the territory that bore a code on a day (any day when None); None when
        nothing did, or several."""
        return self._only(self._by_code.get(code.strip(), ()), day)

    def named(self, text: str, day: int | None = None, within: str | None = None) -> list[str]:
        """Ids of the territories that a code or a name may mean: those of the day when some are,
        those under the territory ``within`` when some are."""
        found = self._by_code.get(text.strip()) or self._by_label.get(folded(text), [])
        found = [row for row in found if self._stands(row, day)] or found
        around = None if within is None else self._view.row(within)
        if around is not None and len(found) > 1:
            found = [row for row in found if around in self._above(row)] or found
        return [self._view.entity(row).id for row in found]

    def name(self, id_: str) -> str:
        """The name of a territory."""
        row = self._view.row(id_)
        return id_ if row is None else self._view.entity(row).name

    def sirens(self, id_: str) -> list[str]:
        """The SIREN numbers that a territory had, the current one first."""
        row = self._view.row(id_)
        values = () if row is None else self._view.entity(row).props.get("siren", ())
        return list(values) if isinstance(values, tuple) else []

    def above(self, id_: str) -> set[str]:
        """Ids of a territory and of all that hold it, at any time."""
        row = self._view.row(id_)
        if row is None:
            return {id_}
        return {self._view.entity(each).id for each in self._above(row)}

    def departements(self, id_: str) -> set[str]:
        """Ids of the départements that hold a territory, or that it is."""
        row = self._view.row(id_)
        holders = () if row is None else map(self._view.entity, self._above(row))
        return {each.id for each in holders if each.props.get("territory_level") == "DEPARTEMENT"}

    def around(self, id_: str) -> set[str]:
        """Ids of the territories that directly hold one, at any time."""
        row = self._view.row(id_)
        return set() if row is None else {self._view.entity(each).id for each in self._wider(row)}

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row in self._view.rows_of(EntityKind.TERRITORY):
            for label in {folded(each) for each in labels(self._view.entity(row))}:
                found.setdefault(label, []).append(row)
        return found

    def _only(self, rows: Sequence[int], day: int | None) -> str | None:
        if len(rows) > 1:
            rows = [row for row in rows if self._stands(row, day)]
        return self._view.entity(rows[0]).id if len(rows) == 1 else None

    def _stands(self, row: int, day: int | None) -> bool:
        record = self._view.entity(row)
        if day is None:
            return record.end is None
        return (record.start is None or first_day(record.start) <= day) and (
            record.end is None or day <= last_day(record.end)
        )

    def _above(self, row: int) -> set[int]:
        found: set[int] = set()
        edge = {row}
        while edge:
            found |= edge
            edge = {wider for each in edge for wider in self._wider(each)} - found
        return found

    def _wider(self, row: int) -> set[int]:
        numbers = self._view.adjacency(RelationType.WITHIN, outgoing=True).of(row)
        columns = self._view.relations
        return set(columns.target[numbers[columns.visible[numbers]]].tolist())


def territories(view: GraphView) -> Territories:
    """The territories of a view, indexed once and kept with it."""
    return view.derived(Territories)


def _codes(record: Entity) -> set[str]:
    found: set[str] = set()
    for name in _CODES:
        value = record.props.get(name)
        if isinstance(value, tuple):
            found.update(value)
    return found
