"""Intercommunalities, syndicates, associations of mayors, houses that towns open."""

from importers.document.finding.heads.rule import LOCAL, NONE, OWN, PLACE, Rule

INTERCOMMUNALITIES: tuple[Rule, ...] = (
    ("EPT", "EPT", OWN, r"etablissements? publics? territoria(?:l|ux)|@ept"),
    (
        "EPCI",
        "EPCI",
        OWN,
        r"@epci|intercommunalites?|(?<=l')agglomeration(?! d)|(?<=la )metropole(?! d)|"
        r"(?<=la )communaute(?= (?:est|a|et|qui|s'|finance|pilote|porte|anime|tient|assure|"
        r"met) |[,.;]| ?:)|"
        r"communautes? (?:de communes?|des communes|d'agglomerations?|urbaines?|de "
        r"l'agglomeration)|"
        r"metropoles?(?= (?:de |du |d'|[a-z]))|@cc(?= (?:d|l|[a-z]))|@ca(?= (?:d|l|"
        r"[a-z]))|@cu(?= de )",
    ),
    (
        "OTHER",
        "Syndicat",
        OWN,
        r"syndicats? (?:mixtes?|intercommuna(?:l|ux))(?: (?:a vocation (?:unique|multiple)|"
        r"scolaires?|d'[a-z]+|de (?:gestion|restauration|transports?|collecte|traitement|"
        r"developpement|cooperation|production|realisation|programmation)))?|"
        r"poles? d'equilibre territorial(?: et rural)?|@petr|@sivom|@sivu|@pnr|parcs? "
        r"nature(?:l|ls) regiona(?:l|ux)",
    ),
    (
        "ASSOCIATION",
        "Association des maires",
        PLACE,
        r"(?:associations?|unions?) (?:departementales? )?des maires(?:,? (?:et )?(?:des? |de "
        r"l'|d')"
        r"(?:adjoints|presidents? d'intercommunalite|l'intercommunalite|intercommunalites?|"
        r"communautes|ruraux))*|@amf",
    ),
    (
        "ASSOCIATION",
        "Office municipal",
        LOCAL,
        r"offices? (?:municipa(?:l|ux)|intercommuna(?:l|ux)) (?:des |de la |du )[a-z]+",
    ),
    (
        "OTHER",
        "SIAO",
        PLACE,
        r"services? integres? d'accueil et d'orientation|@siao(?: \d\d\d?)?",
    ),
    (
        "OTHER",
        "Maison",
        LOCAL,
        r"maisons? (?:de l'habitat|des familles|des parents|des projets|des habitants|de la "
        r"parentalite|de l'etudiant|de la metropole(?: pour les solidarites)?|(?:metropolitaine|"
        r"intercommunale) (?:pour |de |des )(?:l'|la )?[a-z]+)",
    ),
    (
        "OTHER",
        "Pôle",
        OWN,
        r"poles? (?:de )?ressources?(?: handicap)?|plateformes? (?:territoriales?|de "
        r"coordination(?: et "
        r"d'orientation)?|de repit)|maisons? sport[- ]sante",
    ),
    ("ASSOCIATION", "École des parents", PLACE, r"ecoles? des parents(?: et des educateurs)?"),
    ("OTHER", "Défenseur des droits", NONE, r"defenseure? des droits"),
)
