"""Intercommunalities whose name says no form (*Lorient Agglomération*), or is an acronym."""

import re
from collections.abc import Iterator

from importers.document.finding.gazetteer import gazetteer, key
from importers.document.finding.joining import intercommunality
from importers.document.finding.mentions import Mention
from importers.document.structure.clean import Clean

_LETTERS = re.compile(r"\b(?:CC|CA|CU)[A-Z]{1,5}\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_FORMED = re.compile(
    r"(?!(?:ET|Et|LE|LA|LES|ENTRE) )(?:Grand )?[A-ZÀ-Þ][\w'-]+(?:[ -](?:de |du |la |le |"
    r"sur |en )?[A-ZÀ-Þ][\w'-]+){0,3} "
    r"(?:[Aa]gglomération|Agglopôle|[Aa]gglo|[Mm]étropole|[Cc]ommunauté)\b"
)
_PAYS = re.compile(
    r"Pays (?!(?:de la Loire|Basque)\b)(?:de |du |des |d')?[A-ZÀ-Þ][\w'-]+"
    r"(?:[ -](?:de |du |des |d'|et )?[A-ZÀ-Þ][\w'-]+){0,3}"
)
_DEFINITE = re.compile(r"(?:^|[ ,(])(?:le|et le|avec le|que le|par le) $")
"""*Le Pays Voironnais* acts; *la santé en Pays Voironnais* is a place."""


def lettered(clean: Clean, text: str) -> Iterator[Mention]:
    words = frozenset(re.findall(r"[a-z]+", clean.fold))
    for letters in _LETTERS.finditer(text):
        place = intercommunality(letters[0], words)
        if place is not None:
            yield Mention(
                *letters.span(), "EPCI", "EPCI", key(place.name), (place,), name=place.name
            )


def named(clean: Clean, text: str) -> Iterator[Mention]:
    """Intercommunalities whose name says no form (*Lorient Agglomération*, *Plaine Commune*, *le
    Pays Voironnais*)."""
    last = 0
    for word in _CAPITAL.finditer(text):
        if word.start() < last:
            continue
        found = gazetteer().at(text, clean.fold, word.start(), "EPCI")
        name = key(text[found.start : found.end]) if found else ""
        told = found is not None and (
            name.startswith("grand ") or any(key(place.name) == name for place in found.places)
        )
        alone = all(place.level == "EPCI" for place in gazetteer().named(name))
        if found and told and (" " in name or (alone and len(name) > 6)):
            yield Mention(found.start, found.end, "EPCI", "EPCI", name, found.places)
            last = found.end
        elif (pays := _PAYS.match(text, word.start())) and _DEFINITE.search(
            clean.fold, max(0, word.start() - 12), word.start()
        ):
            yield Mention(*pays.span(), "EPCI", "EPCI", key(pays[0]))
            last = pays.end()
        elif formed := _FORMED.match(text, word.start()):
            yield Mention(*formed.span(), "EPCI", "EPCI", key(formed[0]))
            last = formed.end()
