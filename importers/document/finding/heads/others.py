"""Employment, intercommunalities, housing, associations, services; communes last, the shortest."""

from importers.document.finding.heads.rule import (
    END,
    INSTITUTION,
    LOCAL,
    NONE,
    OWN,
    PLACE,
    WHOLE,
    Rule,
)

LANDLORDS = (
    r"cdc habitat(?: social)?",
    r"immobiliere 3f|3f (?:seine|nord|residences|sud|occitanie|grand est|normanvie)\w*",
    r"@icf(?: habitat)?(?: (?:la sabliere|novedis|nord-est|atlantique))?",
    r"vilogia|partenord habitat|batigere(?: \w+)?|erilia|domofrance|logirem|unicil|logirep|seqens|"
    r"toit et joie|antin residences|emmaus habitat|valophis(?: habitat)?|elogie-siemp|@rivp|"
    r"paris habitat|seine-saint-denis habitat|plaine commune habitat|est ensemble habitat|"
    r"hauts-de-seine habitat|semcoda|dynacite|alliade habitat|neolia|habellis|plurial novilia|"
    r"logeo seine|inolya|vosgelis|mesolia|clairsienne|promologis|nantes metropole habitat|"
    r"archipel habitat|neotoa|espacil(?: habitat)?|aiguillon(?: construction)?|sia habitat|"
    r"maisons & cites|norevie|tisserin|grand lyon habitat|lyon metropole habitat|est metropole "
    r"habitat|@opac savoie|@opac 38|actis|halpades|un toit pour tous|@famille et provence|13 "
    r"habitat|"
    r"cote d'azur habitat|habitat 76|rouen habitat|la rance|le foyer remois|habitat marne|"
    r"adoma|polylogis|france habitation|osica|efidis|batipart",
)
"""The largest social landlords, told by their names alone."""

OTHERS: tuple[Rule, ...] = (
    ("OTHER", "Caisse des écoles", PLACE, r"caisses? des ecoles"),
    # employment
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
        r"et d'industrie|des? metiers(?: et de l'artisanat)?)|@cci|@cma",
    ),
    # intercommunalities
    ("EPT", "EPT", OWN, r"etablissements? publics? territoria(?:l|ux)|@ept"),
    (
        "EPCI",
        "EPCI",
        OWN,
        r"@epci|intercommunalites?|(?<=l')agglomeration(?! d)|(?<=la )metropole(?! d)|"
        r"(?<=la )communaute(?= (?:est|a|et|qui|s'|finance|pilote|porte|anime|tient|assure|"
        r"met) |[,.;])|"
        r"communautes? (?:de communes?|des communes|d'agglomerations?|urbaines?|de "
        r"l'agglomeration)|"
        r"metropoles?(?= (?:de |du |d'|[a-z]))|@cc(?= (?:d|l|[a-z]))|@ca(?= (?:d|l|"
        r"[a-z]))|@cu(?= de )",
    ),
    (
        "OTHER",
        "Syndicat",
        OWN,
        r"syndicats? (?:mixtes?|intercommuna(?:l|ux))(?: (?:d'|de |du |des )?[a-z]+)?|"
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
    # housing
    (
        "BAILLEUR",
        "OPH",
        OWN,
        r"offices? (?:publics? (?:de l'habitat|d'hlm|d'habitations? a loyer modere)|de "
        r"l'habitat)|@oph|@opac|bailleurs? socia(?:l|ux)|bailleurs?|societes? "
        r"(?:anonymes? )?d'h(?:\.?l\.?m\.?|abitations?[a-z ]*)|@sa (?:d')?hlm",
    ),
    ("BAILLEUR", "Grand bailleur", NONE, "|".join(LANDLORDS)),
    # associations
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
        r"apprentis d'auteuil|groupe sos|coallia|@adoma|@adapt|aides(?= et )|nightline|"
        r"siel bleu|@fcpe|@peep|@usep|@ufolep|action logement|@snl|ligue de l'enseignement|"
        r"@afev|emmaus connect|@wimoov",
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
    (
        "OTHER",
        "Groupement",
        OWN,
        r"groupements? (?:d'interet public|de cooperation [a-z-]+(?: [a-z-]+)?)|@gip|@gcsms|@gcs",
    ),
    (
        "OTHER",
        "Équipement",
        OWN,
        r"(?:eco)?musees?|operas?(?= (?:de |national))|theatres?|mediatheques?|bibliotheques?|"
        r"conservatoires?|ecoles? "
        r"de musiques?|cinemas?|scenes? nationales?|ludotheques?|creches?|"
        r"multi-?accueils?|"
        r"maisons? de la petite enfance|maisons? de la famille|maisons? de retraite|"
        r"maisons? france[- ]services?|residences? autonomie|@ehpad|@esat|@ime|@itep|"
        r"@sessad|@ssiad|@saad|@laep|@rpe|@ram|relais (?:petite enfance|assistantes? "
        r"maternelles?)|tiers-lieux?",
    ),
    (
        "OTHER",
        "Banque des territoires",
        NONE,
        r"banque de france|banque des territoires|caisse des depots(?: et consignations)?|@cdc",
    ),
    ("OTHER", "SDIS", PLACE, r"services? departementa(?:l|ux) d'incendie et de secours|@sdis"),
    (
        "OTHER",
        "Union",
        OWN,
        r"unions? (?:(?:departementales?|regionales?|locales?)|(?=des? |du ))",
    ),
    (
        "ENTREPRISE",
        "Entreprise",
        OWN,
        r"@sarl|@scop|@scic|@sas|societes?|"
        r"entreprises?|cooperatives?|bureaux? d'etudes?|la poste(?= )|@edf|@engie|"
        r"cabinets?(?= (?!medica|d'|de )[a-z])",
    ),
    (
        "OTHER",
        "Organisme national",
        NONE,
        r"organisation mondiale de la sante|@oms|centre national de la fonction publique "
        r"territoriale|@cnfpt|@unicef|@insee|@ademe|haute autorite de sante|"
        r"direction generale de la (?:cohesion sociale|sante)|@dgcs|@cnsa",
    ),
    (
        "SERVICE",
        "Service",
        WHOLE,
        r"directions? (?:(?:generale|departementale|territoriale|municipale|adjointe) )?"
        rf"(?:de la|de l'|des|du|de) ?[a-z][a-z', -]{{3,70}}?{END}|"
        rf"directions? (?:territoriale|regionale|departementale)s? [a-z][a-z' -]{{3,40}}?{END}|"
        rf"poles? (?:solidarites?|social|action sociale|cohesion)[a-z' -]{{0,30}}?{END}|"
        rf"missions? (?:d'|de )[a-z][a-z' -]{{5,70}}?{END}|service (?!(?:du |de la |de "
        rf"l'|des |de )?"
        rf"(?:{INSTITUTION}))(?:de la |de l'|des |du |d'|de )?[a-z]+ [a-z', -]{{3,60}}?{END}|"
        rf"circonscriptions? (?:(?:specialisee )?d'a|sociale?|de la solidarite)"
        rf"[a-z' -]{{3,60}}?{END}|observatoires? (?:departementa(?:l|ux)|regiona(?:l|ux)|"
        rf"loca(?:l|ux)|des? |de la |de l')[a-z' -]{{0,50}}?{END}",
    ),
    (
        "OTHER",
        "Agence",
        WHOLE,
        rf"agences? (?:departementales?|regionales?|nationales?|locales?|d'urbanisme|de l'eau|"
        rf"de developpement)[a-z' -]{{0,70}}?{END}|inter-?associations? [a-z' -]{{5,60}}?{END}|"
        rf"coordinations? (?:du|de la|de l') ?(?:cls|ptsm|clsm|ctg|contrat local de "
        rf"sante|contrat de ville)",
    ),
    ("COMMUNE", "Maire", PLACE, r"(?<!ancien )(?<!ancienne )maires?(?= (?:de |d'|du |des ))"),
    # communes last: the shortest words
    (
        "COMMUNE",
        "Commune",
        PLACE,
        r"(?:villes?|communes?(?! nouvelle)|mairies?|municipalites?)(?: nouvelle)?(?: "
        r"(?:belge|francaise|membre))?(?! membres)",
    ),
)
