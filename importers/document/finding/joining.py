"""Mentions of one text that name the same actor, joined before the graph is asked.

What the text itself says comes first: an acronym in brackets, *ci-après désigné*, initials; then
the same name; then a short form (*la CAF*) when one actor alone of its kind is named, or one is
this text's own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from importers.document.finding.gazetteer import Place, gazetteer, key
from importers.document.finding.mentions import Mention

_SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "au",
        "aux",
        "a",
        "un",
        "une",
        "sur",
        "pour",
        "par",
        "avec",
        "cc",
        "ca",
        "cu",
        "ept",
    ]
)
_ONE_EACH = frozenset(
    (
        "DEPARTEMENT",
        "REGION",
        "COMMUNE",
        "EPCI",
        "EPT",
        "CAF",
        "CPAM",
        "MSA",
        "ARS",
        "CARSAT",
        "MDPH",
        "EDUCATION",
        "ETAT",
    )
)
"""Kinds of which a text about one place means one."""
_ONE_IN_TEXT = frozenset(("CCAS", "CIAS"))
"""Kinds of which a text that names one alone means that one, even before it is named."""
_WIDE = frozenset(("ARS", "REGION"))
"""Kinds whose territory grew: *ARS Alsace* became *ARS Grand Est*."""
_PLACED = frozenset(
    (
        "COMMUNE",
        "DEPARTEMENT",
        "REGION",
        "CAF",
        "CPAM",
        "MSA",
        "CCAS",
        "CIAS",
        "ARS",
        "CARSAT",
        "MDPH",
    )
)


@dataclass(slots=True)
class Actor:
    """Mentions that name one actor, in the order of the text."""

    kind: str
    short: str
    core: str
    places: tuple[Place, ...]
    mentions: list[Mention]
    aliases: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """A fuller name than the text's own; empty when there is none."""
        return next((mention.name for mention in self.mentions if mention.name), "")

    @property
    def generic(self) -> bool:
        """Whether no mention names it."""
        return all(mention.generic for mention in self.mentions)

    @property
    def is_weak(self) -> bool:
        """Whether common nouns alone speak of it."""
        return all(mention.weak for mention in self.mentions)


def joined(found: Iterable[Mention], own: frozenset[str]) -> list[Actor]:
    """The actors that mentions name; ``own`` are the folded names of this text's territories."""
    mentions = sorted(found, key=lambda mention: (mention.start, -mention.end))
    actors: list[Actor] = []
    for mention in mentions:
        if mention.core:
            _join_named(mention, actors)
    by_alias = _aliases(actors)
    actors = _spelt_out(actors, by_alias)
    for mention in mentions:
        if not mention.core:
            _join_bare(mention, actors, by_alias, own)
    actors = _with_prefect(actors)
    actors.sort(key=lambda actor: min(mention.start for mention in actor.mentions))
    return actors


def _with_prefect(actors: list[Actor]) -> list[Actor]:
    """Actors with each prefect as the prefecture of the place, else as the one State named."""
    state = next((each for each in actors if each.short == "État"), None)
    prefectures = [each for each in actors if each.short == "Préfecture"]
    prefects = [each for each in actors if each.short == "Préfet"]
    kept = [each for each in actors if each.short != "Préfet"]
    for each in prefects:
        seat = next((one for one in prefectures if one.core == each.core or not one.core), None)
        target = seat or (state if len(prefects) == 1 else None)
        if target is None:
            each.short = "Préfecture"
            kept.append(each)
        else:
            target.mentions += each.mentions
            target.core = target.core or (each.core if target.short == "Préfecture" else "")
    return kept


def _words(core: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", core)) - _SMALL


def _join_named(mention: Mention, actors: list[Actor]) -> None:
    for actor in actors:
        if actor.core and _same(mention, actor):
            actor.mentions.append(mention)
            actor.aliases += mention.aliases
            if len(mention.core) > len(actor.core):
                actor.core, actor.places = mention.core, mention.places or actor.places
            return
    actors.append(
        Actor(
            mention.kind, mention.short, mention.core, mention.places, [mention], mention.aliases[:]
        )
    )


def _same(mention: Mention, actor: Actor) -> bool:
    """Whether a named mention is an actor already named."""
    if mention.short != actor.short and not (mention.kind == actor.kind == "HOPITAL"):
        return False
    left, right = _words(mention.core), _words(actor.core)
    if left == right:
        return True
    if mention.kind in _PLACED - _WIDE:
        return False
    return bool(left and right) and (left < right or right < left)


def _spelt_out(actors: list[Actor], by_alias: dict[str, Actor]) -> list[Actor]:
    """Actors without those that are an acronym which the text gives another one."""
    kept: list[Actor] = []
    for actor in actors:
        full = by_alias.get(actor.core.upper())
        if full is None or full is actor:
            kept.append(actor)
        else:
            full.mentions += actor.mentions
    return kept


def _aliases(actors: list[Actor]) -> dict[str, Actor]:
    """Actors by the acronyms that the text gives them, and by their initials."""
    found: dict[str, Actor] = {}
    for actor in actors:
        for alias in actor.aliases:
            found.setdefault(alias.upper(), actor)
    return found


def _join_bare(
    mention: Mention, actors: list[Actor], by_alias: dict[str, Actor], own: frozenset[str]
) -> None:
    known = (by_alias.get(each.upper()) for each in mention.aliases)
    target = next((actor for actor in known if actor is not None), None)
    same = [actor for actor in actors if actor.short == mention.short]
    if target is None and not mention.many:
        named = [actor for actor in same if actor.core]
        only = named if len(named) == 1 and mention.kind in _ONE_IN_TEXT else []
        target = _the_one(only or [actor for actor in named if _may_mean(mention, actor, own)], own)
    if target is None:
        bare = [actor for actor in same if not actor.core and actor.generic == mention.generic]
        target = bare[0] if bare else None
    if target is None:
        actors.append(Actor(mention.kind, mention.short, "", (), [mention], mention.aliases[:]))
    else:
        target.mentions.append(mention)
        target.aliases += mention.aliases


def _may_mean(mention: Mention, actor: Actor, own: frozenset[str]) -> bool:
    """Whether a short form may mean a named actor: one of each territory's only (*la CAF*)
    wherever it is named, one among many (*le CCAS*) when it was named before."""
    first = min(each.start for each in actor.mentions)
    return actor.kind in _ONE_EACH or actor.core in own or first < mention.start


def _the_one(named: list[Actor], own: frozenset[str]) -> Actor | None:
    """The actor that a short form means: the only one, this text's own, or the most named."""
    if len(named) <= 1:
        return named[0] if named else None
    ours = [actor for actor in named if actor.core in own]
    if len(ours) == 1:
        return ours[0]
    counts = Counter({id(actor): len(actor.mentions) for actor in named})
    (first, most), (_, next_) = counts.most_common(2)
    if most >= 2 * next_:
        return next(actor for actor in named if id(actor) == first)
    return named[0] if named[0].kind in _ONE_EACH else None


def intercommunality(letters: str, words: frozenset[str]) -> Place | None:
    """The intercommunality that an acronym names, when the text's own words tell which."""
    places = {place.name: place for place in gazetteer().of_initials(letters)}
    fitting = [place for place in places.values() if _words_of(place.name) <= words]
    return fitting[0] if len(fitting) == 1 else None


def _words_of(name: str) -> frozenset[str]:
    return _words(key(name)) - {"communaute", "communes", "agglomeration", "urbaine", "metropole"}
