"""The words of the pages, in plain French: anchor, word, meaning."""

from api.labels import value_label
from api.pages.coverage.states import STATES
from graph.ontology.enumerations import INVOLVEMENT_ROLES

WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "cadre",
        "Cadre",
        "Un texte qui engage plusieurs partenaires dans la durée : contrat, convention, schéma, "
        "projet social, pacte.",
    ),
    (
        "dispositif",
        "Dispositif",
        "Une politique ou un service permanent, comme le RSA ou le FSL. Une ressource, comme un "
        "observatoire, équipe les autres et n'est jamais comptée.",
    ),
    ("initiative", "Initiative", "Un cadre, un dispositif ou une action."),
    (
        "porteur",
        "Porteur",
        "L'acteur qui conduit une initiative. Les autres rôles : "
        + ", ".join(label for role, label in INVOLVEMENT_ROLES.items() if role != "LEAD")
        + ".",
    ),
    (
        "instance",
        "Instance",
        "Un comité où siègent des acteurs et qui pilote des initiatives.",
    ),
    (
        "recouvrements",
        "Recouvrement",
        "Deux actions ou dispositifs sur des thèmes, des territoires et des publics proches, sans "
        "porteur commun. Un doublon est un recouvrement où tout est identique. Le score va de 0 "
        "à 1 : 1 quand thème, territoire et public sont les mêmes.",
    ),
    (
        "coordination",
        "Coordonné",
        "Se dit d'un recouvrement quand une instance, un cadre, un acteur ou une articulation "
        "déclarée réunit les deux côtés.",
    ),
    (
        "manques",
        "Manque",
        "Ce qu'un besoin, un engagement ou une règle fait attendre et que la base ne trouve pas. "
        "Inconnu n'est pas manque : sans besoin ni engagement connu, on ne dit rien.",
    ),
    (
        "articulations",
        "Articulation",
        "La façon dont deux cadres se rencontrent. Effective : déclarée et vécue. Sur le papier : "
        "déclarée, rien de commun. De fait : vécue sans être déclarée. Absente : ni l'une ni "
        "l'autre, alors qu'ils traitent du même thème.",
    ),
    (
        "points-de-coupure",
        "Point de coupure",
        "Une entité qui relie seule des parties du réseau : sans elle, des acteurs ne seraient "
        "plus reliés par aucun chemin.",
    ),
    (
        "fragmentation",
        "Fragmentation",
        "Plusieurs porteurs côte à côte sur un même thème et un même territoire.",
    ),
    (
        "couverture",
        "Couverture",
        "L'état d'un thème dans un territoire. "
        + " ".join(f"{value_label(each).capitalize()} : {said}." for each, said in STATES.items()),
    ),
    (
        "fin-inconnue",
        "Fin inconnue, sans terme",
        "« Fin inconnue » : aucun document ne dit quand cela finit. « Sans terme » : un document "
        "dit que cela n'a pas de fin fixée. Ni l'un ni l'autre n'arrête rien.",
    ),
    (
        "serie",
        "Série",
        "Des cadres cités ensemble sans être nommés un par un. Montrée, jamais comptée.",
    ),
    (
        "source",
        "Source",
        "Le document, et le passage, d'où vient un fait. Un fait sans document repose sur la "
        "saisie ou l'import qui l'a apporté, que le journal nomme.",
    ),
    (
        "lot",
        "Lot de modifications",
        "Ce qui est écrit d'un seul coup : un import, une correction. Il s'annule d'un seul coup.",
    ),
)
