"""Equipments, services, undertakings."""

from importers.document.finding.heads.rule import END, INSTITUTION, NONE, OWN, PLACE, WHOLE, Rule

SERVICES: tuple[Rule, ...] = (
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
        r"multi-?accueils?|unites? d'accueil [a-z]+(?: des [a-z]+(?: en danger)?)?|"
        r"maisons? de la petite enfance|maisons? de la famille|maisons? de retraite|"
        r"maisons? france[- ]services?|residences? autonomie|@ehpad|@esat|@ime|@itep|"
        r"@sessad|@ssiad|@saad|@laep|@rpe|@ram|relais (?:petite enfance|assistantes? "
        r"maternelles?)|tiers-lieux?",
    ),
    (
        "OTHER",
        "Conférence des financeurs",
        PLACE,
        r"conferences? des financeurs(?: (?:de|pour) la prevention de la perte d'autonomie)?|"
        r"@cfppa",
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
        r"entreprises?|cooperatives?|bureaux? d'etudes?|la poste\b|@edf|@engie|"
        r"cabinets?(?= (?!medica|d'|de )[a-z])",
    ),
    ("OTHER", "Union européenne", NONE, r"union europeenne|@feder|@feader"),
    (
        "OTHER",
        "Organisme national",
        NONE,
        r"organisation mondiale de la sante|@oms|centre national de la fonction publique "
        r"territoriale|@cnfpt|@unicef|@insee|@ademe|sante publique france|fonds social "
        r"europeen(?: plus)?|@fse|haute autorite de sante|"
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
    (
        "COMMUNE",
        "Maire",
        PLACE,
        r"(?<!ancien )(?<!ancienne )maires?(?= (?:de (?!la (?:ville|commune)\b)|d'|du |des ))",
    ),
)
