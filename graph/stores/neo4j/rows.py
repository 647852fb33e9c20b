"""Rows of the Neo4j store to records, and back."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph.ontology import LIST_SEPARATOR, EntityKind, RelationType
from graph.ontology.enumerations import PUBLIC_KINDS
from graph.records import NO_PROPS, Entity, Props, Relation
from graph.stores.base import Version
from graph.stores.neo4j.cypher.reading import EXTRA_COLUMNS
from graph.stores.neo4j.cypher.ties import SAME_AS
from graph.view.columns import EntityRow, RelationRow, SameAs

_KINDS = {kind.label: kind for kind in EntityKind}
_APART = ("id", "name", "start", "end", "open_ended", "sources", "kind")


class Marks(NamedTuple):
    """The bookkeeping of a version."""

    version: int
    said: int
    written: int
    ended: int | None

    def ended_by(self, revision: int) -> int | None:
        """The revision that ended it, None when it stood at a published revision."""
        return None if self.ended is None or self.ended > revision else self.ended


def labels_of(record: Entity) -> str:
    """The labels of an entity beside ``Entity``; a public institution has one more."""
    label = record.kind.label
    return f"{label}:Institution" if record.props.get("actor_kind") in PUBLIC_KINDS else label


def entity_values(record: Entity, ref: int, kept: Marks) -> dict[str, Any]:
    """The properties of an entity's node; unknown values have none."""
    values = _plain(record.props)
    values |= {"id": record.id, "name": record.name, "_ref": ref}
    if record.start is not None:
        values["start"] = record.start
    if record.end is not None:
        values["end"] = record.end
    if record.open_ended:
        values["open_ended"] = True
    return _with_provenance(values, record.sources, kept)


def relation_values(record: Relation, kept: Marks) -> dict[str, Any]:
    """The properties of a relation's relationship; unknown values have none."""
    values = _plain(record.props)
    for name in ("role", "start", "end", "year"):
        value = getattr(record, name)
        if value is not None:
            values[name] = value
    if record.open_ended:
        values["open_ended"] = True
    return _with_provenance(values, record.sources, kept)


def judgement_values(kept: Marks) -> dict[str, Any]:
    """The properties of a SAME_AS relationship."""
    return _with_provenance({}, (), kept)


def _plain(props: Props) -> dict[str, Any]:
    return {name: list(v) if isinstance(v, tuple) else v for name, v in props.items()}


def _with_provenance(values: dict[str, Any], sources: Sequence[str], kept: Marks) -> dict[str, Any]:
    if sources:
        values["sources"] = list(sources)
    values["_version"], values["_said"], values["_written"] = kept[:3]
    if kept.ended is not None:
        values["_ended"] = kept.ended
    return values


def read_entity(labels: Sequence[str], values: dict[str, Any]) -> Entity:
    """The record of a node's labels and properties."""
    kind = next(_KINDS[label] for label in labels if label in _KINDS)
    props = {
        name: tuple(value) if type(value) is list else value
        for name, value in values.items()
        if name[0] != "_" and name not in _APART
    }
    return Entity(
        values["id"],
        kind,
        values["name"],
        values.get("start"),
        values.get("end"),
        values.get("open_ended", False),
        props or NO_PROPS,
        tuple(values.get("sources", ())),
    )


def kept_entity(values: dict[str, Any]) -> Marks:
    """The bookkeeping among a node's properties."""
    return Marks(values["_version"], values["_said"], values["_written"], values.get("_ended"))


def entity_row(row: Sequence[Any]) -> EntityRow:
    """An entity version for a view."""
    labels, values = row
    record = read_entity(labels, values)
    return EntityRow(values["_version"], values["_ref"], record, values["_said"])


SOURCES = 8
"""Where the sources stand in a row of ties."""
_FIRST_EXTRA = 9
_FIRST_KEPT = _FIRST_EXTRA + len(EXTRA_COLUMNS)


def is_judgement(row: Sequence[Any]) -> bool:
    """Whether a row of ties is a same-as judgement."""
    return bool(row[0] == SAME_AS)


def relation_row(row: Sequence[Any]) -> RelationRow:
    """A relation version for a view."""
    type_, origin, target, role, start, end, open_ended, year, sources = row[:_FIRST_EXTRA]
    return RelationRow(
        row[_FIRST_KEPT],
        type_,
        origin,
        target,
        role,
        start,
        end,
        1 if open_ended else 0,
        year,
        _extra(row) or None,
        LIST_SEPARATOR.join(sources) if sources else None,
        row[_FIRST_KEPT + 1],
    )


def same_as(row: Sequence[Any]) -> SameAs:
    """A judgement for a view."""
    return SameAs(row[_FIRST_KEPT], row[1], row[2], row[_FIRST_KEPT + 1])


def read_relation(row: Sequence[Any]) -> Relation:
    """The record of a relation whose ends are told by id."""
    type_, origin, target, role, start, end, open_ended, year, sources = row[:_FIRST_EXTRA]
    return Relation(
        RelationType(type_),
        origin,
        target,
        role,
        start,
        end,
        bool(open_ended),
        year,
        _extra(row) or NO_PROPS,
        tuple(sources or ()),
    )


def kept_tie(row: Sequence[Any]) -> Marks:
    """The bookkeeping of a row of ties."""
    return Marks(*row[_FIRST_KEPT:])


def versions(
    entities: Iterable[Sequence[Any]], ties: Iterable[Sequence[Any]], published: int
) -> list[Version]:
    """Facts with their bookkeeping; what an unpublished revision ended stands."""
    found: list[Version] = []
    for labels, values in entities:
        found.append(_version(read_entity(labels, values), kept_entity(values), published))
    for row in ties:
        fact = (row[1], row[2]) if is_judgement(row) else read_relation(row)
        found.append(_version(fact, kept_tie(row), published))
    return found


def _version(fact: Entity | Relation | tuple[str, str], kept: Marks, published: int) -> Version:
    return Version(fact, kept.said, kept.written, kept.ended_by(published))


def _extra(row: Sequence[Any]) -> dict[str, Any]:
    values = row[_FIRST_EXTRA:_FIRST_KEPT]
    if values.count(None) == len(values):
        return {}
    return {
        name: tuple(value) if type(value) is list else value
        for name, value in zip(EXTRA_COLUMNS, values, strict=True)
        if value is not None
    }
