"""What of the graph each fact of a reading may be: questions for a person."""

from collections.abc import Iterator

from graph.changes import UpsertEntity
from graph.ontology import EntityKind, Value
from graph.ontology.enumerations import FRAMEWORK_KINDS
from graph.reconciliation import Likely, Rule, likely, territories
from graph.view import GraphView
from importers.actor_kinds import bare_kind_of
from importers.document.model import ActorFact, Reading

RULE = Rule(frozenset({EntityKind.ACTOR, EntityKind.FRAMEWORK}), distinct=True)
"""What is compared with the graph; a reading has one entry for each."""
_OF = (" de la ", " de l'", " de l’", " de ", " du ", " des ", " d'", " d’")
_NEW = "\x1f"
"""Begins ids that no graph has."""


def resembling(view: GraphView, reading: Reading) -> dict[str, list[Likely]]:
    """By path (``framework``, ``actors[3]``, ``articulations[0]``), what the graph has that
    resembles a fact, likeliest first. Cost: that of ``graph.reconciliation.likely``."""
    named = [territories(view).named(fact.name) for fact in reading.territories]
    covered = {ids[0] for ids in named if len(ids) == 1}
    whereabouts = {
        f"{_NEW}actors[{number}]": told
        for number, fact in enumerate(reading.actors)
        if (told := whereabouts_of(view, fact, covered))
    }
    found = likely(view, list(_stated(reading)), RULE, whereabouts)
    return {id_.removeprefix(_NEW): others for id_, others in found.items()}


def whereabouts_of(view: GraphView, fact: ActorFact, covered: set[str]) -> set[str]:
    """The territory that an actor's name tells: that at its end (*CCAS de Vierzon*), or that of the
    framework, one of ``covered``, for a name that is none (*le CCAS*); empty when it tells none."""
    known = territories(view)
    told = {place for tail in _tails(fact.called) for place in known.named(tail)[:2]}
    if not told and bare_kind_of(fact.called):
        told = covered
    return told if len(told) == 1 else set()


def _stated(reading: Reading) -> Iterator[UpsertEntity]:
    for number, fact in enumerate(reading.actors):
        values: dict[str, Value | None] = {
            "name": fact.called,
            "alias": (fact.mention, *fact.aliases),
            "actor_kind": fact.kind,
            "generic": fact.generic,
        }
        yield UpsertEntity(f"{_NEW}actors[{number}]", EntityKind.ACTOR, values)
    framework = reading.framework
    others: list[tuple[str, str, str | None, str | None]] = [
        (f"articulations[{number}]", each.name, each.kind, None)
        for number, each in enumerate(reading.articulations)
    ]
    if framework is not None and framework.title:
        others.append(("framework", framework.title, framework.kind, framework.start))
    for path, name, kind, start in others:
        nature = kind if kind in FRAMEWORK_KINDS else None
        given: dict[str, Value | None] = {"name": name, "framework_kind": nature, "start": start}
        yield UpsertEntity(f"{_NEW}{path}", EntityKind.FRAMEWORK, given)


def _tails(name: str) -> Iterator[str]:
    """What follows each *de*, *du*... of a name, longest first."""
    for start in range(len(name)):
        for word in _OF:
            if name.startswith(word, start):
                yield name[start + len(word) :]
