"""What the page of a reading in progress shows."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages.convention.cards import TITLES, Card, cards, html_id, section_id
from api.pages.convention.work import Document, Work
from graph.errors import InvalidData
from graph.reconciliation import Likely
from graph.view import GraphView
from importers.document.apply import Confirmed, SourceDocument
from importers.document.apply.joining import resembling
from importers.document.review import (
    GONE,
    Contradiction,
    confirmed_reading,
    corrected_reading,
    open_contradictions,
    segments,
    tally,
    told,
    unquoted,
)

_KEPT = 20
_MOST_TOLD = 5
_SKIPPED = {
    "PERSON": ("nom de personne", "noms de personnes"),
    "CONTACT": ("coordonnée", "coordonnées"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text: the elements of the facts that it says, those that begin in it, and
    the cards whose passage ends with it."""

    text: str
    facts: str
    anchors: tuple[str, ...]
    ended: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A list of facts; ``id`` is that of its heading."""

    id: str
    title: str
    cards: tuple[Card, ...]

    @property
    def easy(self) -> list[Card]:
        """Those without an answer that may be kept in one gesture."""
        return [card for card in self.cards if card.is_easy]

    @property
    def doubtful(self) -> int:
        """How many without an answer have to be looked at one by one."""
        return sum(not card.choice and card.doubt for card in self.cards)


class Resemblances:
    """What the graph has that resembles the facts of each work, kept while neither changes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Any, Mapping[str, Sequence[Likely]]]] = OrderedDict()

    def of(self, view: GraphView, work: Work) -> Mapping[str, Sequence[Likely]]:
        """By path of fact, the likeliest first."""
        if work.document is None:
            return {}
        reading = corrected_reading(work.document.reading, work.review.answers)
        names = (reading.framework, reading.actors, reading.articulations, reading.territories)
        known = self._kept.get(work.id)
        if known is not None and known[0] == (view.revision, names):
            return known[1]
        found = resembling(view, reading)
        self._kept[work.id] = (view.revision, names), found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def work_context(
    view: GraphView, work: Work, document: Document, likely: Mapping[str, Sequence[Likely]]
) -> dict[str, Any]:
    """The facts by section, the text with its marks, contradictions, and the count of answers."""
    found = cards(view, document, work.review, likely)
    return {
        "work": work,
        "sections": _sections(found),
        "marks": _marks(document.text, found),
        "misquoted": [each for each in found if not each.located and each.choice not in GONE],
        "contradictions": disputes(view, work, document),
        "actors": sorted({each.called for each in document.reading.actors}),
        "tally": tally(document.reading, work.review.answers),
        "skipped": skipped_words(document),
    }


def confirmed_of(work: Work, document: Document) -> Confirmed:
    """What would be applied: the facts kept, and what became of the others.

    Raises InvalidData (MISQUOTED) when a fact kept has a passage that the text lacks.
    """
    missing = unquoted(document.text, document.reading, work.review.answers)
    if missing:
        names = " ; ".join(f"« {each.words} »" for each in missing[:_MOST_TOLD])
        raise InvalidData(
            f"le passage de {len(missing)} faits gardés n'est pas dans le texte ({names}) : le "
            "corriger, ou refuser ces faits"
            if len(missing) > 1
            else f"le passage du fait gardé {names} n'est pas dans le texte : le corriger, ou "
            "refuser ce fait",
            code="MISQUOTED",
        )
    about = work.review.about
    source = SourceDocument(
        document.sha256,
        work.title,
        about.date or None,
        about.reference or None,
        document.text if about.keep_text else None,
    )
    answers = work.review.answers
    reading = document.reading
    return Confirmed(source, confirmed_reading(reading, answers), told(reading, answers))


def disputes(view: GraphView, work: Work, document: Document) -> list[Contradiction]:
    """The contradictions that nobody settled."""
    review = work.review
    return open_contradictions(view, document.reading, review.answers, review.settled)


def skipped_words(document: Document) -> str:
    """What was left out on purpose, in French; empty when nothing was."""
    parts = []
    for each in document.reading.skipped:
        one, several = _SKIPPED[each.kind]
        parts.append(f"{each.count} {several if each.count > 1 else one}")
    return " et ".join(parts)


def _sections(found: Sequence[Card]) -> list[Section]:
    """The facts by list, those that hold something."""
    sections = []
    for name, title in TITLES.items():
        own = tuple(card for card in found if card.section == name)
        if own:
            sections.append(Section(section_id(name), title, own))
    return sections


def _marks(text: str, found: Sequence[Card]) -> list[Mark]:
    by_path = {card.path: card for card in found}
    return [
        Mark(
            each.text,
            " ".join(html_id(path) for path in each.paths),
            tuple(html_id(path) for path in each.begun),
            tuple(sorted((by_path[path] for path in each.ended), key=lambda card: card.number)),
        )
        for each in segments(text, ((card.path, card.passage) for card in found))
    ]
