"""Labelled pairs: are they the same actor, and why one might think so.

``pairs.csv`` are those that thresholds were set on. ``second.csv`` was written afterwards from
lists that the first does not use (FONJEP and adultes-relais posts, France services, contrats de
ville of the ANCT, Licence Ouverte 2.0; intercommunalities of the Code officiel géographique), with
the names as people write them, and labelled by reading before it was ever judged; what it
showed was then mended, so that it is no longer unseen.

Names come from the samples of ``tests/importers/samples``, from lists of the ANCT (Licence Ouverte
2.0) and from public documents: acronyms and former names as they stand there, misprints made on
them, homonyms in two towns, services with their institutions. ``left`` is what an import states,
``right`` what the graph knows.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.changes import UpsertEntity
from graph.ontology import EntityKind, Value
from graph.reconciliation import Decision, territories, verdict
from graph.reconciliation.faces import Face, Faces
from graph.reconciliation.linking import meet
from graph.view import GraphView

PAIRS = Path(__file__).with_name("pairs.csv")
SECOND = Path(__file__).with_name("second.csv")


class Pair(NamedTuple):
    """A labelled pair, and what reconciliation makes of it."""

    left: str
    right: str
    sign: str
    is_same: bool
    decision: Decision


def judged(view: GraphView, path: Path = PAIRS) -> Iterator[Pair]:
    """Every pair of a file; those that share no key are never compared, so they are DIFFERENT."""
    faces, space = Faces(view), territories(view)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            left, right = (_face(faces, row, side) for side in ("left", "right"))
            found = verdict(left, right, space).decision if meet(left, right) else None
            yield Pair(
                row["left"],
                row["right"],
                row["sign"],
                row["same"] == "1",
                found or Decision.DIFFERENT,
            )


def _face(faces: Faces, row: dict[str, str], side: str) -> Face:
    values: dict[str, Value | None] = {"name": row[side]}
    if row[f"{side}_kind"]:
        values["actor_kind"] = row[f"{side}_kind"]
    for code in row[f"{side}_codes"].split():
        name, _, number = code.partition(":")
        known = values.get(name, ())
        assert isinstance(known, tuple)
        values[name] = (*known, number)
    place = row[f"{side}_place"]
    return faces.stated(UpsertEntity(side, EntityKind.ACTOR, values), [place] if place else [])
