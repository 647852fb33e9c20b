"""All mentions beside those of the grammar."""

from collections.abc import Sequence

from importers.document.finding.frameworks import Named
from importers.document.finding.mentions import Mention
from importers.document.finding.unheaded import again, intercommunalities
from importers.document.finding.unheaded.communes import communes
from importers.document.finding.unheaded.cued import cued
from importers.document.finding.unheaded.landlords import landlords
from importers.document.finding.unheaded.lists import listed
from importers.document.finding.unheaded.spelt import spelt
from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean
from importers.document.structure.spans import Spans


def further_mentions(
    clean: Clean,
    text: str,
    blocks: Sequence[Block],
    found: Sequence[Mention],
    named: Sequence[Named],
) -> list[Mention]:
    """Mentions beside those of the grammar, none over another or over a framework."""
    spans = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in named]
    more: list[Mention] = []
    for finder in (
        communes(clean, text, blocks, found),
        landlords(text),
        intercommunalities.lettered(clean, text),
        intercommunalities.named(clean, text),
        spelt(text),
        listed(clean, text, blocks),
        cued(clean, text),
        again.defined(text, found),
        again.again(text, found),
        again.standing_as_actors(text, found),
    ):
        taken = Spans(spans)
        kept = {
            (each.start, each.end): each for each in finder if not taken.meets(each.start, each.end)
        }
        spans += kept
        more += kept.values()
    return more
