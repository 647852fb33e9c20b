"""The territories that a text is about."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.document.finding.actors import Actors
from importers.document.finding.districts import districts
from importers.document.finding.gazetteer import Found, Place, gazetteer, key, main_department
from importers.document.finding.joining import Actor
from importers.document.model import ActorFact
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean
from importers.document.structure.spans import Spans

_BEFORE = re.compile(
    r"(?:\b(?:de|du|des|d'|a|au|aux|sur|en|la|le|les|l'|et|entre|vers|,|\(|:|communes?|"
    r"villes?)[ ]?)$"
)
_STREET = re.compile(
    r"\b(?:rue|avenue|boulevard|bd|place|quai|allee|chemin|route|impasse|square|cours|passage|"
    r"porte|faubourg) (?:de la |de l'|du |des |de |d')?$"
)
"""*12 rue de Paris*: a street's name, not the place."""
_LIST = re.compile(r"^[ ]?(?:,|et\b|;|\)|\.|$|\n)")
_COMMON = frozenset(
    [
        "maire",
        "mairie",
        "ville",
        "centre",
        "contact",
        "la",
        "ville",
        "nord",
        "sud",
        "est",
        "ouest",
        "objet",
        "plan",
        "france",
        "charge",
        "marche",
        "bord",
        "val",
        "mesures",
        "bureau",
        "conseil",
        "droit",
        "tarif",
        "aides",
        "vie",
        "les",
        "aides",
        "poste",
        "pole",
    ]
)
"""Communes whose name is a word of such texts."""
_LEVELS = {"COMMUNE": "commune", "EPCI": "epci", "DEPARTEMENT": "departement", "REGION": "region"}
_COVERS = frozenset(("LEAD", "SIGNATORY"))
"""Roles of those on whose territory a framework is."""


class Named(NamedTuple):
    """A territory at its first naming."""

    name: str
    level: str
    start: int
    end: int


def territories(clean: Clean, text: str, blocks: Sequence[Block], actors: Actors) -> list[Named]:
    """Territories named in the title, in a labelled place, by local actors, or as communes of the
    département that the text agrees on."""
    inside = Spans(
        (each.start, each.end)
        for actor in actors.joined
        for each in actor.mentions
        if actor.kind not in ("COMMUNE", "EPCI", "EPT")
    )
    spotted = [each for each in _spotted(clean, text, blocks) if not inside.holds(each.start)]
    department = main_department(spotted)
    found: dict[str, Named] = {}
    for actor, fact in zip(actors.joined, actors.facts, strict=True):
        for mention in actor.mentions[:1]:
            place = None if _only_helps(fact) else _of_actor(actor, department)
            if place is not None:
                found.setdefault(
                    key(place.name),
                    Named(
                        _shown(clean, mention.start, mention.end, place),
                        _LEVELS[place.level],
                        mention.start,
                        mention.end,
                    ),
                )
    for each in spotted:
        best = _chosen(each, department)
        if best is not None:
            found.setdefault(
                key(best.name),
                Named(clean.text[each.start : each.end], _LEVELS[best.level], each.start, each.end),
            )
    for start, end in districts(text):
        name = clean.text[start:end]
        found.setdefault(key(name), Named(name, "quartier", start, end))
    return sorted(found.values(), key=lambda one: one.start)


def _only_helps(fact: ActorFact) -> bool:
    """Whether a text says of an institution only that it funds or helps: a département that pays
    for one district's action does not make the action cover the département."""
    return (fact.labelled or "FUNDER" in fact.roles) and not _COVERS.intersection(fact.roles)


def _shown(clean: Clean, start: int, end: int, place: Place) -> str:
    return clean.text[start:end] if place.level == "EPCI" else place.name


def _of_actor(actor: Actor, department: str | None) -> Place | None:
    if actor.kind == "COMMUNE":
        return next(
            (
                each
                for each in actor.places
                if each.level == "COMMUNE" and each.department == department
            ),
            None,
        )
    if actor.kind == "DEPARTEMENT":
        return next((each for each in actor.places if each.level == "DEPARTEMENT"), None)
    if actor.kind in ("EPCI", "EPT") and actor.core:
        return next((each for each in actor.places if each.level == "EPCI"), None) or Place(
            actor.core, "EPCI", ""
        )
    return None


def _spotted(clean: Clean, text: str, blocks: Sequence[Block]) -> Iterator[Found]:
    """Names of communes and départements where a place is expected."""
    names = gazetteer()
    for block in blocks:
        if block.zone is Zone.SIGNATURES:
            continue
        last = block.start
        for word in re.finditer(r"\b[A-ZÀ-Þ]", text[block.start : block.end]):
            start = block.start + word.start()
            if start < last:
                continue
            found = names.at(text, clean.fold, start)
            if found is None or found.end - found.start < 3:
                continue
            if text[found.end : found.end + 1] == "-" or re.match(
                r" [A-ZÀ-Þ]", text[found.end : found.end + 2]
            ):
                continue
            before = clean.fold[max(block.start, start - 14) : start]
            if (
                not before.strip()
                and block.zone is not Zone.TERRITORY
                and not _LIST.match(text[found.end : found.end + 4])
            ):
                continue
            if before.strip() and not _BEFORE.search(before):
                continue
            if _STREET.search(clean.fold, max(block.start, start - 30), start):
                continue
            last = found.end
            if key(text[start : found.end]) not in _COMMON:
                yield found


def _chosen(found: Found, department: str | None) -> Place | None:
    for place in found.places:
        if place.level == "DEPARTEMENT":
            return place
    return next(
        (
            each
            for each in found.places
            if each.level == "COMMUNE" and each.department == department
        ),
        None,
    )
