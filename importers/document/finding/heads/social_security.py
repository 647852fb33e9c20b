"""Social security, and the social boards of communes."""

from importers.document.finding.heads.rule import LOCAL, NONE, PLACE, Rule

SOCIAL_SECURITY: tuple[Rule, ...] = (
    (
        "CAF",
        "CAF",
        PLACE,
        r"caisses? (?:d' ?|des )?allocations? familiales?|@caf ?\d\d\d?(?! ?[\d€%])|@caf",
    ),
    ("OTHER", "CNAF", NONE, r"caisse nationale (?:d'|des )allocations familiales|@cnaf"),
    ("CPAM", "CPAM", PLACE, r"caisses? primaires? d'? ?assurance[ -]maladie|@cpam"),
    ("CPAM", "CGSS", PLACE, r"caisses? (?:generales? )?de securite sociale|@cgss|@cssm"),
    ("OTHER", "CNAM", NONE, r"caisse nationale de l'assurance maladie|@cnamts|@cnam"),
    (
        "MSA",
        "MSA",
        PLACE,
        r"(?:caisses? (?:de |regionale de )?(?:la )?)?mutualites? sociales? agricoles?|@msa",
    ),
    (
        "CARSAT",
        "CARSAT",
        PLACE,
        r"caisses? d'assurance retraite(?: et de la sante au travail)?|@carsat|@cramif|@cram",
    ),
    ("OTHER", "CNAV", NONE, r"caisse nationale d'assurance vieillesse|@cnav"),
    ("OTHER", "CNSA", NONE, r"caisse nationale de solidarite pour l'autonomie|@cnsa"),
    ("OTHER", "Assurance maladie", PLACE, r"assurance maladie(?= (?:du|de|des) )"),
    ("CIAS", "CIAS", LOCAL, r"centres? intercommuna(?:l|ux) d'action sociale|@cias"),
    ("CCAS", "CCAS", LOCAL, r"centres? communa(?:l|ux) d'actions? sociales?|@ccas"),
)
