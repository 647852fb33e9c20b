"""Columns of tracking tables: how people name them, and what the template says of them."""

from typing import NamedTuple

from importers.columns import Column, Columns


class TableColumn(NamedTuple):
    """A column: its name in a mapping file, its title in the template, other titles, its help."""

    name: str
    title: str
    spellings: tuple[str, ...]
    help: str


COLUMNS = (
    TableColumn(
        "action",
        "Action",
        (
            *("intitulé", "intitulé de l'action", "nom de l'action", "titre", "titre de l'action"),
            *("projet", "nom du projet", "intitulé du projet", "libellé", "libellé de l'action"),
            *("actions", "nom", "dispositif", "intitulé du dispositif"),
        ),
        "Ce qui est fait, en quelques mots. Une ligne par action ou par convention.",
    ),
    TableColumn(
        "type",
        "Type de cadre",
        ("type de convention", "type de contrat", "nature du cadre"),
        "Seulement si la ligne est une convention ou un plan : CLS, CTG, contrat de ville...",
    ),
    TableColumn(
        "cadre",
        "Cadre",
        ("cadre contractuel", "convention", "contrat", "conventions", "cadre de référence"),
        "La convention ou le plan dont l'action fait partie.",
    ),
    TableColumn(
        "porteur",
        "Porteur",
        (
            *("structure porteuse", "porteur de projet", "porteur(s)", "porteurs", "pilote"),
            *("pilote(s)", "chef de file", "structure", "organisme", "porteur de l'action"),
            *("organisme porteur", "nom de la structure", "opérateur"),
        ),
        "Qui porte l'action ; plusieurs noms séparés par des points-virgules.",
    ),
    TableColumn(
        "partenaires",
        "Partenaires",
        ("partenaire", "partenaire(s)", "partenaires associés", "acteurs associés", "partenariat"),
        "Qui y participe sans la porter ; séparés par des points-virgules.",
    ),
    TableColumn(
        "financeurs",
        "Financeur(s)",
        ("financeur", "financeurs", "financement", "financements", "cofinanceurs"),
        "Qui paie ; séparés par des points-virgules.",
    ),
    TableColumn(
        "montant",
        "Montant",
        ("budget", "coût", "montant (€)", "montant en euros", "montant accordé", "subvention"),
        "En euros. Avec un seul financeur, ce qu'il verse ; sinon le budget de l'action.",
    ),
    TableColumn(
        "themes",
        "Thématique(s)",
        ("thématique", "thématiques", "thème", "thèmes", "thème(s)", "domaine", "domaines", "axe"),
        "Un ou plusieurs thèmes de la feuille « Listes », séparés par des points-virgules.",
    ),
    TableColumn(
        "territoires",
        "Commune",
        (
            *("communes", "commune(s)", "ville", "villes", "territoire", "territoires", "lieu"),
            *("territoire(s)", "périmètre", "localisation", "territoire concerné"),
        ),
        "Où : commune, intercommunalité ou département, par leur nom ou leur code INSEE.",
    ),
    TableColumn(
        "publics",
        "Public",
        (
            *("publics", "public(s)", "public cible", "publics cibles", "public visé", "cible"),
            *("publics visés", "bénéficiaires", "public bénéficiaire", "public concerné"),
        ),
        "À qui l'action s'adresse : un ou plusieurs publics de la feuille « Listes ». Jamais de "
        "nom de personne.",
    ),
    TableColumn(
        "debut",
        "Début",
        ("date de début", "date début", "démarrage", "date de démarrage", "du", "depuis"),
        "Jour, mois ou année : 01/09/2024, septembre 2024, 2024.",
    ),
    TableColumn(
        "fin",
        "Date de fin",
        ("fin", "date fin", "échéance", "au", "jusqu'au", "terme"),
        "Jour, mois ou année ; vide quand elle n'est pas connue.",
    ),
    TableColumn("annee", "Année", ("exercice", "année de financement"), "Année du montant."),
    TableColumn(
        "description",
        "Description",
        ("objectif", "objectifs", "objectif(s)", "contenu", "résumé", "descriptif"),
        "Quelques phrases.",
    ),
    TableColumn(
        "note",
        "Remarques",
        ("remarque", "observations", "observation", "commentaire", "commentaires", "note"),
        "Ce qui ne va ailleurs.",
    ),
)
NAMES = tuple(column.name for column in COLUMNS)
TITLES = {column.name: column.title for column in COLUMNS}
NEAR = "departement"
"""A column that states nothing: it tells a commune from its homonyms."""
KNOWN = Columns(
    *(
        Column(each.name, (each.title, *each.spellings), required=each.name == "action")
        for each in COLUMNS
    ),
    Column(NEAR, ("département", "code département", "n° département", "code postal", "CP")),
)
