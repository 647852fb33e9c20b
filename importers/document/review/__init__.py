"""A reading under a person's eye: each fact kept, corrected, refused, or not said by the text.

``paths`` names the facts, ``answers`` keeps what a person says of each and makes the confirmed
reading, ``adding`` takes facts that the reader missed, ``contradictions`` sets side by side what
cannot all be kept, ``passages`` finds the facts of a stretch of text,
``quoting`` whether passages are of the text, ``private`` that nothing kept tells of a person.
"""

from importers.document.review.adding import (
    Added,
    added_fact,
    check_added,
    open_end,
    own_words,
    with_added,
)
from importers.document.review.answers import (
    GONE,
    Answer,
    Choice,
    Tally,
    choice_of,
    confirmed_reading,
    corrected_reading,
    is_taken_back,
    tally,
    told,
    unquoted,
)
from importers.document.review.contradictions import (
    Contradiction,
    Side,
    contradictions,
    open_contradictions,
)
from importers.document.review.passages import Segment, segments
from importers.document.review.paths import Located, located
from importers.document.review.private import check_fields, check_private
from importers.document.review.quoting import (
    check_passages,
    check_some,
    check_source,
    misquoted,
)

__all__ = [
    "GONE",
    "Added",
    "Answer",
    "Choice",
    "Contradiction",
    "Located",
    "Segment",
    "Side",
    "Tally",
    "added_fact",
    "check_added",
    "check_fields",
    "check_passages",
    "check_private",
    "check_some",
    "check_source",
    "choice_of",
    "confirmed_reading",
    "contradictions",
    "corrected_reading",
    "is_taken_back",
    "located",
    "misquoted",
    "open_contradictions",
    "open_end",
    "own_words",
    "segments",
    "tally",
    "told",
    "unquoted",
    "with_added",
]
