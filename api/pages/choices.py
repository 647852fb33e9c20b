"""What the form offers: themes and audiences by hierarchy, territories worth suggesting."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.ontology.enumerations import ACTOR_KINDS
from graph.records import Entity
from graph.view import DayView
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
    """A territory of the home page with what is known of it on the day."""

    row: int
    frameworks: int
    others: int


class Choices:
    """The choices of a day; computed once and kept with it, see ``choices``."""

    def __init__(self, day: DayView) -> None:
        self.day = day
        self.themes = _groups(day, EntityKind.THEME)
        self.audiences = _groups(day, EntityKind.AUDIENCE)
        covered = _covered(day)
        self.territories = _suggested(day, covered)
        self.documented = _documented(day, covered)
        self._near = {folded(label): option for option, label in self._labels()}

    def _labels(self) -> Iterable[tuple[Option, str]]:
        view = self.day.view
        for option in self.territories:
            row = view.row(option.hint) if option.hint else None
            yield option, option.label
            if row is not None:
                for label in labels(view.entity(row)):
                    yield option, label

    def close_territories(self, text: str) -> list[Option]:
        """Suggested territories written nearly so: what a slip of the keyboard meant."""
        close = get_close_matches(folded(text[:200]), list(self._near), n=3, cutoff=0.7)
        return [self._near[label] for label in close]


def choices(day: DayView) -> Choices:
    """The choices of a day, computed once and kept with it."""
    return day.derived(Choices)


def level_words(record: Entity) -> str:
    """The level of a territory in French: that of the public body it belongs to."""
    level = str(record.props.get("territory_level", ""))
    return ACTOR_KINDS.get(level, level.lower())


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
    view, found = day.view, Counter[int]()
    for territory in view.rows_of(EntityKind.TERRITORY):
        for origin in day.origins(RelationType.COVERS, territory):
            kind = view.kind(origin)
            if kind in _COVERING:
                found[territory] += kind in INITIATIVES
    return found


def _suggested(day: DayView, covered: Counter[int]) -> list[Option]:
    """The most documented territories and what they lie in, by name."""
    view = day.view
    chosen: dict[int, None] = {}
    for territory, _ in covered.most_common(MOST_SUGGESTED):
        chosen.update(dict.fromkeys(day.above(territory)))
    rows = list(chosen)[:MOST_SUGGESTED]
    names = Counter(folded(view.entity(row).name) for row in view.rows_of(EntityKind.TERRITORY))
    options = []
    for row in rows:
        record = view.entity(row)
        is_unique = names[folded(record.name)] == 1
        value = record.name if is_unique else record.id
        options.append(Option(value, record.name, territory_hint(record)))
    return sorted(options, key=lambda option: (folded(option.label), option.value))


def _documented(day: DayView, covered: Counter[int]) -> list[Documented]:
    facets = initiatives(day)
    found = []
    for territory, count in covered.most_common(_MOST_ON_HOME):
        if count:
            rows = facets.selected(INITIATIVES, territory, None)
            frameworks = sum(day.view.kind(row) is EntityKind.FRAMEWORK for row in rows)
            found.append(Documented(territory, frameworks, len(rows) - frameworks))
    return found
