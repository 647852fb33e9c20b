"""The institution grammar: words that begin the name of an actor, and what may follow them.

Patterns are of folded text (no case, no accents). Order matters: the first that matches a place
wins. ``Tail`` says how the name goes on, and what a head without a name is. ``@`` marks what is an
acronym: it counts with capitals only.
"""

import re

from importers.document.finding.heads.associations import ASSOCIATIONS
from importers.document.finding.heads.authorities import AUTHORITIES
from importers.document.finding.heads.communes import COMMUNES
from importers.document.finding.heads.employment import EMPLOYMENT
from importers.document.finding.heads.health import HEALTH
from importers.document.finding.heads.housing import HOUSING
from importers.document.finding.heads.intercommunalities import INTERCOMMUNALITIES
from importers.document.finding.heads.rule import Head, Tail
from importers.document.finding.heads.school import SCHOOL
from importers.document.finding.heads.services import SERVICES
from importers.document.finding.heads.social_security import SOCIAL_SECURITY
from importers.document.finding.heads.state import STATE

__all__ = ["HEADS", "SCANNER", "Head", "Tail"]

_RULES = (
    *SOCIAL_SECURITY,
    *HEALTH,
    *STATE,
    *SCHOOL,
    *AUTHORITIES,
    *EMPLOYMENT,
    *INTERCOMMUNALITIES,
    *HOUSING,
    *ASSOCIATIONS,
    *SERVICES,
    *COMMUNES,
)


def _parts(rule: str) -> list[str]:
    """The alternatives of a rule at its top level."""
    parts, depth, part = [], 0, ""
    for char in rule:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]


def _heads() -> tuple[Head, ...]:
    return tuple(Head(kind, short, tail) for kind, short, tail, _ in _RULES)


def _scanner() -> re.Pattern[str]:
    """One pattern for all heads: group ``w3`` is a wording of head 3, ``a3`` an acronym of it."""
    groups: list[str] = []
    for number, (_, _, _, rule) in enumerate(_RULES):
        parts = _parts(rule)
        words = [part for part in parts if not part.startswith("@")]
        letters = [part[1:] for part in parts if part.startswith("@")]
        groups += [f"(?P<w{number}>(?:{'|'.join(words)})\\b)"] if words else []
        groups += [f"(?P<a{number}>(?:{'|'.join(letters)})s?\\b)"] if letters else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})")


HEADS = _heads()
SCANNER = _scanner()
"""Finds heads in a folded text; ``lastgroup`` tells which."""
