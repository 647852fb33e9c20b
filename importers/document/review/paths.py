"""The facts of a reading one by one, each with the path that names it.

``framework`` is what the framework is; each of its dates is a fact of its own
(``framework.start``), since one may be right and another wrong. Lists give ``actors[3]``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from importers.document.model import FRAMEWORK_DATES, ActorFact, Fact, FrameworkFact, Reading

FRAMEWORK = "framework"
DATES = "framework dates"
"""The list of the framework's own dates."""
LISTS = (
    *("actors", "themes", "territories", "bodies", "dates"),
    *("articulations", "amounts", "actions", "needs"),
)
"""The lists of a reading that hold facts, in the order in which a person reads them."""


class Located(NamedTuple):
    """A fact with its path, the list that it is of (``framework``, ``framework dates``,
    ``actors``...) and the passage that says it."""

    path: str
    list: str
    fact: Fact
    passage: str

    @property
    def is_probable(self) -> bool:
        """Whether no rule reads it: this date of the framework, or a role of this actor."""
        match self.fact:
            case FrameworkFact(likely=likely):
                return self.path.partition(".")[2] in likely
            case ActorFact(likely=likely):
                return bool(likely)
        return False

    @property
    def words(self) -> str:
        """What the fact is about, in a few words of the text."""
        if self.list == DATES:
            name = self.path.partition(".")[2]
            return f"{FRAMEWORK_DATES[name]} {getattr(self.fact, name) or 'sans terme'}"
        for name in ("title", "called", "name", "label", "theme", "what", "amount"):
            if value := getattr(self.fact, name, None):
                return str(value)
        return self.passage


def located(reading: Reading) -> Iterator[Located]:
    """All facts of a reading, the framework first."""
    framework = reading.framework
    if framework is not None:
        yield Located(FRAMEWORK, FRAMEWORK, framework, framework.passage)
        for name in FRAMEWORK_DATES:
            if getattr(framework, name) is not None or (name == "end" and framework.open_ended):
                passage = getattr(framework, f"{name}_passage") or framework.passage
                yield Located(f"{FRAMEWORK}.{name}", DATES, framework, passage)
    for name in LISTS:
        for number, fact in enumerate(getattr(reading, name)):
            yield Located(f"{name}[{number}]", name, fact, fact.passage)
