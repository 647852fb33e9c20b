"""kill -9 at any moment of a write leaves all of it or nothing, and the store opens."""

import sqlite3
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path
from random import Random
from signal import SIGKILL
from time import monotonic

from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.graph.crashing import Told, write_for_ever

KILLS = 100
LONGEST = 0.03
"""Seconds from an acknowledgement to the kill, at most: within the next writes."""
PROCESSES = get_context("forkserver")  # a new process in milliseconds
PROCESSES.set_forkserver_preload(["tests.graph.crashing"])


def written_until_killed(path: Path, seed: str, chances: Random) -> list[Told]:
    """What a process was told to be written before it was killed: id, name, size.

    It is killed some time after its first, second or third acknowledgement, or before any.
    """
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=write_for_ever, args=(path, seed, there))
    process.start()
    there.close()
    told = [here.recv() for _ in range(chances.choice((0, 1, 1, 2, 3)))]
    end = monotonic() + chances.uniform(0, LONGEST)
    while (left := end - monotonic()) > 0:
        if here.poll(left):
            told.append(here.recv())
    process.kill()
    with suppress(EOFError):
        while True:
            told.append(here.recv())
    process.join()
    assert process.exitcode == -SIGKILL
    process.close()
    here.close()
    return told


def check(path: Path, acknowledged: dict[str, str], sizes: dict[str, int]) -> None:
    """The file is sound, its journal without gaps, each group whole, none acknowledged lost."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    repository = Repository(SqliteStore(path))
    journal = repository.store.journal()
    view = repository.view()
    revisions = [each.revision for each in journal]
    assert revisions == list(range(len(journal), 0, -1))
    assert set(acknowledged) <= {each.id for each in journal}
    told = {each.id: each.created for each in journal}
    assert all(told[change] == 2 * sizes[name] + 1 for change, name in acknowledged.items())
    frameworks = view.rows_of(EntityKind.FRAMEWORK)
    assert len(frameworks) == len(journal)
    assert set(acknowledged.values()) <= {view.entity(row).id[4:] for row in frameworks}
    actors = len(view.rows_of(EntityKind.ACTOR))
    assert sum(int(str(view.entity(row).props["participants"])) for row in frameworks) == actors
    index = view.adjacency(RelationType.INVOLVED_IN, outgoing=False)
    for row in frameworks:
        assert len(index.of(row)) == view.entity(row).props["participants"]
    repository.close()


def test_a_hundred_kills_on_one_file(tmp_path: Path) -> None:
    """Writes of one fact to thousands, change sets and imports, at moments drawn by chance."""
    path, chances = tmp_path / "graph.db", Random(9)
    acknowledged: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for kill in range(KILLS):
        told = written_until_killed(path, str(kill), chances)
        for change, name, size in told:
            acknowledged[change], sizes[name] = name, size
        check(path, acknowledged, sizes)
    with closing(SqliteStore(path)) as store:
        assert store.revision() >= len(acknowledged) > KILLS // 2
