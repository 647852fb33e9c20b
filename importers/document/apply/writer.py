"""The operations of one document as they are written, and what of it could not be."""

from collections.abc import Iterable, Mapping

from graph.changes import Operation, RetractRelation, UpsertEntity, UpsertRelation
from graph.errors import Place, UnknownReference
from graph.ontology import LIST_SEPARATOR, EntityKind, RelationType, Value
from graph.ontology.values import shown, unique
from graph.records import SOURCE_LOCATOR, Relation, source_parts
from graph.view import GraphView
from importers.listing import fingerprint, one_line, slug

_LONGEST_PASSAGE = 1000
_LONGEST_SLUG, _MARK = 60, 6
_LONGEST_NAME = 300


class Writer:
    """Collects what a reading states. ``file`` names the reading in messages."""

    def __init__(self, view: GraphView, document: str, file: str | None) -> None:
        self.view = view
        self.document = document
        self.operations: list[Operation] = []
        self.remarks: list[str] = []
        self.ids: dict[str, str] = {}
        self._file = file

    def place(self, path: str) -> Place:
        """Where a fact stands: ``lecture.json, actors[3]``."""
        return Place(f"{self._file}, {path}" if self._file else path)

    def new_id(self, prefix: str, words: str) -> str:
        """An id that the document and the text's words make, the same at each application."""
        mark = fingerprint(self.document, slug(words))[:_MARK]
        return f"{prefix}:{slug(words)[:_LONGEST_SLUG].strip('-')}-{mark}"

    def known(self, id_: str, path: str) -> str:
        """An id that a person gave, led to what stands for it; UnknownReference when unknown."""
        row = self.view.row(id_)
        if row is None:
            raise UnknownReference(
                f"« {shown(id_)} » n'est pas dans la base : donner l'identifiant d'une entité",
                place=self.place(path).at_column("entity"),
            )
        return self.view.entity(row).id

    def entity(
        self,
        id_: str,
        kind: EntityKind,
        values: Mapping[str, Value | None],
        passages: Iterable[str | None],
        path: str,
    ) -> None:
        """State an entity, the one of a path. A name that the graph has stays: a text that cites
        does not rename."""
        self.ids[path] = id_
        given = {name: value for name, value in values.items() if value not in (None, "", ())}
        if isinstance(name := given.get("name"), str):
            given["name"] = shown(one_line(name), _LONGEST_NAME)
        if self.view.stated_row(id_) is not None:
            given.pop("name", None)
            given.pop("alias", None)
        sources = unique(self.source(each) for each in passages if each) or (self.document,)
        self.operations.append(UpsertEntity(id_, kind, given, sources, self.place(path)))

    def relation(
        self,
        type_: RelationType,
        origin: str,
        target: str,
        passage: str,
        path: str,
        values: Mapping[str, Value | None] | None = None,
    ) -> None:
        """State a relation, at the start that it has when another source states it already.

        A start that this document alone gave, in an earlier application, is corrected.
        """
        given = dict(values or {})
        standing = self._standing(type_, origin, target, given)
        if all(each.start != given.get("start") for each in standing):
            for each in standing:
                if {source_parts(source)[0] for source in each.sources} == {self.document}:
                    self.operations.append(RetractRelation(*each.key, self.place(path)))
                else:
                    given["start"] = each.start
        stated = {name: value for name, value in given.items() if value is not None}
        sources = (self.source(passage),)
        self.operations.append(
            UpsertRelation(type_, origin, target, stated, sources, self.place(path))
        )

    def source(self, passage: str | None) -> str:
        """The document, with the passage as locator."""
        words = shown(one_line(passage or ""), _LONGEST_PASSAGE)
        return f"{self.document}{SOURCE_LOCATOR}{words}" if words else self.document

    def _standing(
        self, type_: RelationType, origin: str, target: str, given: Mapping[str, Value | None]
    ) -> list[Relation]:
        """Relations of the graph that say the same, whatever their start."""
        row, end = self.view.row(origin), self.view.row(target)
        if row is None or end is None:
            return []
        columns = self.view.relations
        numbers = self.view.adjacency(type_, outgoing=True).of(row)
        found = [
            self.view.stated_relation(number)
            for number in numbers[columns.visible[numbers]].tolist()
            if int(columns.target[number]) == end
        ]
        return [
            each
            for each in found
            if each.role == given.get("role") and each.year == given.get("year")
        ]


def listed(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts as a list value: each once, on one line, without what separates lists."""
    return unique(one_line(text).replace(LIST_SEPARATOR, "/") for text in texts)
