"""Rows of a bundle (contract, "Bundle"), and writing them as a folder that imports the same way."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Row = Mapping[str, str]
"""Cells by column; an absent or empty cell states nothing."""

ENTITY_COLUMNS = [
    "id",
    "kind",
    "name",
    "alias",
    "actor_kind",
    "framework_kind",
    "scheme_kind",
    "territory_level",
    "status",
    "start",
    "end",
    "signed",
    "date",
    "activity_type",
    "code",
    "cog",
    "siren",
    "inventory",
    "reference",
    "description",
    "note",
    "source",
]
RELATION_COLUMNS = ["type", "from", "to", "role", "start", "end", "note", "source"]


@dataclass
class Bundle:
    """Entities and relations in the order in which they are stated."""

    entities: list[Row] = field(default_factory=list)
    relations: list[Row] = field(default_factory=list)

    def entity(self, id: str, kind: str, name: str, **cells: str) -> None:
        """State an entity."""
        self.entities.append({"id": id, "kind": kind, "name": name, **cells})

    def relation(self, type_: str, origin: str, target: str, **cells: str) -> None:
        """State a relation."""
        self.relations.append({"type": type_, "from": origin, "to": target, **cells})


def listed(parts: Iterable[str]) -> str:
    """A list cell: each part once."""
    return "|".join(dict.fromkeys(part for part in parts if part))


def write_bundle(bundle: Bundle, folder: Path, *, compressed: bool = False) -> list[Path]:
    """Write both tables, sorted so that the same facts give the same bytes; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    entities = sorted(bundle.entities, key=lambda row: (row["kind"] != "Document", row["id"]))
    relations = sorted(
        bundle.relations, key=lambda row: [row.get(name, "") for name in RELATION_COLUMNS]
    )
    return [
        _write(folder / "entities.csv", ENTITY_COLUMNS, entities, compressed),
        _write(folder / "relations.csv", RELATION_COLUMNS, relations, compressed),
    ]


def _write(path: Path, columns: Sequence[str], rows: Sequence[Row], compressed: bool) -> Path:
    used = [name for name in columns if any(row.get(name) for row in rows)]
    unknown = {name for row in rows for name in row} - set(columns)
    assert not unknown, f"columns without a place: {sorted(unknown)}"
    text = io.StringIO()
    writer = csv.DictWriter(text, used, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode("utf-8")
    if compressed:
        path = path.with_name(f"{path.name}.gz")
        content = gzip.compress(content, 9, mtime=0)
    path.write_bytes(content)
    return path
