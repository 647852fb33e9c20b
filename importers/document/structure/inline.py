"""Labels within a line: *Pilote : CCAS. Partenaires : PMI, Udaf*, *(copilote : le CIAS)*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.document.structure.blocks import Block
from importers.document.structure.clean import Clean
from importers.document.structure.labels import Zone

_ROLES = {"lead": Zone.LEAD, "partner": Zone.PARTNER, "funder": Zone.FUNDER}
_LABEL = re.compile(
    r"(?:^|(?<=[.;(|] )|(?<=\())"
    r"(?:(?P<lead>(?:co-?)?(?:pilotes?|porteurs?)(?: de l'action)?)|"
    r"(?P<partner>avec qui|avec|participants?|partenaires?(?: (?:associes?|mobilises?|"
    r"pressentis))?)|"
    r"(?P<funder>(?:co-?)?(?:financeurs?)))(?:\(s\))? ?: ?",
    re.M,
)
_END = re.compile(r"[.;)\n|]|$")


class Part(NamedTuple):
    """What follows a label within a line, and the zone that the label says."""

    zone: Zone
    start: int
    end: int


def parts(clean: Clean, block: Block) -> Iterator[Part]:
    """The labelled parts of a block, in order."""
    for label in _LABEL.finditer(clean.fold, block.start, block.end):
        stop = _END.search(clean.fold, label.end(), block.end)
        end = stop.start() if stop else block.end
        yield Part(_ROLES[label.lastgroup or ""], label.end(), end)
