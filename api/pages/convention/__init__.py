"""« Lire une convention »: a document read, its facts under a person's eye, then one change set.

``works`` keeps readings in progress on disk until they are applied or abandoned, ``cards`` shows
facts as forms, in the words of ``telling``; ``posting`` reads these forms, ``adding`` that of a
missed fact; ``answering`` takes answers, ``summary`` tells what would change.
"""

from api.pages.convention.routes import add_convention

__all__ = ["add_convention"]
