"""The period in a title, or beside the name of a framework: *Contrat local de santé 2017-2022*."""

import re
from collections.abc import Sequence

from importers.document.finding.dating.dated import Dated, Rank, period
from importers.document.finding.dating.when import YEAR_LENGTH, dates
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own, noun_of
from importers.document.structure.blocks import Block
from importers.document.structure.cited import is_cited
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import FICHE
from importers.document.structure.sentences import sentences

_HEAD = 300
_ANCIENT = re.compile(
    r"\b(?:(?:precedente?|ancien(?:ne)?|premiere?|suite (?:au|a la)) |"
    r"(?:remplac\w*|succed\w*|prolong\w*) (?:le |la |l'|au |a la |a l')?)$"
)


def of_head(named: Sequence[Named]) -> list[Dated]:
    """The period of the framework that heads an action's sheet: *CTG 2022-2026, plan d'actions*."""
    for each in named:
        if each.start < _HEAD and each.years:
            return [
                told._replace(rank=Rank.DEDUCED)
                for told in period(*each.years, each.start, each.end)
            ]
    return []


def of_title(
    clean: Clean, blocks: Sequence[Block], own: Own, named: Sequence[Named], kind: str
) -> list[Dated]:
    """*Contrat local de santé 2017-2022*: the period in the title, or beside a naming that stands
    in none of the ``blocks`` by citing."""
    spans = [(own.start, own.end)] if kind != FICHE else []
    if own.named is not None:
        spans.append((own.named.start, min(own.named.end + 25, len(clean.text))))
    for start, end in spans:
        for when in dates(clean, start, end):
            if when.until is not None and len(when.value) == YEAR_LENGTH:
                return period(when.value, when.until, when.start, when.end)
    if own.named is None or not own.named.specific:
        named = named if _agree(own, named) else ()
    for each in named:
        if (
            (each.kind == own.kind or _is_called(clean, each, own))
            and each.years
            and not _approves(clean, blocks, each)
            and not _ANCIENT.search(clean.fold[max(0, each.start - 25) : each.start])
        ):
            return period(*each.years, each.start, each.end)
    return []


def _agree(own: Own, named: Sequence[Named]) -> bool:
    """Whether all namings of a kind that several frameworks may be of tell the same years."""
    return len({each.years for each in named if each.kind == own.kind and each.years}) == 1


def _is_called(clean: Clean, named: Named, own: Own) -> bool:
    """Whether the common noun of a framework's kind names it: *le contrat 2024-2030*."""
    return not named.specific and clean.fold[named.start : named.head] == noun_of(own)


def _approves(clean: Clean, blocks: Sequence[Block], named: Named) -> bool:
    """Whether a framework is named among the texts that another one cites."""
    block = next((each for each in blocks if named.start < each.end), None)
    if block is None:
        return False
    opening = max(
        (start for start, _ in sentences(clean, block) if start <= named.start), default=0
    )
    before = clean.fold[opening : named.start]
    return is_cited(clean, block, opening) or bool(re.search(r"\bvu [^;]*$", before))
