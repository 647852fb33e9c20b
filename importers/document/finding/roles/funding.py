"""Words that say who pays, on folded text."""

FOLLOWED = "|".join(
    (
        r"(?:co-?)?financee?s?(?: (?:conjointement|notamment|egalement|en partie|a hauteur de [\d "
        r"%€]+|a \d+ ?%|integralement|principalement))* par\b",
        r"financements? (?:conjoints? |croises? |publics? )?(?=(?:de|du|d'|des) )",
        r"(?:soutien|concours|appui|aide|participation|contribution)s? financi\w+ (?=d[eu' ])",
        r"subventionnee?s? par",
        r"subventions? (?:\w+ ){0,3}(?=(?:de|du|d') ?(?:la|l'|le)?)",
        r"cofinancements? (?=d[eu' ])",
        r"contributions? respectives? (?=d[eu' ])",
        r"(?:co-?)?financeurs?(?: (?:du|de la|de l'|des) [^.:;(]{3,40})? ?(?::|\(|sont|est)",
        r"credits (?=d[eu' ])",
        r"soutenue?s? financierement par",
        r"dotations? (?=d[eu' ])",
    )
)
PRECEDED = "|".join(
    (
        r"(?:co-?)?finance(?:nt|ra|ront)?\b",
        r"mobilise(?:nt|ra|ront)?\b[^.;]{0,80}?\b(?:enveloppe|(?:ses|leurs) credits)",
        r"interv(?:ient|iendra|iennent|iendront) sur (?:ses|leurs) (?:fonds|credits)",
        r"(?:apporte|apportera|apportent)\w* (?:un |une |son |sa |leur )?(?:soutien|concours|"
        r"contribution|participation|appui|aide)s? financi\w+",
        r"(?:verse|versera|versent|alloue|allouera|attribue|attribuera|accorde)\w*\b (?:a |au |"
        r"aux |une |un |la |le )",
        r"subventionne\w*",
        r"contribue\w* financierement",
        r"participe\w* (?:financierement|au financement)",
        r"(?:a|ont) (?:(?:co-?)?finance|verse|attribue|alloue|accorde)\b",
        r"(?:est|sont) (?:co)?financeurs?",
    )
)
