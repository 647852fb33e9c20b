"""The rules of the ontology that a change set must respect, each with its French message."""

from collections import Counter
from collections.abc import Iterator

from graph.changes.draft import Draft
from graph.errors import NOWHERE, InvalidData, Place, UnknownReference
from graph.ontology import (
    PROPERTY,
    RELATIONS,
    EntityKind,
    RelationType,
    role_error,
)
from graph.records import Entity, Relation, period_error, source_parts

MOST_TEXT = 100_000
"""Characters in one value: more is a mistake of file, not a description."""
_MOST_ID = 500


def check_entity(record: Entity, place: Place) -> None:
    """Raise InvalidData when an entity, taken alone, breaks a rule."""
    id_error = _id_error(record.id)
    if id_error:
        raise InvalidData(id_error, code="INVALID_ID", place=place.at_column("id"))
    if not record.name.strip():
        raise InvalidData(
            f"« {record.id} » n'a pas de nom : remplir « name »", place=place.at_column("name")
        )
    for name, value in {"name": record.name, **record.props}.items():
        text_error = _text_error(value)
        if text_error:
            raise InvalidData(text_error, place=place.at_column(name))
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


def _id_error(id_: str) -> str | None:
    if not id_ or len(id_) > _MOST_ID:
        return f"un identifiant compte de 1 à {_MOST_ID} caractères"
    if id_ != id_.strip():
        return f"l'identifiant « {id_} » commence ou finit par un espace : l'ôter"
    if "|" in id_ or "#" in id_ or not id_.isprintable():
        return f"l'identifiant « {id_[:80]} » contient « | », « # » ou un caractère invisible"
    return None


def _text_error(value: object) -> str | None:
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, str) and len(text) > MOST_TEXT:
            return f"le texte dépasse {MOST_TEXT} caractères"
        if isinstance(text, str) and "\x00" in text:
            return "le texte contient un caractère NUL : l'ôter"
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
    for name, value in record.props.items():
        text_error = _text_error(value)
        if text_error:
            raise InvalidData(text_error, place=place.at_column(name))
    _check_period(record, place)


def check_draft(draft: Draft) -> None:
    """Raise when the facts of a draft, taken together with the view, break a rule."""
    for key, relation in draft.relations.items():
        if relation is not None:
            _check_ends(draft, relation, draft.places.get(key, NOWHERE))
    _check_sources(draft)
    _check_cited(draft)
    _check_merged(draft)
    for type_, rule in RELATIONS.items():
        if rule.acyclic:
            _check_cycle(draft, type_)


def _check_ends(draft: Draft, relation: Relation, place: Place) -> None:
    kinds = []
    for column, id_ in (("from", relation.origin), ("to", relation.target)):
        entity = draft.entity(id_)
        if entity is None:
            raise UnknownReference(
                f"« {id_[:80]} » n'existe ni dans l'import ni dans la base : "
                "ajouter l'entité ou corriger l'identifiant",
                code="DANGLING_REFERENCE",
                place=place.at_column(column),
            )
        kinds.append(entity.kind)
    rule = RELATIONS[relation.type]
    if (kinds[0], kinds[1]) not in rule.ends:
        allowed = sorted(f"{origin.label} → {target.label}" for origin, target in rule.ends)
        raise InvalidData(
            f"{relation.type} ne relie pas {kinds[0].label} à {kinds[1].label} "
            f"(« {relation.origin} », « {relation.target} ») ; admis : {', '.join(allowed)}",
            code="WRONG_ENDS",
            place=place.at_column("type"),
        )
    if relation.origin == relation.target:
        raise InvalidData(
            f"« {relation.origin} » est reliée à elle-même par {relation.type}",
            code="CYCLE" if rule.acyclic else "WRONG_ENDS",
            place=place.at_column("to"),
        )


def _check_sources(draft: Draft) -> None:
    known: set[str] = set()
    for id_, entity in draft.entities.items():
        if entity is not None:
            _check_documents(draft, entity.sources, known, draft.places.get(id_, NOWHERE))
    for key, relation in draft.relations.items():
        if relation is not None:
            _check_documents(draft, relation.sources, known, draft.places.get(key, NOWHERE))


def _check_documents(draft: Draft, sources: tuple[str, ...], known: set[str], place: Place) -> None:
    for source in sources:
        document, _ = source_parts(source)
        if document in known:
            continue
        entity = draft.entity(document)
        if entity is None or entity.kind is not EntityKind.DOCUMENT:
            raise UnknownReference(
                f"la source « {document[:80]} » n'est pas un Document connu : "
                "ajouter le document ou corriger l'identifiant",
                code="UNKNOWN_SOURCE",
                place=place.at_column("source"),
            )
        known.add(document)


def _check_cited(draft: Draft) -> None:
    """A retracted entity must not leave facts that rest on it."""
    gone = {id_ for id_, record in draft.entities.items() if record is None}
    if not gone:
        return
    citing = Counter(
        document
        for sources in _standing_sources(draft)
        for document in {source_parts(source)[0] for source in sources} & gone
    )
    for id_, count in citing.items():
        raise InvalidData(
            f"« {id_} » est la source de {count} fait(s) : leur donner une autre source "
            "ou les retirer d'abord",
            code="STILL_CITED",
            place=draft.places.get(id_, NOWHERE),
        )


def _standing_sources(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Sources of every fact that stands once the draft is applied."""
    view = draft.view
    for row, record in enumerate(view.entities.records):
        if view.entities.version[row] and record.id not in draft.entities:
            yield record.sources
    for number in view.relation_numbers(stated=True):
        relation = view.relation(number)
        if relation.key not in draft.relations:
            yield relation.sources
    yield from (record.sources for record in draft.entities.values() if record is not None)
    yield from (record.sources for record in draft.relations.values() if record is not None)


def _check_merged(draft: Draft) -> None:
    for id_, record in draft.entities.items():
        if record is None:
            others = [
                view_id
                for row in draft.view.survivors
                if (view_id := draft.view.entities.records[row].id)
                and draft.merged_into(view_id) == id_
                and draft.entity(view_id) is not None
            ]
            if others:
                raise InvalidData(
                    f"« {id_} » représente aussi {', '.join(others)} : séparer d'abord",
                    code="STILL_MERGED",
                    place=draft.places.get(id_, NOWHERE),
                )


def _check_cycle(draft: Draft, type_: RelationType) -> None:
    """Depth-first search from new relations and new merges over old and new relations."""
    done: set[str] = set()
    starts = [
        (key.origin, draft.places.get(key, NOWHERE))
        for key, relation in draft.relations.items()
        if relation is not None and key.type is type_
    ]
    starts += [(into, NOWHERE) for _, into in draft.new_merges()]
    for start, place in starts:
        cycle = _cycle_from(draft, type_, draft.survivor(start), done)
        if cycle:
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
