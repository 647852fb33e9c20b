"""Cues of roles, on folded text: words that an actor follows, and words that it precedes."""

import re
from typing import NamedTuple

from importers.document.finding.roles import funding, joining_in, leading, signing


class Cue(NamedTuple):
    """A role, and the words that give it to the actors after (or before) them."""

    role: str
    pattern: re.Pattern[str]
    about: re.Pattern[str] | None = None
    """What the sentence must speak of, if anything."""
    pages: bool = False
    """Whether it says so on pages and sheets alone, not in agreements."""


_FIRST_VERB = r"(?: [\w'-]+){1,12} et(?= (?!l[ea']))"
"""*met les locaux à disposition et cofinance le poste*: the subject has several verbs."""
_VERB_GAP = (
    r"\)?(?:[ ,]*(?:et ses partenaires|qui|a|ont|avait|avaient|y|en|se|s'|l'|la|le|les|leur|lui|"
    r"egalement|"
    r"conjointement|aussi|donc|"
    r"ainsi|ensemble|\([^)]{0,40}\)))*[ ,]*"
)

FOLLOWED: tuple[Cue, ...] = tuple(
    Cue(role, re.compile(rf"\b(?:{words})"))
    for role, words in (
        ("SIGNATORY", signing.FOLLOWED),
        ("LEAD", leading.FOLLOWED),
        ("FUNDER", funding.FOLLOWED),
    )
)
FOLLOWED += (
    Cue("FUNDER", re.compile(rf"\b(?:{funding.FOLLOWED_OF_MONEY})"), funding.MONEY),
    Cue("PARTNER", re.compile(rf"\b(?:{joining_in.FOLLOWED})")),
)
PRECEDED: tuple[Cue, ...] = tuple(
    Cue(role, re.compile(rf"(?:{_FIRST_VERB})?{_VERB_GAP}\b(?:{words})"))
    for role, words in (
        ("SIGNATORY", signing.PRECEDED),
        ("LEAD", leading.PRECEDED),
        ("FUNDER", funding.PRECEDED),
    )
)
PRECEDED += (
    Cue("LEAD", re.compile(rf"{_VERB_GAP}\b(?:{leading.OF_PAGES})"), pages=True),
    Cue("PARTNER", re.compile(rf"{_VERB_GAP}\b(?:{joining_in.PRECEDED})")),
)

CHAIN = re.compile(
    r"(?:,|;|:|\bet\b|\bainsi que\b|\bde meme que\b|\bou\b|\bavec\b|/|\(|-|–|\bpar\b|\bdont\b)"
)
BREAK = re.compile(
    r"[.!?](?:\s|$)|\b(?:qui|afin|pour (?!un (?:tiers|quart|montant)|une (?:part|"
    r"moitie))(?:la|le|un|une|que|des|les)|est|sont|ont|a ete|a "
    r"pour|permet\w*|vise\w*|s'engage\w*|sur (?:le|la|les)|dans (?:le|la|les|un|une)|"
    r"lors|au sein|situee?s?|"
    r"peut|doit|sera|seront|pourra\w*|propose\w*|porte|pilote|assure\w*|apporte\w*|"
    r"finance\w*|est)\b"
)
