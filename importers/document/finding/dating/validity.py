"""The dates of the text's own framework: each bound to it by its sentence, or left out.

One that belongs to another framework, or to nothing that is named, is no date of this one: nothing
is better than a guess.
"""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.dating.amended import signed_before
from importers.document.finding.dating.binding import is_own
from importers.document.finding.dating.calendars import of_calendar, of_schedule
from importers.document.finding.dating.dated import Dated, Rank, at
from importers.document.finding.dating.durations import last_day, months_of
from importers.document.finding.dating.pages import of_page
from importers.document.finding.dating.starting import of_sheet
from importers.document.finding.dating.telling import Said, what_of
from importers.document.finding.dating.titles import of_head, of_title
from importers.document.finding.dating.when import DAY_LENGTH, YEAR_LENGTH, When, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own, is_call
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.cited import is_cited
from importers.document.structure.clean import Clean, fold
from importers.document.structure.kinds import CONVENTION, FICHE, PAGE, is_sheet
from importers.document.structure.sentences import sentences

_AT_SIGNATURE = re.compile(
    r"(?:(?:prend|prendra|entre|entrera) (?:en vigueur|effet)|conclue?|etablie?|valable|durees?|"
    r"vaut|court|s'applique)\b "
    r"[^.;]{0,60}?(?:au jour|du jour|a la date|des|a compter|a partir|a dater|le jour)(?: (?:de|du "
    r"jour de|de la "
    r"date de))? (?:sa|la|leur)(?: date de)? signature"
)
_GOES_ON = re.compile(r"(?:elle|il|celui-ci|celle-ci)\b")
"""A sentence on what the one before speaks of."""
_AMENDMENT = re.compile(r"(?:^|\n)(?:avenants?|actes? modificatifs?) (?:n|a la|au |\d)")
_HEAD = 600
_EXPERIENCE = re.compile(
    r"\bpubliee? le\b|\bexperiences?\b|\bbonnes? pratiques?\b|\btype d'action\b|\bmots cles\b"
)
"""What heads a sheet that tells an action after it began."""
_BY_AMENDMENT = re.compile(r"\b(?:present|cet) avenant\b")
_DURATION = re.compile(
    r"\b(?:duree|(?:date|prise) d'effet|effet|terme|vie d[eu]|temps|validite|entree en vigueur)\b"
)
_HEADING = 60
_RECENT = 300
"""Characters within which *il* or *elle* still means the framework named last."""


def validity(
    clean: Clean, blocks: Sequence[Block], own: Own, named: Sequence[Named], kind: str
) -> list[Dated]:
    """The dates of the framework, the surest of each thing first."""
    laid_as = FICHE if kind == PAGE and is_sheet(blocks) else kind
    after = _EXPERIENCE.search(clean.fold, 0, _HEAD) is not None
    told = [] if is_call(own) else of_calendar(clean, blocks, laid_as, after=after)
    told += of_schedule(clean, blocks, laid_as)
    lasting = False
    for block in blocks:
        lasting = under_duration(clean, block, lasting)
        last = ""
        for start, end in sentences(clean, block):
            told += _of_sentence(
                clean, block, (start, end), own, named, kind, lasting=lasting, last=last
            )
            last = clean.fold[start:end]
    if kind == PAGE:
        told += of_page(clean, blocks, own)
    if kind in (PAGE, FICHE):
        told += [each for each in of_sheet(clean, blocks, own, named) if _adds(each, told)]
    if kind == FICHE and all(each.what != "start" for each in told):
        told += of_head(named)
    amends = _AMENDMENT.search(clean.fold, 0, _HEAD) or fold(own.title).startswith("avenant")
    before = signed_before(clean, own, named) if amends else None
    told += _from_signature(clean, told, kind, before)
    told += _from_article(clean, blocks, told, kind)
    if amends and any(each.rank is Rank.SIGNATURES for each in told):
        told = [each for each in told if each.what != "signed" or each.rank is Rank.SIGNATURES]
    told.sort(key=lambda each: (each.rank, -len(each.value)))  # a day says it better than a year
    told = [*_precise(told), *told]
    if amends:
        told.sort(key=lambda each: each.value if each.what == "end" else "", reverse=True)
    cited = () if amends else blocks
    title = {each.what: each for each in of_title(clean, cited, own, named, kind)}
    if _is_over(title, told):
        title = {}
    found = [each for each in told if _agrees(each, title)]
    return [*found, *title.values(), *told]


def _precise(told: Sequence[Dated]) -> list[Dated]:
    """The dates, of lesser ranks, that say in which month or on which day the years told are."""
    first = {each.what: each for each in reversed(told)}
    return [
        each
        for each in told
        if len(first[each.what].value) == YEAR_LENGTH < len(each.value)
        and each.value.startswith(first[each.what].value)
    ]


def _adds(told: Dated, before: Sequence[Dated]) -> bool:
    """Whether a sentence of a sheet tells what its calendar does not, or tells it better."""
    same = [each.value for each in before if each.what == told.what]
    return not same or any(told.value.startswith(value) for value in same)


def _is_over(title: dict[str, Dated], told: Sequence[Dated]) -> bool:
    """Whether a period ends before the text is signed, or before the start that it tells: it is
    that of the agreement before."""
    first = (
        min((each.value[:4] for each in told if each.what == what), default="")
        for what in ("signed", "start")
    )
    return "end" in title and any(title["end"].value <= year for year in first if year)


def _from_signature(
    clean: Clean, told: Sequence[Dated], kind: str, before: Dated | None
) -> Iterator[Dated]:
    """The start, and the end after its duration, of what takes effect the day it is signed; of an
    agreement signed ``before`` and amended since, unless the sentence says it of the amendment."""
    signed = [each for each in told if each.what == "signed" and len(each.value) == DAY_LENGTH]
    at = _AT_SIGNATURE.search(clean.fold)
    if kind != CONVENTION or not signed or at is None:
        return
    sentence = clean.fold.rfind(".", 0, at.start()) + 1
    first = min(signed, key=lambda each: each.rank)
    if before is not None and "avenant" not in clean.fold[sentence : at.end()]:
        first = before
    first = first._replace(rank=Rank.DEDUCED)
    yield first._replace(what="start")
    months = months_of(clean.fold[sentence : at.end() + 60])
    if months and (last := last_day(first.value, months)):
        yield Dated("end", last, at.start(), at.end(), Rank.DEDUCED)


def _from_article(
    clean: Clean, blocks: Sequence[Block], told: Sequence[Dated], kind: str
) -> Iterator[Dated]:
    """The end after the duration that the article on it tells, of what begins on a day told in
    another sentence of it; none against the year that another sentence tells."""
    starts = (each for each in told if each.what == "start" and len(each.value) == DAY_LENGTH)
    start = next(starts, None)
    ends = [each.value for each in told if each.what == "end"]
    ended = any(len(each) > YEAR_LENGTH for each in ends)
    if kind != CONVENTION or ended or start is None:
        return
    lasting = False
    for block in blocks:
        lasting = under_duration(clean, block, lasting)
        months = months_of(clean.fold[block.start : block.end]) if lasting else None
        last = last_day(start.value, months) if months else None
        if last and all(last.startswith(each) for each in ends):
            yield Dated("end", last, block.start, block.end, Rank.DEDUCED)
            return


def _agrees(told: Dated, title: dict[str, Dated]) -> bool:
    """Whether a sentence says better what the title's period says: the same year with its day,
    or an end that was put off."""
    period = title.get(told.what)
    if period is None:
        return True
    if told.what == "end":
        return len(told.value) > YEAR_LENGTH and told.value[:4] >= period.value
    return told.value[:4] == period.value and len(told.value) > YEAR_LENGTH


def under_duration(clean: Clean, block: Block, before: bool) -> bool:
    """Whether a block is the article on the duration: its own heading says so, or that before."""
    label = clean.fold[block.start : min(block.end, block.start + _HEADING)]
    if block.heading or re.match(r"(?:article|titre|\d+|[ivx]+)\b", label):
        return bool(_DURATION.search(label))
    return before


def _of_sentence(
    clean: Clean,
    block: Block,
    span: tuple[int, int],
    own: Own,
    named: Sequence[Named],
    kind: str,
    *,
    lasting: bool,
    last: str,
) -> list[Dated]:
    start, end = span
    found: list[Dated] = []
    if is_cited(clean, block, start):
        return found
    inside = [each for each in named if start <= each.start < end]
    whole = clean.fold[start:end]
    past = [each for each in named if start - _RECENT < each.start < start]
    earlier = past[-1] if past else None
    for when in dates(clean, start, end):
        before, after = clean.fold[start : when.start], clean.fold[when.end : end]
        said = Said(when, whole, before, after, inside, earlier, block.zone, lasting, last)
        what = what_of(said, own)
        if not what or not is_own(said, what, own, kind):
            continue
        if what == "start" and _BY_AMENDMENT.search(before):
            continue  # when the amendment takes effect, not what it amends
        lasts = f"{last} {whole}" if _GOES_ON.match(whole) else whole
        found += _of_date(when, what, lasts, block.zone, (start, end))
    return found


def _of_date(
    when: When, what: str, sentence: str, zone: Zone, span: tuple[int, int]
) -> Iterator[Dated]:
    """What one date says, with the end that a duration in its sentence gives."""
    if what == "period" and when.until is not None:
        yield at("start", when)
        yield Dated("end", when.until, when.start, when.end)
        return
    rank = Rank.SIGNATURES if zone is Zone.SIGNATURES else Rank.SENTENCE
    yield at(what, when, rank)
    months = months_of(sentence)
    if not months or len(when.value) == YEAR_LENGTH or what == "end":
        return
    lasts = _LASTS_FROM.match(sentence, when.end - span[1] + len(sentence))
    if what == "signed" and lasts:  # « signée en juin 2020 pour trois ans »
        yield at("start", when, Rank.DEDUCED)
    if (what == "start" and "signature" not in sentence) or lasts:
        last = last_day(when.value, months)
        if last:
            yield Dated("end", last, *span, Rank.DEDUCED)


_LASTS_FROM = re.compile(r",? pour (?:une duree |une periode )?")
