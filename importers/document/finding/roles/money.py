"""Who funds, by the amount beside the name: a row of a table, *la Ville 230 000 €*."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

_GIVES = re.compile(
    r"\s*(?:\([^)\n]{0,60}\))?(?: ?[–,-] (?:programme|bop|[a-z]{3,5}, programme)[\w ,-]{0,20}"
    r"(?:\([^)\n]{0,60}\))?)?"
    r"(?:,? (?:au titre|fonds) [^;\n€]{2,110}?,?)?\s*(?:(?:[|:,–-]|\.{2,}|\((?=\d)|"
    r"a hauteur de|pour(?: un "
    r"montant de)?)\s*){0,3}"
    r"\d[\d .]*(?:,\d+)? ?(?:k ?€|€|euros?\b|eur\b|%(?! (?:des|du|de) )|%(?= (?:de "
    r"l'investissement|du (?:cout|budget|poste|montant)|"
    r"des (?:depenses|couts))))"
)
_OF = re.compile(
    r"\d[\d .]*(?:,\d+)? ?(?:k ?€|€|euros?) (?:annuels )?(?:de la |de l'|du |des |de |d')$"
)
"""*dont 398 000 € de l'État*."""
_GIFT = re.compile(
    r"\)?,? ?(?:: (?:(?:une?|la|sa|le) )?(?:subvention|dotation|participation|aide financiere|"
    r"prestation de service|bonus|bonification|financement)|: a finance|pour le solde\b)"
)
"""*La Caf : la prestation de service*, *la communauté de communes pour le solde*."""
_CELL = re.compile(r"[^|\n€]{0,40}\| ?\d{1,3}(?: \d{3})+ ?(?:$|\||\n)")
"""A row of a budget whose amounts have no unit: *Ville de Grasse | 5 000*."""
_BY = re.compile(
    r"\d ?(?:k ?€|€|euros?)(?: par an| annuels?)?(?: \(|, )(?:financement |par |dont )?(?:la |"
    r"le |l')?$"
)
"""*Poste de médiateur : 38 000 € par an (ARS)*."""
_SHARE = re.compile(r"\b(?:\d{1,3}(?: \d{3})+|\d{1,3} ?%) (?:de la |de l'|du |des |de |d')$")
"""*318 000 euros, dont 140 000 du Conseil général*."""
_UNIT = re.compile(r"€|\beuros?\b")
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
        since = max(block.start, mention.start - 40)
        paid_by = _BY.search(clean.fold, since, mention.start)
        of = (
            paid_by
            or _OF.search(clean.fold, since, mention.start)
            or (_UNIT.search(line) and _SHARE.search(clean.fold, since, mention.start))
        )
        row = row or _CELL.match(clean.fold, mention.end, block.end)
        gives = _GIVES.match(clean.fold, mention.end, block.end)
        if row or of or gives or _GIFT.match(clean.fold, mention.end, block.end):
            yield mention
            before = told[index - 1] if index else None
            if before and _ALSO.fullmatch(clean.fold, before.end, mention.start):
                yield before
