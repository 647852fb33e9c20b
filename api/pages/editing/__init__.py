"""Forms that add, correct, take out, merge and split facts, as change sets."""

from api.pages.editing.retracting import add_retracting
from api.pages.editing.routes import add_editing

__all__ = ["add_editing", "add_retracting"]
