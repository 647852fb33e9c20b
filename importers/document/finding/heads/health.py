"""Health: the agency, hospitals, practices, prevention."""

from importers.document.finding.heads.rule import LOCAL, PLACE, WHOLE, Rule

HEALTH: tuple[Rule, ...] = (
    (
        "ARS",
        "ARS",
        PLACE,
        r"agences? (?:regionales? )?de (?:la )?sante(?! (?:publique|et|au)\b)|"
        r"(?:delegation (?:departementale|territoriale) )(?=de l'(?:ars|agence))|@ars",
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
)
