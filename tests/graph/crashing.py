"""A process that writes until it is killed.

It applies change sets of several sizes, some of them imports of bundles, and sends the id, name
and size of each one once the store has acknowledged it.
"""

from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeAlias

from graph.changes import Operation
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import change_set, entity, import_folder, relation, write_rows

Told: TypeAlias = tuple[str, str, int]
SIZES = (1, 1, 3, 30, 200, 800)


def group(name: str, size: int) -> list[Operation]:
    """A framework and its actors: all there, or none."""
    operations: list[Operation] = [entity("Framework", f"fra:{name}", participants=size)]
    for number in range(size):
        actor = f"act:{name}:{number}"
        operations.append(entity("Actor", actor, note="x" * 200))
        operations.append(relation(actor, "INVOLVED_IN", f"fra:{name}"))
    return operations


def bundle(folder: Path, name: str, size: int) -> Path:
    """The same as the rows of a bundle."""
    framework = {"id": f"fra:{name}", "kind": "Framework", "name": name, "participants": str(size)}
    actors = [
        {"id": f"act:{name}:{n}", "kind": "Actor", "name": name, "note": "x" * 200}
        for n in range(size)
    ]
    ties = [{"type": "INVOLVED_IN", "from": each["id"], "to": f"fra:{name}"} for each in actors]
    return write_rows(folder, [framework, *actors], ties)


def write_for_ever(path: Path, seed: str, told: "Connection[Told, None]") -> None:
    """Until the end."""
    chances = Random(seed)
    repository = Repository(SqliteStore(path))
    count = 0
    with TemporaryDirectory() as folder:
        while True:
            size, name = chances.choice(SIZES), f"{seed}-{count}"
            if chances.random() < 0.3:
                change = import_folder(repository, bundle(Path(folder), name, size)).change_set
            else:
                record, _ = repository.apply(change_set(*group(name, size)))
                change = record.id if record else None
            told.send((str(change), name, size))
            count += 1
