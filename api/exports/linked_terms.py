"""The vocabulary of the JSON-LD export: which public term says what the ontology says.

W3C ORG for actors, bodies and seats, SKOS for concepts and closed lists, PROV for where facts
come from, DCMI and schema.org where they fit; what none of them has is ``maillage:``, under
the ontology's own name (a relation's type names its facts, in camel case its direct link).
"""

from urllib.parse import quote

from pydantic.alias_generators import to_camel

from graph.ontology import EntityKind, RelationType
from graph.ontology.enumerations import PUBLIC_KINDS
from graph.records import Entity

PREFIXES = {
    "maillage": "urn:maillage:ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
CONCEPTS = (EntityKind.THEME, EntityKind.AUDIENCE, EntityKind.TERRITORY)
LABELLED = (*CONCEPTS, EntityKind.ACTOR, EntityKind.BODY)
"""Kinds whose name is also a ``skos:prefLabel``, as SKOS and ORG ask."""
PROPERTIES = {
    "alias": "skos:altLabel",
    "description": "dcterms:description",
    "note": "skos:note",
    "reference": "schema:identifier",
    "hash": "schema:sha256",
    "date": "dcterms:date",
    "actor_kind": "org:classification",
}
FRENCH = frozenset(
    {
        "schema:name",
        "skos:prefLabel",
        "skos:altLabel",
        "skos:note",
        "dcterms:description",
        "maillage:indicator",
    }
)
"""Terms whose texts are French."""
IDENTIFIERS = ("code", "cog", "siren", "siret", "rna", "finess")
"""Properties shown as notations, the datatype telling which list they come from."""

_CLASSES = {
    EntityKind.SCHEME: ("schema:Service",),
    EntityKind.ACTION: ("schema:Project",),
    EntityKind.BODY: ("org:OrganizationalCollaboration",),
    EntityKind.MEETING: ("schema:Event",),
    EntityKind.THEME: ("skos:Concept",),
    EntityKind.AUDIENCE: ("skos:Concept", "dcterms:AgentClass"),
    EntityKind.TERRITORY: ("skos:Concept", "dcterms:Location", "schema:AdministrativeArea"),
    EntityKind.DOCUMENT: ("prov:Entity", "schema:CreativeWork"),
}
_FORMAL = PUBLIC_KINDS | {"ASSOCIATION", "BAILLEUR", "ENTREPRISE", "MISSION_LOCALE"}
"""Kinds of actor that exist in law by themselves."""
_LINKS = {
    RelationType.MEMBER_OF: "org:memberOf",
    RelationType.PART_OF: "dcterms:isPartOf",
    RelationType.SUCCEEDS: "dcterms:replaces",
    RelationType.ADDRESSES: "dcterms:subject",
    RelationType.COVERS: "dcterms:spatial",
    RelationType.TARGETS: "dcterms:audience",
    RelationType.BROADER: "skos:broader",
    RelationType.WITHIN: "skos:broader",
}


def iri(family: str, name: str) -> str:
    """The name of a thing of ours: ``urn:maillage:id:theme:sante`` for an entity."""
    return f"urn:maillage:{family}:{quote(name, safe=':@!$()*,;=/-._~')}"


def classes(record: Entity) -> list[str]:
    """Our own class of an entity, then the public ones."""
    return [f"maillage:{record.kind.label}", *_public_classes(record)]


def _public_classes(record: Entity) -> tuple[str, ...]:
    if record.kind is not EntityKind.ACTOR:
        return _CLASSES.get(record.kind, ())
    kind = record.props.get("actor_kind")
    if kind == "SERVICE":
        return ("org:OrganizationalUnit",)
    is_formal = kind in _FORMAL and not record.props.get("generic")
    return ("org:Organization", "org:FormalOrganization") if is_formal else ("org:Organization",)


def link(type_: RelationType, origin: Entity) -> str:
    """The property that leads straight from a relation's origin to its target."""
    if type_ is RelationType.PART_OF and origin.kind is EntityKind.ACTOR:
        is_service = origin.props.get("actor_kind") == "SERVICE"
        return "org:unitOf" if is_service else "org:subOrganizationOf"
    return _LINKS.get(type_, f"maillage:{to_camel(type_.lower())}")
