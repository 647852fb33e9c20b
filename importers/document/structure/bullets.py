"""The mark that opens an item of a list, and what the item says after it."""

import re

from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean

LONGEST = 200
"""Characters of an item that are quoted as its name."""


def item(clean: Clean, block: Block) -> tuple[int, int]:
    """The span of what an item says: its first sentence, without mark or label."""
    end = min(block.end, block.content + LONGEST)
    stop = re.search(r"[.;]\s*$|(?<=\w)\. ", clean.text[block.content : end])
    return block.content, block.content + stop.start() if stop else end
