"""What a person's form says of a fact, as an answer."""

from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData

from api.pages.convention.cards import NEW, Card, Entry, known_option, theme_options
from api.pages.convention.fields import PREFIX, Field, field_value, fields_of
from api.pages.convention.work import Document
from graph.errors import InvalidData, Place
from graph.view import GraphView
from importers.document.exchange import parse_fact
from importers.document.model import FRAMEWORK_DATES, Fact
from importers.document.review import Answer, Choice, check_fields, located, own_words

CLEAR = "OPEN"
"""The choice that takes an answer back, corrections with it."""
_PASSAGES = frozenset({"passage", *(f"{name}_passage" for name in FRAMEWORK_DATES)})


def read_answer(view: GraphView, document: Document, card: Card, form: FormData) -> Answer:
    """The answer that a form gives on a fact of a document.

    Keeping a fact takes what its fields say, when the form has them; a choice that is none leaves
    the earlier one, so that joining decides nothing else. Raises InvalidData (French) when a field
    is wrong.
    """
    wanted = str(form.get("choix", ""))
    if wanted in (Choice.REFUSE, Choice.NOT_SAID):
        return Answer(Choice(wanted))
    if wanted == CLEAR:
        return Answer(None)
    (read,) = [each.fact for each in located(document.reading) if each.path == card.path]
    fields = fields_of(card.list, card.path, theme_options(view))
    sent = fields if any(name.startswith(PREFIX) for name in form) else ()
    sent = tuple(each for each in sent if each.kind != "passage" or each.is_in(form))
    given = {field.name: field.read(form) for field in sent} | _joined(card, form)
    _check(view, card, read, given)
    known = {field.name: field for field in fields}
    changed = {
        name: value for name, value in given.items() if value != _was(read, name, known.get(name))
    }
    for name in changed.keys() & _PASSAGES:
        changed[name] = own_words(
            document.text, changed[name] or "", getattr(read, "mention", None)
        )
    standing = Choice(card.choice) if card.choice else None
    return Answer(Choice.KEEP if wanted == Choice.KEEP else standing, changed or None)


def refused_card(card: Card, form: FormData, message: str) -> Card:
    """The card of a form that was refused: all that was typed, and what is wrong with it."""
    entries = card.entries
    if any(name.startswith(PREFIX) for name in form):
        entries = tuple(typed(entry.field, form) for entry in entries)
    question = card.question
    if question is not None and "est" in form:
        question = replace(question, answer=str(form["est"]))
    return replace(card, entries=entries, question=question, error=message)


def typed(field: Field, form: FormData) -> Entry:
    """A field as the form sent it, whether it can be read or not."""
    name = f"{PREFIX}{field.name}"
    values = tuple(str(value) for value in form.getlist(name))
    return Entry(field, values[0] if values else "", values, bool(values))


def _joined(card: Card, form: FormData) -> dict[str, Any]:
    """What the form answers to « is it one of these? »."""
    answer = str(form.get("est", ""))
    if card.question is None or not answer:
        return {}
    candidates = [each.entity.id for each in card.question.candidates]
    if answer == NEW and card.question.may_be_new:
        return {"entity": None, "distinct": candidates}
    if answer not in candidates:
        raise InvalidData("cette réponse ne désigne aucune des entités proposées")
    return {"entity": answer, "distinct": []}


def _check(view: GraphView, card: Card, read: Fact, given: dict[str, Any]) -> None:
    """Raise InvalidData when the fact as answered is none, or tells of a person."""
    check_fields(given, Place())
    parse_fact(card.list.partition(" ")[0], {**read.model_dump(mode="json"), **given})
    entity = given.get("entity")
    if entity and view.row(entity) is None:
        raise InvalidData(f"« {entity[:60]} » n'est l'identifiant de rien dans la base")


def _was(read: Fact, name: str, field: Field | None) -> Any:
    """What the text was read to say of a field, as a form gives it."""
    value = getattr(read, name) if field is None else field_value(read, field)
    if isinstance(value, tuple):
        return list(value)
    if field and field.kind == "passage":
        return field.shown(value) or None
    return known_option(value, field.options) if field and field.kind == "select" else value
