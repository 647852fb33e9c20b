"""Every question on random graphs: the product answers as a literal reading of its page does.

Item by item, in the same order, on days at which something begins or ends.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing import imported
from tests.oracle.articulations import articulations
from tests.oracle.bridges import bridges
from tests.oracle.coverage import coverage
from tests.oracle.cut_points import cut_points
from tests.oracle.facts import Facts
from tests.oracle.fragmentation import fragmentation
from tests.oracle.overlaps import overlaps
from tests.oracle.path import path
from tests.oracle.random_graphs import Bundle, bundles, days
from tests.oracle.who import who
from tests.queries.asking import Asked, Items

FILTERS = {
    "who": ("theme", "territory?", "audience?"),
    "overlaps": ("territory?", "theme?", "managed?", "level?", "kinds?"),
    "fragmentation": ("territory?", "theme?"),
    "coverage": ("territory", "themes?"),
    "articulations": ("territory?", "status?", "ignore_hubs?"),
    "cut_points": ("territory?", "without?"),
    "bridges": ("territory?", "without?"),
    "path": ("start", "end", "avoid_hubs?"),
}
"""The arguments of each question; those with ? may be left out."""
ORACLE: dict[str, Callable[..., Items]] = {
    "who": who,
    "overlaps": overlaps,
    "fragmentation": fragmentation,
    "coverage": coverage,
    "articulations": articulations,
    "cut_points": cut_points,
    "bridges": bridges,
}
STATUSES = ("UNKNOWN", "EFFECTIVE", "ON_PAPER", "DE_FACTO", "MISSING")
KINDS = ("ACTION", "SCHEME", "FRAMEWORK")


def answers(facts: Facts, question: str, day: date, filters: dict[str, Any]) -> Items:
    """The oracle's answer."""
    if question == "path":
        return path(facts, day, filters["start"], filters["end"], filters.get("avoid_hubs", False))
    return ORACLE[question](facts, day, **filters)


def values(facts: Facts, argument: str) -> st.SearchStrategy[Any]:
    """What an argument may be on these facts."""
    nodes = [*facts.of_kind("ACTOR", "BODY", *KINDS)]
    match argument:
        case "theme" | "territory" | "audience":
            return st.sampled_from(facts.of_kind(argument.upper()))
        case "themes":
            return st.lists(st.sampled_from(facts.of_kind("THEME")), max_size=2, unique=True)
        case "kinds":
            return st.lists(st.sampled_from(KINDS), min_size=1, unique=True)
        case "start" | "end":
            return st.sampled_from(nodes)
        case "without":
            return st.lists(st.sampled_from(nodes), max_size=2, unique=True)
        case "level":
            return st.sampled_from(("DUPLICATION", "OVERLAP"))
        case "status":
            return st.sampled_from(STATUSES)
        case _:
            return st.booleans()


@st.composite
def asked(draw: st.DrawFn, facts: Facts, question: str) -> dict[str, Any]:
    """The arguments of one question."""
    return {
        argument.removesuffix("?"): draw(values(facts, argument.removesuffix("?")))
        for argument in FILTERS[question]
        if not argument.endswith("?") or draw(st.booleans())
    }


@pytest.mark.parametrize("question", FILTERS)
@settings(max_examples=45)
@given(data=st.data())
def test_answers_equal_a_literal_reading(question: str, data: st.DataObject) -> None:
    """Three days and filters on each graph, beside the plain question on its own day."""
    bundle: Bundle = data.draw(bundles(crowd=question == "path"))
    facts = Facts(bundle.entities, bundle.relations)
    with imported(bundle.entities, bundle.relations) as (repository, _):
        view = repository.view()
        for _ in range(4):
            day = data.draw(days(bundle))
            filters = data.draw(asked(facts, question))
            found = getattr(Asked.on(view, day), question)(**filters)
            assert found == answers(facts, question, day, filters), (question, day, filters)
