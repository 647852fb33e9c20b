"""The kinds of framework that texts name, and the words and letters of each."""

LEVEL = (
    r"(?:nationa(?:l|le|ux|les)|regiona(?:l|le|ux|les)|departementa(?:l|le|ux|les)|loca(?:l|"
    r"le|ux|les)|territoria(?:l|le|ux|les)|metropolitain\w*|(?:inter)?communa(?:l|le|ux|les)|"
    r"municipa(?:l|le|ux|les)|academique\w*|pluriannue\w+|cadre|directeur|unique|"
    r"partenarial\w*|strategique)"
)
KINDS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "CLSM",
        True,
        r"conseils? (?:inter)?(?:communa(?:l|ux)|loca(?:l|ux)) (?:de|en|pour la) sante mentale",
        "CLSM",
    ),
    (
        "CLS",
        True,
        r"contrats? (?:inter)?(?:communa(?:l|ux)|loca(?:l|ux)|territoria(?:l|ux)) de "
        r"sante(?! mentale)",
        "CLS CLST",
    ),
    (
        "CTG",
        True,
        r"conventions? (?:territoriales? globales?(?: de services aux familles)?|globales? de "
        r"territoires?)",
        "CTG",
    ),
    ("CEJ", True, r"contrats? enfance[- ](?:et )?jeunesse", "CEJ"),
    ("CEJ_JEUNE", True, r"contrats? d'engagement jeunes?", ""),
    (
        "CONTRAT_DE_VILLE",
        True,
        r"contrats? de (?:la )?ville(?: et de cohesion (?:urbaine|sociale))?|"
        r"engagements? quartiers 2030",
        "",
    ),
    ("CUCS", True, r"contrats? urbains? de cohesion sociale", "CUCS"),
    (
        "PEDT",
        True,
        r"projets? educatifs? (?:de )?territoria(?:l|ux)|projets? educatifs? d[eu] territoire",
        "PEDT",
    ),
    ("PRE", True, r"programmes? de reussite educative", "PRE"),
    (
        "CLSPD",
        True,
        r"conseils? (?:loca(?:l|ux)|intercommuna(?:l|ux)) de securite et de prevention "
        r"de la delinquance|strategies? (?:locales?|territoriales?|"
        r"intercommunales?) "
        r"de securite et de prevention de la delinquance",
        "CLSPD CISPD STSPD",
    ),
    ("CITE_EDUCATIVE", True, r"cites? educatives?", ""),
    ("PST", True, r"projets? socia(?:l|ux) de territoires?", "PST"),
    ("PSD", True, r"projets? socia(?:l|ux) departementa(?:l|ux)", "PSD"),
    ("PRS", True, r"projets? regiona(?:l|ux) de sante", "PRS PRS2 PRS3"),
    ("PTSM", True, r"projets? territoria(?:l|ux) de sante mentale", "PTSM"),
    (
        "PRAPS",
        True,
        r"programmes? regiona(?:l|ux) (?:pour|d')? ?(?:l')?acces a la prevention et aux "
        r"soins[a-z ]{0,40}",
        "PRAPS",
    ),
    ("PRSE", True, r"plans? regiona(?:l|ux) sante[- ]environnement", "PRSE"),
    ("PNNS", True, r"programmes? nationa(?:l|ux) nutrition sante", "PNNS"),
    ("PLH", True, r"programmes? loca(?:l|ux) de l'habitat", "PLH PLUIH"),
    (
        "PDALHPD",
        True,
        r"plans? departementa(?:l|ux) d'actions? pour le logement(?: et "
        r"l'hebergement)?(?: des personnes defavorisees)?",
        "PDALHPD PDALPD",
    ),
    ("PLIE", True, r"plans? loca(?:l|ux) (?:pluriannue\w+ )?pour l'insertion et l'emploi", "PLIE"),
    (
        "PDI",
        True,
        r"(?:programmes?|plans?|pactes?) (?:departementa(?:l|ux)|territoria(?:l|ux)) "
        r"(?:d'|pour l')insertion",
        "PDI PTI",
    ),
    ("ABS", True, r"analyses? (?:\w+ )?des besoins sociaux", "ABS"),
    ("CPOM", True, r"contrats? pluriannuels? d'objectifs et de moyens", "CPOM"),
    ("CPO", True, r"conventions? pluriannuelles? d'objectifs(?: et de \w+)?", "CPO"),
    (
        "REAAP",
        True,
        r"reseaux? d'ecoute,? d'appui et d'accompagnement (?:a la parentalite|des parents)",
        "REAAP",
    ),
    ("CLAS", True, r"contrats? loca(?:l|ux) d'accompagnement a la scolarite", "CLAS"),
    (
        "CLEA",
        True,
        r"contrats? (?:loca(?:l|ux)|territoria(?:l|ux)) d'education artistique(?: et culturelle)?",
        "CLEA CTEAC CLEAC CLÉA",
    ),
    ("PEAC", True, r"parcours d'education artistique et culturelle", "PEAC"),
    (
        "NPNRU",
        True,
        r"(?:nouveau )?programmes? nationa(?:l|ux) de r\w+ urbaine?",
        "NPNRU ANRU PNRU",
    ),
    ("PVD", True, r"petites villes de demain", "PVD"),
    ("ACV", True, r"action coeur de ville", "ACV"),
    (
        "CRTE",
        True,
        r"contrats? (?:territoria(?:l|ux) )?de (?:relance|reussite) (?:et|de la) (?:de "
        r")?transition ecologique",
        "CRTE",
    ),
    ("LABEL", True, r"(?:maisons? )?france[- ]services?(?=\W)", ""),
    ("PCAET", True, r"plans? climat(?:[- ]air[- ]energie territorial)?", "PCAET"),
    ("PAT", True, r"projets? alimentaires? territoria(?:l|ux)", "PAT"),
    ("FSL", True, r"fonds de solidarite (?:pour le )?logement", "FSL"),
    (
        "SDSF",
        True,
        r"schemas? departementa(?:l|ux) des? services? (?:aux|d'aide aux) familles",
        "SDSF",
    ),
    (
        "PLAN_PAUVRETE",
        True,
        r"plans? (?:national )?(?:de )?(?:lutte contre la )?pauvrete|strategies? "
        r"(?:nationale )?(?:de )?(?:prevention et (?:de )?)?lutte contre la pauvrete|"
        r"strategies? pauvrete|"
        r"pactes? des solidarites",
        "",
    ),
    ("QPV", True, r"quartiers? prioritaires?(?: (?:de la )?(?:politique de la )?ville)?", "QPV"),
    (
        "PROJET_EDUCATIF",
        True,
        r"projets? educatifs?(?: (?:loca(?:l|ux)|globa(?:l|ux)|partage|de la ville))?",
        "",
    ),
    (
        "PROJET_SOCIAL",
        True,
        r"projets? socia(?:l|ux)(?= d(?:u|es|e la) (?:centre|espace|structure))",
        "",
    ),
    ("PACTE", True, r"pactes? (?:loca(?:l|ux)|territoria(?:l|ux)) des solidarites", ""),
    ("COG", True, r"conventions? d'objectifs et de gestion", "COG"),
    (
        "FONDS",
        True,
        r"fonds interministerie\w+ de prevention de la delinquance|fonds social europeen(?: ?\+)?|"
        r"fonds publics et territoires|fonds national d'action sociale",
        "FIPD FIPDR FSE",
    ),
    ("PLAN_MERCREDI", True, r"plans? mercredi", ""),
    (
        "PLAN_NATIONAL",
        True,
        r"(?:plan )?france relance|logement d'abord|grenelle (?:contre|de|des) "
        r"[a-z' ]{5,40}|service public de la petite enfance",
        "",
    ),
    (
        "PLAN",
        True,
        r"plans? de mobilite(?: simplifie)?|plans? (?:interministerie\w+ )?de "
        r"(?:mobilisation|prevention|lutte)(?: et de lutte)? contre [a-z' ]{5,60}",
        "",
    ),
    ("PROTOCOLE", True, r"protocoles? d'engagements? renforces? et reciproques?", "PERR"),
    ("ORT", True, r"operations? de revitalisation d[eu]s? territoires?", "ORT"),
    ("ASV", True, r"ateliers? sante[- ]ville", "ASV"),
    ("CTL", True, r"contrats? temps libres?|contrats? enfance(?! (?:et )?jeunesse)(?!-)", ""),
    ("AUTRE", True, r"contrats? loca(?:l|ux) de securite", ""),
    ("AUTRE", True, r"territoires? zero (?:chomeur|non-recours)[a-z ]{0,20}", "TZCLD TZNR"),
    ("SCHEMA", False, rf"schemas?(?: {LEVEL})*(?= (?:de|d'|des|du|pour|en|[a-z]))", ""),
    ("PLAN", False, rf"plans?(?: {LEVEL})+|feuilles? de route(?: {LEVEL})*", ""),
    ("STRATEGIE", False, rf"strategies?(?: {LEVEL})+", ""),
    ("PROGRAMME", False, rf"programmes?(?: {LEVEL})+|programmes?(?= [\"«a-z])", ""),
    ("PACTE", False, rf"pactes?(?: {LEVEL})*", ""),
    ("CHARTE", False, rf"chartes?(?: {LEVEL})*", ""),
    ("PROTOCOLE", False, rf"protocoles?(?: {LEVEL})*", ""),
    ("RESEAU", False, r"reseaux?(?= )", ""),
    ("LABEL", False, r"label(?:lis\w+)?(?= )", ""),
    ("CONTRAT", False, rf"contrats?(?: {LEVEL})+", ""),
    (
        "PROJET",
        False,
        r"projets? de (?:territoire|service|pole|mandat|ville)|projets?(?: "
        r"(?:departemental|regional|territorial))+",
        "",
    ),
    ("CONVENTION", False, rf"conventions?(?: {LEVEL})*(?:-cadre)?", ""),
)
"""Kind, whether its words make a name by themselves, the words as a pattern, its letters."""
