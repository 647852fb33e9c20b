"""The State: ministries, prefectures, their services, police and justice."""

from importers.document.finding.heads.rule import END, NONE, PLACE, WHOLE, Rule

STATE: tuple[Rule, ...] = (
    (
        "ETAT",
        "DRAC",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) regiona(?:les?|l|ux) des affaires culturelles|@drac",
    ),
    (
        "ETAT",
        "DDETS",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) departementa(?:les?|l|ux) de l'emploi,? du "
        r"travail,?(?: et)? des solidarites"
        r"(?: et de la protection des populations)?|@ddetspp|@ddets",
    ),
    (
        "ETAT",
        "DRIEETS",
        PLACE,
        r"directions? regionales? (?:et interdepartementales? )?de l'economie,? de "
        r"l'emploi,? du travail et des solidarites|@drieets|@dreets|@direccte",
    ),
    (
        "ETAT",
        "DDCS",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) departementa(?:les?|l|ux) de la cohesion sociale(?: et "
        r"de la protection des "
        r"populations)?|@ddcspp|@ddcs|@ddass",
    ),
    (
        "ETAT",
        "DRJSCS",
        PLACE,
        r"directions? regionales? (?:et departementales? )?de la jeunesse,? des sports "
        r"et de la cohesion sociale|@drdjscs|@drjscs|@drajes|@sdjes",
    ),
    (
        "ETAT",
        "DRIHL",
        PLACE,
        r"direction regionale et interdepartementale de l'hebergement et du logement|@drihl",
    ),
    (
        "ETAT",
        "DDT",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) departementa(?:les?|l|ux) des territoires(?: et de la "
        r"mer)?|@ddtm|@ddt|@dreal",
    ),
    (
        "ETAT",
        "PJJ",
        PLACE,
        r"(?:directions? \w+ de la )?protection judiciaire de la jeunesse|@dtpjj|@pjj",
    ),
    ("ETAT", "SPIP", PLACE, r"services? penitentiaires? d'insertion et de probation|@spip"),
    ("ETAT", "ANCT", NONE, r"agence nationale (?:de|pour) la cohesion des territoires|@anct"),
    ("ETAT", "ANRU", NONE, r"agence nationale (?:pour|de) la renovation urbaine|@anru"),
    ("ETAT", "Anah", NONE, r"agence nationale (?:de|pour l'amelioration de) l'habitat|@anah"),
    ("ETAT", "MILDECA", NONE, r"@mildeca|@mildt"),
    ("ETAT", "Acsé", NONE, r"@acse"),
    (
        "ETAT",
        "Ministère",
        WHOLE,
        rf"ministeres? (?:charge |delegue )?(?:de la |de l'|des |du |de )[a-z][a-z', "
        rf"-]{{3,80}}?{END}",
    ),
    (
        "ETAT",
        "Groupement de gendarmerie",
        PLACE,
        r"groupements? (?:de gendarmerie(?: departementale)?|departementa(?:l|ux) de gendarmerie)",
    ),
    (
        "ETAT",
        "DDSP",
        PLACE,
        r"direct(?:ions?|eurs?|rices?) (?:inter)?departementa(?:les?|l|ux) de la (?:securite "
        r"publique|"
        r"police nationale)|@ddsp|circonscriptions? de (?:securite publique|police(?: nationale)?)|"
        r"commissariats?(?= (?:central )?(?:de |d'))",
    ),
    ("ETAT", "Police nationale", NONE, r"police nationale|gendarmerie(?: nationale)?"),
    (
        "ETAT",
        "Justice",
        PLACE,
        r"tribuna(?:l|ux)(?: (?:judiciaires?|de grande instance|d'instance|pour enfants))?"
        r"(?= (?:de |d'))|(?:parquets?|procureure?s? de la republique)(?: pres le tribunal "
        r"(?:judiciaire|"
        r"de grande instance))?(?= d)|procureure?s? de la republique",
    ),
    (
        "ETAT",
        "Droits des femmes",
        PLACE,
        r"(?:delegue\w*|delegations?)(?: departementa\w+| regiona\w+)? aux droits des femmes(?: "
        r"et a "
        r"l'egalite(?: entre les femmes et les hommes)?)?",
    ),
    (
        "ETAT",
        "Préfecture",
        PLACE,
        r"sous[- ]prefectures?|prefectures?",
    ),
    (
        "ETAT",
        "Préfet",
        PLACE,
        r"(?<!par le )(?:sous-)?prefete?(?= (?:de la |du |de l'|des |de |d')[a-z])",
    ),
    (
        "ETAT",
        "État",
        NONE,
        r"(?<=l')etat(?! civil| des? | de | d')|services de l'etat|@etat(?! (?:des?|civil) )",
    ),
)
