"""How well the labels of an index answer one word of a search.

A word matches a word of a label as it is, by its plural or feminine, as its start, with one typing
mistake or, when nothing else does, in two or from inside.
"""

from collections.abc import Sequence

import numpy as np

from graph.search.segment import Numbers, Segment, Shares
from graph.search.words import STOP_WORDS, inflections

EXACT, INFLECTED, START, MISTAKE, ODD_MISTAKE, INSIDE = 1.0, 0.95, 0.6, 0.6, 0.5, 0.35
SURE = 0.9
"""At least this good, a match is no guess."""
_SHORTEST_MISTAKE = 4
_SHORTEST_INSIDE = 3
_USUAL = 5


class Match:
    """One word against all labels.

    By label: ``quality`` of the match, ``covered`` share of the label, ``head`` whether it leads
    the label. ``labels`` lists those that match, some repeated.
    """

    def __init__(self, size: int) -> None:
        self.quality = np.zeros(size)
        self.covered = np.zeros(size)
        self.head = np.zeros(size)
        self.labels: Numbers = np.zeros(0, np.int64)

    def put(self, labels: Numbers, *measures: Shares) -> None:
        """Keep the best of what is known and of these measures, by label."""
        for known, found in zip((self.quality, self.covered, self.head), measures, strict=True):
            np.maximum.at(known, labels, found)
        self.labels = np.concatenate([self.labels, labels])


class Matcher:
    """Matches words with the labels of some segments, laid end to end."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        ends = np.cumsum([len(segment.texts) for segment in segments]).tolist()
        self._size = int(ends[-1])
        self._segments = [
            (segment, end - len(segment.texts)) for segment, end in zip(segments, ends, strict=True)
        ]

    def sure(self, word: str) -> Match:
        """Labels that bear the word, or its plural or feminine."""
        match = Match(self._size)
        others = [] if word in STOP_WORDS else inflections(word)
        for segment, before in self._segments:
            _put(match, segment, before, segment.numbers([word]), EXACT)
            _put(match, segment, before, segment.numbers(others), INFLECTED)
        return match

    def starting(self, match: Match, word: str) -> None:
        """Add the labels with a word that starts with this one."""
        for segment, before in self._segments:
            _put(match, segment, before, np.arange(*segment.starting(word)), START)

    def mistaken(self, match: Match, word: str, *, start: bool = False) -> None:
        """Add the labels with a word at one typing mistake, or with one that so starts.

        A mistake is less likely in the first letter, and hardly told in a short word."""
        if len(word) < _SHORTEST_MISTAKE or word.isdigit():
            return
        for segment, before in self._segments:
            near = segment.typos.near(word, start=start)
            low, high = segment.starting(word[0])
            likely = (low <= near) & (near < high) & (len(word) >= _USUAL and not start)
            _put(match, segment, before, near[likely], MISTAKE)
            _put(match, segment, before, near[~likely], ODD_MISTAKE)

    def apart(self, match: Match, word: str) -> None:
        """Add the labels that bear the word in two: *lacourneuve*."""
        for place in range(2, len(word) - 1):
            halves = word[:place], word[place:]
            if not all(any(len(s.numbers([half])) for s, _ in self._segments) for half in halves):
                continue
            left, right = (self.sure(half) for half in halves)
            both = np.intersect1d(left.labels, right.labels)
            match.put(
                both,
                MISTAKE * np.minimum(left.quality[both], right.quality[both]),
                left.covered[both] + right.covered[both],
                np.maximum(left.head[both], right.head[both]),
            )

    def inside(self, match: Match, word: str) -> None:
        """Add the labels with a word that holds this one."""
        if len(word) >= _SHORTEST_INSIDE:
            for segment, before in self._segments:
                _put(match, segment, before, segment.holding(word), INSIDE)


def _put(match: Match, segment: Segment, before: int, words: Numbers, quality: float) -> None:
    """Add the labels of some words of a segment; ``before`` labels come before its own."""
    if len(words):
        places = segment.places(words)
        match.put(
            segment.label[places] + before,
            segment.strength[places] * quality,
            segment.share[places],
            segment.head[places],
        )
