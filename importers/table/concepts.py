"""What the cells of a tracking table name: themes, publics, territories, kinds of frameworks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from graph.ontology import PROPERTY, EntityKind
from graph.reconciliation import Territories
from graph.search.acronyms import acronyms
from graph.search.words import stem, telling, words
from graph.view import GraphView
from graph.view.labels import folded, labels

_STRONG = re.compile(r"[;\n|•]+|\s/\s")
_WEAK = re.compile(r"[,/]+")
_POSTAL = re.compile(r"(97\d|\d{2})\d{2,3}")


class Concepts:
    """Labels of the vocabularies of a view."""

    def __init__(self, view: GraphView, places: Territories, within: str | None) -> None:
        self._places = places
        self._within = within
        self._around: frozenset[str] = frozenset()
        self._labels = {
            kind: _labels(view, kind) for kind in (EntityKind.THEME, EntityKind.AUDIENCE)
        }

    def look_around(self, cells: Iterable[str]) -> None:
        """Note the départements of what a file's cells name without a doubt: a homonym is more
        likely there than anywhere else."""
        found: set[str] = set()
        for cell in cells:
            for _, named in self.territories(cell):
                if len(named) == 1:
                    found |= self._places.departements(named[0])
        self._around = frozenset(found)

    def named(self, kind: EntityKind, cell: str) -> Iterator[tuple[str, str | None]]:
        """Each part of a cell with the theme or public that it names, None when it names none."""
        known = self._labels[kind]
        for part in split(cell, known):
            yield part, known.get(_key(part))

    def territories(self, cell: str, near: str = "") -> Iterator[tuple[str, list[str]]]:
        """Each part of a cell with the territories that it may name.

        ``near`` is the row's département or postal code, if it says one. Homonyms are those of
        that département, else those of the départements looked around, when some are.
        """
        around = self._departements(near) or self._around
        for part in (piece for piece in _STRONG.split(cell) if piece.strip()):
            whole = self._named(part, around)
            if whole:
                yield part.strip(), whole
                continue
            for piece in filter(str.strip, _WEAK.split(part)):
                yield piece.strip(), self._named(piece, around)

    def _named(self, text: str, around: Set[str]) -> list[str]:
        found = self._places.named(text, within=self._within)
        if len(found) < 2 or not around:
            return found
        return [each for each in found if around & self._places.departements(each)] or found

    def _departements(self, near: str) -> set[str]:
        """The département that a cell names, or that of a postal code."""
        postal = _POSTAL.fullmatch(near.replace(" ", ""))
        code = postal[1] if postal else near
        return {
            each for each in self._places.named(code) if self._places.departements(each) == {each}
        }


def split(cell: str, known: Mapping[str, str]) -> list[str]:
    """The values of a cell. A comma separates unless a known label holds it (« Personnes âgées,
    autonomie »)."""
    found: list[str] = []
    for part in _STRONG.split(cell):
        if _key(part) in known:
            found.append(part.strip())
        else:
            found += [piece.strip() for piece in _WEAK.split(part)]
    return [part for part in found if part]


def actors(cell: str) -> list[str]:
    """The names of a cell of actors."""
    parts = _STRONG.split(cell) if _STRONG.search(cell) else cell.split(",")
    return [part.strip(" .-–") for part in parts if part.strip(" .-–")]


def framework_kind(text: str) -> str | None:
    """The kind of framework that a text names, by its code, label, acronym or head."""
    choices = PROPERTY["framework_kind"].choices or {}
    plain, told = folded(text), tuple(acronyms().shortened(telling(words(text))))
    for code, label in choices.items():
        names = {folded(code), folded(label)}
        if plain in names or (told and told[0] == code.lower()):
            return code
    for code, label in choices.items():
        if plain.startswith(f"{folded(label)} "):
            return code
    return None


def headed_kind(name: str) -> str | None:
    """The kind of framework whose acronym a name begins with (*CLS de Bondy*), or None."""
    head = name.split(maxsplit=1)[0] if name.split() else ""
    is_kind = head in (PROPERTY["framework_kind"].choices or {})
    return head if is_kind and head.casefold() in acronyms().meanings else None


def _labels(view: GraphView, kind: EntityKind) -> dict[str, str]:
    """Ids by folded label and code; a label that several bear is left out."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for row in view.rows_of(kind):
        record = view.entity(row)
        codes = record.props.get("code", ())
        for label in {_key(each) for each in (*labels(record), *_texts(codes))}:
            if found.setdefault(label, record.id) != record.id:
                several.add(label)
    return {label: id_ for label, id_ in found.items() if label not in several}


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _key(label: str) -> str:
    """A label whatever its plurals and tool words."""
    return " ".join(stem(word) for word in telling(words(label)))
