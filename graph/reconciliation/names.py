"""How two names of actors look alike, whatever writes them.

Names become bags of words: stop words and legal forms fall away, a phrase that has an acronym
becomes it (*centre communal d'action sociale* is *ccas*), a département's number its name. Two
bags are then matched word by word; an OCR mistake is a near word.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from graph.search.acronyms import acronyms
from graph.search.words import stem, telling, words

_FORMS = frozenset(
    stem(word) for word in ["association", "asso", "assoc", "ass", "loi", "1901", "sarl", "sas"]
)
"""Words of legal form, which people write or leave out."""
_SAME_WORD = {
    "mairie": "commune",
    "ville": "commune",
    "municipalite": "commune",
    "dept": "departement",
}
_NEAR_WORD, _NEAR_WHOLE = 80, 92
"""Ratios (0 to 100) from which words, or whole names, are one another's misprint; set on the
labelled pairs of ``tests/reconciliation``."""
_LEAST_NEAR = 4
_MOST_WORDS = 7
_HEAD = 4

Bag = tuple[str, ...]


class Likeness(IntEnum):
    """How alike two names are, the least first."""

    DIFFERENT = 0
    PARTIAL = 1
    """One says all that the other does, and more."""
    NEAR = 2
    """The same but for misprints."""
    SAME = 3


class Compared(NamedTuple):
    """Two names compared, and the share of their words that match (0 to 1)."""

    likeness: Likeness
    share: float


def bag(name: str, places: Mapping[str, Bag]) -> Bag:
    """The sorted words that tell a name; ``places`` spells out the numbers of départements."""
    found: list[str] = []
    for word in acronyms().shortened(telling(words(name))):
        found += places.get(word) or (_SAME_WORD.get(word, stem(word)),)
    kept = [word for word in found if word not in _FORMS] or found
    return tuple(sorted(set(kept)))


def initials(name: str) -> str | None:
    """The acronym that the words of a name would make, or None when it has too few."""
    told = telling(words(name))
    return "".join(word[0] for word in told) if len(told) > 2 else None


def compare_bags(left: Bag, right: Bag) -> Compared:
    """Word by word; digits match only when equal."""
    only_left, only_right = set(left) - set(right), set(right) - set(left)
    common = len(left) - len(only_left)
    if not only_left and not only_right:
        return Compared(Likeness.SAME, 1.0)
    near = 0
    for word in sorted(only_left):
        twin = next((other for other in sorted(only_right) if _is_near(word, other)), None)
        if twin is not None:
            only_left.discard(word)
            only_right.discard(twin)
            near += 1
    share = (common + near) / max(len(left), len(right), 1)
    if not only_left and not only_right:
        return Compared(Likeness.NEAR, share)
    whole = fuzz.ratio("".join(left), "".join(right))
    if (
        whole >= _NEAR_WHOLE
        and _digits(left) == _digits(right)
        and _only_cuts(only_left, only_right)
    ):
        return Compared(Likeness.NEAR, whole / 100)
    if common and not near and not (only_left and only_right):
        return Compared(Likeness.PARTIAL, share)
    return Compared(Likeness.DIFFERENT, share)


def keys(words_: Bag) -> Iterator[str]:
    """Keys of which names that look alike share one: pairs of heads, and of tails, of words."""
    if len(words_) == 1:
        yield f"1{words_[0][:_HEAD]}"
        yield f"1{words_[0][-_HEAD:]}"
        return
    longest = sorted(words_, key=len, reverse=True)[:_MOST_WORDS]
    for cut in (slice(None, _HEAD), slice(-_HEAD, None)):
        for pair in combinations(sorted({word[cut] for word in longest}), 2):
            yield f"{cut.start}{pair[0]} {pair[1]}"


def _is_near(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _LEAST_NEAR or _has_digit(left) or _has_digit(right):
        return False
    return fuzz.ratio(left, right) >= _NEAR_WORD


def _only_cuts(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether words are the same letters, cut otherwise or misprinted."""
    return fuzz.ratio("".join(sorted(left)), "".join(sorted(right))) >= _NEAR_WORD


def _digits(words_: Bag) -> set[str]:
    return {word for word in words_ if _has_digit(word)}


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
