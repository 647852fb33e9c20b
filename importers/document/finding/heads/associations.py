"""Associations, and the networks known by their name alone."""

from importers.document.finding.heads.rule import OWN, PLACE, Rule

ASSOCIATIONS: tuple[Rule, ...] = (
    (
        "CENTRE_SOCIAL",
        "Centre social",
        OWN,
        r"centres? soci(?:al|aux)(?: (?:et culturels?|associatifs?|municipa(?:l|ux)|"
        r"intercommuna(?:l|ux)|itinerants?))?|centres? socio-? ?culturels?|@csc|espaces? "
        r"de vie sociale|@evs|maisons? de quartiers?",
    ),
    (
        "ASSOCIATION",
        "MJC",
        OWN,
        r"maisons? des jeunes(?: et de la culture)?|@mjc|foyers? rura(?:l|ux)|foyers? "
        r"(?:de|des) jeunes travailleurs|@fjt",
    ),
    (
        "ASSOCIATION",
        "UDAF",
        PLACE,
        r"unions? departementales? des associations familiales|@udaf|@unaf",
    ),
    (
        "ASSOCIATION",
        "CIDFF",
        PLACE,
        r"centres? (?:d'information|departemental\w* d'information) (?:sur|des?) (?:les "
        r")?droits des femmes(?: et des familles)?|@cidff",
    ),
    (
        "ASSOCIATION",
        "ADIL",
        PLACE,
        r"agences? departementales? d'information sur le logement|@adil",
    ),
    (
        "ASSOCIATION",
        "UDCCAS",
        PLACE,
        r"unions? (?:departementales?|nationales?) des (?:ccas|centres communaux "
        r"d'action sociale)|@udccas|@unccas",
    ),
    (
        "ASSOCIATION",
        "Réseau national",
        PLACE,
        r"croix[- ]rouge(?: francaise)?|secours (?:populaire|catholique)(?: francais)?|"
        r"restos? du coeur|restaurants du coeur|banques? alimentaires?|(?:communautes? )?emmaus|"
        r"unis[- ]cites?|petits freres des pauvres|planning familial|familles rurales|"
        r"les francas|ligue de l'enseignement|@cemea|@apf(?: france handicap)?|@unafam|"
        r"@admr|@adapei|@unapei|@udapei|@apajh|@anpaa|association addictions france|"
        r"france (?:victimes|alzheimer|benevolat|active|terre d'asile)|@afm telethon|"
        r"ligue contre le cancer|habitat et humanisme|soliha|secours islamique|armee du "
        r"salut|france nature environnement|@cimade|la cimade|@adie|@cnl|@udaf|@cress|"
        r"@uriopss|@cresus|"
        r"action enfance|fondation abbe pierre|fondation de france|"
        r"apprentis d'auteuil|groupe sos|coallia|@adoma|@adapt|aides(?= et (?:le |la |l'|les "
        r"))|nightline|"
        r"siel bleu|@fcpe|@peep|@usep|@ufolep|action logement|@snl|ligue de l'enseignement|"
        r"@afev|emmaus connect|@wimoov|"
        r"agirc[- ]arrco|groupama|@acepp|@apel|@cpme|@medef|sos femmes|"
        r"medecins du monde|rotary(?: club)?|lions club|@clcv|@ufc|@csf|generations mouvement|"
        r"lire et faire lire|france victimes|ordre de malte(?: france)?|@aafp|@anas|@fnaut|@fage",
    ),
    (
        "ASSOCIATION",
        "Association",
        OWN,
        r"associations?|@asso|federations?|collectifs?|comites? (?:des fetes|local du|"
        r"departemental (?:olympique|sportif)[a-z ]*)|amicales?|fondations?|groupements? "
        r"d'entraide mutuelle|groupes? d'entraide mutuelle|@gem|epiceries? (?:sociales?|"
        r"solidaires?)(?: et solidaires?)?|regies? de quartiers?|clubs?|ligue(?= )",
    ),
)
