"""The shipped data backed up and restored: the same graph, told by the same journal."""

from pathlib import Path

from api.backup import restore_backup, write_backup
from graph.repository import Repository
from importers.base import no_progress
from tests.drawing import new_repository
from tests.importers.test_round_trip import graph


def test_the_shipped_data_come_back(shipped: Repository, tmp_path: Path) -> None:
    """Every fact that stands and every change set; a second backup is the first, byte for byte."""
    with new_repository() as (restored, _):
        records = write_backup(shipped.store, tmp_path / "first", no_progress)
        assert restore_backup(restored.store, tmp_path / "first", no_progress) == records
        assert restored.store.journal() == shipped.store.journal()
        assert graph(restored) == graph(shipped)
        write_backup(restored.store, tmp_path / "second", no_progress)
        assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
