"""French words from which generated names are made."""

THEMES = (
    "Accès aux droits",
    "Autonomie",
    "Culture",
    "Éducation",
    "Emploi et insertion",
    "Enfance et famille",
    "Handicap",
    "Jeunesse",
    "Logement",
    "Mobilité",
    "Petite enfance",
    "Santé",
)
ASPECTS = (
    "accueil et information",
    "accompagnement",
    "prévention",
    "lieux et équipements",
    "formation des professionnels",
    "participation des habitants",
)
AUDIENCES = (
    ("Familles", ("Familles monoparentales", "Jeunes parents")),
    ("Jeunes", ("Mineurs de 11 à 17 ans", "Jeunes de 18 à 25 ans")),
    ("Personnes âgées", ("Personnes âgées isolées",)),
    ("Personnes en situation de handicap", ("Enfants en situation de handicap",)),
    ("Personnes en recherche d'emploi", ("Allocataires du RSA",)),
)
PLACES = ("Saint-", "Ville", "Mont", "Bois-", "Pont-", "Roche", "Beau", "Neuf", "Val-", "Haute")
ROOTS = ("martin", "lieu", "clair", "bourg", "rive", "fontaine", "colombe", "marais", "champ")
ACTIVITIES = ("permanence", "atelier", "accompagnement", "consultation", "sortie", "formation")
ACTIONS = ("Atelier", "Permanence", "Accompagnement", "Point d'accueil", "Réseau", "Parcours")
SCHEMES = ("Programme départemental", "Aide", "Fonds de solidarité", "Dispositif")
ASSOCIATIONS = ("Association", "Collectif", "Maison", "Amicale", "Entraide", "Relais")
