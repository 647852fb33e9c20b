"""Asking the product, with answers as plain values: ids, words and numbers, as the oracle's."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from graph.ontology import EntityKind
from graph.view import DayView, GraphView
from queries.articulations import articulations
from queries.bridges import bridges
from queries.coverage import coverage
from queries.cut_points import cut_points
from queries.fragmentation import fragmentation
from queries.overlaps import Manager, overlaps
from queries.path import path
from queries.who import who_works_on

Items: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """A day of a view, with ids for rows."""

    day: DayView

    @classmethod
    def on(cls, view: GraphView, day: date) -> "Asked":
        """The view on a day."""
        return cls(view.on(day.toordinal()))

    def row(self, id_: str) -> int:
        """The row of an id that is known."""
        row = self.day.view.row(id_)
        assert row is not None, id_
        return row

    def rows(self, filters: Mapping[str, Any]) -> dict[str, Any]:
        """The same filters with rows for the ids, and kinds for their names."""
        found = dict(filters)
        for name in ("territory", "theme", "audience", "start", "end"):
            if isinstance(found.get(name), str):
                found[name] = self.row(found[name])
        if "without" in found:
            found["without"] = [self.row(each) for each in found["without"]]
        if "kinds" in found:
            found["kinds"] = [EntityKind(each) for each in found["kinds"]]
        return found

    def id(self, row: int) -> str:
        """The id of a row."""
        return self.day.view.entity(row).id

    def ids(self, rows: Iterable[int]) -> list[str]:
        """The ids of rows, in their order."""
        return [self.id(row) for row in rows]

    def ends(self, relation: int) -> list[str]:
        """The ids of a symmetric relation's ends, sorted."""
        columns = self.day.view.relations
        return sorted(self.ids((int(columns.origin[relation]), int(columns.target[relation]))))

    def who(self, **filters: Any) -> Items:
        """Who works on it."""
        return [
            {"initiative": self.id(x.initiative), "exact": x.exact, "distance": x.distance}
            for x in who_works_on(self.day, **self.rows(filters)).page()
        ]

    def overlaps(self, **filters: Any) -> Items:
        """Overlaps with what manages them."""
        return [
            {
                "left": self.id(x.left),
                "right": self.id(x.right),
                "level": x.level,
                "score": x.score,
                "themes": self.ids(x.themes),
                "territories": self.ids(x.territories),
                "audiences": self.ids(x.audiences),
                "managed": x.managed,
                "managedBy": self._managers(x.managed_by),
            }
            for x in overlaps(self.day, **self.rows(filters)).page()
        ]

    def _managers(self, managers: Iterable[Manager]) -> Items:
        """By reason in the order of the page of questions; articulations by their ends."""
        found = [self._manager(each) for each in managers]
        articulations = [each for each in found if each["reason"] == "ARTICULATION"]
        ordered = iter(sorted(articulations, key=lambda each: str(each["relation"])))
        return [next(ordered) if each in articulations else each for each in found]

    def _manager(self, manager: Manager) -> dict[str, Any]:
        return {
            "reason": manager.reason,
            "entity": None if manager.entity is None else self.id(manager.entity),
            "relation": None if manager.relation is None else self.ends(manager.relation),
        }

    def fragmentation(self, **filters: Any) -> Items:
        """Cells with several leads."""
        return [
            {
                "theme": self.id(x.theme),
                "territory": self.id(x.territory),
                "leads": self.ids(x.leads),
                "initiatives": self.ids(x.initiatives),
            }
            for x in fragmentation(self.day, **self.rows(filters)).page()
        ]

    def coverage(self, territory: str, themes: Collection[str] | None = None) -> Items:
        """The cells of a territory."""
        wanted = None if themes is None else [self.row(theme) for theme in themes]
        return [
            {
                "theme": self.id(x.theme),
                "state": x.state,
                "initiatives": self.ids(x.initiatives),
                "actors": self.ids(x.actors),
            }
            for x in coverage(self.day, self.row(territory), wanted).page()
        ]

    def articulations(self, **filters: Any) -> Items:
        """Pairs of frameworks."""
        return [
            {
                "left": self.id(x.left),
                "right": self.id(x.right),
                "status": x.status,
                "declared": x.declared,
                "sharedActors": self.ids(x.shared_actors),
                "sharedBodies": self.ids(x.shared_bodies),
                "sharedThemes": self.ids(x.shared_themes),
            }
            for x in articulations(self.day, **self.rows(filters)).page()
        ]

    def cut_points(self, **filters: Any) -> Items:
        """Nodes whose removal separates."""
        return [
            {
                "entity": self.id(x.entity),
                "componentsBefore": x.components_before,
                "componentsAfter": x.components_after,
                "cutOff": self.ids(x.cut_off),
                "pairsLost": x.pairs_lost,
            }
            for x in cut_points(self.day, **self.rows(filters)).page()
        ]

    def bridges(self, **filters: Any) -> Items:
        """Edges whose removal separates."""
        return [
            {
                "left": self.id(x.left),
                "right": self.id(x.right),
                "componentsBefore": x.components_before,
                "componentsAfter": x.components_after,
                "cutOff": self.ids(x.cut_off),
                "pairsLost": x.pairs_lost,
            }
            for x in bridges(self.day, **self.rows(filters)).page()
        ]

    def path(self, start: str, end: str, avoid_hubs: bool = False) -> Items:
        """The shortest chain."""
        found = path(self.day, self.row(start), self.row(end), avoid_hubs=avoid_hubs)
        return [{"nodes": self.ids(x.nodes)} for x in found.page()]
