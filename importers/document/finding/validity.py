"""The dates of the text's own framework: each bound to it by its sentence, or left out.

One that belongs to another framework, or to nothing that is named, is no date of this one: nothing
is better than a guess.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from importers.document.finding.binding import Said, is_own, what_of
from importers.document.finding.dates import When, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, Zone, sentences
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import CONVENTION, FICHE


class Dated(NamedTuple):
    """A date of the framework and the span of the text that says it."""

    what: str
    value: str
    start: int
    end: int


_DURATION = re.compile(
    r"\b(?:durees?|periodes?|pour|conclue?) (?:\w+ ){0,3}?(?:de |: ?)?(?P<number>\d+|un|"
    r"une|deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf|dix) (?:\(\d+\) )?(?P<unit>ans?|annees?|mois)\b"
)
_AT_SIGNATURE = re.compile(
    r"\b(?:contrat|convention|protocole|charte|pacte|avenant|accord|elle|il)\b[^.;]{0,30} "
    r"(?:prend|prendra|entre|entrera) (?:en vigueur|effet) "
    r"(?:au jour|a la date|des|a compter|a partir|le jour)(?: (?:de|du jour de))? (?:sa|la) "
    r"signature"
)
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
_NUMBERS |= {"huit": 8, "neuf": 9, "dix": 10}
_CITES = re.compile(r"[-– ]*(?:vu|considerant)\b")
_RECENT = 300
"""Characters within which *il* or *elle* still means the framework named last."""
_TO = re.compile(r"\s*(?:-|–|a|au|jusqu'(?:a|au|en)|et|/)\s*(?:le |la fin de |fin )?")


def validity(
    clean: Clean, blocks: Sequence[Block], own: Own, named: Sequence[Named], kind: str
) -> list[Dated]:
    """The dates of the framework, each thing once, the surest first."""
    told = [*_of_calendar(clean, blocks, kind)]
    for block in blocks:
        for start, end in sentences(clean, block):
            told += _of_sentence(clean, block, start, end, own, named, kind)
    told += _at_signature(clean, told, kind)
    told.sort(key=lambda each: -len(each.value))  # a day says it better than a year
    title = {each.what: each for each in _of_title(clean, own, kind)}
    found = [each for each in told if _agrees(each, title)]
    return [*found, *title.values(), *told]


def _at_signature(clean: Clean, told: Sequence[Dated], kind: str) -> list[Dated]:
    """The start of an agreement that takes effect the day that it is signed."""
    signed = next((each for each in told if each.what == "signed" and len(each.value) == 10), None)
    if kind != CONVENTION or signed is None or any(each.what == "start" for each in told):
        return []
    return [signed._replace(what="start")] if _AT_SIGNATURE.search(clean.fold) else []


def _agrees(told: Dated, title: dict[str, Dated]) -> bool:
    """Whether a sentence says better what the title's period says: the same year with its day,
    or an end that was put off."""
    period = title.get(told.what)
    if period is None:
        return True
    if told.what == "end":
        return len(told.value) > 4 and told.value[:4] >= period.value
    return told.value[:4] == period.value and len(told.value) > 4


def _of_title(clean: Clean, own: Own, kind: str) -> list[Dated]:
    """*Contrat local de santé 2017-2022*: the period in the title, or beside the first naming."""
    spans = [(own.start, own.end)] if kind != FICHE else []
    if own.named is not None:
        spans.append((own.named.start, min(own.named.end + 25, len(clean.text))))
    for start, end in spans:
        for when in dates(clean, start, end):
            if when.until is not None and len(when.value) == 4:
                return [
                    Dated("start", when.value, when.start, when.end),
                    Dated("end", when.until, when.start, when.end),
                ]
    return []


def _of_calendar(clean: Clean, blocks: Sequence[Block], kind: str) -> list[Dated]:
    """A labelled calendar: a period, a start, or one date alone."""
    found: list[Dated] = []
    for block in blocks:
        if block.zone is not Zone.CALENDAR or (kind != FICHE and block.content == block.start):
            continue
        told = dates(clean, block.content, block.end)
        label = clean.fold[block.start : block.content]
        if "signature" in label:
            found += [
                Dated("signed", each.value, each.start, each.end)
                for each in told[:1]
                if each.until is None
            ]
        elif told and told[0].until is not None:
            found.append(Dated("start", told[0].value, told[0].start, told[0].end))
            found.append(Dated("end", told[0].until, told[0].start, told[0].end))
        elif len(told) > 1 and _TO.fullmatch(clean.fold[told[0].end : told[1].start]):
            found.append(Dated("start", told[0].value, told[0].start, told[1].end))
            found.append(Dated("end", told[1].value, told[0].start, told[1].end))
        elif told:
            what = "end" if re.search(r"\b(?:fin|echeance)\b", label) else "start"
            found.append(Dated(what, *told[0][2:3], *told[0][:2]))
            if len(told[0].value) == 4 and what == "start":
                found.append(Dated("end", told[0].value, *told[0][:2]))
    return found


def _of_sentence(
    clean: Clean, block: Block, start: int, end: int, own: Own, named: Sequence[Named], kind: str
) -> list[Dated]:
    found: list[Dated] = []
    if _CITES.match(clean.fold, start):
        return found
    inside = [each for each in named if start <= each.start < end]
    whole = clean.fold[start:end]
    past = [each for each in named if start - _RECENT < each.start < start]
    earlier = past[-1] if past else None
    for when in dates(clean, start, end):
        before, after = clean.fold[start : when.start], clean.fold[when.end : end]
        said = Said(when, whole, before, after, inside, earlier, block.zone)
        what = what_of(said, own)
        if not what or not is_own(said, what, own, kind):
            continue
        if what == "period" and when.until is not None:
            found.append(Dated("start", when.value, when.start, when.end))
            found.append(Dated("end", when.until, when.start, when.end))
        else:
            found.append(Dated(what, when.value, when.start, when.end))
            if what == "start" and (last := _after_duration(whole, when)):
                found.append(Dated("end", last, start, end))
    return found


def _after_duration(plain: str, when: When) -> str | None:
    """The last day of so many years from a day: *trois ans à compter du 1er janvier 2020*."""
    told = _DURATION.search(plain)
    if told is None or len(when.value) != 10 or "signature" in plain[told.end() : told.end() + 40]:
        return None
    number = _NUMBERS.get(told["number"]) or int(told["number"])
    first = date.fromisoformat(when.value)
    months = first.month - 1 + (number if told["unit"] == "mois" else 12 * number)
    try:
        return (
            first.replace(year=first.year + months // 12, month=months % 12 + 1) - timedelta(1)
        ).isoformat()
    except ValueError:
        return None
