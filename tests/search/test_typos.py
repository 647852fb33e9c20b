"""Near words equal those that an edit distance finds, one word after the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.search.typos import Typos

WORDS = st.text("abcé", min_size=1, max_size=6)


def one_mistake(left: str, right: str) -> bool:
    """Whether a letter added, left out, changed, or two neighbours swapped lead from one to the
    other."""
    places = range(len(left) + 1)
    letters = set(left + right)
    near = {left[:p] + left[p + 1 :] for p in places}
    near |= {left[:p] + c + left[p:] for p in places for c in letters}
    near |= {left[:p] + c + left[p + 1 :] for p in places[:-1] for c in letters}
    near |= {left[:p] + left[p : p + 2][::-1] + left[p + 2 :] for p in places[:-2]}
    return left != right and right in near


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@given(st.lists(WORDS, min_size=1, max_size=40, unique=True), WORDS)
def test_near_words(words: list[str], asked: str) -> None:
    words.sort()
    near = [words[number] for number in Typos(words).near(asked).tolist()]
    assert near == [word for word in words if one_mistake(asked, word)]


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@given(
    st.lists(WORDS, min_size=1, max_size=40, unique=True), st.text("abcé", min_size=2, max_size=5)
)
def test_words_whose_start_is_near(words: list[str], asked: str) -> None:
    words.sort()
    near = [words[number] for number in Typos(words).near(asked, start=True).tolist()]
    assert near == [
        word
        for word in words
        if any(one_mistake(asked, word[:length]) for length in range(1, len(word)))
    ]
