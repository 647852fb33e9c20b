"""What is applied: a document, the facts that a person kept, and what became of the others."""

from dataclasses import dataclass
from typing import NamedTuple

from graph.ontology import EntityKind
from graph.view import GraphView
from importers.document.model import Reading
from importers.listing import slug

_LONGEST_SLUG, _MARK = 60, 8


class SourceDocument(NamedTuple):
    """The document that was read.

    ``sha256`` is that of the file, in hexadecimal; ``text`` is given only when its full text is to
    be kept.
    """

    sha256: str
    title: str
    date: str | None = None
    reference: str | None = None
    text: str | None = None

    def id_in(self, view: GraphView) -> str:
        """The id of the Document: that of the same file when the graph has it, else a new one."""
        for row in view.rows_of(EntityKind.DOCUMENT):
            record = view.entity(row)
            if record.props.get("hash") == self.sha256:
                return record.id
        return f"doc:{slug(self.title)[:_LONGEST_SLUG].strip('-')}-{self.sha256[:_MARK]}"


@dataclass(frozen=True)
class Confirmed:
    """A reading whose every fact a person confirmed. ``told`` says, in French, what became of the
    facts that are not in it (refused, not said by the text), for the journal."""

    document: SourceDocument
    reading: Reading
    told: str = ""
