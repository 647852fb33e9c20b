"""Frameworks that a text names: their kind, their name as written, the years in it."""

import re
from collections.abc import Iterator
from string import digits
from typing import NamedTuple

from importers.document.finding.framework_kinds import KINDS
from importers.document.structure.clean import Clean


class Named(NamedTuple):
    """A framework named at a place of the text; ``head`` ends the words that tell its kind, and it
    is ``specific`` when these are more than a common noun."""

    start: int
    head: int
    end: int
    kind: str
    specific: bool
    years: tuple[str, str] | None


_GROUPS = [
    f"(?P<k{number}>(?:{words})\\b"
    + (f"|(?:{'|'.join(letters.lower().replace('é', 'e').split())})\\d?\\b" if letters else "")
    + ")"
    for number, (_, _, words, letters) in enumerate(KINDS)
]
_SCANNER = re.compile(rf"(?<![\w-])(?:{'|'.join(_GROUPS)})")
_LETTERS = frozenset(
    word.lower().replace("é", "e") for *_, letters in KINDS for word in letters.split()
)
_YEARS = re.compile(
    r"\s*[,:(]?\s*(?:(?:pour (?:la periode |les annees )?|sur la periode |de |periode "
    r")?)?(?P<from>(?:19|20)\d\d)\s?(?:[-–/]|a|au)\s?(?P<to>(?:19|20)\d\d)\)?"
)
_BRACKET = re.compile(r"\s?\((?:[A-Z][\w.+ -]{1,12})\)")
_CAP = r"(?:[A-ZÀ-Þ]|(?!(?:19|20)\d\d)\d)[\w'@.&-]*"
_TAIL = re.compile(
    rf"(?:[ ](?:intercommunal|métropolitain|communautaire|intercommunautaire|"
    rf"départemental|territorial|local|tout au long de la vie|de nouvelle génération|"
    rf"unique|urbain|rural)\w*)*"
    rf"(?:[ ](?:de la |de l'|de |du |des |d'|en |l'|– |- )?(?:(?:Ville|ville|commune|"
    rf"Commune|territoire|Communauté|communauté|Métropole|métropole|agglomération|Pays|"
    rf"Département|département|Région|région)(?: (?:de communes|d'agglomération|"
    rf"urbaine))?[ ](?:de la |de l'|de |du |des |d'|en |l')?)?{_CAP}(?:[ -](?:de |du |"
    rf"des |la |le |les |en |sur |d'|l'|et )*{_CAP})*)?"
)
_TO_NAME = re.compile(rf"(?: [a-zà-ÿ'-]+){{0,6}}? {_CAP}(?:[ -]{_CAP})*")
_LONG_TAIL = re.compile(
    r"(?:[ ](?!est\b|sont\b|qui\b|que\b|lie\b|unit\b|dans\b|avec\b|par\b|afin\b|ainsi\b|signé|"
    r"entre\b|"
    r"permet|mais\b|a\b|ont\b|peu\w+|défini\w+|pouvai\w+|voté|et (?:à|au|aux|la|le|les|"
    r"l'|son|sa|leur)\b|porté|piloté|pour (?:la période|"
    r"les années)|au\b|aux\b|sera|mis\b|mise\b|adopté|élaboré|visant|signer|ou\b|où\b|"
    r"sur\b|dont\b|comme\b|lors\b|en (?:cours|vue|lien|articulation|vigueur|"
    r"matière))(?:[\w'@&-]|\.(?=\w))+){0,11}"
)
_QUOTED = re.compile(r" [«\"“] ?[A-ZÀ-Þ0-9][^»\"”\n]{1,60}[»\"”]")
"""A name between quotes: *le programme « Bien vieillir »*."""


def frameworks(clean: Clean) -> Iterator[Named]:
    """The frameworks that a text names, in order, none within another."""
    place = 0
    while found := _SCANNER.search(clean.fold, place):
        assert found.lastgroup is not None
        place = found.end()
        kind, specific, _, _ = KINDS[int(found.lastgroup[1:])]
        said = clean.text[found.start() : found.end()]
        if found[0].rstrip(digits) in _LETTERS and not (
            said.isupper() or (said[0].isupper() and said[1:2].isupper())
        ):
            continue
        named = _extended(clean, found.start(), found.end(), kind, specific)
        if named is not None and not _holds_another(clean, named):
            place = named.end
            yield named


def _holds_another(clean: Clean, named: Named) -> bool:
    """Whether a common noun only leads to a framework (*convention cadre du contrat de ville*)."""
    inner = None if named.specific else _SCANNER.search(clean.fold, named.head, named.end)
    return inner is not None and KINDS[int((inner.lastgroup or "k0")[1:])][1]


def _extended(clean: Clean, start: int, end: int, kind: str, specific: bool) -> Named | None:
    limit = clean.text.find("\n", end)
    limit = len(clean.text) if limit < 0 else limit
    head = end
    if bracket := _BRACKET.match(clean.text, end, limit):
        end = bracket.end()
    pattern = _TAIL if specific else _LONG_TAIL
    quoted = None if specific else _QUOTED.match(clean.text, end, limit)
    tail = quoted or pattern.match(clean.text, end, limit)
    if tail and tail[0].strip():
        end = tail.end()
    while end > head and clean.text[end - 1] in " .,;:'":
        end -= 1
    cut = re.search(r" (?:de|du|des|la|le|les|l|d|et|en|pour|a)$", clean.fold[head:end])
    if cut:
        end = head + cut.start()
    if kind in ("RESEAU", "LABEL") and (proper := _TO_NAME.match(clean.text, head, end)):
        end = proper.end()
    if bracket := _BRACKET.match(clean.text, end, limit):
        end = bracket.end()
    inside = re.search(r"((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)", clean.fold[start:end])
    years = _YEARS.match(clean.fold, end, limit)
    pair = (inside[1], inside[2]) if inside else (years["from"], years["to"]) if years else None
    levelled = head - start > len("programmes")
    if not (specific or pair or _is_named(clean.text[head:end], kind, levelled)):
        return None
    return Named(start, head, end, kind, specific, pair)


def _is_named(tail: str, kind: str, levelled: bool) -> bool:
    """Whether what follows a common noun (*schéma*, *charte*) makes a name of it."""
    if kind in ("SCHEMA", "PLAN", "STRATEGIE", "CONTRAT", "PROJET", "PACTE"):
        return len(tail.split()) >= 1
    return bool(re.search(r"[A-ZÀ-Þ«\"]", tail)) or (kind == "PROGRAMME" and levelled)
