"""« Lire une convention »: a document read, its facts under a person's eye, then one change set.

``works`` keeps readings in progress on disk until they are applied or abandoned, ``cards`` shows
facts as forms, ``posting`` reads these forms, ``summary`` tells what would change.
"""

from api.pages.convention.routes import add_convention

__all__ = ["add_convention"]
