"""What kind of document a text is, by the marks that such documents bear."""

import re
from collections.abc import Sequence

from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

CONVENTION, FICHE, DELIBERATION, PAGE, GUIDE = (
    "convention",
    "fiche action",
    "délibération",
    "page",
    "guide",
)

_AGREED = re.compile(
    r"\b(?:il (?:est|a ete) (?:convenu|arrete)|la presente convention|le present contrat|"
    r"les parties|ci-apres (?:denomme|designe))"
)
_BETWEEN = re.compile(
    rf"^(?:et )?entre\b|^les (?:soussigne|parties)|^(?:avenant|convention|contrat|protocole|charte|"
    rf"pacte)\b|{_AGREED.pattern}",
    re.M,
)
"""What makes an agreement of a text that lists its signatories; a press page may list them too."""
_TITLED = re.compile(r"(?:avenant|convention|contrat|protocole|charte|pacte|accord)s?\b")
_MADE = re.compile(
    r"^(?:fait (?:a|en)\b|(?:\d+ ?[.)-] ?)?signatures?\b|pour (?:le|la|l')[^.\n]{2,80}$)", re.M
)
_DELIBERATION = re.compile(
    r"\b(?:extrait du registre|le conseil (?:municipal|communautaire|"
    r"departemental|d'administration),? (?:apres en avoir|decide|reuni|legalement|"
    r"delibere)|apres en avoir delibere)"
)
_DELIBERATES = re.compile(r"\b(?:extrait du registre|apres en avoir delibere)")
_LABELS_OF_FICHE = 3
_FICHE = re.compile(
    r"\b(?:fiches?[ -]actions?|fiche (?:n[°o] ?)?[a-z]?[ .-]?\d|intitule de l'action|fa \d|"
    r"action n[°o] ?\d)"
)
_GUIDE = re.compile(
    r"\b(?:guide (?:pratique|methodologique|d[eu'])|vade-?mecum|livret d'accueil|kit )"
)


def document_kind(clean: Clean, blocks: Sequence[Block]) -> str:
    """One of the five kinds; a page when nothing says more."""
    start = clean.fold[:1500]
    zones = {block.zone for block in blocks}
    labelled = len(
        zones & {Zone.LEAD, Zone.PARTNER, Zone.FUNDER, Zone.CALENDAR, Zone.AUDIENCE, Zone.ACTION}
    )
    if Zone.PARTIES in zones and _BETWEEN.search(clean.fold):
        return CONVENTION
    if _DELIBERATION.search(start) or _DELIBERATES.search(clean.fold):
        return DELIBERATION
    if labelled >= _LABELS_OF_FICHE and (Zone.LEAD in zones or _FICHE.search(clean.fold)):
        return FICHE
    if _GUIDE.search(start[:300]):
        return GUIDE
    agreed = len(_AGREED.findall(clean.fold))
    titled = _TITLED.match(clean.fold) and (agreed or _MADE.search(clean.fold))
    return CONVENTION if agreed > 1 or titled else PAGE
