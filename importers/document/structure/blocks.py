"""A clean text as blocks: headings, bullets, paragraphs, each with the zone that it stands in.

A zone is what a label or the shape of the document says of a stretch of text: the block of the
parties, the signatures, *Porteur*, *Partenaires*, *Financement*... Roles and dates are read from
it before any verb is.
"""

import re
from collections import deque
from dataclasses import dataclass, replace

from importers.document.structure.clean import Clean
from importers.document.structure.labels import STRICT, Zone, label_at

__all__ = ["Block", "Zone", "blocks"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the clean text on one line; ``content`` is where it begins after a label."""

    start: int
    end: int
    content: int
    zone: Zone
    heading: bool
    bullet: bool


_BULLET = re.compile(
    r"(?:[-–•*▪■●○◦◊‣►➢✓»→·>┌├└╔╚▌\uf0b7]|[eo](?= )|\d{1,2}[.)°](?=\s)|\.(?= )|[a-z]\))\s*"
)
_ENTRE = re.compile(
    r"entre(?: les (?:soussigne\w*|parties\w*))?\s*(?:[:,](?: |$)|$)|entre (?:les "
    r"soussigne|d'une part)|"
    r"d'une part,?(?:$| (?=l[ea' ]))|[^.:]{0,120}\b(?:conclu|passe|signe|etabli|"
    r"convenu)\w*\b[^.:]{0,50}"
    r"\bentre ?:?$|(?:il|elle) est conclue?\b[^.:]{0,30}\bpar ?:$|les (?:soussigne\w*|"
    r"parties)\s*:|les parties (?:a la|au|"
    r"signataires)[^:\n]{0,60} sont ?:?$"
)
_DATED = re.compile(r"[^.;]{0,30}\b(?:19|20)\d\d\W*")
_ALONE = re.compile(r"entre(?: les soussigne\w*)? ?:?")
_CONCLUDED = re.compile(r"[^.:]{0,60}\b(?:conclue?|convenue?|passee?|etablie?|signee?)\b,? entre\b")
_PARTY_SAID = re.compile(
    r"\b(?:represente\w*|en la personne d\w+|d'une part|d'autre part|ci-apres|soussigne\w*|"
    r"denomme\w*|"
    r"designe\w* (?:par|sous)|il (?:est|a ete) (?:convenu|arrete|prealablement))\b|^et\b"
)
_NEXT = 3
"""Blocks within which one that begins the parties has its second party, or says who signs."""
_PARTIES_END = re.compile(
    r"(?:il (?:a|est)\b[^.]{0,30}\b(?:convenu|arrete|expose|rappele)|une convention dont|"
    r"(?:l[ea] |l')?(?:preambule|expose|contexte|constat|objet|cadre)\b|article|vu (?:le|la|"
    r"l'|les)|"
    r"considerant|vus? et |visas?\b|textes? vises?|titre|sommaire|§|"
    r"[ivx]+ ?[.)–-] |\[\w\] |i[.)-]|rappel\b|(?:et )?conviennent|rappellent|exposent|"
    r"declarent|ont (?:convenu|arrete)|il est "
    r"rappele|est conclu|cadre$)"
)
_ANOTHER_PART = re.compile(
    r"(?:[ivx]+|[a-h])(?:\.\d)? ?[.)–-] ?\w|"
    r"(?:considerant|vu (?:le|la|l'|les)|article|titre|"
    r"chapitre)\b|"
    r"les (?:partenaires|parties|signataires) [^:]{0,60}(?:conviennent|s'engagent)|chaque \w+ "
    r"s'engage|mentions legales|plan du site|©"
)
"""What no list of partners or funders goes beyond."""
_FIRST = re.compile(r"1[.)-]")
"""Of the articles, which end the parties, unless the line before announces a list."""
_COPIES = re.compile(
    r"(?:copies? (?:a|au|aux|pour|adressee?s?)\b|destinataires?\b|ampliations?\b|annexes?\b|"
    r"pieces? jointes?\b)"
)
"""What stands under the signatures and names nobody who signs."""
_SIGNED_AT = re.compile(
    r"(?:(?:\d+|[ivx]+) ?[.)–-] ?)?(?:(?:fait|etablie?) (?:a|en|le|aux?)\b|(?:ont )?signee? ?,? "
    r"(?:a|le)\b|"
    r"signatures?\b|les (?:premiers )?signataires|"
    r"en \w+ exemplaires|"
    r"[a-z][a-z' -]{2,40}, le (?:(?:lun|mar|mercre|jeu|vendre|same)di )?"
    r"(?:\d|\.|_|$|[a-z -]{2,20} [a-z]+ deux mille))"
)
_ARTICLE = re.compile(r"^article \d", re.M)
"""What no text has after its signatures."""
_SIGNS = re.compile(
    r"(?:pour (?:le|la|l'|les) ?[^.]{2,90}$|l[ea] (?:maire|prefete?|president|directeur|"
    r"directrice)\b[^.]{0,90}$)"
)
_AGREEMENT = re.compile(r"(?:avenant|convention|contrat|protocole|charte|pacte|accord)s?\b")
_OPENING = re.compile(
    r"(?:preambule|expose|article (?:1|premier)|il a ete convenu|considerant|vu )"
)
_SHORT_LABEL = 75
_DATED = re.compile(r"(?:[a-z0-9]+ ){0,3}(?:19|20)\d\d ?(?:[:–-]|\| )")
"""A line of a calendar: *Mars 2024 : étude*."""
_SHORT_ITEM = 80
_HEADING_END = ".,;"
_LONGEST_HEADING = 90
_LONG_PROSE = 420


def blocks(clean: Clean) -> list[Block]:
    """The blocks of a clean text in order, with their zones."""
    spans = [found.span() for found in re.finditer(r"[^\n]+", clean.text)]
    walk = _Walk(clean, _signatures(clean, spans))
    return _with_parties(clean, [walk.block(start, end) for start, end in spans])


def _with_parties(clean: Clean, found: list[Block]) -> list[Block]:
    """Blocks with those between the title of an agreement and its preamble as its parties, when
    no block says that it is: *Partenaires institutionnels : l'État ; la Région*."""
    if not found or any(block.zone is Zone.PARTIES for block in found):
        return found
    if not _AGREEMENT.match(clean.fold, found[0].start):
        return found
    half = len(clean.text) // 2
    opening = (
        number
        for number, block in enumerate(found)
        if block.start < half and _OPENING.match(clean.fold, block.start)
    )
    last = next(opening, 0)
    head = [_as_party(clean, block) for block in found[1:last]]
    return [found[0], *head, *found[max(last, 1) :]]


def _as_party(clean: Clean, block: Block) -> Block:
    mark = clean.text.find(" : ", block.start, min(block.end, block.start + _SHORT_LABEL))
    if mark < 0 and not block.bullet:
        return block
    content = mark + 3 if mark >= 0 else block.content
    return replace(block, content=content, zone=Zone.PARTIES, heading=False)


class _Walk:
    """The zone as it goes from block to block."""

    def __init__(self, clean: Clean, signatures: int) -> None:
        self._clean = clean
        self._signatures = signatures
        self._zone = Zone.NONE
        self._fresh = False
        """Whether the block before was a label alone: what follows is its content."""
        self._inline = False
        """Whether the label had its content on its own line: only items go on under it."""
        self._prose = False
        """Whether the block before was prose under a label."""
        self._announced = False
        """Whether the block before ends with a colon."""
        self._items: bool | None = None
        """Whether the list of a label *Signataires* has begun; None outside such a list."""
        self._stacked: deque[Zone] = deque()
        """Labels under each other, whose contents follow in the same order: a broken table."""

    def block(self, start: int, end: int) -> Block:
        """The next block."""
        plain = self._clean.fold[start:end]
        bullet = _BULLET.match(plain)
        first = start + (bullet.end() if bullet and bullet.end() < end - start else 0)
        if start >= self._signatures and _COPIES.match(plain):
            self._signatures = len(self._clean.text)
        if start >= self._signatures:
            return Block(start, end, first, Zone.SIGNATURES, False, bool(bullet))
        heading = not bullet and _is_heading(self._clean.text[start:end])
        announced, self._announced = self._announced, plain.endswith(":")
        if self._in_parties(start, plain, listed=announced, bullet=bool(bullet)):
            beside = bool(self._items) and not bullet  # « ses adhérents sont... », under a party
            zone = Zone.NONE if beside else Zone.PARTIES
            return Block(start, end, first, zone, False, bool(bullet))
        own, content = label_at(self._clean, first, end)
        if own is Zone.OTHER and self._dates_on(content, end):
            own = Zone.CALENDAR  # « Bilan : décembre 2026 », among the lines of a calendar
        if own is not None:
            return self._labelled(own, Block(start, end, content, own, heading, bool(bullet)))
        if len(self._stacked) > 1:
            self._zone = self._stacked.popleft()
        elif self._stacked:
            self._zone = self._stacked.pop()
        elif self._ends(start, end, heading, bool(bullet)):
            self._zone = Zone.NONE
        self._fresh = False
        return Block(start, end, first, self._zone, heading, bool(bullet))

    def _dates_on(self, content: int, end: int) -> bool:
        """Whether what a label says is one more date of a calendar."""
        dated = _DATED.fullmatch(self._clean.fold, content, end)
        return self._zone is Zone.CALENDAR and dated is not None

    def _in_parties(self, start: int, plain: str, *, listed: bool, bullet: bool) -> bool:
        if self._zone is not Zone.PARTIES:
            early = start < len(self._clean.text) // 2 or _ALONE.fullmatch(plain)
            if early and self._begins_parties(start + len(plain), plain):
                self._zone, self._items = Zone.PARTIES, None
        elif self._ends_parties(plain, listed=listed, bullet=bullet):
            self._zone = Zone.NONE
        return self._zone is Zone.PARTIES

    def _ends_parties(self, plain: str, *, listed: bool, bullet: bool) -> bool:
        """Whether a block is no party: an article, or prose after the list of a label."""
        opened = listed or self._items is False
        if plain.endswith("?") or _PARTIES_END.match(plain) or (_FIRST.match(plain) and not opened):
            return True
        over = self._items is True and not bullet and len(plain) > _SHORT_ITEM
        if self._items is not None:
            self._items = self._items or bullet
        return over

    def _begins_parties(self, end: int, plain: str) -> bool:
        """Whether a block is *Entre*, alone or with a party: a sentence (*Entre mai et juin, six
        rencontres ont eu lieu.*) is none unless somebody is represented in it or soon after."""
        if _ENTRE.match(plain) or (_CONCLUDED.match(plain) and _PARTY_SAID.search(plain)):
            return True
        if not plain.startswith("entre "):
            return False
        if plain[-1] not in ".!?":
            return True
        near = self._clean.fold[end + 1 : end + 1200].split("\n")[:_NEXT]
        return any(_PARTY_SAID.search(each) for each in (plain, *near))

    def _labelled(self, zone: Zone, block: Block) -> Block:
        alone = block.content >= block.end
        if alone and self._fresh:
            self._stacked += [zone] if self._stacked else [self._zone, zone]
        elif not alone:
            self._stacked.clear()
        lists = zone is Zone.PARTIES and self._clean.text[block.end - 1] == ":"
        self._zone = zone if alone or lists or zone in STRICT else Zone.NONE
        self._items = False if zone is Zone.PARTIES else None
        self._fresh, self._inline, self._prose = alone, not alone, False
        return Block(
            block.start,
            block.end,
            min(block.content, block.end),
            zone,
            block.heading and alone,
            block.bullet,
        )

    def _ends(self, start: int, end: int, heading: bool, bullet: bool) -> bool:
        """Whether a block is no more of the zone before it."""
        said = self._clean.text[start:end]
        asks = heading and (said[-1] == "?" or self._prose)
        if self._zone in STRICT and (asks or _ANOTHER_PART.match(self._clean.fold, start)):
            return True
        self._prose = not bullet and said[-1] == "." and len(said) > _SHORT_ITEM
        if (
            self._inline
            and not bullet
            and (len(said) > _SHORT_ITEM or said[-1] == "." or " : " in said)
        ):
            return True
        if self._zone is Zone.CALENDAR and _DATED.match(self._clean.fold, start, end):
            return False
        if end - start > _LONG_PROSE and self._zone in (Zone.LEAD, Zone.PARTNER):
            return True
        goes_on = self._zone in STRICT | {Zone.TERRITORY} or (
            self._zone is Zone.CALENDAR and " : " in said
        )
        return heading and not self._fresh and not goes_on


def _is_heading(text: str) -> bool:
    if (
        len(text) > _LONGEST_HEADING
        or text[-1] in _HEADING_END
        or not re.search(r"[^\W\d_]{3}", text)
    ):
        return False
    if text.isupper() or re.match(r"(?:\d+|[IVX]+|[A-Z])[.)-]", text):
        return True
    return text[0].isupper() and len(text.split()) <= 12


def _signatures(clean: Clean, spans: list[tuple[int, int]]) -> int:
    """Where the signatures begin; the end of the text when it has none."""
    total = len(clean.text)
    for start, end in spans:
        plain = clean.fold[start:end]
        goes_on = clean.text[start].islower() or _ARTICLE.search(clean.fold, end)
        if start > total * 0.6 and len(plain) < 160 and _SIGNED_AT.match(plain) and not goes_on:
            return start
        if start > total * 0.8 and len(plain) < 160 and _SIGNS.match(plain):
            return start
    return total
