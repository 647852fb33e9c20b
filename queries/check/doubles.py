"""The rule on entities that are probably the same, recorded twice.

A sign is an official identifier in common, a name or alias that is the same once folded, or
names that are near (``queries.check.likeness``). Signs fail when something tells the two
apart: another identifier of the same list, another kind, level, date or number, periods or
territories that never meet, other leads, or a relation between them.
"""

from collections.abc import Iterator

from graph.dates import FIRST_DAY, LAST_DAY, first_day, last_day
from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.records import Entity
from graph.view.labels import folded, labels
from queries.check.case import Case, Hit
from queries.check.likeness import near, same_key
from queries.initiatives import LEAD_ROLES
from queries.past import past_territories

_COMPARED = tuple(
    kind for kind in EntityKind if kind not in (EntityKind.CONTACT, EntityKind.MEETING)
)
_IDENTIFIERS = {"siret": "SIRET", "rna": "RNA", "finess": "FINESS", "siren": "SIREN", "cog": "COG"}
_TELLING = ("reference", "date", "signed", "year", "territory_level", "level", "hash")
"""Properties that tell two entities apart when both have them and they differ."""
_NATURES = ("actor_kind", "framework_kind", "scheme_kind")
_RELATED = (
    RelationType.PART_OF,
    RelationType.BROADER,
    RelationType.WITHIN,
    RelationType.SUCCEEDS,
    RelationType.REPLICATES,
    RelationType.IMPLEMENTS,
    RelationType.ARTICULATED_WITH,
    RelationType.DISTINCT_FROM,
)


def likely_doubles(case: Case) -> Iterator[Hit]:
    """Pairs of a kind that look alike and that nothing tells apart; the smaller id first."""
    view = case.view
    for kind in _COMPARED:
        records = {
            row: record
            for row in view.rows_of(kind)
            if not (record := view.entity(row)).props.get("generic")
        }
        found: set[tuple[int, int]] = set()
        for left, right, sign, is_name in _signs(records):
            if (left, right) in found or _differ(records[left], records[right], is_name=is_name):
                continue
            if _are_related(case, left, right) or _never_meet(case, left, right):
                continue
            found.add((left, right))
            yield Hit(left, f"{case.named(left)} et {case.named(right)} : {sign}", right)


def _signs(records: dict[int, Entity]) -> Iterator[tuple[int, int, str, bool]]:
    """Pairs with what they have in common, and whether that is the name itself."""
    for name, label in _IDENTIFIERS.items():
        codes = {row: _codes(record, name) for row, record in records.items()}
        if name == "siren":  # a service bears the number of its institution
            services = {row for row, each in records.items() if _nature(each) == "SERVICE"}
            codes = {row: each for row, each in codes.items() if row not in services}
        for left, right, code in same_key(codes):
            yield left, right, f"même {label} {code}", False
    for left, right, _ in same_key({row: (record.name,) for row, record in records.items()}):
        yield left, right, "même nom", True
    for left, right, label in same_key({row: labels(record) for row, record in records.items()}):
        names = {folded(records[left].name), folded(records[right].name)}
        if folded(label) in names or " " in folded(label):
            yield left, right, f"même autre nom, « {label} »", False
    for left, right in near({row: record.name for row, record in records.items()}):
        yield left, right, "noms proches", False


def _codes(record: Entity, name: str) -> tuple[str, ...]:
    value = record.props.get(name, ())
    return value if isinstance(value, tuple) else ()


def _nature(record: Entity) -> object:
    return next((record.props[name] for name in _NATURES if name in record.props), None)


def _differ(left: Entity, right: Entity, *, is_name: bool) -> bool:
    """Whether what the two state of themselves tells them apart; a kind of actor or framework
    may be a mistake when the names are the same."""
    lists = (*_IDENTIFIERS, "code") if left.kind is EntityKind.TERRITORY else _IDENTIFIERS
    for name in lists:
        codes = set(_codes(left, name)), set(_codes(right, name))
        if all(codes) and codes[0].isdisjoint(codes[1]):
            return True
    telling = _TELLING if is_name else (*_TELLING, *_NATURES)
    for name in telling:
        values = {left.props.get(name), right.props.get(name)} - {None, "OTHER"}
        if len(values) > 1:
            return True
    since = max(
        FIRST_DAY if each.start is None else first_day(each.start) for each in (left, right)
    )
    until = min(LAST_DAY if each.end is None else last_day(each.end) for each in (left, right))
    return until < since


def _are_related(case: Case, left: int, right: int) -> bool:
    """Whether a relation says that they are two, or one is part of the other by any chain."""
    for type_ in _RELATED:
        ends = case.ends(type_, left) | case.ends(type_, left, outgoing=False)
        if right in ends:
            return True
    return right in _wholes(case, left) or left in _wholes(case, right)


def _wholes(case: Case, row: int) -> set[int]:
    found, edge = set[int](), {row}
    while edge:
        edge = {whole for each in edge for whole in case.ends(RelationType.PART_OF, each)} - found
        found |= edge
    return found


def _never_meet(case: Case, left: int, right: int) -> bool:
    """Whether both have territories, none related; or leads, or what they govern, none shared."""
    places = _places(case, left), _places(case, right)
    if all(places) and not any(places[1] & case.day.related(place).keys() for place in places[0]):
        return True
    others = _company(case, left), _company(case, right)
    return all(others) and others[0].isdisjoint(others[1])


def _places(case: Case, row: int) -> set[int]:
    if case.view.kind(row) in INITIATIVES:
        return past_territories(case.day, row)
    return case.ends(RelationType.COVERS, row)


def _company(case: Case, row: int) -> set[int]:
    """The leads of an initiative, what a body governs."""
    if case.view.kind(row) is EntityKind.BODY:
        return case.ends(RelationType.GOVERNED_BY, row, outgoing=False)
    involved = case.ever(RelationType.INVOLVED_IN, row, outgoing=False)
    return {
        int(case.view.relations.origin[number])
        for number in involved
        if case.view.relation(number).role in LEAD_ROLES
    }
