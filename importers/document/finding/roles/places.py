"""Roles from where a mention stands: the parties, the signatures, a labelled block or line."""

import re

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.statements import Said
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.inline import parts

OF_ZONE = {Zone.LEAD: "LEAD", Zone.PARTNER: "PARTNER", Zone.FUNDER: "FUNDER"}

_TITLE = (
    r"(?:maire|presidente?|prefete?|direct\w+|recteur|rectrice|vice-president\w*|delegue\w*|"
    r"representante?|delegation|antenne)(?: \w+){0,2}? (?:de la |de l'|du |de |d'|des )"
)
"""*Le président du...*: who signs for an institution."""
_PARTY = re.compile(
    r"(?:^|[,;:.(]|\bet\b|\bentre\b|\bd'une part\b|\bd'autre part\b|[-–•*·]|^\d{1,2} ?[/°.)])(?:\s|"
    r"[-–•*:,]|\bet\b|\bentre\b|\bpour\b|\bd'une part\b|\bd'autre part\b|\bd'un cote\b)*"
    rf"(?:(?:m\.|mme|monsieur|madame) )?(?:(?:l[ea] |l')?{_TITLE})?(?:(?:le|la|les|l'|de|du|"
    rf"des|d'|son|sa|ses)\s?)*(?:association )?$"
)
_NO_PARTY = re.compile(
    r"\b(?:(?:que )?represente\w*|ayant pour|en la personne|declaree?|siege|domicili\w*|sis|"
    r"sise|agissant|habilite\w*|"
    r"adresse)\b[^;\n]{0,120}$"
)

_SIGNS = re.compile(
    rf"(?:^|\| |· ?|^pour [^:;]{{0,100}}(?:, | et )(?:le |la |l')?|pour (?:le |la |l'|les )?|"
    rf"{_TITLE})\s*$"
)
_REPRESENTED = re.compile(r",? represente\w* par\b")
TOLD_BY_VERBS = frozenset((Zone.LEAD, Zone.FUNDER))
"""Zones whose sentences name others beside those who lead or fund: their verbs tell which."""
_PROSE = 60
_FEWEST = 3
"""Names that make a list of a paragraph."""
_VERB = re.compile(
    r"\b(?:apporte|verse|finance|met|prend|prennent|contribue|n'a|est|sont|a|ont|assure|"
    r"attribue|reunit|reunissent|rassemble|"
    r"compose|associe|siege)(?:nt)?\b"
)
_BESIDE_LEAD = re.compile(
    r"\b(?:(?:geree?|portee?|animee?|employee?) par|en lien avec|en partenariat avec|"
    r"avec)\b[^;\n]*$"
)
"""*Porteur : le pôle ressources, géré par la fédération*: the federation does not lead."""
_UNSIGNED = re.compile(
    r"\b(?:non|pas|sans)(?: encore| en etre)? sign|n'a pas (?:donne suite|souhaite)|(?:a "
    r")?decline|ne signe(?:nt)? pas|"
    r"s'est retire"
)
_ASKED = re.compile(
    r"[^\n|;0-9]{0,30}(?::|\||–|\.{3,}|\(|,| ) ?(?:sollicite\w*|a solliciter|demandes? (?:en cours|"
    r"deposee)|"
    r"en attente|a confirmer|refus)"
)
"""Who has been asked to pay and has not answered yet."""
_JOINED = re.compile(r"(?:, | )et (?:(?:le|la|les|son|sa) |l')?$|, (?:(?:le|la|les) |l')$")


def by_zone(clean: Clean, block: Block, here: list[Mention], said: Said, *, presents: bool) -> None:
    """State the roles that the zone of a block gives to the mentions in it; a page that
    ``presents`` an agreement names those who sign in its own words."""
    lists = block.end - block.content > _PROSE and len(here) >= _FEWEST
    if presents and block.zone is Zone.PARTIES and lists:
        unsigned = _UNSIGNED.search(clean.fold, block.content, block.end)
        for mention in here if not unsigned else ():
            if not mention.generic:
                said.add(mention, "SIGNATORY", labelled=True)
        return
    for mention in here:
        role = _role(clean, block, mention) if mention.start >= block.content else None
        if role is not None:
            said.add(mention, role, labelled=True)


def _role(clean: Clean, block: Block, mention: Mention) -> str | None:
    before = clean.fold[block.content if block.bullet else block.start : mention.start]
    if block.zone is Zone.PARTIES:
        itself = _JOINED.search(before) or _REPRESENTED.match(clean.fold, mention.end, block.end)
        party = _PARTY.search(before) and (itself or not _NO_PARTY.search(before))
        unsigned = _UNSIGNED.search(clean.fold, mention.end, block.end)
        return "SIGNATORY" if party and not mention.generic and not unsigned else None
    if block.zone is Zone.SIGNATURES:
        unsigned = _UNSIGNED.search(clean.fold, mention.end, block.end)
        signs = _SIGNS.search(before[-80:]) or _PARTY.search(before)
        return "SIGNATORY" if signs and not mention.generic and not unsigned else None
    if block.zone is Zone.FUNDER and _ASKED.match(clean.fold, mention.end, block.end):
        return None
    if block.zone in TOLD_BY_VERBS and is_prose(clean, block):
        return None  # what it says of each is for its verbs to tell
    return _labelled(block.zone, before)


def _labelled(zone: Zone, before: str) -> str | None:
    """The role that a label gives to what follows the words ``before``."""
    if zone is Zone.LEAD and _BESIDE_LEAD.search(before):
        return "PARTNER"
    return OF_ZONE.get(zone)


def is_prose(clean: Clean, block: Block) -> bool:
    """Whether a block under a label is sentences rather than a list of names."""
    said = clean.fold[block.content : block.end]
    return not block.bullet and said[-1:] == "." and len(said) > _PROSE and bool(_VERB.search(said))


def by_label(clean: Clean, block: Block, here: list[Mention], said: Said) -> list[Mention]:
    """The mentions that no label within the line tells the role of; the others have theirs."""
    rest = here
    for part in parts(clean, block):
        for mention in here:
            if part.start <= mention.start < part.end:
                role = _labelled(part.zone, clean.fold[part.start : mention.start])
                if role is not None:
                    said.add(mention, role, labelled=True)
        rest = [each for each in rest if not part.start <= each.start < part.end]
    return rest
