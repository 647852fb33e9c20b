"""From a form to a change set, applied as a whole; what is wrong comes back to the form."""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress

from api.settings import author_name
from graph.changes import (
    ChangeSet,
    Merge,
    Operation,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
)
from graph.errors import NOWHERE, InvalidData
from graph.ontology import KINDS, PROPERTY, RELATION_PROPERTY, EntityKind, Property, Value
from graph.ontology.values import Date
from graph.repository import Repository
from graph.view import GraphView
from importers.cells import entity_operation, relation_operation
from importers.french import read_date

_PREFIX = {EntityKind.ACTOR: "act", EntityKind.TERRITORY: "ter", EntityKind.DOCUMENT: "doc"}
_LONGEST_SLUG = 60


def apply_form(repository: Repository, operation: Operation, message: str) -> str | None:
    """Write one operation; the change set's id, or None when nothing changed."""
    change_set = ChangeSet([operation], author_name(), "pages", message)
    record, _ = repository.apply(change_set)
    return None if record is None else record.id


def entity_change(
    view: GraphView, id_: str, kind: EntityKind, form: Mapping[str, str]
) -> UpsertEntity:
    """The entity as the form states it: a field emptied clears what was known."""
    cells = _dated({name: form.get(name, "").strip() for name in PROPERTY}, PROPERTY)
    source = form.get("source", "").strip()
    made = entity_operation({"id": id_, "kind": kind.value, **cells, "source": source}, NOWHERE)
    row = view.row(id_)
    if row is None:
        return made
    record = view.entity(row)
    known = set(record.props)
    known |= {name for name in ("start", "end") if getattr(record, name)}
    known |= {"open_ended"} if record.open_ended else set()
    emptied: dict[str, Value | None] = {
        name: None for name in known if name in PROPERTY and name in form and not cells[name]
    }
    return made._replace(values={**made.values, **emptied})


def relation_change(view: GraphView, form: Mapping[str, str]) -> UpsertRelation:
    """The relation that the form states: a field emptied clears what was known of it."""
    given = {name: value.strip() for name, value in form.items() if name != "jeton"}
    cells = _dated(given, RELATION_PROPERTY)
    made = relation_operation(cells, NOWHERE)
    number = view.find_relation(made.key)
    if number is None:
        return made
    record = view.stated_relation(number)
    known = set(record.props)
    known |= {"end"} if record.end else set()
    known |= {"open_ended"} if record.open_ended else set()
    emptied: dict[str, Value | None] = {
        name: None for name in known if name in cells and not cells[name]
    }
    return made._replace(values={**made.values, **emptied})


def _dated(cells: Mapping[str, str], known: Mapping[str, Property]) -> dict[str, str]:
    """The cells, dates as people write them made those of a bundle; what is none stays."""
    read = dict(cells)
    for name, text in cells.items():
        if text and name in known and isinstance(known[name].value, Date):
            with suppress(ValueError):  # told at its field, as any other value that is wrong
                read[name] = read_date(text) or text
    return read


def standing_relation(view: GraphView, terms: Mapping[str, str]) -> int | None:
    """The relation that terms identify, when it stands."""
    try:
        return view.find_relation(relation_change(view, terms).key)
    except InvalidData:
        return None


def retract_change(view: GraphView, terms: Mapping[str, str]) -> Retract | RetractRelation:
    """The retraction of the relation that terms identify, else of the entity of an id.

    Raises InvalidData when it is not there.
    """
    if not terms.get("type"):
        if view.row(terms.get("id", "")) is None:
            raise InvalidData("cette entité n'existe pas, ou elle est déjà retirée")
        return Retract(terms["id"])
    number = standing_relation(view, terms)
    if number is None:
        raise InvalidData("ce lien n'existe pas, ou il est déjà retiré")
    return RetractRelation(*view.stated_relation(number).key)


def merge_change(view: GraphView, id_: str, into: str) -> Operation:
    """The judgement that two entities are one. Raises InvalidData when one is missing."""
    for each in (id_, into):
        if view.row(each) is None:
            raise InvalidData(f"« {each[:60]} » n'existe pas : donner un identifiant")
    return Merge((id_,), into)


def split_change(id_: str) -> Operation:
    """The judgement taken back."""
    return Split(id_)


def new_id(view: GraphView, kind: EntityKind, name: str) -> str:
    """An id that is free and says what it is: ``act:centre-social-des-tilleuls``."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-")
    start = f"{_PREFIX.get(kind, kind.value.lower()[:3])}:{slug or KINDS[kind].label}"
    number, id_ = 1, start
    while view.stated_row(id_) is not None:
        number += 1
        id_ = f"{start}-{number}"
    return id_
