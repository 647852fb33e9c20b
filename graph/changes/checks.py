"""The rules of the ontology that a change set must respect, each with its French message."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.changes.draft import CHECKING, Draft
from graph.errors import NOWHERE, InvalidData, Place, UnknownReference
from graph.ontology import (
    LIST_SEPARATOR,
    PROPERTY,
    RELATIONS,
    EntityKind,
    RelationType,
    role_error,
)
from graph.progress import watched
from graph.records import (
    SOURCE_LOCATOR,
    Entity,
    Relation,
    RelationKey,
    period_error,
    source_parts,
)

MOST_TEXT = 100_000
"""Characters in one value: more is a mistake of file, not a description."""
_MOST_ID = 500
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def check_entity(record: Entity, place: Place) -> None:
    """Raise InvalidData when an entity, taken alone, breaks a rule."""
    id_error = _id_error(record.id, record.kind)
    if id_error:
        raise InvalidData(id_error, code="INVALID_ID", place=place.at_column("id"))
    if not record.name.strip():
        raise InvalidData(
            f"« {record.id} » n'a pas de nom : remplir « name »", place=place.at_column("name")
        )
    _check_text("name", record.name, place)
    _check_texts(record, place)
    for name in record.props:
        if record.kind not in PROPERTY[name].kinds:
            bearers = ", ".join(kind.label for kind in EntityKind if kind in PROPERTY[name].kinds)
            raise InvalidData(
                f"« {name} » ne se dit pas d'un {record.kind.label} ({record.id}), "
                f"seulement de : {bearers}",
                code="WRONG_PROPERTY",
                place=place.at_column(name),
            )
    _check_period(record, place)


def _id_error(id_: str, kind: EntityKind) -> str | None:
    if not id_ or len(id_) > _MOST_ID:
        return f"un identifiant compte de 1 à {_MOST_ID} caractères"
    if id_ != id_.strip():
        return f"l'identifiant « {id_} » commence ou finit par un espace : l'ôter"
    if _CONTROL.search(id_):
        return f"l'identifiant « {id_[:80]!r} » contient un caractère invisible : l'ôter"
    if kind is EntityKind.DOCUMENT and (LIST_SEPARATOR in id_ or SOURCE_LOCATOR in id_):
        return (
            f"l'identifiant « {id_[:80]} » d'un document ne peut contenir ni "
            f"« {LIST_SEPARATOR} » ni « {SOURCE_LOCATOR} », qui servent à citer les sources"
        )
    return None


def _check_texts(record: Entity | Relation, place: Place) -> None:
    """Raise InvalidData at the first text that no store or bundle can keep as it is."""
    for name, value in record.props.items():
        _check_text(name, value, place)
    _check_text("source", record.sources, place)


def _check_text(name: str, value: object, place: Place) -> None:
    error = None
    if isinstance(value, str):
        error = _text_error(value)
    elif isinstance(value, tuple):
        error = _list_error(value)
    if error:
        raise InvalidData(error, code="INVALID_VALUE", place=place.at_column(name))


@lru_cache(256)
def _list_error(elements: tuple[str, ...]) -> str | None:
    """What is wrong with a list; rows of one file mostly cite the same sources."""
    return next(filter(None, map(_element_error, elements)), None)


def _element_error(text: str) -> str | None:
    if LIST_SEPARATOR in text:
        return f"un élément de liste ne peut pas contenir « {LIST_SEPARATOR} »"
    return _text_error(text)


def _text_error(text: str) -> str | None:
    if len(text) > MOST_TEXT:
        return f"le texte dépasse {MOST_TEXT} caractères : l'abréger"
    if "\x00" in text:
        return "le texte contient un caractère NUL : l'ôter"
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        return "le texte contient la moitié d'un caractère (U+D800 à U+DFFF) : l'ôter"
    return None


def _check_period(record: Entity | Relation, place: Place) -> None:
    error = period_error(record.start, record.end, record.open_ended)
    if error:
        raise InvalidData(error, code="INVALID_PERIOD", place=place.at_column("end"))


def check_relation(record: Relation, place: Place) -> None:
    """Raise when a relation, taken alone, breaks a rule; its ends are checked later."""
    if record.role is not None:
        error = role_error(record.type, record.role)
        if error:
            raise InvalidData(error, code="INVALID_VALUE", place=place.at_column("role"))
        _check_text("role", record.role, place)
    _check_texts(record, place)
    _check_period(record, place)


def check_draft(draft: Draft) -> None:
    """Raise when the facts of a draft, taken together with the view, break a rule."""
    for key, relation in watched(draft.relations.items(), CHECKING):
        if relation is not None:
            _check_ends(draft, key, relation)
    _check_sources(draft)
    _check_cited(draft)
    _check_merged(draft)
    for type_, rule in RELATIONS.items():
        if rule.acyclic:
            _check_cycle(draft, type_)


def _check_ends(draft: Draft, key: RelationKey, relation: Relation) -> None:
    origin, target = draft.entity(relation.origin), draft.entity(relation.target)
    if origin is None or target is None:
        column, id_ = ("from", relation.origin) if origin is None else ("to", relation.target)
        raise UnknownReference(
            f"« {id_[:80]} » n'existe ni dans l'import ni dans la base : "
            "ajouter l'entité ou corriger l'identifiant",
            code="DANGLING_REFERENCE",
            place=draft.place(key).at_column(column),
        )
    rule = RELATIONS[relation.type]
    if (origin.kind, target.kind) not in rule.ends:
        allowed = sorted(f"{start.label} → {end.label}" for start, end in rule.ends)
        raise InvalidData(
            f"{relation.type} ne relie pas {origin.kind.label} à {target.kind.label} "
            f"(« {relation.origin} », « {relation.target} ») ; admis : {', '.join(allowed)}",
            code="WRONG_ENDS",
            place=draft.place(key).at_column("type"),
        )
    if relation.origin == relation.target:
        raise InvalidData(
            f"« {relation.origin} » est reliée à elle-même par {relation.type}",
            code="CYCLE" if rule.acyclic else "WRONG_ENDS",
            place=draft.place(key).at_column("to"),
        )


def _check_sources(draft: Draft) -> None:
    known: set[str] = set()
    for id_, entity in watched(draft.entities.items(), CHECKING):
        if entity is not None and entity.sources:
            _check_documents(draft, id_, entity.sources, known)
    for key, relation in watched(draft.relations.items(), CHECKING):
        if relation is not None and relation.sources:
            _check_documents(draft, key, relation.sources, known)


def _check_documents(
    draft: Draft, fact: str | RelationKey, sources: tuple[str, ...], known: set[str]
) -> None:
    for source in sources:
        if source in known:
            continue
        document, _ = source_parts(source)
        entity = draft.entity(document)
        if entity is None or entity.kind is not EntityKind.DOCUMENT:
            raise UnknownReference(
                f"la source « {document[:80]} » n'est pas un Document connu : "
                "ajouter le document ou corriger l'identifiant",
                code="UNKNOWN_SOURCE",
                place=draft.place(fact).at_column("source"),
            )
        known.add(source)


def _check_cited(draft: Draft) -> None:
    """A retracted document must not leave facts that rest on it."""
    for id_, count in Counter(document for document, _, _ in cited(draft)).items():
        raise InvalidData(
            f"« {id_} » est la source de {count} fait(s) : leur donner une autre source "
            "ou les retirer d'abord",
            code="STILL_CITED",
            place=draft.place(id_),
        )


def cited(draft: Draft) -> Iterator[tuple[str, Entity | Relation, int]]:
    """Documents being retracted that facts which stay cite: the document, the fact, and the
    revision that stated it."""
    gone = draft.gone(EntityKind.DOCUMENT)
    if not gone:
        return
    view = draft.view
    for row, record in enumerate(view.entities.records):
        if view.entities.version[row] and record.id not in draft.entities:
            said = int(view.entities.said[row])
            yield from ((each, record, said) for each in _among(gone, record.sources))
    for number in view.relation_numbers(stated=True):
        relation = view.stated_relation(number)
        if relation.key not in draft.relations:
            said = int(view.relations.said[number])
            yield from ((each, relation, said) for each in _among(gone, relation.sources))


def _among(documents: set[str], sources: Sequence[str]) -> set[str]:
    return {source_parts(source)[0] for source in sources} & documents


def _check_merged(draft: Draft) -> None:
    """A judgement needs both the entity judged and the one that stands for it."""
    if not any(record is None for record in draft.entities.values()) and not draft.new_merges():
        return
    standing_for: dict[str, list[str]] = {}
    for id_, into in draft.merges().items():
        if draft.entity(id_) is None or draft.entity(into) is None:
            standing_for.setdefault(into, []).append(id_)
    for into, ids in standing_for.items():
        raise InvalidData(
            f"« {into} » représente aussi {', '.join(ids)} : séparer d'abord",
            code="STILL_MERGED",
            place=draft.place(into),
        )


def _check_cycle(draft: Draft, type_: RelationType) -> None:
    """Depth-first search from new relations and new merges over old and new relations."""
    done: set[str] = set()
    is_merging = bool(draft.new_merges() or draft.ended_merges())
    starts: list[tuple[str, RelationKey | None]] = [
        (key.origin, key)
        for key, relation in watched(draft.relations.items(), CHECKING)
        if relation is not None
        and key.type is type_
        and (is_merging or draft.number(key) is None)  # the others closed no circle when written
    ]
    starts += [(into, None) for _, into in draft.new_merges()]
    for start, key in watched(starts, CHECKING):
        cycle = _cycle_from(draft, type_, draft.survivor(start), done)
        if cycle:
            place = NOWHERE if key is None else draft.place(key)
            raise InvalidData(
                f"les relations {type_} forment un cycle : {' → '.join(cycle)} ; "
                "ôter l'une d'elles",
                code="CYCLE",
                place=place.at_column("to"),
            )


def _cycle_from(draft: Draft, type_: RelationType, start: str, done: set[str]) -> list[str]:
    path: list[str] = [start]
    on_path = {start}
    pending = [iter(draft.targets(type_, start))]
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            last = path.pop()
            on_path.discard(last)
            done.add(last)
        elif step == path[-1]:
            continue  # a merge made a loop of it: views hide it
        elif step in on_path:
            return [*path[path.index(step) :], step]
        elif step not in done:
            path.append(step)
            on_path.add(step)
            pending.append(iter(draft.targets(type_, step)))
    return []
