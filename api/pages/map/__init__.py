"""The map of communes, drawn by the server from contours of our own, with its table."""

from api.pages.map.routes import add_map

__all__ = ["add_map"]
