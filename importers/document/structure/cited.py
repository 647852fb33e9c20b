"""What a text cites without saying it: *Vu la délibération...*, what stands under *Visas*."""

import re

from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

_CITES = re.compile(r"[-–•* ]*(?:vus?|considerant)\b")


def is_cited(clean: Clean, block: Block, start: int) -> bool:
    """Whether a sentence of a block, from ``start`` on, cites laws and agreements of others."""
    return block.zone is Zone.CITED or bool(_CITES.match(clean.fold, start))
