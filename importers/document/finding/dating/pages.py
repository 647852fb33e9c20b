"""Signatures that a page tells without their year: *signée lundi 9 octobre*, *ce même jour*."""

import re
from collections.abc import Iterator, Sequence

from graph.dates import parse_date
from importers.document.finding.dating.dated import Dated
from importers.document.finding.dating.when import DAY_LENGTH, dates
from importers.document.finding.own import Own
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean, fold
from importers.document.structure.sentences import sentences
from importers.french import MONTH_NUMBERS

_PARTIAL = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(MONTH_NUMBERS)})\b(?! (?:19|20)\d\d)"
)
_SIGNED = re.compile(r"\b(?:signee?s?|officialisee?s?|paraphee?s?|signatures?)\b")
_PARAPHED = re.compile(
    r"\b(?:(?:a|ont) (?:signe|paraphe)|s'agissait de signer|signature)\b[^.;]{0,60}"
    r"\b(?:conventions?|contrat|charte|protocole|pacte|schema|accord)\b"
)
"""What was done on the day that the sentence before tells."""
_HELD = re.compile(
    r"\b(?:ceremonie|rencontre|evenement)\b[^.;]{0,40}(?:a eu lieu|s'est (?:tenue?|deroulee?))"
)
"""The day of what a page titled *Signature de...* tells."""
_DATELINE = re.compile(
    r"[a-z][a-z' -]{2,30}, (?:le )?(?:[a-z]+di )?\d{1,2}(?:er)? [a-z]+ \d{4}\.?|"
    r"(?:le |ce )(?:[a-z]+di )?\d{1,2}(?:er)? [a-z]+ \d{4}, (?:a|au|en|dans) [^.;]{3,70}\."
)
"""*Pompey, jeudi 27 février 2025.*"""
_PUBLISHED = re.compile(
    r"\b(?:publiee?|redigee?|article du|mise? (?:en ligne|a jour)|actualite)\b[^\n]{0,20}$"
)
_SAME_DAY = re.compile(r"(?:ce|le) (?:meme )?jour(?:-la)?\b")
_AGREEMENT = re.compile(r"\b(?:convention|contrat|charte|protocole|pacte|schema|accord)\b")
_SIGNED_KINDS = frozenset(("CONVENTION", "CHARTE", "PROTOCOLE", "PACTE", "CONTRAT"))


def of_page(clean: Clean, blocks: Sequence[Block], own: Own) -> Iterator[Dated]:
    """Signatures of the agreement in a page's title, their year or day told elsewhere."""
    if (
        own.kind not in _SIGNED_KINDS
        and own.named is None
        and not _AGREEMENT.search(fold(own.title))
    ):
        return
    published, last = _published(clean, blocks), ""
    for block in blocks:
        for start, end in sentences(clean, block):
            plain = clean.fold[start:end]
            days = [each for each in dates(clean, start, end) if len(each.value) == DAY_LENGTH]
            held = _HELD.search(plain) or _DATELINE.fullmatch(plain)
            about = clean.fold if plain.startswith("la ceremonie") else fold(own.title)
            if days and held and _SIGNED.search(about):
                yield Dated("signed", days[0].value, start, end)
            dated = dates(clean, start, end) or _PARTIAL.search(clean.fold, start, end)
            if not dated and last and _PARAPHED.search(plain):
                yield Dated("signed", last, start, end)
            if _SAME_DAY.match(plain) and _SIGNED.search(plain) and last:
                yield Dated("signed", last, start, end)
            if published and _SIGNED.search(plain) and not days:
                yield from _with_year(clean, start, end, published)
            last = days[-1].value if days and plain.endswith((".", "!")) else ""


def _published(clean: Clean, blocks: Sequence[Block]) -> str:
    """The day that a page says it was published, or that stands alone on a line; else empty."""
    for block in blocks:
        for each in dates(clean, block.start, block.end):
            alone = each.start == block.start and each.end == block.end
            said = _PUBLISHED.search(clean.fold[block.start : each.start])
            if len(each.value) == DAY_LENGTH and (alone or said):
                return each.value
    return ""


def _with_year(clean: Clean, start: int, end: int, published: str) -> Iterator[Dated]:
    """A day of a sentence, in the last year before the page was published."""
    told = _PARTIAL.search(clean.fold, start, end)
    if told is None:
        return
    month_day = f"{MONTH_NUMBERS[told['month']]:02}-{int(told['day']):02}"
    year = int(published[:4]) - (month_day > published[5:])
    try:
        yield Dated("signed", parse_date(f"{year}-{month_day}"), *told.span())
    except ValueError:
        return
