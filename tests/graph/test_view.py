"""The view: hierarchies on a day, order of ids, what is active."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.dates import parse_day
from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.view import DayView
from tests.drawing import apply, change_set, entities, entity, new_repository, relation, relations

DAY = "2015-06-01"


def on(repository: Repository, day: str = DAY) -> DayView:
    """Today's view of a graph, on a day."""
    return repository.view().on(parse_day(day))


def ids(day: DayView, rows: object) -> dict[str, int]:
    """Distances by id."""
    assert isinstance(rows, dict)
    return {day.view.entity(row).id: steps for row, steps in rows.items()}


def row(day: DayView, id_: str) -> int:
    """The row of an id that is known."""
    found = day.view.row(id_)
    assert found is not None
    return found


def active(day: DayView) -> list[str]:
    """The ids of active actions."""
    return [day.view.entity(row).id for row in day.active_rows(EntityKind.ACTION)]


def test_several_parents_and_the_shortest_way(repository: Repository) -> None:
    """A commune in an EPT, itself in an EPCI, itself in a département, and in each directly."""
    apply(
        repository,
        *entities("Territory", "commune", "epci", "ept", "dep", "elsewhere"),
        *relations("commune", "WITHIN", "epci", "ept", "dep"),
        *relations("epci", "WITHIN", "dep"),
        *relations("ept", "WITHIN", "epci"),
    )
    day = on(repository)
    assert ids(day, day.above(row(day, "commune"))) == {
        "commune": 0,
        "epci": 1,
        "ept": 1,
        "dep": 1,
    }
    assert ids(day, day.above(row(day, "ept"))) == {"ept": 0, "epci": 1, "dep": 2}
    assert ids(day, day.below(row(day, "dep"))) == {"dep": 0, "epci": 1, "commune": 1, "ept": 2}
    assert ids(day, day.related(row(day, "epci"))) == {"epci": 0, "dep": 1, "commune": 1, "ept": 1}


def test_a_dated_perimeter_counts_within_its_dates(repository: Repository) -> None:
    """A commune that left its EPCI at the end of 2015; the EPCI's own dates change nothing."""
    apply(
        repository,
        entity("Territory", "commune"),
        entity("Territory", "epci", end="2013"),
        relation("commune", "WITHIN", "epci", start="2010", end="2015"),
    )
    for day, expected in (
        ("2009-12-31", {"commune": 0}),
        ("2010-01-01", {"commune": 0, "epci": 1}),
        ("2015-12-31", {"commune": 0, "epci": 1}),
        ("2016-01-01", {"commune": 0}),
    ):
        view = on(repository, day)
        assert ids(view, view.above(row(view, "commune"))) == expected


def test_who_is_active_on_a_day(repository: Repository) -> None:
    """Closed at both ends; an unknown or open end never stops; a draft never starts."""
    apply(
        repository,
        entity("Action", "a:always"),
        entity("Action", "a:open", start="2015-06-01", open_ended=True),
        entity("Action", "a:ends today", end="2015-06-01"),
        entity("Action", "a:ended", end="2015-05"),
        entity("Action", "a:ahead", start="2015-06-02"),
        entity("Action", "a:this year", start="2015", end="2015"),
        entity("Action", "a:draft", status="DRAFT"),
        entity("Action", "a:over by its label only", status="ENDED"),
    )
    assert sorted(active(on(repository))) == [
        "a:always",
        "a:ends today",
        "a:open",
        "a:over by its label only",
        "a:this year",
    ]


def test_a_relation_needs_both_its_ends(repository: Repository) -> None:
    """Except those that are read whatever the dates of their ends."""
    apply(
        repository,
        entity("Actor", "act:gone", end="2014"),
        *entities("Framework", "fra:new"),
        entity("Framework", "fra:old", end="2014"),
        relation("act:gone", "INVOLVED_IN", "fra:new", role="LEAD"),
        relation("fra:new", "SUCCEEDS", "fra:old"),
    )
    day = on(repository)
    new = row(day, "fra:new")
    assert day.origins(RelationType.INVOLVED_IN, new) == []
    assert day.targets(RelationType.SUCCEEDS, new) == [row(day, "fra:old")]
    assert on(repository, "2014-12-31").origins(RelationType.INVOLVED_IN, new) != []


def test_days_of_one_view_are_kept_and_independent(repository: Repository) -> None:
    """Many days asked, then the first again: the same answers."""
    apply(repository, entity("Action", "a", start="2015-01-10", end="2015-01-20"))
    view = repository.view()
    first = date(2015, 1, 1).toordinal()
    shown = [bool(view.on(first + n).active_rows(EntityKind.ACTION)) for n in range(31)]
    assert shown == [9 <= n <= 19 for n in range(31)]
    assert [bool(view.on(first + n).active_rows(EntityKind.ACTION)) for n in range(31)] == shown


NAMES = st.text("aAé\U0001f642-:0", min_size=1, max_size=6).map(lambda text: f"x{text}x")


@settings(max_examples=40)
@given(st.lists(st.lists(NAMES, min_size=1, max_size=6, unique=True), min_size=1, max_size=8))
def test_rows_are_in_order_of_ids_whatever_the_order_of_arrival(groups: list[list[str]]) -> None:
    """By code point, after any number of change sets."""
    with new_repository() as (repository, _):
        for group in groups:
            repository.apply(change_set(*entities("Theme", *group)))
            repository.view()
        view = repository.view()
        shown = [view.entity(row).id for row in view.rows_of(EntityKind.THEME)]
        assert shown == sorted({name for group in groups for name in group})


def test_ids_find_room_between_neighbours_again_and_again(repository: Repository) -> None:
    """Forty halvings of the same gap exhaust it: ranks are then given anew."""
    apply(repository, *entities("Theme", "t", "u"))
    expected = ["t", "u"]
    for count in range(1, 41):
        id_ = "t" + "a" * (41 - count)  # always right after "t"
        apply(repository, entity("Theme", id_))
        expected.insert(1, id_)
        view = repository.view()
        assert [view.entity(row).id for row in view.rows_of(EntityKind.THEME)] == expected
        ranks = [int(view.entities.rank[row]) for row in view.rows_of(EntityKind.THEME)]
        assert all(one < other for one, other in pairwise(ranks))
