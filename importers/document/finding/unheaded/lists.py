"""Names where a list says that actors stand: labelled blocks, parties, bullets, headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from importers.document.finding.gazetteer import key
from importers.document.finding.mentions import Mention
from importers.document.finding.names import NAME
from importers.document.finding.roles.places import is_prose
from importers.document.finding.unheaded.names import ARTICLE, is_actor
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.inline import parts

_OPENS = re.compile(
    r"\b(?P<what>associations?|structures?(?: \w+)?|institutions?|partenaires?(?: \w+){0,2}|"
    r"organismes?|signataires?|financeurs?|membres?|acteurs?)(?: (?!qui|est|sont)[a-z']+){0,4} ?: ?"
)
_CITES = re.compile(r"\b(?:associations?|structures?|partenaires?|citons)\b[^.]*: ?$")
_CUT = re.compile(r"\s*(?:[,;:\n•|]|\bet\b|\bainsi que\b|/|\()\s*")
_ADJECTIVES = re.compile(rf"{NAME.pattern}(?: [a-zà-ÿ]{{4,}}){{0,2}}(?=\s*(?:[,;.]|$))")
_NUMBERED = re.compile(
    r"[A-ZÀ-Þ][\w'-]{2,}(?: [a-zà-ÿ]{2,}){0,3} (?:\d\d|2[AB]|97\d)(?=\s*(?:[,;.|(]|$))"
)
"""The branch of an association in a département: its name and a number."""
_KINDS = {"baille": "BAILLEUR", "associ": "ASSOCIATION"}
_LONGEST_NAME = 6
_ZONES = frozenset((Zone.LEAD, Zone.PARTNER, Zone.FUNDER))
_GROUP = re.compile(
    r"(?:les |nos )?(?P<what>bailleurs?|associations?|partenaires?)(?: [a-z]+){0,2} ?:?$"
)
"""A heading over names, one on each line."""
_PARTY = re.compile(
    r"(?:[Ee]t )?(?:[Ll](?:[ae]s? |['’ ]))?(?P<name>[A-ZÀ-Þ][^,;:|–\n]{1,80}?)"
    r"(?=(?:, [^,\n]{3,40})?,? (?:par s(?:on|a) |représentée? )| – | ?;$)"
)
"""A party by itself on a line: *le PACT métropole nord, par son président*."""


def listed(clean: Clean, text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """Names in labelled blocks, after *les associations :*, and in bullets under such a line."""
    listing = False
    yield from _under_headings(clean, text, blocks)
    for block in blocks:
        plain = clean.fold[block.start : block.end]
        for part in parts(clean, block):
            yield from _items(text, part.start, part.end, "")
        if block.heading and text[block.start : block.end].isupper():
            continue
        if (block.zone in _ZONES and not is_prose(clean, block)) or _lists_parties(block):
            yield from _items(text, block.content, block.end, "")
        elif block.zone is Zone.PARTIES and (party := _PARTY.match(text, block.start, block.end)):
            if "\x00" not in party["name"]:
                yield Mention(*party.span("name"), "OTHER", "Nom", key(party["name"]))
        elif (listing or block.zone is Zone.PARTIES) and block.bullet:
            yield from _items(text, block.content, block.end, plain, whole=True)
        else:
            for opening in _OPENS.finditer(clean.fold, block.start, block.end):
                stop = re.compile(r"[.\n]|$").search(text, opening.end(), block.end)
                end = stop.start() if stop else block.end
                yield from _items(text, opening.end(), end, opening["what"])
        listing = bool(_CITES.search(plain)) or (listing and block.bullet)


def _under_headings(clean: Clean, text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """The names that stand one on a line under *Bailleurs sociaux*, two of them at least."""
    for place, block in enumerate(blocks):
        heading = _GROUP.fullmatch(clean.fold, block.start, block.end) if block.heading else None
        if heading is None:
            continue
        under = list(_names_under(text, blocks[place + 1 :]))
        if len(under) > 1:
            kind = _KINDS.get(heading["what"][:6], "OTHER")
            for each in under:
                words = text[each.start : each.end]
                yield Mention(each.start, each.end, kind, "Nom", key(words))


def _names_under(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The names that go on in the zone of the first."""
    for block in takewhile(lambda each: _is_name(text, each), blocks):
        if block.zone is not blocks[0].zone:
            return
        yield block


def _is_name(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    return (
        block.heading
        and not block.bullet
        and len(words.split()) <= _LONGEST_NAME
        and "\x00" not in words
    )


def _lists_parties(block: Block) -> bool:
    """Whether a block of the parties names them after a label."""
    return block.zone is Zone.PARTIES and not block.bullet and block.content > block.start


def _items(
    text: str, start: int, end: int, context: str, *, whole: bool = False
) -> Iterator[Mention]:
    """The names of an enumeration; of a bullet, the first one (``whole``)."""
    place = start
    while place < end:
        cut = _CUT.search(text, place, end)
        last = cut.start() if cut else end
        yield from _one(text, place, last, "associat" in context)
        place = cut.end() if cut and not whole else end


def _one(text: str, start: int, end: int, associative: bool) -> Iterator[Mention]:
    article = ARTICLE.match(text, start, end)
    start = article.end() if article else start
    if numbered := _NUMBERED.match(text, start, end):
        yield Mention(*numbered.span(), "ASSOCIATION", "Association", key(numbered[0]))
        return
    name = NAME.match(text, start, end)
    if name is None or "\x00" in name[0]:
        return
    if associative and (whole := _ADJECTIVES.match(text, name.start(), end)):
        yield Mention(*whole.span(), "ASSOCIATION", "Association", key(whole[0]))
    elif is_actor(name[0]):
        kind, short = ("ASSOCIATION", "Association") if associative else ("OTHER", "Nom")
        yield Mention(*name.span(), kind, short, key(name[0]))
