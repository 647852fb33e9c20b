"""Gaps, changes, comparison and measures on random graphs: the product answers as a literal
reading of the page of questions does, item by item and in the same order.

Two profiles of graphs: as they come, and with a crowded body. Days at which something begins
or ends, with and without filters.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.answer import Row
from queries.cut_points import cut_point, cut_points
from queries.gaps import GapKind, gap
from queries.gaps import gaps as every_gap
from tests.drawing import imported
from tests.oracle.compare import compare, compare_lists
from tests.oracle.diff import diff
from tests.oracle.facts import Facts
from tests.oracle.gaps import gaps
from tests.oracle.measures import measures
from tests.oracle.random_graphs import Bundle, bundles, days
from tests.queries.plain import Plain

KINDS = get_args(GapKind)
NODES = ("ACTOR", "BODY", "FRAMEWORK", "SCHEME", "ACTION")


def some(facts: Facts, *kinds: str) -> st.SearchStrategy[str]:
    """An entity of some kinds."""
    return st.sampled_from(facts.of_kind(*kinds))


def maybe(data: st.DataObject, strategies: Mapping[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    """Some of the arguments."""
    return {name: data.draw(each) for name, each in strategies.items() if data.draw(st.booleans())}


@settings(max_examples=40)
@given(data=st.data())
def test_one_gap_and_one_cut_point_are_those_of_their_lists(data: st.DataObject) -> None:
    bundle = data.draw(bundles())
    with imported(bundle.entities, bundle.relations) as (repository, _):
        day = repository.view().on(data.draw(days(bundle)).toordinal())
        for each in every_gap(day).page():
            ends = {"theme": each.theme, "territory": each.territory, "other": each.other}
            actor = next(iter(each.actors), None)
            assert gap(day, each.kind, each.subject, **ends, actor=actor) == each
        cuts = {each.entity: each for each in cut_points(day).page()}
        for row in range(day.view.size):
            assert cut_point(day, row) == cuts.get(Row(row))


@settings(max_examples=250)
@given(data=st.data())
def test_gaps(data: st.DataObject) -> None:
    bundle = data.draw(bundles())
    facts = Facts(bundle.entities, bundle.relations)
    with imported(bundle.entities, bundle.relations) as (repository, _):
        plain = Plain(repository.view())
        for number in range(4):
            day: date = data.draw(days(bundle)) if number else bundle.anchor
            filters = {
                "territory": some(facts, "TERRITORY"),
                "theme": some(facts, "THEME"),
                "kinds": st.lists(st.sampled_from(KINDS), unique=True),
            }
            asked = maybe(data, filters) if number else {}
            found = plain.gaps(day.toordinal(), **asked)
            assert found == gaps(facts, day, **asked), (day, asked)


@settings(max_examples=250)
@given(data=st.data())
def test_partners_of_frameworks_that_are_alike(data: st.DataObject) -> None:
    """All initiatives Frameworks of one kind: one may lack what most others have."""
    drawn = data.draw(bundles())
    bundle = replace(drawn, entities=[*map(as_convention, drawn.entities)])
    bundle = replace(bundle, relations=[row for row in drawn.relations if fits(row, bundle)])
    facts = Facts(bundle.entities, bundle.relations)
    day = data.draw(days(bundle))
    kinds = ["MISSING_PARTNER"]
    with imported(bundle.entities, bundle.relations) as (repository, _):
        found = Plain(repository.view()).gaps(day.toordinal(), kinds=kinds)
        assert found == gaps(facts, day, kinds=kinds)


def as_convention(row: dict[str, str]) -> dict[str, str]:
    """The row of an initiative as a convention; others as they are."""
    if row["kind"].upper() not in ("FRAMEWORK", "SCHEME", "ACTION"):
        return row
    kept: dict[str, str] = {
        name: row[name] for name in ("id", "name", "start", "end") if name in row
    }
    return {**kept, "kind": "Framework", "framework_kind": "CONVENTION"}


def fits(row: dict[str, str], bundle: Bundle) -> bool:
    """Whether a relation is about actors only, or an actor and a convention."""
    actors = {each["id"] for each in bundle.entities if each["kind"].upper() == "ACTOR"}
    about = row["type"].upper() in ("INVOLVED_IN", "EXPECTED_IN", "MEMBER_OF", "PART_OF")
    return about and row["from"] in actors


@settings(max_examples=250)
@given(data=st.data())
def test_changes(data: st.DataObject) -> None:
    bundle = data.draw(bundles())
    facts = Facts(bundle.entities, bundle.relations)
    with imported(bundle.entities, bundle.relations) as (repository, _):
        plain = Plain(repository.view())
        for _ in range(3):
            since, until = sorted((data.draw(days(bundle)), data.draw(days(bundle))))
            found = plain.changes(since.toordinal(), until.toordinal())
            assert found == diff(facts, since, until), (since, until)


@settings(max_examples=250)
@given(data=st.data())
def test_comparison_of_two_territories(data: st.DataObject) -> None:
    bundle = data.draw(bundles())
    facts = Facts(bundle.entities, bundle.relations)
    left, right = (data.draw(some(facts, "TERRITORY")) for _ in range(2))
    day = data.draw(days(bundle))
    with imported(bundle.entities, bundle.relations) as (repository, _):
        plain = Plain(repository.view())
        found = plain.compare(day.toordinal(), left, right)
        assert found == compare(facts, day, left, right)
        lists = plain.compared_lists(day.toordinal(), left, right)
        assert lists == compare_lists(facts, day, left, right)


@settings(max_examples=250)
@given(data=st.data())
def test_measures(data: st.DataObject) -> None:
    assert_measures(data, data.draw(bundles()))


@settings(max_examples=12)
@given(data=st.data())
def test_measures_of_a_crowded_body(data: st.DataObject) -> None:
    assert_measures(data, data.draw(bundles(crowd=True)))


def assert_measures(data: st.DataObject, bundle: Bundle) -> None:
    """Everywhere, in a territory, and without some nodes."""
    facts = Facts(bundle.entities, bundle.relations)
    day = data.draw(days(bundle))
    territory = some(facts, "TERRITORY")
    without = st.lists(some(facts, *NODES), max_size=2, unique=True)
    with imported(bundle.entities, bundle.relations) as (repository, _):
        plain = Plain(repository.view())
        for asked in (
            {},
            {"territory": data.draw(territory)},
            maybe(data, {"territory": territory, "without": without}),
        ):
            found = plain.measures(day.toordinal(), **asked)
            assert_measured(found, measures(facts, day, **asked))


def assert_measured(found: dict[str, Any], expected: dict[str, Any]) -> None:
    """The same entities in the same order, the same numbers to nine digits, null where null."""
    pairs = [(found["graph"], expected["graph"])]
    pairs += zip([*found["actors"], *found["bodies"]], expected["nodes"], strict=True)
    for one, other in pairs:
        assert one.keys() == other.keys()
        for name, value in other.items():
            same = pytest.approx(value, rel=1e-9) if isinstance(value, float) else value
            assert one[name] == same, (name, one, other)
