"""The index follows the view: never stale, shared by threads, and cheap after a small change."""

from concurrent.futures import ThreadPoolExecutor
from gc import collect
from unittest.mock import patch
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ontology import EntityKind
from graph.records import Entity
from graph.search import upkeep
from graph.search.segment import build_segment
from graph.view import GraphView
from graph.view.columns import Delta
from graph.view.update import updated
from queries.search import search
from tests.search.views import found, row, view_of

NAMES = [f"Commune numéro {number}" for number in range(200)]


def entity(id_: str, name: str, **props: tuple[str, ...] | str) -> Entity:
    """An actor."""
    return Entity(id_, EntityKind.ACTOR, name, props=props)


def communes() -> GraphView:
    """A view of two hundred."""
    return view_of(entity(f"act:{number:03}", name) for number, name in enumerate(NAMES))


def changed(view: GraphView, *records: Entity, ended: tuple[str, ...] = ()) -> GraphView:
    """The view with some entities added or changed, and some taken out."""
    refs = {
        id_: int(view.entities.ref[known])
        for id_ in view.rows_by_id
        if (known := view.row(id_)) is not None
    }
    first = 1000 * (view.revision + 1)
    rows = [row(first + place, each, refs.get(each.id)) for place, each in enumerate(records)]
    gone = [refs[id_] for id_ in (*ended, *(each.id for each in records)) if id_ in refs]
    later = updated(view, Delta(view.revision + 1, rows, gone, [], [], False))
    assert later is not None
    return later


def test_a_change_is_seen_at_once_and_the_past_stays() -> None:
    before = communes()
    assert found(before, "mairie") == []
    after = changed(before, entity("act:007", "Mairie annexe"), entity("new", "Mairie"))
    gone = changed(after, ended=("new",))
    assert found(after, "mairie") == ["new", "act:007"]
    assert found(gone, "mairie") == ["act:007"]
    assert found(before, "mairie") == []
    assert "act:007" in found(before, "commune numero 7")
    assert "act:007" not in found(after, "commune numero 7", 1)


def test_a_small_change_indexes_little() -> None:
    before = communes()
    search(before, "commune")
    with patch.object(upkeep, "build_segment", wraps=build_segment) as built:
        after = changed(before, entity("act:007", "Mairie"))
        again = view_of([after.entity(number) for number in range(after.size)], revision=9)
        for view in (after, again, after):
            assert found(view, "mairie") == ["act:007"]
    assert [len(call.args[0]) for call in built.call_args_list] == [1, 1]


def test_a_large_change_indexes_all_again() -> None:
    before = communes()
    search(before, "commune")
    with patch.object(upkeep, "build_segment", wraps=build_segment) as built:
        assert len(found(view_of([before.entity(0)]), "commune")) == 1
    assert [len(call.args[0]) for call in built.call_args_list] == [1]


def test_now_and_a_past_moment_are_searched_in_turn() -> None:
    now, past = communes(), view_of([entity("old", "Ancienne mairie")])
    with patch.object(upkeep, "build_segment", wraps=build_segment) as built:
        for number in range(3):
            now = changed(now, entity("new", f"Mairie {number}"))
            past = view_of([entity("old", "Ancienne mairie")], revision=number)
            assert found(now, "mairie") == ["new"]
            assert found(past, "mairie") == ["old"]
    assert sorted(len(call.args[0]) for call in built.call_args_list) == [0, 0, 1, 1, 1, 201]


def test_threads_share_one_index() -> None:
    view = communes()
    with (
        patch.object(upkeep, "build_segment", wraps=build_segment) as built,
        ThreadPoolExecutor(8) as pool,
    ):
        answers = list(pool.map(lambda _: found(view, "commune numero 12"), range(40)))
    assert built.call_count <= 1
    assert len(set(map(tuple, answers))) == 1


def test_an_index_goes_with_its_view() -> None:
    view = communes()
    index = ref(upkeep.search_index(view))
    del view
    collect()
    assert index() is None


WORDS = "CCAS PMI centre communal d'action sociale de Bondy Tourcoing insertion jeunes des"
PIECES = st.sampled_from(WORDS.split())
LABELS = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)
RECORDS = st.builds(
    lambda number, name, alias, text: entity(
        f"act:{number}", name, alias=(alias,), description=text
    ),
    st.integers(0, 30),
    LABELS,
    LABELS,
    LABELS,
)
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map(" ".join) | st.sampled_from(
    ["tourcoign", "ccsa", "centre com", "inserton jeune", "bondi tourcoing", "pm"]
)


@pytest.mark.parametrize("most", [0, 10**6])
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    st.lists(RECORDS, min_size=1, max_size=20, unique_by=lambda record: record.id),
    st.lists(RECORDS, max_size=8, unique_by=lambda record: record.id),
    st.lists(TEXTS, min_size=1, max_size=5),
)
def test_answers_do_not_depend_on_how_the_index_came_about(
    most: int, first: list[Entity], then: list[Entity], texts: list[str]
) -> None:
    """Item by item: from an earlier index with a second segment, and all anew."""
    records = {record.id: record for record in first} | {record.id: record for record in then}
    kept = list(records.values())[1:]
    with (
        patch.object(upkeep, "_INDEXES", upkeep.Indexes()),
        patch.object(upkeep, "_MOST_CHANGED", most),
        patch.object(upkeep, "_LEAST_SHARE", 1),
    ):
        search(view_of(first), "commune")
        answers = [search(view_of(kept), text).page() for text in texts]
    with patch.object(upkeep, "_INDEXES", upkeep.Indexes()):
        assert answers == [search(view_of(kept), text).page() for text in texts]
