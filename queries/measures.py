"""Measures of the network, with the literature's definitions; undefined is None, never 0.

On P(d), which joins actors that have an initiative or a body in common: density, degree
centralisation (Freeman, "Centrality in social networks", 1979), betweenness (Freeman, 1977),
k-core (Seidman, 1983), effective size and constraint (Burt, "Structural Holes", 1992), and
the E-I index (Krackhardt and Stern, 1988). On actors and bodies: two-mode redundancy (Latapy,
Magnien and Del Vecchio, 2008).
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import rustworkx as rx

from graph.ontology import EntityKind
from graph.view import DayView
from graph.view.columns import KIND_CODE, Numbers
from queries.actors import is_institution
from queries.answer import Answer, Row
from queries.kept import kept
from queries.network import Network, network
from queries.projection import projection


@dataclass(frozen=True, slots=True)
class GraphMeasures:
    """Measures of the network of actors: the E-I index is 1 when all ties join an institution
    to something else, -1 when none does."""

    actors: int
    ties: int
    density: float | None
    centralisation: float | None
    ei_index: float | None


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """Measures of an actor, or the redundancy of a body: 1 when its members all meet
    elsewhere, 0 when it is their only meeting place."""

    entity: Row
    degree: int | None = None
    core: int | None = None
    betweenness: float | None = None
    effective_size: float | None = None
    constraint: float | None = None
    redundancy: float | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of a territory's network, or of the whole."""

    scope: Row | None
    graph: GraphMeasures
    nodes: tuple[NodeMeasures, ...]


@kept
def measures(
    day: DayView, territory: int | None = None, without: Collection[int] = ()
) -> Answer[Measures]:
    """One item: measures of G(d), nodes ``without`` removed first, then kept around a
    territory. ``nodes``: actors by id, then bodies by id. Betweenness within a territory only.

    Cost: the sum over actors of the square of their degree; betweenness actors times ties.
    """
    scope = None if territory is None else Row(territory)
    return Answer([scope], lambda scope: _measures(day, scope, network(day, scope, without)))


def _measures(day: DayView, scope: Row | None, graph: Network) -> Measures:
    ties = _Ties(graph)
    kinds = day.view.entities.kind[graph.rows]
    bodies = np.flatnonzero(kinds == KIND_CODE[EntityKind.BODY])
    return Measures(
        scope,
        _graph_measures(day, ties),
        (
            *_actor_measures(ties, within_territory=scope is not None),
            *(
                NodeMeasures(Row(int(graph.rows[body])), redundancy=_redundancy(graph, kinds, body))
                for body in bodies.tolist()
            ),
        ),
    )


class _Ties:
    """P(d) as arrays: actors numbered by id, the neighbours of each in one long array."""

    def __init__(self, graph: Network) -> None:
        met, actors = projection(graph), np.flatnonzero(graph.is_actor)
        self.actors: list[int] = graph.rows[actors].tolist()
        self.degree: Numbers = met.count()[actors]
        self._first = np.concatenate([[0], np.cumsum(self.degree)])
        self._all = (np.cumsum(graph.is_actor) - 1)[met.item]

    def of(self, number: int) -> Numbers:
        """Neighbours of an actor."""
        return self._all[self._first[number] : self._first[number + 1]]

    def pairs(self) -> list[tuple[int, int]]:
        """Each tie once."""
        size = len(self.actors)
        return [
            (one, other) for one in range(size) for other in self.of(one).tolist() if one < other
        ]


def _graph_measures(day: DayView, ties: _Ties) -> GraphMeasures:
    size, pairs = len(ties.actors), ties.pairs()
    public = [is_institution(day, actor) for actor in ties.actors]
    external = sum(public[one] != public[other] for one, other in pairs)
    away = int((ties.degree.max(initial=0) - ties.degree).sum())
    return GraphMeasures(
        actors=size,
        ties=len(pairs),
        density=2 * len(pairs) / (size * (size - 1)) if size > 1 else None,
        centralisation=away / ((size - 1) * (size - 2)) if size > 2 else None,
        ei_index=(2 * external - len(pairs)) / len(pairs) if pairs else None,
    )


def _actor_measures(ties: _Ties, *, within_territory: bool) -> list[NodeMeasures]:
    size = len(ties.actors)
    graph: rx.PyGraph[None, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * size)
    graph.add_edges_from_no_data(ties.pairs())
    core: dict[int, int] = rx.graph_core_number(graph)  # type: ignore[assignment]  # its stub errs
    between = {}
    if within_territory and size > 2:
        # In one thread: sums in another order would differ in their last digits.
        between = dict(rx.graph_betweenness_centrality(graph, parallel_threshold=size + 1))
    return [
        NodeMeasures(
            Row(actor),
            degree=int(ties.degree[number]),
            core=core[number],
            betweenness=between.get(number),
            effective_size=_effective_size(ties, number),
            constraint=_constraint(ties, number),
        )
        for number, actor in enumerate(ties.actors)
    ]


def _effective_size(ties: _Ties, number: int) -> float | None:
    """Neighbours, less the average number of ties that each has with the others."""
    neighbours = ties.of(number)
    if not len(neighbours):
        return None
    reached = np.concatenate([ties.of(other) for other in neighbours.tolist()])
    within = np.bincount(reached, minlength=len(ties.actors))[neighbours].sum()
    return float(len(neighbours) - within / len(neighbours))


def _constraint(ties: _Ties, number: int) -> float | None:
    """Sum over neighbours of the square of what goes to each, directly or by another."""
    neighbours = ties.of(number)
    if not len(neighbours):
        return None
    reached = np.concatenate([ties.of(other) for other in neighbours.tolist()])
    shares = np.repeat(1 / ties.degree[neighbours], ties.degree[neighbours])
    by_others = np.bincount(reached, shares, minlength=len(ties.actors))[neighbours]
    return float((((1 + by_others) / len(neighbours)) ** 2).sum())


def _redundancy(graph: Network, kinds: Numbers, body: int) -> float | None:
    """Share of the pairs of members that sit together on another body."""
    seats = []
    for actor in graph.neighbours(body)[graph.is_actor[graph.neighbours(body)]].tolist():
        places = graph.neighbours(actor)
        bodies = places[kinds[places] == KIND_CODE[EntityKind.BODY]]
        seats.append(set(bodies.tolist()) - {body})
    pairs = [one.isdisjoint(other) for one, other in combinations(seats, 2)]
    return pairs.count(False) / len(pairs) if pairs else None
