"""Who funds, by the amount beside the name: a row of a table, *la Ville 230 000 €*."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

_GIVES = re.compile(
    r"\s*(?:\([^)\n]{0,60}\))?(?: au titre [^,;()\n]{2,40}?)?\s*(?:(?:[|:,–-]|\.{2,}|\((?=\d)|"
    r"a hauteur de|pour(?: un "
    r"montant de)?)\s*){0,3}"
    r"\d[\d .]*(?:,\d+)? ?(?:k ?€|€|euros?\b|eur\b|%(?! (?:des|du|de) ))"
)
_OF = re.compile(
    r"\d[\d .]*(?:,\d+)? ?(?:k ?€|€|euros?) (?:annuels )?(?:de la |de l'|du |des |de |d')$"
)
"""*dont 398 000 € de l'État*."""
_ROW = re.compile(r" \| (?:a preciser|a definir|a determiner|non valorise\w*)\b")
"""A row of a table of means whose amount is still open."""
_ALSO = re.compile(r" ?/ ?")
_RECEIVES = re.compile(
    r"\bcout[^:(]{0,25}$|\b(?:attribue\w*|allou\w+|verse\w*|beneficiaires?|au profit|"
    r"subvention\w*|accord\w+|"
    r"loyer|recettes?|aide a)\b"
)


def funders(clean: Clean, block: Block, told: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a block that an amount follows at once, but for those who receive it."""
    if block.zone in (Zone.PARTIES, Zone.SIGNATURES):
        return
    for index, mention in enumerate(told):
        line = clean.fold[block.start : mention.start]
        if _RECEIVES.search(line[-120:]):
            continue
        row = mention.start == block.start and _ROW.match(clean.fold, mention.end, block.end)
        of = _OF.search(clean.fold, max(block.start, mention.start - 40), mention.start)
        if row or of or _GIVES.match(clean.fold, mention.end, block.end):
            yield mention
            before = told[index - 1] if index else None
            if before and _ALSO.fullmatch(clean.fold, before.end, mention.start):
                yield before
