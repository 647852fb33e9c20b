"""A reading: the facts proposed from one document, each with the passage that says it.

Facts are frozen and compare by value. Lists keep the order of the text. Names are the text's own
until somebody joins them to the graph; dates are at the precision of the text, absent when it is
silent. ``importers.document.exchange`` reads and writes readings as JSON.
"""

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from graph.dates import parse_date
from graph.ontology.enumerations import ACTOR_KINDS, FREQUENCIES, INVOLVEMENT_ROLES, LEVELS

SHA256 = re.compile(r"[0-9a-f]{64}")
MENTIONED = "MENTIONED"
"""Role of an actor that the text names without saying what it does: involved, without role."""
READING_ROLES = {**INVOLVEMENT_ROLES, MENTIONED: "cité"}
"""Roles that a reading may give to an actor, with their French labels."""
PROBABLE = "probable"
"""Said of a role or a date that no rule reads, and that the words around make likely."""
FRAMEWORK_DATES = {"start": "début", "end": "fin", "signed": "signature"}
"""The dates of a framework. A ``DatedEvent`` whose ``what`` is one of these words is another date
that the text gives for the same thing: a contradiction for a person to settle."""
LinkType: TypeAlias = Literal["ARTICULATED_WITH", "SUCCEEDS", "IMPLEMENTS", "PART_OF"]
"""How a framework stands to another one that its text names."""
SkippedKind: TypeAlias = Literal["PERSON", "CONTACT"]
"""What is left out on purpose: names of persons, their telephones and addresses."""


def _one_of(members: dict[str, str]) -> BeforeValidator:
    def read(value: object) -> object:
        if value is None or value == "":
            return None
        member = str(value).strip().upper()
        if member not in members:
            raise ValueError(f"« {value} » est inconnu ; valeurs admises : {', '.join(members)}")
        return member

    return BeforeValidator(read)


def _kind(value: object) -> object:
    return value.strip().upper().replace(" ", "_") or None if isinstance(value, str) else value


def _digest(value: str | None) -> str | None:
    if value is None or SHA256.fullmatch(value.lower()):
        return value and value.lower()
    raise ValueError("il faut les 64 chiffres hexadécimaux d'une empreinte SHA-256")


def _stated(value: str) -> str:
    if not value.strip():
        raise ValueError("ce champ est vide")
    return " ".join(value.split())


Name: TypeAlias = Annotated[str, AfterValidator(_stated)]
"""A text that must say something; its spaces and line ends become single spaces."""
Date: TypeAlias = Annotated[
    str | None,
    BeforeValidator(lambda value: None if value == "" else value),
    AfterValidator(lambda value: value if value is None else parse_date(value)),
]
ActorKind: TypeAlias = Annotated[str | None, _one_of(ACTOR_KINDS)]
Level: TypeAlias = Annotated[str | None, _one_of(LEVELS)]
Frequency: TypeAlias = Annotated[str | None, _one_of(FREQUENCIES)]
Role: TypeAlias = Annotated[str, _one_of(READING_ROLES)]
Sha256: TypeAlias = Annotated[str | None, AfterValidator(_digest)]
"""A SHA-256 in hexadecimal."""
FrameworkKind: TypeAlias = Annotated[str | None, BeforeValidator(_kind)]
"""A ``framework_kind`` of the contract, or any other acronym (PRS, PTSM, QPV)."""


class Part(BaseModel):
    """Base of all that a reading is made of: frozen, no unknown field, no conversion of types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Fact(Part):
    """One proposed fact.

    ``passage`` is an exact quote of the text; only spaces, line ends and the shape of apostrophes
    may differ. ``labelled``: it stood in a labelled block (parties, "Porteur : ..."), so that a
    person finds it ticked. ``added``: the reader missed it, a person added it.
    """

    passage: str = ""
    labelled: bool = False
    added: bool = False


class Joined(Fact):
    """A fact about something that the graph may know already.

    ``entity`` is the id of what a person says that it is; ``distinct`` are ids of what a person
    says that it is not. Without either, what is surely the same is joined and doubts are asked.
    """

    entity: str | None = None
    distinct: tuple[str, ...] = ()


class FrameworkFact(Joined):
    """The framework that the document makes or describes; its dates are its validity.

    Each date may have a passage of its own (``start_passage``...); without, ``passage`` says it.
    ``likely`` names the dates (``start``...) that no rule reads, and that the words around make
    probable.
    """

    kind: FrameworkKind = None
    title: str | None = None
    start: Date = None
    end: Date = None
    open_ended: bool = False
    signed: Date = None
    reference: str | None = None
    start_passage: str | None = None
    end_passage: str | None = None
    signed_passage: str | None = None
    likely: tuple[str, ...] = ()


class ActorFact(Joined):
    """An actor, once, however often the text names it; its passage contains its ``mention``.

    ``name`` is the full name when the mention is a short one, ``aliases`` the other forms met,
    ``generic`` an unnamed group ("des bailleurs"). No role = named, nothing more. ``likely`` are
    the roles that no rule reads, and that the words around make probable.
    """

    mention: Name
    name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: ActorKind = None
    roles: tuple[Role, ...] = ()
    likely: tuple[Role, ...] = ()
    generic: bool = False

    @property
    def role_words(self) -> list[str]:
        """The roles in French, those that are only likely said to be."""
        return [
            f"{READING_ROLES[role]} ({PROBABLE})" if role in self.likely else READING_ROLES[role]
            for role in self.roles
        ]

    @property
    def called(self) -> str:
        """The name to show and to keep."""
        return self.name or self.mention


class ThemeFact(Fact):
    """A theme that the text is about, by its id in the vocabulary."""

    theme: Name


class TerritoryFact(Joined):
    """A territory that the framework covers; ``level`` as the text says it (commune, epci...)."""

    name: Name
    level: str | None = None


class BodyFact(Joined):
    """A governance body; ``members`` are mentions or names of actors."""

    name: Name
    level: Level = None
    frequency: Frequency = None
    members: tuple[str, ...] = ()


class DatedEvent(Fact):
    """Another dated event (``what``: délibération, vote...), see also ``FRAMEWORK_DATES``."""

    date: Annotated[str, AfterValidator(parse_date)]
    what: str = ""


class ArticulationFact(Joined):
    """Another framework that the text names, and how this one stands to it."""

    name: Name
    kind: FrameworkKind = None
    relation: LinkType = "ARTICULATED_WITH"


class AmountFact(Fact):
    """Euros: what ``actor`` (a mention or name) gives, or the framework's budget without one."""

    amount: float
    year: int | None = None
    actor: str | None = None


class ActionFact(Fact):
    """An action of the framework; ``lead`` and ``partners`` are mentions or names of actors.

    ``audience`` and ``means`` are in the text's words.
    """

    name: Name
    lead: str | None = None
    partners: tuple[str, ...] = ()
    audience: str | None = None
    means: str | None = None


class NeedFact(Fact):
    """A need that the text reports, with the indicator that shows it and its year."""

    label: Name
    indicator: str | None = None
    year: int | None = None


class Skipped(Part):
    """What was left out on purpose: how many, never who."""

    kind: SkippedKind
    count: int


class Reading(Part):
    """All that was found in one document; ``sha256`` is that of its file, when it is known."""

    sha256: Sha256 = None
    framework: FrameworkFact | None = None
    actors: tuple[ActorFact, ...] = ()
    themes: tuple[ThemeFact, ...] = ()
    territories: tuple[TerritoryFact, ...] = ()
    bodies: tuple[BodyFact, ...] = ()
    dates: tuple[DatedEvent, ...] = ()
    articulations: tuple[ArticulationFact, ...] = ()
    amounts: tuple[AmountFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    needs: tuple[NeedFact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
