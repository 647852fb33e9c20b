"""What each mention of an actor says of its role: from where it stands, then from a cue."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from importers.document.finding.cues import BREAK, CHAIN, FOLLOWED, PRECEDED
from importers.document.finding.frameworks import Named
from importers.document.finding.mentions import Mention
from importers.document.finding.money import funders
from importers.document.structure.blocks import Block, Zone, sentences
from importers.document.structure.clean import Clean
from importers.document.structure.inline import parts

_OF_ZONE = {Zone.LEAD: "LEAD", Zone.PARTNER: "PARTNER", Zone.FUNDER: "FUNDER"}
_PARTY = re.compile(
    r"(?:^|[,;:.(]|\bet\b|\bentre\b|\bd'une part\b|\bd'autre part\b|[-–•*])(?:\s|"
    r"[-–•*:,]|\bet\b|\bentre\b|\bd'une part\b|\bd'autre part\b|\bd'un cote\b)*"
    r"(?:(?:le|la|les|l'|de|du|des|d')\s?)*$"
)
_NO_PARTY = re.compile(
    r"\b(?:represente\w*|declaree?|siege|domicili\w*|sis|sise|agissant|habilite\w*|"
    r"adresse)\b[^;\n]{0,120}$"
)
_SIGNS = re.compile(
    r"(?:^|\| |pour (?:le |la |l'|les )?|(?:maire|presidente?|prefete?|direct\w+|recteur|"
    r"rectrice|vice-president\w*|delegue\w*)(?: \w+){0,2}? (?:de la |de l'|du |de |d'|"
    r"des ))\s*$"
)
_INSERTED = re.compile(r"[ ]?(?:\([^)\n]{1,80}\)|,[^,.;:\n]{3,120},)")
_AFTER_CUE = 70
_LONGEST_GAP = 110
_WITH = re.compile(r"\b(?:avec|soutien|appui|partenariat|lien|financ\w+|grace)\b")
_NEAR = 90
_FRAMES = re.compile(
    r"\b(?:conventions?|contrats?|avenants?|protocoles?|chartes?|pactes?|accords?)\b"
)
_JOINED = re.compile(r"(?:, | )et (?:(?:le|la|les) |l')?$")
_BEFORE_VERB = 60


class Said:
    """Roles that the text gives to mentions, and which came from a labelled block."""

    def __init__(self) -> None:
        self.roles: dict[int, set[str]] = defaultdict(set)
        self.labelled: dict[int, set[str]] = defaultdict(set)

    def add(self, mention: Mention, role: str, *, labelled: bool = False) -> None:
        """State a role of a mention."""
        self.roles[id(mention)].add(role)
        if labelled:
            self.labelled[id(mention)].add(role)


def said_roles(
    clean: Clean,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    others: Sequence[Named],
    title: str | None,
) -> Said:
    """The roles of each mention; none where neither its place nor a cue says one.

    ``others`` are frameworks that are not the text's own: who signs one does not sign this one.
    ``title`` is the folded title of a text that is no agreement itself: a *convention* that it
    speaks of is its own only when the title says so.
    """

    def signs(said: str) -> bool:
        frames = _FRAMES.findall(said)
        return title is None or not frames or frames[-1].rstrip("s") in title

    said = Said()
    inside: dict[int, list[Mention]] = defaultdict(list)
    places = iter(blocks)
    block = next(places, None)
    for mention in sorted(mentions, key=lambda each: each.start):
        while block is not None and block.end <= mention.start:
            block = next(places, None)
        if block is not None:
            inside[block.start].append(mention)
    for number, block in enumerate(blocks):
        here = inside[block.start]
        _by_zone(clean, block, here, said)
        for mention in funders(clean, block, here):
            said.add(mention, "FUNDER")
        here = _by_label(clean, block, here, said)
        if block.zone not in (Zone.PARTIES, Zone.SIGNATURES, *_OF_ZONE):
            for start, end in sentences(clean, block):
                told = [each for each in here if start <= each.start < end]
                foreign = [each for each in others if start <= each.start < end]
                _by_cues(clean, start, end, told, foreign, signs, said)
        _by_colon(clean, blocks, number, inside, said)
        if _THESE_SIGNED.search(clean.fold, block.start, block.end):
            _signed_above(blocks, number, inside, said)
    _labels_outrank(mentions, said)
    return said


def _by_zone(clean: Clean, block: Block, here: list[Mention], said: Said) -> None:
    for mention in here:
        if mention.start < block.content:
            continue
        before = clean.fold[block.content if block.bullet else block.start : mention.start]
        if block.zone is Zone.PARTIES:
            if mention.generic:
                continue
            if _PARTY.search(before) and (_JOINED.search(before) or not _NO_PARTY.search(before)):
                said.add(mention, "SIGNATORY", labelled=True)
        elif block.zone is Zone.SIGNATURES:
            if _SIGNS.search(before[-80:]):
                said.add(mention, "SIGNATORY", labelled=True)
        elif block.zone in _OF_ZONE:
            said.add(mention, _OF_ZONE[block.zone], labelled=True)


def _by_label(clean: Clean, block: Block, here: list[Mention], said: Said) -> list[Mention]:
    """The mentions that no label within the line tells the role of; the others have theirs."""
    rest = here
    for part in parts(clean, block):
        for mention in here:
            if part.start <= mention.start < part.end:
                said.add(mention, _OF_ZONE[part.zone], labelled=True)
        rest = [each for each in rest if not part.start <= each.start < part.end]
    return rest


def _by_cues(
    clean: Clean,
    start: int,
    end: int,
    told: list[Mention],
    foreign: Sequence[Named],
    signs: Callable[[str], bool],
    said: Said,
) -> None:
    if not told:
        return
    plain = clean.fold[start:end]
    taken: set[int] = set()
    for cue in FOLLOWED:
        for found in cue.pattern.finditer(plain):
            if cue.role != "PARTNER" and _is_foreign(start + found.end(), foreign):
                continue
            if cue.role == "SIGNATORY" and not signs(plain[: found.end()]):
                continue
            alone = cue.role in ("LEAD", "FUNDER")
            chain = _following(clean, start + found.end(), told, alone=alone)
            for mention in chain:
                if cue.role == "PARTNER" and id(mention) in taken:
                    continue
                taken.add(id(mention))
                said.add(mention, cue.role)
    for cue in PRECEDED:
        for index, mention in enumerate(told):
            if any(cue.pattern.match(clean.fold, place, end) for place in _after(clean, mention)):
                subject = _subject(told, index, taken)
                for each in _preceding(clean, told, subject) if subject is not None else ():
                    said.add(each, cue.role)


def _following(clean: Clean, place: int, told: list[Mention], *, alone: bool) -> list[Mention]:
    """The run of mentions that a cue opens: joined by commas, *et*, brackets.

    ``alone``: those whom *avec*, *en lien avec*, *avec le soutien de* bring in have another role.
    """
    chain: list[Mention] = []
    limit = _AFTER_CUE
    for mention in told:
        if mention.start < place:
            continue
        gap = clean.fold[place : mention.start]
        if len(gap) > limit or BREAK.search(gap) or (chain and not CHAIN.search(gap)):
            break
        if alone and chain and _WITH.search(gap):
            break
        chain.append(mention)
        place, limit = mention.end, _LONGEST_GAP
    return chain


def _is_foreign(place: int, foreign: Sequence[Named]) -> bool:
    """Whether the words before a place speak of a framework that is not the text's own."""
    return any(each.start < place and place - each.end < _NEAR for each in foreign)


def _after(clean: Clean, mention: Mention) -> Iterator[int]:
    """Where the verb of a mention may stand: right after it, or after what commas enclose."""
    yield mention.end
    place = mention.end
    while len(clean.fold) > place and (inserted := _INSERTED.match(clean.fold, place)):
        place = inserted.end() - 1
        yield inserted.end()


def _subject(told: list[Mention], index: int, taken: set[int]) -> int | None:
    """The mention that a verb is said of: not one that *en lien avec* has just brought in."""
    while index >= 0 and id(told[index]) in taken:
        index -= 1
    return index if index >= 0 else None


def _preceding(clean: Clean, told: list[Mention], index: int) -> list[Mention]:
    """The run of mentions that ends with one."""
    chain = [told[index]]
    for previous in reversed(told[:index]):
        gap = clean.fold[previous.end : chain[-1].start]
        if not re.fullmatch(
            r"\s*(?:\([^)]*\))?[\s,]*(?:et|,|ainsi que|/)[\s,]*(?:(?:le|la|les|l'|ses|son|sa)\s*)?",
            gap,
        ):
            break
        chain.append(previous)
    return chain


_THESE_SIGNED = re.compile(
    r"\b(?:ces|les|tous les) (?:\w+ )?(?:partenaires|acteurs|institutions|collectivites)[^.]{0,30} "
    r"(?:ont|avaient) (?:co-?)?(?:signe|ratifie|conclu)"
)


def _signed_above(
    blocks: Sequence[Block], number: int, inside: dict[int, list[Mention]], said: Said
) -> None:
    """*Ces partenaires ont ratifié...*: those of the list above signed."""
    for block in reversed(blocks[:number]):
        if not block.bullet:
            return
        for mention in inside[block.start]:
            said.add(mention, "SIGNATORY")


_LISTS = (
    (
        "SIGNATORY",
        re.compile(
            r"\b(?:signataires?|parties|signee?s?\b[^.]{0,60}\b(?:par|entre|avec)|"
            r"conclue?s? (?:entre|"
            r"avec))\b[^.]*: ?$"
        ),
    ),
    ("FUNDER", re.compile(r"\b(?:financeurs?|financee?s? par|financements?)\b[^.]*: ?$")),
    ("LEAD", re.compile(r"\b(?:porteurs?|pilotes?|pilotee?s? par|portee?s? par)\b[^.]*: ?$")),
    (
        "PARTNER",
        re.compile(
            r"\b(?:partenaires?|partenariats?(?: \w+)*|en lien avec|membres?|composee?s? "
            r"(?:de|des|comme suit)|acteurs?|citons[^.]*|structures?[^.]*|associations?|"
            r"institutions?|participants?|reunit|rassemble)\b[^.]*: ?$"
        ),
    ),
)


def _by_colon(
    clean: Clean, blocks: Sequence[Block], number: int, inside: dict[int, list[Mention]], said: Said
) -> None:
    """A sentence that ends with a colon gives its role to what the list under it names."""
    block = blocks[number]
    plain = clean.fold[block.start : block.end]
    last = plain[max(plain.rfind(". "), 0) :]
    role = next((role for role, pattern in _LISTS if pattern.search(last)), None)
    if role is None or block.zone in (Zone.PARTIES, Zone.SIGNATURES):
        return
    for item in blocks[number + 1 :]:
        if not item.bullet and not (item.end - item.start < 120 and role == "SIGNATORY"):
            if item is blocks[number + 1] and item.end - item.start < 250 and inside[item.start]:
                for mention in inside[item.start]:
                    said.add(mention, role)
            return
        for mention in inside[item.start]:
            said.add(mention, role)


def _labels_outrank(mentions: Sequence[Mention], said: Said) -> None:
    """Where a label says who leads or funds, verbs say it of something else."""
    for role in ("LEAD", "FUNDER"):
        if any(role in said.labelled[id(mention)] for mention in mentions):
            for mention in mentions:
                if role not in said.labelled[id(mention)]:
                    said.roles[id(mention)].discard(role)
