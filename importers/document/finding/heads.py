"""The institution grammar: words that begin the name of an actor, and what may follow them.

Order matters: the first head that matches a place wins.
"""

import re
from typing import NamedTuple

from importers.document.finding.institutions import INSTITUTIONS
from importers.document.finding.organisations import OTHERS
from importers.document.finding.tails import Tail

__all__ = ["HEADS", "SCANNER", "Head", "Tail"]


class Head(NamedTuple):
    """A way to begin an actor's name. ``short`` is the usual name of the kind, for joining."""

    kind: str
    short: str
    tail: Tail


_ROWS = (*INSTITUTIONS, *OTHERS)


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
    return tuple(Head(kind, short, tail) for kind, short, tail, _ in _ROWS)


def _scanner() -> re.Pattern[str]:
    """One pattern for all heads: group ``w3`` is a wording of head 3, ``a3`` an acronym of it."""
    groups: list[str] = []
    for number, (_, _, _, rule) in enumerate(_ROWS):
        parts = _parts(rule)
        words = [part for part in parts if not part.startswith("@")]
        letters = [part[1:] for part in parts if part.startswith("@")]
        groups += [f"(?P<w{number}>(?:{'|'.join(words)})\\b)"] if words else []
        groups += [f"(?P<a{number}>(?:{'|'.join(letters)})s?\\b)"] if letters else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})")


HEADS = _heads()
SCANNER = _scanner()
"""Finds heads in a folded text; ``lastgroup`` tells which."""
