"""JSON-LD: the graph as linked data. Terms: ``api.exports.linked_terms``.

Each relation is written twice. A direct link (``skos:broader``, ``org:memberOf``...) leads from
one end to the other, whatever its dates: limit the export to a day for what holds then. A
fact of its own, ``maillage:from`` ... ``maillage:to``, has its role, period and sources.
A date keeps its precision by its datatype (``xsd:gYear``, ``xsd:gYearMonth``, ``xsd:date``).
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from api.exports.files import refusals, written
from api.exports.linked_terms import (
    CONCEPTS,
    FRENCH,
    IDENTIFIERS,
    LABELLED,
    PREFIXES,
    PROPERTIES,
    classes,
    iri,
    link,
)
from api.exports.part import Part, cited, part
from graph.dates import end_state
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
from graph.ontology.values import Date
from graph.records import Entity, Relation
from graph.stores.base import change_id
from graph.view import GraphView

Item: TypeAlias = dict[str, Any]

CONTEXT: Item = {**PREFIXES, **{term: {"@id": term, "@language": "fr"} for term in sorted(FRENCH)}}
_PRECISION = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def write_linked_data(view: GraphView, out: Path, kept: Part | None = None) -> None:
    """Write a JSON-LD file. Raises InvalidData when it cannot be written."""
    kept = kept or part(view)
    with refusals(out), written(out) as stream:
        stream.write(b'{"@context": ' + orjson.dumps(CONTEXT) + b',\n"@graph": [')
        for place, item in enumerate(_Writer(view, kept).items()):
            stream.write((b",\n" if place else b"\n") + orjson.dumps(item))
        stream.write(b"\n]}\n")


class _Writer:
    """Items of a part; members of closed lists that they use are described at the end."""

    def __init__(self, view: GraphView, kept: Part) -> None:
        self.view = view
        self.kept = kept
        self.members: dict[str, Item] = {}

    def items(self) -> Iterator[Item]:
        for kind in CONCEPTS:
            yield {
                "@id": _scheme(kind),
                "@type": "skos:ConceptScheme",
                "skos:prefLabel": KINDS[kind].plural,
            }
        links = self._links()
        for row in self.kept.rows:
            yield self._entity(row, links.get(row, {}))
        for number in self.kept.relations:
            yield self._relation(number)
        yield from self.members.values()

    def _links(self) -> dict[int, dict[str, list[Item]]]:
        """Direct links by the row that they start from."""
        columns = self.view.relations
        links: dict[int, dict[str, list[Item]]] = {}
        for number in self.kept.relations:
            type_ = self.view.relation(number).type
            ends = (int(columns.origin[number]), int(columns.target[number]))
            for origin, target in (ends, ends[::-1]) if RELATIONS[type_].symmetric else (ends,):
                term = link(type_, self.view.entity(origin))
                led = links.setdefault(origin, {}).setdefault(term, [])
                if (reference := self._reference(target)) not in led:
                    led.append(reference)
        return links

    def _entity(self, row: int, links: Mapping[str, list[Item]]) -> Item:
        record = self.view.entity(row)
        item: Item = {
            "@id": iri("id", record.id),
            "@type": classes(record),
            "dcterms:identifier": record.id,
            "schema:name": record.name,
            **links,
        }
        if record.kind in LABELLED:
            item["skos:prefLabel"] = record.name
        if record.kind in CONCEPTS:
            item["skos:inScheme"] = {"@id": _scheme(record.kind)}
            if "skos:broader" not in links:
                item["skos:topConceptOf"] = {"@id": _scheme(record.kind)}
        item |= _period(record)
        if KINDS[record.kind].always_active and record.end is None:
            del item["maillage:endState"]
        notation = "org:identifier" if record.kind is EntityKind.ACTOR else "skos:notation"
        for name, value in record.props.items():
            if name in IDENTIFIERS and isinstance(value, tuple):
                codes = [{"@value": code, "@type": f"maillage:{name}"} for code in value]
                item[notation] = [*item.get(notation, ()), *codes]
            else:
                item[PROPERTIES.get(name, f"maillage:{name}")] = self._value(PROPERTY[name], value)
        if record.kind is EntityKind.MEETING and "dcterms:date" in item:
            item.setdefault("schema:startDate", item["dcterms:date"])
        return item | self._sources(record, int(self.view.entities.said[row]), "dcterms:source")

    def _relation(self, number: int) -> Item:
        columns, record = self.view.relations, self.view.relation(number)
        origin = self._reference(int(columns.origin[number]))
        target = self._reference(int(columns.target[number]))
        key = (record.type, origin["@id"], target["@id"], *record.key[3:])
        item: Item = {
            "@id": f"urn:maillage:relation:{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}",
            "@type": [f"maillage:{record.type}", "prov:Entity"],
            "maillage:from": origin,
            "maillage:to": target,
            **_period(record),
        }
        role = None if record.role is None else self._role(record)
        if record.type is RelationType.MEMBER_OF:
            item["@type"].append("org:Membership")
            item |= {"org:member": origin, "org:organization": target}
            if role is not None:
                item["org:role"] = role
        elif role is not None:
            item["maillage:role"] = role
        if record.year is not None:
            item["maillage:year"] = record.year
        for name, value in record.props.items():
            term = PROPERTIES.get(name, f"maillage:{name}")
            item[term] = self._value(RELATION_PROPERTY[name], value)
        return item | self._sources(record, int(columns.said[number]), "prov:wasDerivedFrom")

    def _reference(self, row: int) -> Item:
        return {"@id": iri("id", self.view.entity(row).id)}

    def _role(self, record: Relation) -> Any:
        roles = RELATIONS[record.type].roles
        assert record.role is not None
        if roles is None:
            return record.role
        return self._member("role", record.role, roles, "org:Role")

    def _value(self, prop: Property, value: Value) -> Any:
        if prop.choices is not None and isinstance(value, str):
            return self._member(prop.name, value, prop.choices)
        return _date(value) if isinstance(prop.value, Date) else value

    def _member(
        self, list_: str, member: str, labels: Mapping[str, str], also: str | None = None
    ) -> Item:
        """A member of a closed list, which becomes a concept with its French label."""
        reference = {"@id": f"maillage:{list_}/{member}"}
        self.members[reference["@id"]] = {
            **reference,
            "@type": ["skos:Concept", *((also,) if also else ())],
            "skos:prefLabel": labels[member],
            "skos:notation": member,
        }
        return reference

    def _sources(self, record: Entity | Relation, said: int, term: str) -> Item:
        found = list(cited(self.view, record.sources))
        if not found:
            change = iri("change", change_id(said))
            return {"prov:wasGeneratedBy": {"@id": change, "@type": "prov:Activity"}}
        located = [
            {
                "@type": "prov:Derivation",
                "prov:entity": self._reference(row),
                "maillage:locator": locator,
            }
            for row, locator in found
            if locator is not None
        ]
        documents = [self._reference(row) for row in dict.fromkeys(row for row, _ in found)]
        return {term: documents} | ({"prov:qualifiedDerivation": located} if located else {})


def _scheme(kind: EntityKind) -> str:
    return f"maillage:scheme/{kind.label}"


def _period(record: Entity | Relation) -> Item:
    item: Item = {"maillage:endState": end_state(record.end, record.open_ended)}
    if record.start is not None:
        item["schema:startDate"] = _date(record.start)
    if record.end is not None:
        item["schema:endDate"] = _date(record.end)
    return item


def _date(value: Value) -> Item:
    return {"@value": value, "@type": _PRECISION[len(str(value))]}
