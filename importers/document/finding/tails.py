"""How the name of an actor goes on after its head, and what ends a name that has no tail."""

from enum import Enum
from typing import TypeAlias


class Tail(Enum):
    """How a name goes on after its head."""

    PLACE = "of a territory; alone it is the one of this text"
    OWN = "a name of its own; alone it is an unnamed group"
    LOCAL = "a territory or a name; alone it is one among many of its kind"
    NONE = "nothing: the head is the whole name, of one actor"
    WHOLE = "nothing: the head is the whole name, which has capitals and tells the actor"


Row: TypeAlias = tuple[str, str, Tail, str]
"""Kind of actor, usual short name, how the name goes on, and the pattern of the head: on folded
text; ``@`` marks an acronym, which counts with capitals only."""

INSTITUTION = (
    r"departement|conseil|ville|commune|etat|collect|pole|mairie|communaut|region|prefet|caf\b|"
    r"public|rendu|charge|municipa|civique|en |a |qui "
)
"""What *service de* may be followed by without being one service of its own."""
END = r"(?= ?[,.;:()\[\n«\"]| et (?:la |le |l'|les )| qui | a | est | dans | pour | avec | ou |$)"
"""Where a name without a mark of its own ends."""
