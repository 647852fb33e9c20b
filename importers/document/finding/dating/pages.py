"""Signatures that a page tells without their year: *signée lundi 9 octobre*, *ce même jour*."""

import re
from collections.abc import Iterator, Sequence

from graph.dates import MONTHS, parse_date
from importers.document.finding.dating.dated import Dated
from importers.document.finding.dating.when import dates
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block, sentences
from importers.document.structure.clean import Clean, fold

_MONTHS = {fold(month): number for number, month in enumerate(MONTHS, start=1)}
_PARTIAL = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(_MONTHS)})\b(?! (?:19|20)\d\d)"
)
_SIGNED = re.compile(r"\b(?:signee?s?|paraphee?s?|signature)\b")
_PUBLISHED = re.compile(r"\b(?:publiee?|mise? (?:en ligne|a jour)|actualite)\b[^\n]{0,20}$")
_SAME_DAY = re.compile(r"(?:ce|le) (?:meme )?jour(?:-la)?\b")
_AGREEMENT = re.compile(r"\b(?:convention|contrat|charte|protocole|pacte|schema|accord)\b")
_DAY = 10


def of_page(clean: Clean, blocks: Sequence[Block], own: Own) -> Iterator[Dated]:
    """Signatures of the agreement in a page's title, their year or day told elsewhere."""
    if own.named is None and not _AGREEMENT.search(fold(own.title)):
        return
    published, last = _published(clean, blocks), ""
    for block in blocks:
        for start, end in sentences(clean, block):
            plain = clean.fold[start:end]
            days = [each for each in dates(clean, start, end) if len(each.value) == _DAY]
            if _SAME_DAY.match(plain) and _SIGNED.search(plain) and last:
                yield Dated("signed", last, start, end)
            if published and _SIGNED.search(plain) and not days:
                yield from _with_year(clean, start, end, published)
            last = days[-1].value if days else ""


def _published(clean: Clean, blocks: Sequence[Block]) -> str:
    """The day that a page says it was published, or that stands alone on a line; else empty."""
    for block in blocks:
        for each in dates(clean, block.start, block.end):
            alone = each.start == block.start and each.end == block.end
            said = _PUBLISHED.search(clean.fold[block.start : each.start])
            if len(each.value) == _DAY and (alone or said):
                return each.value
    return ""


def _with_year(clean: Clean, start: int, end: int, published: str) -> Iterator[Dated]:
    """A day of a sentence, in the last year before the page was published."""
    told = _PARTIAL.search(clean.fold, start, end)
    if told is None:
        return
    month_day = f"{_MONTHS[told['month']]:02}-{int(told['day']):02}"
    year = int(published[:4]) - (month_day > published[5:])
    try:
        yield Dated("signed", parse_date(f"{year}-{month_day}"), *told.span())
    except ValueError:
        return
