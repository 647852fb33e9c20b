"""Words that say who pays, on folded text."""

import re

_GIVEN = (
    r"(?:subvention|aide|dotation|bonification|participation|contribution|concours|enveloppe|"
    r"prime|financement|credit|montant|somme|fonds?|prestation(?: de service)?)s?"
)
_EUROS = r"\d[\d .]*(?:,\d+)? ?(?:€|euros?\b|k€|keur|m€|millions? d'euros)"
FOLLOWED = "|".join(
    (
        r"(?:co-?)?financee?s?\b[^.;:]{0,60}? par\b",
        r"prise?s? en charge\b[^.;:]{0,40}? par\b",
        rf"{_GIVEN}\b[^.;:]{{0,70}}? (?:vers|allou|accord|attribu|octroy|apport|mobilis)ee?s?"
        rf"(?: (?:au|aux|a) [\w' ]{{3,30}})? par\b",
        r"^(?:elle|il|celle-ci|celui-ci) est (?:versee?|attribuee?|allouee?) par\b",
        r"financements?\b[^.;:]{0,50}? (?:assure|apporte|pris en charge|reparti|partage|porte)\w* "
        r"(?:par|entre)\b",
        r"(?:un tiers|un quart|moitie|\d+ ?%) par\b",
        r"que (?:co-?)?finance(?:nt)? (?=l[ea' ])",
        rf"(?:offerte?s?|dotee?s? de {_EUROS}) par\b",
        r"a la charge (?=d[eu' ])",
        r"(?:supporte|paye)e?s?\b[^.;:]{0,40}? par\b",
        r"a(?:uquel|uxquelles|uxquels)? (?:contribuent|participent|abondent)(?: egalement)?\b",
        r"(?:solde|reste|complement|surplus)\b[^.;:]{0,30}? (?:incombe|revient) (?:a|au|aux)\b",
        r"abondee?s? (?:\w+ ){0,3}par\b",
        r"financements? (?:conjoints? |croises? |publics? )?(?=(?:de|du|d'|des) )",
        r"(?:soutien|concours|appui|aide|participation|contribution)s? (?:[a-z]+ et )?financi\w+ "
        r"(?=d[eu' ])",
        rf"{_EUROS}[^.;:]{{0,10}} (?:apport|vers|allou|accord|financ|pay)ee?s? par\b",
        r"dont \d[\d ]+ (?:apport|vers|allou|accord|financ|pay)ee?s? par\b",
        rf"budgets?\b[^.;:]{{0,60}}{_EUROS}[^.;:]{{0,40}} ?: ",
        r"soutenue?s? par ?: ?",
        r"(?:ceux|celles) qui (?:paient|financent) ?: ?",
        r"(?:solde|reste|complement) (?:est|sera) (?:apporte|assure|finance|pris en charge) par\b",
        rf"{_EUROS}(?: \w+){{0,2}} par\b(?! (?:an|mois|jour|heure|personne|enfant|famille)\b)",
        r"bonifications?\b[^.;:]{0,30}? (?=d[eu' ])",
        r"prestations? de service(?: [\w«»]+){0,3}? (?=d[eu' ])",
        r"(?:subvention|financement|participation)s? (?=[\w' ]{2,40} ?: ?\d)",
        r"enveloppe (?=d[eu' ])",
        r"(?:imputee?s?|inscrite?s?) au budget (?=d[eu' ])",
        r"subventionnee?s? par",
        r"subventions? (?:\w+ ){0,3}?(?=(?:de|du|d') ?(?:la|l'|le)?)",
        r"cofinancements? (?=d[eu' ])",
        r"contributions? respectives? (?=d[eu' ])",
        r"(?<!comite des )(?<!conference des )(?:co-?)?financeurs?(?: (?:du|de la|de l'|des) "
        r"[^.:;(]{3,40})? ?(?::|\(|sont|est)",
        r"credits (?=d[eu' ])",
        r"credits? (?:viennent|proviennent) (?:du concours verse par |(?=d))",
        r"soutenue?s? financierement par",
        r"dotations? (?=d[eu' ])",
    )
)
FOLLOWED_OF_MONEY = "|".join(
    (
        r"reparti\w* entre\b",
        r"parts? (?=d[eu' ])",
        r"moitie (?=[a-z])",
        r"(?:soutien|concours|appui|aide|participation|contribution|apport)s?(?: (?:annuel|"
        r"global|maximal)\w*)? (?=d[eu' ])",
        r"soutenue?s?\b[^.;:]{0,20} par\b",
    )
)
"""Words that say it only in a sentence about money."""
PRECEDED = "|".join(
    (
        r"(?:co-?)?finance(?:nt|ra|ront|rait|raient)?\b(?! par\b)",
        r"(?:prend|prendra|prennent|prendront|prendrait|prendraient) (?:(?:\w+ )?en charge|"
        r"(?:[^.;:]{0,40} )?a (?:sa|leur) charge)\b",
        r"s'engage(?:nt)? a hauteur de",
        rf"(?:l'|y )*aide(?:nt)? (?:a hauteur|[^.;:]{{0,20}}{_EUROS})",
        rf"(?:a|ont) aide\b[^.;:]{{0,40}}{_EUROS}",
        r"(?:premiere?|principa\w+) (?:co)?financeu\w+",
        r"poursui\w+ (?:le versement|(?:son|leur) (?:soutien financier|aide|financement))",
        r"s'engage(?:nt)? a poursuivre (?:son|leur) (?:soutien financier|aide|financement)",
        r"partage(?:nt)?\b[^.;:]{0,30}? (?:le reste|la charge|le cout)",
        r"(?:en )?assure(?:nt)? (?:le|son|leur) (?:co)?financement",
        r"complete(?:nt)? par une? (?:aide|subvention|participation|financement)",
        r"se partage(?:nt)? (?:le (?:reste|solde)|la charge)",
        r"(?:a|ont)\b[^.;:]{0,20}? (?:paye|offert)\b",
        rf"met(?:tent)?\b[^.;:]{{0,20}}?{_EUROS}",
        r"mobilise(?:nt|ra|ront)?\b[^.;]{0,80}?\b(?:enveloppe|(?:ses|leurs) credits)",
        r"interv(?:ient|iendra|iennent|iendront) sur (?:ses|leurs) (?:fonds|credits)",
        r"(?:apporte|apportera|apportent)\w* (?:un |une |son |sa |leur )?(?:soutien|concours|"
        r"contribution|participation|appui|aide)s? financi\w+",
        r"(?:verse|versera|versent|alloue|allouera|attribue|attribuera|accorde)\w*\b (?:a |au |"
        r"aux |une |un |la |le |les |des |l'|chaque )",
        r"(?:paie|paye|payent|paient|apporte|apportent|prend|prennent) (?:la moitie|(?:un|le) "
        r"(?:tiers|quart)|\d+ ?%)",
        r"apporte(?:nt)? (?:des |ses |leurs )?moyens financiers",
        r"(?:a|ont) notifie\b[^.;:]{0,30}?(?:aide|subvention|financement)",
        r"(?:a|ont|avait|avaient) (?:aide (?:au|le)|soutenu le) demarrage",
        rf"(?:apporte|ajout|vers|allou|attribu|accord|octro|consacr|affect|engag|mobilis|reserv|"
        rf"inscri|prev)\w*\b[^.;:]{{0,60}}?"
        rf"(?:subvention|dotation|prestations? de service|bonus|bonification|enveloppe|credits|"
        rf"{_EUROS})",
        rf"(?:contribu|particip|intervien|soutien)\w*\b[^.;:]{{0,110}}?(?:a hauteur|subvention|"
        rf"{_EUROS}|"
        r"financierement)",
        r"(?:renouvelle|maintien|reconduit|porte|augmente|confirme)\w* (?:sa|son|ses|leurs?|le|"
        r"la|les) "
        r"(?:participation|cofinancement|bonus|credits|financements?|soutien financier|"
        r"contribution|subvention|dotation|"
        r"prestation)",
        r"s'engage(?:nt)? (?:[^.;]{0,60} )?a (?:co-?)?financer\b",
        r"abonde\w*\b",
        r"(?:couvre|couvrent|couvrira|compense|compensent|compensera)\b[^.;:]{0,60}?(?:€|euros|"
        r"moitie|"
        r"tiers|quart|%|partie|dotation|salaire|poste)",
        r"(?:assure|prend|apporte|supporte)(?:nt|ra|ront)? le (?:complement|solde|reste)\b",
        r"(?:a|ont) participe a l'(?:achat|acquisition|equipement)\b",
        r"subventionne\w*",
        r"contribue\w* financierement",
        r"(?:(?:a|ont) )?participe\w* (?:financierement|au financement|au cout)",
        r"(?:a|ont) (?:(?:co-?)?finance|verse|attribue|alloue|accorde)\b",
        r"(?:en )?(?:est|sont)\b[^.;]{0,30}? (?:(?:le|la|les) )?(?:principa\w+ "
        r")?(?:co)?financeurs?",
    )
)
MONEY = re.compile(rf"{_EUROS}|\b(?:financ|subvention|dotation|budget|donat)")
"""What makes a sentence one about money."""
