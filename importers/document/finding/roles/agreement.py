"""Whether what a sentence says is signed is the text's own agreement, or another one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.frameworks import Named
from importers.document.finding.own import OF_ANOTHER, THAT
from importers.document.structure.kinds import CONVENTION, DELIBERATION, FICHE

_FRAMES = re.compile(
    r"\b(?:conventions?|contrats?|avenants?|protocoles?|chartes?|pactes?|accords?)\b"
)
_ANOTHER_AFTER = re.compile(
    r"[^.;]{0,30}\b(?:une?|des) (?:\w+ )?(?:conventions?|contrats?|accords?|protocoles?|chartes?)\b"
)
_IT_IS = re.compile(r"(?:c'est|il s'agit d') ?une? ")
"""*C'est une convention de partenariat passée entre...*"""
_ACTIVELY = re.compile(r"\b(?:a|ont) (?:\w+ )?(?:co)?sign")
_OF_PARTS = frozenset((CONVENTION, DELIBERATION, FICHE))
"""Documents that tell who runs each part of what they are about."""
_WHOLE = re.compile(
    r"\b(?:l[ea]s?|l'|ce|cette|cet|du|son|sa|ses) ?(?:presente? |nouve\w+ )?(?:convention|"
    r"contrat|projets?|"
    r"demarche|programmes?|schema|protocole|charte|pacte|pilotage|portage|coordination|conseil|"
    r"reseau|dispositif|actions?|"
    r"operation|"
    r"partenariat|clsm|cls|ctg|pst|plan)\b"
)
_SCHEMES = frozenset(
    ("PRE", "FONDS", "CLAS", "REAAP", "LABEL", "QPV", "RESEAU", "FSL", "ASV", "PLIE")
)
_NEAR = 90
BINDING = frozenset((CONVENTION, DELIBERATION))
"""Kinds of documents in which *la convention* is their own."""


class Agreement(NamedTuple):
    """The agreement of a text: the kind of document, the common noun of the agreement's kind, the
    namings of it, those of other frameworks, and the folded title of a page or a fiche on one; None
    for a text that is an agreement itself, decides of one, or names none."""

    document: str
    noun: str
    own: Sequence[Named]
    others: Sequence[Named]
    title: str | None
    signs: bool | None = None
    """Whether whatever agreement a text names is signed by those whom it tells (a sheet: True), or
    only that of which it says *ont signé* (a page of services: False); None where its own agreement
    decides."""

    @property
    def presents(self) -> bool:
        """Whether the text describes (a page, a fiche) rather than binds or decides."""
        return self.document not in BINDING

    def is_whole(self, words: str) -> bool:
        """Whether what these folded words say is led is what the text is about: in an agreement,
        *l'accueil de jour est géré par...* is one part of it."""
        return self.document not in _OF_PARTS or not words.strip(" .") or bool(_WHOLE.search(words))

    def is_foreign(self, start: int, place: int, role: str) -> bool:
        """Whether the words before a place of a sentence speak of another framework; who leads
        or pays for a scheme that an agreement takes up does so in the agreement too."""
        if role == "SIGNATORY" and self.document == DELIBERATION:
            return False  # it decides of its own agreement, whatever else it names
        return any(
            start <= each.start < place
            and place - each.end < _NEAR
            and (role == "SIGNATORY" or each.kind not in _SCHEMES)
            for each in self.others
        )

    def is_signed(self, start: int, said: str, end: int) -> bool:
        """Whether who stands after ``said``, the folded words from the start of a sentence, signs
        this agreement: in an agreement, *une convention* is another one; elsewhere a convention is
        the one of the title, or named in the sentence."""
        if self.signs is not None:
            return self.signs or bool(_ACTIVELY.search(said))
        if self.title is None:
            return self.document == DELIBERATION or not OF_ANOTHER.search(said)
        if any(start <= each.start < end for each in self.own):
            return True
        if _IT_IS.match(said):
            return True
        frames = _FRAMES.findall(said)
        return not frames or frames[-1].rstrip("s") in (*self.title.split(), self.noun, "accord")

    def is_signed_before(self, before: str, verb: int, after: str) -> bool:
        """Whether who stands before a verb signs this agreement; ``before`` are the words of the
        sentence before them, ``after`` those that follow the verb, which ends at a place. Beside
        a council (a CLSPD), which has no noun as nobody signs it, an agreement is its own."""
        if self.signs is not None:
            return True
        that = THAT.search(before)
        if that and not (self.title and self.noun and self.noun in that[0]):
            return False
        named = [each for each in (*self.own, *self.others) if 0 <= each.start - verb < _NEAR]
        if self.noun and named and min(named, key=lambda each: each.start) in self.others:
            return False
        return (
            self.title is not None
            or self.document == DELIBERATION
            or not _ANOTHER_AFTER.match(after)
        )
