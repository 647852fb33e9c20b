"""The page of an entity: what is known of it, its relations by type, its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from api import french
from api.pages.facts import Fact, Facts, Source, marks, nature, note, period
from api.pages.links import Link, entity_link, is_shown
from api.shapes import Json, entity_shape, evidence_shape, source_shapes
from graph.dates import MONTHS, end_state
from graph.ontology import (
    ENTITY_PROPERTIES,
    KINDS,
    LIST_SEPARATOR,
    RELATIONS,
    EntityKind,
    Property,
    RelationType,
    Value,
)
from graph.records import SOURCE_LOCATOR, Entity, source_parts
from graph.view import GraphView
from graph.view.labels import folded

MOST_SHOWN = 100
"""Relations of one type on the page; the rest is counted."""

_APART = frozenset({"name", "start", "end", "open_ended", "note", "description", "full_text"})
_DATES = frozenset({"signed", "date"})


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Relations of one type in one direction; ``more`` counts those left out."""

    title: str
    facts: tuple[Fact, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Citation:
    """An entity that a document supports, and where in it."""

    entity: Link
    nature: str
    locators: tuple[str, ...]


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


def entity_sheet(facts: Facts, row: int) -> EntitySheet:
    """All that the view says of an entity, whatever the day."""
    view = facts.view
    record = view.entity(row)
    description, full_text = (record.props.get(name) for name in ("description", "full_text"))
    citing = _citing(view, record.id) if record.kind is EntityKind.DOCUMENT else []
    return EntitySheet(
        entity=entity_link(view, row),
        kind=KINDS[record.kind].label,
        nature=nature(record),
        description=str(description) if description else None,
        full_text=str(full_text) if full_text else None,
        note=note(record),
        marks=marks(record),
        period=period(record) if _has_validity(record) else None,
        properties=tuple(_properties(record)),
        sources=tuple(
            source
            for source in facts.entity_sources(row)
            if source.document is None or source.document.id != record.id
        ),
        groups=tuple(_groups(facts, row)),
        citations=tuple(citing[:MOST_SHOWN]),
        cited=len(citing),
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


def _properties(record: Entity) -> Iterator[tuple[str, str]]:
    for prop in ENTITY_PROPERTIES:
        value = record.props.get(prop.name)
        if value is not None and prop.name not in _APART:
            yield french.capital(prop.label), _value_words(prop, value)


def _value_words(prop: Property, value: Value) -> str:
    match value:
        case bool():
            return "oui" if value else "non"
        case tuple():
            each = (_stage_words(text) if prop.name == "stages" else text for text in value)
            return " ; ".join(each)
        case str() if prop.choices:
            return prop.choices[value]
        case str() if prop.name in _DATES:
            return french.date_words(value)
        case int() if prop.name == "expected_month":
            return MONTHS[value - 1]
        case int() if prop.name == "year":
            return str(value)
        case int() | float():
            return french.number_words(value) + (" euros" if prop.name == "budget" else "")
    return str(value)


def _stage_words(stage: str) -> str:
    """``NAME:date:true`` in words; anything else as it is."""
    name, _, rest = stage.partition(":")
    when, _, done = rest.rpartition(":")
    if done not in {"true", "false"}:
        return stage
    words = f"{name.lower()} : {'oui' if done == 'true' else 'non'}"
    return f"{words}, {when}" if when else words


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


def _citing(view: GraphView, document: str) -> list[Citation]:
    """Entities that the document supports, by themselves or by a relation that starts there."""
    locators: dict[int, dict[str, None]] = {}

    def cite(row: int, source: str) -> None:
        id_, locator = source_parts(source)
        if id_ == document:
            locators.setdefault(row, {}).update({locator: None} if locator else {})

    for row in view.rows_of(*(kind for kind in EntityKind if is_shown(kind))):
        for source in view.entity(row).sources:
            cite(row, source)
    start = (document, document + SOURCE_LOCATOR)
    texts = view.texts.texts
    wanted = {
        code
        for code, text in enumerate(texts)
        if text and any(part.startswith(start) for part in text.split(LIST_SEPARATOR))
    }
    columns = view.relations
    for number in view.relation_numbers():
        code = int(columns.sources[number])
        if code in wanted and _ends_are_shown(view, number):
            for source in (texts[code] or "").split(LIST_SEPARATOR):
                cite(int(columns.origin[number]), source)
    rows = sorted(locators, key=lambda row: (folded(view.entity(row).name), view.entity(row).id))
    return [
        Citation(entity_link(view, row), nature(view.entity(row)), tuple(locators[row]))
        for row in rows
    ]
