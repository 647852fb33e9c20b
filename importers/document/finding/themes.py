"""The themes that a text is about, by how often and where their words stand."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.lexicon import LEXICON
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.cited import is_cited
from importers.document.structure.clean import Clean
from importers.document.structure.spans import Spans


class Theme(NamedTuple):
    """A theme, its score, and the span of its best naming."""

    theme: str
    score: float
    start: int
    end: int


_ENUMERATES = re.compile(
    r"\b(?:axes?|priorites?|prioritaires?|port\w+ sur|thematiques?|domaines?|volets?|orientations?|"
    r"champs d'intervention|objectifs? (?:sont|est|suivants?)|a pour (?:objet|objectif)|"
    r"vise\w* a)\b"
)
_FOOTER = re.compile(r"\b(?:mentions legales|plan du site|suivez-nous)\b")
"""The foot of a web page, whose *Accessibilité* is no theme."""
_TITLE, _HEADING, _AXIS, _PLAIN, _WEAK, _CITED = 6.0, 3.0, 2.0, 1.0, 0.3, 0.25
_LEAST = 1.4
"""Score under which a theme is only evoked."""
_FEWEST = 0.9
"""The least score in a text of a few lines."""
_SHARE = 0.06
"""Share of the first theme's score under which another is a mere mention."""
_IN_PASSING = {
    "sport-loisirs": 2.4,
    **dict.fromkeys(("cadre-de-vie", "vie-sociale-participation"), 2.0),
    **dict.fromkeys(("sante", "sante-mentale", "culture", "personnes-agees"), 1.6),
    "precarite-alimentation": 1.8,
    **dict.fromkeys(("insertion-emploi", "parentalite-famille"), 1.6),
    **dict.fromkeys(("education", "violences-faites-aux-femmes"), 1.4),
    **dict.fromkeys(("ess-developpement-economique", "handicap", "mobilite", "jeunesse"), 1.2),
}
"""Themes whose words stand in texts about others, and how much more they must weigh."""
_SHORT = 1_200
"""Characters of a text in which each word counts."""
_PER_LENGTH = 6000
"""Characters of text for which the least score holds; it grows slowly with the length."""


def themes(
    clean: Clean, blocks: Sequence[Block], own: Own, cited: Sequence[tuple[int, int]]
) -> list[Theme]:
    """The themes of a text, the first first; ``cited`` are spans of names (actors, frameworks),
    whose words say little of what the text is about."""
    found: dict[str, dict[str, list[tuple[float, int, int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    spans = Spans(cited)
    for block in blocks:
        if block.zone in (Zone.PARTIES, Zone.SIGNATURES) or _FOOTER.search(
            clean.fold, block.start, block.end
        ):
            continue
        weight = _weight(block, own)
        if weight == _PLAIN and _ENUMERATES.search(clean.fold, block.start, block.end):
            weight = _AXIS
        cites = is_cited(clean, block, block.start)
        for theme, strong, weak in LEXICON:
            for pattern, factor in ((strong, 1.0), (weak, _WEAK)):
                for match in pattern.finditer(clean.fold, block.start, block.end):
                    ours = own.start <= match.start() < own.end
                    inside = cites or (spans.holds(match.start()) and not ours)
                    worth = weight * factor * (_CITED if inside else 1.0)
                    found[theme][match[0]].append((worth, match.start(), match.end()))
    scored = [_scored(theme, words) for theme, words in found.items()]
    scored.sort(key=lambda each: -each.score)
    if not scored:
        return []
    least = max(_FEWEST, _LEAST * (len(clean.text) / _PER_LENGTH) ** 0.3)
    least = max(least, scored[0].score * _SHARE)
    long = len(clean.text) > _SHORT
    asked = _IN_PASSING if long else {}
    return [each for each in scored if each.score >= least * asked.get(each.theme, 1.0)]


def _weight(block: Block, own: Own) -> float:
    if block.start < own.end and block.end > own.start:
        return _TITLE
    if block.zone is Zone.THEME:
        return _HEADING
    if block.heading:
        return _HEADING
    if block.zone is Zone.AUDIENCE or block.zone is Zone.PARTNER:
        return 0.5
    return _AXIS if block.bullet else _PLAIN


def _scored(theme: str, words: dict[str, list[tuple[float, int, int]]]) -> Theme:
    """A word repeated says less each time: its n-th naming counts for one n-th root."""
    total = 0.0
    best = (0.0, 0, 0)
    for places in words.values():
        for rank, each in enumerate(sorted(places, reverse=True), start=1):
            total += each[0] / rank**0.5
            best = max(best, each, key=lambda one: one[0])
    return Theme(theme, total, best[1], best[2])
