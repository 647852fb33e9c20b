"""How names look alike: the same once folded, the same words, or one mistake in a word."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations, takewhile

from graph.search.words import stem, telling, words
from graph.view.labels import folded

_MOST_ALIKE = 20
"""A label that more entities bear is a common title, and no sign."""
_LEAST_WORD = 5
"""Letters of a word in which one mistake may be seen."""


def same_key(labels: Mapping[int, Iterable[str]]) -> Iterator[tuple[int, int, str]]:
    """Pairs of rows with a label in common, case, accents and punctuation aside."""
    shown = {(row, folded(each)): each for row, given in labels.items() for each in given}
    bearers: dict[str, list[int]] = {}
    for row, key in shown:
        if key:
            bearers.setdefault(key, []).append(row)
    for key, rows in bearers.items():
        for left, right in _pairs(rows):
            yield left, right, shown[left, key]


def near(names: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose names have the same telling words, plural and order aside, or all
    but one in common and this one with a single mistake."""
    bags = {row: tuple(sorted(map(stem, telling(words(name))))) for row, name in names.items()}
    yield from _grouped(bags, lambda bag: (bag,) if bag else ())
    for left, right in _grouped(bags, _with_mistakes):
        first, second = _only(bags[left], bags[right]), _only(bags[right], bags[left])
        if len(first) == len(second) == 1 and one_mistake(first[0], second[0]):
            yield left, right


def _grouped(
    bags: Mapping[int, tuple[str, ...]],
    keys: Callable[[tuple[str, ...]], Iterable[Hashable]],
) -> Iterator[tuple[int, int]]:
    bearers: dict[Hashable, list[int]] = {}
    for row, bag in bags.items():
        for key in keys(bag):
            bearers.setdefault(key, []).append(row)
    for rows in bearers.values():
        yield from _pairs(rows)


def _pairs(rows: list[int]) -> Iterator[tuple[int, int]]:
    if 1 < len(rows) <= _MOST_ALIKE:
        yield from combinations(rows, 2)


def _with_mistakes(bag: tuple[str, ...]) -> set[Hashable]:
    """The words with one of them short of a letter: names one mistake apart share one."""
    found: set[Hashable] = set()
    for place, word in enumerate(bag):
        if len(word) >= _LEAST_WORD and word.isalpha():
            others = (*bag[:place], *bag[place + 1 :])
            found.add((others, word))
            found |= {(others, word[:cut] + word[cut + 1 :]) for cut in range(len(word))}
    return found


def _only(words_: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words that the others do not have."""
    return list((Counter(words_) - Counter(others)).elements())


def one_mistake(first: str, second: str) -> bool:
    """Whether a letter too many, wrong, or swapped with its neighbour makes the difference."""
    short, long = sorted((first, second), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False))
    place = sum(1 for _ in alike)
    if len(short) < len(long):
        return short[place:] == long[place + 1 :]
    swapped = short[place + 1 : place + 2] + short[place] + short[place + 2 :]
    return short[place + 1 :] == long[place + 1 :] or swapped == long[place:]
