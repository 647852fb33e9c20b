"""The journal: every change set, what it touched, and its revert."""

from api.pages.journal.routes import add_journal

__all__ = ["add_journal"]
