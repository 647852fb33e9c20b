"""Dates from a calendar: the lines under a label, the steps of an action, the rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from importers.document.finding.dating.calendar_line import BEGINS, OPENS, told_by_line
from importers.document.finding.dating.dated import Dated, at
from importers.document.finding.dating.when import DAY_LENGTH, dates
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import FICHE

_LONGEST_STEP = 60
_STEP = re.compile(r"(?:[^.;\n]|\.(?=\d))+")
_PUBLIC = re.compile(
    r"\b(?:ouverture|demarrage|debut|lancement|premi(?:er|ere)s? (?!trim|sem|bilan)\w+|mise en "
    r"(?:service|"
    r"place|route|circulation))\b"
)
"""What opens an action, after it has been studied and voted."""
_DATE_FIRST = re.compile(
    r"(?:fin |debut )?(?:[\w.]{2,12} )?(?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?(?: : | \| )\w"
)
_CLAUSE = re.compile(r"[^;.]*")
_NO_MORE = re.compile(r" : (?:fin |debut |courant |des |le )?")
_COLUMN = re.compile(r"\| ?(?:echeances?|calendrier|dates?|quand|periodes?|delais?) ?\??$", re.M)
"""The head of a table whose last column has dates."""


def of_calendar(
    clean: Clean, blocks: Sequence[Block], kind: str, *, after: bool = False
) -> list[Dated]:
    """A labelled calendar: a period, a start, an end, a signature, or one date alone; of several
    lines under one label, from the first date to the last. An action that is told ``after`` it
    began has its opening for start, and no end: it goes on."""
    found: list[Dated] = []

    def is_dated(block: Block) -> bool:
        return block.zone is Zone.CALENDAR or (kind == FICHE and _is_step(clean, block))

    for is_calendar, group in groupby(blocks, is_dated):
        under = list(group)
        labelled = any(each.zone is Zone.CALENDAR for each in under)
        if not is_calendar or (not labelled and len(under) == 1):
            continue
        dated = [each for each in under if _is_dated(clean, each)]
        whole = [each for each in dated if _lasts(clean, each)]
        if kind == FICHE and after:
            found += _opening(clean, dated)
        elif whole:
            found += told_by_line(clean, whole[0])
        elif kind == FICHE and len(dated) > 1:
            over = _over_lines(clean, dated)
            found += over if labelled else over[:1]  # steps alone do not tell when all is done
        else:
            told = [each for each in under if kind == FICHE or each.content > each.start]
            found += [date for each in told for date in told_by_line(clean, each)]
    return found


def _opening(clean: Clean, lines: Sequence[Block]) -> list[Dated]:
    """The date of the step that opens an action to its public, else of the first step."""
    steps = [
        (step.start(), when)
        for line in lines
        for step in _STEP.finditer(clean.fold, line.start, line.end)
        for when in dates(clean, step.start(), step.end())[:1]
    ]
    if not steps:
        return []
    opens = (
        when for start, when in steps if _PUBLIC.search(clean.fold, start, _end_of(clean, start))
    )
    first = next(opens, steps[0][1])
    end = [Dated("end", first.until, *first[:2])] if first.until and len(steps) == 1 else []
    return [at("start", first), *end]


def _end_of(clean: Clean, start: int) -> int:
    step = _STEP.match(clean.fold, start)
    return step.end() if step else start


def _is_dated(clean: Clean, block: Block) -> bool:
    """Whether a line has a date, but for what brackets add."""
    beside = clean.text[block.start] == "("
    return not beside and bool(dates(clean, block.content, block.end))


def _lasts(clean: Clean, block: Block) -> bool:
    """Whether a line tells from which day to which day: *Durée : du 1er janvier 2023 au...*"""
    told = dates(clean, block.content, block.end)
    return len(told) == 1 and told[0].until is not None and len(told[0].until) == DAY_LENGTH


def _is_step(clean: Clean, block: Block) -> bool:
    """Whether a line is a label and a date, as *Évaluation finale : décembre 2025*, or a date and
    what is done then: *2024 – 2026 : déploiement*."""
    if _DATE_FIRST.match(clean.fold, block.start, block.end):
        return True
    mark = clean.fold.rfind(" : ", block.start, block.end)
    told = (
        dates(clean, mark, block.end) if block.start <= mark < block.start + _LONGEST_STEP else []
    )
    return bool(told) and _NO_MORE.fullmatch(clean.fold[mark : told[0].start]) is not None


def of_schedule(clean: Clean, blocks: Sequence[Block], kind: str) -> list[Dated]:
    """The steps of an action in the rows of a table, each with its date in the last column."""
    head = next((number for number, each in enumerate(blocks) if _has_dates(clean, each)), None)
    if kind != FICHE or head is None:
        return []
    rows: list[Block] = []
    for block in blocks[head + 1 :]:
        last = clean.text.rfind("|", block.start, block.end)
        place = max(last, block.content - 1) + 1
        if not dates(clean, place, block.end) or (last < 0 and block.content == block.start):
            break
        rows.append(replace(block, content=place))
    return _over_lines(clean, rows) if len(rows) > 1 else []


def _has_dates(clean: Clean, block: Block) -> bool:
    return bool(_COLUMN.search(clean.fold, block.start, block.end))


def _over_lines(clean: Clean, lines: Sequence[Block]) -> list[Dated]:
    begins = (each for each in lines if BEGINS.match(clean.fold, each.start))
    opening = next(begins, lines[0])
    first = dates(clean, opening.content, opening.end)[0]
    *earlier, last = dates(clean, lines[-1].content, lines[-1].end)
    end = last.until or last.value
    clause = _CLAUSE.match(clean.fold, last.end, lines[-1].end)
    about = clause.end() if clause else last.end
    since = earlier[-1].end if earlier else lines[-1].start
    opens = last.until is None and OPENS.search(clean.fold, since, about)
    if opens or end[:4] < first.value[:4]:
        return [at("start", first)]
    return [at("start", first), Dated("end", end, *last[:2])]
