"""School and higher education."""

from importers.document.finding.heads.rule import LOCAL, NONE, OWN, PLACE, Rule

SCHOOL: tuple[Rule, ...] = (
    (
        "EDUCATION",
        "DSDEN",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) (?:academiques? |des |departementales? )?(?:des "
        r")?services (?:departementaux )?(?:de )?(?:l')?education nationale|@dsden|"
        r"@dasen|inspections? academiques?",
    ),
    (
        "EDUCATION",
        "Rectorat",
        PLACE,
        r"rectorats?(?: de (?:l'academie|la region academique))?|academies?(?= (?:de|"
        r"d'))|region academique",
    ),
    (
        "EDUCATION",
        "Enseignement catholique",
        PLACE,
        r"directions? (?:inter)?diocesaines?(?: de l'enseignement catholique)?",
    ),
    ("EDUCATION", "Éducation nationale", NONE, r"education nationale"),
    ("OTHER", "Barreau", PLACE, r"barreaux?(?= (?:de |d'|du ))"),
    (
        "EDUCATION",
        "Établissement scolaire",
        OWN,
        r"(?:ecoles?(?: (?:maternelles?|elementaires?|primaires?|privees?))?(?= "
        r"(?:[a-z]+-[a-z]|la |l'))|"
        r"colleges?|lycees?(?: (?:professionnels?|agricoles?))?|cites? scolaires?|"
        r"groupes? scolaires?|universites?|centres? de formation d'apprentis|@cfa|@mfr|"
        r"maisons? familiales? rurales?)",
    ),
    (
        "OTHER",
        "CDAD",
        PLACE,
        r"conseils? departementa(?:l|ux) (?:de l'|d')acces au droit|@cdad",
    ),
    (
        "OTHER",
        "Maison de justice",
        LOCAL,
        r"maisons? de (?:la )?justice et du droit|@mjd|points?[- ]justice",
    ),
)
