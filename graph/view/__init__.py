"""The immutable, columnar view of the graph at one revision, and its restriction to a day."""

from graph.view.day import DayView
from graph.view.graph_view import GraphView

__all__ = ["DayView", "GraphView"]
