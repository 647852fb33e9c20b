"""Départements, régions, and what they run."""

from importers.document.finding.heads.rule import LOCAL, NONE, PLACE, Rule

AUTHORITIES: tuple[Rule, ...] = (
    (
        "MDPH",
        "MDPH",
        PLACE,
        r"maisons? departementales? (?:des|pour les) personnes handicapees|maisons? "
        r"departementales? de l'autonomie|@mdph",
    ),
    (
        "SERVICE",
        "SSD",
        PLACE,
        r"services? socia(?:l|ux) departementa(?:l|ux)|circonscriptions? de service social|@ssd",
    ),
    (
        "SERVICE",
        "PMI",
        PLACE,
        r"(?:service de la |services de la |centres? de )?protection maternelle et infantile|"
        r"@pmi",
    ),
    (
        "SERVICE",
        "CRIP",
        PLACE,
        r"cellules? (?:departementales? )?de recueil(?: et de traitement)?(?: des informations "
        r"preoccupantes)?|@crip",
    ),
    ("SERVICE", "ASE", PLACE, r"(?:service de )?l?'?aide sociale a l'enfance|@ase"),
    (
        "SERVICE",
        "MDS",
        LOCAL,
        r"maisons? departementales? (?:des |de la )solidarites?|maisons? du departement|"
        r"maisons? (?:departementales? )?(?:des? )?(?:la )?solidarites?(?: "
        r"departementales?| et de l'insertion)?(?= (?:de|du|d'))|@mds|@utas|unites? "
        r"territoriales? d'action sociale|centres? medico-socia(?:l|ux)",
    ),
    ("DEPARTEMENT", "Collectivité d'Alsace", NONE, r"collectivite europeenne d'alsace"),
    (
        "DEPARTEMENT",
        "Département",
        PLACE,
        r"conseils? (?:departementa(?:l|ux)|genera(?:l|ux))(?! (?:de l'|des? )(?:ordre|"
        r"jeunes|la citoyennete|prevention))|(?<!dans le )(?<!services du "
        r")(?:collectivite departementale|departements?(?! (?:francais|voisins|"
        r"limitrophes)))|@cd ?\d\d\d?|@cg ?\d\d\d?",
    ),
    (
        "REGION",
        "Collectivité",
        PLACE,
        r"collectivites? territoriales?(?= (?:de |d')[a-z])|collectivite de (?=corse)",
    ),
    (
        "REGION",
        "Région",
        PLACE,
        r"conseils? regiona(?:l|ux)(?! (?:de l'|des? )(?:ordre|sante))|(?<!en )(?<!la "
        r")regions?(?= [a-z]+)(?! academique)|(?<=la )region",
    ),
)
