"""What two entities are compared by: their names, identifiers, nature and territories."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from graph.changes import UpsertEntity
from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.reconciliation.names import Words, acronyms_of, name_words
from graph.reconciliation.territories import Territories, territories
from graph.records import Entity
from graph.view import GraphView
from graph.view.labels import folded, labels

IDENTIFIERS = {
    "siret": "SIRET",
    "siren": "SIREN",
    "rna": "RNA",
    "finess": "FINESS",
    "code": "code",
}
"""Lists of official numbers; ``code`` counts for initiatives, whose lists number them."""
_NATURES = ("actor_kind", "framework_kind", "scheme_kind", "activity_type")
_SIREN_LENGTH = 9


class Face:
    """One entity as reconciliation sees it."""

    def __init__(
        self, record: Entity, territories: Iterable[str], places: Mapping[str, Words]
    ) -> None:
        self.record = record
        self.id = record.id
        self.territories = frozenset(territories)
        self._places = places

    @cached_property
    def names(self) -> tuple[Words, ...]:
        """The words of the name first, then of each alias."""
        found = (name_words(label, self._places) for label in labels(self.record))
        return tuple(dict.fromkeys(each for each in found if each))

    @cached_property
    def acronyms(self) -> tuple[frozenset[str], frozenset[str]]:
        """Acronyms that labels bear, and those that their initials would make."""
        own, made = set[str](), set[str]()
        for label in labels(self.record):
            borne, initials = acronyms_of(label)
            own |= borne
            made |= initials
        return frozenset(own), frozenset(made)

    @cached_property
    def identifiers(self) -> dict[str, frozenset[str]]:
        """Official identifiers by list; a SIRET tells its SIREN."""
        found: dict[str, frozenset[str]] = {}
        for name in IDENTIFIERS:
            if name == "code" and self.record.kind not in INITIATIVES:
                continue
            values = self.record.props.get(name, ())
            if isinstance(values, tuple) and values:
                found[name] = frozenset(values)
        sirens = {siret[:_SIREN_LENGTH] for siret in found.get("siret", ())}
        if sirens:
            found["siren"] = found.get("siren", frozenset()) | sirens
        return found

    @cached_property
    def names_departement(self) -> bool:
        """Whether the name holds that of a département, which no other bears."""
        told = set(self.names[0]) if self.names else set()
        return any(told.issuperset(place) for place in self._places.values())

    @property
    def nature(self) -> str | None:
        """Its kind of actor, framework or scheme, or its type of activity; None when unknown."""
        for name in _NATURES:
            value = self.record.props.get(name)
            if isinstance(value, str) and value != "OTHER":
                return value
        return None


class Faces:
    """Faces of the entities of a view, and of those that an import states."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._places = view.derived(_departements)
        self._territories = territories(view)

    def known(self, row: int) -> Face:
        """The face of an entity of the view."""
        return self._face(self._view.entity(row), self._covered(row))

    def kept(self, row: int) -> Face:
        """The face of an entity as it was stated, whatever was merged since."""
        return self._face(self._view.entities.records[row], self._covered(row, stated=True))

    def _covered(self, row: int, *, stated: bool = False) -> set[str]:
        view, columns = self._view, self._view.relations
        survivor = view.merges.survivors.get(row, row)
        numbers = view.adjacency(RelationType.COVERS, outgoing=True).of(survivor)
        numbers = numbers[columns.current[numbers] if stated else columns.visible[numbers]]
        if stated:
            numbers = numbers[columns.stated_origin[numbers] == row]
        return {view.entity(each).id for each in columns.target[numbers].tolist()}

    def stated(self, upsert: UpsertEntity, covered: Iterable[str]) -> Face:
        """The face of an entity that an import states, with the territories that it tells."""
        props = {name: value for name, value in upsert.values.items() if value is not None}
        name, start, end = (props.pop(each, None) for each in ("name", "start", "end"))
        record = Entity(
            upsert.id,
            upsert.kind or EntityKind.ACTOR,
            str(name or ""),
            None if start is None else str(start),
            None if end is None else str(end),
            props=props,
        )
        return self._face(record, set(covered))

    def _face(self, record: Entity, covered: set[str]) -> Face:
        return Face(record, covered or _implied(record, self._territories), self._places)


def _implied(record: Entity, known: Territories) -> set[str]:
    """The territory that the SIREN of a local authority tells: 21 then the commune's number,
    22 then the département's (La Courneuve, 93027: 219300274)."""
    for name in ("siren", "siret"):
        values = record.props.get(name, ())
        for number in values if isinstance(values, tuple) else ():
            code = {"21": number[2:4] + number[5:8], "22": number[2:4]}.get(number[:2])
            place = None if code is None else known.of_code(code)
            if place is not None:
                return {place}
    return set()


def _departements(view: GraphView) -> dict[str, Words]:
    """The words of each département's name by its number."""
    found: dict[str, Words] = {}
    for row in view.rows_of(EntityKind.TERRITORY):
        record = view.entity(row)
        codes = record.props.get("cog", ())
        if record.props.get("territory_level") == "DEPARTEMENT" and isinstance(codes, tuple):
            found |= {folded(code): name_words(record.name, {}) for code in codes}
    return found
