"""The dates of the text's own framework: each bound to it by its sentence, or left out.

A date counts when a cue says what it is (*signé le*, *pour la période*, *à compter du*) and the
framework that the sentence speaks of is the text's own. One that belongs to another framework, or
to nothing that is named, is no date of this one.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

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


_SIGNED = re.compile(r"\b(?:co-?)?(?:sign(?:ee?s?|ature|e)|signai(?:en)?t|signent)\b[^.;]{0,90}$")
_SIGNED_AFTER = re.compile(r"^[ ,]*(?:a ete |ont ete |avait ete |etait |est |fut )?(?:co)?sign")
_NOT_SIGNED = re.compile(
    r"\bsigna\w* (?:par|de)? ?(?:delegation|prevue)|(?:deliber|adopt|approuv|vot)\w*[^.;,]{0,60}$"
)
_FAIT = re.compile(r"\bfait (?:a|en)\b[^.;]{0,60}$|\bfait[^.;]{0,40}le ?$")
_START = re.compile(
    r"\b(?:a compter (?:du|de)|a partir (?:du|de)|(?:entr\w+|prend\w*|prise) (?:en "
    r"vigueur|effet|d'effet)[^.;]{0,40}?|date d'effet|debut\w*(?: le| en| au)?|"
    r"demarr\w+(?: le| en| au)?|"
    r"(?:mis|mise) en (?:place|oeuvre)(?: depuis| en| des)?|depuis|lance\w*(?: en| le| "
    r"depuis)?|conclue? en|cree\w* en|engage\w* depuis)[ :]*(?:le |l'annee |la |"
    r"septembre |au )?$"
)
_END = re.compile(
    r"\b(?:jusqu'(?:au|en|a)(?: la fin de l'annee| fin)?|(?:pren\w+|prendra) fin (?:le|"
    r"au|en)?|s'achev\w+ (?:le|au|en)?|expir\w+ (?:le|au)?|arriv\w+ a (?:echeance|terme|"
    r"son terme) (?:le|au|en|fin)?|echeance(?: au| le|:| fixee au)?|date de fin|fin "
    r"(?:de validite)?)[ :]*(?:le |au |fin |31 )?$"
)
_PERIOD = re.compile(
    r"\b(?:periodes?|pour (?:la periode|les annees|une duree|\w+ ans)|durees?|couvr\w+|"
    r"conclu\w*|etabli\w*|porte\w* sur|programmation|valable|validite|etendu\w*|"
    r"s'etend\w*|annees?|pluriannuel\w*|deroul\w+|signee?)\b[^.;]{0,60}$"
)
_DURATION = re.compile(
    r"\b(?:duree|periode)s? (?:\w+ ){0,3}?(?:de |: ?)?(?P<number>\d+|un|une|deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf|dix) (?:\(\d+\) )?(?P<unit>ans?|annees?|mois)\b"
)
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
_NUMBERS |= {"huit": 8, "neuf": 9, "dix": 10}
_THIS = re.compile(
    r"\b(?:(?:la|le|cette|ce|cet|present|presente|du|de la|notre|ledit|ladite|son|sa)) "
    r"(?:presente? )?(?:convention|contrat|avenant|protocole|charte|projet|programme|"
    r"pacte|schema|accord|document|demarche|partenariat)\b|\b(?:celui-ci|celle-ci|il|"
    r"elle)\b"
)
_OTHERS = re.compile(
    r"\b(?:loi|decret|agrement|arrete|code|circulaire|ordonnance|deliberation|article [lrd]\b|"
    r"precedente?|premiere?|ancien\w*|anterieur\w*|diagnostic|enquete|recensement|insee|"
    r"habitants|bilan)\b"
)
_CITES = re.compile(r"[-– ]*(?:vu|considerant)\b")
_PLANS = frozenset(("PSD", "SCHEMA", "PLAN", "PROGRAMME", "STRATEGIE", "PROJET", "PACTE", "CHARTE"))
_ADOPTED = re.compile(r"\b(?:adopte|vote|approuve)e?s? (?:par [^.;,]{3,60} )?(?:le|en|du) ?$")
"""A plan that one body adopts has no signature: it begins when it is adopted."""
_TO = re.compile(r"\s*(?:-|–|a|au|jusqu'(?:a|au|en)|et|/)\s*(?:le |la fin de |fin )?")


def validity(
    clean: Clean, blocks: Sequence[Block], own: Own, named: Sequence[Named], kind: str
) -> list[Dated]:
    """The dates of the framework, each thing once, the surest first."""
    told = [*_of_calendar(clean, blocks, kind)]
    for block in blocks:
        for start, end in sentences(clean, block):
            told += _of_sentence(clean, block, start, end, own, named, kind)
    told.sort(key=lambda each: -len(each.value))  # a day says it better than a year
    title = {each.what: each for each in _of_title(clean, own, kind)}
    found = [each for each in told if _agrees(each, title)]
    return [*found, *title.values(), *told]


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
    for when in dates(clean, start, end):
        before, after = clean.fold[start : when.start], clean.fold[when.end : end]
        what = _what(when, before, after, block, own)
        if not what or not _is_own(block, when, before, inside, own, kind, what):
            continue
        if what == "period" and when.until is not None:
            found.append(Dated("start", when.value, when.start, when.end))
            found.append(Dated("end", when.until, when.start, when.end))
        else:
            found.append(Dated(what, when.value, when.start, when.end))
            if what == "start" and (last := _after_duration(clean.fold[start:end], when)):
                found.append(Dated("end", last, start, end))
    return found


def _what(when: When, before: str, after: str, block: Block, own: Own) -> str:
    if when.until is not None:
        return "period" if _PERIOD.search(before) or re.search(r"[(,] ?$", before) else ""
    if block.zone is Zone.SIGNATURES and (
        _FAIT.search(before)
        or _SIGNED.search(before)
        or re.fullmatch(r"(?:[a-z' -]+, )?(?:le )?", before)
    ):
        return "signed"
    if _FAIT.search(before) and len(when.value) == 10:
        return "signed"
    if _END.search(before):
        return "end"
    if _START.search(before):
        return "start"
    if own.kind in _PLANS and _ADOPTED.search(before):
        return "start"
    if (_SIGNED.search(before) or _SIGNED_AFTER.match(after)) and not _NOT_SIGNED.search(before):
        return "signed"
    return ""


def _is_own(
    block: Block,
    when: When,
    before: str,
    inside: Sequence[Named],
    own: Own,
    kind: str,
    what: str,
) -> bool:
    """Whether a date is the own framework's: the last framework named before it decides, then
    the words *la présente convention*; a sentence that names none is trusted in a convention."""
    if what == "signed" and block.zone is Zone.SIGNATURES:
        return True
    if _OTHERS.search(before[-70:]):
        return False
    nearest = next((each for each in reversed(inside) if each.start < when.start), None)
    if nearest is None:
        nearest = next(
            (each for each in inside if each.start >= when.end and each.start - when.end < 60), None
        )
    if nearest is not None:
        if nearest.start <= when.start < nearest.end and nearest.kind != own.kind:
            return False
        return (nearest.kind == own.kind and own.kind is not None) or (
            not nearest.specific and bool(_THIS.search(before)) and kind == CONVENTION
        )
    if own.kind in (None, "FICHE"):
        return False
    if what == "signed" and re.search(r"\b(?:la|sa) signature\b", before):
        return True
    if _THIS.search(before):
        return kind == CONVENTION or what == "signed"
    return (
        kind == CONVENTION
        and what in ("start", "end", "period")
        and bool(re.search(r"\bduree|\bvigueur|\beffet|periode", before))
    )


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
