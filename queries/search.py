"""Search by name and alias, accents and case ignored."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.ontology import EntityKind
from graph.view import GraphView
from graph.view.labels import folded, labels
from queries.answer import Answer, Row

_WHOLE, _START, _WORD, _INSIDE = 1.0, 0.75, 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Found:
    """An entity found; ``matched`` is the name or alias that the text matched."""

    entity: Row
    score: float
    matched: str


def search(view: GraphView, text: str, kinds: Collection[EntityKind] = ()) -> Answer[Found]:
    """Entities whose name or alias is, starts with, or holds the text.

    Score: 1 the whole label, 0.75 its start, 0.5 the start of a word, 0.25 anywhere.
    Order: score descending, id. Linear in the entities.
    """
    wish = folded(text)
    keys = []
    if wish:
        for row in view.rows_of(*(kinds or EntityKind)):
            best = max(
                ((_score(folded(label), wish), label) for label in labels(view.entity(row))),
                key=lambda pair: pair[0],
            )
            if best[0] > 0:
                keys.append((best[0], row, best[1]))
    rank = view.entities.rank
    keys.sort(key=lambda key: (-key[0], int(rank[key[1]])))
    return Answer(keys, lambda key: Found(Row(key[1]), key[0], key[2]))


def _score(label: str, wish: str) -> float:
    if label == wish:
        return _WHOLE
    if label.startswith(wish):
        return _START
    if f" {wish}" in label:
        return _WORD
    return _INSIDE if wish in label else 0.0
