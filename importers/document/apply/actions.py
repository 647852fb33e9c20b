"""The actions of a framework: who leads and joins each, for whom, by what means."""

import re
from collections.abc import Iterator, Mapping

from graph.ontology import EntityKind, RelationType, Value
from importers.document.apply.actors import Actors, is_own, parts_of
from importers.document.apply.around import concept
from importers.document.apply.writer import Writer
from importers.document.model import ActionFact, Reading

_SEPARATORS = re.compile(r"[,;/]| et ")
_SIGNATORY = "SIGNATORY"


def state_actions(
    writer: Writer,
    reading: Reading,
    framework: str,
    actors: Actors,
    period: Mapping[str, Value | None],
) -> None:
    """The actions of the framework, each with the actors that it names.

    The sheet of one action says of it all that it says: its roles, themes and dates (``period``,
    those of the framework) are the action's too.
    """
    for number, fact in enumerate(reading.actions):
        path = f"actions[{number}]"
        id_ = writer.new_id("axn", fact.name)
        own = is_own(reading, fact)
        when = period if own else {}
        values = {"name": fact.name, **_described(writer, fact), **when}
        writer.entity(id_, EntityKind.ACTION, values, (fact.passage,), path)
        writer.relation(RelationType.PART_OF, id_, framework, fact.passage, path)
        for audience in _audiences(writer, fact.audience or "")[0]:
            writer.relation(RelationType.TARGETS, id_, audience, fact.passage, path)
        parts = dict(_named(fact, actors, path))
        if own:
            parts |= actors.parts(but=_SIGNATORY)
            _state_themes(writer, reading, id_)
        for (actor, role), passage in parts.items():
            part: dict[str, Value | None] = {"role": role, **when}
            writer.relation(RelationType.INVOLVED_IN, actor, id_, passage, path, part)


def _named(fact: ActionFact, actors: Actors, path: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Who the action itself names: actors and roles, with their passage."""
    for name, role in parts_of(fact):
        actor = actors.named(name, path)
        if actor is not None:
            yield (actor, role), fact.passage


def _state_themes(writer: Writer, reading: Reading, action: str) -> None:
    for number, fact in enumerate(reading.themes):
        theme = concept(writer, EntityKind.THEME, fact.theme)
        if theme is not None:
            path = f"themes[{number}]"
            writer.relation(RelationType.ADDRESSES, action, theme, fact.passage, path)


def _described(writer: Writer, fact: ActionFact) -> dict[str, Value | None]:
    """The note: publics that the vocabulary has not, and means, in the text's words."""
    unknown = _audiences(writer, fact.audience or "")[1]
    notes = [f"public : {', '.join(unknown)}"] if unknown else []
    notes += [f"moyens : {fact.means}"] if fact.means else []
    return {"note": " ; ".join(notes)}


def _audiences(writer: Writer, text: str) -> tuple[list[str], list[str]]:
    """Publics of the vocabulary that a text names, and the parts of it that name none."""
    found, unknown = [], []
    for part in filter(None, (piece.strip() for piece in _SEPARATORS.split(text))):
        id_ = concept(writer, EntityKind.AUDIENCE, part)
        if id_ is None:
            unknown.append(part)
        else:
            found.append(id_)
    return found, unknown
