"""Amounts in euros, with the year and the actor that their clause names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean
from importers.document.structure.sentences import sentences
from importers.french import read_amount

_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?) ?(k|m|millions? "
    r"d'|milliers? d')? ?(€|euros?\b|eur\b)"
)
_YEAR = re.compile(r"\b(?:en|pour|annee|l'annee|exercice) ((?:19|20)\d\d)\b")
_IN_BRACKETS = re.compile(r" ?\(((?:19|20)\d\d)\)")
_PRICE = re.compile(
    r" ?(?:(?:le|la|l'|par|/) ?(?:repas|heure|jour|journee|mois|personne|enfant|famille|seance|"
    r"trajet|entree|place|nuit|adulte|part)\b)"
)
"""What a user pays for one is no means of the framework, unless it is large."""
_RECEIVES = re.compile(
    r"\b(?:financ|vers|attribu|accord|allou|soutien|subventionn)\w*(?: (?:a|au|aux|le|la|les))* "
    r"?(?:l')?$"
)
"""*Elle finance le relais à hauteur de...*: who comes after the verb does not give."""
_LARGE = 500
_NEAR = 60


class Money(NamedTuple):
    """An amount with its span, its year and the mention that gives it."""

    amount: float
    start: int
    end: int
    year: int | None
    actor: Mention | None


def amounts(clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Money]:
    """The amounts of a text in order, the same one once."""
    seen: set[float] = set()
    for block in blocks:
        for start, end in sentences(clean, block):
            for match in _AMOUNT.finditer(clean.fold, start, end):
                value = _value(match)
                price = _PRICE.match(clean.fold, match.end(), end)
                if value is None or value in seen or (price and value < _LARGE):
                    continue
                seen.add(value)
                after = _IN_BRACKETS.match(clean.fold, match.end(), end)
                year = after or _YEAR.search(clean.fold, start, end)
                giver = next(
                    (
                        each
                        for each in mentions
                        if start <= each.start
                        and not _RECEIVES.search(clean.fold, start, each.start)
                        and 0 <= match.start() - each.end <= _NEAR
                        and re.fullmatch(r"[^.;,]*", clean.fold[each.end : match.start()])
                    ),
                    None,
                )
                yield Money(
                    value, match.start(), match.end(), int(year[1]) if year else None, giver
                )


def _value(match: re.Match[str]) -> float | None:
    factor = {"k": 1_000, "m": 1_000_000}.get((match[2] or "")[:1], 1)
    if match[2] and match[2].startswith("millier"):
        factor = 1_000
    try:
        return float(read_amount(match[1])) * factor
    except ValueError:
        return None
