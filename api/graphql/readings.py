"""Documents read and readings applied, in GraphQL."""

import base64
import binascii

import orjson
import strawberry

from api.graphql.context import Info
from graph.dates import parse_date, today
from graph.errors import InvalidData, MaillageError, Place
from importers import no_progress
from importers.document.apply import Confirmed, SourceDocument, apply_reading
from importers.document.exchange import read_reading, write_reading
from importers.document.model import SHA256
from importers.document.read import ReadDocument, read_document
from importers.document.review import check_added, check_passages, check_source

_FILE = "lecture"
"""How messages name a reading that has no file."""


@strawberry.input(description="A file to read; larger ones go to POST /graphql/document.")
class ReadDocumentInput:
    name: str = strawberry.field(description="Its name; the ending tells PDF, DOCX, ODT or text.")
    content: str = strawberry.field(description="Its bytes in base64.")


@strawberry.type(description="What was read in a document; nothing is stored.")
class DocumentRead:
    sha256: str = strawberry.field(description="SHA-256 of the bytes, in hexadecimal.")
    title: str = strawberry.field(description="Its title.")
    kind: str = strawberry.field(description="What it is: convention, fiche action...")
    text: str = strawberry.field(description="The text that passages quote.")
    reading: str = strawberry.field(
        description="The proposed facts as JSON, in the format of `maillage read --json`."
    )


@strawberry.input(description="The document that a reading is of.")
class SourceDocumentInput:
    sha256: str = strawberry.field(description="SHA-256 of its bytes, in hexadecimal.")
    title: str = strawberry.field(description="Its title.")
    date: str | None = strawberry.field(default=None, description="Its date, when known.")
    reference: str | None = strawberry.field(default=None, description="Its reference.")
    full_text: str | None = strawberry.field(
        default=None,
        description="Its whole text, to keep it in the graph too; seldom wanted. "
        "Passages that are not in it are refused (MISQUOTED).",
    )


@strawberry.input(description="A reading that a person confirmed.")
class ApplyReadingInput:
    document: SourceDocumentInput = strawberry.field(description="The document.")
    reading: str = strawberry.field(
        description="The confirmed facts as JSON, in the format of `maillage read --json`."
    )
    dry_run: bool = strawberry.field(
        default=False, description="Say what would change; write nothing."
    )


@strawberry.type(description="What became of a reading.")
class ReadingResult:
    change_set: strawberry.ID | None = strawberry.field(
        description="Its id in the journal; null when nothing was written."
    )
    revision: int = strawberry.field(description="The revision of the graph now.")
    created: int = strawberry.field(description="Facts that are new.")
    changed: int = strawberry.field(description="Facts that change.")
    unchanged: int = strawberry.field(description="Facts that the graph knew already.")
    remarks: list[str] = strawberry.field(description="What could not be written, in French.")
    errors: list[str] = strawberry.field(
        description="What stood in the way, in French; nothing is written then."
    )
    codes: list[str] = strawberry.field(description="Code of each error.")


@strawberry.type
class Readings:
    """The mutations on documents."""

    @strawberry.mutation(description="Propose the facts of a document; nothing is stored.")
    def read_document(self, info: Info, input: ReadDocumentInput) -> DocumentRead:
        try:
            content = base64.b64decode(input.content, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidData("« content » n'est pas du base64", code="INVALID_VALUE") from None
        day = info.context.repository.view().on(today())
        return DocumentRead(**document_json(read_document(input.name, content, day, no_progress)))

    @strawberry.mutation(description="Apply a confirmed reading as one change set.")
    def apply_reading(self, info: Info, input: ApplyReadingInput) -> ReadingResult:
        repository = info.context.repository
        try:
            reading = read_reading(input.reading.encode("utf-8", "replace"), _FILE)
            confirmed = Confirmed(_source(input.document), reading)
            check_source(confirmed.document.sha256, reading, _FILE)
            check_added(reading, _FILE)
            if confirmed.document.text:
                check_passages(confirmed.document.text, reading, _FILE)
            done = apply_reading(
                repository,
                confirmed,
                author=info.context.author,
                file=_FILE,
                dry_run=input.dry_run,
            )
        except MaillageError as error:
            revision = repository.view().revision
            return ReadingResult(
                change_set=None,
                revision=revision,
                created=0,
                changed=0,
                unchanged=0,
                remarks=[],
                errors=[str(error)],
                codes=[error.code],
            )
        return ReadingResult(
            change_set=None if done.change_set is None else strawberry.ID(done.change_set),
            revision=repository.view().revision,
            created=done.created,
            changed=done.changed,
            unchanged=done.unchanged,
            remarks=list(done.remarks),
            errors=[],
            codes=[],
        )


def document_json(read: ReadDocument) -> dict[str, str]:
    """A document that was read, as the fields of ``DocumentRead``."""
    return {
        "sha256": read.sha256,
        "title": read.title,
        "kind": read.kind,
        "text": read.text,
        "reading": orjson.dumps(write_reading(read.reading)).decode(),
    }


def _source(given: SourceDocumentInput) -> SourceDocument:
    """The document as given; InvalidData names the field that is wrong."""
    sha256 = given.sha256.strip().lower()
    if not SHA256.fullmatch(sha256):
        raise InvalidData(
            "il faut les 64 chiffres hexadécimaux de l'empreinte du fichier",
            code="INVALID_VALUE",
            place=Place("document").at_column("sha256"),
        )
    if not given.title.strip():
        raise InvalidData(
            "le titre est vide", code="INVALID_VALUE", place=Place("document").at_column("title")
        )
    try:
        date = parse_date(given.date) if given.date else None
    except ValueError as error:
        place = Place("document").at_column("date")
        raise InvalidData(str(error), code="INVALID_VALUE", place=place) from None
    return SourceDocument(sha256, given.title, date, given.reference or None, given.full_text)
