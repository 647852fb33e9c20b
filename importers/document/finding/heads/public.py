"""Social security, health, the State, school, local authorities."""

from importers.document.finding.heads.rule import END, LOCAL, NONE, OWN, PLACE, WHOLE, Rule

PUBLIC: tuple[Rule, ...] = (
    # social security
    ("CAF", "CAF", PLACE, r"caisses? (?:d' ?|des )?allocations? familiales?|@caf ?\d\d\d?|@caf"),
    ("OTHER", "CNAF", NONE, r"caisse nationale (?:d'|des )allocations familiales|@cnaf"),
    ("CPAM", "CPAM", PLACE, r"caisses? primaires? d'? ?assurance[ -]maladie|@cpam|@cgss"),
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
    # communes and their boards
    ("CIAS", "CIAS", LOCAL, r"centres? intercommuna(?:l|ux) d'action sociale|@cias"),
    ("CCAS", "CCAS", LOCAL, r"centres? communa(?:l|ux) d'actions? sociales?|@ccas"),
    # health
    (
        "ARS",
        "ARS",
        PLACE,
        r"agences? regionales? de (?:la )?sante|(?:delegation (?:departementale|"
        r"territoriale) )(?=de l'(?:ars|agence))|@ars",
    ),
    ("HOPITAL", "GHT", LOCAL, r"groupements? hospitaliers? de territoire|@ght"),
    (
        "HOPITAL",
        "CH",
        LOCAL,
        r"centres? hospitaliers?(?: (?:regiona(?:l|ux)|universitaires?|specialises?|"
        r"intercommuna(?:l|ux)))*|@chru|@chu|@chs|@chi|@ch",
    ),
    ("HOPITAL", "EPSM", LOCAL, r"etablissements? publics? de sante(?: mentale)?|@epsm|@eps(?!m)"),
    (
        "HOPITAL",
        "Hôpital",
        LOCAL,
        r"hopita(?:l|ux)(?: (?:prives?|locaux|local|de jour|de proximite))*|cliniques?|"
        r"polycliniques?|groupes? hospitaliers?",
    ),
    ("OTHER", "CPTS", LOCAL, r"communautes? professionnelles? territoriales? de sante|@cpts"),
    (
        "OTHER",
        "MSP",
        LOCAL,
        r"maisons? de sante(?: pluri\w+)?|centres? (?:municipa(?:l|ux) )?de sante|@msp|"
        r"@cms(?= (?:d|de|du) )",
    ),
    (
        "OTHER",
        "CSAPA",
        LOCAL,
        r"centres? de soins,? d'accompagnement et de prevention en addictologie|@csapa|@caarud",
    ),
    (
        "OTHER",
        "DAC",
        LOCAL,
        r"dispositifs? d'appui a la coordination|@dac|plateformes? territoriales? d'appui|@pta",
    ),
    (
        "OTHER",
        "CLIC",
        LOCAL,
        r"centres? loca(?:l|ux) d'information et de coordination(?: gerontologique)?|@clic",
    ),
    (
        "OTHER",
        "IREPS",
        PLACE,
        r"instances? regionales? d'education et de promotion (?:de la )?sante|@ireps|"
        r"promotion sante",
    ),
    ("OTHER", "ORS", PLACE, r"observatoires? regiona(?:l|ux) de (?:la )?sante|@ors"),
    ("OTHER", "URPS", PLACE, r"unions? regionales? des professionnels de sante|@urps"),
    (
        "OTHER",
        "Ordre",
        WHOLE,
        r"(?:conseil (?:departemental|regional|national) de l')?ordre (?:departemental |"
        r"regional |national )?des [a-z]+(?:[ -][a-z]+)?",
    ),
    ("OTHER", "CMP", LOCAL, r"centres? medico[- ]psycho\w+|@cmpp|@cmp"),
    (
        "OTHER",
        "Maison des adolescents",
        LOCAL,
        r"maisons? des ados?(?:lescents?)?|@mda(?= )|points? accueil ecoute jeunes|@paej",
    ),
    # State
    ("ETAT", "DRAC", PLACE, r"directions? regionales? des affaires culturelles|@drac"),
    (
        "ETAT",
        "DDETS",
        PLACE,
        r"directions? departementales? de l'emploi,? du travail,?(?: et)? des solidarites"
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
        r"directions? departementales? de la cohesion sociale(?: et de la protection des "
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
        r"directions? departementales? des territoires(?: et de la mer)?|@ddtm|@ddt|@dreal",
    ),
    (
        "ETAT",
        "PJJ",
        PLACE,
        r"(?:directions? \w+ de la )?protection judiciaire de la jeunesse|@dtpjj|@pjj",
    ),
    ("ETAT", "SPIP", PLACE, r"services? penitentiaires? d'insertion et de probation|@spip"),
    (
        "ETAT",
        "ANCT",
        NONE,
        r"agence nationale de la cohesion des territoires|@anct|agence nationale pour la "
        r"renovation urbaine|@anru",
    ),
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
        r"directions? (?:departementales?|interdepartementales?) de la (?:securite publique|"
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
    # school
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
    ("EDUCATION", "Éducation nationale", NONE, r"education nationale"),
    ("OTHER", "Barreau", PLACE, r"barreaux?(?= (?:de |d'|du ))"),
    (
        "EDUCATION",
        "Établissement scolaire",
        OWN,
        r"(?:colleges?|lycees?(?: (?:professionnels?|agricoles?))?|cites? scolaires?|"
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
        r"maisons? de (?:la )?justice et du droit|@mjd|points?[- ]justice(?= (?:de|d'))",
    ),
    # départements, régions
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
        "Région",
        PLACE,
        r"conseils? regiona(?:l|ux)(?! (?:de l'|des? )(?:ordre|sante))|(?<!en )(?<!la "
        r")regions?(?= [a-z]+)(?! academique)|(?<=la )region",
    ),
)
