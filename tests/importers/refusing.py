"""What a refused import must be: one French error that says where, and nothing written."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import InvalidData, MaillageError, UnknownReference
from graph.repository import Repository
from importers import Importer, ListImporter, run_import
from tests.drawing import AUTHOR


def refused(
    repository: Repository, importer: Importer | ListImporter, paths: Sequence[Path]
) -> MaillageError:
    """The error of an import that must be refused, dry run or not; the store is as before."""
    revision = repository.store.revision()
    before = repository.store.snapshot(revision)
    errors = []
    for dry_run in (True, False):
        with pytest.raises((InvalidData, UnknownReference)) as error:
            run_import(repository, importer, paths, author=AUTHOR, dry_run=dry_run)
        errors.append(error.value)
    assert str(errors[0]) == str(errors[1])
    assert repository.store.revision() == revision
    assert repository.store.snapshot(revision) == before
    return errors[1]
