"""The fields by which a person corrects a fact, and how they are read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import FormData

from api.labels import level_label
from graph.errors import InvalidData
from graph.ontology.enumerations import ACTOR_KINDS, FRAMEWORK_KINDS, FREQUENCIES, LEVELS
from importers.document.model import FRAMEWORK_DATES, READING_ROLES, Fact
from importers.french import DATE_HINT, amount_text, read_amount, read_date

Kind = Literal["text", "list", "date", "amount", "year", "select", "checks", "check", "passage"]
_LINKS = {
    "ARTICULATED_WITH": "s'articule avec",
    "SUCCEEDS": "succède à",
    "IMPLEMENTS": "met en œuvre",
    "PART_OF": "fait partie de",
}
PREFIX = "champ-"
"""Begins the names of fields in forms."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of fact; ``options`` are the values of a list of choices; ``actor``:
    the actors of the reading are suggested."""

    name: str
    label: str
    kind: Kind = "text"
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    actor: bool = False

    def shown(self, value: Any) -> str:
        """A value as the field shows it."""
        if value is None or value == ():
            return ""
        if self.kind == "list":
            return " ; ".join(value)
        if self.kind == "passage":
            return " ".join(value.split())
        if self.kind == "amount":
            return amount_text(value)
        return str(value)

    def is_in(self, form: FormData) -> bool:
        """Whether a form has the field, filled or not; boxes that are not ticked are not sent."""
        return f"{PREFIX}{self.name}" in form

    def read(self, form: FormData) -> Any:
        """The value that a form gives; InvalidData (French) when it is none."""
        name = f"{PREFIX}{self.name}"
        if self.kind == "check":
            return self.is_in(form)
        if self.kind == "checks":
            return [str(value) for value in form.getlist(name)]
        text = " ".join(str(form.get(name, "")).split())
        if self.kind == "list":
            return [part.strip() for part in text.split(";") if part.strip()]
        if not text:
            return None
        try:
            return _READERS.get(self.kind, str)(text)
        except ValueError as error:
            raise InvalidData(f"{self.label} : {error}") from None


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ValueError(f"« {text[:20]} » n'est pas une année, par exemple 2019")
    return int(text)


def _amount(text: str) -> float:
    return float(read_amount(text))


_READERS: dict[str, Callable[[str], Any]] = {
    "date": read_date,
    "year": _year,
    "amount": _amount,
}


def _choice(name: str, label: str, choices: Mapping[str, str], kind: Kind = "select") -> Field:
    return Field(name, label, kind, tuple(choices.items()))


LEVEL_OPTIONS = tuple(
    (level.lower(), level_label(level))
    for level in ("COMMUNE", "EPCI", "EPT", "DEPARTEMENT", "REGION")
)
OPEN_END = Field("open_ended", "Sans terme, dit le texte", "check")
PASSAGE_HINT = (
    "mot pour mot : sélectionné dans le texte, tapé ou collé ; d'un long passage, ses premiers et "
    "ses derniers mots séparés par …"
)
_ENTITY = Field("entity", "Identifiant dans la base", hint="facultatif, pour un fait déjà connu")
FIELDS: dict[str, tuple[Field, ...]] = {
    "framework": (
        Field("title", "Titre"),
        _choice("kind", "Nature", FRAMEWORK_KINDS),
        Field("reference", "Référence"),
        _ENTITY,
    ),
    "actors": (
        Field("name", "Nom"),
        _choice("kind", "Nature", ACTOR_KINDS),
        _choice("roles", "Rôles", READING_ROLES, "checks"),
        Field("aliases", "Autres formes", "list", hint="séparer par ;"),
        Field("generic", "Groupe non nommé", "check"),
        _ENTITY,
    ),
    "themes": (Field("theme", "Thème", "select"),),
    "territories": (
        Field("name", "Nom"),
        Field("level", "Niveau", "select", LEVEL_OPTIONS),
        _ENTITY,
    ),
    "bodies": (
        Field("name", "Nom"),
        _choice("level", "Niveau", LEVELS),
        _choice("frequency", "Fréquence", FREQUENCIES),
        Field("members", "Membres", "list", hint="noms d'acteurs de cette lecture, séparés par ;"),
        _ENTITY,
    ),
    "dates": (
        Field("date", "Date", "date", hint=DATE_HINT),
        Field("what", "Quoi", hint=f"{', '.join(FRAMEWORK_DATES.values())} ou autre chose"),
    ),
    "articulations": (
        Field("name", "Nom"),
        _choice("kind", "Nature", FRAMEWORK_KINDS),
        _choice("relation", "Lien", _LINKS),
        _ENTITY,
    ),
    "amounts": (
        Field("amount", "Montant en euros", "amount"),
        Field("year", "Année", "year"),
        Field(
            "actor",
            "Donné par",
            hint="un acteur de cette lecture ; vide : budget du cadre",
            actor=True,
        ),
    ),
    "actions": (
        Field("name", "Nom"),
        Field("lead", "Porteur", hint="un acteur de cette lecture", actor=True),
        Field("partners", "Partenaires", "list", hint="noms d'acteurs, séparés par ;"),
        Field("audience", "Public"),
        Field("means", "Moyens"),
    ),
    "needs": (
        Field("label", "Besoin"),
        Field("indicator", "Indicateur"),
        Field("year", "Année", "year"),
    ),
}


def fields_of(list_: str, path: str, themes: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """The fields of a fact; ``themes`` are those of the vocabulary."""
    if path in _DATES:
        return _DATES[path]
    return (*own_fields(list_, themes), _passage("passage"))


def own_fields(list_: str, themes: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """The fields of a kind of fact but its passage."""
    if list_ == "themes":
        return (Field("theme", "Thème", "select", tuple(themes)),)
    return FIELDS[list_]


def _passage(name: str) -> Field:
    return Field(name, "Passage", "passage", hint=PASSAGE_HINT)


_DATES: dict[str, tuple[Field, ...]] = {
    f"framework.{name}": (
        Field(name, label.capitalize(), "date", hint=DATE_HINT),
        *([OPEN_END] if name == "end" else []),
        _passage(f"{name}_passage"),
    )
    for name, label in FRAMEWORK_DATES.items()
}


def field_value(fact: Fact, field: Field) -> Any:
    """What a fact says for a field; the actor's name stands for its mention when it has none, and
    the framework's passage for that of its dates."""
    value = getattr(fact, field.name)
    if value is None and field.name == "name":
        return getattr(fact, "mention", None)
    return fact.passage if value is None and field.kind == "passage" else value
