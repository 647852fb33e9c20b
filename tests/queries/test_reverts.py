"""Taking a change set back gives the former answers, evidence and export, byte for byte."""

from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, settings

from api.exports.bundle import write_bundle
from graph.errors import InvalidData, UnknownReference
from graph.repository import Repository
from importers.base import no_progress
from importers.bundle import BundleImporter
from tests.drawing import AUTHOR, change_set, imported
from tests.oracle.random_graphs import Bundle
from tests.queries.edits import disturbance, stories
from tests.queries.everything import NODES, answers, evidence


def shown(repository: Repository, day: date, folder: Path) -> list[object]:
    """All answers on a day, with what they rest on, and the exported files."""
    view = repository.view()
    write_bundle(view, folder)
    files = [(folder / name).read_bytes() for name in ("entities.csv", "relations.csv")]
    return [answers(view, day) if view.rows_of(*NODES) else {}, evidence(view, day), *files]


@settings(max_examples=40)
@given(story=stories())
def test_answers_and_files_are_those_of_before(story: tuple[Bundle, date, int]) -> None:
    """Several change sets, then each taken back, the last one first."""
    bundle, day, seed = story
    chances = Random(seed)
    with imported(bundle.entities, bundle.relations) as (repository, folder):
        operations = list(BundleImporter().read([folder / "bundle"], no_progress))
        done = []
        for _ in range(4):
            edits = [each for _ in range(3) for each in disturbance(repository.view(), chances)]
            before = shown(repository, day, folder / "exported")
            try:
                record, _ = repository.apply(change_set(*edits, *chances.sample(operations, 2)))
            except (InvalidData, UnknownReference):
                continue
            if record is not None:
                done.append((record.id, before))
        for change, before in reversed(done):
            repository.revert(change, AUTHOR)
            assert shown(repository, day, folder / "exported") == before
