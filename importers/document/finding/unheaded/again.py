"""Names and acronyms that a text has given to an actor, wherever they stand again."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.gazetteer import gazetteer, key
from importers.document.finding.mentions import Mention
from importers.document.finding.unheaded.names import NO_ACTORS

_ACRONYM = re.compile(r"\b[A-ZÀ-Þ]{3,8}\b(?! ?\()")
_GIVEN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}\d{0,2}|[A-Z][a-z]{1,3}[A-Z]{1,3}")
_SHORTEST_NAME = 3
_LINK = re.compile(r"(?P<cue>\b(?:avec|par|auprès de|entre|et)|,) (?:le |la |l')$", re.I)


def defined(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms that the text itself has given to an actor, wherever they stand."""
    named = [each for each in found if each.core and not each.generic]
    given = {word for each in named for word in each.aliases}
    for letters in (word for word in given if _ACRONYM.fullmatch(word) or _is_given(word)):
        for again in re.finditer(rf"\b{letters}\b", text):
            yield Mention(*again.span(), "OTHER", "Nom", key(letters))


def _is_given(word: str) -> bool:
    """Whether an alias like *Cali* or *CeA* can be no place and no common word."""
    return bool(_GIVEN.fullmatch(word)) and not gazetteer().named(word)


def again(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Names that the text gives to an actor, without the words before them: *Dromolib* after
    *l'association Dromolib*."""
    named = {
        each.proper: each
        for each in found
        if len(each.proper) > _SHORTEST_NAME
        and each.proper[0].isupper()
        and not gazetteer().named(each.proper)
    }
    if not named:
        return
    longest_first = sorted(named, key=len, reverse=True)
    names = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    for found_again in names.finditer(text):
        one = named[found_again[0]]
        yield Mention(*found_again.span(), one.kind, one.short, one.core)


def standing_as_actors(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms that stand as an actor does: *avec le CEMEA*, *la CAF et l'UFCV*."""
    ends = {each.end for each in found}
    for letters in _ACRONYM.finditer(text):
        before = text[max(0, letters.start() - 20) : letters.start()]
        if before.isupper():
            continue  # a heading in capitals
        link = _LINK.search(before)
        if link is None or key(letters[0]) in NO_ACTORS:
            continue
        cue = link["cue"].strip().lower()
        place = letters.start() - len(link[0])
        after = place in ends or place - 1 in ends
        if after or cue in ("avec", "par", "auprès de", "entre"):
            yield Mention(*letters.span(), "OTHER", "Nom", key(letters[0]))
            ends.add(letters.end())
