"""Who stood at the signing of a page's agreement: *Autour de la table : l'ARS, la Préfecture...*"""

import re
from collections.abc import Iterator

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.statements import Said
from importers.document.structure.clean import Clean

_SCENE = re.compile(
    r"^autour d(?:e |u |')(?!la table)(?=[^.;]*\bse (?:trouvaient|tenaient)\b)|"
    r"\b(?:autour de la table(?! d)|etaient (?:aussi |egalement )?(?:reunis|presents|venus|"
    r"representes|rassembles)(?! a la signature)|"
    r"se sont (?:reunis|retrouves))\b(?: pour (?:la signature|l'occasion|signer))? ?:? ?"
    r"(?:(?:les |des )representants )?"
)
_ROLL = re.compile(
    r"(?:^|[:;.] )(?:pour [^,;:]{2,40},? |cote [a-z' ]{2,20},? )?(?:l')?ont (?:aussi |egalement "
    r")?(?:co)?(?:signe|"
    r"paraphe)e?s?\b|\bsignatures?\b[^.;]{0,90}[:,]? (?:et d'abord )?celles? (?=d[eu' ])|"
    r"\bont (?:aussi |egalement )?appose\w* leurs? (?:nom|signature)s?\b"
)
"""A sentence that tells all those who signed, between the names of who signed for them."""
_FOR_EACH = re.compile(r"pour (?:l[ea]s? |l')[^;]{3,140}, s(?:on|a) \w+[^;]*;(?: et)? pour ")
"""*Pour la Ville, son maire ; pour l'ARS, sa directrice*: who signed for whom."""
_ONE = re.compile(r"(?:[•*▪–-] ?)?pour (?:l[ea]s? |l')?")
"""*Pour la Région, sa vice-présidente*, on a line by itself."""
_BETWEEN = re.compile(r"[ ,;()]*(?:et ?|ainsi que ?)?(?:l[ea]s?|l'|d[eu]s?|d')?")
_FEWEST = 3
"""Names that make a sentence without a verb the list of those who signed."""
_BESIDE = re.compile(r"\b(?:en presence|qui rassemble|lequel rassemble|laquelle rassemble)\b")
_FOR = re.compile(r"\bpour (?:l[ea]s? |l')$")
_SIGNING = re.compile(r"\b(?:sign(?:e|a)\w*|paraph\w+)\b")


def at_signing(
    clean: Clean,
    span: tuple[int, int],
    told: list[Mention],
    around: str,
    agreement: Agreement,
    said: Said,
) -> None:
    """State that those whom a sentence sets around the table signed, on a page that tells of its
    own agreement; ``around`` is the folded paragraph, which tells of the signing, as the title
    may do."""
    if agreement.title is None or not agreement.presents:
        return
    for mention in _signed(clean, span, told, f"{agreement.title} {around}"):
        if not mention.generic:
            said.add(mention, "SIGNATORY")


def _signed(
    clean: Clean, span: tuple[int, int], told: list[Mention], around: str
) -> Iterator[Mention]:
    """Those who signed, as a sentence shows: around the table, one for each, or in a bare list
    beside a sentence on the signing."""
    plain = clean.fold[span[0] : span[1]]
    scene = _SCENE.search(plain) if _SIGNING.search(around) else None
    if opening := scene or _ROLL.search(plain):
        beside = _BESIDE.search(plain, opening.end())
        first, last = opening.end(), beside.start() if beside else len(plain)
        yield from (each for each in told if first <= each.start - span[0] < last)
    elif _FOR_EACH.match(plain):
        yield from (each for each in told if _FOR.search(clean.fold, span[0], each.start))
    elif plain[-1] != "." and (one := _ONE.match(plain)) and _SIGNING.search(around):
        yield from (each for each in told if each.start - span[0] == one.end())
    elif _SIGNING.search(around) and _is_list(clean, span, told):
        yield from told


def _is_list(clean: Clean, span: tuple[int, int], told: list[Mention]) -> bool:
    """Whether a sentence is names alone, one after the other."""
    names = sorted(told, key=lambda each: each.start)
    edges = [span[0], *(each.end for each in names)]
    starts = [*(each.start for each in names), span[1]]
    gaps = (clean.fold[edge:start].strip(" .") for edge, start in zip(edges, starts, strict=True))
    return len(names) >= _FEWEST and all(_BETWEEN.fullmatch(gap) for gap in gaps)
