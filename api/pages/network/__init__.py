"""The network around an entity or of a territory: a drawing, a table, and its exports."""

from api.pages.network.routes import add_network

__all__ = ["add_network"]
