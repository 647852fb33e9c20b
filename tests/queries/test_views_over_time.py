"""A view brought up to date by later change sets is the one that a full reading would build."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from hypothesis import given, settings

from graph.changes import Operation, UpsertEntity, UpsertRelation
from graph.errors import InvalidData, UnknownReference
from graph.records import source_parts
from graph.repository import Repository
from graph.view import GraphView
from graph.view.build import build_view
from importers.base import no_progress
from importers.bundle import BundleImporter
from tests.drawing import apply, change_set, new_repository, write_rows
from tests.oracle.facts import Facts
from tests.oracle.random_graphs import Bundle
from tests.queries.asking import Asked
from tests.queries.edits import disturbance, stories
from tests.queries.everything import (
    NODES,
    answers,
    entity_facts,
    evidence,
    neighbours,
    relation_facts,
    warm,
)
from tests.queries.test_against_oracle import answers as read_literally


def scattered(operations: Sequence[Operation], chances: Random) -> list[Operation]:
    """The same facts in another order: entities at random, relations when their ends are in."""
    entities = [each for each in operations if isinstance(each, UpsertEntity)]
    waiting = [each for each in operations if isinstance(each, UpsertRelation)]
    chances.shuffle(entities)
    chances.shuffle(waiting)
    known: set[str] = set()
    told: list[Operation] = []
    for entity in entities:
        told.append(entity)
        known.add(entity.id)
        ready = [
            each
            for each in waiting
            if {each.origin, each.target, *(source_parts(s)[0] for s in each.sources)} <= known
        ]
        told += ready
        waiting = [each for each in waiting if each not in ready]
    return told


def pieces(operations: Sequence[Operation], chances: Random) -> Iterator[Sequence[Operation]]:
    """About a half at once, then a few operations at a time."""
    start, end = 0, len(operations) // 2
    while start < len(operations):
        yield operations[start:end]
        start, end = end, end + chances.randint(1, 12)


def read(bundle: Bundle, repository: Repository, chances: Random) -> list[Operation]:
    """The operations of a bundle, scattered."""
    with new_repository() as (_, folder):
        path = write_rows(folder / "bundle", bundle.entities, bundle.relations)
        return scattered(list(BundleImporter().read([path], no_progress)), chances)


def assert_same(view: GraphView, fresh: GraphView, day: date) -> None:
    """Equal in every column, in what is next to what, and in every answer."""
    assert entity_facts(view) == entity_facts(fresh)
    assert relation_facts(view) == relation_facts(fresh)
    assert neighbours(view) == neighbours(fresh)
    if view.rows_of(*NODES):
        assert answers(view, day) == answers(fresh, day)
        assert [each[2] for each in evidence(view, day)] == [
            each[2] for each in evidence(fresh, day)
        ]


@settings(max_examples=30)
@given(story=stories())
def test_a_graph_told_piece_by_piece(story: tuple[Bundle, date, int]) -> None:
    """After each piece the warm view caught up equals a fresh one, and in the end the oracle."""
    bundle, day, seed = story
    chances = Random(seed)
    with new_repository() as (repository, _):
        for piece in pieces(read(bundle, repository, chances), chances):
            apply(repository, *piece)
            warm(repository.view(), day)
        view = repository.view()
        fresh = build_view(repository.store.snapshot(view.revision))
        assert_same(view, fresh, day)
        facts, asked = Facts(bundle.entities, bundle.relations), Asked.on(view, day)
        for question in ("overlaps", "fragmentation", "articulations", "cut_points", "bridges"):
            literal = read_literally(facts, question, day, {})
            assert getattr(asked, question)() == literal, question


@settings(max_examples=30)
@given(story=stories())
def test_a_graph_edited_meanwhile(story: tuple[Bundle, date, int]) -> None:
    """The same with entities retracted, told again, renamed, merged and split in between."""
    bundle, day, seed = story
    chances = Random(seed)
    with new_repository() as (repository, _):
        operations = read(bundle, repository, chances)
        apply(repository, *operations)
        for _ in range(8):
            edit = disturbance(repository.view(), chances)
            told_again = chances.sample(operations, 2) if chances.random() < 0.5 else []
            try:
                repository.apply(change_set(*edit, *told_again))
            except (InvalidData, UnknownReference):
                continue
            view = repository.view()
            assert_same(view, build_view(repository.store.snapshot(view.revision)), day)
            warm(view, day)


@settings(max_examples=20)
@given(story=stories())
def test_what_was_known_at_a_past_moment(story: tuple[Bundle, date, int]) -> None:
    """A view of a past moment answers as it did then, whatever was recorded since."""
    bundle, day, seed = story
    chances = Random(seed)
    with new_repository() as (repository, _):
        told = []
        for piece in pieces(read(bundle, repository, chances), chances):
            record = apply(repository, *piece)
            view = repository.view()
            shown = answers(view, day) if view.rows_of(*NODES) else None
            told.append((record.time, entity_facts(view), shown))
        for moment, facts, shown in told:
            past = repository.view(known_at=moment)
            assert entity_facts(past) == facts
            assert (answers(past, day) if past.rows_of(*NODES) else None) == shown
