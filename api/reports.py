"""What an import did, or would do: as JSON, and its rows as cells of a sheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from api.french import capital, counted, date_words
from api.shapes import Json
from importers import FATE_LABELS, ListReport, Report
from importers.editions import EditionTold
from importers.listing import Remark
from importers.report import Doubt, Fate, RowFate

ROW_HEADERS = ("fichier", "ligne", "devenir", "raison")
GONE = "disparue"
"""The fate of what the earlier edition stated: no row of this one has it."""
_MOST_IN_JSON = 1000
_TOLD = (Fate.REFUSED, Fate.QUESTION)

Named: TypeAlias = Callable[[str], str]
"""A file of a place as its user knows it."""


def report_shape(report: Report, named: Named = str) -> Json:
    """A report as JSON values; a list adds its rows' counts, and the rows that deserve a look."""
    shape: Json = {
        "changeSet": report.change_set,
        "created": report.created,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "refused": report.refused,
        "dryRun": report.dry_run,
    }
    if report.remarks:
        shape["remarks"] = list(report.remarks)
    listed = report.listed
    if listed is not None:
        shape |= {
            "questions": listed.questions,
            "disappeared": listed.disappeared,
            "gone": list(listed.gone[:_MOST_IN_JSON]),
            "remarks": [
                {"text": text, "rows": count}
                for text, count in sums(listed.remarks)[:_MOST_IN_JSON]
            ],
            "rows": {fate.value.lower(): count for fate, count in listed.counts().items()},
            "details": [_row(row, named) for row in to_look_at(listed, _MOST_IN_JSON)],
            "lists": [_edition(each) for each in listed.editions],
            "doubts": [_doubt(each, named) for each in listed.doubts[:_MOST_IN_JSON]],
        }
    return shape


def to_look_at(listed: ListReport, most: int) -> list[RowFate]:
    """The first rows that somebody should look at: refused, or with a question."""
    return [row for row in listed.rows if row.fate in _TOLD][:most]


def row_cells(listed: ListReport, named: Named = str) -> Iterator[tuple[str, ...]]:
    """Every row with its fate and reason, under ``ROW_HEADERS``, then what disappeared and the
    sums of remarks."""
    for row in listed.rows:
        yield named(row.file or ""), str(row.row), FATE_LABELS[row.fate], row.reason
    for fact in listed.gone:
        yield "", "", GONE, fact
    for text, count in sums(listed.remarks):
        yield "", "", "somme", sum_words(text, count)


def sums(remarks: Iterable[Remark]) -> list[tuple[str, int]]:
    """What is said of several kept rows, and of how many; the most frequent first."""
    counts = Counter(remark.text for remark in remarks)
    return [(text, count) for text, count in counts.most_common() if count > 1]


def sum_words(text: str, count: int) -> str:
    """``4 927 lignes : sans territoire, car…``, as a report says a sum."""
    return f"{counted(count, 'ligne')} : {text}"


def _row(row: RowFate, named: Named) -> Json:
    return {
        "file": named(row.file or ""),
        "row": row.row,
        "fate": row.fate,
        "reason": row.reason,
    }


def edition_words(told: EditionTold) -> str:
    """Which list a file is an edition of, in French."""
    words = f"Liste « {told.title} » ({told.document})"
    earlier = told.updates
    if earlier is None:
        words += ", nouvelle"
    else:
        day = f" du {date_words(earlier.day)}" if earlier.day else ""
        words += f" : met à jour l'édition{day} importée par {earlier.change}"
    return f"{words}. {capital(told.remark)}." if told.remark else f"{words}."


def _edition(told: EditionTold) -> Json:
    earlier = told.updates
    return {
        "file": told.file,
        "document": told.document,
        "title": told.title,
        "date": told.day,
        "updates": None if earlier is None else {"date": earlier.day, "changeSet": earlier.change},
        "remark": told.remark,
    }


def _doubt(doubt: Doubt, named: Named) -> Json:
    return {
        "file": named(doubt.place.file or ""),
        "row": doubt.place.row,
        "left": {"id": doubt.id, "name": doubt.name},
        "right": {"id": doubt.other, "name": doubt.other_name},
        "score": doubt.score,
        "pros": list(doubt.pros),
        "cons": list(doubt.cons),
    }
