"""Words of a vocabulary that are one typing mistake away from a word.

A mistake is a letter too many, missing, wrong, or two neighbours swapped. The vocabulary is a
matrix of letters compared as a whole: nothing is prepared per word but its letters, and 30,000
words take a fraction of a millisecond.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Letters = NDArray[np.uint32]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_WIDTH = 32
"""Letters compared; what follows in longer words is taken as equal."""


class Typos:
    """The letters of a vocabulary, shortest words first."""

    def __init__(self, words: Sequence[str]) -> None:
        cut = np.array([word[:_WIDTH] for word in words], dtype=f"U{_WIDTH}")
        letters: Letters = cut.view(np.uint32).reshape(len(words), _WIDTH)
        lengths = np.count_nonzero(letters, axis=1)
        self._numbers: Numbers = np.argsort(lengths, kind="stable")
        self._letters = letters[self._numbers]
        self._ends = np.searchsorted(lengths[self._numbers], np.arange(_WIDTH + 1), side="right")

    def near(self, word: str, *, start: bool = False) -> Numbers:
        """Numbers of the words at one mistake from a word, ascending; with ``start``, of longer
        words whose start is."""
        asked = np.array([ord(letter) for letter in word[: _WIDTH - 1]], dtype=np.uint32)
        found = []
        for length in range(max(1, len(asked) - 1), len(asked) + 2):
            end = int(self._ends[length])
            rows = slice(end, None) if start else slice(int(self._ends[length - 1]), end)
            near = _one_mistake(self._letters[rows, :length], asked)
            found.append(self._numbers[rows][near])
        return np.unique(np.concatenate(found))


def _one_mistake(letters: Letters, asked: Letters) -> Flags:
    """Which rows are one mistake away from the letters asked."""
    length = letters.shape[1]
    near: Flags
    if length < len(asked):
        near = _common(letters == asked[:-1], letters == asked[1:]) >= length
        return near
    if length > len(asked):
        near = _common(letters[:, :-1] == asked, letters[:, 1:] == asked) >= len(asked)
        return near
    count: Numbers = np.count_nonzero(letters != asked, axis=1)
    near = count == 1
    two = np.flatnonzero(count == 2)
    place = (letters[two] != asked).argmax(axis=1)
    after = np.minimum(place + 1, length - 1)
    near[two] = (letters[two, place] == asked[after]) & (letters[two, after] == asked[place])
    return near


def _common(forward: Flags, backward: Flags) -> Numbers:
    """How many letters agree from the left, plus how many from the right."""
    return _run(forward) + _run(backward[:, ::-1])


def _run(agree: Flags) -> Numbers:
    """How many of the first in each row are true."""
    run: Numbers = np.where(agree.all(axis=1), agree.shape[1], agree.argmin(axis=1))
    return run
