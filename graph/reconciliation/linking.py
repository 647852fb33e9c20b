"""From the operations of an import to those that link them with what is known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.changes import Merge, Operation, UpsertEntity, UpsertRelation
from graph.errors import Place
from graph.ontology import EntityKind, RelationType
from graph.progress import watched
from graph.reconciliation.faces import Face, Faces
from graph.reconciliation.names import keys
from graph.reconciliation.territories import territories
from graph.reconciliation.verdict import Decision, Verdict, verdict
from graph.view import GraphView

LINKING = "rapprochement"
"""The phase in which what an import states is compared with what is known."""
_MOST_ALIKE = 200
"""Entities that share a key above which it is a common title, and no sign."""
_MOST_QUESTIONS = 3
"""Questions about one entity: the likeliest ones."""


@dataclass(frozen=True)
class Rule:
    """What is compared: the kinds, and whether the entities of the import are known to be
    distinct from one another (rows of a register)."""

    kinds: frozenset[EntityKind]
    distinct: bool = False


class Asked(NamedTuple):
    """A pair that waits for a person: the new id, the other one, and the row of the new one."""

    id: str
    other: str
    verdict: Verdict
    place: Place


class Likely(NamedTuple):
    """A known entity that a new one may be, or surely is."""

    id: str
    verdict: Verdict


@dataclass(frozen=True)
class Linked:
    """Operations to add to an import, and the pairs that wait for a person."""

    operations: list[Operation] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def reconcile(
    view: GraphView,
    operations: Sequence[Operation],
    rule: Rule,
    whereabouts: Mapping[str, set[str]] | None = None,
) -> Linked:
    """Links of the new entities of an import with what the view knows, and with one another.

    Entities that the view knows already were compared when they entered. ``whereabouts`` gives
    territories that are no fact but tell entities apart. Cost: linear in the entities of the view
    and of the import, beside the comparison of those that share a key; memory grows with the
    smaller of the two.
    """
    return settle(operations, likely(view, operations, rule, whereabouts), rule)


def settle(
    operations: Iterable[Operation], found: Mapping[str, Sequence[Likely]], rule: Rule
) -> Linked:
    """What becomes of what ``likely`` found: a link where it is sure, else questions."""
    linked = Linked()
    claimed = Counter(
        other.id
        for each in found.values()
        for other in each
        if other.verdict.decision is Decision.SAME
    )
    doubted = {id_ for id_, count in claimed.items() if rule.distinct and count > 1}
    places = {each.id: each.place for each in operations if isinstance(each, UpsertEntity)}
    for id_, others in found.items():
        _settle(linked, id_, others, places[id_], doubted)
    return linked


def likely(
    view: GraphView,
    operations: Sequence[Operation],
    rule: Rule,
    whereabouts: Mapping[str, set[str]] | None = None,
) -> dict[str, list[Likely]]:
    """What each new entity of an import may be, likeliest first, as ``reconcile`` compares them.

    Entities that nothing resembles are left out.
    """
    faces = Faces(view)
    stated = _stated(view, operations, rule.kinds)
    if not stated:
        return {}
    located = _located(view, operations, stated, whereabouts or {})
    fresh = [faces.stated(upsert, located[id_]) for id_, upsert in watched(stated.items(), LINKING)]
    space = territories(view)
    kinds = {face.record.kind for face in fresh}
    known = [row for row in view.rows_of(*kinds) if not view.entity(row).props.get("generic")]
    pairs = _pairs([faces.known(row) for row in watched(known, LINKING)], fresh)
    if not rule.distinct:
        pairs = _chained(pairs, _pairs_within(fresh))
    found: dict[str, list[Likely]] = {}
    for other, face in watched(pairs, LINKING, every=100):
        if other.record.kind is face.record.kind:
            told = verdict(face, other, space)
            if told.decision is not Decision.DIFFERENT:
                found.setdefault(face.id, []).append(Likely(other.id, told))
    return {
        id_: sorted(found[id_], key=lambda each: (-each.verdict.score, each.id))
        for id_ in stated
        if id_ in found
    }


def _settle(
    linked: Linked, id_: str, found: Sequence[Likely], place: Place, doubted: set[str]
) -> None:
    """Link an entity with the only one that it surely is, else ask about the likeliest.

    ``doubted`` are those that several rows, which are not the same, would be.
    """
    sure = [each for each in found if each.verdict.decision is Decision.SAME]
    if len(sure) == 1 and sure[0].id not in doubted:
        linked.operations.append(Merge((id_,), sure[0].id, place))
        linked.operations.append(_resembles(id_, sure[0].id, place))
        return
    for other, told in found[:_MOST_QUESTIONS]:
        linked.operations.append(_resembles(id_, other, place))
        linked.asked.append(Asked(id_, other, told, place))


def _resembles(id_: str, other: str, place: Place) -> UpsertRelation:
    return UpsertRelation(RelationType.RESEMBLES, id_, other, {}, (), place)


def _stated(
    view: GraphView, operations: Iterable[Operation], kinds: frozenset[EntityKind]
) -> dict[str, UpsertEntity]:
    """The entities that an import creates, by id, with all that it says of them."""
    found: dict[str, UpsertEntity] = {}
    for each in watched(operations, LINKING):
        if isinstance(each, UpsertEntity) and each.kind in kinds:
            first = found.get(each.id)
            if first is not None:
                found[each.id] = first._replace(values={**first.values, **each.values})
            elif view.stated_row(each.id) is None and not each.values.get("generic"):
                found[each.id] = each
    return found


def _located(
    view: GraphView,
    operations: Iterable[Operation],
    stated: Mapping[str, UpsertEntity],
    whereabouts: Mapping[str, set[str]],
) -> dict[str, set[str]]:
    """Territories of the new entities, merged ones led to their survivors."""
    found = {id_: set(whereabouts.get(id_, ())) for id_ in stated}
    for each in watched(operations, LINKING):
        if (
            isinstance(each, UpsertRelation)
            and each.type is RelationType.COVERS
            and each.origin in found
        ):
            row = view.row(each.target)
            found[each.origin].add(each.target if row is None else view.entity(row).id)
    return found


def _pairs(known: Sequence[Face], fresh: Sequence[Face]) -> Iterator[tuple[Face, Face]]:
    """(known, fresh) pairs that share a key, each once; the smaller side is indexed."""
    if not known or not fresh:
        return
    is_known_smaller = len(known) <= len(fresh)
    index = _index(known if is_known_smaller else fresh)
    for face in watched(fresh if is_known_smaller else known, LINKING, every=100):
        met = {id(other): other for key in _keys(face) for other in index.get(key, ())}
        for other in met.values():
            yield (other, face) if is_known_smaller else (face, other)


def _pairs_within(fresh: Sequence[Face]) -> Iterator[tuple[Face, Face]]:
    """(earlier, later) pairs of an import that share a key, each once."""
    order = {id(face): number for number, face in enumerate(fresh)}
    index = _index(fresh)
    for number, face in enumerate(watched(fresh, LINKING, every=100)):
        met = {id(other): other for key in _keys(face) for other in index.get(key, ())}
        yield from ((other, face) for other in met.values() if order[id(other)] < number)


def _chained(*parts: Iterable[tuple[Face, Face]]) -> Iterator[tuple[Face, Face]]:
    for part in parts:
        yield from part


def meet(left: Face, right: Face) -> bool:
    """Whether two entities share a key, without which they are never compared."""
    return not _keys(left).isdisjoint(_keys(right))


def _index(faces: Iterable[Face]) -> dict[str, list[Face]]:
    found: dict[str, list[Face]] = {}
    for face in watched(faces, LINKING, every=100):
        for key in _keys(face):
            found.setdefault(key, []).append(face)
    return {key: alike for key, alike in found.items() if len(alike) <= _MOST_ALIKE}


def _keys(face: Face) -> set[str]:
    """Keys of which two entities that may be the same share one."""
    found = {f"{name} {value}" for name, values in face.identifiers.items() for value in values}
    for told in face.names:
        found.update(keys(told))
    own, made = face.acronyms
    return found | {f"#{letters}" for letters in own | made}
