"""A clean text as blocks: headings, bullets, paragraphs, each with the zone that it stands in.

A zone is what a label or the shape of the document says of a stretch of text: the block of the
parties, the signatures, *Porteur*, *Partenaires*, *Financement*... Roles and dates are read from
it before any verb is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from importers.document.structure.clean import Clean


class Zone(StrEnum):
    """What the place of a block says of it."""

    NONE = ""
    PARTIES = "parties"
    SIGNATURES = "signatures"
    LEAD = "lead"
    PARTNER = "partner"
    FUNDER = "funder"
    TERRITORY = "territory"
    AUDIENCE = "audience"
    CALENDAR = "calendar"
    THEME = "theme"
    BODY = "body"
    NEED = "need"
    ACTION = "action"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the clean text on one line; ``content`` is where it begins after a label."""

    start: int
    end: int
    content: int
    zone: Zone
    heading: bool
    bullet: bool


_LABELS: tuple[tuple[Zone, str], ...] = (
    (
        Zone.LEAD,
        r"(?:(?:structures?|organismes?|services?|institutions?|collectivites?) )?"
        r"(?:co-?)?(?:porteurs?|porteuses?|portage|pilotes?|pilotage(?! de la)|chefs? de file|"
        r"maitrises? d'ouvrage|maitres? d'ouvrage|responsables? de l'action|operateurs?)"
        r"(?: ?(?:/|et|ou|,|-) ?(?:co-?)?(?:porteurs?|pilotes?|copilotes?|pilotage|responsables?|"
        r"animateurs?|maitrise d'ouvrage|referents?))*"
        r"(?: (?:de l'action|du projet|de la fiche|de l'operation|des actions|principal|"
        r"pressentie?s?))?",
    ),
    (
        Zone.PARTNER,
        r"(?:(?:principaux|autres|les|nos|acteurs?(?: et)?|institutions et|liste des) )*"
        r"(?:partenaires?|partenariats?|acteurs? (?:associes?|mobilises?|concernes?|impliques?)|"
        r"contributeurs?|intervenants?)"
        r"(?: (?:de sante|associes?|mobilises?|a mobiliser|concernes?|impliques?|institutionnels?|"
        r"associatifs?|locaux|operationnels?|techniques?|potentiels?|envisages?|sollicites?|"
        r"de l'action|du projet|identifies|et acteurs?|principaux|a associer|pressentis))*",
    ),
    (
        Zone.FUNDER,
        r"(?:(?:sources?|modalites?|moyens|plan|nature) (?:de |du |des )?)?"
        r"(?:co-?)?(?:financements?|financeurs?|financiers?|budgets?)(?:[ /,et]+(?:budget|moyens))*"
        r"(?: (?:previsionnels?|mobilisables?|mobilises?|envisages?|sollicites?|de l'action|total|"
        r"potentiels?|et budget))*",
    ),
    (
        Zone.TERRITORY,
        r"(?:secteurs? geographiques?|territoires?(?: (?:concernes?|d'intervention|vises?|d'action|"
        r"couverts?|cibles?))?|perimetres?(?: (?:geographique|d'intervention|d'action|du "
        r"contrat))?|"
        r"zones? (?:geographiques?|d'intervention)|lieux? (?:de l'action|de realisation)|"
        r"communes? concernees?|localisation)",
    ),
    (
        Zone.AUDIENCE,
        r"(?:publics?(?: ?[/et]+ ?\w+)?(?: (?:cibles?|vises?|concernes?|beneficiaires?|"
        r"prioritaires?))*|"
        r"beneficiaires?|populations? (?:cibles?|concernees?|visees?))",
    ),
    (
        Zone.CALENDAR,
        r"(?:calendrier|echeancier|echeances?|dates?|periodes?|durees?|planning|temporalite)"
        r"(?: (?:de|du|d'|de la|de l')? ?(?:mise en oeuvre|realisation|previsionnel\w*|debut|"
        r"demarrage|fin|l'action|action|contrat|convention|projet|validite|signature|"
        r"prise d'effet))*",
    ),
    (
        Zone.THEME,
        r"(?:themes?|thematiques?|priorites?|axes?(?: strategiques?)?|orientations?(?: "
        r"strategiques?)?)"
        r"(?: (?:abordee?s?|concernee?s?|prioritaires?|retenus?))?(?: n?°? ?\d+)?",
    ),
    (
        Zone.BODY,
        r"(?:la )?(?:gouvernance|instances?|comites?|comitologie|suivi et pilotage|"
        r"pilotage de la \w+)(?: (?:de|du|des|d') ?\w+)?",
    ),
    (
        Zone.NEED,
        r"(?:constats?|diagnostic|besoins?(?: identifies?| reperes?)?|contexte(?: et \w+)?|"
        r"problematiques?|enjeux?|etat des lieux)(?: (?:local|territorial|partages?|initial))?",
    ),
    (
        Zone.ACTION,
        r"(?:intitule de (?:l'action|la fiche)|actions?(?: (?:prevues?|retenues?|"
        r"proposees?|a mener|"
        r"envisagees?|a mettre en oeuvre))?|nom de l'action|titre de l'action|"
        r"operations? [\w' ]{0,40}|"
        r"plan d'actions?|(?:quelques )?actions? prevues?)",
    ),
    (
        Zone.OTHER,
        r"(?:descripti\w+|description|objectifs?|finalites?|resultats?|indicateurs?|evaluation|"
        r"moyens|methodes?|modalites|preambule|exposes?(?: des motifs)?|considerants?|annexes?|"
        r"articles? (?:\d|premier|1er)|titre \d|chapitre|references?|points? de vigilance|"
        r"communication|leviers|freins|observations?|commentaires?|suivi|contacts?|introduction|"
        r"conclusion|bilan|deroulement|etapes|mise en oeuvre|conditions? [\w']+|accompagnement|"
        r"il (?:est|a ete) (?:convenu|arrete|expose)|pour (?:en savoir )?plus)\b[^.:|]{0,60}",
    ),
)
_LABEL = tuple(
    (zone, re.compile(rf"(?:\d+(?:[.\d]*)[.)°]?[ -]+|[ivx]+[.)] +|[a-z][.)] +)?(?:{label})"))
    for zone, label in _LABELS
)
_AFTER = re.compile(r"(?: ?\((?:\w|[ /'-])*\))? *(?P<mark>[:|]|– |- (?=\w)|[.] (?=\w)|$|(?=\n))")
_STRICT = frozenset((Zone.LEAD, Zone.PARTNER, Zone.FUNDER))
_SHORT_LABEL = 75
_BULLET = re.compile(r"(?:[-–•*▪■●○◦‣►➢✓»→·\uf0b7]|[eo](?= )|\d{1,2}[.)°](?=\s)|[a-z]\))\s*")
_ENTRE = re.compile(
    r"entre(?: les (?:soussigne\w*|parties\w*))?\s*[:,]?(?: |$)|les (?:soussigne\w*|parties)\s*:"
)
_PARTIES_END = re.compile(
    r"(?:il (?:a ete|est) (?:prealablement |d'un commun accord )?(?:convenu|arrete|expose|rappele)|"
    r"preambule|expose|article|vu (?:le|la|l'|les)|considerant|contexte|titre|sommaire|objet|"
    r"(?:1|i)[.)-]|conviennent|ont convenu|est conclu)"
)
_SIGNED_AT = re.compile(
    r"(?:fait (?:a|en|le|au)\b|signatures?\b|les signataires|en \w+ exemplaires)"
)
_SIGNS = re.compile(
    r"(?:pour (?:le|la|l'|les) ?[^.]{2,90}$|l[ea] (?:maire|prefete?|president|directeur|"
    r"directrice)\b[^.]{0,90}$)"
)
_HEADING_END = ".,;"
_LONGEST_HEADING = 90
_LONG_PROSE = 420


def blocks(clean: Clean) -> list[Block]:
    """The blocks of a clean text in order, with their zones."""
    spans = _spans(clean.text)
    signatures = _signatures(clean, spans)
    found: list[Block] = []
    zone, in_parties, fresh = Zone.NONE, False, False
    for start, end in spans:
        plain = clean.fold[start:end]
        bullet = _BULLET.match(plain)
        first = start + (bullet.end() if bullet and bullet.end() < end - start else 0)
        if start >= signatures:
            found.append(Block(start, end, first, Zone.SIGNATURES, False, bool(bullet)))
            continue
        if not in_parties and start < len(clean.text) // 2 and _ENTRE.match(plain):
            in_parties, zone = True, Zone.PARTIES
        elif in_parties and _PARTIES_END.match(plain):
            in_parties, zone = False, Zone.NONE
        if in_parties:
            found.append(Block(start, end, first, Zone.PARTIES, False, bool(bullet)))
            continue
        own, content = _label(clean, first, end)
        heading = not bullet and _is_heading(clean.text[start:end])
        if own is not None:
            stays = content >= end
            found.append(Block(start, end, min(content, end), own, heading and stays, bool(bullet)))
            zone = own if stays or own in _STRICT else Zone.NONE
            fresh = stays
            continue
        if heading and not fresh and zone not in _STRICT and zone is not Zone.TERRITORY:
            zone = Zone.NONE
        fresh = False
        if end - start > _LONG_PROSE and zone in _STRICT and zone is not Zone.FUNDER:
            zone = Zone.NONE
        found.append(Block(start, end, first, zone, heading, bool(bullet)))
    return found


def _spans(text: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]


def _label(clean: Clean, first: int, end: int) -> tuple[Zone | None, int]:
    """The zone that a block's label says, and where its content begins."""
    plain = clean.fold[first:end]
    best: tuple[int, Zone, int] | None = None
    for zone, pattern in _LABEL:
        found = pattern.match(plain)
        if found is None or found.end() > _SHORT_LABEL:
            continue
        after = _AFTER.match(plain, found.end())
        if after is not None:
            content = first + after.end()
        elif zone in _STRICT and _names_follow(clean.text[first + found.end() : end]):
            content = first + found.end()
        else:
            continue
        if best is None or found.end() > best[0]:
            best = (found.end(), zone, content)
    if best is None:
        return None, first
    content = best[2]
    while content < end and clean.text[content] == " ":
        content += 1
    return best[1], content


def _names_follow(rest: str) -> bool:
    """Whether a label without a mark is followed by names, as in a table whose rules are lost."""
    return (
        bool(re.match(r" (?:[A-ZÀ-Þ]{2,}|[A-ZÀ-Þ][\w'-]+ (?:[A-ZÀ-Þ]|d[eu]|et ))", rest))
        and len(rest) < 300
    )


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
        if start > total * 0.6 and len(plain) < 160 and _SIGNED_AT.match(plain):
            return start
        if start > total * 0.8 and len(plain) < 160 and _SIGNS.match(plain):
            return start
    return total


def sentences(clean: Clean, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, as spans of the clean text."""
    place = block.start
    for found in re.finditer(
        r"(?<=[a-zà-ÿ\d)»A-Z][.!?;])\s+(?=[A-ZÀ-Þ«•\d-])", clean.text[block.start : block.end]
    ):
        end = block.start + found.start()
        if re.search(r"\b(?:M|Mme|Dr|St|Ste|art|n°|etc|p|cf)\.$", clean.text[place:end]):
            continue
        yield place, end
        place = block.start + found.end()
    if place < block.end:
        yield place, block.end
