"""The block and the sentence that each place of a text is in."""

from bisect import bisect_right
from collections.abc import Sequence

from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean
from importers.document.structure.sentences import sentences


class Layout:
    """A clean text with its blocks and sentences, each found by a place in O(log n)."""

    def __init__(self, clean: Clean, blocks: Sequence[Block]) -> None:
        self.clean = clean
        self.blocks = blocks
        self._sentences = [span for block in blocks for span in sentences(clean, block)]
        self._block_starts = [block.start for block in blocks]
        self._sentence_starts = [start for start, _ in self._sentences]

    def block_at(self, place: int) -> Block:
        """The block that holds a place, or the one before it."""
        return self.blocks[max(bisect_right(self._block_starts, place) - 1, 0)]

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The span of the sentence that holds a place; of its block, when it is between two."""
        start, end = self._sentences[max(bisect_right(self._sentence_starts, place) - 1, 0)]
        if start <= place < end:
            return start, end
        block = self.block_at(place)
        return block.start, block.end
