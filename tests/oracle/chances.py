"""What random bundles are made of: how many entities, which relations, how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# Ends of months and a leap day, where adding six months is clamped.
ANCHORS = tuple(
    map(date.fromisoformat, ("2015-06-01", "2015-08-31", "2014-08-30", "2016-02-29", "2014-12-31"))
)
# How many entities of each kind there may be: the smallest first, the usual ones several times.
COUNTS = {
    "THEME": (3, 3, 3, 4, 5),
    "TERRITORY": (3, 3, 4, 5, 6),
    "AUDIENCE": (2, 3),
    "ACTOR": (2, 5, 6, 7, 8),
    "INITIATIVE": (2, 5, 7, 8, 8, 8, 8),
    "BODY": (0, 1, 2, 3, 3),
    "NEED": (0, 1, 2, 3),
    "MEETING": (0, 1, 2, 3),
}
PREFIXES = {
    "THEME": "theme",
    "TERRITORY": "terr",
    "AUDIENCE": "aud",
    "ACTOR": "act",
    "INITIATIVE": "ini",
    "FRAMEWORK": "fra",
    "SCHEME": "sch",
    "ACTION": "axn",
    "BODY": "bod",
    "NEED": "need",
    "MEETING": "mee",
}
# Ids whose order by code point is not the order of a dictionary, nor of numbers.
TOKENS = ("1", "2", "10", "A", "a", "é", "Z", "b-2", "b:1", "_")

_LEADING = ("LEAD", "LEAD", "LEAD", "CO_LEAD", "CO_LEAD")
_HELPING = ("SIGNATORY", "FUNDER", "FUNDER", "OPERATOR", "PARTNER", "")
_SEATS = ("CHAIR", "MEMBER", "INVITED", "REFERENT", "FACILITATOR", "")
# Those that require partners, those that need no body, and one that is neither.
FRAMEWORK_KINDS = ("PST", "CLS", "CTG", "CONTRAT_DE_VILLE", "SUBVENTION", "POSTE", "CONVENTION")


@dataclass(frozen=True)
class Mood:
    """What a bundle leans to, so that each rare case is frequent in some of them."""

    mix: tuple[int, int, int]
    """The weights of Frameworks, Schemes and Actions among the initiatives."""
    dated: float = 0.45
    """How many entities have a period."""
    shapes: tuple[int, ...] = (20, 20, 20, 10, 25, 5)
    """The weights of the shapes of a period: since, until, both, open, over, ahead."""
    months: tuple[int, ...] = (0, 0, 1, 3, 6, 6, 6, 12, 12, 30)
    """How far from the anchor a period begins or ends."""
    frameworks: tuple[str, ...] = FRAMEWORK_KINDS
    """The kinds of its frameworks."""
    scale: Mapping[str, float] = field(default_factory=dict)
    """By how much the relations of a type are more or less frequent."""


_SPARSE = {"ADDRESSES": 0.6, "COVERS": 0.5, "NOT_APPLICABLE": 0.2, "CHECKED_ABSENT": 0.2}
_DOING = Mood((10, 25, 65))
_OVER = Mood((20, 30, 50), 0.75, (5, 5, 10, 5, 70, 5), scale=_SPARSE)
MOODS = (
    # Frameworks on paper, with few partners.
    Mood((75, 5, 20), 0.3, scale={"INVOLVED_IN": 0.6, "GOVERNED_BY": 0.6}),
    # Many of one kind, so that most have what one lacks.
    Mood((90, 5, 5), 0.2, frameworks=("CONVENTION", "CONVENTION", "CONVENTION", "CTG")),
    Mood((50, 15, 35)),
    Mood((25, 20, 55)),
    # Most of what there is is done, not promised.
    _DOING,
    _DOING,
    # Most of it is over: what was done once, and what is left of it.
    _OVER,
    _OVER,
    # Most of it ends in half a year, to a day.
    Mood((5, 25, 70), 0.9, (0, 50, 48, 2, 0, 0), (6,), scale=_SPARSE | {"INVOLVED_IN": 1.6}),
)


@dataclass(frozen=True)
class Rule:
    """How often a type of relation joins two entities, and how."""

    type: str
    sources: frozenset[str]
    targets: frozenset[str]
    chance: float
    acyclic: bool
    same_kind: bool
    roles: tuple[str, ...]
    dated: float

    def one_way(self, source: str, target: str) -> bool:
        """May only the later of two entities lead to the earlier one?"""
        symmetric = self.type == "ARTICULATED_WITH"
        return symmetric or (self.acyclic and source == target)


def _rule(
    type: str, ends: str, chance: float, roles: tuple[str, ...] = ("",), dated: float = 0.25
) -> Rule:
    sources, _, targets = ends.partition(" -> ")
    return Rule(
        type=type,
        sources=frozenset(sources.split()),
        targets=frozenset(targets.split()),
        chance=chance,
        acyclic=type in {"PART_OF", "BROADER", "WITHIN", "SUCCEEDS"},
        same_kind=type == "SUCCEEDS",
        roles=roles,
        dated=dated,
    )


_I = "FRAMEWORK SCHEME ACTION"
RULES = (
    _rule("BROADER", "THEME -> THEME", 0.45),
    _rule("BROADER", "AUDIENCE -> AUDIENCE", 0.5),
    _rule("WITHIN", "TERRITORY -> TERRITORY", 0.55),
    _rule("ADDRESSES", f"{_I} -> THEME", 0.6),
    _rule("ADDRESSES", "NEED BODY -> THEME", 0.25),
    _rule("COVERS", "ACTION -> TERRITORY", 0.27),
    _rule("COVERS", "FRAMEWORK SCHEME -> TERRITORY", 0.55),
    _rule("COVERS", "NEED -> TERRITORY", 0.2),
    _rule("COVERS", "ACTOR -> TERRITORY", 0.1),
    _rule("TARGETS", f"{_I} -> AUDIENCE", 0.35),
    _rule("TARGETS", "NEED -> AUDIENCE", 0.2),
    _rule("INVOLVED_IN", f"ACTOR -> {_I}", 0.19, _LEADING),
    _rule("INVOLVED_IN", f"ACTOR -> {_I}", 0.2, _HELPING),
    _rule("EXPECTED_IN", f"ACTOR -> {_I} BODY", 0.06),
    _rule("MEMBER_OF", "ACTOR -> BODY", 0.55, _SEATS),
    _rule("GOVERNED_BY", f"{_I} -> BODY", 0.35),
    _rule("PART_OF", "ACTOR -> ACTOR", 0.12),
    _rule("PART_OF", "ACTION -> FRAMEWORK SCHEME", 0.4),
    _rule("PART_OF", "SCHEME -> FRAMEWORK", 0.2),
    _rule("PART_OF", "FRAMEWORK -> FRAMEWORK", 0.3),
    _rule("IMPLEMENTS", "FRAMEWORK -> SCHEME FRAMEWORK", 0.08),
    _rule("ARTICULATED_WITH", f"{_I} -> {_I}", 0.1),
    _rule("ARTICULATED_WITH", "FRAMEWORK -> FRAMEWORK", 0.35),
    _rule("SUCCEEDS", "FRAMEWORK SCHEME ACTION ACTOR -> FRAMEWORK SCHEME ACTION ACTOR", 0.12),
    _rule("REPLICATES", f"{_I} -> {_I}", 0.03),
    _rule("RESPONDS_TO", f"{_I} -> NEED", 0.15),
    _rule("IDENTIFIED_IN", "NEED -> FRAMEWORK MEETING", 0.15),
    _rule("HELD_BY", "MEETING -> BODY FRAMEWORK", 0.5),
    _rule("ATTENDED", "ACTOR -> MEETING", 0.15),
    _rule("NOT_APPLICABLE", "TERRITORY -> THEME", 0.04, dated=0.4),
    _rule("CHECKED_ABSENT", "TERRITORY -> THEME", 0.04, dated=0.4),
)
