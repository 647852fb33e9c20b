"""Importing files: choose, see what would change, apply with progress, undo.

``jobs`` keeps the files of a trial until it is applied or forgotten.
"""

from api.pages.importing.routes import add_import

__all__ = ["add_import"]
