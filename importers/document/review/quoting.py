"""Whether a reading is of the document that its passages are to be the evidence of."""

from graph.errors import InvalidData, Place
from importers.document.model import Reading
from importers.document.review.passages import absent
from importers.document.review.paths import located

_MOST_TOLD = 10


def check_source(sha256: str, reading: Reading, file: str | None = None) -> None:
    """Raise InvalidData (OTHER_DOCUMENT) for a reading that says to be of another file than the
    one of this hash; ``file`` names the reading."""
    if reading.sha256 in (None, sha256):
        return
    raise InvalidData(
        f"cette lecture est celle d'un autre fichier (empreinte {str(reading.sha256)[:12]}…, non "
        f"{sha256[:12]}…) : donner ce fichier-là, ou relire celui-ci par « maillage read FICHIER "
        "--json » ; si c'est le même document réenregistré, ôter « sha256 » de la lecture",
        code="OTHER_DOCUMENT",
        place=Place(file),
    )


def check_passages(text: str, reading: Reading, file: str | None = None) -> None:
    """Raise InvalidData (MISQUOTED) when the text lacks a passage; ``file`` names the reading.

    The reading may be of another document, whose words would be stored as this one's. Facts
    without a passage pass: a person may add what the text says elsewhere.
    """
    missing = misquoted(text, reading)
    if not missing:
        return
    more = f" et {len(missing) - _MOST_TOLD} autres" if len(missing) > _MOST_TOLD else ""
    raise InvalidData(
        "le document ne contient pas le passage (passage) de ces faits : "
        f"{', '.join(missing[:_MOST_TOLD])}{more} ; si la lecture est celle d'un autre fichier, "
        "donner ce fichier-là, ou relire celui-ci par « maillage read FICHIER --json » ; sinon, "
        "recopier chaque passage mot pour mot, ou ôter le fait",
        code="MISQUOTED",
        place=Place(file),
    )


def check_some(text: str, reading: Reading) -> None:
    """Raise InvalidData (OTHER_DOCUMENT) when the text has none of the passages of a reading."""
    facts = [each.path for each in located(reading) if each.passage]
    if facts and len(misquoted(text, reading)) == len(facts):
        raise InvalidData(
            "aucun passage de cette lecture n'est dans ce document : elle est celle d'un autre",
            code="OTHER_DOCUMENT",
        )


def misquoted(text: str, reading: Reading) -> list[str]:
    """The paths of the facts whose passage is not in the text."""
    return absent(text, ((each.path, each.passage) for each in located(reading)))
