"""The document and the framework that it makes, as facts."""

from graph.errors import InvalidData
from graph.ontology import EntityKind, Value
from graph.ontology.enumerations import FRAMEWORK_KINDS
from graph.records import Entity
from graph.view.labels import folded
from importers.document.apply.confirmed import SourceDocument
from importers.document.apply.writer import Writer
from importers.document.model import FRAMEWORK_DATES, DatedEvent, FrameworkFact, Reading

_MOST_TEXT = 100_000
"""Characters that one value of the graph holds."""


def state_document(writer: Writer, source: SourceDocument, reading: Reading) -> None:
    """The Document: hash, title, date, reference; other dated events in its note."""
    if source.text is not None and len(source.text) > _MOST_TEXT:
        raise InvalidData(
            f"le texte intégral dépasse {_MOST_TEXT} caractères : l'appliquer sans le garder, "
            "les passages des faits le sont toujours",
            code="TEXT_TOO_LONG",
        )
    framework = reading.framework or FrameworkFact()
    note = " ; ".join(f"{each.what} : {each.date}" for each in reading.dates if _is_event(each))
    values: dict[str, Value | None] = {
        "name": source.title,
        "hash": source.sha256,
        "date": source.date or framework.signed,
        "reference": source.reference or framework.reference,
        "full_text": source.text,
        "note": f"autres dates lues : {note}" if note else None,
    }
    writer.entity(writer.document, EntityKind.DOCUMENT, values, (), "document")


def state_framework(writer: Writer, reading: Reading, title: str) -> str:
    """The framework with its dates and budget; its id.

    Raises InvalidData without a framework, or when two kept facts contradict one another.
    """
    fact = reading.framework
    if fact is None:
        raise InvalidData(
            "framework : ce champ manque ; tout se rattache au cadre que le document établit, en "
            "donner au moins le titre (title) et la nature (kind)",
            code="MISSING_FRAMEWORK",
        )
    name = fact.title or title
    if fact.entity is None:
        id_, record = f"fra:{writer.document.removeprefix('doc:')}", None
    else:
        id_ = writer.known(fact.entity, "framework")
        row = writer.view.row(id_)
        record = None if row is None else writer.view.entity(row)
        if record is not None and record.kind is not EntityKind.FRAMEWORK:
            raise InvalidData(f"« {id_} » n'est pas un cadre", place=writer.place("framework"))
    values = _values(fact, reading, record)
    passages = (fact.passage, fact.start_passage, fact.end_passage, fact.signed_passage)
    writer.entity(id_, EntityKind.FRAMEWORK, {"name": name, **values}, passages, "framework")
    return id_


def settled_dates(reading: Reading) -> Reading:
    """The reading, its framework with the dates that were kept elsewhere in it.

    Raises InvalidData when a date of the framework is kept with two values.
    """
    framework = reading.framework
    if framework is None:
        return reading
    paths = {name: f"framework.{name}" for name in FRAMEWORK_DATES}
    for number, event in enumerate(reading.dates):
        name = framework_date(event)
        if name is None:
            continue
        stated = getattr(framework, name)
        if stated is not None and stated != event.date:
            raise InvalidData(
                f"{paths[name]} et dates[{number}] donnent deux dates de {FRAMEWORK_DATES[name]} "
                f"({stated} ; {event.date}) : n'en garder qu'une",
                code="CONTRADICTION",
            )
        if stated is None:
            paths[name] = f"dates[{number}]"
            changes = {name: event.date, f"{name}_passage": event.passage or None}
            framework = framework.model_copy(update=changes)
    return reading.model_copy(update={"framework": framework})


def framework_date(event: DatedEvent) -> str | None:
    """The date of the framework that an event is another reading of (``start``...), or None."""
    words = folded(event.what)
    return next((name for name, word in FRAMEWORK_DATES.items() if folded(word) == words), None)


def _is_event(event: DatedEvent) -> bool:
    return framework_date(event) is None


def _values(
    fact: FrameworkFact, reading: Reading, record: Entity | None
) -> dict[str, Value | None]:
    """What the framework is given; what the graph said otherwise goes to its note."""
    kind = fact.kind if fact.kind in FRAMEWORK_KINDS else None
    values: dict[str, Value | None] = {
        "framework_kind": kind if record is None or kind else None,
        "start": fact.start,
        "end": fact.end,
        "open_ended": (fact.open_ended and fact.end is None) or None,
        "signed": fact.signed,
        "reference": fact.reference,
        "budget": _budget(reading),
    }
    if record is None:
        values["framework_kind"] = kind or "OTHER"
        values["note"] = f"nature dans le texte : {fact.kind}" if fact.kind != kind else None
        return values
    standing = {"start": record.start, "end": record.end, "signed": record.props.get("signed")}
    earlier = [
        f"{FRAMEWORK_DATES[name]} : {value} selon les sources antérieures"
        for name, value in standing.items()
        if value and values[name] and value != values[name]
    ]
    if earlier:
        values["note"] = " ; ".join(filter(None, (str(record.props.get("note", "")), *earlier)))
    if values["end"] and record.open_ended:
        return {**values, "open_ended": False}
    return values


def _budget(reading: Reading) -> float | None:
    """The budget: the amount that nobody in particular gives; InvalidData when there are two."""
    found = [
        (number, fact.amount) for number, fact in enumerate(reading.amounts) if fact.actor is None
    ]
    if len({amount for _, amount in found}) > 1:
        paths = " et ".join(f"amounts[{number}]" for number, _ in found[:3])
        raise InvalidData(
            f"{paths} donnent plusieurs budgets au cadre : n'en garder qu'un, ou dire qui donne "
            "chacun (actor)",
            code="CONTRADICTION",
        )
    return found[0][1] if found else None
