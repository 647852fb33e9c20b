"""Rows of a generated bundle, and what a département keeps while it is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")
Cells: TypeAlias = dict[str, str]


class Row(NamedTuple):
    """One row of one of the bundle's two files."""

    table: Literal["entities", "relations"]
    cells: Cells


Rows: TypeAlias = Iterator[Row]


def entity(id_: str, kind: str, name: str, **cells: str) -> Row:
    """A row of entities.csv."""
    return Row("entities", {"id": id_, "kind": kind, "name": name, **cells})


def relation(type_: str, origin: str, target: str, **cells: str) -> Row:
    """A row of relations.csv."""
    return Row("relations", {"type": type_, "from": origin, "to": target, **cells})


def by_rank(draw: Random, ranked: Sequence[T], steepness: float) -> T:
    """One of a ranked sequence, the first ones more often: a power law of density
    x ** (1 / steepness - 1), so that 1 is uniform."""
    return ranked[int(len(ranked) * draw.random() ** steepness)]


def chance(draw: Random, share: float) -> bool:
    """Whether something of this frequency (0 to 1) happens."""
    return draw.random() < share


@dataclass
class Departement:
    """One département while its rows are drawn: ids to choose from, largest first."""

    number: int
    draw: Random
    themes: Sequence[str]
    audiences: Sequence[str]
    place: str = ""
    communes: list[str] = field(default_factory=list)
    groupings: list[str] = field(default_factory=list)
    quartiers: dict[str, list[str]] = field(default_factory=dict)
    grouping_of: dict[str, str] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    hubs: list[str] = field(default_factory=list)
    local: dict[str, list[str]] = field(default_factory=dict)
    actors: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)

    def id(self, kind: str, rank: int) -> str:
        """An id of this département."""
        return f"{kind}:{self.number:03}-{rank}"

    def commune(self) -> str:
        """A commune, the larger ones more often."""
        return by_rank(self.draw, self.communes, 1.5)

    def source(self) -> Cells:
        """A document with a page, or nothing: the import itself."""
        if not chance(self.draw, 0.8):
            return {}
        return {"source": f"{self.draw.choice(self.documents)}#p. {self.draw.randint(1, 60)}"}
