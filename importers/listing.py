"""Importers of published lists: what they share beside reading.

A list is a Document with a stable id, whatever its edition, so that a newer file updates the
facts of the older one instead of confirming them a second time. The edition is in its ``date``
and ``hash``.
"""

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from graph.changes import Operation
from graph.errors import Place
from graph.ontology import LIST_SEPARATOR, EntityKind
from graph.ontology.values import unique
from graph.progress import watched
from graph.view import GraphView
from graph.view.labels import folded
from importers.base import READING, Progress
from importers.cells import entity_operation, relation_operation
from importers.reading.archives import refusals

_DAY = re.compile(r"(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_COPY = re.compile(r"(?: ?\([1-9]\)| ?-? ?copie(?: ?\([1-9]\))?)+$|^copie de ", re.I)
"""What browsers and desktops add to the name of a file that they already have."""
_CHUNK = 1 << 20
_EXTENSIONS = re.compile(
    r"(?:\.(?:csv|tsv|txt|json|xlsx|xlsm|ods|xls|parquet|zip|gz|tgz|tar|bz2|xz))+$", re.I
)

FactCells: TypeAlias = Mapping[str, str]
"""Cells of a fact in the columns of a bundle: an entity's when it has a ``kind``."""


class Remark(NamedTuple):
    """What is to be said of a row in the report; a refused row states nothing."""

    place: Place
    text: str
    refused: bool = False


class Whereabouts(NamedTuple):
    """A territory that tells an actor from its homonyms, without being a fact about it."""

    actor: str
    territory: str


Told: TypeAlias = Operation | Remark | Whereabouts
"""What a list's reader yields."""


class ListImporter(ABC):
    """Reads lists into operations and remarks; ``run_import`` then reconciles and writes.

    ``reconciled`` are the kinds compared with what is known; ``distinct`` says that rows of the
    list are never two of the same, so that they need not be compared with one another;
    ``documents`` gives the Documents of lists that are shipped, by the slug of their name.
    """

    name: str
    label: str
    reconciled = frozenset({EntityKind.ACTOR})
    distinct = False
    documents: Mapping[str, str] = {}

    @abstractmethod
    def read(
        self, files: Sequence["Edition"], view: GraphView, progress: Progress
    ) -> Iterator[Told]:
        """Operations of the files in order; the view tells territories and vocabularies.

        Raises InvalidData naming file, row and column for what cannot be read.
        """


class Edition(NamedTuple):
    """One file of a list: the id of its Document, its day when the file's name tells it."""

    document: str
    title: str
    day: str | None
    digest: str
    path: Path

    def cells(self, **more: str) -> FactCells:
        """The Document of the list, at this edition."""
        date = {"date": self.day} if self.day else {}
        base = {"id": self.document, "kind": "Document", "name": self.title, "hash": self.digest}
        return base | date | more

    @property
    def place(self) -> Place:
        """Where the Document is stated: the file as a whole."""
        return Place(str(self.path))


def edition(
    path: Path, prefix: str, known: Mapping[str, str] | None = None, title: str = ""
) -> Edition:
    """The edition that a file is, its list named by ``title``, else by the file's name without
    its day nor the mark of a copy.

    ``rna_waldec_20260501_dpt_93 (1).csv`` is the edition of 1 May 2026 of ``rna waldec dpt 93``.
    ``known`` gives the Documents of lists that are shipped, by the slug of their name.
    Raises InvalidData when the file cannot be read.
    """
    stem = _EXTENSIONS.sub("", path.name)
    days = ["-".join(parts) for parts in _DAY.findall(stem)]
    bare = _COPY.sub("", _DAY.sub(" ", stem).strip()) or stem
    title = title or " ".join(bare.replace("_", " ").replace("-", " ").split()) or stem
    slug_ = slug(title)
    own = slug_ if slug_.startswith(prefix) else f"{prefix}-{slug_}"
    digest = hashlib.sha256()
    with refusals(path), path.open("rb") as stream:
        for chunk in watched(iter(lambda: stream.read(_CHUNK), b""), READING, every=16):
            digest.update(chunk)
    document = (known or {}).get(slug_, f"doc:{own}")
    return Edition(document, title, days[-1] if days else None, digest.hexdigest(), path)


def slug(text: str) -> str:
    """A text as a part of an id: ``Maison de l'Été`` is ``maison-de-l-ete``."""
    return folded(text).replace(" ", "-")


def one_line(text: str, most: int = 5000) -> str:
    """A cell's text on one line, without what a list cell or a citation would cut."""
    return " ".join(text.replace("|", "/").split())[:most]


def joined(*parts: str) -> str:
    """A list cell: each part once, empty ones left out."""
    return LIST_SEPARATOR.join(unique(parts))


def fingerprint(*parts: str) -> str:
    """A short stable mark of some texts, for ids of what bears no number."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def stated(cells: FactCells, place: Place) -> Operation:
    """The operation of a fact's cells; empty cells state nothing."""
    given = {name: text for name, text in cells.items() if text}
    if "kind" in given:
        return entity_operation(given, place)
    return relation_operation(given, place)
