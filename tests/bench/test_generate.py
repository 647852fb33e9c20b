"""The graphs on which speed is measured: the same for the same seed, and what they promise."""

from collections import Counter
from pathlib import Path

from bench.generate import rows, write_bundle
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import


def test_the_same_seed_draws_the_same_rows_and_another_draws_others() -> None:
    assert list(rows(200)) == list(rows(200))
    assert list(rows(200)) != list(rows(200, seed=94))


def test_the_first_departement_is_the_same_in_a_larger_graph() -> None:
    small, large = (
        {str(row.cells) for row in rows(count) if ":000-" in str(row.cells)}
        for count in (1000, 2000)
    )
    assert small == large


def test_a_thousand_initiatives_come_with_their_entities_and_relations(tmp_path: Path) -> None:
    write_bundle(tmp_path / "bundle", 1000)
    repository = Repository(SqliteStore(tmp_path / "graph.db"))

    run_import(repository, IMPORTERS["bundle"], [tmp_path / "bundle"], author="test")

    view = repository.view()
    kinds = Counter(record.kind.label for record in view.entities.records)
    assert kinds["Framework"] + kinds["Scheme"] + kinds["Action"] == 1000
    assert 2200 < view.size < 2400
    assert 7000 < len(view.relations.type) < 8000
    assert kinds["Theme"] == 12 + 12 * 6
    repository.close()
