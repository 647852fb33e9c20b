"""The facts of a reading one by one, each with the path that names it.

``framework`` is what the framework is; each of its dates is a fact of its own
(``framework.start``), since one may be right and another wrong. Lists give ``actors[3]``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from importers.document.model import FRAMEWORK_DATES, Fact, Reading

FRAMEWORK = "framework"
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


DATES = "framework dates"
"""The list of the framework's own dates."""


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
