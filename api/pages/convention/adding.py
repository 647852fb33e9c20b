"""The form by which a person adds a fact that the reader missed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from api.pages.convention.cards import Entry, theme_options
from api.pages.convention.fields import OPEN_END, Field, own_fields
from api.pages.convention.posting import typed
from api.pages.convention.work import Document
from graph.errors import InvalidData
from graph.view import GraphView
from importers.document.model import FRAMEWORK_DATES
from importers.document.review import Added, added_fact, open_end

_APART = frozenset({"entity", "aliases", "what"})
"""Fields that are asked on the fact's own card, or otherwise here."""
_DATES = "framework-dates"
_MENTION = Field("mention", "Nom dans le passage", hint="s'il y est nommé autrement")
_WHAT = Field("what", "Quoi", hint="délibération, vote…")
_WHICH = Field(
    "what", "Laquelle", "select", tuple((word, word) for word in FRAMEWORK_DATES.values())
)


@dataclass(frozen=True, slots=True)
class Addable:
    """A kind of fact to add: ``key`` in the form, the list of the reading that it goes to."""

    key: str
    label: str
    list: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AddForm:
    """The form as it is shown: empty, or as it was sent, with what is wrong in it."""

    kinds: tuple[Addable, ...]
    chosen: str
    passage: str = ""
    error: str = ""


def add_form(view: GraphView) -> AddForm:
    """The form, empty."""
    kinds = tuple(_addable(theme_options(view)))
    return AddForm(kinds, kinds[0].key)


def refused_form(view: GraphView, sent: FormData, message: str) -> AddForm:
    """The form as it was sent, and why it was refused."""
    form = add_form(view)
    kinds = tuple(
        replace(kind, entries=tuple(typed(each.field, _own(sent, kind)) for each in kind.entries))
        for kind in form.kinds
    )
    return AddForm(kinds, str(sent.get("genre", "")), str(sent.get("passage", "")), message)


def read_added(view: GraphView, document: Document, sent: FormData) -> Added:
    """The fact that a form adds to a document's; InvalidData (French) when it is none."""
    chosen = [kind for kind in add_form(view).kinds if kind.key == sent.get("genre")]
    if not chosen:
        raise InvalidData("dire quel fait ajouter")
    kind, passage = chosen[0], str(sent.get("passage", ""))
    given = {each.field.name: each.field.read(_own(sent, kind)) for each in kind.entries}
    if given.pop(OPEN_END.name, False):
        return open_end(document.text, document.reading, passage)
    for field in (kind.entries[0].field, *([_WHICH] if kind.key == _DATES else [])):
        if not given[field.name]:
            raise InvalidData(f"{field.label} : ce champ est vide")
    if kind.list == "actors":
        name = given["name"]
        given = {**given, "mention": given["mention"] or name}
        given["name"] = name if name != given["mention"] else None
    return added_fact(document.text, kind.list, {**given, "passage": passage})


def _own(sent: FormData, kind: Addable) -> FormData:
    """The fields of a kind of fact, under their own names."""
    prefix = f"{kind.key}:"
    return FormData(
        [
            (name.removeprefix(prefix), value)
            for name, value in sent.multi_items()
            if name.startswith(prefix)
        ]
    )


def _addable(themes: Sequence[tuple[str, str]]) -> list[Addable]:
    def kind(key: str, label: str, *more: Field, list_: str = "") -> Addable:
        fields = [each for each in own_fields(list_ or key, themes) if each.name not in _APART]
        fields[1:1] = more
        return Addable(
            key, label, list_ or key, tuple(Entry(each, "", (), is_set=False) for each in fields)
        )

    return [
        kind("actors", "Acteur", _MENTION),
        kind(_DATES, "Date du cadre", _WHICH, OPEN_END, list_="dates"),
        kind("themes", "Thème"),
        kind("territories", "Territoire"),
        kind("bodies", "Instance"),
        kind("articulations", "Autre cadre"),
        kind("actions", "Action"),
        kind("amounts", "Montant"),
        kind("needs", "Besoin"),
        kind("dates", "Autre date", _WHAT),
    ]
