"""The sheet of a territory: all that is known of it on one page."""

from dataclasses import dataclass

from graph.dates import EndState, end_state
from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Involvement, Row, by_id, in_order, involvement
from queries.articulations import Articulation, articulations
from queries.coverage import CoverageCell, coverage
from queries.gaps import Gap, gaps
from queries.initiatives import DELIVERING, initiatives
from queries.past import past_covering
from queries.successions import successors


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a framework, as its source tells it."""

    name: str
    date: str | None
    done: bool | None


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """A framework on the time line of a territory."""

    framework: Row
    active: bool
    signed: str | None
    start: str | None
    end: str | None
    end_state: EndState
    stages: tuple[Stage, ...]
    successors: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BodySeats:
    """A body with who sits on it and the initiatives of the territory that it governs."""

    body: Row
    seats: tuple[Involvement, ...]
    initiatives: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ThemeActions:
    """Actions and Schemes on a theme."""

    theme: Row | None
    actions: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a territory on a day."""

    territory: Row
    frameworks: tuple[FrameworkLine, ...]
    bodies: tuple[BodySeats, ...]
    actors: tuple[Row, ...]
    actions: tuple[ThemeActions, ...]
    coverage: tuple[CoverageCell, ...]
    alerts: tuple[Gap, ...]
    articulations: tuple[Articulation, ...]


def sheet(day: DayView, territory: int) -> Answer[Sheet]:
    """One item. Frameworks past, present and to come (start, unknown first, then id); bodies
    that govern the active initiatives of the territory; actors involved in or members of
    those; Actions and Schemes by theme; coverage of every theme; gaps; articulations.

    Generic, family and RESOURCE entities are shown; the answers of other questions are theirs.
    """
    return Answer([territory], lambda row: _sheet(day, row))


def _sheet(day: DayView, territory: int) -> Sheet:
    local = set(initiatives(day).covering(day.near(territory).rows).tolist())
    bodies = _bodies(day, local)
    members = {seat.actor for each in bodies for seat in each.seats}
    involved = {actor for row in local for actor in day.origins(RelationType.INVOLVED_IN, row)}
    return Sheet(
        Row(territory),
        _time_line(day, territory),
        bodies,
        by_id(day, members | involved),
        _actions(day, local),
        tuple(coverage(day, territory).page()),
        tuple(gaps(day, territory).page()),
        tuple(articulations(day, territory).page()),
    )


def _time_line(day: DayView, territory: int) -> tuple[FrameworkLine, ...]:
    columns = day.view.entities
    ever = past_covering(day, day.near(territory).rows.tolist())
    rows = [row for row in ever.tolist() if day.view.kind(row) is EntityKind.FRAMEWORK]
    rows.sort(key=lambda row: (int(columns.since[row]), int(columns.rank[row])))
    return tuple(framework_line(day, row) for row in rows)


def framework_line(day: DayView, row: int) -> FrameworkLine:
    """What the time line says of a framework."""
    record = day.view.entity(row)
    stages = record.props.get("stages", ())
    signed = record.props.get("signed")
    return FrameworkLine(
        Row(row),
        bool(day.active[row]),
        signed if isinstance(signed, str) else None,
        record.start,
        record.end,
        end_state(record.end, record.open_ended),
        tuple(map(read_stage, stages)) if isinstance(stages, tuple) else (),
        by_id(day, successors(day, row)),
    )


def read_stage(text: str) -> Stage:
    """A step written ``NAME:date:true``, the date or more left out when unknown."""
    name, _, rest = text.partition(":")
    date, _, done = rest.rpartition(":")
    return Stage(name, date or None, {"true": True, "false": False}.get(done.lower()))


def _bodies(day: DayView, local: set[int]) -> tuple[BodySeats, ...]:
    governed: dict[int, set[int]] = {}
    for row in local:
        for body in day.targets(RelationType.GOVERNED_BY, row):
            governed.setdefault(body, set()).add(row)
    return tuple(
        BodySeats(
            body,
            tuple(
                involvement(day, number)
                for number in in_order(day, set(day.into(RelationType.MEMBER_OF, body)))
            ),
            by_id(day, governed[body]),
        )
        for body in by_id(day, set(governed))
    )


def _actions(day: DayView, local: set[int]) -> tuple[ThemeActions, ...]:
    """By theme in order of id; what addresses none comes last."""
    themed: dict[int, set[int]] = {}
    others: set[int] = set()
    for row in local:
        if day.view.kind(row) in DELIVERING:
            themes = initiatives(day).themes(row)
            for theme in themes:
                themed.setdefault(theme, set()).add(row)
            if not themes:
                others.add(row)
    groups = [ThemeActions(theme, by_id(day, themed[theme])) for theme in by_id(day, set(themed))]
    if others:
        groups.append(ThemeActions(None, by_id(day, others)))
    return tuple(groups)
