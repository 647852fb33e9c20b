"""The columns of random facts: what they say, and when they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.oracle.chances import Mood, Rule
from tests.oracle.rows import add_months, first_day, last_day

SHAPES = ("since", "until", "both", "open", "over", "ahead")
_ACTOR_KINDS = (
    *("COMMUNE", "EPCI", "EPT", "DEPARTEMENT", "REGION", "ETAT", "CAF", "CAF", "CPAM", "ARS"),
    *("ASSOCIATION", "CENTRE_SOCIAL", "SERVICE", "SERVICE", "SERVICE"),
)
_STATUSES = (*[""] * 10, "ACTIVE", "active", "SIGNED", "ENDED", "RENEWING", "draft", "DRAFT")


@dataclass(frozen=True)
class Scene:
    """The day around which the periods of a bundle lie, and what it leans to."""

    anchor: date
    mood: Mood


def details(chances: Random, scene: Scene, kind: str) -> dict[str, str]:
    """The columns of an entity beyond its id, kind and name; some cells are empty."""
    pick, chance = chances.choice, chances.random
    cells: dict[str, str] = {}
    match kind:
        case "ACTOR":
            cells["actor_kind"] = pick(_ACTOR_KINDS)
            cells["generic"] = "true" if chance() < 0.12 else pick(("", "", "false"))
        case "FRAMEWORK":
            cells["framework_kind"] = pick(scene.mood.frameworks)
            cells["family"] = "true" if chance() < 0.12 else pick(("", "", "false"))
            cells["inventory"] = pick(("", "COMPLETE", "EXAMPLES"))
        case "SCHEME":
            cells["scheme_kind"] = pick(("", "POLICY", "policy", "RESOURCE"))
        case "ACTION":
            cells["activity_type"] = pick(("", "ATELIER", "PERMANENCE", "PERMANENCE"))
        case "BODY" | "NEED":
            cells["generic"] = "true" if chance() < 0.25 else ""
            if kind == "BODY":
                cells["frequency"] = pick(("", "MONTHLY", "yearly", "OTHER"))
        case "MEETING":
            cells["date"] = _written(
                chances, _near(chances, scene.anchor, pick((-1, -1, -1, 1)), (0, 1, 12, 12, 30))
            )
    if kind in {"FRAMEWORK", "SCHEME", "ACTION"}:
        cells["status"] = pick(_STATUSES)
    if kind in {"ACTOR", "FRAMEWORK", "SCHEME", "ACTION", "BODY", "NEED"}:
        cells |= period(chances, scene) if chance() < scene.mood.dated else {}
    return cells


def relation_details(chances: Random, scene: Scene, rule: Rule, bare: bool) -> dict[str, str]:
    """The columns of a relation beyond its type and ends: its role alone when it is bare."""
    cells = {"role": chances.choice(rule.roles)}
    if bare:
        return cells
    if chances.random() < rule.dated:
        cells |= period(chances, scene)
    match rule.type, cells["role"]:
        case _, "FUNDER":
            cells |= {"amount": "1500.5", "year": chances.choice(("2014", "2015", ""))}
        case "COVERS", _:
            cells["extent"] = chances.choice(("", "WHOLE", "PARTIAL"))
        case "ARTICULATED_WITH", _:
            cells["intensity"] = chances.choice(("", "1", "5"))
    cells["source"] = chances.choice(("", "", "doc:1", "doc:1#art. 3"))
    return cells


def period(chances: Random, scene: Scene) -> dict[str, str]:
    """A period: most often one that contains the anchor, at times just not."""
    anchor, months = scene.anchor, scene.mood.months
    past, future = _near(chances, anchor, -1, months), _near(chances, anchor, 1, months)
    shape = chances.choices(SHAPES, scene.mood.shapes)[0]
    cells: dict[str, str] = {}
    match shape:
        case "since":
            cells["start"] = _written(chances, past)
        case "until":
            cells["end"] = _written(chances, future)
        case "both":
            cells = {"start": _written(chances, past), "end": _written(chances, future)}
        case "open":
            cells = {"start": chances.choice(("", _written(chances, past))), "open_ended": "true"}
        case "over":
            start = _written(chances, _near(chances, past, -1, months))
            ended = _written(chances, min(past, anchor - timedelta(days=1)))
            cells = {"start": chances.choice(("", start)), "end": ended}
        case "ahead":
            later = _written(chances, max(future, anchor + timedelta(days=1)))
            cells = {"start": later, "open_ended": chances.choice(("", "false"))}
    first, last = first_day(cells.get("start", "")), last_day(cells.get("end", ""))
    if first is not None and last is not None and last < first:
        del cells["start"]
    return cells


def _near(chances: Random, day: date, sign: int, months: tuple[int, ...]) -> date:
    """A day so many months before or after another, or the day next to it."""
    moved = add_months(day, sign * chances.choice(months))
    return moved + timedelta(days=chances.choice((-1, 0, 0, 1)) if moved != day else 0)


def _written(chances: Random, day: date) -> str:
    """A date at some precision: to the day most often, else to the month or the year."""
    return day.isoformat()[: chances.choice((10, 10, 10, 7, 4))]
