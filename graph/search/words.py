"""What counts as a word when people search in French.

Labels and searches go through the same ``words``: case, accents and punctuation fall away, so
that an elision (*l'insertion*) leaves its word and a dotted acronym (*C.C.A.S.*) its letters.
"""

import re
from functools import lru_cache

from graph.view.labels import folded

_STOP_WORDS = """
a au aux avec c ce ces d dans de des du en et l la le les lui m n ne ou par pour qu que qui s sa
se ses son sous sur t un une y
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing of what is looked for, unless there is no other."""

_LONGEST_WORD = 40
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_MIXED = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_SHORTENED = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def words(text: str) -> list[str]:
    """The words of a text in order; *CD93* is two, *St* is *saint*."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    plain = folded(text)
    if not plain.isalpha():
        plain = _MIXED.sub(" ", plain)
    return [_SHORTENED.get(word, word[:_LONGEST_WORD]) for word in plain.split()]


def code_of(text: str) -> str:
    """An official code as it is compared: *219 300 100* is one, case ignored."""
    return "".join(text.split()).upper()


def telling(found: list[str]) -> list[str]:
    """The words that tell something: all of them when none does."""
    return [word for word in found if word not in STOP_WORDS] or found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the marks of plural and feminine (*sociaux*, *sociales*: *social*)."""
    if len(word) < 4 or word[-1] not in "esx":
        return word
    if word.endswith("aux"):
        return word[:-1] if word.endswith("eaux") else word[:-2] + "l"
    bare = word[:-1] if word[-1] in "sx" else word
    return bare[:-1] if len(bare) > 4 and bare[-1] == "e" else bare


def inflections(word: str) -> list[str]:
    """Other words that only differ from one by plural or feminine."""
    root = stem(word)
    forms = [root + ending for ending in ("", "s", "x", "e", "es")]
    if root.endswith("al"):
        forms.append(root[:-1] + "ux")
    return [form for form in forms if form != word and stem(form) == root]
