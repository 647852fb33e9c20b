"""Search in French over names, aliases, descriptions, titles of documents, and codes."""

from collections.abc import Collection
from dataclasses import dataclass
from textwrap import shorten

import numpy as np

from graph.ontology import EntityKind
from graph.search import search_index
from graph.search.words import stem, telling, words
from graph.view import GraphView
from graph.view.labels import labels
from queries.answer import Answer, Row

_LONGEST_MATCHED = 160
_WORDS_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """An entity found; ``matched`` is the name, alias or code that the text matched, or a piece
    of the description."""

    entity: Row
    score: float
    matched: str


def search(view: GraphView, text: str, kinds: Collection[EntityKind] = ()) -> Answer[Found]:
    """Entities that a text names or describes, of some kinds or of all.

    Accents, case, elision and plural do not count; an acronym stands for its full name and the
    other way round; the last word may be unfinished, and a word that nothing bears may have one
    typing mistake. Score: 1 the whole label, less as the match is looser and the label longer.
    Order: score descending, number of relations descending, names before aliases, id.
    """
    index = search_index(view)
    hits = index.find(text, view.entities.of_kinds(kinds) if kinds else None)
    relations, rank = index.relations[hits.rows], view.entities.rank[hits.rows]
    order = np.lexsort((rank, ~hits.named, -relations, -hits.scores)).tolist()

    def explain(place: int) -> Found:
        row, label = int(hits.rows[place]), int(hits.labels[place])
        matched = text.strip() if label < 0 else index.label(label)
        if label >= 0 and matched not in labels(view.entity(row)):
            matched = _piece(matched, text)
        return Found(Row(row), float(hits.scores[place]), matched)

    return Answer(order, explain)


def _piece(description: str, text: str) -> str:
    """A description, or what of it surrounds the first word searched."""
    if len(description) <= _LONGEST_MATCHED:
        return description
    wished = {stem(word) for word in telling(words(text))}
    parts = description.split()
    near = [place for place, part in enumerate(parts) if wished & set(map(stem, words(part)))]
    start = max(0, near[0] - _WORDS_BEFORE) if near else 0
    piece = shorten(" ".join(parts[start:]), _LONGEST_MATCHED, placeholder=" …")
    return f"… {piece}" if start else piece
