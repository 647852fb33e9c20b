"""Reconciliation on labelled pairs: no wrong merge, nearly all true pairs linked or asked."""

from collections import Counter

import pytest

from graph.reconciliation import Decision
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from tests.drawing import AUTHOR
from tests.reconciliation.labelled import PAIRS, Pair, judged
from tests.shipped import DATA


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """The pairs as they are judged in the vocabularies' territories."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("pairs") / "graph.db"))
    run_import(repository, IMPORTERS["bundle"], [DATA / "vocabularies"], author=AUTHOR)
    found = list(judged(repository.view()))
    repository.close()
    return found


def test_the_set_is_large_and_balanced(pairs: list[Pair]) -> None:
    counts = Counter(pair.is_same for pair in pairs)
    assert counts.total() >= 300
    assert min(counts.values()) >= 100
    rows = PAIRS.read_text(encoding="utf-8").splitlines()
    assert len(set(rows)) == len(rows)


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
