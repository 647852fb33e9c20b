"""A process that writes many small change sets; run as ``contending.py URL NAME COUNT``.

It prints the id of each one that was acknowledged, and fails when its own view does not show
what the others have written by then.
"""

import sys

from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores import open_store
from tests.drawing import apply, entity


def main(url: str, name: str, count: int) -> None:
    """Each change set creates one actor, so a view of revision n holds n of them."""
    repository = Repository(open_store(url))
    for number in range(count):
        record = apply(repository, entity("Actor", f"{name}:{number}"))
        print(record.id, f"{name}:{number}", flush=True)
        view = repository.view()
        assert view.revision >= record.revision
        assert len(view.rows_of(EntityKind.ACTOR)) == view.revision
    repository.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
