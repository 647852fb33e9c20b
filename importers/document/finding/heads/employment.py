"""Employment; the undertakings that everybody names."""

from importers.document.finding.heads.rule import LOCAL, NONE, PLACE, Rule

EMPLOYMENT: tuple[Rule, ...] = (
    ("OTHER", "Caisse des écoles", PLACE, r"caisses? des ecoles"),
    (
        "ENTREPRISE",
        "Entreprise nationale",
        NONE,
        r"@edf|@engie|@sncf|@ratp|groupe la poste|credit (?:agricole|mutuel|cooperatif)|"
        r"@macif|@maif|"
        r"malakoff humanis|ag2r la mondiale|@suez|@enedis|@grdf",
    ),
    ("ASSOCIATION", "Mutualité française", PLACE, r"mutualites? francaises?"),
    ("FRANCE_TRAVAIL", "France Travail", PLACE, r"france[- ]travail|pole[- ]emploi"),
    (
        "MISSION_LOCALE",
        "Mission locale",
        LOCAL,
        r"missions? locales?(?: (?:rurales?|pour l'emploi|jeunes))*|@milo",
    ),
    ("OTHER", "Cap emploi", PLACE, r"cap[- ]emploi"),
    ("OTHER", "Maison de l'emploi", LOCAL, r"maisons? de l'emploi(?: et de la formation)?|@plie"),
    (
        "OTHER",
        "Chambre",
        PLACE,
        r"chambres? (?:(?:departementales?|regionales?) )?(?:d'agriculture|de commerce "
        r"et d'industrie|des? metiers(?: et de l'artisanat)?|des "
        r"(?:commissaires de justice|notaires|huissiers de justice))|@cci|@cma",
    ),
)
