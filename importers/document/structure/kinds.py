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
_ASKED = re.compile(r"^qui (?:a|ont) signe\b[^\n]*\?", re.M)
"""The heading of a page that tells who signed."""
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
_OF_SHEET = frozenset(
    (Zone.LEAD, Zone.PARTNER, Zone.FUNDER, Zone.MEANS, Zone.NEED, Zone.AUDIENCE, Zone.CALENDAR)
)
_LABELS_OF_SHEET = 2
_LABELS_OF_FICHE = 3
_LONGEST_FICHE = 7_000
_FICHE = re.compile(
    r"\b(?:fiches?[ -]actions?|fiche (?:n[°o] ?)?[a-z]?[ .-]?\d|intitule de l'action|fa \d|"
    r"action n[°o] ?\d)"
)
_ACTION_HEAD = re.compile(
    r"\bfiches? (?:action )?(?:n[°o] ?)?[a-z]?[ .-]?\d|\bfiches? actions?\b|\bn° de l'action\b|"
    r"\btitre de la fiche\b"
)
"""What heads a sheet of a plan of actions, whose labels a flattened table may have lost."""
_SHEET = re.compile(r"[^\n]{0,60}\bfiches?[ -]actions? (?:n[°o] ?)?\d")
_HEAD = 300
_GUIDE = re.compile(
    r"\b(?:guide (?:pratique|methodologique|d[eu'])|vade-?mecum|livret d'accueil|kit )"
)


def is_sheet(blocks: Sequence[Block]) -> bool:
    """Whether the labels of a text are those of an action told after it (an experience sheet)."""
    return len(_OF_SHEET.intersection(block.zone for block in blocks)) >= _LABELS_OF_SHEET


def document_kind(clean: Clean, blocks: Sequence[Block]) -> str:
    """One of the five kinds; a page when nothing says more."""
    start = clean.fold[:1500]
    zones = {block.zone for block in blocks}
    labelled = len(
        zones & {Zone.LEAD, Zone.PARTNER, Zone.FUNDER, Zone.CALENDAR, Zone.AUDIENCE, Zone.ACTION}
    )
    if Zone.PARTIES in zones and _BETWEEN.search(clean.fold) and not _ASKED.search(clean.fold):
        return CONVENTION
    if _DELIBERATION.search(start) or _DELIBERATES.search(clean.fold):
        return DELIBERATION
    if labelled >= _LABELS_OF_FICHE and (Zone.LEAD in zones or _FICHE.search(clean.fold)):
        return FICHE
    headed = _ACTION_HEAD.search(start[:_HEAD]) and (labelled or _SHEET.match(start))
    if headed and len(clean.text) < _LONGEST_FICHE:
        return FICHE
    if _GUIDE.search(start[:_HEAD]):
        return GUIDE
    agreed = len(_AGREED.findall(clean.fold))
    titled = _TITLED.match(clean.fold) and (agreed or _MADE.search(clean.fold))
    return CONVENTION if agreed > 1 or titled else PAGE
