"""Entities and relations in GraphQL: one type per kind, its fields made from the ontology.

A node keeps the day on which it was asked: what hangs on it is read on that day, unless
``asOf`` says otherwise.
"""

from __future__ import annotations

from typing import Any, get_args

import strawberry

from api.graphql.connections import Connection, connection
from api.graphql.enums import Direction, literal_enum
from api.questions import read_day
from api.shapes import own_locator
from graph.dates import EndState, end_state
from graph.ontology import EntityKind, RelationType
from graph.records import Entity as EntityRecord
from graph.records import source_parts
from graph.view import DayView
from queries.answer import in_order

_END_STATES = literal_enum("end_state", get_args(EndState))


@strawberry.type(description="Where a fact comes from.")
class Source:
    document: Entity | None = strawberry.field(
        description="The document; null when the fact rests on its own import."
    )
    locator: str | None = strawberry.field(
        description="Article, page, line or cell; for an import, its change set."
    )


@strawberry.interface(description="Anything the graph holds.")
class Entity:
    day: strawberry.Private[DayView]
    row: strawberry.Private[int]
    record: strawberry.Private[EntityRecord]

    @strawberry.field(description="Identifier, kept byte for byte.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(self.record.id)

    @strawberry.field(description="Kind of the entity.")
    def kind(self) -> EntityKind:
        return self.record.kind

    @strawberry.field(description="Name shown to readers.")
    def name(self) -> str:
        return self.record.name

    @strawberry.field(description="Former names, acronyms, other spellings.")
    def aliases(self) -> list[str]:
        aliases = self.record.props.get("alias", ())
        return list(aliases) if isinstance(aliases, tuple) else []

    @strawberry.field(description="First day of validity, at its known precision.")
    def start(self) -> str | None:
        return self.record.start

    @strawberry.field(description="Last day of validity; see endState when null.")
    def end(self) -> str | None:
        return self.record.end

    @strawberry.field(
        description="Whether the end is KNOWN, stated to be OPEN, or UNKNOWN.",
        graphql_type=_END_STATES,
    )
    def end_state(self) -> Any:
        return _END_STATES(end_state(self.record.end, self.record.open_ended))

    @strawberry.field(description="Where the entity comes from.")
    def sources(self) -> list[Source]:
        said = int(self.day.view.entities.said[self.row])
        return _sources(self.day, self.record.sources, said)

    @strawberry.field(description="Its relations active on a day, by type, ends, role and start.")
    def relations(
        self,
        type: RelationType | None = None,
        direction: Direction = Direction.BOTH,
        as_of: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Connection[Evidence]:
        day = self.day if as_of is None else self.day.view.on(read_day(as_of))
        numbers: set[int] = set()
        if direction is not Direction.IN:
            numbers.update(day.out(type, self.row))
        if direction is not Direction.OUT:
            numbers.update(day.into(type, self.row))

        def page(start: int, count: int) -> list[Evidence]:
            shown = in_order(day, numbers)[start : start + count]
            return [Evidence(day=day, number=number) for number in shown]

        return connection(len(numbers), page, first, after)


@strawberry.type(description="A relation with its period and sources: what a finding rests on.")
class Evidence:
    day: strawberry.Private[DayView]
    number: strawberry.Private[int]

    @strawberry.field(description="Type of the relation.")
    def type(self) -> RelationType:
        return self.day.view.relation(self.number).type

    @strawberry.field(name="from", description="Where the relation starts.")
    def origin(self) -> Entity:
        return node(self.day, int(self.day.view.relations.origin[self.number]))

    @strawberry.field(name="to", description="Where the relation ends.")
    def target(self) -> Entity:
        return node(self.day, int(self.day.view.relations.target[self.number]))

    @strawberry.field(description="Role of the relation's origin.")
    def role(self) -> str | None:
        return self.day.view.relation(self.number).role

    @strawberry.field(description="First day of validity, at its known precision.")
    def start(self) -> str | None:
        return self.day.view.relation(self.number).start

    @strawberry.field(description="Last day of validity; see endState when null.")
    def end(self) -> str | None:
        return self.day.view.relation(self.number).end

    @strawberry.field(
        description="Whether the end is KNOWN, stated to be OPEN, or UNKNOWN.",
        graphql_type=_END_STATES,
    )
    def end_state(self) -> Any:
        record = self.day.view.relation(self.number)
        return _END_STATES(end_state(record.end, record.open_ended))

    @strawberry.field(description="Amount in euros (FUNDER).")
    def amount(self) -> float | None:
        return self._number("amount")

    @strawberry.field(description="Year of the amount (FUNDER).")
    def year(self) -> int | None:
        return self.day.view.relation(self.number).year

    @strawberry.field(description="Strength from 1 to 5 (ARTICULATED_WITH).")
    def intensity(self) -> int | None:
        value = self._number("intensity")
        return None if value is None else int(value)

    @strawberry.field(description="WHOLE or PARTIAL (COVERS); changes no answer.")
    def extent(self) -> str | None:
        return self._text("extent")

    @strawberry.field(description="Remark, or the other value when sources disagree.")
    def note(self) -> str | None:
        return self._text("note")

    @strawberry.field(description="Where the relation comes from.")
    def sources(self) -> list[Source]:
        view = self.day.view
        said = int(view.relations.said[self.number])
        return _sources(self.day, view.relation(self.number).sources, said)

    def _number(self, name: str) -> float | None:
        value = self.day.view.relation(self.number).props.get(name)
        return float(value) if isinstance(value, int | float) else None

    def _text(self, name: str) -> str | None:
        value = self.day.view.relation(self.number).props.get(name)
        return value if isinstance(value, str) else None


def _sources(day: DayView, sources: tuple[str, ...], said: int) -> list[Source]:
    found = []
    for source in sources:
        document, locator = source_parts(source)
        row = day.view.row(document)
        found.append(Source(document=None if row is None else node(day, row), locator=locator))
    return found or [Source(document=None, locator=own_locator(said))]


KIND_TYPES: dict[EntityKind, type[Entity]] = {}
"""The GraphQL type of each kind; filled by ``kinds.kind_types``."""


def node(day: DayView, row: int) -> Entity:
    """An entity as GraphQL shows it, on a day."""
    record = day.view.entity(row)
    return KIND_TYPES[record.kind](day=day, row=row, record=record)
