"""Former communes: what became of every commune code since 1943.

Sources, both of the npm package ``@etalab/decoupage-administratif``: ``historique-communes.json``
of version 0.7.0, with the day of each event up to 1 January 2019, and the yearly versions after
it, which only tell in which year a commune disappeared.

A territory here is a code: a commune nouvelle that took the code of one of its communes is the
same territory, grown. A code that only changed with the département is one territory as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

Json: TypeAlias = dict[str, Any]

HISTORY_ENDS = "2019-01-01"
_BEGINNING = "1943-01-01"
_RENUMBERED = "changement de département"


class Inside(NamedTuple):
    """A former commune lies in another one: since a day, until a day or still."""

    pole: str
    since: str
    until: str | None
    source: str


@dataclass
class Commune:
    """One territory of the level of communes; dates are days, None = before 1943, or still."""

    code: str
    name: str
    created: str | None = None
    ended: str | None = None
    ended_source: str = "history"
    former_names: list[str] = field(default_factory=list)
    former_codes: dict[str, str] = field(default_factory=dict)
    """Earlier codes, each with its last day."""
    inside: list[Inside] = field(default_factory=list)
    grown: str | None = None
    """Since when it is a commune nouvelle under the code of one of its communes."""


def day_before(day: str) -> str:
    """The day before, as ISO texts."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def read_history(records: Iterable[Json]) -> dict[str, Commune]:
    """Every commune of 1943-2019 by its last code."""
    by_id = {record["id"]: record for record in records}
    last_code, former_codes = _renumbered(by_id)
    states: dict[str, list[Json]] = defaultdict(list)
    parts: dict[str, list[Json]] = defaultdict(list)
    for record in by_id.values():
        kind = states if record["type"] == "COM" else parts
        kind[last_code(record["code"])].append(record)
    communes = {}
    for code, own in states.items():
        own.sort(key=_since)
        final = own[-1]
        commune = Commune(code, final["nom"], ended=final.get("dateFin"))
        first = min([*own, *parts[code]], key=_since)
        if first.get("raisonDebut") != _RENUMBERED:
            commune.created = first.get("dateDebut")
        commune.former_names = [record["nom"] for record in reversed(own[:-1])]
        commune.former_codes = dict(former_codes.get(code, {}))
        commune.inside = _inside(code, parts[code], last_code)
        commune.grown = _grown(code, parts[code], last_code)
        communes[code] = commune
    return communes


def _since(record: Json) -> str:
    return str(record.get("dateDebut", _BEGINNING))


def _renumbered(by_id: Mapping[str, Json]) -> tuple[Any, dict[str, dict[str, str]]]:
    """A function from any code to the last one, and the earlier codes by the last one."""
    steps: list[tuple[str, str, str]] = []
    for record in by_id.values():
        after = by_id.get(record.get("successeur", ""))
        if record["type"] != "COM" or after is None or after["code"] == record["code"]:
            continue
        if _RENUMBERED in record["raisonFin"]:
            steps.append((record["dateFin"], record["code"], after["code"]))
    following: dict[str, str] = {}
    ends: dict[str, str] = {}
    for day, old, new in sorted(steps):
        following.pop(new, None)  # back to an earlier code
        following[old] = new
        ends[old] = day_before(day)

    def last_code(code: str) -> str:
        while code in following:
            code = following[code]
        return code

    former: dict[str, dict[str, str]] = defaultdict(dict)
    for old in following:
        former[last_code(old)][old] = ends[old]
    return last_code, former


def _inside(code: str, parts: Iterable[Json], last_code: Any) -> list[Inside]:
    """Where a former commune lay over time, successive records on the same one joined."""
    found: list[Inside] = []
    for record in sorted(parts, key=_since):
        pole = last_code(_pole(record))
        if pole == code:
            continue
        until = day_before(record["dateFin"]) if "dateFin" in record else None
        last = found[-1] if found else None
        if last is not None and last.pole == pole:
            if last.until is not None and (until is None or until > last.until):
                found[-1] = last._replace(until=until)
        elif last is None or last.since != _since(record):
            found.append(Inside(pole, _since(record), until, "history"))
    return found


def _grown(code: str, parts: Iterable[Json], last_code: Any) -> str | None:
    days = [
        _since(record)
        for record in parts
        if record["type"] == "COMD" and last_code(_pole(record)) == code
    ]
    return min(days, default=None)


def _pole(record: Json) -> str:
    """The code in a reference such as ``COM-14712@1972-07-01``."""
    return str(record["pole"]).partition("-")[2].partition("@")[0]


def follow_years(communes: dict[str, Commune], years: Mapping[int, list[Json]]) -> None:
    """Bring communes from the end of the history to the last year, one yearly list at a time."""
    last = max(years)
    merged = {
        old: record["code"]
        for record in years[last]
        if record["type"] == "commune-actuelle"
        for old in record.get("anciensCodes", ())
    }
    standing = {code for code, commune in communes.items() if commune.ended is None}
    for year in sorted(years):
        source, day = str(year), f"{year}-01-01"
        current = {r["code"]: r for r in years[year] if r["type"] == "commune-actuelle"}
        poles = {
            r["code"]: r["chefLieu"]
            for r in years[year]
            if r.get("chefLieu", r["code"]) != r["code"]
        }
        for code, record in current.items():
            commune = communes.setdefault(code, Commune(code, record["nom"]))
            _renamed(commune, record["nom"])
            commune.ended = None
        gone = standing - current.keys()
        for code in gone:
            communes[code].ended, communes[code].ended_source = day, source
            _move(communes, code, poles.get(code) or merged.get(code), day)
        for code in communes.keys() - current.keys() - gone:
            _move(communes, code, poles.get(code), day)
        standing = set(current)
    for code, commune in communes.items():
        if code in standing:
            commune.inside.clear()  # restored: only its own time counts
        elif commune.ended_source != "history":
            own = [r["nom"] for r in years[last] if r["code"] == code]
            _renamed(commune, own[0] if own else commune.name)


def _renamed(commune: Commune, name: str) -> None:
    if name != commune.name:
        commune.former_names.insert(0, commune.name)
        commune.name = name


def _move(communes: Mapping[str, Commune], code: str, pole: str | None, day: str) -> None:
    """Note where a former commune lies on a day, unless that was known already."""
    if pole is None or pole == code:
        return
    inside = communes[code].inside
    if inside and inside[-1].until is None:
        if pole in _around(communes, code):
            return
        inside[-1] = inside[-1]._replace(until=day_before(day))
    inside.append(Inside(pole, day, None, day[:4]))


def _around(communes: Mapping[str, Commune], code: str) -> set[str]:
    """Codes in which a commune lies now, by any number of steps."""
    found: set[str] = set()
    while (inside := communes[code].inside) and inside[-1].until is None:
        code = inside[-1].pole
        if code in found:
            break
        found.add(code)
    return found


def without_cycles(communes: Mapping[str, Commune]) -> list[tuple[str, Inside]]:
    """Take out, and return, what would put a commune inside itself at two different times.

    Two communes that were each the centre of the other in turn: the later state stays.
    """
    dropped = []
    pairs = [(code, each) for code, commune in communes.items() for each in commune.inside]
    for code, inside in sorted(pairs, key=lambda pair: (pair[1].since, pair[0])):
        if code in _reached(communes, inside.pole):
            communes[code].inside.remove(inside)
            dropped.append((code, inside))
    return dropped


def _reached(communes: Mapping[str, Commune], start: str) -> set[str]:
    """Codes in which a commune lay at any time, by any number of steps; itself included."""
    found, pending = {start}, [start]
    while pending:
        for inside in communes[pending.pop()].inside:
            if inside.pole not in found:
                found.add(inside.pole)
                pending.append(inside.pole)
    return found
