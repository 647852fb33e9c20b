"""Labels of blocks (*Porteur*, *Partenaires*, *Financement*...) and the zone that each opens."""

import re
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
    MEANS = "means"
    CITED = "cited"
    OTHER = "other"


_LABELS: tuple[tuple[Zone, str], ...] = (
    (
        Zone.LEAD,
        r"(?:(?:structures?|organismes?|services?|institutions?|collectivites?) )?"
        r"(?:co-?)?(?:porteurs?|porteuses?|portage|pilotes?|pilotage(?! de la)|chefs? de file|"
        r"(?:co-?)?referents?(?: de l'action| du projet)?(?= ?[|])|"
        r"qui (?:porte|pilote)(?: l'action| le projet)?|organismes? (?:en charge du \w+|a "
        r"l'origine de "
        r"l'initiative)|"
        r"maitrises? d'(?:ouvrage|oeuvre)|maitres? d'(?:ouvrage|oeuvre)|responsables? de "
        r"l'action|operateurs?)"
        r"(?: ?(?:/|et|ou|,|-) ?(?:co-?)?(?:porteurs?|pilotes?|copilotes?|pilotage|responsables?|"
        r"animateurs?|maitrise d'ouvrage|referents?))*"
        r"(?: (?:de l'action|de projet|de(?= ?\|)|du projet|de la fiche|de l'operation|des "
        r"actions|principal|"
        r"institutionnel|"
        r"pressentie?s?|technique|operationnel|conjoint))?",
    ),
    (
        Zone.PARTNER,
        r"(?:ils|elles) (?:agissent|participent|contribuent|s'engagent)(?: avec nous| a nos "
        r"cotes)?|avec qui|"
        r"(?:appuis?|concours) techniques?|appuis?(?= ?[|:])|"
        r"qui participe(?:nt)?(?: a l'action)?|(?:etaient )?(?:presents?|representes?)|"
        r"participants?|(?:(?:principaux|autres|les|"
        r"nos|acteurs?(?: "
        r"et)?|institutions et|liste des) )*"
        r"(?:partenaires?|partenariats?|acteurs? (?:associes?|mobilises?|concernes?|"
        r"impliques?|engages?)|"
        r"contributeurs?|intervenants?)"
        r"(?: (?:de sante|associes?|mobilises?|(?:/ )?a mobiliser|concernes?|impliques?|"
        r"institutionnels?|"
        r"associatifs?|locaux|operationnels?|techniques?|potentiels?|envisages?|sollicites?|"
        r"de l'action|du projet|identifies|et acteurs?|principaux|a associer|pressentis))*",
    ),
    (
        Zone.FUNDER,
        r"partenaires? (?:co-?)?(?:financeurs?|financiers?)|(?:ils|elles|qui) (?:nous (?:aident "
        r"a financer|financent|soutiennent)(?: nos actions)?|"
        r"financent|finance|paie(?:nt)?)(?: l'action| le projet| quoi|,? "
        r"et combien)?|recettes|avec quel argent|combien ca coute|nos financeurs|"
        r"(?:(?:sources?|modalites?|moyens|plan|nature|apports?) (?:de |du |des )?)?"
        r"(?:co-?)?(?:financements?|financeurs?|financiers?|budgets?)(?:[ /,et]+(?:budget|moyens))*"
        r"(?: (?:previsionnels?|annuels?|mobilisables?|mobilises?|envisages?|sollicites?|de "
        r"l'action|total|"
        r"potentiels?|et budget))*",
    ),
    (
        Zone.PARTIES,
        r"(?:qui (?:s'engage|signe|est dans l'accord|(?:a|ont) signe[\w' ]{0,40})|(?:les "
        r")?(?:(?:deux|trois|"
        r"quatre|cinq|six) )?(?:parties|"
        r"(?:(?:presentation des|liste des|rappel des|\w+) )?(?:partenaires "
        r")?(?:co-?)?(?:signataires|"
        r"contractants)))"
        r"(?: (?:de (?:premier|second) rang|associes|initiaux|nouveaux|principaux|"
        r"institutionnels))?"
        r"(?: (?:au contrat|a la convention|contractantes|signataires|prenantes|"
        r"du contrat(?:[ -]cadre)?|"
        r"de la convention|de l'accord|d'origine|initiales|qui adherent [a-z ]+))*",
    ),
    (
        Zone.TERRITORY,
        r"(?:ou(?= ?\?)|secteurs?(?: geographiques?)?|territoires?(?: (?:concernes?|"
        r"d'intervention|vises?|d'action|"
        r"couverts?|cibles?))?|perimetres?(?: (?:geographique|d'intervention|d'action|du "
        r"contrat))?|"
        r"zones? (?:geographiques?|d'intervention)|lieux? (?:de l'action|de realisation)|"
        r"communes? concernees?|localisation|quartiers?(?:\(s\))?(?: (?:concernes?|vises?))?(?= "
        r"?$))",
    ),
    (
        Zone.AUDIENCE,
        r"(?:publics?(?: ?[/et]+ ?\w+)?(?: (?:cibles?|vises?|concernes?|beneficiaires?|"
        r"prioritaires?))*|"
        r"beneficiaires?|populations? (?:cibles?|concernees?|visees?))",
    ),
    (
        Zone.CALENDAR,
        r"(?:(?:pour )?quand(?= ?[?:|])|deroule|statut(?= du projet)|fin(?= de l'action| prevue|"
        r" du projet| ?:)|"
        r"cloture(?= ?:)|depuis(?= ?:)|debut(?= (?:de l'|du|de la|prevu)| ?:)|demarrage|"
        r"(?:annee|date)s? "
        r"(?:de |d')"
        r"(?:creation|debut|lancement|ouverture)|"
        r"calendrier|echeancier|echeances?|dates?|periodes?|durees?|planning|temporalite)"
        r"(?: (?:de|du|d'|de la|de l')? ?(?:mise en oeuvre|realisation|previsionnel\w*|debut|"
        r"demarrage|fin|l'action|action|experience|contrat|convention|projet|validite|signature|"
        r"prise d'effet|prevue?))*",
    ),
    (
        Zone.THEME,
        r"(?:themes?|thematiques?|priorites?|axes?(?: strategiques?)?|orientations?(?: "
        r"(?:strategiques?|du contrat))?|piliers?(?= ?$))"
        r"(?: (?:abordee?s?|concernee?s?|prioritaires?|retenus?))?(?: n?°? ?\d+)?",
    ),
    (
        Zone.BODY,
        r"(?:la )?(?:gouvernance|instances?|comites?|comitologie|suivi et pilotage|"
        r"pilotage de la \w+)(?: (?:de|du|des|d') ?\w+)?",
    ),
    (
        Zone.NEED,
        r"(?:pourquoi(?: cette action)?|constats?|diagnostic|besoins?(?: identifies?| "
        r"reperes?)?|contexte(?: et \w+)?|"
        r"problematiques?|enjeux?|etat des lieux)(?: (?:local|territorial|partages?|initial))?",
    ),
    (
        Zone.ACTION,
        r"(?:titre(?= ?:)|intitule(?: de (?:l'action|la fiche))?|actions?(?: (?:prevues?|retenues?|"
        r"proposees?|a mener|"
        r"envisagees?|a mettre en oeuvre))?|nom de l'action|titre de l'action|"
        r"operations? [\w' ]{0,40}|"
        r"plan d'actions?|(?:quelques )?actions? prevues?)",
    ),
    (
        Zone.MEANS,
        r"(?:moyens|ressources)(?: (?:humains|materiels|mobilises|mobilisees|necessaires|alloues|"
        r"techniques|logistiques|et (?:financiers|materiels|humains|outils)|a mobiliser|"
        r"mis en oeuvre))*",
    ),
    (Zone.CITED, r"(?:textes? vises?|visas?|vus?(?: et consider\w+)?|considerants?)"),
    (
        Zone.OTHER,
        r"(?:quoi|combien(?= ?[?:])|d'ou part-on|ou (?:veut-on|voulons|en parle)|"
        r"qui fait quoi|champ(?= ?:)|priorite a laquelle|on verra que|comment saur|elu referent|"
        r"excuses|absents|"
        r"diffusion|descripti\w+|description|objectifs?|finalites?|resultats?|indicateurs?|"
        r"evaluation|"
        r"methodes?|modalites|preambule|exposes?(?: des motifs)?|annexes?|"
        r"articles? (?:\d|premier|1er)|titre \d|chapitre|references?|points? de vigilance|"
        r"communication|leviers|freins|observations?|commentaires?|suivi|contacts?|introduction|"
        r"conclusion|bilan|deroulement|etapes|mise en oeuvre|conditions? [\w']+|accompagnement|"
        r"il (?:est|a ete) (?:convenu|arrete|expose)|pour (?:en savoir )?plus)\b[^.:|]{0,60}",
    ),
)
_NUMBER = r"(?:\d+(?:[.\d]*)[.)°]?[ -]+|[ivx]+ ?[.)–-] *|\[\w\] |[a-z][.)] +)?"
_ARTICLE = r"(?:l[ea]s? |l'|(?:nos|notre|ses) )?"
_EITHER = r"(?:s|\(s\))?"
"""*Porteur(s)*: how forms leave the number open."""
_LABEL = tuple(
    (zone, re.compile(f"{_NUMBER}{_ARTICLE}(?:{label.replace('s?', _EITHER)})"))
    for zone, label in _LABELS
)
_AFTER = re.compile(
    r"(?: ?\((?:\w|[ /'€-])*\))? *(?P<mark>[:|?→⟶]|– |- (?=\w)|[.] (?=\w)|$|(?=\n))"
)
_NOT_YET = re.compile(
    r"\b(?:pressenti|potentiel|envisage|eventuel|possible|refus|a (?:solliciter|confirmer|trouver|"
    r"contacter))"
)
"""*Porteur pressenti*, *Partenaires (à solliciter)*: who may be, and is not yet."""
_YEAR_FOLLOWS = re.compile(
    r" {1,2}(?=(?:du |debut )?\d{1,2}[ /]|(?:[a-z.]+ |t\d )?(?:19|20)\d\d |[a-z]+ : )"
)
"""A calendar that has lost its mark: *Calendrier 2021 : recensement*."""
STRICT = frozenset((Zone.LEAD, Zone.PARTNER, Zone.FUNDER))
"""Zones that say a role: they go on until the next label."""
_SHORT_LABEL = 75


def label_at(clean: Clean, first: int, end: int) -> tuple[Zone | None, int]:
    """The zone that a block's label says, and where its content begins."""
    plain = clean.fold[first:end]
    best: tuple[int, Zone, int] | None = None
    for zone, pattern in _LABEL:
        found = pattern.match(plain)
        if found is None or found.end() > _SHORT_LABEL:
            continue
        after = _AFTER.match(plain, found.end())
        if zone in STRICT and _NOT_YET.search(plain, 0, after.end() if after else found.end()):
            return None, first
        if after is not None:
            content = first + after.end()
        elif (zone is Zone.CALENDAR and _YEAR_FOLLOWS.match(plain, found.end())) or (
            zone in STRICT and _names_follow(clean.text[first + found.end() : end])
        ):
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
        and len(rest) < 450
    )
