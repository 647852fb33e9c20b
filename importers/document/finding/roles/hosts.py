"""Roles that the document itself gives: who deliberates signs; who carries out what an agreement of
objectives pays for, and who heads an experience sheet, leads; who leads an action pays its rest."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from importers.document.finding.mentions import Mention
from importers.document.finding.own import Own
from importers.document.finding.roles.statements import Said
from importers.document.structure import kinds
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import is_sheet

_HEAD = 600
"""Characters within which a deliberation says whose council it is of."""
_COUNCILS = frozenset(("COMMUNE", "EPCI", "CCAS", "DEPARTEMENT"))
_BY_LAW = {
    "CLS": (kinds.PAGE,),
    "CONTRAT_DE_VILLE": (kinds.PAGE,),
    "CUCS": (kinds.PAGE,),
    "PEDT": (kinds.DELIBERATION, kinds.CONVENTION),
}
"""Frameworks that a local authority bears by law, and the documents that take it for granted
(contrat de ville: loi n° 2014-173, art. 6; PEDT: Code de l'éducation, art. D. 521-12; CLS: Code de
la santé publique, art. L. 1434-10)."""
_MAY_SIGN = re.compile(
    r"\bautoris\w+\b[^.;]{0,120}?\ba (?:la |le )?(?:signer|parapher)\b|"
    r"\bautoris\w+ (?:la signature|la signer)\b"
)
_SUPPORTS = frozenset(("CPO", "CONVENTION"))
_CARRIERS = ("ASSOCIATION", "CENTRE_SOCIAL")
_HEADING = 8
"""Blocks within which a sheet says whose experience it tells."""
_FIRST_LINES = 3
"""Blocks within which a page says whose it is."""
_SHEET_HOSTS = frozenset(("CCAS", "COMMUNE", "EPCI"))
_BOARDS = frozenset(("CCAS", "CIAS"))
_OF_CCAS = re.compile(r"\b(?:un)?c[ci]as\b|\bcentre (?:inter)?communal d'action sociale\b")
_OF_PLACE = re.compile(r"(?: ?[(–-].{0,70})?$")
_OWN_FUNDS = re.compile(
    r"\b(?:autofinancements?|fonds propres|ressources propres|reste a charge)\b[^\n|]{0,60}?\d"
)


def of_document(
    clean: Clean,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    own: Own,
    kind: str,
    said: Said,
) -> None:
    """State the roles that follow from what the document is."""
    match kind:
        case kinds.DELIBERATION:
            hosts, role = _who_deliberates(clean, mentions), "SIGNATORY"
        case kinds.CONVENTION:
            hosts, role = _who_carries_out(mentions, own, said), "LEAD"
        case kinds.FICHE | kinds.PAGE:
            hosts, role = _who_heads(clean, blocks, mentions, own, said), "LEAD"
        case _:
            return
    for mention in hosts:
        said.add(mention, role)
    by_law = kind in _BY_LAW.get(own.kind or "", ())
    for mention in _who_bears(mentions, said) if by_law else ():
        said.add(mention, "LEAD")
    if kind == kinds.FICHE and _OWN_FUNDS.search(clean.fold):
        for mention in [each for each in mentions if "LEAD" in said.labelled[id(each)]][:1]:
            said.add(mention, "FUNDER")


def _who_bears(mentions: Sequence[Mention], said: Said) -> Iterator[Mention]:
    """The intercommunality that signs, else the only commune that does."""
    signed = [each for each in mentions if "SIGNATORY" in said.roles[id(each)]]
    for kind in ("EPCI", "COMMUNE"):
        named = [each for each in signed if each.kind == kind and each.core]
        if len({each.core for each in named}) == 1:
            yield named[0]
        if named:
            return


def _who_deliberates(clean: Clean, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The authority that lets its head sign: *autorise le maire à signer*."""
    if _MAY_SIGN.search(clean.fold):
        heads = [each for each in mentions if each.start < _HEAD and each.kind in _COUNCILS]
        local = [each for each in heads if each.kind != "DEPARTEMENT"]  # which a letterhead names
        yield from (local or heads)[:1]


def _who_carries_out(mentions: Sequence[Mention], own: Own, said: Said) -> Iterator[Mention]:
    """The only association among the parties of an agreement by which authorities support one."""
    if own.kind not in _SUPPORTS:
        return
    parties = [each for each in mentions if "SIGNATORY" in said.roles[id(each)] and each.core]
    for kind in _CARRIERS:
        if carriers := [each for each in parties if each.kind == kind]:
            shortest = min((each.core for each in carriers), key=len)
            if all(each.core.startswith(shortest) for each in carriers):
                yield carriers[0]
            return


def _who_heads(
    clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention], own: Own, said: Said
) -> Iterator[Mention]:
    """Whose experience a sheet tells: the name that stands alone in its head."""
    labelled = any("LEAD" in said.labelled[id(each)] for each in mentions)
    if own.kind not in (None, "FICHE") or labelled:
        return
    board = list(_ccas(clean, mentions))
    if board or not is_sheet(blocks):  # what is no sheet is a page of services
        yield from board or _centre(blocks, mentions)
        return
    heads = {block.start: block.end for block in blocks[:_HEADING] if block.zone is Zone.NONE}
    for mention in mentions:
        end = heads.get(mention.start)
        if end and mention.kind in _SHEET_HOSTS and _OF_PLACE.match(clean.fold, mention.end, end):
            yield mention
            return


def _ccas(clean: Clean, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The social board of commune whose sheet or page a text is, as its first lines say."""
    if _OF_CCAS.search(clean.fold, 0, _HEAD):
        yield from [each for each in mentions if each.kind in _BOARDS and each.core][:1]


def _centre(blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The social centre, or the association, whose name begins a page."""
    first = {block.start for block in blocks[:_FIRST_LINES]}
    named = (each for each in mentions if each.start in first and each.kind in _CARRIERS)
    yield from islice((each for each in named if each.core), 1)
