"""Reconciliation on labelled pairs: no wrong merge, nearly all true pairs linked or asked."""

from pathlib import Path

import pytest

from graph.reconciliation import Decision
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from tests.drawing import AUTHOR
from tests.reconciliation.labelled import PAIRS, SECOND, Pair, judged
from tests.shipped import DATA


@pytest.fixture(scope="module", params=[PAIRS, SECOND], ids=["tuned on", "written since"])
def pairs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """The pairs of a set as they are judged in the vocabularies' territories."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("pairs") / "graph.db"))
    run_import(repository, IMPORTERS["bundle"], [DATA / "vocabularies"], author=AUTHOR)
    found = list(judged(repository.view(), request.param))
    repository.close()
    return found


@pytest.mark.parametrize(("path", "least"), [(PAIRS, 300), (SECOND, 150)])
def test_the_sets_are_large_and_balanced(path: Path, least: int) -> None:
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    assert len(set(rows)) == len(rows) >= least
    same = sum(row.startswith("1,") for row in rows)
    assert 0.3 * len(rows) < same < 0.7 * len(rows)


def test_the_sets_share_no_pair() -> None:
    tuned, since = (
        set(path.read_text(encoding="utf-8").splitlines()[1:]) for path in (PAIRS, SECOND)
    )
    assert not tuned & since


def test_nothing_is_merged_wrongly(pairs: list[Pair]) -> None:
    assert [pair for pair in pairs if pair.decision is Decision.SAME and not pair.is_same] == []


def test_true_pairs_are_linked_or_asked(pairs: list[Pair]) -> None:
    same = [pair for pair in pairs if pair.is_same]
    found = [pair for pair in same if pair.decision is not Decision.DIFFERENT]
    assert len(found) >= 0.9 * len(same)


def test_few_false_pairs_are_asked(pairs: list[Pair]) -> None:
    others = [pair for pair in pairs if not pair.is_same]
    asked = [pair for pair in others if pair.decision is Decision.ASK]
    assert len(asked) <= 0.1 * len(others)
