"""What facts would keep beside their passages: no person, nothing of anybody helped."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import Place
from importers.document.guard import check_kept
from importers.document.model import Reading
from importers.document.review.paths import DATES, located

_NOT_WORDS = frozenset(("passage", "start_passage", "end_passage", "signed_passage"))
"""Fields that quote the text, which has its own guard."""


def check_private(reading: Reading, file: str | None = None) -> None:
    """Raise InvalidData (PERSON, BENEFICIARY_DATA) at the first fact of a reading whose names or
    words tell of a person; ``file`` names the reading."""
    for each in located(reading):
        if each.list != DATES:  # a part of the framework, told with it
            place = Place(f"{file}, {each.path}" if file else each.path)
            check_fields(each.fact.model_dump(), place)


def check_fields(fields: Mapping[str, Any], place: Place) -> None:
    """The same of the fields of a fact."""
    for name, value in fields.items():
        if name not in _NOT_WORDS:
            for words in _words(value):
                check_kept(words, place.at_column(name))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _words(each)
