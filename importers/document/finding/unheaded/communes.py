"""Communes that a list names without their head: *les communes de : Canteleu, Oissel*."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.gazetteer import Place, gazetteer, key
from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean

_LISTS = re.compile(r"\b(?:communes?|villes?|mairies?)\b[^.:;]{0,80}: ?")
_ACTS = re.compile(r"\b(?:maires?|sign\w+|represent\w+|adher\w+|s'engag\w+)\b")
"""What makes actors of the communes of a list, rather than a territory."""
_ITEM = re.compile(r"(?:l[ea]s? |l')?(?=\S)", re.I)
_AND = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*(?:,|;|\bet\b)\s*")
_MAYOR = re.compile(r",? represente\w* par [^,;\n]{0,30}maire\b")
_COMMA = re.compile(r"[,;] ")
_AMOUNT = re.compile(r" ?[(:]? ?\d[\d .]* ?(?:€|euros?\b)")


def communes(
    clean: Clean, text: str, blocks: Sequence[Block], found: Sequence[Mention]
) -> Iterator[Mention]:
    """Names of communes in a list of them, before *représentée par son maire*, and those of
    communes already named that an amount follows."""
    listing = False
    known = {each.core for each in found if each.kind == "COMMUNE"}
    for block in blocks:
        acts = _ACTS.search(clean.fold, block.start, block.end)
        for opening in _LISTS.finditer(clean.fold, block.start, block.end) if acts else ():
            yield from _listed(clean, text, opening.end(), block.end)
        if listing and block.bullet:
            yield from _first(clean, text, block)
        plain = clean.fold[block.start : block.end]
        opens = plain.endswith(":") and _LISTS.search(plain) and acts
        listing = bool(opens) or (listing and block.bullet)
        if block.zone is Zone.PARTIES:
            yield from _party(clean, text, block)
        for word in re.finditer(r"(?<![\w-])[A-ZÀ-Þ]", text[block.start : block.end]):
            named = _named(clean, text, block.start + word.start())
            if named and named.core in known and _AMOUNT.match(clean.fold, named.end, block.end):
                yield named


def _listed(clean: Clean, text: str, start: int, end: int) -> Iterator[Mention]:
    while named := _named(clean, text, start):
        yield named
        joint = _AND.match(clean.fold, named.end, end)
        if joint is None:
            return
        start = joint.end()


def _first(clean: Clean, text: str, block: Block) -> Iterator[Mention]:
    named = _named(clean, text, block.content)
    if named:
        yield named


def _party(clean: Clean, text: str, block: Block) -> Iterator[Mention]:
    commas = (found.end() for found in _COMMA.finditer(clean.fold, block.content, block.end))
    for start in (block.content, *commas):
        named = _named(clean, text, start)
        if named and _MAYOR.match(clean.fold, named.end, block.end):
            yield named


def _named(clean: Clean, text: str, start: int) -> Mention | None:
    """The commune named at a place, its article being part of its name or not."""
    for place in (start, *(found.end() for found in (_ITEM.match(text, start),) if found)):
        found = gazetteer().at(text, clean.fold, place, "COMMUNE") if place < len(text) else None
        places: tuple[Place, ...] = found.places if found else ()
        if found and places and text[found.end : found.end + 1] != "-":
            return Mention(place, found.end, "COMMUNE", "Commune", key(places[0].name), places)
    return None
