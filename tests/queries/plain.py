"""Findings as plain values, as the oracle gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.view import GraphView
from queries.changes import changes
from queries.compare import Sides, compare, compared_lists
from queries.gaps import gaps
from queries.measures import measures


@dataclass(frozen=True)
class Plain:
    """A view whose answers name entities by id."""

    view: GraphView

    def id(self, row: int | None) -> str | None:
        """The id of a row."""
        return None if row is None else self.view.entity(row).id

    def ids(self, rows: Iterable[int]) -> list[str]:
        """The ids of rows, in their order."""
        return [self.view.entity(row).id for row in rows]

    def rows(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments with rows for the ids."""
        found = dict(arguments)
        for name in ("territory", "theme", "left", "right"):
            if name in found:
                found[name] = self.view.row(found[name])
        if "without" in found:
            found["without"] = [self.view.row(id_) for id_ in found["without"]]
        return found

    def gaps(self, day: int, **arguments: Any) -> list[dict[str, Any]]:
        """Gaps, reasons and evidence left aside; none is mute."""
        items = gaps(self.view.on(day), **self.rows(arguments)).page()
        assert all(item.reasons for item in items)
        return [
            {
                "kind": item.kind,
                "subject": self.id(item.subject),
                "other": self.id(item.other),
                "theme": self.id(item.theme),
                "territory": self.id(item.territory),
                "actors": self.ids(item.actors),
                "severity": item.severity,
                "score": item.score,
            }
            for item in items
        ]

    def changes(self, since: int, until: int) -> list[dict[str, Any]]:
        """Changes; a relation by what identifies it."""
        return [
            {
                "change": item.change,
                "date": item.date,
                "entity": self.id(item.entity),
                "relation": None if item.relation is None else self._identity(item.relation),
            }
            for item in changes(self.view, since, until).page()
        ]

    def _identity(self, relation: int) -> list[str]:
        key = self.view.relation(relation).key
        year = str(key.year or "")
        return [key.type.value, key.origin, key.target, key.role or "", key.start or "", year]

    def compare(self, day: int, left: str, right: str) -> list[dict[str, Any]]:
        """The states of every theme on both sides."""
        sides = self.rows({"left": left, "right": right})
        return [
            {"theme": self.id(item.theme), "left": item.left, "right": item.right}
            for item in compare(self.view.on(day), **sides).page()
        ]

    def compared_lists(self, day: int, left: str, right: str) -> dict[str, dict[str, list[str]]]:
        """Frameworks, bodies and actors of the two."""
        sides = self.rows({"left": left, "right": right})
        lists = compared_lists(self.view.on(day), **sides)
        return {
            "frameworks": self._sides(lists.frameworks),
            "bodies": self._sides(lists.bodies),
            "actors": self._sides(lists.actors),
        }

    def _sides(self, sides: Sides) -> dict[str, list[str]]:
        return {
            "left": self.ids(sides.left),
            "right": self.ids(sides.right),
            "both": self.ids(sides.both),
        }

    def measures(self, day: int, **arguments: Any) -> dict[str, Any]:
        """The measures, under the names of the oracle."""
        (item,) = measures(self.view.on(day), **self.rows(arguments)).page()
        return {
            "graph": {
                "density": item.graph.density,
                "centralisation": item.graph.centralisation,
                "eiIndex": item.graph.ei_index,
            },
            "actors": [
                {
                    "entity": self.id(node.entity),
                    "degree": node.degree,
                    "core": node.core,
                    "betweenness": node.betweenness,
                    "effectiveSize": node.effective_size,
                    "constraint": node.constraint,
                }
                for node in item.nodes
                if node.degree is not None
            ],
            "bodies": [
                {"entity": self.id(node.entity), "redundancy": node.redundancy}
                for node in item.nodes
                if node.degree is None
            ],
        }
