"""The columns of a view: one numpy array per attribute, one row per entity or relation.

Rows of retracted versions stay in place, marked ``visible = False``, so that a later
revision shares every array it does not change. Texts are interned: a column holds codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.dates import FIRST_DAY, LAST_DAY, first_day, last_day
from graph.ontology import KINDS, RELATIONS, EntityKind, RelationType
from graph.records import Entity, Props
from graph.view.interned import Interned
from graph.view.room import Column, Room

Ints: TypeAlias = NDArray[np.int64]
Days: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.integer[Any]]
"""Rows, relations, places or steps, of any width."""
Scores: TypeAlias = NDArray[np.float64]
Codes: TypeAlias = NDArray[np.int8]

KIND_ORDER = tuple(EntityKind)
KIND_CODE = {kind: code for code, kind in enumerate(KIND_ORDER)}
TYPE_ORDER = tuple(RelationType)
TYPE_CODE: dict[str, int] = {type_: code for code, type_ in enumerate(TYPE_ORDER)}
ANY_DATE = np.array([RELATIONS[type_].any_date for type_ in TYPE_ORDER])
RANK_STEP = 1 << 32
"""Distance between the ranks of neighbours by id, so that new ids find room between."""


class EntityRow(NamedTuple):
    """One entity version as a store returns it. ``said`` = revision that stated it."""

    version: int
    ref: int
    record: Entity
    said: int


class RelationRow(NamedTuple):
    """One relation version as a store returns it; ends are refs, ``sources`` joined text."""

    version: int
    type: str
    origin: int
    target: int
    role: str | None
    start: str | None
    end: str | None
    open_ended: int
    year: int | None
    props: Props | None
    sources: str | None
    said: int


class SameAs(NamedTuple):
    """A judgement of revision ``said`` that ``ref`` is the entity ``into`` (both refs)."""

    version: int
    ref: int
    into: int
    said: int


class Judgement(NamedTuple):
    """A judgement in a view: the row that another one is, and the revision that said so."""

    into: int
    said: int


class Snapshot(NamedTuple):
    """All that a store holds at a revision; relations in order of version."""

    revision: int
    entities: list[EntityRow]
    relations: list[RelationRow]
    same_as: list[SameAs]


class Delta(NamedTuple):
    """What changed in a store between two revisions: versions that began and that ended.

    ``entities_ended`` are refs, ``relations_ended`` version numbers.
    """

    revision: int
    entities: list[EntityRow]
    entities_ended: list[int]
    relations: list[RelationRow]
    relations_ended: list[int]
    same_as_changed: bool


@dataclass(frozen=True, slots=True)
class EntityColumns:
    """Entities of a view. ``since``/``until`` bound activity: empty for a DRAFT.

    ``counted`` is False for generic, family and RESOURCE entities, which are shown but enter
    no count (questions, "Common notions"). ``rank`` orders rows by id (code point) and
    ``by_id`` lists the rows in that order. ``version`` is 0 for a retracted entity.
    ``row_of_ref`` leads from a store's reference to the row (-1 when there is none).
    """

    records: list[Entity]
    kind: Codes
    since: Days
    until: Days
    counted: Flags
    visible: Flags
    rank: Ints
    by_id: Ints
    ref: Ints
    row_of_ref: Ints
    version: Ints
    said: Ints

    def of_kinds(self, kinds: Iterable[EntityKind]) -> Flags:
        """A mask of the rows of some kinds."""
        return kind_mask(kinds)[self.kind]


@dataclass(frozen=True, slots=True)
class RelationColumns:
    """Relations of a view.

    ``origin``/``target`` are entity rows after same-as judgements, ``stated_*`` before;
    ``current`` says that the version stands, ``visible`` also that no judgement made it a
    loop or a repetition. The other columns never change and have ``room`` for the rows of later
    revisions, which share them (None: a later one copies).
    """

    type: Codes
    origin: Days
    target: Days
    stated_origin: Days
    stated_target: Days
    role: Days
    start: Days
    end: Days
    since: Days
    until: Days
    open_ended: Flags
    year: Days
    sources: Days
    current: Flags
    visible: Flags
    version: Ints
    said: Ints
    props: dict[int, Props]
    room: Room | None = None

    def lasting(self) -> dict[str, Column]:
        """The columns that no later revision changes, by name."""
        changing = ("current", "visible", "props", "room")
        names = (field.name for field in fields(self))
        return {name: getattr(self, name) for name in names if name not in changing}

    def with_room(self) -> "RelationColumns":
        """The same rows, ready to be shared with later revisions."""
        return relations_in(Room(self.lasting()), self.current, self.visible, self.props)


def relations_in(
    room: Room, current: Flags, visible: Flags, props: dict[int, Props]
) -> RelationColumns:
    """As many relations of a room as stand or stood."""
    columns = room.columns(len(current))
    return RelationColumns(**columns, current=current, visible=visible, props=props, room=room)


def kind_mask(kinds: Iterable[EntityKind]) -> Flags:
    """Whether a kind is one of these, by code: ``kind_mask(kinds)[column]`` is ten times as
    quick as ``np.isin``."""
    mask = np.zeros(len(KIND_ORDER), dtype=np.bool_)
    mask[[KIND_CODE[kind] for kind in kinds]] = True
    return mask


def activity(record: Entity) -> tuple[int, int]:
    """First and last day on which an entity is active; an empty range for a DRAFT."""
    if KINDS[record.kind].always_active:
        return FIRST_DAY, LAST_DAY
    if record.props.get("status") == "DRAFT":
        return LAST_DAY, FIRST_DAY
    return (
        FIRST_DAY if record.start is None else first_day(record.start),
        LAST_DAY if record.end is None else last_day(record.end),
    )


def is_counted(record: Entity) -> bool:
    """Whether an entity enters counts: neither generic, nor a family, nor a RESOURCE."""
    props = record.props
    return not (
        props.get("generic") or props.get("family") or props.get("scheme_kind") == "RESOURCE"
    )


def entity_columns(rows: Sequence[EntityRow]) -> EntityColumns:
    """Columns of entity rows sorted by id."""
    count = len(rows)
    records = [row.record for row in rows]
    spans = np.array([activity(record) for record in records], dtype=np.int32).reshape(count, 2)
    refs = np.array([row.ref for row in rows], dtype=np.int64)
    row_of_ref = np.full(int(refs.max(initial=0)) + 1, -1, dtype=np.int64)
    row_of_ref[refs] = np.arange(count)
    return EntityColumns(
        records=records,
        kind=np.fromiter((KIND_CODE[record.kind] for record in records), np.int8, count),
        since=spans[:, 0].copy(),
        until=spans[:, 1].copy(),
        counted=np.array([is_counted(record) for record in records], dtype=np.bool_),
        visible=np.ones(count, dtype=np.bool_),
        rank=(np.arange(count, dtype=np.int64) + 1) * RANK_STEP,
        by_id=np.arange(count, dtype=np.int64),
        ref=refs,
        row_of_ref=row_of_ref,
        version=np.array([row.version for row in rows], dtype=np.int64),
        said=np.array([row.said for row in rows], dtype=np.int64),
    )


def relation_columns(
    rows: Sequence[RelationRow], row_of_ref: Ints, texts: Interned, first_row: int = 0
) -> RelationColumns:
    """Columns of relation rows; ``first_row`` is the number of the first of them."""
    count = len(rows)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(RelationRow._fields)
    (version, type_, origin, target, role, start, end, open_ended, year, props, sources, said) = (
        columns
    )
    origin_rows = row_of_ref[np.array(origin, dtype=np.int64)].astype(np.int32)
    target_rows = row_of_ref[np.array(target, dtype=np.int64)].astype(np.int32)
    start_codes, end_codes = texts.codes(start), texts.codes(end)
    return RelationColumns(
        type=np.fromiter(map(TYPE_CODE.__getitem__, type_), dtype=np.int8, count=count),
        origin=origin_rows,
        target=target_rows,
        stated_origin=origin_rows,
        stated_target=target_rows,
        role=texts.codes(role),
        start=start_codes,
        end=end_codes,
        since=texts.days(start_codes, end=False),
        until=texts.days(end_codes, end=True),
        open_ended=np.array(open_ended, dtype=np.bool_),
        year=np.array([value or 0 for value in year], dtype=np.int32),
        sources=texts.codes(sources),
        current=np.ones(count, dtype=np.bool_),
        visible=np.ones(count, dtype=np.bool_),
        version=np.array(version, dtype=np.int64),
        said=np.array(said, dtype=np.int64),
        props={first_row + i: value for i, value in enumerate(props) if value},
    )
