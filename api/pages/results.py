"""The answer to « Qui travaille déjà sur… » as the page shows it: grouped, and never mute."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api import french
from api.pages.cards import Card, work_card
from api.pages.facts import Facts
from api.pages.links import Terms
from api.pages.question import Question
from graph.dates import iso, today
from graph.ontology import RelationType
from graph.view import DayView
from queries.answer import Answer
from queries.who import Work, who_works_on

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards that meet the question in the same way; ``id`` is the anchor."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A wider question that has an answer, and how many items it finds."""

    words: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of the answer."""

    total: int
    first: int
    last: int
    groups: tuple[CardGroup, ...]
    attempts: tuple[Attempt, ...]
    previous: str | None
    following: str | None


_TITLES = {
    "exact": "Exactement ce qui est demandé",
    "plus-large": "Sur un territoire plus large, qui contient celui demandé",
    "plus-etroit": "Sur une partie du territoire demandé",
    "voisin": "Sur un thème plus précis ou un public voisin",
}


def results(facts: Facts, question: Question, page: int) -> Results:
    """The cards of one page (first = 1) by group, or what to try when there is none."""
    answer: Answer[Work] = question.answer()
    start = min(max(page - 1, 0) * PAGE_SIZE, max(answer.total - 1, 0) // PAGE_SIZE * PAGE_SIZE)
    number = start // PAGE_SIZE + 1
    works = answer.page(start, PAGE_SIZE)
    grouped: dict[str, list[Card]] = {name: [] for name in _TITLES}
    for work in works:
        group, gaps = _difference(question, work)
        grouped[group].append(work_card(facts, question.day, work, gaps))
    terms = question.terms
    end = start + len(works)
    return Results(
        total=answer.total,
        first=start + 1,
        last=end,
        groups=tuple(
            CardGroup(name, _TITLES[name], tuple(cards)) for name, cards in grouped.items() if cards
        ),
        attempts=() if works else _attempts(question),
        previous=terms.href(page=number - 1) if number > 1 else None,
        following=terms.href(page=number + 1) if end < answer.total else None,
    )


def _difference(question: Question, work: Work) -> tuple[str, list[str]]:
    """The group of an item, and in words how it differs from what was asked."""
    day, rows = question.day, question.rows
    group, gaps = "exact" if work.exact else "voisin", []
    if "territoire" in rows:
        asked = rows["territoire"]
        near = _nearest(work.territories, day.related(asked))
        if near is not None and near != asked:
            wider = near in day.above(asked)
            group = "plus-large" if wider else "plus-etroit"
            gaps.append(f"territoire plus {'large' if wider else 'étroit'} : {_name(day, near)}")
    theme = _nearest(work.themes, day.below(rows["theme"]))
    if theme is not None and theme != rows["theme"]:
        gaps.append(f"thème plus précis : {_name(day, theme)}")
    if "public" in rows:
        asked = rows["public"]
        near = _nearest(work.audiences, day.related(asked))
        if near is None:
            gaps.append("public non précisé")
        elif near != asked:
            wider = near in day.above(asked)
            gaps.append(f"public plus {'large' if wider else 'étroit'} : {_name(day, near)}")
    return group, gaps


def _nearest(values: tuple[int, ...], distances: Mapping[int, int]) -> int | None:
    """The value at the least distance; None when none is related."""
    return min((v for v in values if v in distances), key=lambda v: distances[v], default=None)


def _name(day: DayView, row: int) -> str:
    return day.view.entity(row).name


def _attempts(question: Question) -> tuple[Attempt, ...]:
    """Questions close to an empty one that have an answer."""
    day, rows, terms = question.day, question.rows, question.terms
    theme, place, audience = rows["theme"], rows.get("territoire"), rows.get("public")
    tries: list[tuple[str, Terms, Answer[Work]]] = []
    if audience is not None:
        answer = who_works_on(day, theme, place)
        tries.append(("sans préciser le public", replace(terms, public=""), answer))
    if place is not None:
        answer = who_works_on(day, theme, None, audience)
        tries.append(("sur tous les territoires", replace(terms, territoire=""), answer))
    for broader in day.view.by_id(set(day.targets(RelationType.BROADER, theme))):
        record = day.view.entity(broader)
        answer = who_works_on(day, broader, place, audience)
        words = f"sur le thème plus large « {record.name} »"
        tries.append((words, replace(terms, theme=record.id), answer))
    now = day.view.on(today())
    if now.day != day.day:
        answer = who_works_on(now, theme, place, audience)
        words = f"aujourd'hui, {french.day_words(now.day)}"
        tries.append((words, replace(terms, au=iso(now.day)), answer))
    return tuple(
        Attempt(words, other.href(), answer.total) for words, other, answer in tries if answer.total
    )
