"""What one line of a calendar says, by its label and by what stands between its dates."""

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.document.finding.dating.dated import Dated, Rank, at, period
from importers.document.finding.dating.durations import last_day, months_of
from importers.document.finding.dating.when import DAY_LENGTH, YEAR_LENGTH, When, dates
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean

_TO = re.compile(r"\s*(?:-|–|→|a|au|jusqu'(?:a|au|en)|et|/)\s*(?:le |la fin de |fin )?")
_ENDS = re.compile(r"\b(?:fin|echeance|terme|jusqu'\w+)\b[^.;]{0,40}$")
_OTHER = re.compile(r"\b(?:contrat|convention|schema|programme|plan)\b")
OPENS = re.compile(
    r"\b(?:ouverture|lancement|demarrage|debut|premier|premiere|premiers|premieres|installation|"
    r"mise en (?:service|place)|a (?:compter|partir) d\w+|des (?=(?:\w+ )?(?:19|20)\d\d)|"
    r"intermediaire|bilan d'etape|mi-\w+)\b"
)
"""What begins rather than ends."""
_THAT_IS = re.compile(r"\bsoit (?:la )?(?:fin |en )?$")
"""*Jusqu'au terme du contrat de ville, soit fin 2030*."""
_BEGUN = re.compile(
    r"\b(?:demarrage|ouverture|lancement) ?: ?(?:en |le )?$|"
    r"\bmise en (?:route|service) (?:en|le) (?:[a-z]+di )?$"
)
_HALFWAY = re.compile(r"\b(?:intermediaire|mi-\w+)\b[^,;]{0,25}$")
_GOES_ON = re.compile(r"\b(?:generalisation|perennisation|perenne|ensuite)\b")
"""*Phase test de janvier à décembre 2019, généralisation ensuite*."""
_THEN = re.compile(r",? (?:puis|et) ")
BEGINS = re.compile(
    r"(?:debut|depuis(?= ?:)|demarrage|lancement|(?:annee|date)s? (?:de |"
    r"d')(?:creation|debut|lancement|"
    r"ouverture|demarrage|mise en (?:oeuvre|place|service)))"
)


def told_by_line(clean: Clean, block: Block) -> list[Dated]:
    """What one line of a calendar says: a signature, an end, a period, a start."""
    told = dates(clean, block.content, block.end)
    if not told:
        return []
    first = next(
        (each for each in told if _BEGUN.search(clean.fold, block.content, each.start)), told[0]
    )
    labelled = block.content > block.start
    label = clean.fold[block.start : block.content if labelled else first.start]
    if "signature" in label:
        return [at("signed", first)] if first.until is None else []
    if last := _period_until(clean, told):
        whole = period(first.value, last.until or last.value, first.start, last.end)
        return whole[:1] if _GOES_ON.search(clean.fold, last.end, block.end) else whole
    if re.search(r"\b(?:fin|echeance|cloture)\b", label):
        begins = OPENS.search(clean.fold, block.content, first.start)
        return [at("start" if begins else "end", first)]
    ends = next((each for each in told[1:] if _is_end(clean, block, each)), None)
    if ends is not None:
        return [at("start", first), at("end", ends)]
    if months := months_of(clean.fold[block.start : block.end]):
        return _lasting(first, months)
    opens = BEGINS.match(label) or OPENS.search(clean.fold, block.content, first.start)
    if len(first.value) == YEAR_LENGTH and len(told) == 1 and not opens:
        return period(first.value, first.value, *first[:2])
    return [at("start", first)]


def _period_until(clean: Clean, told: Sequence[When]) -> When | None:
    """The date that ends the period of a line, if it tells one: periods one after the other, the
    years that head columns, two dates joined by *au*."""
    if told[0].until is not None:
        return _last_of(clean, told)
    if _are_columns(clean, told):
        return told[-1]
    joined = len(told) > 1 and _TO.fullmatch(clean.fold[told[0].end : told[1].start])
    return told[1] if joined else None


def _lasting(first: When, months: int) -> list[Dated]:
    """A start, and the end after its duration: *3 ans, à compter de septembre 2024*."""
    start = at("start", first)
    whole = months if len(first.value) == DAY_LENGTH else months - 1  # the month itself counts
    last = last_day(first.value, whole) if len(first.value) > YEAR_LENGTH else None
    return [start, Dated("end", last, *first[:2], Rank.DEDUCED)] if last else [start]


def _last_of(clean: Clean, told: Sequence[When]) -> When:
    """The last of periods told one after the other: *du 9 janvier au 30 juin, puis du 18...*"""
    last = told[0]
    for each in told[1:]:
        if each.until is None or not _THEN.fullmatch(clean.fold[last.end : each.start]):
            break
        last = each
    return last


def _are_columns(clean: Clean, told: Sequence[When]) -> bool:
    """Whether dates are those that head the columns of a table, whose rules a scan may have lost:
    *2023 | 2024 | 2025*, *T1 2022 T2 2022 2023*."""
    gaps = [clean.fold[one.end : other.start].strip() for one, other in pairwise(told)]
    rising = all(one.value <= other.value for one, other in pairwise(told))
    return bool(gaps) and rising and all(gap in ("", "|") for gap in gaps)


def _is_end(clean: Clean, block: Block, when: When) -> bool:
    """Whether a later date of a calendar is its end, and of nothing that is named there."""
    before = clean.fold[block.content : when.start].rsplit(". ", 1)[-1]
    if when.until is not None or not _ENDS.search(before) or _HALFWAY.search(before):
        return False
    return bool(_THAT_IS.search(before)) or not _OTHER.search(before)
