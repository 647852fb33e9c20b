"""What a change set changes, as the preview of an import and the journal show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.differences import FactWords, ValueWords, fact_words, parts
from api.pages import links
from graph.changes.differences import Difference, Differences, Effect, Fact, names_of
from graph.view import GraphView

_ANCHORS = {Effect.ADDED: "ajoutes", Effect.CHANGED: "modifies", Effect.ENDED: "retires"}


@dataclass(frozen=True, slots=True)
class End:
    """An entity that a fact speaks of; ``href`` is empty when it has no page."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class FactShown:
    """A fact: one end is an entity of a nature, two a relation whose verb is ``words``."""

    words: str
    ends: tuple[End, ...]
    role: str | None
    values: tuple[ValueWords, ...]


@dataclass(frozen=True, slots=True)
class PartShown:
    """The facts of one effect, the first of ``total``; ``anchor`` is the id of its heading."""

    anchor: str
    title: str
    has_before: bool
    total: int
    facts: Sequence[FactShown]


def change_parts(
    view: GraphView, found: Differences, totals: Mapping[Effect, int], most: int
) -> list[PartShown]:
    """The differences by effect, at most so many facts of each; ``view`` tells what has a page."""
    return [
        PartShown(
            _ANCHORS[part.effect],
            part.title,
            part.effect is Effect.CHANGED,
            part.total,
            [_shown(view, each) for each in part.facts[:most]],
        )
        for part in parts(found, totals)
    ]


def facts_shown(view: GraphView, facts: Iterable[Fact]) -> list[FactShown]:
    """Facts that stand, without their values."""
    kept = list(facts)
    names = names_of(view, kept)
    return [_shown(view, fact_words(Difference(fact, fact), names)) for fact in kept]


def end(view: GraphView, id_: str, name: str) -> End:
    """An entity with its page, if the graph has it."""
    return End(name, "" if view.row(id_) is None else links.entity_href(id_))


def _shown(view: GraphView, fact: FactWords) -> FactShown:
    ends = tuple(end(view, id_, name) for id_, name in fact.ends)
    return FactShown(fact.words, ends, fact.role, fact.values)
