"""Frameworks that a text names: their kind, their name as written, the years in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.document.structure.clean import Clean


class Named(NamedTuple):
    """A framework named at a place of the text; ``head`` ends the words that tell its kind, and it
    is ``specific`` when these are more than a common noun."""

    start: int
    head: int
    end: int
    kind: str
    specific: bool
    years: tuple[str, str] | None


_LEVEL = (
    r"(?:nationa(?:l|le|ux|les)|regiona(?:l|le|ux|les)|departementa(?:l|le|ux|les)|loca(?:l|"
    r"le|ux|les)|territoria(?:l|le|ux|les)|metropolitain\w*|(?:inter)?communa(?:l|le|ux|les)|"
    r"municipa(?:l|le|ux|les)|academique\w*|pluriannue\w+|cadre|directeur|unique|"
    r"partenarial\w*|strategique)"
)
_KINDS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "CLSM",
        True,
        r"conseils? (?:inter)?(?:communa(?:l|ux)|loca(?:l|ux)) (?:de|en|pour la) sante mentale",
        "CLSM",
    ),
    (
        "CLS",
        True,
        r"contrats? (?:inter)?(?:communa(?:l|ux)|loca(?:l|ux)|territoria(?:l|ux)) de "
        r"sante(?! mentale)",
        "CLS CLST",
    ),
    (
        "CTG",
        True,
        r"conventions? (?:territoriales? globales?(?: de services aux familles)?|globales? de "
        r"territoires?)",
        "CTG",
    ),
    ("CEJ", True, r"contrats? enfance[- ](?:et )?jeunesse", "CEJ"),
    ("CEJ_JEUNE", True, r"contrats? d'engagement jeunes?", ""),
    (
        "CONTRAT_DE_VILLE",
        True,
        r"contrats? de (?:la )?ville(?: et de cohesion (?:urbaine|sociale))?|"
        r"engagements? quartiers 2030",
        "",
    ),
    ("CUCS", True, r"contrats? urbains? de cohesion sociale", "CUCS"),
    (
        "PEDT",
        True,
        r"projets? educatifs? (?:de )?territoria(?:l|ux)|projets? educatifs? d[eu] territoire",
        "PEDT",
    ),
    ("PRE", True, r"programmes? de reussite educative", "PRE"),
    (
        "CLSPD",
        True,
        r"conseils? (?:loca(?:l|ux)|intercommuna(?:l|ux)) de securite et de prevention "
        r"de la delinquance|strategies? (?:loca(?:l|ux)es?|locales?|territoriales?|"
        r"intercommunales?) "
        r"de securite et de prevention de la delinquance",
        "CLSPD CISPD STSPD",
    ),
    ("CITE_EDUCATIVE", True, r"cites? educatives?", ""),
    ("PST", True, r"projets? socia(?:l|ux) de territoires?", "PST"),
    ("PSD", True, r"projets? socia(?:l|ux) departementa(?:l|ux)", "PSD"),
    ("PRS", True, r"projets? regiona(?:l|ux) de sante", "PRS PRS2 PRS3"),
    ("PTSM", True, r"projets? territoria(?:l|ux) de sante mentale", "PTSM"),
    (
        "PRAPS",
        True,
        r"programmes? regiona(?:l|ux) (?:pour|d')? ?(?:l')?acces a la prevention et aux "
        r"soins[a-z ]{0,40}",
        "PRAPS",
    ),
    ("PRSE", True, r"plans? regiona(?:l|ux) sante[- ]environnement", "PRSE"),
    ("PNNS", True, r"programmes? nationa(?:l|ux) nutrition sante", "PNNS"),
    ("PLH", True, r"programmes? loca(?:l|ux) de l'habitat", "PLH PLUIH"),
    (
        "PDALHPD",
        True,
        r"plans? departementa(?:l|ux) d'actions? pour le logement(?: et "
        r"l'hebergement)?(?: des personnes defavorisees)?",
        "PDALHPD PDALPD",
    ),
    ("PLIE", True, r"plans? loca(?:l|ux) (?:pluriannue\w+ )?pour l'insertion et l'emploi", "PLIE"),
    (
        "PDI",
        True,
        r"(?:programmes?|plans?|pactes?) (?:departementa(?:l|ux)|territoria(?:l|ux)) "
        r"(?:d'|pour l')insertion",
        "PDI PTI",
    ),
    ("ABS", True, r"analyses? (?:\w+ )?des besoins sociaux", "ABS"),
    ("CPOM", True, r"contrats? pluriannuels? d'objectifs et de moyens", "CPOM"),
    ("CPO", True, r"conventions? pluriannuelles? d'objectifs(?: et de \w+)?", "CPO"),
    (
        "REAAP",
        True,
        r"reseaux? d'ecoute,? d'appui et d'accompagnement (?:a la parentalite|des parents)",
        "REAAP",
    ),
    ("CLAS", True, r"contrats? loca(?:l|ux) d'accompagnement a la scolarite", "CLAS"),
    (
        "CLEA",
        True,
        r"contrats? (?:loca(?:l|ux)|territoria(?:l|ux)) d'education artistique(?: et culturelle)?",
        "CLEA CTEAC CLEAC CLÉA",
    ),
    ("PEAC", True, r"parcours d'education artistique et culturelle", "PEAC"),
    (
        "NPNRU",
        True,
        r"(?:nouveau )?programmes? nationa(?:l|ux) de r\w+ urbaine?",
        "NPNRU ANRU PNRU",
    ),
    ("PVD", True, r"petites villes de demain", "PVD"),
    ("ACV", True, r"action coeur de ville", "ACV"),
    (
        "CRTE",
        True,
        r"contrats? (?:territoria(?:l|ux) )?de (?:relance|reussite) (?:et|de la) (?:de "
        r")?transition ecologique",
        "CRTE",
    ),
    ("LABEL", True, r"(?:maisons? )?france[- ]services?(?=\W)", ""),
    ("PCAET", True, r"plans? climat(?:[- ]air[- ]energie territorial)?", "PCAET"),
    ("PAT", True, r"projets? alimentaires? territoria(?:l|ux)", "PAT"),
    ("FSL", True, r"fonds de solidarite (?:pour le )?logement", "FSL"),
    (
        "SDSF",
        True,
        r"schemas? departementa(?:l|ux) des? services? (?:aux|d'aide aux) familles",
        "SDSF",
    ),
    (
        "PLAN_PAUVRETE",
        True,
        r"plans? (?:national )?(?:de )?(?:lutte contre la )?pauvrete|strategies? "
        r"(?:nationale )?(?:de )?(?:prevention et (?:de )?)?lutte contre la pauvrete|"
        r"pacte des solidarites",
        "",
    ),
    ("QPV", True, r"quartiers? prioritaires?(?: (?:de la )?(?:politique de la )?ville)?", "QPV"),
    (
        "PROJET_EDUCATIF",
        True,
        r"projets? educatifs?(?: (?:loca(?:l|ux)|globa(?:l|ux)|partage|de la ville))?",
        "",
    ),
    (
        "PROJET_SOCIAL",
        True,
        r"projets? socia(?:l|ux)(?= d(?:u|es|e la) (?:centre|espace|structure))",
        "",
    ),
    ("SCHEMA", False, rf"schemas?(?: {_LEVEL})*(?= (?:de|d'|des|du|pour|en|[a-z]))", ""),
    ("PLAN", False, rf"plans?(?: {_LEVEL})+|feuilles? de route(?: {_LEVEL})*", ""),
    ("STRATEGIE", False, rf"strategies?(?: {_LEVEL})+", ""),
    ("PROGRAMME", False, rf"programmes?(?: {_LEVEL})+|programmes?(?= [\"«a-z])", ""),
    ("PACTE", False, rf"pactes?(?: {_LEVEL})*", ""),
    ("CHARTE", False, rf"chartes?(?: {_LEVEL})*", ""),
    ("PROTOCOLE", False, rf"protocoles?(?: {_LEVEL})*", ""),
    ("RESEAU", False, r"reseaux?(?= )", ""),
    ("LABEL", False, r"label(?:lis\w+)?(?= )", ""),
    ("CONTRAT", False, rf"contrats?(?: {_LEVEL})+", ""),
    (
        "PROJET",
        False,
        r"projets? de (?:territoire|service|pole|mandat|ville)|projets?(?: "
        r"(?:departemental|regional|territorial))+",
        "",
    ),
    ("CONVENTION", False, rf"conventions?(?: {_LEVEL})*(?:-cadre)?", ""),
)
_GROUPS = [
    f"(?P<k{number}>(?:{words})\\b"
    + (f"|(?:{'|'.join(letters.lower().replace('é', 'e').split())})\\b" if letters else "")
    + ")"
    for number, (_, _, words, letters) in enumerate(_KINDS)
]
_SCANNER = re.compile(rf"(?<![\w-])(?:{'|'.join(_GROUPS)})")
_LETTERS = frozenset(
    word.lower().replace("é", "e") for *_, letters in _KINDS for word in letters.split()
)
_YEARS = re.compile(
    r"\s*[,:(]?\s*(?:(?:pour (?:la periode |les annees )?|sur la periode |de |periode "
    r")?)?(?P<from>(?:19|20)\d\d)\s?(?:[-–/]|a|au)\s?(?P<to>(?:19|20)\d\d)\)?"
)
_BRACKET = re.compile(r"\s?\((?:[A-Z][\w.+ -]{1,12})\)")
_CAP = r"(?:[A-ZÀ-Þ]|(?!(?:19|20)\d\d)\d)[\w'@.&-]*"
_TAIL = re.compile(
    rf"(?:[ ](?:intercommunal|métropolitain|communautaire|intercommunautaire|"
    rf"départemental|territorial|local|tout au long de la vie|de nouvelle génération|"
    rf"unique|urbain|rural)\w*)*"
    rf"(?:[ ](?:de la |de l'|de |du |des |d'|en |l'|– |- )?(?:(?:Ville|ville|commune|"
    rf"Commune|territoire|Communauté|communauté|Métropole|métropole|agglomération|Pays|"
    rf"Département|département|Région|région)(?: (?:de communes|d'agglomération|"
    rf"urbaine))?[ ](?:de la |de l'|de |du |des |d'|en |l')?)?{_CAP}(?:[ -](?:de |du |"
    rf"des |la |le |les |en |sur |d'|l'|et )*{_CAP})*)?"
)
_TO_NAME = re.compile(rf"(?: [a-zà-ÿ'-]+){{0,6}}? {_CAP}(?:[ -]{_CAP})*")
_LONG_TAIL = re.compile(
    r"(?:[ ](?!est\b|sont\b|qui\b|que\b|dans\b|avec\b|par\b|afin\b|ainsi\b|signé|entre\b|"
    r"permet|mais\b|a\b|ont\b|peu\w+|défini\w+|pouvai\w+|voté|et (?:à|au|aux|la|le|les|"
    r"l'|son|sa|leur)\b|porté|piloté|pour (?:la période|"
    r"les années)|au\b|aux\b|sera|mis\b|mise\b|adopté|élaboré|visant|signer|ou\b|où\b|"
    r"sur\b|dont\b|comme\b|lors\b|en (?:cours|vue|lien|articulation|vigueur|"
    r"matière))(?:[\w'@&-]|\.(?=\w))+){0,11}"
)


def frameworks(clean: Clean) -> Iterator[Named]:
    """The frameworks that a text names, in order, none within another."""
    place = 0
    while found := _SCANNER.search(clean.fold, place):
        assert found.lastgroup is not None
        place = found.end()
        kind, specific, _, _ = _KINDS[int(found.lastgroup[1:])]
        said = clean.text[found.start() : found.end()]
        if found[0] in _LETTERS and not (
            said.isupper() or (said[0].isupper() and said[1:2].isupper())
        ):
            continue
        named = _extended(clean, found.start(), found.end(), kind, specific)
        if named is not None and not _holds_another(clean, named):
            place = named.end
            yield named


def _holds_another(clean: Clean, named: Named) -> bool:
    """Whether a common noun only leads to a framework (*convention cadre du contrat de ville*)."""
    inner = None if named.specific else _SCANNER.search(clean.fold, named.head, named.end)
    return inner is not None and _KINDS[int((inner.lastgroup or "k0")[1:])][1]


def _extended(clean: Clean, start: int, end: int, kind: str, specific: bool) -> Named | None:
    limit = clean.text.find("\n", end)
    limit = len(clean.text) if limit < 0 else limit
    head = end
    if bracket := _BRACKET.match(clean.text, end, limit):
        end = bracket.end()
    pattern = _TAIL if specific else _LONG_TAIL
    tail = pattern.match(clean.text, end, limit)
    if tail and tail[0].strip():
        end = tail.end()
    while end > head and clean.text[end - 1] in " .,;:'":
        end -= 1
    cut = re.search(r" (?:de|du|des|la|le|les|l|d|et|en|pour|a)$", clean.fold[head:end])
    if cut:
        end = head + cut.start()
    if kind in ("RESEAU", "LABEL") and (proper := _TO_NAME.match(clean.text, head, end)):
        end = proper.end()
    if bracket := _BRACKET.match(clean.text, end, limit):
        end = bracket.end()
    inside = re.search(r"((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)", clean.fold[start:end])
    years = _YEARS.match(clean.fold, end, limit)
    pair = (inside[1], inside[2]) if inside else (years["from"], years["to"]) if years else None
    levelled = head - start > len("programmes")
    if not (specific or pair or _is_named(clean.text[head:end], kind, levelled)):
        return None
    return Named(start, head, end, kind, specific, pair)


def _is_named(tail: str, kind: str, levelled: bool) -> bool:
    """Whether what follows a common noun (*schéma*, *charte*) makes a name of it."""
    if kind in ("SCHEMA", "PLAN", "STRATEGIE", "CONTRAT", "PROJET", "PACTE"):
        return len(tail.split()) >= 1
    return bool(re.search(r"[A-ZÀ-Þ«\"]", tail)) or (kind == "PROGRAMME" and levelled)
