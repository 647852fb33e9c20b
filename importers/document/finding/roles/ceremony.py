"""Who stood at the signing of a page's agreement: *Autour de la table : l'ARS, la Préfecture...*"""

import re

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.sentences import following
from importers.document.finding.roles.statements import Said
from importers.document.structure.clean import Clean

_SCENE = re.compile(
    r"\b(?:autour de la table|etaient (?:reunis|presents|representes|rassembles)|"
    r"se sont (?:reunis|retrouves))\b(?: pour (?:la signature|l'occasion|signer))? ?:? ?"
    r"(?:(?:les |des )representants )?"
)
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
    scene = _SCENE.search(clean.fold, *span)
    if scene is None or agreement.title is None or not agreement.presents:
        return
    if _SIGNING.search(f"{agreement.title} {around}"):
        for mention in following(clean, scene.end(), told, alone=False):
            said.add(mention, "SIGNATORY")
