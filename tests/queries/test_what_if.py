"""What-if on random graphs: the same as writing the change set in a copy and asking again."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import ChangeSet
from graph.changes.preview import Preview, preview
from graph.errors import MaillageError
from graph.ontology import EntityKind
from graph.repository import Repository
from queries.coverage import CoverageCell
from queries.what_if import Difference, what_if
from tests.drawing import imported
from tests.oracle.random_graphs import bundles, days
from tests.queries.hypotheses import Answers, Told, differences, edit


def draft(repository: Repository, chances: Random) -> tuple[ChangeSet, Preview | MaillageError]:
    """A change set of a few edits, and what it would lead to: a view, or a refusal."""
    view = repository.view()
    operations = [edit(view, chances) for _ in range(chances.randint(1, 4))]
    change_set = ChangeSet(operations, "Camille", "test", "Et si ?")
    try:
        return change_set, preview(view, change_set)
    except MaillageError as error:
        return change_set, error


@settings(max_examples=250)
@given(data=st.data())
def test_the_same_as_writing_and_asking_again(data: st.DataObject) -> None:
    bundle = data.draw(bundles())
    day: date = data.draw(days(bundle))
    chances = Random(data.draw(st.integers(0, 2**32)))
    with imported(bundle.entities, bundle.relations) as (repository, _):
        view = repository.view()
        places = [None, *(view.entity(row).id for row in view.rows_of(EntityKind.TERRITORY))]
        territory = data.draw(st.sampled_from(places))
        change_set, found = draft(repository, chances)
        assert repository.view() is view, "something was stored"
        if isinstance(found, MaillageError):
            with pytest.raises(type(found)) as refused:
                repository.apply(change_set)
            assert (refused.value.code, str(refused.value)) == (found.code, str(found))
            return
        repository.apply(change_set)
        before = Answers(view.on(day.toordinal()), territory)
        after = Answers(repository.view().on(day.toordinal()), territory)
        drafted = Answers(found.view.on(day.toordinal()), territory)
        assert drafted.all() == after.all()
        assert_differences(before, found, after)


def assert_differences(before: Answers, found: Preview, after: Answers) -> None:
    """Each list of a hypothesis is the difference of the answers before and after."""
    drafted = Answers(found.view.on(before.day.day), before.territory)
    shown = what_if(before.day, found, before.territory)
    answers = after.all()
    for name, old in before.all().items():
        expected = differences(old, answers[name])
        items = getattr(shown, name)
        assert len(items) == len(expected), name
        for item, (change, key) in zip(items, expected, strict=True):
            assert item.change == change, name
            assert told(before, item.before) == told_of(old, key), name
            assert told(drafted, item.after) == told_of(answers[name], key), name
    assert_cells(before, shown.coverage, after)


def told(answers: Answers, item: Any) -> Any:
    """What an item names and says; None for none."""
    return None if item is None else answers.told(item)


def told_of(answer: Told, key: str) -> Any:
    """The same of what an answer holds under a name."""
    return (key, answer[key]) if key in answer else None


def assert_cells(
    before: Answers, shown: Sequence[Difference[CoverageCell]], after: Answers
) -> None:
    """Cells whose state differs; without a territory, where something covers or is judged."""
    sides = (before, after)
    places = {before.territory} if before.territory else before.covered() | after.covered()
    expected = []
    for place in sorted(places):
        for theme in sorted(before.themes() | after.themes()):
            cells = [side.cell(theme, place) for side in sides]
            states = [cell.state if cell else None for cell in cells]
            if (states[0] or "UNKNOWN") != (states[1] or "UNKNOWN"):
                expected.append(tuple(states))
    assert expected == [
        tuple(cell.state if cell else None for cell in (item.before, item.after)) for item in shown
    ]
    for item in shown:
        change = "APPEARED" if not item.before else "CHANGED" if item.after else "DISAPPEARED"
        assert item.change == change
