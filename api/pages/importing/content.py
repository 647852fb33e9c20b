"""What the page of an import shows: how far it is, what it would change, what it did."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from api.differences import differences_shape
from api.french import capital, progress_words
from api.pages import links
from api.pages.changes import End, change_parts, end
from api.pages.exports import Table
from api.pages.importing.jobs import RUNNING, Job
from api.pages.journal.content import change_href
from api.pages.serving import Shown
from api.reports import ROW_HEADERS, edition_words, report_shape, row_cells, sum_words, sums
from api.shapes import Json
from graph.view import GraphView
from importers import IMPORTERS, ListReport, Report
from importers.listing import Remark, slug
from importers.report import Doubt, Fate, RowFate
from importers.table.columns import TITLES
from importers.table.layout import Guess

MOST_TOLD = 100
"""Rows, questions and facts of each kind on the page; the exports tell more."""
_LONGEST_PAUSE = 5
"""Seconds between two loadings of a page without its script: its button is reached by keyboard."""
_FATES = {
    Fate.REFUSED: "refusées",
    Fate.QUESTION: "avec une question",
    Fate.CREATED: "créées",
    Fate.CHANGED: "modifiées",
    Fate.UNCHANGED: "inchangées",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A line of a table of counts; ``href`` leads to what it counts."""

    label: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row of a file and what is said of it."""

    file: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """A question of identity: what a row states, what it may be, and the reasons."""

    name: str
    other: End
    place: str
    pros: Sequence[str]
    cons: Sequence[str]


@dataclass(frozen=True, slots=True)
class GuessWords:
    """The columns of a sheet: title in the file, what it is read as."""

    file: str
    row: int
    titles: Sequence[tuple[str, str]]
    unread: Sequence[str]


def job_href(job: Job) -> str:
    """The page of an import."""
    return f"{links.IMPORT}/{job.id}"


def job_page(job: Job, view: GraphView, seen: int) -> Shown:
    """The page of an import; ``seen`` counts how often it asked for itself without a script."""
    state = job.state  # read first: its report and its error are there when it says so
    report = job.report
    listed = None if report is None else report.listed
    context: dict[str, Any] = {
        "job": job,
        "state": state,
        "is_running": state in RUNNING,
        "href": job_href(job),
        "label": IMPORTERS[job.source].label,
        "progress": progress_words(job.phase, job.done),
        "pause": min(1 + seen, _LONGEST_PAUSE),
        "again": f"{job_href(job)}?vu={seen + 1}#etat",
        "guesses": [_guess_words(job, each) for each in job.guesses],
        **(_told(job, report, view) if report is not None else {}),
    }
    return Shown(
        "importing/job.html",
        context,
        lambda: job_shape(job),
        None if listed is None else lambda: _table(job, listed),
        writes=True,
    )


def job_shape(job: Job) -> Json:
    """The same for programs."""
    report, error = job.report, job.error
    return {
        "state": job.state,
        "step": job.phase,
        "done": job.done,
        "progress": progress_words(job.phase, job.done),
        "stoppable": job.is_stoppable,
        "report": None if report is None else report_shape(report, job.own),
        "differences": None if report is None else differences_shape(report.differences),
        "error": None if error is None else {"code": error.code, "message": str(error)},
    }


def _told(job: Job, report: Report, view: GraphView) -> dict[str, Any]:
    listed = report.listed
    return {
        "report": report,
        "change": change_href(report.change_set) if report.change_set else "",
        "facts": _fact_counts(report),
        "parts": change_parts(view, report.differences, report.totals, MOST_TOLD),
        "most": MOST_TOLD,
        **({} if listed is None else _told_of_list(job, listed, view)),
    }


def _told_of_list(job: Job, listed: ListReport, view: GraphView) -> dict[str, Any]:
    return {
        "rows": _row_counts(listed),
        "refused": [_row_words(job, row) for row in listed.rows if row.fate is Fate.REFUSED],
        "sums": [sum_words(*each) for each in sums(listed.remarks)],
        "remarks": [_remark_words(job, each) for each in listed.remarks],
        "doubts": [_doubt_words(job, view, each) for each in listed.doubts[:MOST_TOLD]],
        "questions": listed.questions,
        "disappeared": listed.disappeared,
        "gone": listed.gone[:MOST_TOLD],
        "editions": [edition_words(each) for each in listed.editions],
    }


def _fact_counts(report: Report) -> list[Count]:
    return [
        Count("Ajoutés", report.created, "#ajoutes"),
        Count("Modifiés", report.changed, "#modifies"),
        *([Count("Retirés", report.retracted, "#retires")] if report.retracted else ()),
        Count("Déjà connus, inchangés", report.unchanged, ""),
    ]


def _row_counts(listed: ListReport) -> list[Count]:
    hrefs = {Fate.REFUSED: "#refusees", Fate.QUESTION: "#questions"}
    return [
        Count(capital(_FATES[fate]), count, hrefs.get(fate, ""))
        for fate, count in listed.counts().items()
        if count or fate in hrefs
    ]


def _row_words(job: Job, row: RowFate) -> RowWords:
    return RowWords(job.own(row.file or ""), row.row, row.reason)


def _remark_words(job: Job, remark: Remark) -> RowWords:
    return RowWords(job.own(remark.place.file or ""), remark.place.row or 0, remark.text)


def _doubt_words(job: Job, view: GraphView, doubt: Doubt) -> DoubtWords:
    file, row = job.own(doubt.place.file or ""), doubt.place.row
    return DoubtWords(
        doubt.name,
        end(view, doubt.other, doubt.other_name),
        f"{file}, ligne {row}" if row else file,
        doubt.pros,
        doubt.cons,
    )


def _guess_words(job: Job, guess: Guess) -> GuessWords:
    titles = [(title, TITLES[name]) for name, title in guess.titles.items()]
    return GuessWords(job.own(guess.file), guess.row, titles, guess.unread)


def _table(job: Job, listed: ListReport) -> Table:
    name = f"maillage-import-{slug(job.names[0])}"
    return Table(name, ROW_HEADERS, row_cells(listed, job.own))
