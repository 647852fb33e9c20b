"""What the page of identity questions shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from api import french
from api.pages import links
from api.pages.exports import Table
from api.pages.facts import period, precise_nature
from api.pages.links import Link, entity_link, with_query
from api.pages.paging import page_number
from api.pages.serving import Shown
from api.reconciliation import ANSWERS, question_shape
from graph.ontology import PROPERTY, RelationType
from graph.reconciliation import Answer, Question, answers, questions
from graph.records import Entity
from graph.repository import Repository
from graph.view import GraphView

PAGE_SIZE = 20
_CHOICES = {
    "": ("sans réponse", Answer.OPEN),
    "memes": ("les mêmes", Answer.SAME),
    "distincts": ("distincts", Answer.DIFFERENT),
}
_COMPARED = ("alias", "siren", "siret", "rna", "finess", "cog", "code", "note")
_UNKNOWN = "–"


class Row(NamedTuple):
    """One line of the comparison of two entities."""

    label: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Told:
    """A question as the page tells it."""

    id: str
    left: Link
    right: Link
    likely: str
    rows: tuple[Row, ...]
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    answer: str
    is_open: bool


def waiting(view: GraphView) -> int:
    """How many questions wait for an answer."""
    return view.derived(answers)[Answer.OPEN]


def identity_page(repository: Repository, query: Mapping[str, str]) -> Shown:
    """One page of the questions with an answer, the likeliest first.

    ``fait`` in the query is the change set that an answer has just written.
    """
    view = repository.view()
    choice = query.get("reponse", "") if query.get("reponse", "") in _CHOICES else ""
    found = view.derived(_SORTED[choice])
    number = min(page_number(query.get("page", "")), max(1, -(-len(found) // PAGE_SIZE)))
    start = (number - 1) * PAGE_SIZE
    shown = found[start : start + PAGE_SIZE]
    counts = view.derived(answers)
    return Shown(
        "identity/list.html",
        {
            "questions": [_told(view, each) for each in shown],
            "total": len(found),
            "choice": choice,
            "number": number,
            "facets": [
                (label, counts[answer], _href(value), value == choice)
                for value, (label, answer) in _CHOICES.items()
            ],
            "previous": _href(choice, number - 1) if number > 1 else None,
            "following": _href(choice, number + 1) if start + PAGE_SIZE < len(found) else None,
            "written": query.get("fait", ""),
            "csv": _href(choice, twin=".csv"),
            "json": _href(choice, twin=".json"),
        },
        lambda: {"totalCount": len(found), "items": [question_shape(each) for each in found]},
        lambda: Table("maillage-rapprochements", _COLUMNS, _cells(found)),
        writes=True,
    )


def _open(view: GraphView) -> list[Question]:
    return questions(view, Answer.OPEN)


def _same(view: GraphView) -> list[Question]:
    return questions(view, Answer.SAME)


def _different(view: GraphView) -> list[Question]:
    return questions(view, Answer.DIFFERENT)


_SORTED = {"": _open, "memes": _same, "distincts": _different}


def _href(choice: str, number: int = 1, twin: str = "") -> str:
    page = str(number) if number > 1 else ""
    return with_query(links.QUESTIONS + twin, {"reponse": choice, "page": page})


def _told(view: GraphView, question: Question) -> Told:
    left, right = question.left, question.right
    return Told(
        question.id,
        Link(left.id, left.name, links.entity_href(left.id)),
        Link(right.id, right.name, links.entity_href(right.id)),
        f"{round(question.score * 100)} %",
        tuple(_rows(view, left, right)),
        question.pros,
        question.cons,
        ANSWERS[question.answer],
        question.answer is Answer.OPEN,
    )


def _rows(view: GraphView, left: Entity, right: Entity) -> Iterator[Row]:
    """What tells the two apart or together, what neither has left out."""
    both = (left, right)
    yield Row("Nature", *(french.capital(precise_nature(each)) for each in both))
    yield Row("Territoire", *(_places(view, each) for each in both))
    yield Row("Période", *(french.capital(period(each)) for each in both))
    for name in _COMPARED:
        values = [_value(each.props.get(name)) for each in both]
        if any(values):
            yield Row(french.capital(PROPERTY[name].label), *(each or _UNKNOWN for each in values))
    yield Row("Identifiant", left.id, right.id)


def _value(value: object) -> str:
    return " ; ".join(value) if isinstance(value, tuple) else str(value or "")


def _places(view: GraphView, record: Entity) -> str:
    row = view.row(record.id)
    if row is None:
        return _UNKNOWN
    columns = view.relations
    numbers = view.adjacency(RelationType.COVERS, outgoing=True).of(row)
    ends = columns.target[numbers[columns.visible[numbers]]].tolist()
    return " ; ".join(dict.fromkeys(entity_link(view, end).name for end in ends)) or _UNKNOWN


_COLUMNS = (
    *("question", "identifiant", "nom", "autre identifiant", "autre nom"),
    *("vraisemblance", "pour", "contre", "réponse"),
)


def _cells(found: list[Question]) -> Iterator[tuple[str, ...]]:
    for each in found:
        yield (
            *(each.id, each.left.id, each.left.name, each.right.id, each.right.name),
            *(str(each.score), " | ".join(each.pros), " | ".join(each.cons)),
            ANSWERS[each.answer],
        )
