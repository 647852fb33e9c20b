"""A reading under a person's eye: each fact kept, corrected, refused, or not said by the text.

``paths`` names the facts, ``answers`` keeps what a person says of each and makes the confirmed
reading, ``contradictions`` sets side by side what cannot all be kept, ``passages`` finds the facts
in the text, ``quoting`` refuses those that are not.
"""

from importers.document.review.answers import (
    Answer,
    Choice,
    Tally,
    choice_of,
    confirmed_reading,
    corrected_reading,
    tally,
    told,
)
from importers.document.review.contradictions import Contradiction, Side, contradictions
from importers.document.review.passages import Segment, segments
from importers.document.review.paths import Located, located
from importers.document.review.quoting import check_passages

__all__ = [
    "Answer",
    "Choice",
    "Contradiction",
    "Located",
    "Segment",
    "Side",
    "Tally",
    "check_passages",
    "choice_of",
    "confirmed_reading",
    "contradictions",
    "corrected_reading",
    "located",
    "segments",
    "tally",
    "told",
]
