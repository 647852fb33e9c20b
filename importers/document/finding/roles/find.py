"""What each mention of an actor says of its role: from where it stands, then from a cue."""

from collections import defaultdict
from collections.abc import Sequence

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.ceremony import at_signing
from importers.document.finding.roles.columns import Cell, rows
from importers.document.finding.roles.denials import deny_signatures
from importers.document.finding.roles.lists import THESE_SIGNED, by_colon, signed_above
from importers.document.finding.roles.money import funders
from importers.document.finding.roles.places import (
    OF_ZONE,
    TOLD_BY_VERBS,
    by_label,
    by_zone,
    is_prose,
)
from importers.document.finding.roles.sentences import by_cues
from importers.document.finding.roles.statements import Said
from importers.document.finding.roles.tables import by_amounts
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.cited import is_cited
from importers.document.structure.clean import Clean
from importers.document.structure.sentences import sentences


def said_roles(
    clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention], agreement: Agreement
) -> Said:
    """The roles of each mention; none where neither its place nor a cue says one."""
    said = Said()
    inside: dict[int, list[Mention]] = defaultdict(list)
    places = iter(blocks)
    block = next(places, None)
    for mention in sorted(mentions, key=lambda each: each.start):
        while block is not None and block.end <= mention.start:
            block = next(places, None)
        if block is not None:
            inside[block.start].append(mention)
    tabled = rows(clean, blocks)
    for number, block in enumerate(blocks):
        here = inside[block.start]
        if block.start in tabled:
            _by_cells(tabled[block.start], here, said)
            continue
        for mention in funders(clean, block, here):
            said.add(mention, "FUNDER")
        here = by_label(clean, block, here, said)
        by_zone(clean, block, here, said, presents=agreement.presents)
        told_by_verbs = block.zone in TOLD_BY_VERBS and is_prose(clean, block)
        if told_by_verbs or block.zone not in (Zone.PARTIES, Zone.SIGNATURES, *OF_ZONE):
            last: list[Mention] = []
            for start, end in sentences(clean, block):
                if is_cited(clean, block, start):
                    continue
                told = [each for each in here if start <= each.start < end]
                by_cues(clean, (start, end), told, agreement, said)
                around = clean.fold[block.start : block.end]
                at_signing(clean, (start, end), told, around, agreement, said)
                deny_signatures(clean, start, end, told, last, said)
                last = told
        by_colon(clean, blocks, number, inside, said)
        if THESE_SIGNED.search(clean.fold, block.start, block.end):
            signed_above(blocks, number, inside, said)
    for mention in by_amounts(clean, blocks, mentions):
        said.add(mention, "FUNDER")
    if agreement.presents:
        _labels_outrank(mentions, said)
    return said


def _by_cells(cells: Sequence[Cell], here: list[Mention], said: Said) -> None:
    """State the roles that columns give to the mentions of a row."""
    for mention in here:
        cell = next((each for each in cells if each.start <= mention.start < each.end), None)
        if cell is not None and (role := OF_ZONE.get(cell.zone)):
            said.add(mention, role, labelled=True)


def _labels_outrank(mentions: Sequence[Mention], said: Said) -> None:
    """Where a label says who leads, verbs say it of something else."""
    if any("LEAD" in said.labelled[id(mention)] for mention in mentions):
        for mention in mentions:
            if "LEAD" not in said.labelled[id(mention)]:
                said.roles[id(mention)].discard("LEAD")
