"""Realistic graphs of any size, written as a bundle; the same seed gives the same rows.

    .venv/bin/python -m bench.generate FOLDER [INITIATIVES] [SEED]

A département holds a thousand initiatives: a larger graph has more of them, each drawn by itself,
so that the first one is the same whatever the size. Beyond a hundred, départements grow instead,
in initiatives and in communes, as in the whole of France. 100,000 initiatives come with about
225,000 entities and 740,000 relations. Rows are written as they are drawn.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.graphs.actors import actors, bodies
from bench.graphs.concepts import audience_ids, audiences, country, theme_ids, themes
from bench.graphs.initiatives import initiatives, needs
from bench.graphs.rows import Departement, Row, Rows
from bench.graphs.territories import documents, territories

SEED = 93
DAY = "2025-06-15"
"""A day on which about two thirds of the initiatives are active."""
_PER_DEPARTEMENT, _MOST_DEPARTEMENTS, _COMMUNES = 1000, 100, 40
_ACTORS, _BODIES, _NEEDS = 0.82, 0.1, 0.06
_ENTITIES = (
    *("id", "kind", "name", "actor_kind", "framework_kind", "scheme_kind", "meeting_kind"),
    *("territory_level", "level", "status", "start", "end", "open_ended", "date"),
    *("activity_type", "code", "frequency", "budget", "inventory", "exemplary", "generic"),
    *("count", "family", "indicator", "value", "source"),
)
_RELATIONS = (
    *("type", "from", "to", "role", "start", "end", "open_ended", "amount", "year"),
    *("intensity", "source"),
)


def main() -> None:
    """Write a bundle."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    write_bundle(Path(sys.argv[1]), count, int(sys.argv[3]) if len(sys.argv) > 3 else SEED)


def write_bundle(folder: Path, count: int, seed: int = SEED) -> None:
    """The bundle of a graph of ``count`` initiatives in a folder; memory: one département."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "entities.csv").open("w", encoding="utf-8", newline="") as entities,
        (folder / "relations.csv").open("w", encoding="utf-8", newline="") as relations,
    ):
        writers = {
            "entities": csv.DictWriter(entities, _ENTITIES),
            "relations": csv.DictWriter(relations, _RELATIONS),
        }
        for writer in writers.values():
            writer.writeheader()
        for table, cells in rows(count, seed):
            writers[table].writerow(cells)


def rows(count: int, seed: int = SEED) -> Iterator[Row]:
    """The rows of a graph of ``count`` initiatives."""
    departements = max(1, min(_MOST_DEPARTEMENTS, count // _PER_DEPARTEMENT))
    yield from themes()
    yield from audiences()
    yield from country(departements)
    for number in range(departements):
        share = count // departements + (number < count % departements)
        yield from _departement(number, share, seed)


def _departement(number: int, count: int, seed: int) -> Rows:
    into = Departement(number, Random(f"{seed}/{number}"), theme_ids(), audience_ids())
    yield from documents(into)
    yield from territories(into, max(_COMMUNES, _COMMUNES * count // _PER_DEPARTEMENT))
    yield from actors(into, int(count * _ACTORS))
    yield from bodies(into, max(3, int(count * _BODIES)))
    yield from needs(into, int(count * _NEEDS))
    yield from initiatives(into, count)


if __name__ == "__main__":
    main()
