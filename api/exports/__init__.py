"""Ways out of the graph: one module per format. ``EXPORTS`` is the registry.

A writer takes a view, where to write, and the part of the view to take (None: all of it). It
writes aside and renames, and raises InvalidData (UNWRITABLE) when it cannot.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from api.exports.bundle import write_bundle
from api.exports.gexf import write_gexf
from api.exports.graphml import write_graphml
from api.exports.linked_data import write_linked_data
from api.exports.part import Part, part, part_of
from api.exports.sheets import write_sheets
from graph.view import GraphView

__all__ = ["EXPORTS", "Part", "part", "part_of", "write_bundle"]

Writer: TypeAlias = Callable[[GraphView, Path, Part | None], None]

EXPORTS: dict[str, Writer] = {
    "bundle": write_bundle,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_sheets,
    "jsonld": write_linked_data,
}
