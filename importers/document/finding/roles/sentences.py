"""Roles from the words of a sentence: a cue that a run of mentions follows, or precedes."""

import re
from collections.abc import Iterator

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.cues import BREAK, CHAIN, FOLLOWED, PRECEDED, Cue
from importers.document.finding.roles.statements import RUNS, Said
from importers.document.structure.clean import Clean

_INSERTED = re.compile(r"[ ]?(?:\([^)\n]{1,80}\)|,[^,.;:\n]{3,120},)")
_DASH = re.compile(r" [–-]")
"""*La Ville et ses communes - Vire et Caen - ont signé*."""

_AFTER_CUE = 70

_LONGEST_GAP = 110
_OBJECT = 60
"""Characters after a verb within which stands what is led."""

_BESIDE = re.compile(
    r"\b(?:en (?:lien|partenariat|collaboration)|aux cotes|avec l'appui|avec le (?:concours|"
    r"soutien)|"
    r"avec la participation)\b"
)
"""What brings in others than whom the cue speaks of."""

_UNNAMED = (
    r"(?:(?:de |d'|les |leurs |ses )?(?:\w+ )?(?:partenaires|acteurs|institutions|collectivites|"
    r"(?:\d+ )?communes|villes|communautes (?:de communes|d'agglomeration)|intercommunalites|"
    r"associations)(?: \w+)?(?:,? (?:dont|parmi lesquel\w+|notamment|et)|,| [–-])\s?)?"
)
"""A group between two names: *l'État et de nombreux partenaires, dont la Région*."""
_AND = re.compile(
    r"\)?\s*(?:\([^)]*\))?[\s,]*(?:et|,|ainsi que|de meme que|/)[\s,]*"
    rf"{_UNNAMED}(?:(?:le|la|les|l'|ses|son|sa|de|d')\s*)?|\s?\("
)
"""What joins two mentions, or a name and the acronym in brackets after it."""
_ALSO = re.compile(
    r"\)?\s*(?:\([^)]*\))?[\s,/|–-]*(?:et|,|ainsi que|de meme que|/|–|-|\()?[\s,]*(?:(?:pour|a "
    r"hauteur de|"
    r"a) [\w %,€]{1,30} )?"
    rf"{_UNNAMED}(?:par )?(?:(?:le|la|les|l'|ses|son|sa|de|du|de la|de l'|des|d'|deux|trois|"
    r"quatre|cinq|six)\s*){0,2}"
)
"""What joins those who lead or pay together: *par l'ARS (25 000 €) et par la Ville*."""
_BODY = re.compile(
    r"\b(?:comites?|commissions?|cellules?|groupes?|instances?|reunions?|conseil)\b[^.;]{0,60}$"
)
_RUNS_BODY = re.compile(
    r" (?:l[ea]s? |l'|une? |des |du |de la |de l'|ce |cette )?(?:comites? |commissions? |"
    r"cellules? |groupes? de travail|instances? |reunions? )"
)
"""Who runs a body does not lead what the body is about."""
_DENIED = re.compile(r"\b(?:n'|ne )\w+ (?:pas|plus|jamais) (?:\w+ )?$")
"""*L'action n'est plus financée par la CAF*."""
_GIVEN_TO = re.compile(r"\b(?:a|au|aux) (?:la |le |les |l')?$")
"""*La subvention à l'association*: who receives it."""
_NEXT = re.compile(r", (?:(?:la|le|les) |l')")
"""What ends an opening (*En lien avec la CAF, la Ville pilote*): an enumeration ends with *et*."""
_WHO = re.compile(r",? qui\b")
"""*avec le CCAS, qui le porte*: it is the CCAS that does."""
_NOUN = re.compile(r"(?:\w+ )?partenaires?\b")
"""*Six partenaires (la Ville, l'État) ont signé*: those whom it names may be the subject."""
_ASIDE = re.compile(
    r",? (?:dans le cadre|dans la limite|au titre|a hauteur|pour (?:l'annee|un "
    r"montant))\b[^,;.]{0,80}"
)
"""What a run of mentions may be broken by without ending."""


def by_cues(
    clean: Clean, span: tuple[int, int], told: list[Mention], agreement: Agreement, said: Said
) -> None:
    """State the roles that the cues of a sentence give to the mentions told in it."""
    taken: set[int] = set()
    for cue in FOLLOWED if told else ():
        for start, end in _places(clean, cue, span, agreement):
            lists = clean.fold[start:end].rstrip().endswith((":", " sont"))
            alone = cue.role in ("LEAD", "FUNDER") and not lists
            for mention in _following(clean, end, told, alone=alone):
                if cue.role != "PARTNER" or id(mention) not in taken:
                    runs = cue.role == "LEAD" and agreement.signs is False
                    said.add(mention, RUNS if runs else cue.role)
                    if not _NOUN.match(clean.fold, start):
                        taken.add(id(mention))
    for cue in (each for each in PRECEDED if agreement.presents or not each.pages):
        for index, mention in enumerate(told):
            if not _is_subject(clean, cue, mention, span, agreement):
                continue
            itself = _WHO.match(clean.fold, mention.end, span[1])
            subject = index if itself else _subject(clean, told, index, taken)
            for each in _preceding(clean, told, subject, taken) if subject is not None else ():
                said.add(each, cue.role)


def _places(
    clean: Clean, cue: Cue, span: tuple[int, int], agreement: Agreement
) -> Iterator[tuple[int, int]]:
    """Where the words of a cue stand in a sentence that speaks of the text's own agreement."""
    start, end = span
    plain = clean.fold[start:end]
    if cue.about is not None and not cue.about.search(plain):
        return
    for found in cue.pattern.finditer(plain):
        place = start + found.end()
        foreign = cue.role != "PARTNER" and agreement.is_foreign(start, place, cue.role)
        unsigned = cue.role == "SIGNATORY" and not agreement.is_signed(
            start, plain[: found.end()], end
        )
        of_body = cue.role == "LEAD" and _BODY.search(plain[: found.start()])
        denied = _DENIED.search(plain[: found.start()])
        part = cue.role == "LEAD" and not agreement.is_whole(plain[: found.start()])
        if not (foreign or unsigned or of_body or denied or part):
            yield start + found.start(), place


def _is_subject(
    clean: Clean, cue: Cue, mention: Mention, span: tuple[int, int], agreement: Agreement
) -> bool:
    """Whether the verb of a cue is said of a mention, of the text's own agreement."""
    start, end = span
    verb = _verb(clean, cue, mention, end)
    if verb is not None and cue.role == "LEAD" and _RUNS_BODY.match(clean.fold, verb, end):
        return False
    if verb is not None and cue.role == "LEAD":
        return agreement.is_whole(clean.fold[verb : min(end, verb + _OBJECT)])
    if verb is None or cue.role != "SIGNATORY":
        return verb is not None
    before, after = clean.fold[start : mention.start], clean.fold[verb:end]
    return agreement.is_signed_before(before, verb, after)


def _verb(clean: Clean, cue: Cue, mention: Mention, end: int) -> int | None:
    """Where the verb of a cue ends that is said of a mention."""
    found = (cue.pattern.match(clean.fold, place, end) for place in _after(clean, mention))
    return next((each.end() for each in found if each), None)


def _following(clean: Clean, place: int, told: list[Mention], *, alone: bool) -> list[Mention]:
    """The run of mentions told that words before a place open: joined by commas, *et*, brackets.

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
        if alone and (
            not _ALSO.fullmatch(gap) if chain else _BESIDE.search(gap) or _GIVEN_TO.search(gap)
        ):
            break
        chain.append(mention)
        place, limit = mention.end, _LONGEST_GAP
    return chain


def _after(clean: Clean, mention: Mention) -> Iterator[int]:
    """Where the verb of a mention may stand: right after it, or after what commas enclose."""
    yield mention.end
    if dash := _DASH.match(clean.fold, mention.end):
        yield dash.end()
    place = mention.end
    while len(clean.fold) > place and (inserted := _INSERTED.match(clean.fold, place)):
        place = inserted.end() - 1
        yield inserted.end()


def _subject(clean: Clean, told: list[Mention], index: int, taken: set[int]) -> int | None:
    """The mention that a verb is said of: not one that *en lien avec* has just brought in, unless
    it stands after those, by itself."""
    for place in range(index, -1, -1):
        if id(told[place]) not in taken:
            return place
    gap = clean.fold[told[index - 1].end : told[index].start] if index else ""
    return index if _NEXT.fullmatch(gap) else None


def _preceding(clean: Clean, told: list[Mention], index: int, taken: set[int]) -> list[Mention]:
    """The run of mentions that ends with one."""
    chain = [told[index]]
    for previous in reversed(told[:index]):
        gap = clean.fold[previous.end : chain[-1].start]
        if not _AND.fullmatch(gap) or id(previous) in taken:
            break
        chain.append(previous)
    return chain
