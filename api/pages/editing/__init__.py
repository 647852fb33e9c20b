"""Forms that add or correct facts: entities, relations, merges and splits, as change sets."""

from api.pages.editing.routes import add_editing

__all__ = ["add_editing"]
