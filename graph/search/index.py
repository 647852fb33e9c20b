"""The search index of a view, and how it answers."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from graph.search.matching import SURE, Match, Matcher
from graph.search.segment import Numbers, Segment, Shares
from graph.search.words import code_of, telling, words
from graph.view.columns import Flags

_LONGEST_TEXT = 300
_MOST_WORDS = 12
_COVERED, _HEAD = 0.4, 0.1
"""What it counts in a score that the match is all of the label, and that it leads it."""
_NEARLY_WHOLE = 0.98
"""What the best label is worth that is not word for word the text searched."""
_BEGUN = 0.85
"""What a label is worth, beside the same words complete, that begins with the words searched."""
_DECIMALS = 3


@dataclass(frozen=True)
class Hits:
    """What a search found, in no order: rows of the view, their scores (0 to 1), the label that
    each owes it to (-1: to a code), and whether that is its name."""

    rows: Numbers
    scores: Shares
    labels: Numbers
    named: Flags


class SearchIndex:
    """Segments, each with the view's rows of its entities (-1: no longer), ready to search.

    An answer does not depend on how entities are spread over segments. ``relations`` counts
    those of each row of the view. Threads may share it.
    """

    def __init__(
        self, segments: Sequence[Segment], rows: Sequence[Numbers], relations: Numbers
    ) -> None:
        self.relations = relations
        self._segments = segments
        self._matcher = Matcher(segments)
        self._row = np.concatenate(rows)
        self._weight = np.concatenate([segment.weight for segment in segments])
        counts = np.concatenate([segment.label_count for segment in segments])
        self._name = np.cumsum(counts) - counts
        self._owner = np.repeat(np.arange(len(counts)), counts)
        self._before = list(accumulate((len(segment.texts) for segment in segments), initial=0))

    def label(self, number: int) -> str:
        """The text of a label: a name, an alias or a description."""
        segment, place = self._place(number)
        return segment.texts[place]

    def _place(self, number: int) -> tuple[Segment, int]:
        """The segment of a label, and the label's number there."""
        at = bisect_right(self._before, number) - 1
        return self._segments[at], number - self._before[at]

    def find(self, text: str, wanted: Flags | None = None) -> Hits:
        """Entities among the ``wanted`` rows (all by default) that answer a text.

        All words that tell something must match, first strictly, then loosely; when that
        finds nothing, at least half of them. A code finds what bears it too. Bounded in time
        whatever the text.
        """
        text = text[:_LONGEST_TEXT]
        live = self._row >= 0
        if wanted is not None:
            live &= wanted[self._row]
        found = words(text)
        labels, scores = self._scored(found, live) if found else _NO_LABELS
        coded = self._coded(text, live)
        owners = np.concatenate([coded, self._owner[labels]])
        scores = np.concatenate([np.ones(len(coded)), scores]).round(_DECIMALS)
        labels = np.concatenate([np.full(len(coded), -1), labels])
        # the first of the best labels of each entity
        order = np.lexsort((-scores, owners))
        best = order[np.diff(owners[order], prepend=-1) > 0]
        named = labels[best] == self._name[owners[best]]
        return Hits(self._row[owners[best]], scores[best], labels[best], named)

    def _scored(self, found: list[str], live: Flags) -> tuple[Numbers, Shares]:
        """The labels of the entities that answer, ascending, and their scores."""
        matches: list[Match] = []
        best: list[Shares] = []
        for matches in self._tries(found, live):
            best = [self._best(match, live) for match in matches]
            answering = np.logical_and.reduce([each > 0 for each in best])
            if answering.any():
                break
        else:
            answering = 2 * np.sum([each >= SURE for each in best], axis=0) >= len(best)
        touched = np.zeros(len(self._owner), np.bool_)
        for match in matches:
            touched[match.labels] = True
        labels = np.flatnonzero(touched)
        labels = labels[answering[self._owner[labels]]]
        count = np.count_nonzero(live)
        rarity = [float(np.log1p((1 + count) / (1 + np.count_nonzero(each)))) for each in best]
        quality = np.average([match.quality[labels] for match in matches], axis=0, weights=rarity)
        covered = np.minimum(1, np.sum([match.covered[labels] for match in matches], axis=0))
        head = np.max([match.head[labels] for match in matches], axis=0)
        share = 1 - _COVERED - _HEAD + _COVERED * covered + _HEAD * head
        return labels, self._literally(" ".join(found), labels, quality * share, share)

    def _literally(self, whole: str, labels: Numbers, scores: Shares, share: Shares) -> Shares:
        """The scores, higher for labels that are word for word what is searched, or several
        words of which begin so; and lower for descriptions."""
        weight = self._weight[labels] * _NEARLY_WHOLE
        begun = " " in whole
        for place, label in enumerate(labels.tolist()):
            segment, number = self._place(label)
            plain = segment.plain[number]
            if plain == whole:
                scores[place] = 1 / _NEARLY_WHOLE
            elif begun and plain.startswith(whole):
                scores[place] = max(scores[place], _BEGUN * share[place])
        return scores * weight

    def _tries(self, found: list[str], live: Flags) -> Iterator[list[Match]]:
        """The words matched strictly, then loosely. A last word that tells nothing may be the
        start of one that does."""
        asked = list(dict.fromkeys(telling(found)))[:_MOST_WORDS]
        strict = [self._strict(word, live, word == found[-1]) for word in asked]
        if found[-1] not in asked:
            yield [*strict, self._strict(found[-1], live, True)]
        yield strict
        yield [self._loose(word, live) for word in asked]

    def _strict(self, word: str, live: Flags, last: bool) -> Match:
        """The word itself, or its plural; its start while it is being typed; what comes near
        only when nothing bears it."""
        match = self._matcher.sure(word)
        known = self._any(match, live)
        if last or not known:
            self._matcher.starting(match, word)
        if not known:
            self._matcher.mistaken(match, word)
            if not self._any(match, live):
                self._matcher.apart(match, word)
        return match

    def _loose(self, word: str, live: Flags) -> Match:
        """All that comes near a word."""
        match = self._matcher.sure(word)
        self._matcher.starting(match, word)
        self._matcher.mistaken(match, word)
        if not self._any(match, live):
            self._matcher.mistaken(match, word, start=True)
            self._matcher.apart(match, word)
            self._matcher.inside(match, word)
        return match

    def _any(self, match: Match, live: Flags) -> bool:
        return bool(live[self._owner[match.labels]].any())

    def _best(self, match: Match, live: Flags) -> Shares:
        """How good the best label of each entity is."""
        best = np.zeros(len(live))
        labels = match.labels[live[self._owner[match.labels]]]
        np.maximum.at(best, self._owner[labels], match.quality[labels])
        return best

    def _coded(self, text: str, live: Flags) -> Numbers:
        """Entities that bear the text as a code."""
        code, found, before = code_of(text), [], 0
        for segment in self._segments:
            found += [before + number for number in segment.codes.get(code, ())]
            before += len(segment.label_count)
        numbers = np.array(found, dtype=np.int64)
        return numbers[live[numbers]]


_NO_LABELS: tuple[Numbers, Shares] = np.zeros(0, np.int64), np.zeros(0)
