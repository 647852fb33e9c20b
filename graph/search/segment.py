"""An inverted index over the labels of some entities.

A label is a name, an alias or a description; an entity's labels follow one another. For each
word, in order, the index holds the labels that bear it and the share of the label that it is:
*bondy* is half of *CCAS de Bondy*.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.records import Entity
from graph.search.acronyms import acronyms
from graph.search.typos import Typos
from graph.search.words import code_of, telling, words
from graph.view.labels import labels

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]

DESCRIPTION = 0.4
"""What a description weighs beside a name or alias."""
_IMPLIED = 0.95
"""What a word that an acronym or full name implies weighs beside one that is written."""
_CODES = ("cog", "siren", "siret", "rna", "finess")
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Segment:
    """The index. Nothing changes it; threads may share it.

    By label: ``texts``, ``plain`` (its words) and ``weight``; by entity: ``label_count``; by
    word: ``first`` of its places; by place: ``label``, ``share``, ``strength`` and ``head`` (1
    when the label begins so). ``codes`` leads from official codes to entities.
    """

    texts: list[str]
    plain: list[str]
    weight: Shares
    label_count: Numbers
    codes: dict[str, list[int]]
    words: list[str]
    first: Numbers
    label: Numbers
    share: Shares
    strength: Shares
    head: Shares

    def starting(self, start: str) -> tuple[int, int]:
        """The range of the words that start with a text."""
        return bisect_left(self.words, start), bisect_left(self.words, start + _LAST)

    def numbers(self, wanted: Sequence[str]) -> Numbers:
        """Numbers of those words that the vocabulary holds."""
        found = []
        for word in wanted:
            place = bisect_left(self.words, word)
            if place < len(self.words) and self.words[place] == word:
                found.append(place)
        return np.array(found, dtype=np.int64)

    def holding(self, part: str) -> Numbers:
        """Numbers of the words that hold a text."""
        found, place = [], self._run.find(part)
        while place >= 0:
            number = int(np.searchsorted(self._starts, place, side="right")) - 1
            found.append(number)
            place = self._run.find(part, int(self._starts[number]) + len(self.words[number]))
        return np.array(found, dtype=np.int64)

    def places(self, numbers: Numbers) -> Numbers:
        """The places of all these words."""
        start, count = self.first[numbers], self.first[numbers + 1] - self.first[numbers]
        before = np.cumsum(count) - count
        return np.repeat(start - before, count) + np.arange(int(count.sum()))

    @cached_property
    def typos(self) -> Typos:
        """The vocabulary, ready for near words."""
        return Typos(self.words)

    @cached_property
    def _run(self) -> str:
        return "\n".join(self.words)

    @cached_property
    def _starts(self) -> Numbers:
        lengths = np.array([len(word) + 1 for word in self.words], dtype=np.int64)
        return np.cumsum(lengths) - lengths


def build_segment(entities: Sequence[Entity]) -> Segment:
    """Index the labels of entities. Linear, beside sorting the vocabulary."""
    texts: list[str] = []
    plain: list[str] = []
    weights: list[float] = []
    counts: list[int] = []
    codes: dict[str, list[int]] = {}
    met: dict[str, int] = {}
    places: list[tuple[float, ...]] = []
    for number, entity in enumerate(entities):
        before = len(texts)
        for text, weight in _texts(entity):
            found = words(text)
            for word, part in _parts(text, found).items():
                places.append((met.setdefault(word, len(met)), len(texts), *part))
            texts.append(text)
            plain.append(" ".join(found))
            weights.append(weight)
        counts.append(len(texts) - before)
        for code in _codes(entity):
            codes.setdefault(code, []).append(number)
    vocabulary = sorted(met)
    rank = np.empty(len(met), dtype=np.int64)
    rank[[met[word] for word in vocabulary]] = np.arange(len(met))
    columns = np.array(places, dtype=np.float64).reshape(len(places), 5)
    ranks = rank[columns[:, 0].astype(np.int64)]
    order = np.argsort(ranks, kind="stable")
    return Segment(
        texts=texts,
        plain=plain,
        weight=np.array(weights, dtype=np.float64),
        label_count=np.array(counts, dtype=np.int64),
        codes=codes,
        words=vocabulary,
        first=np.searchsorted(ranks[order], np.arange(len(vocabulary) + 1)),
        label=columns[order, 1].astype(np.int64),
        share=columns[order, 2].astype(np.float64),
        strength=columns[order, 3].astype(np.float64),
        head=columns[order, 4].astype(np.float64),
    )


def _texts(entity: Entity) -> Iterator[tuple[str, float]]:
    for text in labels(entity):
        yield text, 1.0
    description = entity.props.get("description")
    if isinstance(description, str):
        yield description, DESCRIPTION


def _codes(entity: Entity) -> Iterator[str]:
    for name in _CODES:
        values = entity.props.get(name, ())
        if isinstance(values, tuple):
            yield from map(code_of, values)


def _parts(text: str, found: list[str]) -> dict[str, tuple[float, float, float]]:
    """The words of a label, written or implied: share of the label, strength, head of it."""
    told = telling(found)
    parts = dict.fromkeys(found, (0.0, 1.0, 0.0))
    for word in told:
        parts[word] = parts[word][0] + 1 / len(told), 1.0, float(word == told[0])
    for word, count, leads in acronyms().completion(text, told):
        share, strength, head = parts.get(word, (0.0, _IMPLIED, 0.0))
        parts[word] = share + count / len(told), strength, max(head, float(leads))
    return parts
