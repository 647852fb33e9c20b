"""A reading under a person's eye: each fact kept, corrected, refused, or not said by the text.

``paths`` names the facts, ``answers`` keeps what a person says of each and makes the confirmed
reading, ``contradictions`` sets side by side what cannot all be kept, ``passages`` finds the facts
in the text.
"""

from importers.document.review.answers import (
    Answer,
    Choice,
    Tally,
    choice_of,
    confirmed_reading,
    corrected_reading,
    tally,
)
from importers.document.review.contradictions import Contradiction, Side, contradictions
from importers.document.review.passages import Segment, segments
from importers.document.review.paths import Located, located

__all__ = [
    "Answer",
    "Choice",
    "Contradiction",
    "Located",
    "Segment",
    "Side",
    "Tally",
    "choice_of",
    "confirmed_reading",
    "contradictions",
    "corrected_reading",
    "located",
    "segments",
    "tally",
]
