"""Whether the passages of a reading are in the document that they are to be the evidence of."""

from graph.errors import InvalidData, Place
from importers.document.model import Reading
from importers.document.review.passages import segments
from importers.document.review.paths import located

_MOST_TOLD = 10


def check_passages(text: str, reading: Reading, file: str | None = None) -> None:
    """Raise InvalidData (MISQUOTED) when the text lacks a passage; ``file`` names the reading.

    The reading may be of another document, whose words would be stored as this one's. Facts
    without a passage pass: a person may add what the text says elsewhere.
    """
    passages = [(each.path, each.passage) for each in located(reading) if each.passage]
    found = {path for each in segments(text, passages) for path in each.begun}
    absent = [path for path, _ in passages if path not in found]
    if not absent:
        return
    more = f" et {len(absent) - _MOST_TOLD} autres" if len(absent) > _MOST_TOLD else ""
    raise InvalidData(
        "le document ne contient pas le passage (passage) de ces faits : "
        f"{', '.join(absent[:_MOST_TOLD])}{more} ; si la lecture est celle d'un autre fichier, "
        "donner ce fichier-là, ou relire celui-ci par « maillage read FICHIER --json » ; sinon, "
        "recopier chaque passage mot pour mot, ou ôter le fait",
        code="MISQUOTED",
        place=Place(file),
    )
