"""Value types: how a property is read from text, checked, and written back.

``read`` takes the text of a cell (never empty) and returns a compact Python value;
``write`` is its inverse. ``ValueError`` carries a French sentence for the user.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from graph.dates import parse_date

Value: TypeAlias = str | bool | int | float | tuple[str, ...]

LIST_SEPARATOR = "|"
_INTEGER = re.compile(r"[+-]?\d{1,15}")
_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,9})?")


class ValueType:
    """Base: any text."""

    graphql = "String"

    def read(self, text: str) -> Value:
        """The value of a non-empty cell; ValueError (French) when it is not one."""
        return text

    def write(self, value: Value) -> str:
        """The cell of a value: ``read(write(v)) == v``."""
        return str(value)


class Text(ValueType):
    """Free text, kept as given."""


class Texts(ValueType):
    """A list of texts separated by ``|``."""

    graphql = "[String!]"

    def read(self, text: str) -> Value:
        return unique(part.strip() for part in text.split(LIST_SEPARATOR))

    def write(self, value: Value) -> str:
        assert isinstance(value, tuple)
        return LIST_SEPARATOR.join(value)


class Date(ValueType):
    """A day, month or year: ``2013-07-11``, ``2013-07``, ``2013``."""

    def read(self, text: str) -> Value:
        return parse_date(text.strip())


class Boolean(ValueType):
    """``true`` or ``false``."""

    graphql = "Boolean"

    def read(self, text: str) -> Value:
        match text.strip().casefold():
            case "true":
                return True
            case "false":
                return False
        raise ValueError(f"« {shown(text)} » n'est ni « true » ni « false »")

    def write(self, value: Value) -> str:
        return "true" if value else "false"


@dataclass(frozen=True)
class Integer(ValueType):
    """A whole number between two bounds."""

    least: int = 0
    most: int = 2**31 - 1
    graphql = "Int"

    def read(self, text: str) -> Value:
        if not _INTEGER.fullmatch(text.strip()):
            raise ValueError(f"« {shown(text)} » n'est pas un nombre entier")
        number = int(text)
        if not self.least <= number <= self.most:
            raise ValueError(f"{number} n'est pas entre {self.least} et {self.most}")
        return number


class Number(ValueType):
    """A decimal number, without unit."""

    graphql = "Float"

    def read(self, text: str) -> Value:
        stripped = text.strip()
        if not _NUMBER.fullmatch(stripped):
            raise ValueError(f"« {shown(text)} » n'est pas un nombre (exemple : 1234.5)")
        number = float(stripped.replace(",", "."))
        if abs(number) >= 1e15:
            raise ValueError(f"« {shown(text)} » est trop grand")
        return int(number) if number.is_integer() else number

    def write(self, value: Value) -> str:
        return format(Decimal(str(value)), "f")


@dataclass(frozen=True)
class Choice(ValueType):
    """One of an enumeration's members; case is ignored on reading."""

    members: frozenset[str]

    def read(self, text: str) -> Value:
        member = text.strip().upper()
        if member not in self.members:
            allowed = ", ".join(sorted(self.members))
            raise ValueError(f"« {shown(text)} » est inconnu ; valeurs admises : {allowed}")
        return member


def unique(parts: Iterable[str]) -> tuple[str, ...]:
    """The non-empty parts in order, each once."""
    return tuple(dict.fromkeys(filter(None, parts)))


def shown(text: str, most: int = 60) -> str:
    """A user's text, cut so that a message stays readable."""
    return text if len(text) <= most else text[: most - 1] + "…"


def whole(text: str) -> str:
    """A user's text without broken characters, which an argument or a file's name may hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
