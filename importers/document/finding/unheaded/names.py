"""What makes a name of words with capitals: neither a place nor a common word."""

import re

from importers.document.finding.gazetteer import gazetteer, key

ARTICLE = re.compile(
    r"(?:(?:notamment|dont|comme) )?(?:[-–•*▪»]\s*)?"
    r"(?:(?:[Ll]es?|[Ll]a|[Dd]es?|[Dd]u|[Aa]ux?|[Uu]ne?|l'association|les "
    r"associations)\s+|[LlDd]')?"
)
FUNDS = frozenset(
    (
        "bop",
        "fir",
        "fipd",
        "reaap",
        "clas",
        "pso",
        "psu",
        "dgf",
        "etp",
        "qpv",
        "laep",
        "ttc",
        "ht",
        "leader",
    )
)
"""Letters of credits and of what they pay for."""
NO_ACTORS = FUNDS | frozenset(
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
_PERSON = re.compile(
    r"(?:monsieur|madame|mme|m|dr|conseill\w+|referente?s?|animat\w+|coordinat\w+|coordonnat\w+|"
    r"direct\w+|president\w*|responsables?|charge\w*|technicien\w*|adjoint\w*|maires?|elus?)\b"
)
"""What begins the function of a person."""
_NO_ACTOR = re.compile(
    r"(?:[\d ]+$|total|etc|tous?|autres?|professionnels?|habitants?|usagers?|parents?|familles?|"
    r"elus?|services?|acteurs?|partenaires?|structures?|etablissements?|ensemble|medecins?|"
    r"infirmi\w+|en cours|a definir|sans objet|neant|budget|cout|montant|subvention|action|fiche|"
    r"axe|jeunes|seniors|qpv|rsa|oui|non|reseau|conseil|comite|droit commun|temps|poste|etp|"
    r"mobilisation|valorisation|fonds propres|autofinancement|projet|programme|plan|contrat|"
    r"convention|appel|representee?s?|nature|ville|ecoles?|centres?|enseignants?|agents?|"
    r"equipes?|bailleurs?)\b"
)


def is_actor(name: str) -> bool:
    """Whether words with capitals are a name: several of them, or an acronym, and no place."""
    capitals = re.findall(r"\b[A-ZÀ-Þ][\w'&@-]*", name)
    if (
        key(name) in NO_ACTORS
        or gazetteer().named(name)
        or _PERSON.match(key(name))
        or (_NO_ACTOR.match(key(name)) and len(capitals) < 3)
    ):
        return False
    if name.isupper() and " " in name:
        return False
    return len(capitals) > 1 or (len(name) > 2 and name.isupper())
