"""Which list a file is an edition of: its name tells, or its user.

A wrong guess either doubles a list or marks as disappeared what another list states. So a file of
a known name that lacks most rows of the list, a file of a new name that repeats a list, and an
older edition are doubtful: somebody who is there to answer is asked which list it is, and the
report of an import that nobody watches tells the doubt, since the import can be taken back. A file
without any row is an edition of none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.changes import Operation, UpsertEntity
from graph.errors import InvalidData, Place
from graph.ontology import INITIATIVES, EntityKind
from graph.ontology.values import shown
from graph.records import source_parts
from graph.stores.base import change_id
from graph.view import GraphView
from graph.view.labels import folded
from importers.listing import Edition, ListImporter, edition

_SHARED = 0.5
"""Share of rows in common under which a file is hardly an edition of the list of its name, or is a
part of it alone; and from which a file of another name is likely an edition of a list."""
_LEAST_ROWS = 2


class KnownList(NamedTuple):
    """A list of which an edition was imported: its Document, and the change set that stated it."""

    document: str
    title: str
    day: str | None
    digest: str
    change: str


class EditionTold(NamedTuple):
    """What a report says of a file: the list that it is an edition of, the earlier edition that
    it updates (None for a new list), and a remark (French) when it may be of another one."""

    file: str
    document: str
    title: str
    day: str | None
    updates: KnownList | None
    remark: str


class UnsureEdition(InvalidData):
    """A file that may be an edition of ``known`` or not (``doubt``): its user has to tell."""

    code = "UNSURE_EDITION"

    def __init__(self, message: str, known: KnownList, place: Place) -> None:
        super().__init__(
            f"{message}. Dire quelle liste c'est (« --list » en ligne de commande) : "
            f"« {known.document} » si c'en est une édition, sinon le nom d'une autre liste",
            place=place,
        )
        self.known, self.doubt = known, message


def known_lists(view: GraphView, importer: ListImporter) -> dict[str, KnownList]:
    """The lists of an importer of which an edition was imported, by the id of their Document."""
    own = frozenset(importer.documents.values())
    found = {}
    for row in view.rows_of(EntityKind.DOCUMENT):
        record = view.entity(row)
        digest, day = record.props.get("hash", ""), record.props.get("date")
        if record.id.startswith(f"doc:{importer.name}") or record.id in own:
            change = change_id(int(view.entities.said[row]))
            name, day = record.name, None if day is None else str(day)
            found[record.id] = KnownList(record.id, name, day, str(digest), change)
    return found


def editions(
    importer: ListImporter, paths: Sequence[Path], known: Mapping[str, KnownList], named: str
) -> list[Edition]:
    """The edition that each file is. ``named`` is the list as its user gives it: the id or the
    name of a known one, or the name of a new one; empty when the file's name tells.

    Raises InvalidData when a file cannot be read, for an unknown id, or when one list is named
    for several files.
    """
    if not named:
        return [edition(path, importer.name, importer.documents) for path in paths]
    if len(paths) > 1:
        raise InvalidData("nommer une liste ne vaut que pour un fichier à la fois")
    [path] = paths
    told = edition(path, importer.name, importer.documents, named)
    for each in known.values():
        if named == each.document or folded(named) == folded(each.title):
            return [told._replace(document=each.document, title=each.title)]
    if named.startswith("doc:"):
        raise InvalidData(
            f"la liste « {shown(named)} » n'est pas connue ; connues : "
            f"{', '.join(known) or 'aucune'}",
            code="UNKNOWN_REFERENCE",
        )
    return [told]


def told_editions(
    view: GraphView,
    known: Mapping[str, KnownList],
    files: Sequence[Edition],
    operations: Iterable[Operation],
    named: str,
    *,
    asks: bool,
) -> list[EditionTold]:
    """What is to be said of each file's edition, given what it states.

    A doubt is a remark; when ``asks``, it raises UnsureEdition. Linear in the operations and the
    view.
    """
    rows = _rows(operations, {each.document for each in files})
    standing = _standing(view, known)
    return [
        _told(each, known, rows.get(each.document, {}), standing, is_named=bool(named), asks=asks)
        for each in files
    ]


def _told(
    listed: Edition,
    known: Mapping[str, KnownList],
    rows: Mapping[str, "_Row"],
    standing: Mapping[str, Mapping[str, "_Row"]],
    *,
    is_named: bool,
    asks: bool,
) -> EditionTold:
    earlier = known.get(listed.document)
    found = _remark(listed, known, rows, standing, is_named=is_named)
    if isinstance(found, _Doubt):
        if asks:
            raise UnsureEdition(found.words, found.known, listed.place)
        found = (
            f"{found.words} ; si ce n'est pas la bonne liste, annuler cet import et recommencer "
            "en la nommant (« --list »)"
        )
    return EditionTold(listed.path.name, listed.document, listed.title, listed.day, earlier, found)


class _Doubt(NamedTuple):
    """Why a file may be an edition of a known list, or not."""

    words: str
    known: KnownList


def _remark(
    listed: Edition,
    known: Mapping[str, KnownList],
    rows: Mapping[str, "_Row"],
    standing: Mapping[str, Mapping[str, "_Row"]],
    *,
    is_named: bool,
) -> str | _Doubt:
    """What to say of a file, empty when its list is sure."""
    earlier = known.get(listed.document)
    if not rows and standing.get(listed.document):
        raise InvalidData(
            "le fichier n'a aucune ligne lisible : toute la liste passerait pour disparue. Le "
            "copier de nouveau",
            code="EMPTY_LIST",
            place=listed.place,
        )
    if earlier is None:
        return _likely(known, rows, standing, is_named=is_named)
    if is_named or earlier.digest == listed.digest:
        return ""
    return _doubt_of_same(listed, earlier, rows, standing.get(earlier.document, {})) or ""


class _Row(NamedTuple):
    """What a row is about, whatever numbers it: its kind, its folded name, its start."""

    kind: EntityKind
    name: str
    start: object


def _rows(operations: Iterable[Operation], documents: set[str]) -> dict[str, dict[str, _Row]]:
    """By document, the initiatives that its rows state, or the actors of a list of actors."""
    found: dict[str, dict[str, _Row]] = {}
    for each in operations:
        if isinstance(each, UpsertEntity) and each.kind is not None and each.place.row:
            row = _Row(
                each.kind, folded(str(each.values.get("name", ""))), each.values.get("start")
            )
            for document in _documents(each.sources) & documents:
                found.setdefault(document, {})[each.id] = row
    return {document: _subjects(rows) for document, rows in found.items()}


def _standing(view: GraphView, known: Mapping[str, KnownList]) -> dict[str, dict[str, _Row]]:
    """By list, what its earlier editions stated."""
    found: dict[str, dict[str, _Row]] = {}
    for row in view.rows_of(EntityKind.ACTOR, *INITIATIVES) if known else ():
        record = view.entities.records[row]
        for document in _documents(record.sources) & known.keys():
            told = _Row(record.kind, folded(record.name), record.start)
            found.setdefault(document, {})[record.id] = told
    return {document: _subjects(rows) for document, rows in found.items()}


def _subjects(rows: dict[str, _Row]) -> dict[str, _Row]:
    initiatives = {id_: row for id_, row in rows.items() if row.kind in INITIATIVES}
    return initiatives or {id_: row for id_, row in rows.items() if row.kind is EntityKind.ACTOR}


def _documents(sources: Iterable[str]) -> set[str]:
    return {source_parts(source)[0] for source in sources}


def _doubt_of_same(
    listed: Edition, earlier: KnownList, rows: Mapping[str, _Row], before: Mapping[str, _Row]
) -> _Doubt | None:
    """The doubt on what has the name of a list, and is hardly an edition of it, or an older one."""
    if listed.day and earlier.day and listed.day < earlier.day:
        return _Doubt(
            f"ce fichier est l'édition du {listed.day} de la liste « {shown(listed.title)} », dont "
            f"celle du {earlier.day} est déjà importée ({earlier.change})",
            earlier,
        )
    shared = len(rows.keys() & before.keys())
    if shared < _SHARED * len(before):
        return _Doubt(
            f"ce fichier a le nom de la liste « {shown(listed.title)} », déjà importée "
            f"({earlier.change}), mais {shared or 'aucune'} de ses {len(before)} lignes",
            earlier,
        )
    return None


def _likely(
    known: Mapping[str, KnownList],
    rows: Mapping[str, _Row],
    standing: Mapping[str, Mapping[str, _Row]],
    *,
    is_named: bool,
) -> str | _Doubt:
    """What to say of a new list that repeats a known one; a doubt when it would double it."""
    for document, before in standing.items():
        shared = sum(_among(rows, before))
        if shared < max(_LEAST_ROWS, _SHARED * len(rows)):
            continue
        told = (
            f"{shared} de ses {len(rows)} lignes sont déjà dans la liste "
            f"« {shown(known[document].title)} » ({known[document].change})"
        )
        if is_named:
            return told
        if shared > len(rows.keys() & before.keys()):  # other numbers: they would stand twice
            return _Doubt(f"ce fichier a un nouveau nom, et {told}", known[document])
        return f"{told} ; si c'en est une édition : --list {document}"
    return ""


def _among(rows: Mapping[str, _Row], before: Mapping[str, _Row]) -> Iterator[bool]:
    """For each row, whether the list has it, under its number or another."""
    told = set(before.values())
    yield from (id_ in before or row in told for id_, row in rows.items())
