"""The kind of an actor, when its name tells it without doubt."""

import re

from graph.view.labels import folded

_RULES: tuple[tuple[str, str], ...] = (
    (r"ccas|centres? communal d action sociale", "CCAS"),
    (r"cias|centre intercommunal d action sociale", "CIAS"),
    (r"caf|caisse d allocations familiales", "CAF"),
    (r"cpam|caisse primaire d assurance maladie", "CPAM"),
    (r"msa|mutualite sociale agricole", "MSA"),
    (r"carsat", "CARSAT"),
    (r"mdph|maison departementale des personnes handicapees", "MDPH"),
    (r"missions? locales?", "MISSION_LOCALE"),
    (r"france travail|pole emploi", "FRANCE_TRAVAIL"),
    (r"prefecture|sous prefecture|ddets|ddcs|drihl|spip|dreets", "ETAT"),
    (r"ars|agence regionale de sante", "ARS"),
    (r"education nationale|rectorat|dsden|inspection academique", "EDUCATION"),
    (r"centres? soci(?:al|aux|o culturels?)|espace de vie sociale", "CENTRE_SOCIAL"),
    (r"centre hospitalier|hopital|chu|ch|epsm", "HOPITAL"),
    (r"bailleur|office public de l habitat|oph|hlm", "BAILLEUR"),
    (r"conseil departemental|conseil general|departement", "DEPARTEMENT"),
    (r"conseil regional|region", "REGION"),
    (r"communaute de communes|communaute d agglomeration|communaute urbaine|metropole", "EPCI"),
    (r"ept|etablissement public territorial", "EPT"),
    (r"mairie|ville|commune|municipalite", "COMMUNE"),
    (r"association|asso|assoc", "ASSOCIATION"),
)
_AT_HEAD = tuple((re.compile(rf"(?:l |la |le |les )?(?:{rule})\b"), kind) for rule, kind in _RULES)


def kind_of(name: str) -> str:
    """The kind that the head of a name says (*CCAS de Bondy*); empty when it says none."""
    plain = folded(name)
    return next((kind for rule, kind in _AT_HEAD if rule.match(plain)), "")


def bare_kind_of(name: str) -> str:
    """The kind of a name that says nothing else (*le CCAS*, *Ville*); empty otherwise."""
    plain = folded(name)
    return next((kind for rule, kind in _AT_HEAD if rule.fullmatch(plain)), "")
