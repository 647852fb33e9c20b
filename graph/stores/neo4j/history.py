"""The whole history of a Neo4j store: read as a stream, written by batches under a claim."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from neo4j import Transaction

from graph.records import Relation
from graph.stores.base import ChangeRecord, change_record, moment_text
from graph.stores.history import EntityVersion, History, JudgementVersion, Kept, RelationVersion
from graph.stores.neo4j import cypher, rows, writing
from graph.stores.neo4j.rows import Marks
from graph.stores.neo4j.writing import Batch, Counters


def read_history(transaction: Transaction, revision: int) -> History:
    """Every version and change set up to a revision, in the order of a history."""

    def stream(statement: str) -> Iterator[list[Any]]:
        for record in transaction.run(statement, revision=revision):
            yield record.values()

    for labels, values in _once(stream, cypher.reading.ENTITIES_EVER, _version_of_entity):
        kept = rows.kept_entity(values)
        record = rows.read_entity(labels, values)
        yield EntityVersion(
            kept.version, values["_ref"], record, kept.said, kept.written, kept.ended_by(revision)
        )
    judgements = []
    for row in _once(stream, cypher.reading.TIES_EVER, lambda row: rows.kept_tie(row).version):
        kept = rows.kept_tie(row)
        marks = (kept.said, kept.written, kept.ended_by(revision))
        if rows.is_judgement(row):
            judgements.append(JudgementVersion(kept.version, row[1], row[2], *marks))
        else:
            yield _relation_version(kept.version, row, marks)
    yield from judgements
    for row in stream(cypher.reading.ENTRIES):
        yield change_record(*row)


def _version_of_entity(row: list[Any]) -> int:
    return int(row[1]["_version"])


def _once(stream: Any, statements: tuple[str, str], version: Any) -> Iterator[list[Any]]:
    """Versions that stand, then past ones; one that is moved meanwhile is met twice, told once."""
    live, past = statements
    seen = set()
    for row in stream(live):
        seen.add(version(row))
        yield row
    yield from (row for row in stream(past) if version(row) not in seen)


def _relation_version(
    version: int, row: list[Any], marks: tuple[int, int, int | None]
) -> RelationVersion:
    """The ends of ``row`` are references: only its values are read as a record."""
    record = rows.read_relation(row)
    values = (record.role, record.start, record.end, record.open_ended, record.year)
    told = (record.props, record.sources)
    return RelationVersion._make((version, record.type, row[1], row[2], *values, *told, *marks))


class HistoryWriter:
    """A history as batches; what it has met tells how to publish it in the end."""

    def __init__(self, history: Iterable[Kept]) -> None:
        self._history = iter(history)
        self._ids: dict[int, str] = {}
        self._ties: dict[int, set[str]] = {}
        self.last = Counters(0, 0)
        self.revision = 0

    def batches(self) -> Iterator[Batch]:
        """Rows by statement, in the order of the history."""
        while some := list(islice(self._history, writing.BATCH)):
            by_statement: dict[str, list[Any]] = {}
            for kept in some:
                statement, row = self._row(kept)
                by_statement.setdefault(statement, []).append(row)
            for statement, together in by_statement.items():
                yield Batch(statement, together)

    def _row(self, kept: Kept) -> tuple[str, dict[str, Any]]:
        match kept:
            case EntityVersion():
                return self._entity(kept)
            case RelationVersion():
                record = Relation(kept.type, "", "", *kept[4:11])
                values = rows.relation_values(record, self._marks(kept))
                return self._tie(kept.type.value, kept.origin, kept.target, values, kept)
            case JudgementVersion():
                values = rows.judgement_values(self._marks(kept))
                return self._tie(cypher.ties.SAME_AS, kept.ref, kept.into, values, kept)
            case ChangeRecord():
                return cypher.writing.KEEP_CHANGE_SETS, self._entry(kept)

    def _entity(self, kept: EntityVersion) -> tuple[str, dict[str, Any]]:
        record = kept.record
        self._ids[kept.ref] = record.id
        values = rows.entity_values(record, kept.ref, self._marks(kept))
        self.last = Counters(max(self.last.ref, kept.ref), self.last.version)
        if kept.ended is None:
            return cypher.writing.create_entities(rows.labels_of(record)), values
        return cypher.writing.KEEP_PAST_ENTITIES, values | {"kind": record.kind.label}

    def _tie(
        self,
        tie: str,
        origin: int,
        target: int,
        values: dict[str, Any],
        kept: RelationVersion | JudgementVersion,
    ) -> tuple[str, dict[str, Any]]:
        self._ties.setdefault(kept.written, set()).add(tie)
        if kept.ended is None:
            row = {"origin": origin, "target": target, "values": values}
            return cypher.writing.create_ties(tie), row
        ends = {"_origin": origin, "_target": target}
        named = {"origin": self._ids[origin], "target": self._ids[target], "type": tie}
        return cypher.writing.KEEP_PAST_TIES, values | ends | named

    def _entry(self, entry: ChangeRecord) -> dict[str, Any]:
        self.revision = entry.revision
        ties = sorted(self._ties.pop(entry.revision, ()))
        return {**entry._asdict(), "time": moment_text(entry.time), "_ties": ties}

    def _marks(self, kept: EntityVersion | RelationVersion | JudgementVersion) -> Marks:
        self.last = Counters(self.last.ref, max(self.last.version, kept.version))
        return Marks(kept.version, kept.said, kept.written, kept.ended)
