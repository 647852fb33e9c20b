"""Roles from the sentence that opens a list, or that closes it."""

import re
from collections.abc import Sequence

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.statements import Said
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

THESE_SIGNED = re.compile(
    r"\b(?:ces|les|tous les) (?:\w+ )?(?:partenaires|acteurs|institutions|collectivites)[^.]{0,30} "
    r"(?:ont|avaient) (?:co-?)?(?:signe|ratifie|conclu)"
)


def signed_above(
    blocks: Sequence[Block], number: int, inside: dict[int, list[Mention]], said: Said
) -> None:
    """*Ces partenaires ont ratifié...*: those of the list above signed."""
    for block in reversed(blocks[:number]):
        if not block.bullet:
            return
        for mention in inside[block.start]:
            said.add(mention, "SIGNATORY")


_LONGEST_LIST, _LONGEST_ROLL = 250, 1_500
"""Characters of a list in one paragraph, and of one of those who signed."""
_LISTS = (
    (
        "SIGNATORY",
        re.compile(
            r"\b(?:(?:signataires?|parties)(?![^:]*(?:s'engage|convien|decid|souhait|"
            r"entend|vis[ea]|se (?:fix|donn)))|(?:ont|a) (?:\w+ )?(?:signe|"
            r"paraphe)e?s?|"
            r"signe(?:nt|ront)|signee?s?\b[^.]{0,60}\b(?:par|entre|"
            r"avec)|conclue?s? (?:entre|avec)|(?:convention|contrat|accord|protocole|charte)\b"
            r"[^.:]{0,30}\b(?:lie|unit)\b)\b[^.]*: ?$|\bsignatures?\b[^:]{0,160}: ?$|"
            r"\bpartenaires (?:du (?:present )?contrat|de la (?:presente "
            r")?convention)\b[^.]{0,20}: ?$|"
            r"\bsignataires\b.{0,80}\bautres ?: ?$"
        ),
    ),
    ("FUNDER", re.compile(r"\b(?:financeurs?|financee?s? par|financements?)\b[^.]*: ?$")),
    (
        "LEAD",
        re.compile(
            r"\b(?:portent|pilotent|porteurs?|pilotes?|pilotee?s? par|portee?s? par)\b[^.]*: ?$"
        ),
    ),
    (
        "PARTNER",
        re.compile(
            r"\b(?:partenaires?|partenariats?(?: \w+)*|en lien avec|membres?|composee?s? "
            r"(?:de|des|comme suit)|acteurs?|citons[^.]*|structures?[^.]*|associations?|"
            r"institutions?|participants?|reunit|rassemble)\b[^.]*: ?$"
        ),
    ),
)


def by_colon(
    clean: Clean, blocks: Sequence[Block], number: int, inside: dict[int, list[Mention]], said: Said
) -> None:
    """A sentence that ends with a colon gives its role to what the list under it names."""
    block = blocks[number]
    plain = clean.fold[block.start : block.end]
    last = plain[max(plain.rfind(". "), 0) :]
    role = next(
        (role for role, pattern in _LISTS if pattern.search(last) or pattern.search(plain)), None
    )
    if role is None or block.zone in (Zone.PARTIES, Zone.SIGNATURES):
        return
    for item in blocks[number + 1 :]:
        if not item.bullet and not (item.end - item.start < 120 and role == "SIGNATORY"):
            longest = _LONGEST_ROLL if role == "SIGNATORY" else _LONGEST_LIST
            near = item is blocks[number + 1] and item.end - item.start < longest
            if near and inside[item.start]:
                for mention in inside[item.start]:
                    said.add(mention, role)
            return
        for mention in inside[item.start]:
            said.add(mention, role)
