"""A restore that is killed leaves an empty store, in which the same file can be restored."""

import subprocess
import sys
from pathlib import Path

import pytest

from api.backup import restore_backup, write_backup
from graph.repository import Repository
from graph.stores import open_store
from importers.base import no_progress
from tests.backup.test_moving import a_story, everything
from tests.drawing import new_repository

ROOT = Path(__file__).resolve().parents[2]
RECORDS = 14
"""Of the story: seven versions of entities, one relation, two judgements, four change sets."""


@pytest.mark.parametrize("handed", [1, 8, RECORDS - 1])
def test_killed_in_the_middle(store_url: str, tmp_path: Path, handed: int) -> None:
    """Among the entities, after the relation, before the last change set."""
    path = tmp_path / "backup"
    with new_repository() as (source, _):
        a_story(source)
        assert write_backup(source.store, path, no_progress) == RECORDS
        expected = everything(source.store)
    open_store(store_url).close()
    command = [sys.executable, "-m", "tests.backup.restoring_halfway"]
    with subprocess.Popen(
        [*command, store_url, str(path), str(handed)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"halted\n"
        process.kill()
    repository = Repository(open_store(store_url))
    assert (repository.store.revision(), repository.store.journal()) == (0, [])
    assert repository.view().entities.records == []
    restore_backup(repository.store, path, no_progress)
    assert everything(repository.store) == expected
    repository.close()
