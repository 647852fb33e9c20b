"""Governance bodies that a text names: level, how often they meet, who sits in them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.document.finding.mentions import Mention
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean, fold
from importers.document.structure.sentences import sentences


class Body(NamedTuple):
    """A body at its first naming, with the sentence that names it."""

    name: str
    level: str | None
    frequency: str | None
    start: int
    end: int
    members: tuple[Mention, ...]


_ADJECTIVE = (
    r"(?: (?:strategiques?|techniques?|loca(?:l|ux)|locale|restreinte?s?|elargie?s?|"
    r"partenaria(?:l|ux)|partenariale|territoria(?:l|ux)|territoriale|politiques?|"
    r"operationne\w+|"
    r"departementa(?:l|ux)|departementale|intercommuna(?:l|ux)|communa(?:l|ux)|"
    r"regiona(?:l|ux)|regionale|plenieres?|thematiques?|annuel\w*|mixtes?|paritaires?|"
    r"communs?|uniques?|institutionnel\w*|social\w*|interinstitutionnel\w*|citoyen\w*|"
    r"transversa\w+))*"
)
_BODIES: tuple[tuple[str | None, str], ...] = (
    (
        "STRATEGIC",
        rf"comites?{_ADJECTIVE} de (?:pilotage|direction){_ADJECTIVE}|copils?|codir|cosui|costrat|"
        rf"comites? (?:strategiques?|directeurs?){_ADJECTIVE}|conferences? des financeurs|"
        rf"instances? (?:de pilotage|strategiques?|politiques?|de gouvernance){_ADJECTIVE}",
    ),
    (
        "TECHNICAL",
        rf"comites? (?:techniques?|operationnels?|d'animation|technico-\w+|des financeurs|"
        rf"des signataires|partenaria(?:l|ux)|"
        rf"de (?:suivi|coordination|selection|programmation|projet|concertation|redaction)|"
        rf"d'(?:evaluation|experts|orientation|attribution)){_ADJECTIVE}|cotechs?|copro|comop|"
        rf"groupes? (?:de (?:travail|suivi|projet)|techniques?|ressources?|thematiques?|"
        rf"d'appui techniques?|partenaria(?:l|ux)){_ADJECTIVE}|"
        rf"equipes? (?:operationnelles?|projets?|techniques?|de suivi|d'animation)|"
        rf"commissions? (?:techniques?|thematiques?|mixtes?|d'(?:acces|admission|attribution|"
        rf"orientation)|"
        rf"de (?:coordination|suivi|concertation|pilotage|selection|mediation)){_ADJECTIVE}|"
        rf"instances? (?:techniques?|operationnelles?|de (?:coordination|suivi|concertation))"
        rf"{_ADJECTIVE}",
    ),
    (
        "WATCH",
        rf"cellules? de (?:veille|crise|coordination|suivi){_ADJECTIVE}|"
        rf"(?:instances?|comites?|groupes?) de veille{_ADJECTIVE}|"
        rf"observatoires? (?:loca(?:l|ux)|territoria(?:l|ux)|partenaria(?:l|ux)|socia(?:l|ux))",
    ),
    (
        None,
        rf"(?:cellules?|groupes?(?: projet| de travail)?|commissions?|tables?|ateliers?) « "
        rf"[^»]{{3,40}} ?»|"
        rf"groupes? (?:projets?|d'ecriture|d'appui [a-z]+)|revues? de projets?|tables? de quartier|"
        rf"ateliers? (?:territoriaux|citoyens?|d'habitants)|commission des financeurs[a-z' "
        rf"]{{0,50}}|"
        rf"conferences? (?:de l'autonomie|annuelles?)|forums? (?:des partenaires|sante)|"
        rf"assemblees? (?:annuelles?|citoyennes?|du territoire|des partenaires)|"
        rf"comites? (?:de voisinage|educati\w+ loca\w+|responsable d[eu][a-z' ]{{1,20}})|"
        rf"conseils? (?:municipal|intercommunal|communal|departemental|cooperatif) (?:des? |d')?"
        rf"(?:jeunes|enfants|seniors|sages|aines)|conseils? (?:cooperatifs?|de creche)|"
        rf"coordinations? (?:techniques?|alimentaires?)|"
        rf"conferences? (?:sociales?|territoriales?|locales?){_ADJECTIVE}|"
        rf"assemblees? (?:plenieres?|generales?){_ADJECTIVE}|seances? plenieres?|"
        rf"conseils? (?:citoyens?|d'orientation|consultatifs?|"
        rf"de (?:quartiers?|developpement|vie sociale|surveillance)|"
        rf"des (?:jeunes|sages|aines|seniors|partenaires|habitants)|"
        rf"loca(?:l|ux) (?!de securite)(?:de|du|des|d') ?(?:la )?[a-z]+(?: [a-z]{{4,}})?)|"
        rf"comites? (?:d'usagers|des usagers|d'habitants|des partenaires|consultatifs?|"
        rf"loca(?:l|ux)|de quartier|de territoire){_ADJECTIVE}|bureaux? executifs?|"
        rf"plateformes? (?:partenariales?|de coordination)|forums? annuels?|"
        rf"formations? (?:plenieres?|restreintes?)|reseaux? (?:des|de) referents?|"
        rf"comites? departementa(?:l|ux) des services aux familles|"
        rf"reunions? (?:techniques?|de coordination|partenariales?|de concertation|de suivi|"
        rf"annuelles?|"
        rf"trimestrielles?|semestrielles?|mensuelles?)|concertations? (?:regulieres?|locales?)|"
        rf"rencontres? (?:inter-?services?|annuelles?|partenariales?|trimestrielles?)",
    ),
)
_MEETS = re.compile(
    r"\bse (?:re)?uni\w+|\bse tien(?:t|nent)\b|\bsieg\w+|\breunit\b|\bfois (?:par|l'|dans l')|"
    r"\bchaque (?:mois|trimestre|semestre|annee)|\btous les (?:ans|mois|trimestres)|\bconvoqu\w+|"
    r"\bpreside\w*"
)
"""What a sentence says of a body of whatever name."""
_OF = r"(?:(?:de|des|du|d')(?: la| l')? ?)"
_ANY = re.compile(
    r"\b(?:comites?|commissions?|assemblees?|forums?|bureaux?|collectifs?|conferences?|groupes?|"
    rf"conseils?|jurys?|tablees?|cellules?) (?:{_OF}[a-z'-]{{4,}}|(?!qui|sont|reunit|siege)"
    rf"[a-z-]{{5,}})(?: {_OF}[a-z'-]{{4,}})?(?![\w-])"
)
_NO_BODY = re.compile(
    r"groupes? (?:de parole|de parents|scolaires?|de personnes|d'enfants)|conseils? "
    r"(?:d'administration|de vie)"
)
_SCAN = tuple((level, re.compile(rf"(?<![\w-])(?:{rule})(?:\b|(?<=»))")) for level, rule in _BODIES)
_CAPITALS = r"[A-ZÀ-Þ][\w'-]+(?:[ -](?:(?:de la|de l'|du|des|de|d'|et) ?)?[A-ZÀ-Þ][\w'-]+)*"
_NAMED = re.compile(
    rf"(?P<head>[Cc]onseil|[Cc]omité|[Cc]ommission|[Cc]ellule|[Ii]nstance)s?"
    rf"(?: (?:de la|de l'|du|des|de|d'))? ?(?P<own>(?<=[ '])(?:{_CAPITALS}))"
)
"""A body with a name of its own: *Conseil Ville-Handicap*, *commission du CCAS*."""
_SPECIALIST = re.compile(r"[ ](?:[A-ZÀ-Þ][\w'-]+(?:[- ][A-ZÀ-Þ][\w'-]+)*)")
_OF_ACTOR = re.compile(r" (?:du|de la|de l')\s?[A-ZÀ-Þ]{3,}\b")
_ELECTED = re.compile(
    r"(?:conseils? (?:municipa|metropolitain|territoria|departementa|regiona|communautaire|"
    r"genera|d'etat|de l'ordre|"
    r"constitutionnel|economique|europ|national|superieur)|commission (?:permanente|"
    r"europ|nationale|"
    r"mairie)|comite (?:national|departemental(?! des services)|regional|international|"
    r"olympique|des fetes)|"
    r"instance (?:regionale|nationale)|conseil de (?:l'europe|la republique))"
)
_LETTERS = re.compile(r"(?:copil|codir|cotech|copro|comop|cosui|costrat)s?")
_SMALL = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "et", "en"])
_FREQUENCIES: tuple[tuple[str, str], ...] = (
    ("MONTHLY", r"(?:une fois par|tous les|chaque) mois|mensuel\w*"),
    (
        "QUARTERLY",
        r"(?:une fois par|chaque|tous les) trimestres?|trimestriel\w*|(?:quatre|4) fois "
        r"(?:par|l'|dans l')? ?an|tous les (?:trois|3) mois",
    ),
    (
        "HALF_YEARLY",
        r"semestriel\w*|(?:deux|2) (?:fois|reunions) (?:par|l'|dans l'|a l')? ?an\w*|"
        r"(?:une fois par|chaque) semestre|tous les (?:six|6) mois|biannuel\w*",
    ),
    (
        "YEARLY",
        r"(?:une|1) (?:fois|reunion) (?:par|l'|dans l'|chaque) ?an\w*|annuel(?:le|les|s|"
        r"lement)?\b|chaque annee|tous les ans",
    ),
    (
        "OTHER",
        r"(?:trois|3|cinq|5|six|6|plusieurs) fois (?:par|l'|dans l') ?an\w*|tous les "
        r"deux ans|autant que (?:de besoin|necessaire)",
    ),
)
_FREQUENCY = tuple((name, re.compile(rf"\b(?:{rule})")) for name, rule in _FREQUENCIES)
_AND = re.compile(r"(?: ?,| et| ou| ainsi que)+ ?(?:l[ea]s? |l'|une? |des )?")
"""What stands between bodies of which one sentence says the same."""
_SITS = re.compile(
    r"\b(?:compose\w*|reuni\w*|rassembl\w*|regroup\w*|membres?|constitu\w*|represent\w+|"
    r"associ\w+|particip\w+|siege\w*|preside\w*)\b"
)


def bodies(clean: Clean, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[Body]:
    """The bodies of a text, each once, in order."""
    found: dict[frozenset[str], Body] = {}
    for block in blocks:
        if block.zone in (Zone.PARTIES, Zone.FUNDER):
            continue
        spans = list(sentences(clean, block))
        naming = [sorted(_named(clean, *span), key=lambda each: each[1]) for span in spans]
        for index, (_, end) in enumerate(spans):
            silent = index + 1 < len(spans) and not naming[index + 1]
            after = clean.fold[slice(*spans[index + 1])] if silent else ""
            for level, at, to in naming[index]:
                name = " ".join(clean.text[at:to].split())
                key = _key(name)
                own = clean.fold[at : _own_end(clean, to, end, naming[index])]
                frequency = _often(own) or _often(after)
                members = (
                    tuple(each for each in mentions if to <= each.start < end)
                    if _SITS.search(clean.fold[to:end])
                    else ()
                )
                same = _known(key, found)
                if same is None:
                    found[key] = Body(name, level, frequency, at, to, members)
                else:
                    known = found[same]
                    found[same] = known._replace(
                        frequency=known.frequency or frequency, members=known.members or members
                    )
    return sorted(found.values(), key=lambda body: body.start)


def _named(clean: Clean, start: int, end: int) -> Iterator[tuple[str | None, int, int]]:
    taken: list[tuple[int, int]] = []
    for level, pattern in _SCAN:
        for match in pattern.finditer(clean.fold, start, end):
            at, to = match.span()
            if any(a < to and at < b for a, b in taken):
                continue
            if _LETTERS.fullmatch(match[0]) and not clean.text[at].isupper():
                continue
            for pattern_ in (_SPECIALIST, _OF_ACTOR):
                further = pattern_.match(clean.text, to, end)
                to = further.end() if further else to
            taken.append((at, to))
            yield level, at, to
    if _MEETS.search(clean.fold, start, end):
        for match in _ANY.finditer(clean.fold, start, end):
            at, to = match.span()
            known = any(a < to and at < b for a, b in taken)
            if not known and not _ELECTED.match(match[0]) and not _NO_BODY.match(match[0]):
                taken.append((at, to))
                yield None, at, to
    for match in _NAMED.finditer(clean.text, start, end):
        at, to = match.span()
        if not _ELECTED.match(clean.fold, at) and not any(a < to and at < b for a, b in taken):
            yield None, at, to


def _own_end(clean: Clean, to: int, end: int, named: Sequence[tuple[str | None, int, int]]) -> int:
    """Where a sentence stops speaking of the body whose name ends at ``to``: at the next body,
    unless both are coordinated (*le comité de pilotage et le comité technique se réunissent*)."""
    for _, other, stop in named:
        if other < to:
            continue
        if not _AND.fullmatch(clean.fold, to, other):
            return other
        to = stop
    return end


def _often(plain: str) -> str | None:
    return next((name for name, pattern in _FREQUENCY if pattern.search(plain)), None)


def _key(name: str) -> frozenset[str]:
    """The words of a name without their endings, acronyms spelt out."""
    words = re.findall(r"[a-z]+", fold(name))
    spelt = {"copil": ["comite", "pilotage"], "cotech": ["comite", "technique"]}
    told = [each for word in words for each in spelt.get(word.rstrip("s"), [word])]
    return frozenset(
        re.sub(r"(?:aux|ales|ale|al|les|le|l|s)$", "", word) for word in told if word not in _SMALL
    )


def _known(key: frozenset[str], found: dict[frozenset[str], Body]) -> frozenset[str] | None:
    """The body already found that a name is, in full or in short."""
    if key in found:
        return key
    return next(
        (each for each in found if len(key & each) > 1 and (key < each or each < key)), None
    )
