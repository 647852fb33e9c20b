"""Actors of the graph, found in a text by a name of several words or a long acronym."""

import re
from collections.abc import Iterator

from graph.ontology import EntityKind
from graph.view import DayView
from graph.view.labels import labels
from importers.document.finding.gazetteer import gazetteer, key
from importers.document.finding.mentions import Mention
from importers.document.structure.clean import Clean

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 10
_LEAST = 5
"""Letters of a name of one word, which must have capitals in the text."""


class KnownActors:
    """Kinds of the actors of a day by their folded names."""

    def __init__(self, day: DayView) -> None:
        self.kinds: dict[str, str] = {}
        self.heads: set[str] = set()
        for row in day.active_rows(EntityKind.ACTOR):
            record = day.view.entity(row)
            for label in labels(record):
                name = key(label)
                if self._tells(name, label):
                    self.kinds[name] = str(record.props.get("actor_kind") or "OTHER")
                    self.heads.add(name.split()[0])

    @staticmethod
    def _tells(name: str, label: str) -> bool:
        if not name or gazetteer().named(label):
            return False
        return " " in name or len(name) >= _LEAST


def known_mentions(clean: Clean, text: str, day: DayView) -> Iterator[Mention]:
    """The longest names of known actors in a text, capitals first."""
    known = day.derived(KnownActors)
    words = list(_WORD.finditer(clean.fold))
    last = 0
    for index, word in enumerate(words):
        start = word.start()
        if start < last or word[0] not in known.heads or not text[start].isupper():
            continue
        for count in range(min(_LONGEST, len(words) - index), 0, -1):
            end = words[index + count - 1].end()
            name = key(text[start:end])
            if "\n" not in text[start:end] and name in known.kinds:
                yield Mention(start, end, known.kinds[name], "Nom", name)
                last = end
                break
