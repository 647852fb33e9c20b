"""From a confirmed reading to the operations that state it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.changes import Operation, UpsertRelation
from graph.ontology import RelationType, Value
from graph.reconciliation import likely, settle
from graph.view import GraphView
from importers.document.apply.actions import state_actions
from importers.document.apply.actors import Actors
from importers.document.apply.around import (
    state_articulations,
    state_bodies,
    state_needs,
    state_territories,
    state_themes,
)
from importers.document.apply.confirmed import Confirmed
from importers.document.apply.framework import settled_dates, state_document, state_framework
from importers.document.apply.joining import RULE
from importers.document.apply.writer import Writer
from importers.document.model import FrameworkFact, Joined, Reading
from importers.document.review.private import check_private


@dataclass(frozen=True)
class Statement:
    """The operations of one change set; ``remarks`` (French) tell what could not be written."""

    document: str
    framework: str
    operations: tuple[Operation, ...]
    remarks: tuple[str, ...]


def statement(view: GraphView, confirmed: Confirmed, file: str | None = None) -> Statement:
    """State a confirmed reading; ``file`` names it in messages.

    What the reading joins by ``entity`` is written on that entity; the rest is reconciled as
    imports are. Raises InvalidData for facts that contradict one another or tell of a person,
    UnknownReference for an ``entity`` that the graph does not have. Cost: that of ``reconcile``.
    """
    check_private(confirmed.reading, file)
    writer = Writer(view, confirmed.document.id_in(view), file)
    reading = settled_dates(confirmed.reading)
    actors = Actors(writer, reading)
    state_document(writer, confirmed.document, reading)
    framework = state_framework(writer, reading, confirmed.document.title)
    covered = state_territories(writer, reading, framework)
    actors.state()
    period = _period(reading)
    actors.involve(framework, period)
    state_themes(writer, reading, framework)
    state_bodies(writer, reading, framework, actors)
    state_articulations(writer, reading, framework)
    state_actions(writer, reading, framework, actors, period)
    state_needs(writer, reading, framework, covered)
    found = likely(view, writer.operations, RULE, actors.whereabouts(set(covered)))
    judged = dict(_judged(writer, reading))
    open_ = {id_: others for id_, others in found.items() if id_ not in judged}
    linked = settle(writer.operations, open_, RULE)
    return Statement(
        writer.document,
        framework,
        (*writer.operations, *linked.operations, *_answers(judged)),
        tuple(dict.fromkeys(writer.remarks)),
    )


def _period(reading: Reading) -> dict[str, Value | None]:
    """The validity of the framework, which is that of the parts in it."""
    fact = reading.framework or FrameworkFact()
    open_ended = (fact.open_ended and fact.end is None) or None
    return {"start": fact.start, "end": fact.end, "open_ended": open_ended}


def _judged(writer: Writer, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """New entities that a person told from others, with the ids of these."""
    joined: dict[str, Joined] = {f"actors[{n}]": each for n, each in enumerate(reading.actors)}
    joined |= {f"articulations[{n}]": each for n, each in enumerate(reading.articulations)}
    joined |= {"framework": reading.framework} if reading.framework else {}
    for path, fact in joined.items():
        if fact.distinct and fact.entity is None:
            yield writer.ids[path], tuple(writer.known(each, path) for each in fact.distinct)


def _answers(judged: Mapping[str, tuple[str, ...]]) -> Iterator[UpsertRelation]:
    """The questions that a person answered by no, with the answers: they can be asked again."""
    for id_, others in judged.items():
        for other in others:
            yield UpsertRelation(RelationType.RESEMBLES, id_, other, {})
            yield UpsertRelation(RelationType.DISTINCT_FROM, id_, other, {})
