"""The actors of a text: mentions found, joined, with their roles, as facts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.view import DayView
from importers.document.finding.frameworks import Named
from importers.document.finding.gazetteer import Place, gazetteer, key
from importers.document.finding.joining import Actor, joined
from importers.document.finding.known import known_mentions
from importers.document.finding.mentions import NEEDS_ROLE, Mention, mentions
from importers.document.finding.own import Own, noun_of
from importers.document.finding.passages import Quoting
from importers.document.finding.roles.agreement import BINDING, Agreement
from importers.document.finding.roles.find import said_roles
from importers.document.finding.roles.hosts import of_document
from importers.document.finding.roles.likely import add_likely_roles
from importers.document.finding.roles.statements import RUNS, Said
from importers.document.finding.unheaded.find import further_mentions
from importers.document.model import MENTIONED, ActorFact
from importers.document.other_names import other_names
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import PAGE, is_sheet
from importers.document.structure.labels import STRICT
from importers.document.structure.layout import Layout
from importers.document.structure.spans import Spans

_BRACKET = re.compile(r"\s*(?:[(\[][^)\]]*[)\]])?\s*:?")
_OWN_NAMES = frozenset(("OTHER", "ASSOCIATION", "ENTREPRISE", "BAILLEUR", "CENTRE_SOCIAL"))
_REST = re.compile(
    r" (?!représent|dont |sise? |ayant |association |(?:par|et) )[^,;:|"
    r"–()«\n\x00]{2,60}?(?=,? (?:par s(?:on|a) |représent)| – )"
)
"""What is left of a party's name, up to who represents it."""
_FIRST = re.compile(r"(?:[-–•*\d/.) ]|et )*(?:l(?:[ae]s? |['’ ]))?", re.I)
_SERVICE_OF = re.compile(r" ?(?:\(|[–-]) ?(?:(?:les )?services? (?:de |de la )?)?", re.I)
_RUN = 3
_HEADS = "HEADS"
"""Said of an actor that heads a section of a page: it leads, unless it signs."""
_STRONG = ("LEAD", "SIGNATORY", "FUNDER")


class Actors(NamedTuple):
    """The actors as facts, as joined mentions, and all mentions in order."""

    facts: tuple[ActorFact, ...]
    joined: list[Actor]
    mentions: list[Mention]

    def words(self, mention: Mention, quoting: Quoting) -> str:
        """How other facts name the actor of a mention: by the mention that its fact shows, since
        *la Ville* is none of its names; by the mention's own words when it has no fact."""
        for actor, fact in zip(self.joined, self.facts, strict=True):
            if any(mention is each for each in actor.mentions):
                return fact.mention
        return quoting.words(mention.start, mention.end)


def found_actors(
    layout: Layout,
    text: str,
    own: Own,
    named: Sequence[Named],
    kind: str,
    quoting: Quoting,
    day: DayView | None,
    *,
    by_rules_alone: bool,
) -> Actors:
    """The actors of a text; ``text`` is the clean one with persons blanked out."""
    clean, blocks = layout.clean, layout.blocks
    found = list(mentions(clean, text, named))
    if day is not None:
        found += _beside(known_mentions(clean, text, day), found)
    _complete_parties(text, blocks, found)
    found += further_mentions(clean, text, blocks, found, named)
    found = [each for each in found if "\x00" not in text[each.start : each.end]]  # a person's
    found = _but_services(text, sorted(found, key=lambda each: each.start))
    others = [each for each in named if each.specific and own.kind and each.kind != own.kind]
    itself = kind in BINDING or own.kind is None
    title = None if itself else clean.fold[own.start : own.end]
    ours = [each for each in named if own.kind and each.kind == own.kind]
    signs = is_sheet(blocks) if kind == PAGE and own.kind is None else None
    agreement = Agreement(kind, noun_of(own), ours, others, title, signs)
    said = said_roles(clean, blocks, found, agreement)
    of_document(clean, blocks, found, own, kind, said)
    labelled = any("LEAD" in said.labelled[id(each)] for each in found)
    if kind == PAGE and not labelled:
        _headings_lead(clean, blocks, found, said)
    if any(each.kind == "CCAS" and {"LEAD", _HEADS} & said.roles[id(each)] for each in found):
        for each in found:  # the page is its own: the town heads it, its services have their titles
            if each.kind != "CCAS":
                said.roles[id(each)].discard(_HEADS)
    hosted = any({"LEAD", _HEADS} & said.roles[id(each)] for each in found)
    for each in found:
        if RUNS in said.roles[id(each)]:
            said.add(each, "PARTNER" if hosted else "LEAD")
    for block in blocks:
        if block.zone is Zone.TERRITORY:
            for each in found:
                each.weak = each.weak or block.content <= each.start < block.end
    places = _places_of_title(clean, text, own)
    _name_commune(found, places)
    names = frozenset(key(place.name) for place in places)
    actors = [actor for actor in joined(found, names) if _counts(actor, said)]
    if not by_rules_alone:
        add_likely_roles(layout, actors, own, kind, agreement, said)
    facts = tuple(_fact(actor, said, quoting) for actor in actors)
    return Actors(facts, actors, found)


def _complete_parties(text: str, blocks: Sequence[Block], found: Sequence[Mention]) -> None:
    """Give a party its whole name, whatever its letters: *le GIP Brest métropole rénovation
    urbaine, par sa directrice*."""
    ends = {block.start: block.end for block in blocks if block.zone is Zone.PARTIES}
    starts = sorted(ends)
    for mention in found:
        place = bisect_right(starts, mention.start) - 1
        if mention.kind in _OWN_NAMES and place >= 0 and mention.start < ends[starts[place]]:
            rest = _REST.match(text, mention.end, ends[starts[place]])
            if rest and _FIRST.fullmatch(text, starts[place], mention.start):
                mention.end = rest.end()
                mention.core = key(f"{mention.core} {rest[0]}")


def _but_services(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions but for the services that brackets or a dash add to the name of who runs them:
    *Département (PMI)*."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        added = last and _SERVICE_OF.fullmatch(text, last.end, mention.start)
        if not (added and last and last.kind != "SERVICE" and mention.kind == "SERVICE"):
            kept.append(mention)
    return kept


def _places_of_title(clean: Clean, text: str, own: Own) -> list[Place]:
    """The territories that the title names."""
    found: list[Place] = []
    place = own.start
    for word in re.finditer(r"\b[A-ZÀ-Þ]", text[own.start : own.end]):
        start = own.start + word.start()
        named = gazetteer().at(text, clean.fold, start) if start >= place else None
        if named is not None:
            found += named.places
            place = named.end
    return found


def _name_commune(found: Sequence[Mention], ours: Sequence[Place]) -> None:
    """*La Ville* is that of the title, when it names one commune and the text names no other."""
    communes = {place.name for place in ours if place.level == "COMMUNE"}
    if len(communes) != 1 or any(each.kind == "COMMUNE" and each.core for each in found):
        return
    (name,) = communes
    for each in found:
        if each.kind == "COMMUNE" and not each.generic and not each.weak:
            each.core, each.name = key(name), f"Commune de {name}"


def _beside(more: Iterable[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Mentions that are none of those found: the grammar's own go first."""
    taken = Spans((each.start, each.end) for each in found)
    return [each for each in more if not taken.meets(each.start, each.end)]


def _headings_lead(
    clean: Clean, blocks: Sequence[Block], found: Sequence[Mention], said: Said
) -> None:
    """On a page, the actor that heads a section runs what the section describes; actors under each
    other are a list of names."""
    starts = {each.start for each in found}
    heads = [block.heading and block.start in starts for block in blocks]
    headings = {
        block.start: block.end
        for place, block in enumerate(blocks)
        if heads[place] and block.zone not in STRICT and not _in_run(heads, place)
    }
    for mention in found:
        end = headings.get(mention.start)
        if not mention.generic and end and _BRACKET.fullmatch(clean.text, mention.end, end):
            said.add(mention, _HEADS)


def _in_run(heads: Sequence[bool], place: int) -> bool:
    """Whether a heading is one of three at least under each other; a letterhead has two."""
    first = max(0, place - _RUN + 1)
    runs = (heads[at : at + _RUN] for at in range(first, place + 1))
    return any(len(run) == _RUN and all(run) for run in runs)


def _counts(actor: Actor, said: Said) -> bool:
    """A common noun alone is an actor only where a label or a strong role says so."""
    if not actor.is_weak and (actor.core or not actor.generic):
        return True
    if actor.short in NEEDS_ROLE and said.all_of(actor.mentions):
        return True
    strong = said.all_of(actor.mentions).intersection(_STRONG)
    return bool(said.labels_of(actor.mentions)) or (not actor.generic and bool(strong))


def _fact(actor: Actor, said: Said, quoting: Quoting) -> ActorFact:
    shown = _shown(actor, said)
    mention = quoting.words(shown.start, shown.end)
    words = dict.fromkeys(quoting.words(each.start, each.end) for each in actor.mentions)
    full = [quoting.words(each.start, each.end) for each in actor.mentions if each.core]
    longest = max(full or words, key=lambda each: (not each.isupper(), len(each)))
    name = actor.name or (longest if longest != mention else None)
    roles = _roles(said.all_of(actor.mentions) - said.denied_of(actor.mentions))
    labelled = said.labels_of(actor.mentions)
    likely = said.likely_of(actor.mentions)
    forms = other_names(name or mention, (mention, *words, *actor.aliases))
    return ActorFact(
        mention=mention,
        name=name,
        aliases=tuple(each for each in forms if each != mention),
        kind=actor.kind,
        roles=roles,
        likely=tuple(role for role in roles if role in likely),
        generic=actor.generic,
        labelled=bool(labelled) and labelled.issuperset(roles),
        passage=quoting.around(shown.start, shown.end),
    )


def _roles(found: set[str]) -> tuple[str, ...]:
    """Strong roles; else that of a partner; else that of somebody who is only named."""
    if _HEADS in found and "SIGNATORY" not in found:
        found = found | {"LEAD"}
    strong = tuple(role for role in _STRONG if role in found)
    return strong or (("PARTNER",) if "PARTNER" in found else (MENTIONED,))


def _shown(actor: Actor, said: Said) -> Mention:
    """The mention to show: one that says a strong role, a named one before a bare one."""

    def rank(mention: Mention) -> tuple[bool, bool, bool, int]:
        roles = said.roles[id(mention)]
        return (
            not mention.core and bool(actor.core),
            not roles.intersection(_STRONG),
            not roles,
            mention.start,
        )

    return min(actor.mentions, key=rank)
