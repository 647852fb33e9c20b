"""A confirmed reading as one change set: each fact with its passage as locator of its source.

Ids come from the document's hash and the text's own words, so that the same reading applied again
changes nothing, and a corrected one corrects.
"""

from importers.document.apply.confirmed import Confirmed, SourceDocument
from importers.document.apply.run import apply_reading, change_set_of
from importers.document.apply.statement import Statement, statement

__all__ = [
    "Confirmed",
    "SourceDocument",
    "Statement",
    "apply_reading",
    "change_set_of",
    "statement",
]
