"""What a rule of the institution grammar says."""

from enum import Enum
from typing import NamedTuple, TypeAlias

Rule: TypeAlias = "tuple[str, str, Tail, str]"
"""Kind, usual name of the kind, tail, and alternatives as a pattern of folded text."""


class Tail(Enum):
    """How a name goes on after its head."""

    PLACE = "of a territory; alone it is the one of this text"
    OWN = "a name of its own; alone it is an unnamed group"
    LOCAL = "a territory or a name; alone it is one among many of its kind"
    NONE = "nothing: the head is the whole name, of one actor"
    WHOLE = "nothing: the head is the whole name, which has capitals and tells the actor"


class Head(NamedTuple):
    """A way to begin an actor's name. ``short`` is the usual name of the kind, for joining."""

    kind: str
    short: str
    tail: Tail


PLACE, OWN, LOCAL, NONE, WHOLE = Tail
INSTITUTION = (
    r"departement|conseil|ville|commune|etat|collect|pole|mairie|communaut|region|prefet|caf\b|"
    r"public|rendu|charge|municipa|civique|en |a |qui "
)
"""What *service de* may be followed by without being one service of its own."""
END = r"(?= ?[,.;:()\[\n«\"]| et (?:la |le |l'|les )| qui | a | est | dans | pour | avec | ou |$)"
