"""Measures of the network, by their definitions in the literature; undefined is null."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from math import isnan
from typing import Any

import networkx as nx

from tests.oracle.facts import Facts
from tests.oracle.network import network
from tests.oracle.projection import projection

INSTITUTIONS = frozenset(
    {
        *("COMMUNE", "EPCI", "EPT", "DEPARTEMENT", "REGION", "ETAT", "CCAS", "CIAS", "CAF", "MSA"),
        *("CPAM", "CARSAT", "ARS", "EDUCATION", "HOPITAL", "FRANCE_TRAVAIL", "MDPH"),
    }
)


def measures(
    facts: Facts, day: date, territory: str | None = None, without: Collection[str] = ()
) -> dict[str, Any]:
    """The measures of P as a whole, of each actor in it, and of each body."""
    graph = projection(facts, day, territory, without)
    size = len(graph)
    core = nx.core_number(graph)
    effective = nx.effective_size(graph, list(graph))  # by counting: a matrix needs a node
    constraint = nx.constraint(graph, list(graph))
    between = nx.betweenness_centrality(graph) if territory is not None and size > 2 else {}
    actors = [
        {
            "entity": actor,
            "degree": graph.degree(actor),
            "core": core[actor],
            "betweenness": between.get(actor),
            "effectiveSize": _number(effective[actor]),
            "constraint": _number(constraint[actor]),
        }
        for actor in sorted(graph)
    ]
    return {
        "graph": {
            "density": nx.density(graph) if size > 1 else None,
            "centralisation": _centralisation(graph),
            "eiIndex": _ei_index(facts, day, graph),
        },
        "nodes": actors + _bodies(facts, day, network(facts, day, territory, without)),
    }


def _number(value: float) -> float | None:
    return None if isnan(value) else value


def _centralisation(graph: nx.Graph[str]) -> float | None:
    """Freeman: how far the degrees are from the largest, against those of a star."""
    size = len(graph)
    if size < 3:
        return None
    degrees = [degree for _, degree in graph.degree]
    return sum(max(degrees) - degree for degree in degrees) / ((size - 1) * (size - 2))


def _ei_index(facts: Facts, day: date, graph: nx.Graph[str]) -> float | None:
    """External less internal ties, against all of them."""
    if not graph.edges:
        return None
    sides = {actor: institution(facts, day, actor) for actor in graph}
    external = sum(sides[left] != sides[right] for left, right in graph.edges)
    return (2 * external - len(graph.edges)) / len(graph.edges)


def institution(facts: Facts, day: date, actor: str) -> bool:
    """Is it of a public kind, or a service of one that is?"""
    kind = facts.entities[actor].actor_kind
    if kind == "SERVICE":
        wholes = facts.targets("PART_OF", actor, day)
        return any(institution(facts, day, whole) for whole in wholes)
    return kind in INSTITUTIONS


def _bodies(facts: Facts, day: date, kept: nx.Graph[str]) -> list[dict[str, Any]]:
    """The redundancy of each body: how many pairs of its members meet in another one too."""
    bodies = sorted(node for node in kept if facts.entities[node].kind == "BODY")
    seats: nx.Graph[str] = nx.Graph()
    seats.add_nodes_from(bodies)
    for link in facts.links("MEMBER_OF", day):
        if link.source in kept and link.target in kept:
            seats.add_edge(link.source, link.target)
    return [
        {
            "entity": body,
            "redundancy": nx.bipartite.node_redundancy(seats, [body])[body]
            if seats.degree(body) > 1
            else None,
        }
        for body in bodies
    ]
