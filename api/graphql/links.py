"""Convenient fields of entities: what they are linked to on the day they were asked for."""

from collections.abc import Callable, Iterable
from typing import Any

import strawberry

from api.graphql.entities import Entity, node
from api.graphql.results import result_type
from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from queries.answer import Involvement, by_id, in_order, involvement
from queries.initiatives import initiatives

Rows = Callable[[DayView, int], Iterable[int]]


def _to(type_: RelationType, *kinds: EntityKind) -> Rows:
    def rows(day: DayView, row: int) -> list[int]:
        found = day.targets(type_, row)
        return [each for each in found if not kinds or day.view.kind(each) in kinds]

    return rows


def _from(type_: RelationType, *kinds: EntityKind) -> Rows:
    def rows(day: DayView, row: int) -> list[int]:
        found = day.origins(type_, row)
        return [each for each in found if not kinds or day.view.kind(each) in kinds]

    return rows


def _territories(day: DayView, row: int) -> Iterable[int]:
    return initiatives(day).territories(row)


_ABOUT: dict[str, tuple[str, Rows]] = {
    "themes": ("Themes it is about.", _to(RelationType.ADDRESSES)),
    "audiences": ("Audiences it is for.", _to(RelationType.TARGETS)),
}
_INITIATIVE: dict[str, tuple[str, Rows]] = {
    **_ABOUT,
    "territories": ("Its territories; an Action without any has its parents'.", _territories),
    "frameworks": (
        "Frameworks it is part of.",
        _to(RelationType.PART_OF, EntityKind.FRAMEWORK),
    ),
    "bodies": ("Bodies that govern it.", _to(RelationType.GOVERNED_BY)),
    "parts": ("Initiatives that are part of it.", _from(RelationType.PART_OF)),
}
_CONCEPT_OF = {
    EntityKind.THEME: RelationType.BROADER,
    EntityKind.AUDIENCE: RelationType.BROADER,
    EntityKind.TERRITORY: RelationType.WITHIN,
}
_LINKS: dict[EntityKind, dict[str, tuple[str, Rows]]] = {
    **dict.fromkeys(INITIATIVES, _INITIATIVE),
    EntityKind.ACTOR: {
        "initiatives": ("Initiatives it is involved in.", _to(RelationType.INVOLVED_IN)),
        "bodies": ("Bodies it sits on.", _to(RelationType.MEMBER_OF)),
        "territories": ("Territories it covers.", _to(RelationType.COVERS)),
        "institutions": ("Actors it is part of.", _to(RelationType.PART_OF)),
        "services": ("Actors that are part of it.", _from(RelationType.PART_OF)),
    },
    EntityKind.BODY: {
        "themes": ("Themes it is about.", _to(RelationType.ADDRESSES)),
        "initiatives": ("Initiatives it governs.", _from(RelationType.GOVERNED_BY)),
        "meetings": ("Its meetings.", _from(RelationType.HELD_BY)),
    },
    EntityKind.NEED: {
        **_ABOUT,
        "territories": ("Where it was identified.", _to(RelationType.COVERS)),
    },
    **{
        kind: {
            "broader": ("Broader concepts.", _to(type_)),
            "narrower": ("Narrower concepts.", _from(type_)),
        }
        for kind, type_ in _CONCEPT_OF.items()
    },
}
_INVOLVED = {
    **dict.fromkeys(
        INITIATIVES, ("actors", "Actors involved, with roles.", RelationType.INVOLVED_IN)
    ),
    EntityKind.BODY: ("members", "Who sits on it, with roles.", RelationType.MEMBER_OF),
}


def links_of(kind: EntityKind) -> dict[str, Any]:
    """The convenient fields of a kind, by name."""
    fields = {name: _links_field(*link) for name, link in _LINKS.get(kind, {}).items()}
    if kind in _INVOLVED:
        name, description, type_ = _INVOLVED[kind]
        fields[name] = _involved_field(description, type_)
    return fields


def _links_field(description: str, rows: Rows) -> Any:
    def resolve(root: Any) -> Any:
        return [node(root.day, row) for row in by_id(root.day, list(rows(root.day, root.row)))]

    return strawberry.field(resolver=resolve, graphql_type=list[Entity], description=description)


def _involved_field(description: str, type_: RelationType) -> Any:
    made: Any = result_type(Involvement)

    def resolve(root: Any) -> Any:
        numbers = in_order(root.day, set(root.day.into(type_, root.row)))
        return [made(day=root.day, value=involvement(root.day, number)) for number in numbers]

    return strawberry.field(resolver=resolve, graphql_type=list[made], description=description)
