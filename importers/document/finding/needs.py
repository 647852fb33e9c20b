"""Needs that a text reports under a label (*Besoins identifiés*, *Constats*), with the indicator
that shows each and its year."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.document.structure.blocks import Block, Zone
from importers.document.structure.bullets import LONGEST, item
from importers.document.structure.clean import Clean
from importers.document.structure.sentences import sentences

_SHORTEST = 15
_FIGURE = re.compile(
    r"\b(?:taux|part|nombre|indice|densite|proportion)\b[^.;:]{0,80}?\d|"
    r"\d[\d ,.]*(?:%|‰|pour cent|euros?|€|sur (?:100|1 ?000|10 ?000|100 ?000)\b|fois\b)|"
    r"\b\d[\d ,.]* (?:habitants?|personnes|familles|menages|enfants|jeunes|allocataires|"
    r"logements|medecins|places|eleves|demandeurs)\b|\bun \w+ sur \w+\b"
)
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]\d)")
_NEEDED = re.compile(
    r"\b(?:besoins?|manques?|difficultes?|insuffisan\w+|carences?|penurie|absence|isolement|"
    r"non-recours|faible\w*|fragil\w+|vieilliss\w+|surrepresent\w+|superieure?s?|inferieure?s?)\b"
)
"""What makes a need of a sentence in a diagnosis."""
_AIM = re.compile(r"(?:de |d'|a )?\w+(?:er|ir|re)\b")
"""*Lutter contre les ruptures de droits* is an aim, not a need."""
Span = tuple[int, int]


class Need(NamedTuple):
    """A need: the spans of its words and of its indicator, and the year of that one."""

    label: Span
    indicator: Span | None
    year: int | None


def needs(clean: Clean, blocks: Sequence[Block]) -> Iterator[Need]:
    """Bullets and lines under a label of needs, and its sentences that tell a lack by a figure."""
    for block in blocks:
        if block.zone is not Zone.NEED or block.end - block.content <= _SHORTEST:
            continue
        if _AIM.match(clean.fold, block.content):
            continue
        if block.bullet or block.content > block.start:
            yield _told(clean, item(clean, block), block.end)
            continue
        for start, end in sentences(clean, block):
            plain = clean.fold[start:end]
            if _NEEDED.search(plain) and _FIGURE.search(plain):
                yield _told(clean, (start, min(end, start + LONGEST)), end)


def _told(clean: Clean, label: Span, end: int) -> Need:
    """A need with the clause of its sentence that holds a figure."""
    start = label[0]
    figure = _FIGURE.search(clean.fold, start, end)
    if figure is None:
        return Need(label, None, None)
    before = list(re.finditer(r"[;:(,] ", clean.fold[start : figure.start()]))
    first = start + before[-1].end() if before else start
    after = re.search(r"[;)]|,(?=\D)|\.(?=\s|$)", clean.fold[figure.end() : end])
    last = figure.end() + after.start() if after else end
    years = set(_YEAR.findall(clean.fold, start, end))
    year = int(years.pop()) if len(years) == 1 else None
    return Need(label, (first, min(last, first + LONGEST)), year)
