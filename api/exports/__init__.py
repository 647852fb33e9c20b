"""Ways out of the graph: one module per format. ``EXPORTS`` is the registry."""

from collections.abc import Callable
from pathlib import Path

from api.exports.bundle import write_bundle
from graph.view import GraphView

__all__ = ["EXPORTS", "write_bundle"]

EXPORTS: dict[str, Callable[[GraphView, Path], None]] = {"bundle": write_bundle}
