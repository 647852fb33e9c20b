"""From the text cells of one row to an operation: shared by all importers.

Columns are those of the contract's bundle; a cell's text is read by the value type that the
ontology declares for its column. An empty cell neither sets nor clears.
"""

from collections.abc import Mapping
from functools import lru_cache

from graph.changes import UpsertEntity, UpsertRelation
from graph.errors import InvalidData, Place
from graph.ontology import (
    LIST_SEPARATOR,
    PROPERTY,
    RELATION_PROPERTY,
    RELATIONS,
    EntityKind,
    Property,
    RelationType,
    Value,
    read_kind,
    read_relation_type,
)
from graph.ontology.values import unique
from graph.records import SOURCE_LOCATOR

ENTITY_COLUMNS = ("id", "kind", *PROPERTY, "source")
RELATION_COLUMNS = ("type", "from", "to", *RELATION_PROPERTY, "source")

Cells = Mapping[str, str]


def entity_operation(cells: Cells, place: Place) -> UpsertEntity:
    """The operation that a row of ``entities.csv`` states; InvalidData when unreadable."""
    kind = _kind(cells.get("kind", ""), place)
    if kind is EntityKind.CONTACT:
        raise contact_refused(place.at_column("kind"))
    return UpsertEntity(
        cells.get("id", ""),
        kind,
        _values(cells, PROPERTY, place),
        _sources(cells.get("source", "")),
        place,
    )


def relation_operation(cells: Cells, place: Place) -> UpsertRelation:
    """The operation that a row of ``relations.csv`` states; InvalidData when unreadable."""
    try:
        type_ = read_relation_type(cells.get("type", ""))
    except ValueError as error:
        raise InvalidData(str(error), code="UNKNOWN_TYPE", place=place.at_column("type")) from None
    if type_ is RelationType.HOLDS_POST:
        raise contact_refused(place.at_column("type"))
    for column in ("from", "to"):
        if not cells.get(column):
            raise InvalidData(
                f"la cellule « {column} » est vide : donner un identifiant",
                code="MISSING_VALUE",
                place=place.at_column(column),
            )
    values = _values(cells, RELATION_PROPERTY, place)
    role = values.get("role")
    if isinstance(role, str) and RELATIONS[type_].roles is not None:
        values["role"] = role.strip().upper()
    sources = _sources(cells.get("source", ""))
    return UpsertRelation(type_, cells["from"], cells["to"], values, sources, place)


def contact_refused(place: Place) -> InvalidData:
    """The error that keeps contacts out until their access can be restricted."""
    return InvalidData(
        "les contacts sont des données personnelles, et aucun accès restreint n'est configuré : "
        "ôter ce contact",
        code="CONTACT_REFUSED",
        place=place,
    )


def _kind(text: str, place: Place) -> EntityKind | None:
    if not text.strip():
        return None
    try:
        return read_kind(text)
    except ValueError as error:
        raise InvalidData(str(error), code="UNKNOWN_KIND", place=place.at_column("kind")) from None


def _values(
    cells: Cells, properties: Mapping[str, Property], place: Place
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {}
    for column, text in cells.items():
        prop = properties.get(column)
        if prop is not None and text:
            try:
                value = prop.value.read(text)
            except ValueError as error:
                raise InvalidData(
                    str(error), code="INVALID_VALUE", place=place.at_column(column)
                ) from None
            if value != ():  # a list of nothing is an empty cell
                values[column] = value
    return values


@lru_cache(maxsize=4096)
def _sources(text: str) -> tuple[str, ...]:
    return unique(part.strip().removesuffix(SOURCE_LOCATOR) for part in text.split(LIST_SEPARATOR))
