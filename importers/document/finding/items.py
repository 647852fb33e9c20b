"""Actors that the grammar does not know: names where a list or a cue says that an actor stands,
and acronyms of intercommunalities."""

import re
from collections.abc import Iterator, Sequence

from importers.document.finding.frameworks import Named
from importers.document.finding.gazetteer import gazetteer, key
from importers.document.finding.joining import intercommunality
from importers.document.finding.mentions import Mention
from importers.document.finding.names import NAME
from importers.document.finding.roles.cues import FOLLOWED
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.inline import parts
from importers.document.structure.spans import Spans

_LETTERS = re.compile(r"\b(?:CC|CA|CU)[A-Z]{1,5}\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_FORMED = re.compile(
    r"(?!(?:ET|Et|LE|LA|LES|ENTRE) )(?:Grand )?[A-ZÀ-Þ][\w'-]+(?:[ -](?:de |du |la |le |"
    r"sur |en )?[A-ZÀ-Þ][\w'-]+){0,3} "
    r"(?:Agglomération|Agglo|Métropole|Communauté)\b"
)
_OPENS = re.compile(
    r"\b(?P<what>associations?|structures?(?: \w+)?|institutions?|partenaires?(?: \w+){0,2}|"
    r"organismes?|signataires?|financeurs?|membres?|acteurs?)(?: (?!qui|est|sont)[a-z']+){0,4} ?: ?"
)
_CITES = re.compile(r"\b(?:associations?|structures?|partenaires?|citons)\b[^.]*: ?$")
_CUT = re.compile(r"\s*(?:[,;:\n•|]|\bet\b|\bainsi que\b|/|\()\s*")
_ARTICLE = re.compile(
    r"(?:(?:notamment|dont|comme) )?(?:[-–•*▪»]\s*)?"
    r"(?:(?:[Ll]es?|[Ll]a|[Dd]es?|[Dd]u|[Aa]ux?|[Uu]ne?|l'association|les "
    r"associations)\s+|[LlDd]')?"
)
_ADJECTIVES = re.compile(rf"{NAME.pattern}(?: [a-zà-ÿ]{{4,}}){{0,2}}(?=\s*(?:[,;.]|$))")
_NUMBERED = re.compile(
    r"[A-ZÀ-Þ][\w'-]{2,}(?: [a-zà-ÿ]{2,}){0,3} (?:\d\d|2[AB]|97\d)(?=\s*(?:[,;.|(]|$))"
)
"""The branch of an association in a département: its name and a number."""
_ACRONYM = re.compile(r"\b[A-ZÀ-Þ]{3,8}\b(?! ?\()")
_SHORTEST_NAME = 3
_LINK = re.compile(r"(?P<cue>\b(?:avec|par|auprès de|entre|et)|,) (?:le |la |l')$", re.I)
_NO_ACTORS = frozenset(
    [
        "rsa",
        "pst",
        "cls",
        "ctg",
        "qpv",
        "etp",
        "apa",
        "pch",
        "aah",
        "fsl",
        "prs",
        "ptsm",
        "abs",
        "pcb",
        "bafa",
        "bpjeps",
        "tva",
        "tic",
        "ntic",
        "eac",
        "plu",
        "plh",
        "clsm",
        "cej",
        "pedt",
        "pre",
        "ess",
        "iae",
        "ase",
        "pmi",
        "nir",
        "rgpd",
        "faq",
        "pdf",
        "web",
        "cdd",
        "cdi",
    ]
)
_ZONES = frozenset((Zone.LEAD, Zone.PARTNER, Zone.FUNDER))
_NO_ACTOR = re.compile(
    r"(?:[\d ]+$|total|etc|tous?|autres?|professionnels?|habitants?|usagers?|parents?|familles?|"
    r"elus?|services?|acteurs?|partenaires?|structures?|etablissements?|ensemble|medecins?|"
    r"infirmi\w+|en cours|a definir|sans objet|neant|budget|cout|montant|subvention|action|fiche|"
    r"axe|jeunes|seniors|qpv|rsa|oui|non|reseau|conseil|comite|droit commun|temps|poste|etp|"
    r"mobilisation|valorisation|fonds propres|autofinancement|projet|programme|plan|contrat|"
    r"convention|appel|ville|ecoles?|centres?|enseignants?|agents?|equipes?|bailleurs?)\b"
)


def further_mentions(
    clean: Clean,
    text: str,
    blocks: Sequence[Block],
    found: Sequence[Mention],
    named: Sequence[Named],
) -> list[Mention]:
    """Mentions beside those of the grammar, none over another or over a framework."""
    spans = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in named]
    more: list[Mention] = []
    for finder in (
        _intercommunalities(clean, text),
        _unheaded(clean, text),
        _listed(clean, text, blocks),
        _cued(clean, text),
        _defined(text, found),
        _again(text, found),
        _lettered(text, found),
    ):
        taken = Spans(spans)
        kept = {
            (each.start, each.end): each for each in finder if not taken.meets(each.start, each.end)
        }
        spans += kept
        more += kept.values()
    return more


def _intercommunalities(clean: Clean, text: str) -> Iterator[Mention]:
    words = frozenset(re.findall(r"[a-z]+", clean.fold))
    for letters in _LETTERS.finditer(text):
        place = intercommunality(letters[0], words)
        if place is not None:
            yield Mention(
                *letters.span(), "EPCI", "EPCI", key(place.name), (place,), name=place.name
            )


def _unheaded(clean: Clean, text: str) -> Iterator[Mention]:
    """Intercommunalities whose name says no form (*Lorient Agglomération*, *Plaine Commune*)."""
    last = 0
    for word in _CAPITAL.finditer(text):
        if word.start() < last:
            continue
        found = gazetteer().at(text, clean.fold, word.start(), "EPCI")
        name = key(text[found.start : found.end]) if found else ""
        told = found is not None and any(key(place.name) == name for place in found.places)
        alone = all(place.level == "EPCI" for place in gazetteer().named(name))
        if found and told and (" " in name or (alone and len(name) > 6)):
            yield Mention(found.start, found.end, "EPCI", "EPCI", name, found.places)
            last = found.end
        elif formed := _FORMED.match(text, word.start()):
            yield Mention(*formed.span(), "EPCI", "EPCI", key(formed[0]))
            last = formed.end()


def _listed(clean: Clean, text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """Names in labelled blocks, after *les associations :*, and in bullets under such a line."""
    listing = False
    for block in blocks:
        plain = clean.fold[block.start : block.end]
        for part in parts(clean, block):
            yield from _items(text, part.start, part.end, "")
        if block.heading and text[block.start : block.end].isupper():
            continue
        if block.zone in _ZONES or _lists_parties(block):
            yield from _items(text, block.content, block.end, "")
        elif (listing or block.zone is Zone.PARTIES) and block.bullet:
            yield from _items(text, block.content, block.end, plain, whole=True)
        else:
            for opening in _OPENS.finditer(clean.fold, block.start, block.end):
                stop = re.compile(r"[.\n]|$").search(text, opening.end(), block.end)
                end = stop.start() if stop else block.end
                yield from _items(text, opening.end(), end, opening["what"])
        listing = bool(_CITES.search(plain)) or (listing and block.bullet)


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
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    if numbered := _NUMBERED.match(text, start, end):
        yield Mention(*numbered.span(), "ASSOCIATION", "Association", key(numbered[0]))
        return
    name = NAME.match(text, start, end)
    if name is None or "\x00" in name[0]:
        return
    if associative and (whole := _ADJECTIVES.match(text, name.start(), end)):
        yield Mention(*whole.span(), "ASSOCIATION", "Association", key(whole[0]))
    elif _is_actor(name[0]):
        kind, short = ("ASSOCIATION", "Association") if associative else ("OTHER", "Nom")
        yield Mention(*name.span(), kind, short, key(name[0]))


def _is_actor(name: str) -> bool:
    """Whether words with capitals are a name: several of them, or an acronym, and no place."""
    capitals = re.findall(r"\b[A-ZÀ-Þ][\w'&@-]*", name)
    if (
        key(name) in _NO_ACTORS
        or gazetteer().named(name)
        or (_NO_ACTOR.match(key(name)) and len(capitals) < 3)
    ):
        return False
    if name.isupper() and " " in name:
        return False
    return len(capitals) > 1 or (len(name) > 2 and name.isupper())


def _defined(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms that the text itself has given to an actor, wherever they stand."""
    named = [each for each in found if each.core and not each.generic]
    for letters in {word for each in named for word in each.aliases if _ACRONYM.fullmatch(word)}:
        for again in re.finditer(rf"\b{letters}\b", text):
            yield Mention(*again.span(), "OTHER", "Nom", key(letters))


def _again(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Names that the text gives to an actor, without the words before them: *Dromolib* after
    *l'association Dromolib*."""
    for one in {each.proper: each for each in found if len(each.proper) > _SHORTEST_NAME}.values():
        if gazetteer().named(one.proper) or not one.proper[0].isupper():
            continue
        for again in re.finditer(rf"(?<![\w-]){re.escape(one.proper)}(?![\w-])", text):
            yield Mention(*again.span(), one.kind, one.short, one.core)


def _lettered(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acronyms that stand as an actor does: *avec le CEMEA*, *la CAF et l'UFCV*."""
    ends = {each.end for each in found}
    for letters in _ACRONYM.finditer(text):
        before = text[max(0, letters.start() - 20) : letters.start()]
        link = _LINK.search(before)
        if link is None or key(letters[0]) in _NO_ACTORS:
            continue
        cue = link["cue"].strip().lower()
        place = letters.start() - len(link[0])
        after = place in ends or place - 1 in ends
        if after or cue in ("avec", "par", "auprès de", "entre"):
            yield Mention(*letters.span(), "OTHER", "Nom", key(letters[0]))
            ends.add(letters.end())


def _cued(clean: Clean, text: str) -> Iterator[Mention]:
    """A name right after *financé par*, *mis en place par*, *conclue avec*."""
    for cue in FOLLOWED:
        if cue.role == "PARTNER":
            continue
        for found in cue.pattern.finditer(clean.fold):
            article = _ARTICLE.match(
                text, found.end() + (text[found.end() : found.end() + 1] == " ")
            )
            start = article.end() if article else found.end()
            limit = text.find("\n", start)
            name = NAME.match(text, start, limit if limit > 0 else len(text))
            if name and "\x00" not in name[0] and _is_actor(name[0]):
                yield Mention(*name.span(), "OTHER", "Nom", key(name[0]))
