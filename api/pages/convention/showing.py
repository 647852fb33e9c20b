"""The pages of readings in progress, and their JSON twins."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from api import french
from api.pages import links
from api.pages.convention.adding import AddForm, add_form
from api.pages.convention.cards import Card
from api.pages.convention.content import confirmed_of, disputes, work_context
from api.pages.convention.fields import PASSAGE_HINT
from api.pages.convention.summary import Summary, summary
from api.pages.convention.work import About, Document, Work
from api.pages.serving import Shown
from api.shapes import Json
from graph.errors import InvalidData, MaillageError
from graph.reconciliation import Likely
from graph.repository import Repository
from graph.view import GraphView
from importers.document.exchange import write_reading
from importers.document.review import located, tally

_BAD_REQUEST = 400
_REFRESH = {"Refresh": "1"}
"""A page of a reading at work asks for itself again, without any script."""


def work_href(id_: str) -> str:
    """The page of a reading in progress."""
    return f"{links.CONVENTION}/{id_}"


def listed(work: Work) -> Json:
    """A reading in progress, as the list shows it."""
    state = "REFUSED" if work.error else "READ" if work.document else "READING"
    counted = tally(work.document.reading, work.review.answers) if work.document else None
    return {
        "id": work.id,
        "title": work.title,
        "since": french.moment_words(work.since),
        "state": state,
        "href": work_href(work.id),
        "open": counted.open if counted else None,
    }


def _work_json(work: Work, document: Document) -> Json:
    """The reading with what was answered, for programs."""
    return {
        "state": "READ",
        "title": work.title,
        "sha256": document.sha256,
        "kind": document.kind,
        "reading": write_reading(document.reading),
        "answers": {
            each.path: {"choice": answer.choice, "fact": answer.fact}
            for each in located(document.reading)
            if (answer := work.review.answers.get(each.path)) is not None
        },
        "tally": tally(document.reading, work.review.answers)._asdict(),
    }


def _summary_json(made: Summary | None, error: MaillageError | None) -> Json:
    if made is None:
        assert error is not None
        return {"error": {"code": error.code, "message": str(error)}}
    facts = [
        {"new": each.is_new, "words": each.words, "passage": each.passage} for each in made.lines
    ]
    return {
        "created": made.created,
        "changed": made.changed,
        "facts": facts,
        "remarks": list(made.remarks),
    }


def reading_page(work: Work, step: str, done: int) -> Shown:
    """A document that is being read, or could not be."""
    context = {"work": work, "href": work_href(work.id), "step": step, "done": done}
    headers = _REFRESH if work.error is None else {}
    shown = {"state": "READING" if work.error is None else "REFUSED", "error": work.error}
    return Shown("convention/reading.html", context, lambda: shown, headers=headers, writes=True)


def refused_page(message: str) -> Shown:
    """A file that no reading begins with."""
    context = {"message": message}
    shown = {"state": "REFUSED", "error": message}
    return Shown("convention/refused.html", context, lambda: shown, status=_BAD_REQUEST)


def work_page(
    view: GraphView,
    work: Work,
    document: Document,
    likely: Mapping[str, Sequence[Likely]],
    wrong: Card | None = None,
    adding: AddForm | None = None,
    correcting: str = "",
) -> Shown:
    """The facts and the text; ``wrong`` is the fact whose form could not be read, ``adding`` the
    form of one to add that was refused, ``correcting`` the element of the fact to correct."""
    context = work_context(view, work, document, likely)
    context |= {
        "href": work_href(work.id),
        "wrong": wrong,
        "adding": adding or add_form(view),
        "correcting": correcting,
        "passage_hint": PASSAGE_HINT,
    }
    status = 200 if wrong is None and adding is None else _BAD_REQUEST
    return Shown(
        "convention/work.html",
        context,
        lambda: _work_json(work, document),
        status=status,
        writes=True,
    )


def fact_fragment(work: Work, document: Document, card: Card, *, correcting: bool = False) -> Shown:
    """One fact alone, with the count of answers; ``correcting`` shows the fields to correct it."""
    counted = tally(document.reading, work.review.answers)
    context = {"work": work, "href": work_href(work.id), "card": card, "tally": counted}
    context["correcting"] = correcting
    status = _BAD_REQUEST if card.error else 200
    return Shown("convention/fragment.html", context, lambda: {}, status=status, writes=True)


class Typed(NamedTuple):
    """What a form said of the document, and why it was refused."""

    about: About
    error: str


def summary_page(
    repository: Repository,
    work: Work,
    document: Document,
    typed: Typed | None = None,
    *,
    changed: bool = False,
) -> Shown:
    """What applying would change, or what stands in the way; ``typed`` is a form that was
    refused, shown again as it was sent; ``changed`` when it is no more what was shown before."""
    made: Summary | None = None
    error: MaillageError | None = None
    try:
        confirmed = confirmed_of(work, document)
        if confirmed.reading.framework is None:
            raise InvalidData(
                "garder d'abord le cadre, ou l'une de ses dates : tous les autres faits s'y "
                "rattachent"
            )
        made = summary(repository, confirmed)
    except MaillageError as refused:
        error = refused
    context: dict[str, Any] = {
        "work": work,
        "href": work_href(work.id),
        "about": typed.about if typed else work.review.about,
        "wrong": typed.error if typed else "",
        "tally": tally(document.reading, work.review.answers),
        "contradictions": disputes(repository.view(), work, document),
        "made": made,
        "changed": changed,
        "error": error,
    }
    status = 200 if error is None and typed is None else _BAD_REQUEST
    return Shown(
        "convention/summary.html",
        context,
        lambda: _summary_json(made, error),
        status=status,
        writes=True,
    )
