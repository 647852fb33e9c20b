"""Who stood at the signing of a page's agreement: *Autour de la table : l'ARS, la Préfecture...*"""

import re

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.statements import Said
from importers.document.structure.clean import Clean

_SCENE = re.compile(
    r"\b(?:autour de la table(?! d)|etaient (?:reunis|presents|representes|rassembles)|"
    r"se sont (?:reunis|retrouves))\b(?: pour (?:la signature|l'occasion|signer))? ?:? ?"
    r"(?:(?:les |des )representants )?"
)
_ROLL = re.compile(
    r"(?:^|[:;.] )(?:pour [^,;:]{2,40},? |cote [a-z' ]{2,20},? )?(?:l')?ont (?:aussi |egalement "
    r")?(?:co)?(?:signe|"
    r"paraphe)e?s?\b|\bsignatures?\b[^.;]{0,90}[:,]? (?:et d'abord )?celles? (?=d[eu' ])|"
    r"\bont appose\w* leurs? (?:nom|signature)s?\b"
)
"""A sentence that tells all those who signed, between the names of who signed for them."""
_BESIDE = re.compile(r"\b(?:en presence|qui rassemble|lequel rassemble|laquelle rassemble)\b")
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
    plain = clean.fold[span[0] : span[1]]
    scene = _SCENE.search(plain)
    if scene is not None and not _SIGNING.search(f"{agreement.title} {around}"):
        scene = None
    opening = scene or _ROLL.search(plain)
    if opening is None:
        return
    beside = _BESIDE.search(plain, opening.end())
    first, last = opening.end(), beside.start() if beside else len(plain)
    for mention in told:
        if first <= mention.start - span[0] < last and not mention.generic:
            said.add(mention, "SIGNATORY")
