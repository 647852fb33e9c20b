"""Short answers about the reading of a text that a test has written."""

from typing import NamedTuple

from importers.document.model import FrameworkFact
from tests.importers.document.conftest import said


class Dates(NamedTuple):
    """The dates of a framework, None where the text tells none."""

    start: str | None = None
    end: str | None = None
    signed: str | None = None


def who(role: str, text: str) -> list[str]:
    """The actors that a text gives a role, by their fullest names, in its order."""
    return [actor.called for actor in said(text).reading.actors if role in actor.roles]


def actors(text: str) -> list[tuple[str, str | None]]:
    """The actors of a text, unnamed groups left out, with their kinds."""
    return [(each.called, each.kind) for each in said(text).reading.actors if not each.generic]


def names(text: str) -> list[str]:
    """The names of the actors of a text, unnamed groups left out."""
    return [name for name, _ in actors(text)]


def framework(text: str) -> FrameworkFact:
    """The framework that a text is about."""
    own = said(text).reading.framework
    assert own is not None
    return own


def dates(text: str) -> Dates:
    """The dates of the framework that a text is about."""
    own = framework(text)
    return Dates(own.start, own.end, own.signed)
