"""The page of Cypher questions, run as it stands: Neo4j answers as the product does, item by item
and in the same order."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver

from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore
from graph.view import GraphView
from queries.gaps import GapKind
from queries.network import NODE_KINDS
from scripts.neo4j_server import connect, delete_nodes
from tests.drawing import apply, entity, import_folder, relations, write_rows
from tests.neo4j.answers import FILTERS, REQUIRED, Filters, Rows, answers
from tests.neo4j.page import PARAMETERS, QUESTIONS
from tests.neo4j.real_data import import_real_data
from tests.oracle.random_graphs import Bundle, bundles, days
from tests.oracle.wide_bundles import wide_bundles

DAYS = (date(2015, 7, 1), date(2024, 10, 1))
PLACES = ("commune:93027", "departement:93", "commune:59599", None)


@contextmanager
def repository_on(url: str) -> Iterator[Repository]:
    """An empty graph on the server."""
    delete_nodes(url)
    repository = Repository(Neo4jStore(url))
    try:
        yield repository
    finally:
        repository.close()


def ask(driver: Driver, name: str, day: date, filters: Filters) -> Rows:
    """What Neo4j answers to a question of the page."""
    parameters = {**dict.fromkeys(PARAMETERS), **filters, "day": day.isoformat()}
    # Planning takes a second, and a plan made for another graph does as well.
    statement = "CYPHER replan=skip " + QUESTIONS[name]
    return [record.data() for record in driver.execute_query(statement, parameters).records]


def assert_agree(driver: Driver, view: GraphView, name: str, day: date, filters: Filters) -> Rows:
    """The two answers are the same; returns them."""
    found = ask(driver, name, day, filters)
    assert found == answers(view, day, name, filters), (name, day, filters)
    return found


def ids(view: GraphView, *kinds: EntityKind) -> list[str]:
    """The entities of some kinds, by id."""
    return [view.entity(row).id for row in view.rows_of(*kinds)]


@st.composite
def filters_of(draw: st.DrawFn, view: GraphView, name: str) -> Filters:
    """Values for the parameters of a question; those that are not required may be left out."""
    question = name.partition(" ")[0]
    found: dict[str, str | None] = {}
    for parameter in FILTERS[question]:
        kinds = NODE_KINDS if question == "path" else (EntityKind(parameter.upper()),)
        values = st.sampled_from(ids(view, *kinds))
        must = question == "path" or REQUIRED.get(question) == parameter
        found[parameter] = draw(values if must else st.none() | values)
    return found


def test_the_page_has_every_question_that_cypher_can_answer() -> None:
    gaps = {name.split()[1] for name in QUESTIONS if name.startswith("gaps ")}
    assert gaps == set(get_args(GapKind)) - {"MISSING_LINK"}
    assert {name.partition(" ")[0] for name in QUESTIONS} == set(FILTERS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_takes_the_parameters_that_the_page_gives(name: str) -> None:
    used = set(re.findall(r"\$(\w+)", QUESTIONS[name]))
    assert used == {"day", *FILTERS[name.partition(" ")[0]]}
    assert used <= set(PARAMETERS)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_graphs(
    neo4j_url: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Each question on two days at which something begins or ends, with filters."""
    bundle: Bundle = data.draw(st.booleans().flatmap(bundles) | wide_bundles())
    folder = write_rows(tmp_path_factory.mktemp("bundle"), bundle.entities, bundle.relations)
    with repository_on(neo4j_url) as repository, connect(neo4j_url) as driver:
        import_folder(repository, folder)
        view = repository.view()
        for day in data.draw(st.lists(days(bundle), min_size=2, max_size=2)):
            for name in QUESTIONS:
                assert_agree(driver, view, name, day, data.draw(filters_of(view, name)))


def test_real_data(neo4j_url: str, tmp_path: Path) -> None:
    """Several places and days, and the page's own example; most questions find something."""
    found: dict[str, int] = {}
    with repository_on(neo4j_url) as repository, connect(neo4j_url) as driver:
        import_real_data(repository, tmp_path)
        view = repository.view()
        for day, place in product(DAYS, PLACES):
            for name in QUESTIONS:
                if place is not None or REQUIRED.get(name) != "territory":
                    filters = {**PARAMETERS, "territory": place}
                    rows = assert_agree(driver, view, name, day, filters)
                    found[name] = found.get(name, 0) + len(rows)
    silent = {name for name, count in found.items() if not count}
    assert silent == {
        "fragmentation",
        "gaps MISSING_PARTNER by rule",
        "gaps NEED_WITHOUT_ACTION",
        "gaps OVERDUE",
    }, "what the documents say nothing of"


def test_likeness_compares_frameworks_of_one_kind(neo4j_url: str) -> None:
    """Four conventions of five have the CAF. The two charters have neither enough likes nor,
    being no conventions, any of theirs."""
    conventions, charters = [f"fra:{n}" for n in range(5)], ["fra:charte", "fra:pacte"]
    with repository_on(neo4j_url) as repository, connect(neo4j_url) as driver:
        apply(
            repository,
            entity("Actor", "act:caf", actor_kind="CAF"),
            entity("Actor", "act:ville", actor_kind="COMMUNE"),
            *(entity("Framework", id_, framework_kind="CONVENTION") for id_ in conventions),
            *(entity("Framework", id_, framework_kind="CHARTE") for id_ in charters),
            *relations("act:ville", "INVOLVED_IN", *conventions, *charters),
            *relations("act:caf", "INVOLVED_IN", *conventions[:4]),
        )
        name = "gaps MISSING_PARTNER by likeness"
        rows = assert_agree(driver, repository.view(), name, date(2015, 6, 1), {})
    assert [row["subject"] for row in rows] == ["fra:4"]
