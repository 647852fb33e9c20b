"""Dates from where they stand: the title, a labelled calendar."""

import re
from collections.abc import Sequence
from itertools import groupby

from importers.document.finding.dating.dated import Dated
from importers.document.finding.dating.when import YEAR_LENGTH, When, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import FICHE

_TO = re.compile(r"\s*(?:-|–|a|au|jusqu'(?:a|au|en)|et|/)\s*(?:le |la fin de |fin )?")
_ENDS = re.compile(r"\b(?:fin|echeance|terme|jusqu'\w+)\b[^.;]{0,40}$")
_OTHER = re.compile(r"\b(?:contrat|convention|schema|programme|plan)\b")
_ANCIENT = re.compile(
    r"\b(?:(?:precedente?|ancien(?:ne)?|premiere?|suite (?:au|a la)) |"
    r"(?:remplac\w*|succed\w*|prolong\w*) (?:le |la |l'|au |a la |a l')?)$"
)
_BEGINS = re.compile(
    r"(?:debut|depuis|demarrage|(?:annee|date)s? (?:de |d')(?:creation|debut|lancement|ouverture))"
)


def of_title(clean: Clean, own: Own, named: Sequence[Named], kind: str) -> list[Dated]:
    """*Contrat local de santé 2017-2022*: the period in the title, or beside a naming."""
    spans = [(own.start, own.end)] if kind != FICHE else []
    if own.named is not None:
        spans.append((own.named.start, min(own.named.end + 25, len(clean.text))))
    for start, end in spans:
        for when in dates(clean, start, end):
            if when.until is not None and len(when.value) == YEAR_LENGTH:
                return _period(when.value, when.until, when.start, when.end)
    if own.named is None or not own.named.specific:
        return []
    for each in named:
        if (
            each.kind == own.kind
            and each.years
            and not _ANCIENT.search(clean.fold[max(0, each.start - 25) : each.start])
        ):
            return _period(*each.years, each.start, each.end)
    return []


def of_calendar(clean: Clean, blocks: Sequence[Block], kind: str) -> list[Dated]:
    """A labelled calendar: a period, a start, an end, a signature, or one date alone; of several
    lines under one label, from the first date to the last."""
    found: list[Dated] = []
    for is_calendar, group in groupby(blocks, lambda each: each.zone is Zone.CALENDAR):
        if not is_calendar:
            continue
        under = list(group)
        dated = [each for each in under if dates(clean, each.content, each.end)]
        if kind == FICHE and len(dated) > 1 and under[0].content >= under[0].end:
            found += _over_lines(clean, dated)
        else:
            told = [each for each in under if kind == FICHE or each.content > each.start]
            found += [date for each in told for date in _told(clean, each)]
    return found


def _over_lines(clean: Clean, lines: Sequence[Block]) -> list[Dated]:
    first = dates(clean, lines[0].content, lines[0].end)[0]
    last = dates(clean, lines[-1].content, lines[-1].end)[-1]
    end = last.until or last.value
    if end[:4] < first.value[:4]:
        return [Dated("start", first.value, *first[:2])]
    return [Dated("start", first.value, *first[:2]), Dated("end", end, *last[:2])]


def _told(clean: Clean, block: Block) -> list[Dated]:
    told = dates(clean, block.content, block.end)
    label = clean.fold[block.start : block.content]
    if not told:
        return []
    first = told[0]
    if "signature" in label:
        return [Dated("signed", first.value, *first[:2])] if first.until is None else []
    if first.until is not None:
        return _period(first.value, first.until, *first[:2])
    if len(told) > 1 and _TO.fullmatch(clean.fold[first.end : told[1].start]):
        return _period(first.value, told[1].value, first.start, told[1].end)
    if re.search(r"\b(?:fin|echeance|cloture)\b", label):
        return [Dated("end", first.value, *first[:2])]
    last = next((each for each in told[1:] if _is_end(clean, block, each)), None)
    if last is not None:
        return [Dated("start", first.value, *first[:2]), Dated("end", last.value, *last[:2])]
    if len(first.value) == YEAR_LENGTH and not _BEGINS.match(label):
        return _period(first.value, first.value, *first[:2])
    return [Dated("start", first.value, *first[:2])]


def _is_end(clean: Clean, block: Block, when: When) -> bool:
    """Whether a later date of a calendar is its end, and of nothing that is named there."""
    before = clean.fold[block.content : when.start].rsplit(". ", 1)[-1]
    return when.until is None and bool(_ENDS.search(before)) and not _OTHER.search(before)


def _period(first: str, last: str, start: int, end: int) -> list[Dated]:
    return [Dated("start", first, start, end), Dated("end", last, start, end)]
