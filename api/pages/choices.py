"""What the form offers: themes and audiences by hierarchy, territories worth suggesting."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from api.labels import level_label
from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.records import Entity
from graph.view import DayView, GraphView
from graph.view.columns import TYPE_CODE
from graph.view.labels import folded, labels
from queries.initiatives import initiatives

MOST_SUGGESTED = 400
"""A list of suggestions is no directory: the most documented territories are enough."""
_MOST_ON_HOME = 8
_COVERING = INITIATIVES | {EntityKind.ACTOR, EntityKind.NEED}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; ``hint`` tells same-named ones apart."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A broader concept with all that is under it."""

    head: Option
    narrower: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Documented:
    """A territory of the home page, with how many frameworks count there on the day."""

    row: int
    frameworks: int


class Choices:
    """The choices of a day; computed once and kept with it, see ``choices``."""

    def __init__(self, day: DayView) -> None:
        view = day.view
        covered = _covered(day)
        rows = _suggested(day, covered)
        options = {row: _territory_option(view, row) for row in rows}
        self.themes = _groups(day, EntityKind.THEME)
        self.audiences = _groups(day, EntityKind.AUDIENCE)
        self.territories = sorted(
            options.values(), key=lambda option: (folded(option.label), option.value)
        )
        self.documented = _documented(day, covered)


def choices(day: DayView) -> Choices:
    """The choices of a day, computed once and kept with it."""
    return day.derived(Choices)


def best_documented(day: DayView) -> int | None:
    """The territory in view when a reader names none."""
    documented = choices(day).documented
    return documented[0].row if documented else None


def level_words(record: Entity) -> str:
    """The level of a territory in French: that of the public body it belongs to."""
    return level_label(str(record.props.get("territory_level", "")))


def territory_hint(record: Entity) -> str:
    """What tells a territory from one of the same name: level and code."""
    codes = record.props.get("cog")
    parts = [level_words(record), *(codes if isinstance(codes, tuple) else ())]
    return ", ".join(part for part in parts if part)


def _groups(day: DayView, kind: EntityKind) -> list[Group]:
    view = day.view

    def option(row: int) -> Option:
        record = view.entity(row)
        return Option(record.id, record.name)

    def by_name(rows: Iterable[int]) -> list[int]:
        return sorted(rows, key=lambda row: (folded(view.entity(row).name), view.entity(row).id))

    tops = [row for row in view.rows_of(kind) if not day.targets(RelationType.BROADER, row)]
    return [
        Group(option(top), tuple(option(row) for row in by_name(set(day.below(top)) - {top})))
        for top in by_name(tops)
    ]


def _covered(day: DayView) -> Counter[int]:
    """Territories that something covers, with how many initiatives do (0 for none)."""
    view, relations = day.view, day.view.relations
    numbers = day.relation_active & (relations.type == TYPE_CODE[RelationType.COVERS])
    found = Counter[int]()
    pairs = zip(relations.origin[numbers].tolist(), relations.target[numbers].tolist(), strict=True)
    for origin, territory in pairs:
        kind = view.kind(origin)
        if kind in _COVERING:
            found[territory] += kind in INITIATIVES
    return found


def _suggested(day: DayView, covered: Counter[int]) -> list[int]:
    """The most documented territories and what they lie in."""
    chosen: dict[int, None] = {}
    for territory, _ in covered.most_common(MOST_SUGGESTED):
        chosen.update(dict.fromkeys(day.above(territory)))
    return list(chosen)[:MOST_SUGGESTED]


def _territory_option(view: GraphView, row: int) -> Option:
    record = view.entity(row)
    return Option(territory_term(view, row), record.name, territory_hint(record))


def territory_term(view: GraphView, row: int) -> str:
    """The name when it is enough to find the territory again, else the id."""
    record = view.entity(row)
    is_unique = _territory_names(view)[folded(record.name)] == 1
    return record.name if is_unique else record.id


_names: WeakKeyDictionary[GraphView, Counter[str]] = WeakKeyDictionary()


def _territory_names(view: GraphView) -> Counter[str]:
    """How many territories bear a name or alias; read once per view, whatever the day."""
    known = _names.get(view)
    if known is None:
        known = _names[view] = Counter(
            name
            for row in view.rows_of(EntityKind.TERRITORY)
            for name in {folded(label) for label in labels(view.entity(row))}
        )
    return known


def _documented(day: DayView, covered: Counter[int]) -> list[Documented]:
    facets = initiatives(day)
    found = []
    for territory, count in covered.most_common(_MOST_ON_HOME):
        if count:
            rows = facets.selected((EntityKind.FRAMEWORK,), territory, None)
            found.append(Documented(territory, len(rows)))
    return sorted(found, key=lambda each: -each.frameworks)
