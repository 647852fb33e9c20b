"""Where the columns of a tracking table are: guessed, or given by a small YAML, or saved as one.

feuilles: [Suivi 2024]        # those to read; all that have an action column when absent
territoire: Seine-Saint-Denis # where ambiguous names of communes are
colonnes:                     # name of ours: title in the file
  action: Intitulé du projet
  porteur: Structure
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from importers.columns import Column, Columns, Header, header_of
from importers.reading.archives import refusals
from importers.reading.tables import opened_tables
from importers.table.columns import KNOWN, NAMES

_MOST_BYTES = 100_000
_KEYS = ("feuilles", "territoire", "colonnes")


@dataclass(frozen=True)
class Layout:
    """What a mapping file says; empty when everything is to be guessed."""

    sheets: tuple[str, ...] = ()
    territory: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> Columns:
        """The columns to look for: those given alone, or all that are known."""
        if not self.titles:
            return KNOWN
        return Columns(
            *(
                Column(name, (title,), required=True, only=True)
                for name, title in self.titles.items()
            )
        )


class Guess(NamedTuple):
    """What was understood of a sheet: titles of the file by our names, and those not read."""

    file: str
    row: int
    titles: dict[str, str]
    unread: tuple[str, ...]


def guesses(path: Path, layout: Layout) -> list[Guess]:
    """What is understood of each sheet of a file that has the columns; nothing is imported."""
    columns = layout.columns()
    found = []
    for table in opened_tables(path):
        header, _ = header_of(table.rows, columns)
        if len(header.places) > 1 and not columns.missing(header.places):
            unread = (
                title.strip()
                for place, title in enumerate(header.titles)
                if place not in header.places and title.strip()
            )
            found.append(Guess(table.file, header.row, titles_of(header), tuple(unread)))
    return found


def titles_of(header: Header) -> dict[str, str]:
    """The file's titles by our names, in our order."""
    titles = {name: header.titles[place].strip() for place, name in header.places.items()}
    return {name: titles[name] for name in NAMES if name in titles}


def read_layout(path: Path) -> Layout:
    """The layout that a YAML file gives; InvalidData when it is none."""
    with refusals(path), path.open("rb") as stream:
        return parsed_layout(stream.read(_MOST_BYTES), Place(str(path)))


def parsed_layout(content: bytes, place: Place) -> Layout:
    """The layout that a YAML text gives, ``place`` naming it; InvalidData when it is none."""
    try:
        given = yaml.safe_load(content[:_MOST_BYTES])
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InvalidData(
            "la correspondance ne se lit pas comme du YAML", code="INVALID_YAML", place=place
        ) from None
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise InvalidData("il faut des lignes « clé: valeur »", code="INVALID_YAML", place=place)
    _check_keys(given, _KEYS, place)
    titles = given.get("colonnes") or {}
    if not isinstance(titles, dict):
        raise InvalidData("« colonnes » attend « nom: titre »", code="INVALID_YAML", place=place)
    _check_keys(titles, NAMES, place)
    if titles and "action" not in titles:
        raise InvalidData("« colonnes » doit donner « action »", code="INVALID_YAML", place=place)
    sheets = given.get("feuilles") or ()
    names = (sheets,) if isinstance(sheets, str) else tuple(map(str, sheets))
    return Layout(
        names, str(given.get("territoire") or ""), {name: str(titles[name]) for name in titles}
    )


def layout_text(guess: Guess, layout: Layout) -> str:
    """A layout as the YAML that ``read_layout`` reads."""
    content: dict[str, Any] = {"territoire": layout.territory, "feuilles": list(layout.sheets)}
    kept = {name: value for name, value in content.items() if value}
    text: str = yaml.safe_dump(
        {**kept, "colonnes": guess.titles}, allow_unicode=True, sort_keys=False
    )
    return text


def _check_keys(given: Mapping[Any, Any], allowed: Sequence[str], place: Place) -> None:
    for key in given:
        if key not in allowed:
            raise InvalidData(
                f"clé inconnue « {shown(str(key))} » ; clés admises : {', '.join(allowed)}",
                code="UNKNOWN_COLUMN",
                place=place,
            )
