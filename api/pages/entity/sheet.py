"""The page of an entity: what is known of it, its relations by type, its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from api import french
from api.pages.entity.citations import Citation, citations
from api.pages.entity.spans import dated_spans
from api.pages.entity.values import property_words
from api.pages.facts import Fact, Facts, Source, marks, note, period, precise_nature
from api.pages.links import Link, entity_link, is_shown
from api.pages.timeline import Span, Timeline, timeline
from api.shapes import Json, entity_shape, evidence_shape, source_shapes
from graph.dates import end_state, today
from graph.ontology import KINDS, RELATIONS, EntityKind, RelationType
from graph.records import Entity
from graph.view import GraphView
from graph.view.labels import folded

MOST_SHOWN = 100
"""Relations of one type on the page; the rest is counted."""
MOST_DATED = 30
"""Bars of the time line; the relations below tell the rest."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Relations of one type in one direction; ``more`` counts those left out."""

    title: str
    facts: tuple[Fact, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EntitySheet:
    """What the page shows. ``period`` is None for what has no validity (concepts, documents)."""

    entity: Link
    kind: str
    nature: str
    description: str | None
    full_text: str | None
    note: str | None
    marks: tuple[str, ...]
    period: str | None
    properties: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    groups: tuple[FactGroup, ...]
    citations: tuple[Citation, ...]
    cited: int
    line: Timeline | None
    dates: tuple[Span, ...]
    more_dates: int


def entity_sheet(facts: Facts, row: int) -> EntitySheet:
    """All that the view says of an entity, whatever the day."""
    view = facts.view
    record = view.entity(row)
    description, full_text = (record.props.get(name) for name in ("description", "full_text"))
    citing = citations(view, record.id) if record.kind is EntityKind.DOCUMENT else []
    spans = dated_spans(view, row)
    return EntitySheet(
        entity=entity_link(view, row),
        kind=KINDS[record.kind].label,
        nature=precise_nature(record),
        description=str(description) if description else None,
        full_text=str(full_text) if full_text else None,
        note=note(record),
        marks=marks(record),
        period=period(record) if _has_validity(record) else None,
        properties=tuple(property_words(record)),
        sources=tuple(
            source
            for source in facts.entity_sources(row)
            if source.document is None or source.document.id != record.id
        ),
        groups=tuple(_groups(facts, row)),
        citations=tuple(citing[:MOST_SHOWN]),
        cited=len(citing),
        line=timeline(spans[:MOST_DATED], today()),
        dates=tuple(spans[:MOST_DATED]),
        more_dates=max(0, len(spans) - MOST_DATED),
    )


def entity_json(view: GraphView, row: int) -> Json:
    """The entity with its values and relations, for programs."""
    record = view.entity(row)
    shown = [number for number in view.touching(row) if _ends_are_shown(view, number)]
    return {
        **entity_shape(view, row),
        "start": record.start,
        "end": record.end,
        "endState": end_state(record.end, record.open_ended),
        "values": dict(record.props),
        "sources": source_shapes(view, record.sources, int(view.entities.said[row])),
        "relations": [evidence_shape(view, number) for number in shown],
    }


def _has_validity(record: Entity) -> bool:
    """Concepts always hold; the date of a sitting or document is no validity (design, "Time")."""
    if KINDS[record.kind].always_active:
        return False
    is_dated = record.kind in (EntityKind.MEETING, EntityKind.DOCUMENT)
    return not is_dated or bool(record.start or record.end or record.open_ended)


def _groups(facts: Facts, row: int) -> Iterator[FactGroup]:
    view = facts.view
    columns = view.relations
    for type_ in RelationType:
        rule = RELATIONS[type_]
        out = view.adjacency(type_, outgoing=True).of(row)
        into = view.adjacency(type_, outgoing=False).of(row)
        out, into = (numbers[columns.visible[numbers]].tolist() for numbers in (out, into))
        if rule.symmetric:
            sides = [(rule.label, out + into)]
        else:
            sides = [(rule.label, out), (rule.inverse_label, into)]
        for label, numbers in sides:
            shown = [number for number in numbers if _ends_are_shown(view, number)]
            if shown:
                found = [facts.fact(number, row) for number in shown[:MOST_SHOWN]]
                found.sort(key=lambda fact: (folded(fact.target.name), fact.target.id))
                yield FactGroup(
                    french.capital(label), tuple(found), max(0, len(shown) - MOST_SHOWN)
                )


def _ends_are_shown(view: GraphView, number: int) -> bool:
    ends = (view.relations.origin[number], view.relations.target[number])
    return all(is_shown(view.kind(int(end))) for end in ends)
