"""What a change set does, fact by fact: in French words, and as JSON.

The preview of an import, the command line's dry run and the journal say it in the same way.
Contacts are personal data and are told nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api import french
from api.shapes import Json
from graph.changes.differences import Difference, Differences, Effect, Fact, ValueChange
from graph.ontology import (
    KINDS,
    PROPERTY,
    RELATION_PROPERTY,
    RELATIONS,
    EntityKind,
    Property,
    RelationType,
    Value,
)
from graph.ontology.values import Date, shown
from graph.records import Entity, Relation, source_parts

APART, SAME = "deux entités", "une seule"
SAME_AS, NO_LONGER = "est la même entité que", "n'est plus la même entité que"
_SEPARATOR = " | "
_HASH_SHOWN = 13
"""Characters of a hash that tell two files apart."""


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A value in words; None on the side where there is none."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class FactWords:
    """A fact and what changes of it: one end is an entity of a nature, two a relation.

    ``ends`` are (id, name) pairs; ``words`` is the nature, or the verb between the ends.
    """

    words: str
    ends: tuple[tuple[str, str], ...]
    role: str | None
    values: tuple[ValueWords, ...]

    @property
    def text(self) -> str:
        """The fact on one line, without its values."""
        names = [name for _, name in self.ends]
        if len(names) == 1:
            return f"{self.words} « {names[0]} »"
        role = f" ({self.role})" if self.role else ""
        return f"« {names[0]} » {self.words} « {names[1]} »{role}"


@dataclass(frozen=True, slots=True)
class Part:
    """The differences of one effect: ``total`` counts all, ``facts`` are the first ones."""

    effect: Effect
    title: str
    total: int
    facts: Sequence[FactWords]


_TITLES = {
    Effect.ADDED: ("fait ajouté", "faits ajoutés"),
    Effect.CHANGED: ("fait modifié", "faits modifiés"),
    Effect.ENDED: ("fait retiré", "faits retirés"),
}


def parts(found: Differences, totals: Mapping[Effect, int]) -> list[Part]:
    """The differences by effect, in words; effects that touch nothing are left out."""
    return [
        Part(
            effect,
            french.counted(totals[effect], *_TITLES[effect]),
            totals[effect],
            [fact_words(each, found.names) for each in told if _is_told(each.fact)],
        )
        for effect, told in _by_effect(found)
        if totals[effect]
    ]


def differences_shape(found: Differences) -> dict[str, list[Json]]:
    """The differences as JSON, by effect."""
    return {
        effect.value.lower(): [_shape(each, found.names) for each in told if _is_told(each.fact)]
        for effect, told in _by_effect(found)
    }


def fact_words(difference: Difference, names: Mapping[str, str]) -> FactWords:
    """One difference in words; ``names`` gives those of the entities that it speaks of."""
    fact = difference.fact
    if not isinstance(fact, Entity | Relation):
        return _judged(difference, fact, names)
    properties = RELATION_PROPERTY if isinstance(fact, Relation) else PROPERTY
    ends = (fact.id,) if isinstance(fact, Entity) else (fact.origin, fact.target)
    values = () if difference.effect is Effect.ENDED else difference.values
    return FactWords(
        KINDS[fact.kind].label if isinstance(fact, Entity) else RELATIONS[fact.type].label,
        tuple((id_, names.get(id_, id_)) for id_ in ends),
        None if isinstance(fact, Entity) else _role(fact),
        tuple(
            _value_words(each, properties, names)
            for each in values
            if not (difference.effect is Effect.ADDED and each.name in ("name", "role"))
        ),
    )


def _judged(difference: Difference, pair: tuple[str, str], names: Mapping[str, str]) -> FactWords:
    """A judgement: two that were apart are one, or are apart again."""
    before, after = (SAME if side else APART for side in (difference.before, difference.after))
    values = () if before == after else (ValueWords("identité", before, after),)
    verb = SAME_AS if after == SAME else NO_LONGER
    return FactWords(verb, tuple((id_, names.get(id_, id_)) for id_ in pair), None, values)


def _by_effect(found: Differences) -> Iterable[tuple[Effect, Sequence[Difference]]]:
    yield Effect.ADDED, found.added
    yield Effect.CHANGED, found.changed
    yield Effect.ENDED, found.ended


def _is_told(fact: Fact) -> bool:
    match fact:
        case Entity(kind=kind):
            return kind is not EntityKind.CONTACT
        case Relation(type=type_):
            return type_ is not RelationType.HOLDS_POST
    return True


def _role(fact: Relation) -> str | None:
    if fact.role is None:
        return None
    return (RELATIONS[fact.type].roles or {}).get(fact.role, fact.role)


def _value_words(
    change: ValueChange, properties: Mapping[str, Property], names: Mapping[str, str]
) -> ValueWords:
    if change.name == "source":
        before, after = (_sources(value, names) for value in (change.before, change.after))
        return ValueWords("source", before, after)
    property_ = properties.get(change.name)
    label = property_.label if property_ else change.name
    before, after = (_words(value, property_) for value in (change.before, change.after))
    return ValueWords(label, before, after)


def _words(value: Value | None, property_: Property | None) -> str | None:
    choices = property_.choices if property_ else None
    match value:
        case None:
            return None
        case bool():
            return "oui" if value else "non"
        case str() if choices:
            return choices.get(value, value)
        case str() if property_ is not None and property_.name == "hash":
            return shown(value, _HASH_SHOWN)
        case str():
            is_date = property_ is not None and isinstance(property_.value, Date)
            return french.date_words(value) if is_date else value
        case tuple():
            return _SEPARATOR.join(value)
    is_year = property_ is not None and property_.name == "year"
    return str(value) if is_year else french.number_words(value)


def _sources(value: Value | None, names: Mapping[str, str]) -> str | None:
    if not isinstance(value, tuple):
        return None
    found = []
    for source in value:
        document, locator = source_parts(source)
        found.append(", ".join(filter(None, (names.get(document, document), locator))))
    return _SEPARATOR.join(found)


def _shape(difference: Difference, names: Mapping[str, str]) -> Json:
    def end(id_: str) -> Json:
        return {"id": id_, "name": names.get(id_, id_)}

    fact: Json
    match difference.fact:
        case Entity(id=id_, kind=kind):
            fact = {"kind": kind.value, **end(id_)}
        case Relation(type=type_, origin=origin, target=target, role=role):
            fact = {"type": type_.value, "from": end(origin), "to": end(target), "role": role}
        case (id_, into):
            fact = {"type": "SAME_AS", "from": end(id_), "to": end(into), "role": None}
    return {
        **fact,
        "values": [
            {"name": each.name, "before": each.before, "after": each.after}
            for each in difference.values
        ],
    }
