"""The sentences of a block."""

import re
from collections.abc import Iterator

from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean

_BETWEEN = re.compile(
    r"(?:(?<=[a-zà-ÿ\d)»A-Z][.!?;])|(?<=[a-zà-ÿ\d)»A-Z] [!?]))\s+(?=[A-ZÀ-Þ«•\d-])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:M|Mme|Dr|St|Ste|art|n°|etc|p|cf)|"
    r"\d (?i:janv?|f[ée]vr?|avr|juil|sept?|oct|nov|d[ée]c))\.$"
)
"""What a point ends without ending the sentence: *le 12 SEP. 2018*."""


def sentences(clean: Clean, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, as spans of the clean text."""
    place = block.start
    for found in _BETWEEN.finditer(clean.text[block.start : block.end]):
        end = block.start + found.start()
        if _ABBREVIATED.search(clean.text, place, end):
            continue
        yield place, end
        place = block.start + found.end()
    if place < block.end:
        yield place, block.end
