"""Pairs of actors that do the same at the same place and never meet."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from math import log
from typing import Any

from tests.oracle.facts import DELIVERIES, Facts
from tests.oracle.projection import projection


def missing_links(facts: Facts, day: date) -> list[dict[str, Any]]:
    """Each pair with its score, and the cells that it shares."""
    graph = projection(facts, day)
    cells: dict[str, set[tuple[str, str]]] = {actor: set() for actor in graph}
    for initiative in facts.active_counted(DELIVERIES, day):
        for actor in facts.involved(initiative, day):
            for theme in facts.themes(initiative, day):
                for territory in facts.territories(initiative, day):
                    cells[actor].add((theme, territory))
    items: list[dict[str, Any]] = []
    for left, right in combinations(sorted(graph), 2):
        shared = cells[left] & cells[right]
        if not shared or graph.has_edge(left, right):
            continue
        friends = set(graph[left]) & set(graph[right])
        score = round(sum(1 / log(graph.degree(friend)) for friend in sorted(friends)), 6)
        if score > 0:
            items.append({"subject": left, "other": right, "score": score, "cells": shared})
    return items
