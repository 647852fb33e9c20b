"""How two names of actors look alike, whatever writes them.

Names become the words that tell them, in order: stop words and legal forms fall away, a phrase that
has an acronym becomes it (*centre communal d'action sociale* is *ccas*), a département's number its
name, a former name of an institution today's. Two names are then matched word by word; an OCR
mistake is a near word.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from graph.search.acronyms import acronyms
from graph.search.words import stem, telling, words

_FORMS = frozenset(("association", "asso", "assoc", "ass", "loi", "1901", "sarl", "sas"))
"""Words of legal form, which people write or leave out."""
_SAME_WORD: dict[str, tuple[str, ...]] = {
    "mairie": ("commune",),
    "ville": ("commune",),
    "municipalite": ("commune",),
    "com": ("commune",),
    "dept": ("departement",),
    "ctre": ("centre",),
    "ch": ("centre", "hospitalier"),
    "idf": ("ile", "france"),
    "dvpt": ("developpement",),
    "csc": ("centre", "socioculturel"),
}
_SAME_PHRASE = {
    ("conseil", "general"): "departement",
    ("conseil", "departemental"): "departement",
    ("conseil", "regional"): "region",
    ("pole", "emploi"): "francetravail",
    ("france", "travail"): "francetravail",
    ("social", "culturel"): "socioculturel",
    ("socio", "culturel"): "socioculturel",
}
_BRACKETED = re.compile(r"\(([^\s()]{2,14}(?: \d{2,3})?)\)")
_DOTTED = re.compile(r"\b(?:\w\.){3,}")
_NEAR_WORD, _NEAR_WHOLE, _CUT_WHOLE = 80, 92, 97
"""Ratios (0 to 100) from which words, whole names, or names cut otherwise are one another's
misprint; set on the labelled pairs of ``tests/reconciliation``."""
_LEAST_NEAR, _LEAST_PREFIX, _LEAST_KEY = 4, 6, 5
_LEAST_CUT, _CUT_BESIDE = 3, 2
"""Letters of a word cut short (*prof* for *professionnelle*), believed beside as many words that
are the same: lists of forty letters a name are full of them."""
_LONGEST_BARE = 5
"""Letters of a word that may be an acronym in a label all in capitals."""
_TELLING_HEAD, _HEAD_SHARE = 2, 0.6
"""Words that are a name of their own at the head of a longer one, and the share that they count."""
_MOST_WORDS, _FEW_WORDS = 7, 3
_HEAD = 4

Words = tuple[str, ...]


class Likeness(IntEnum):
    """How alike two names are, the least first."""

    DIFFERENT = 0
    PARTIAL = 1
    """One says all that the other does, and more."""
    NEAR = 2
    """The same but for misprints or an acronym."""
    SAME = 3


class Compared(NamedTuple):
    """Two names compared, and the share of their words that match (0 to 1)."""

    likeness: Likeness
    share: float


def name_words(name: str, places: Mapping[str, Words]) -> Words:
    """The words that tell a name, each once; ``places`` spells out numbers of départements."""
    told = acronyms().shortened(_rephrased(telling(words(name))))
    kept = [word for word in told if word not in _FORMS] or told
    found: list[str] = []
    for word in kept:
        found += places.get(word) or map(stem, _SAME_WORD.get(word, (word,)))
    return tuple(dict.fromkeys(found))


def acronyms_of(name: str) -> tuple[set[str], set[str]]:
    """Acronyms that a label bears, alone, in brackets or before its full form; and those that its
    initials would make."""
    own = {_letters(each) for each in _BRACKETED.findall(name)}
    told = telling(words(name))
    head = telling(words(name.partition("(")[0]))
    if head and all(each.isdigit() for each in head[1:]) and len(head[0]) > 2:
        own.add("".join(head))
    if len(told) > 2 and told[0] == _initials(told[1:]):
        own.add(told[0])
    own |= {_letters(each) for each in _DOTTED.findall(name)}
    if len(told) <= 2:
        return own, set()
    bare = {told[0], told[-1]} if name.isupper() else set()
    return own, {_initials(told), *(each for each in bare if len(each) <= _LONGEST_BARE)}


def compare_names(left: Words, right: Words) -> Compared:
    """Word by word; digits match only when equal."""
    only_left = [word for word in left if word not in right]
    only_right = [word for word in right if word not in left]
    common = len(left) - len(only_left)
    if not only_left and not only_right:
        return Compared(Likeness.SAME, 1.0)
    if _abbreviates(only_left, only_right) or _abbreviates(only_right, only_left):
        return Compared(Likeness.NEAR, 1.0)
    near = _without_twins(only_left, only_right, _is_near)
    cut = 0
    if common + near >= _CUT_BESIDE:
        cut = _without_twins(only_left, only_right, _is_cut)
    share = (common + near + cut) / max(len(left), len(right), 1)
    if (not only_left and not only_right) or (
        common and (_stands_for(only_left, only_right) or _stands_for(only_right, only_left))
    ):
        return Compared(Likeness.NEAR, share)
    whole = fuzz.ratio("".join(left), "".join(right))
    same_digits = _digits(left) == _digits(right)
    if same_digits and (
        whole >= _CUT_WHOLE or (whole >= _NEAR_WHOLE and _same_letters(only_left, only_right))
    ):
        return Compared(Likeness.NEAR, whole / 100)
    is_within = not (only_left and only_right)
    if is_within and ((common and not near) or common >= _CUT_BESIDE):
        is_head = _is_head(left, right) or _is_head(right, left)
        return Compared(Likeness.PARTIAL, max(share, _HEAD_SHARE) if is_head else share)
    return Compared(Likeness.DIFFERENT, share)


def keys(told: Words) -> Iterator[str]:
    """Keys of which names that look alike share one: pairs of heads, and of tails, of words; the
    words themselves when they are few."""
    if len(told) == 1:
        yield f"1{told[0][:_HEAD]}"
        yield f"1{told[0][-_HEAD:]}"
    if len(told) <= _FEW_WORDS:
        yield from (f"2{word}" for word in told if len(word) >= _LEAST_KEY)
    longest = sorted(told, key=len, reverse=True)[:_MOST_WORDS]
    for cut in (slice(None, _HEAD), slice(-_HEAD, None)):
        for first, second in combinations(sorted({word[cut] for word in longest}), 2):
            yield f"{cut.start}{first} {second}"


def _rephrased(told: list[str]) -> list[str]:
    """Words with the institutions whose name changed under today's."""
    found: list[str] = []
    for word in told:
        known = _SAME_PHRASE.get((found[-1], word)) if found else None
        if known is None:
            found.append(word)
        else:
            found[-1] = known
    return found


def _without_twins(left: list[str], right: list[str], are_twins: Callable[[str, str], bool]) -> int:
    """Take out of both the words that are twins of one another; how many pairs."""
    count = 0
    for word in list(left):
        twin = next((other for other in right if are_twins(word, other)), None)
        if twin is not None:
            left.remove(word)
            right.remove(twin)
            count += 1
    return count


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether one word is the acronym of the others, the legal form left out or not."""
    letters = _initials(long)
    return len(short) == 1 and len(long) > 2 and short[0] in (letters, f"a{letters}")


def _stands_for(short: list[str], long: list[str]) -> bool:
    """Whether one word is the initials of two others or more, beside words that are the same:
    *FC 93 Bobigny* and *Football club 93 Bobigny*."""
    return len(short) == 1 and len(long) > 1 and short[0] == _initials(long)


def _is_cut(left: str, right: str) -> bool:
    """Whether one word is the other's beginning."""
    short, long = sorted((left, right), key=len)
    return len(short) >= _LEAST_CUT and long.startswith(short) and not _has_digit(long)


def _is_head(short: Words, long: Words) -> bool:
    """Whether a name of several words begins the other."""
    return len(short) >= _TELLING_HEAD and long[: len(short)] == short


def _is_near(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) < _LEAST_NEAR or _has_digit(left) or _has_digit(right):
        return False
    is_prefix = len(short) >= _LEAST_PREFIX and long.startswith(short)
    return is_prefix or fuzz.ratio(left, right) >= _NEAR_WORD


def _same_letters(left: Iterable[str], right: Iterable[str]) -> bool:
    return fuzz.ratio("".join(left), "".join(right)) >= _NEAR_WORD


def _initials(told: Iterable[str]) -> str:
    return "".join(word[0] for word in told)


def _letters(text: str) -> str:
    return "".join(words(text))


def _digits(told: Words) -> set[str]:
    return {word for word in told if _has_digit(word)}


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
