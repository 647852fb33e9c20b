"""The columns of a view: one numpy array per attribute, one row per entity or relation.

Rows of retracted versions stay in place, marked ``visible = False``, so that a later
revision shares every array it does not change. Texts are interned: a column holds codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.dates import FIRST_DAY, LAST_DAY, first_day, last_day
from graph.ontology import KINDS, RELATIONS, EntityKind, RelationType
from graph.records import Entity, Props

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
TYPE_CODE = {type_: code for code, type_ in enumerate(TYPE_ORDER)}
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


class Interned:
    """Texts to small codes and back; append-only, so views of all revisions share one."""

    def __init__(self) -> None:
        self.texts: list[str | None] = [None]
        self._codes: dict[str | None, int] = {None: 0}

    def code(self, text: str | None) -> int:
        """The code of a text, minted when it is new; None is 0."""
        code = self._codes.get(text)
        if code is None:
            code = self._codes[text] = len(self.texts)
            self.texts.append(text)
        return code

    def known(self, texts: Iterable[str]) -> list[int]:
        """The codes of those texts that have one."""
        return [code for text in texts if (code := self._codes.get(text)) is not None]

    def copy(self) -> "Interned":
        """The same texts with the same codes, apart from then on."""
        copied = Interned()
        copied.texts, copied._codes = self.texts.copy(), self._codes.copy()
        return copied

    def codes(self, texts: Iterable[str | None], count: int) -> Days:
        """The codes of ``count`` texts as an array."""
        return np.fromiter(map(self.code, texts), dtype=np.int32, count=count)

    def days(self, codes: Days, *, end: bool) -> Days:
        """Ordinals of interned dates: first days, or last days when ``end``."""
        bound = last_day if end else first_day
        table = np.full(len(self.texts), LAST_DAY if end else FIRST_DAY, dtype=np.int32)
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            text = self.texts[code]
            if text is not None:
                table[code] = bound(text)
        return table[codes]


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
    loop or a repetition.
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
        kind=np.array([KIND_CODE[record.kind] for record in records], dtype=np.int8),
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
    start_codes, end_codes = texts.codes(start, count), texts.codes(end, count)
    return RelationColumns(
        type=np.array([TYPE_CODE[RelationType(text)] for text in type_], dtype=np.int8),
        origin=origin_rows,
        target=target_rows,
        stated_origin=origin_rows,
        stated_target=target_rows,
        role=texts.codes(role, count),
        start=start_codes,
        end=end_codes,
        since=texts.days(start_codes, end=False),
        until=texts.days(end_codes, end=True),
        open_ended=np.array(open_ended, dtype=np.bool_),
        year=np.array([value or 0 for value in year], dtype=np.int32),
        sources=texts.codes(sources, count),
        current=np.ones(count, dtype=np.bool_),
        visible=np.ones(count, dtype=np.bool_),
        version=np.array(version, dtype=np.int64),
        said=np.array(said, dtype=np.int64),
        props={first_row + i: value for i, value in enumerate(props) if value},
    )
