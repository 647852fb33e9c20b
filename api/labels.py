"""French labels of the shapes' fields and of the values that answers hold.

Kinds, relations and enumerations have theirs in the ontology; these are the labels of what
questions add.
"""

from graph.ontology.enumerations import INVOLVEMENT_ROLES

FIELDS = {
    "initiative": "initiative",
    "exact": "exact",
    "distance": "distance",
    "themes": "thèmes",
    "territories": "territoires",
    "audiences": "publics",
    "actors": "acteurs",
    "frameworks": "cadres",
    "bodies": "instances",
    "left": "d'un côté",
    "right": "de l'autre",
    "level": "niveau",
    "score": "score",
    "managed": "coordonné",
    "managedBy": "coordonné par",
    "theme": "thème",
    "territory": "territoire",
    "leads": "porteurs",
    "initiatives": "initiatives",
    "state": "état",
    "reasons": "raisons",
    "status": "statut",
    "declared": "déclaré",
    "sharedActors": "acteurs communs",
    "sharedBodies": "instances communes",
    "sharedThemes": "thèmes communs",
    "entity": "entité",
    "componentsBefore": "groupes avant",
    "componentsAfter": "groupes après",
    "cutOff": "isolés",
    "pairsLost": "paires perdues",
    "relations": "relations",
    "nodes": "étapes",
    "text": "en clair",
    "matched": "trouvé par",
}

VALUES = {
    **INVOLVEMENT_ROLES,
    "DUPLICATION": "doublon",
    "OVERLAP": "recouvrement",
    "BODY": "instance commune",
    "LEADS_BODY": "instance où siègent les porteurs",
    "ARTICULATION": "articulation déclarée",
    "FRAMEWORK": "cadre commun",
    "ACTOR": "acteur commun",
    "NOT_APPLICABLE": "sans objet",
    "COVERED": "couvert",
    "FRAGILE": "fragile",
    "GAP": "manque",
    "STALE": "terminé",
    "UNKNOWN": "inconnu",
    "EFFECTIVE": "effective",
    "ON_PAPER": "sur le papier",
    "DE_FACTO": "de fait",
    "MISSING": "absente",
}


def value_label(value: str) -> str:
    """The French of an answer's value, or the text itself."""
    return VALUES.get(value, value)
