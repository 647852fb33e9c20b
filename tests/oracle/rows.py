"""Entities and relations as plain values, read from the rows of a bundle."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Row = Mapping[str, str]

FILES = ("entities.csv", "relations.csv")


def read_rows(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The entities and the relations of a bundle folder, as they are written."""
    tables: list[list[dict[str, str]]] = []
    for name in FILES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            tables.append(list(csv.DictReader(file)))
    return tables[0], tables[1]


def write_rows(folder: Path, entities: Sequence[Row], relations: Sequence[Row]) -> None:
    """A bundle folder with these rows; what a row does not hold is an empty cell."""
    tables = (entities, ["id", "kind", "name"]), (relations, ["type", "from", "to"])
    for name, (rows, first) in zip(FILES, tables, strict=True):
        columns = list(dict.fromkeys([*first, *(column for row in rows for column in row)]))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def first_day(text: str) -> date | None:
    """The day on which a date of any precision begins; an empty cell is unknown."""
    if not text:
        return None
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date | None:
    """The day on which a date of any precision ends; an empty cell is unknown."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return date(year, month, day)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Entity:
    """What decides an answer about an entity; kinds and other enumerated cells in upper case."""

    id: str
    kind: str
    start: date | None
    end: date | None
    draft: bool
    counted: bool
    actor_kind: str
    framework_kind: str
    activity_type: str
    inventory: str
    frequency: str
    held_on: date | None


@dataclass(frozen=True)
class Relation:
    """What decides an answer about a relation; `start_text` keeps the precision of the start."""

    type: str
    source: str
    target: str
    role: str
    start: date | None
    end: date | None
    start_text: str
    year: str


def read_entity(row: Row) -> Entity:
    """One row of the entities."""
    kind = row["kind"].upper()
    marked = any(row.get(column, "").lower() == "true" for column in ("generic", "family"))
    resource = kind == "SCHEME" and row.get("scheme_kind", "").upper() == "RESOURCE"
    return Entity(
        id=row["id"],
        kind=kind,
        start=first_day(row.get("start", "")),
        end=last_day(row.get("end", "")),
        draft=row.get("status", "").upper() == "DRAFT",
        counted=not marked and not resource,
        actor_kind=row.get("actor_kind", "").upper(),
        framework_kind=row.get("framework_kind", "").upper(),
        activity_type=row.get("activity_type", ""),
        inventory=row.get("inventory", "").upper(),
        frequency=row.get("frequency", "").upper(),
        held_on=last_day(row.get("date", "")),
    )


def read_relation(row: Row) -> Relation:
    """One row of the relations; the ends of the symmetric one are put in the order of ids."""
    kind = row["type"].upper()
    source, target = row["from"], row["to"]
    if kind == "ARTICULATED_WITH":
        source, target = sorted((source, target))
    role = row.get("role", "").upper()
    return Relation(
        type=kind,
        source=source,
        target=target,
        role=role,
        start=first_day(row.get("start", "")),
        end=last_day(row.get("end", "")),
        start_text=row.get("start", ""),
        year=row.get("year", "") if role == "FUNDER" else "",
    )


def in_period(fact: Entity | Relation, day: date) -> bool:
    """Does the fact's own period contain the day? Both ends count; an absent one never stops."""
    if fact.start is not None and day < fact.start:
        return False
    return fact.end is None or day <= fact.end
