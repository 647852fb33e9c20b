"""When the agreement that an amendment amends was signed, as the texts it cites tell."""

import re
from collections.abc import Sequence

from importers.document.finding.dating.dated import Dated, Rank, at
from importers.document.finding.dating.when import DAY_LENGTH, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own, noun_of
from importers.document.structure.clean import Clean

_REACH = 120
_SIGNED = re.compile(
    r"[^;\n]{0,60}?(?:,? (?:signee?|conclue?)(?: a [\w-]+)?(?: en date)? (?:le |du )|,? (?:du|"
    r"en date du) )"
)


def signed_before(clean: Clean, own: Own, named: Sequence[Named]) -> Dated | None:
    """The first signature of what is amended: *Vu le contrat signé le 5 mars 2019*."""
    found: list[Dated] = []
    for each in named:
        if each.kind != own.kind and clean.fold[each.start : each.head] != noun_of(own):
            continue
        for when in dates(clean, each.start, min(each.end + _REACH, len(clean.text))):
            whole = when.until is None and len(when.value) == DAY_LENGTH
            if whole and _SIGNED.fullmatch(clean.fold, each.head, when.start):
                found.append(at("start", when, Rank.DEDUCED))
    return min(found, key=lambda each: each.value, default=None)
