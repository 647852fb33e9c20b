"""Roles from the words of a sentence: a cue that a run of mentions follows, or precedes."""

import re
from collections.abc import Iterator

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.cues import BREAK, CHAIN, FOLLOWED, PRECEDED, Cue
from importers.document.finding.roles.statements import Said
from importers.document.structure.clean import Clean

_INSERTED = re.compile(r"[ ]?(?:\([^)\n]{1,80}\)|,[^,.;:\n]{3,120},)")

_AFTER_CUE = 70

_LONGEST_GAP = 110

_BESIDE = re.compile(
    r"\b(?:en (?:lien|partenariat|collaboration)|aux cotes|avec l'appui|avec le (?:concours|"
    r"soutien)|"
    r"avec la participation)\b"
)
"""What brings in others than whom the cue speaks of."""

_AND = re.compile(
    r"\)?\s*(?:\([^)]*\))?[\s,]*(?:et|,|ainsi que|/)[\s,]*(?:(?:le|la|les|l'|ses|son|sa)\s*)?|\s?\("
)
"""What joins two mentions, or a name and the acronym in brackets after it."""
_ALSO = re.compile(
    r"\)?\s*(?:\([^)]*\))?[\s,/|–-]*(?:et|,|ainsi que|/|–|-|\()?[\s,]*(?:(?:pour|a hauteur de|"
    r"a) [\w %,€]{1,30} )?"
    r"(?:par )?(?:(?:le|la|les|l'|ses|son|sa|de|du|de la|de l'|des|d')\s*){0,2}"
)
"""What joins those who lead or pay together: *par l'ARS (25 000 €) et par la Ville*."""
_BODY = re.compile(
    r"\b(?:comites?|commissions?|cellules?|groupes?|instances?|reunions?|conseil)\b[^.;]{0,60}$"
)
"""Who runs a body does not lead what the body is about."""
_WHO = re.compile(r",? qui\b")
"""*avec le CCAS, qui le porte*: it is the CCAS that does."""
_ASIDE = re.compile(
    r",? (?:dans le cadre|au titre|a hauteur|pour (?:l'annee|un montant))\b[^,;.]{0,80}"
)
"""What a run of mentions may be broken by without ending."""


def by_cues(
    clean: Clean, span: tuple[int, int], told: list[Mention], agreement: Agreement, said: Said
) -> None:
    """State the roles that the cues of a sentence give to the mentions told in it."""
    start, end = span
    plain = clean.fold[start:end]
    taken: set[int] = set()
    for cue in FOLLOWED if told else ():
        if cue.about is not None and not cue.about.search(plain):
            continue
        for found in cue.pattern.finditer(plain):
            place = start + found.end()
            if cue.role != "PARTNER" and agreement.is_foreign(start, place):
                continue
            if cue.role == "SIGNATORY" and not agreement.is_signed(
                start, plain[: found.end()], end
            ):
                continue
            if cue.role == "LEAD" and _BODY.search(plain[: found.start()]):
                continue
            for mention in _following(clean, place, told, alone=cue.role in ("LEAD", "FUNDER")):
                if cue.role != "PARTNER" or id(mention) not in taken:
                    taken.add(id(mention))
                    said.add(mention, cue.role)
    for cue in (each for each in PRECEDED if agreement.presents or not each.pages):
        for index, mention in enumerate(told):
            verb = _verb(clean, cue, mention, end)
            if verb is None or (
                cue.role == "SIGNATORY" and not agreement.is_signed_before(clean.fold[verb:end])
            ):
                continue
            itself = _WHO.match(clean.fold, mention.end, end)
            subject = index if itself else _subject(told, index, taken)
            for each in _preceding(clean, told, subject) if subject is not None else ():
                said.add(each, cue.role)


def _verb(clean: Clean, cue: Cue, mention: Mention, end: int) -> int | None:
    """Where the verb of a cue ends that is said of a mention."""
    found = (cue.pattern.match(clean.fold, place, end) for place in _after(clean, mention))
    return next((each.end() for each in found if each), None)


def _following(clean: Clean, place: int, told: list[Mention], *, alone: bool) -> list[Mention]:
    """The run of mentions that a cue opens: joined by commas, *et*, brackets.

    ``alone``: those whom *avec*, *en lien avec*, *avec le soutien de* bring in have another role.
    """
    chain: list[Mention] = []
    limit = _AFTER_CUE
    for mention in told:
        if mention.start < place:
            continue
        gap = _ASIDE.sub("", clean.fold[place : mention.start])
        if len(gap) > limit or BREAK.search(gap) or (chain and not CHAIN.search(gap)):
            break
        if alone and (not _ALSO.fullmatch(gap) if chain else _BESIDE.search(gap)):
            break
        chain.append(mention)
        place, limit = mention.end, _LONGEST_GAP
    return chain


def _after(clean: Clean, mention: Mention) -> Iterator[int]:
    """Where the verb of a mention may stand: right after it, or after what commas enclose."""
    yield mention.end
    place = mention.end
    while len(clean.fold) > place and (inserted := _INSERTED.match(clean.fold, place)):
        place = inserted.end() - 1
        yield inserted.end()


def _subject(told: list[Mention], index: int, taken: set[int]) -> int | None:
    """The mention that a verb is said of: not one that *en lien avec* has just brought in."""
    while index >= 0 and id(told[index]) in taken:
        index -= 1
    return index if index >= 0 else None


def _preceding(clean: Clean, told: list[Mention], index: int) -> list[Mention]:
    """The run of mentions that ends with one."""
    chain = [told[index]]
    for previous in reversed(told[:index]):
        gap = clean.fold[previous.end : chain[-1].start]
        if not _AND.fullmatch(gap):
            break
        chain.append(previous)
    return chain
