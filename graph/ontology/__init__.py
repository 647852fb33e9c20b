"""The ontology table: kinds, properties, relations, enumerations, French labels.

Validation, stores, GraphQL and pages all read it here; nothing about a kind or a relation
is written anywhere else. To add a kind, see CONTRIBUTING.
"""

from dataclasses import dataclass
from functools import lru_cache

from graph.ontology.enumerations import EntityKind, RelationType
from graph.ontology.properties import (
    ENTITY_PROPERTIES,
    INITIATIVES,
    RELATION_PROPERTIES,
    Property,
)
from graph.ontology.relations import RELATIONS, Relation
from graph.ontology.values import LIST_SEPARATOR, Value

__all__ = [
    "ENTITY_PROPERTIES",
    "INITIATIVES",
    "KINDS",
    "LIST_SEPARATOR",
    "PROPERTY",
    "RELATIONS",
    "RELATION_PROPERTIES",
    "RELATION_PROPERTY",
    "EntityKind",
    "Kind",
    "Property",
    "Relation",
    "RelationType",
    "Value",
    "read_kind",
    "read_relation_type",
    "role_error",
]


@dataclass(frozen=True)
class Kind:
    """One kind of entity.

    ``always_active`` kinds ignore periods (questions, "Common notions"): concepts exist on
    every day, and the date of a meeting or document is no validity (design, "Time").
    """

    kind: EntityKind
    label: str
    plural: str
    description: str
    always_active: bool = False


KINDS: dict[EntityKind, Kind] = {
    kind.kind: kind
    for kind in (
        Kind(
            EntityKind.ACTOR,
            "acteur",
            "acteurs",
            "An institution, association, company, residents' group, or a service of one.",
        ),
        Kind(
            EntityKind.FRAMEWORK,
            "cadre",
            "cadres",
            "A contractual or planning framework: PST, CLS, CTG, contrat de ville...",
        ),
        Kind(EntityKind.SCHEME, "dispositif", "dispositifs", "A standing policy, or a resource."),
        Kind(EntityKind.ACTION, "action", "actions", "Something done: project, service, events."),
        Kind(EntityKind.BODY, "instance", "instances", "A governance body."),
        Kind(EntityKind.MEETING, "réunion", "réunions", "One sitting or gathering."),
        Kind(EntityKind.THEME, "thème", "thèmes", "A reference theme.", always_active=True),
        Kind(EntityKind.AUDIENCE, "public", "publics", "A group served.", always_active=True),
        Kind(EntityKind.TERRITORY, "territoire", "territoires", "A perimeter.", always_active=True),
        Kind(EntityKind.NEED, "besoin", "besoins", "A need identified by a diagnosis."),
        Kind(EntityKind.DOCUMENT, "document", "documents", "A source of facts."),
        Kind(EntityKind.CONTACT, "contact", "contacts", "A professional function."),
    )
}

PROPERTY: dict[str, Property] = {prop.name: prop for prop in ENTITY_PROPERTIES}
RELATION_PROPERTY: dict[str, Property] = {prop.name: prop for prop in RELATION_PROPERTIES}


@lru_cache(maxsize=256)
def read_kind(text: str) -> EntityKind:
    """The kind named by a cell, case ignored; ValueError (French) otherwise."""
    try:
        return EntityKind(text.strip().upper())
    except ValueError:
        allowed = ", ".join(kind.label for kind in EntityKind)
        raise ValueError(f"« {text[:40]} » n'est pas un type connu ; types : {allowed}") from None


@lru_cache(maxsize=256)
def read_relation_type(text: str) -> RelationType:
    """The relation type named by a cell, case ignored; ValueError (French) otherwise."""
    try:
        return RelationType(text.strip().upper())
    except ValueError:
        allowed = ", ".join(RelationType)
        raise ValueError(
            f"« {text[:40]} » n'est pas une relation connue ; relations : {allowed}"
        ) from None


def role_error(relation: RelationType, role: str) -> str | None:
    """Why a role does not fit a relation (French), or None when it does."""
    roles = RELATIONS[relation].roles
    if roles is None or role in roles:
        return None
    return f"« {role[:40]} » n'est pas un rôle de {relation} ; rôles admis : {', '.join(roles)}"
