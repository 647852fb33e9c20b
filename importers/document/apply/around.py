"""What surrounds the framework: themes, territories, bodies, other frameworks, needs."""

from collections.abc import Mapping

from graph.errors import AmbiguousReference, InvalidData, UnknownReference
from graph.ontology import EntityKind, RelationType, Value
from graph.ontology.enumerations import FRAMEWORK_KINDS
from graph.view.labels import folded, resolve
from importers.document.apply.actors import Actors
from importers.document.apply.places import candidates
from importers.document.apply.writer import Writer
from importers.document.model import BodyFact, Reading


def state_themes(writer: Writer, reading: Reading, framework: str) -> None:
    """What the framework is about."""
    for number, fact in enumerate(reading.themes):
        path = f"themes[{number}]"
        id_ = concept(writer, EntityKind.THEME, fact.theme)
        if id_ is None:
            writer.remarks.append(
                f"{path} : « {fact.theme} » n'est pas un thème du vocabulaire, il n'est pas écrit"
            )
        else:
            writer.relation(RelationType.ADDRESSES, framework, id_, fact.passage, path)


def state_territories(writer: Writer, reading: Reading, framework: str) -> dict[str, str]:
    """Where the framework applies: the passage that says it, by the territory's id."""
    found = dict[str, str]()
    for number, fact in enumerate(reading.territories):
        path = f"territories[{number}]"
        if fact.entity is not None:
            named = [writer.known(fact.entity, path)]
        else:
            named = candidates(writer.view, reading, fact)
        if len(named) == 1:
            writer.relation(RelationType.COVERS, framework, named[0], fact.passage, path)
            found.setdefault(named[0], fact.passage)
        else:
            writer.remarks.append(f"{path} : {_unplaced(fact.name, named)}")
    return found


def state_bodies(writer: Writer, reading: Reading, framework: str, actors: Actors) -> None:
    """The bodies that govern the framework, and who sits on them."""
    for number, fact in enumerate(reading.bodies):
        path = f"bodies[{number}]"
        id_ = _body_id(writer, fact, framework, path)
        values: dict[str, Value | None] = {
            "name": fact.name,
            "level": fact.level,
            "frequency": fact.frequency,
        }
        writer.entity(id_, EntityKind.BODY, values, (fact.passage,), path)
        writer.relation(RelationType.GOVERNED_BY, framework, id_, fact.passage, path)
        for member in fact.members:
            actor = actors.named(member, f"{path}.members")
            if actor is not None:
                role: dict[str, Value | None] = {"role": "MEMBER"}
                writer.relation(RelationType.MEMBER_OF, actor, id_, fact.passage, path, role)


def _body_id(writer: Writer, fact: BodyFact, framework: str, path: str) -> str:
    """The body that a person gave, the one of this name that governs the framework already, or a
    new one."""
    if fact.entity is not None:
        return writer.known(fact.entity, path)
    view = writer.view
    row = view.row(framework)
    if row is not None:
        columns = view.relations
        numbers = view.adjacency(RelationType.GOVERNED_BY, outgoing=True).of(row)
        for body in columns.target[numbers[columns.visible[numbers]]].tolist():
            if folded(view.entity(body).name) == folded(fact.name):
                return view.entity(body).id
    return writer.new_id("bod", fact.name)


def state_articulations(writer: Writer, reading: Reading, framework: str) -> None:
    """The other frameworks that the text names, and how this one stands to each."""
    for number, fact in enumerate(reading.articulations):
        path = f"articulations[{number}]"
        values: dict[str, Value | None] = {}
        if fact.entity is None:
            id_ = writer.new_id("fra", fact.name)
            kind = fact.kind if fact.kind in FRAMEWORK_KINDS else "OTHER"
            note = f"nature dans le texte : {fact.kind}" if fact.kind not in (None, kind) else None
            values = {"name": fact.name, "framework_kind": kind, "note": note}
        else:
            id_ = writer.known(fact.entity, path)
        if id_ == framework:
            raise InvalidData(
                f"{path} : c'est le cadre lui-même, il ne s'articule pas avec lui : ôter ce fait",
                code="CONTRADICTION",
            )
        writer.entity(id_, EntityKind.FRAMEWORK, values, (fact.passage,), path)
        writer.relation(RelationType(fact.relation), framework, id_, fact.passage, path)


def state_needs(
    writer: Writer, reading: Reading, framework: str, covered: Mapping[str, str]
) -> None:
    """The needs that the document reports, where its framework applies when that is one place.

    ``covered`` are the passages of the framework's territories.
    """
    for number, fact in enumerate(reading.needs):
        path = f"needs[{number}]"
        id_ = writer.new_id("nee", fact.label)
        values: dict[str, Value | None] = {
            "name": fact.label,
            "indicator": fact.indicator,
            "year": fact.year,
        }
        writer.entity(id_, EntityKind.NEED, values, (fact.passage,), path)
        for place in (writer.document, framework):
            writer.relation(RelationType.IDENTIFIED_IN, id_, place, fact.passage, path)
        for territory, passage in covered.items() if len(covered) == 1 else ():
            writer.relation(RelationType.COVERS, id_, territory, passage, path)


def concept(writer: Writer, kind: EntityKind, text: str) -> str | None:
    """The theme or public that a text names, by id, code or label; None when none or several."""
    view = writer.view
    for wish in (text, f"{kind.value.lower()}:{text}"):
        try:
            return view.entity(resolve(view, wish, (kind,), "")).id
        except (UnknownReference, AmbiguousReference):
            continue
    return None


def _unplaced(name: str, found: list[str]) -> str:
    if not found:
        return f"« {name} » n'est pas un territoire de la base, il n'est pas écrit"
    return (
        f"plusieurs territoires s'appellent « {name} » ({', '.join(found[:5])}) : dire lequel "
        "(entity)"
    )
