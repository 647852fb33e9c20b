"""Cards: one initiative with who, when, where, in which frame, and from which sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.facts import Fact, Facts, Source, marks, nature, note, period, role_words, status
from api.pages.links import Link, entity_link
from graph.ontology import RELATIONS, EntityKind, RelationType
from graph.view import DayView
from graph.view.labels import folded
from queries.answer import in_order
from queries.initiatives import initiatives
from queries.who import Work

_ROLE_ORDER = {role: n for n, role in enumerate(RELATIONS[RelationType.INVOLVED_IN].roles or {})}
_CONTEXT = (
    RelationType.ADDRESSES,
    RelationType.COVERS,
    RelationType.TARGETS,
    RelationType.PART_OF,
    RelationType.GOVERNED_BY,
)


@dataclass(frozen=True, slots=True)
class Part:
    """An actor with its parts in the initiative: ``signataire, depuis 2011``."""

    actor: Link
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of an initiative. ``gaps`` say how it differs from what was asked."""

    entity: Link
    nature: str
    status: str | None
    period: str
    marks: tuple[str, ...]
    gaps: tuple[str, ...]
    actors: tuple[Part, ...]
    frameworks: tuple[Link, ...]
    bodies: tuple[Link, ...]
    themes: tuple[Link, ...]
    territories: tuple[Link, ...]
    audiences: tuple[Link, ...]
    note: str | None
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]


def work_card(facts: Facts, day: DayView, work: Work, gaps: Iterable[str]) -> Card:
    """The card of an item of « Qui travaille déjà sur… »."""
    return _card(facts, day, work.initiative, gaps, work.evidence)


def initiative_card(facts: Facts, day: DayView, row: int, gaps: Iterable[str] = ()) -> Card:
    """The card of an initiative by itself."""
    facets = initiatives(day)
    evidence = set(day.into(RelationType.INVOLVED_IN, row))
    for type_ in _CONTEXT:
        evidence.update(day.out(type_, row))
    evidence |= facets.covers_evidence(row, facets.territories(row))
    return _card(facts, day, row, gaps, in_order(day, evidence))


def _card(
    facts: Facts, day: DayView, row: int, gaps: Iterable[str], evidence: Iterable[int]
) -> Card:
    view, facets = day.view, initiatives(day)
    record = view.entity(row)
    parents = set(day.targets(RelationType.PART_OF, row))
    return Card(
        entity=entity_link(view, row),
        nature=nature(record),
        status=status(record),
        period=period(record),
        marks=marks(record),
        gaps=tuple(gaps),
        actors=_parts(day, row),
        frameworks=facts.links(
            each for each in view.by_id(parents) if view.kind(each) is EntityKind.FRAMEWORK
        ),
        bodies=facts.links(view.by_id(set(day.targets(RelationType.GOVERNED_BY, row)))),
        themes=facts.links(view.by_id(facets.themes(row))),
        territories=facts.links(view.by_id(facets.territories(row))),
        audiences=facts.links(view.by_id(facets.audiences(row))),
        note=note(record),
        sources=facts.entity_sources(row),
        facts=tuple(facts.fact(number, row) for number in evidence),
    )


def _parts(day: DayView, row: int) -> tuple[Part, ...]:
    """Actors with all their roles, leads first, then by name."""
    view = day.view
    roles: dict[int, list[tuple[int, str]]] = {}
    for number in day.into(RelationType.INVOLVED_IN, row):
        record = view.relation(number)
        words = [role_words(record)]
        if record.start or record.end:
            words.append(period(record))
        order = _ROLE_ORDER.get(record.role or "", len(_ROLE_ORDER))
        said = ", ".join(word for word in words if word)
        roles.setdefault(int(view.relations.origin[number]), []).append((order, said))
    parts = []
    for actor, each in roles.items():
        each.sort()
        name = folded(view.entity(actor).name)
        shown = tuple(dict.fromkeys(words for _, words in each if words))
        parts.append((each[0][0], name, Part(entity_link(view, actor), shown)))
    parts.sort(key=lambda part: (part[0], part[1], part[2].actor.id))
    return tuple(part for _, _, part in parts)
