"""Heads of names of institutions: social security, health, State, school, départements, régions."""

from importers.document.finding.tails import Row, Tail

_P, _O, _L, _N, _W = Tail.PLACE, Tail.OWN, Tail.LOCAL, Tail.NONE, Tail.WHOLE

INSTITUTIONS: tuple[Row, ...] = (
    # social security
    ("CAF", "CAF", _P, r"caisses? (?:d' ?|des )?allocations? familiales?|@caf ?\d\d\d?|@caf"),
    ("OTHER", "CNAF", _N, r"caisse nationale (?:d'|des )allocations familiales|@cnaf"),
    ("CPAM", "CPAM", _P, r"caisses? primaires? d'? ?assurance[ -]maladie|@cpam|@cgss"),
    ("OTHER", "CNAM", _N, r"caisse nationale de l'assurance maladie|@cnamts|@cnam"),
    (
        "MSA",
        "MSA",
        _P,
        r"(?:caisses? (?:de |regionale de )?(?:la )?)?mutualites? sociales? agricoles?|@msa",
    ),
    (
        "CARSAT",
        "CARSAT",
        _P,
        r"caisses? d'assurance retraite(?: et de la sante au travail)?|@carsat|@cramif|@cram",
    ),
    ("OTHER", "CNAV", _N, r"caisse nationale d'assurance vieillesse|@cnav"),
    ("OTHER", "CNSA", _N, r"caisse nationale de solidarite pour l'autonomie|@cnsa"),
    ("OTHER", "Assurance maladie", _P, r"assurance maladie(?= (?:du|de|des) )"),
    # communes and their boards
    ("CIAS", "CIAS", _L, r"centres? intercommuna(?:l|ux) d'action sociale|@cias"),
    ("CCAS", "CCAS", _L, r"centres? communa(?:l|ux) d'actions? sociales?|@ccas"),
    # health
    (
        "ARS",
        "ARS",
        _P,
        r"agences? regionales? de (?:la )?sante|(?:delegation (?:departementale|"
        r"territoriale) )(?=de l'(?:ars|agence))|@ars",
    ),
    ("HOPITAL", "GHT", _L, r"groupements? hospitaliers? de territoire|@ght"),
    (
        "HOPITAL",
        "CH",
        _L,
        r"centres? hospitaliers?(?: (?:regiona(?:l|ux)|universitaires?|specialises?|"
        r"intercommuna(?:l|ux)))*|@chru|@chu|@chs|@chi|@ch",
    ),
    ("HOPITAL", "EPSM", _L, r"etablissements? publics? de sante(?: mentale)?|@epsm|@eps(?!m)"),
    (
        "HOPITAL",
        "Hôpital",
        _L,
        r"hopita(?:l|ux)(?: (?:prives?|locaux|local|de jour|de proximite))*|cliniques?|"
        r"polycliniques?|groupes? hospitaliers?",
    ),
    ("OTHER", "CPTS", _L, r"communautes? professionnelles? territoriales? de sante|@cpts"),
    (
        "OTHER",
        "MSP",
        _L,
        r"maisons? de sante(?: pluri\w+)?|centres? (?:municipa(?:l|ux) )?de sante|@msp|"
        r"@cms(?= (?:d|de|du) )",
    ),
    (
        "OTHER",
        "CSAPA",
        _L,
        r"centres? de soins,? d'accompagnement et de prevention en addictologie|@csapa|@caarud",
    ),
    (
        "OTHER",
        "DAC",
        _L,
        r"dispositifs? d'appui a la coordination|@dac|plateformes? territoriales? d'appui|@pta",
    ),
    (
        "OTHER",
        "CLIC",
        _L,
        r"centres? loca(?:l|ux) d'information et de coordination(?: gerontologique)?|@clic",
    ),
    (
        "OTHER",
        "IREPS",
        _P,
        r"instances? regionales? d'education et de promotion (?:de la )?sante|@ireps|"
        r"promotion sante",
    ),
    ("OTHER", "ORS", _P, r"observatoires? regiona(?:l|ux) de (?:la )?sante|@ors"),
    ("OTHER", "URPS", _P, r"unions? regionales? des professionnels de sante|@urps"),
    (
        "OTHER",
        "Ordre",
        _W,
        r"(?:conseil (?:departemental|regional|national) de l')?ordre (?:departemental |"
        r"regional |national )?des [a-z]+(?:[ -][a-z]+)?",
    ),
    ("OTHER", "CMP", _L, r"centres? medico[- ]psycho\w+|@cmpp|@cmp"),
    (
        "OTHER",
        "Maison des adolescents",
        _L,
        r"maisons? des ados?(?:lescents?)?|@mda(?= )|points? accueil ecoute jeunes|@paej",
    ),
    # State
    ("ETAT", "DRAC", _P, r"directions? regionales? des affaires culturelles|@drac"),
    (
        "ETAT",
        "DDETS",
        _P,
        r"directions? departementales? de l'emploi,? du travail,?(?: et)? des solidarites"
        r"(?: et de la protection des populations)?|@ddetspp|@ddets",
    ),
    (
        "ETAT",
        "DRIEETS",
        _P,
        r"directions? regionales? (?:et interdepartementales? )?de l'economie,? de "
        r"l'emploi,? du travail et des solidarites|@drieets|@dreets|@direccte",
    ),
    (
        "ETAT",
        "DDCS",
        _P,
        r"directions? departementales? de la cohesion sociale(?: et de la protection des "
        r"populations)?|@ddcspp|@ddcs|@ddass",
    ),
    (
        "ETAT",
        "DRJSCS",
        _P,
        r"directions? regionales? (?:et departementales? )?de la jeunesse,? des sports "
        r"et de la cohesion sociale|@drdjscs|@drjscs|@drajes|@sdjes",
    ),
    (
        "ETAT",
        "DRIHL",
        _P,
        r"direction regionale et interdepartementale de l'hebergement et du logement|@drihl",
    ),
    (
        "ETAT",
        "DDT",
        _P,
        r"directions? departementales? des territoires(?: et de la mer)?|@ddtm|@ddt|@dreal",
    ),
    (
        "ETAT",
        "PJJ",
        _P,
        r"(?:directions? \w+ de la )?protection judiciaire de la jeunesse|@dtpjj|@pjj",
    ),
    ("ETAT", "SPIP", _P, r"services? penitentiaires? d'insertion et de probation|@spip"),
    (
        "ETAT",
        "ANCT",
        _N,
        r"agence nationale de la cohesion des territoires|@anct|agence nationale pour la "
        r"renovation urbaine|@anru",
    ),
    ("ETAT", "Police nationale", _N, r"police nationale|gendarmerie(?: nationale)?"),
    (
        "ETAT",
        "Justice",
        _P,
        r"tribuna(?:l|ux) (?:judiciaires?|de grande instance)|parquet(?= d)|procureure? "
        r"de la republique",
    ),
    (
        "ETAT",
        "Préfecture",
        _P,
        r"sous[- ]prefectures?|prefectures?|(?<!par le )(?:sous-)?prefete?(?= (?:de la |"
        r"du |de l'|des |de |d')[a-z])",
    ),
    (
        "ETAT",
        "État",
        _N,
        r"(?<=l')etat(?! civil| des? | de | d')|services de l'etat|@etat(?! (?:des?|civil) )",
    ),
    # school
    (
        "EDUCATION",
        "DSDEN",
        _P,
        r"direct(?:ions?|eurs?|rices?) (?:academiques? |des |departementales? )?(?:des "
        r")?services (?:departementaux )?(?:de )?(?:l')?education nationale|@dsden|"
        r"@dasen|inspections? academiques?",
    ),
    (
        "EDUCATION",
        "Rectorat",
        _P,
        r"rectorats?(?: de (?:l'academie|la region academique))?|academies?(?= (?:de|"
        r"d'))|region academique",
    ),
    ("EDUCATION", "Éducation nationale", _N, r"education nationale"),
    (
        "EDUCATION",
        "Établissement scolaire",
        _O,
        r"(?:colleges?|lycees?(?: (?:professionnels?|agricoles?))?|cites? scolaires?|"
        r"groupes? scolaires?|universites?|@mfr|maisons? familiales? rurales?)",
    ),
    # départements, régions
    (
        "MDPH",
        "MDPH",
        _P,
        r"maisons? departementales? (?:des|pour les) personnes handicapees|maisons? "
        r"departementales? de l'autonomie|@mdph",
    ),
    (
        "SERVICE",
        "SSD",
        _P,
        r"services? socia(?:l|ux) departementa(?:l|ux)|circonscriptions? de service social|@ssd",
    ),
    (
        "SERVICE",
        "PMI",
        _P,
        r"(?:service de |services de |centres? de )?(?:la )?protection maternelle et infantile|"
        r"@pmi",
    ),
    ("SERVICE", "ASE", _P, r"(?:service de )?l?'?aide sociale a l'enfance|@ase"),
    (
        "SERVICE",
        "MDS",
        _L,
        r"maisons? (?:departementales? )?(?:des? )?(?:la )?solidarites?(?: "
        r"departementales?| et de l'insertion)?(?= (?:de|du|d'))|@mds|@utas|unites? "
        r"territoriales? d'action sociale|centres? medico-socia(?:l|ux)",
    ),
    (
        "DEPARTEMENT",
        "Département",
        _P,
        r"conseils? (?:departementa(?:l|ux)|genera(?:l|ux))(?! (?:de l'|des? )(?:ordre|"
        r"jeunes|la citoyennete|prevention))|(?<!dans le )(?<!services du "
        r")(?:collectivite departementale|departements?(?! (?:francais|voisins|"
        r"limitrophes)))|@cd ?\d\d\d?|@cg ?\d\d\d?",
    ),
    (
        "REGION",
        "Région",
        _P,
        r"conseils? regiona(?:l|ux)(?! (?:de l'|des? )(?:ordre|sante))|(?<!en )(?<!la "
        r")regions?(?= [a-z]+)(?! academique)|(?<=la )region",
    ),
)
