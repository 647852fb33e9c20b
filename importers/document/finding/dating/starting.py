"""When the action of an experience sheet began: sheets tell it in a sentence, not in a calendar."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.dating.binding import NO_AGREEMENT
from importers.document.finding.dating.dated import Dated, Rank
from importers.document.finding.dating.when import YEAR_LENGTH, When, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.cited import is_cited
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import is_sheet
from importers.document.structure.sentences import sentences

_NO_START = frozenset((Zone.CITED, Zone.FUNDER))
_ACTION = (
    r"(?:il|elle|l[ea'] ?(?:present\w* )?(?:action|dispositif|service|projet|demarche|experience|"
    r"experimentation|initiative|operation|structure|lieu|atelier|reseau|equipe|plateforme|"
    r"permanence|association|bus|maison|espace|epicerie|programme|aventure)\w*)"
)
_BEGUN = (
    r"(?:demarr|debut|commenc|lanc|ouv(?:r|ert)|cre[e]|inaugur|initi|mis(?:e)? en (?:place|oeuvre|"
    r"service|route)|pris la route|en place|declaree?|installee?|fonde|nee?\b|ne en|vu(?:e)? le "
    r"jour|experiment)\w*"
)
_ON = (
    r"(?: (?:ses portes|officiel|a|en|le|au|des|depuis|debut|fin|courant|printemps|ete|automne|"
    r"hiver|la|"
    r"rentree|"
    r"\w+ement))* ?(?:de )?$"
)
_OPENING = re.compile(
    r"(?:^|, )ouverture(?: (?:au public|d[eu] \w+|de la \w+|de l'\w+|des \w+))? (?:en|le|debut|fin|"
    r"a la rentree) $"
)
"""*Étude en 2022, ouverture du guichet le 1er mars 2023*."""
_FIRST = re.compile(
    r"^l[ea]s? premi(?:er|ere)s? [\w' -]{3,40}? (?:(?:s'est|se|a|ont|est|sont) [\w ]{3,30}?|"
    r"ouvrent|demarrent) (?:en|le|au|fin|"
    r"debut)(?: printemps| ete| automne)? ?$"
)
"""*Le premier binôme s'est installé en septembre 2020*."""
_OPENS = re.compile(
    r"^(?:(?:l[ea]s? |l')[\w'-]+(?: [\w'-]+){0,4}?|elle|il) (?:ouvre|a ouvert ses portes|prend "
    r"la route|"
    r"voit le jour|demarre|"
    r"est inaugure)"
    r"\w*(?: (?:enfin|finalement|officiellement))?(?: (?:a|au|dans) [\w' -]{3,25}?)? (?:en|le|"
    r"au|depuis)(?: printemps| ete)? ?(?:de )?$"
)
"""*Le garage ouvre à Vesoul en mars 2010*."""
_IT_IS = re.compile(r"^elle est signee (?:le|en) $")
_AGREED = re.compile(
    r"(?:^convention|\b(?:une|la) convention|\bla charte)\b[^.;]{0,120}\b(?:(?:est|a ete|,) "
    r"?signee|(?:a ete |est )?(?:conclue|passee))(?: entre [^.;]{3,80})? (?:le|en) $"
)
"""What binds those who carry the action."""
_CHARTER = re.compile(r"\bune? (?:convention|charte|protocole)\b")
_BEGAN = re.compile(
    rf"(?:^|[,:] |\bque? ){_ACTION}\b[^.;:,]{{0,40}}?(?:, [^,.;]{{3,50}},)? ?{_BEGUN}{_ON}"
)
_BEGUN_IN = re.compile(rf"^{_BEGUN}{_ON}")
"""*Lancée en septembre 2018, l'action...*"""
_SINCE = re.compile(
    r"^depuis (?:le |l'|la )?"
    r"(?:(?:debut|fin|printemps|ete|automne|hiver|rentree)(?: de)? )?$|"
    r"\b(?:existe|fonctionne|circule|propose|anime|gere|porte|accueille|"
    r"organise|intervient|"
    r"tient|met|developpe|assure)(?:nt)? depuis(?: le| la rentree(?: de)?| debut| fin)? ?$"
)


_BEGINNINGS = (_BEGAN, _BEGUN_IN, _OPENS, _OPENING, _FIRST)


def of_sheet(
    clean: Clean, blocks: Sequence[Block], own: Own, named: Sequence[Named]
) -> Iterator[Dated]:
    """The starts that the sentences of a sheet tell of its action; none of an agreement, whose
    dates are its own, nor where a sentence names a framework."""
    if own.kind not in (None, "FICHE", *NO_AGREEMENT) or not is_sheet(blocks):
        return
    starts = [each.start for each in named]
    for block in blocks:
        if block.zone in _NO_START:
            continue
        last = ""
        for start, end in sentences(clean, block):
            if is_cited(clean, block, start):
                continue
            alone = not any(start <= each < end for each in starts)
            it = bool(_CHARTER.search(last))
            for when in dates(clean, start, end):
                before = clean.fold[start : when.start]
                if when.until is None and (told := _told(before, when, block.zone, alone, it)):
                    yield Dated(told[0], when.value, start, end, told[1])
            last = clean.fold[start:end]


def _told(before: str, when: When, zone: Zone, alone: bool, it: bool) -> tuple[str, Rank] | None:
    """What a date of a sheet is, by the words before it; ``alone`` when no framework is named,
    ``it`` when *elle* is what binds those who carry the action."""
    if _AGREED.search(before) or (it and _IT_IS.search(before)):
        return ("signed", Rank.DEDUCED) if len(when.value) > YEAR_LENGTH else None
    if alone and any(words.search(before) for words in _BEGINNINGS):
        return "start", Rank.SENTENCE
    vague = before == "depuis " and len(when.value) == YEAR_LENGTH
    if alone and zone is not Zone.NEED and _SINCE.search(before) and not vague:
        return "start", Rank.DEDUCED
    return None
