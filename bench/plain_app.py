"""The alternative to serve: strawberry over a networkx graph read from a bundle, written plainly.

    .venv/bin/python -m bench.plain_app BUNDLE PORT

Entities are nodes and relations edges with their cells, as anyone would begin. It answers the
framework query of bench/queries.py on a day, and nothing else: no history, no sources, no limits.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import strawberry
import uvicorn
from fastapi import FastAPI
from strawberry.fastapi import GraphQLRouter

from bench.generate import DAY

GRAPH: "nx.MultiDiGraph[str]" = nx.MultiDiGraph()


def load(bundle: Path) -> None:
    """Read the bundle into the graph."""
    with (bundle / "entities.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            GRAPH.add_node(row["id"], **{key: cell for key, cell in row.items() if cell})
    with (bundle / "relations.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            cells = {key: cell for key, cell in row.items() if cell}
            GRAPH.add_edge(row["from"], row["to"], key=None, **cells)


def _active(cells: dict[str, Any], day: str) -> bool:
    in_period = cells.get("start", "") <= day <= cells.get("end", "") + "~"
    return in_period and cells.get("status") != "DRAFT"


def _linked(id_: str, type_: str, day: str, *, outgoing: bool) -> Iterator[tuple[str, Any]]:
    edges = GRAPH.out_edges(id_, data=True) if outgoing else GRAPH.in_edges(id_, data=True)
    for origin, target, cells in edges:
        other = target if outgoing else origin
        if cells["type"] == type_ and _active(cells, day) and _active(GRAPH.nodes[other], day):
            yield other, cells


@strawberry.interface
class Entity:
    id: strawberry.ID
    day: strawberry.Private[str]

    @strawberry.field
    def name(self) -> str:
        return str(GRAPH.nodes[self.id]["name"])

    @strawberry.field
    def start(self) -> str | None:
        return GRAPH.nodes[self.id].get("start")

    @strawberry.field
    def end(self) -> str | None:
        return GRAPH.nodes[self.id].get("end")


@strawberry.type
class Thing(Entity):
    pass


@strawberry.type
class Involvement:
    actor: Thing
    role: str | None


@strawberry.type
class Action(Entity):
    @strawberry.field
    def actors(self) -> list[Involvement]:
        found = _linked(self.id, "INVOLVED_IN", self.day, outgoing=False)
        return [
            Involvement(actor=Thing(id=strawberry.ID(id_), day=self.day), role=cells.get("role"))
            for id_, cells in sorted(found, key=lambda each: each[0])
        ]


@strawberry.type
class Framework(Action):
    @strawberry.field
    def themes(self) -> list[Thing]:
        return self._things("ADDRESSES")

    @strawberry.field
    def territories(self) -> list[Thing]:
        return self._things("COVERS")

    @strawberry.field
    def bodies(self) -> list[Thing]:
        return self._things("GOVERNED_BY")

    @strawberry.field
    def parts(self) -> list[Entity]:
        found = sorted(id_ for id_, _ in _linked(self.id, "PART_OF", self.day, outgoing=False))
        return [_entity(id_, self.day) for id_ in found]

    def _things(self, type_: str) -> list[Thing]:
        found = sorted(id_ for id_, _ in _linked(self.id, type_, self.day, outgoing=True))
        return [Thing(id=strawberry.ID(id_), day=self.day) for id_ in found]


def _entity(id_: str, day: str) -> Entity:
    made = {"Framework": Framework, "Action": Action}.get(GRAPH.nodes[id_]["kind"], Thing)
    return made(id=strawberry.ID(id_), day=day)


@strawberry.type
class Query:
    @strawberry.field
    def entity(self, id: strawberry.ID, as_of: str | None = None) -> Entity | None:
        return _entity(id, as_of or DAY) if id in GRAPH else None


def main() -> None:
    """Serve a bundle."""
    load(Path(sys.argv[1]))
    schema = strawberry.Schema(Query, types=[Framework, Action, Thing])
    app = FastAPI()
    app.include_router(GraphQLRouter(schema), prefix="/graphql")
    uvicorn.run(app, port=int(sys.argv[2]), log_level="warning")


if __name__ == "__main__":
    main()
