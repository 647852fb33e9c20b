"""Words that say what an actor does, on folded text: those it follows, and those it precedes."""

import re
from typing import NamedTuple


class Cue(NamedTuple):
    """A role, and the words that give it to the actors after (or before) them."""

    role: str
    pattern: re.Pattern[str]


_BY = (
    r"(?: (?:conjointement|notamment|egalement|principalement|financierement|aussi|a la fois|"
    r"le [\d\w ]{4,25}))*,? (?:par|entre|avec)\b"
)
_FRAME = (
    r"(?:conventions?|contrats?|avenants?|protocoles?|chartes?|pactes?|accords?|ctg|cls|cpom|"
    r"cpo|cej|pst)"
)

FOLLOWED: tuple[Cue, ...] = tuple(
    Cue(role, re.compile(rf"\b(?:{rule})"))
    for role, rule in (
        (
            "SIGNATORY",
            rf"(?:co)?signe(?:e?s?){_BY}|{_FRAME}(?: (?!en |qui|dans|est|ne "
            rf")[a-z']+){{0,4}},? avec\b(?! (?:son|sa|ses|leur|un|une|des|l'ensemble))|"
            rf"passe\w* (?:\w+ )?(?:contrat|convention)s? avec\b|(?:ont|a|avait|avaient) (?:\w+ "
            rf")?signe\w*\b[^.;:]{{0,110}}? avec\b|"
            rf"signature (?:de |du |d')?[^.:;]{{0,80}}? (?:par|"
            rf"entre|avec)\b|conclue?s?{_BY}|passee?s? (?:par|entre|avec)\b|etablie?s? "
            rf"entre|"
            rf"(?:contractualise\w*|conventionne\w*) avec|engage\w* avec(?=[^.;]{{0,200}} "
            rf"(?:dans|par|a travers) "
            rf"(?:un|une|la|le|ce|cette) (?:\w+ )?{_FRAME})|{_FRAME}\b[^.;:()]{{0,140}}? "
            rf"entre(?= (?:le|la|l'|"
            rf"les|d'une part|: ?))|{_FRAME}\b[^.;:()]{{0,60}}? (?:liant|unissant|"
            rf"associant)\b|"
            r"signataires?(?: (?:du|de la|des|de l'|sont|en sont|suivants?|:|"
            r"[a-z]+)){0,5} ?(?:sont|:|,? a savoir|suivants? ?:?)|"
            r"parties (?:prenantes |signataires )?(?:sont|a la (?:convention|"
            r"presente)[^.:]{0,20}):?|"
            rf"sign(?:er|ant|e|ent) (?:(?:la|le|l'|une?|sa|son|cette|ce) )?(?:presente? "
            rf")?{_FRAME}\b[^.;:]{{0,80}}? avec\b",
        ),
        (
            "LEAD",
            r"(?:co-?)?(?:geree?s?|portee?s?|pilotee?s?|copilotee?s?|animee?s?|coordonnee?s?|"
            r"conduite?s?|initiee?s?|menee?s?|impulsee?s?|engagee?s?)(?: "
            r"(?:conjointement|notamment|egalement))* par\b|"
            r"sous (?:l'egide|le (?:co-?)?pilotage|la (?:co-?)?(?:responsabilite|"
            r"conduite|coordination|maitrise d'ouvrage|direction)|l'impulsion|"
            r"l'autorite)(?: conjointe?| partage\w*)? (?=d[eu' ])|"
            r"a l'initiative (?=d[eu' ])|(?:co-?)?pilotes? (?::|est|sont)|porteurs? "
            r"(?:du projet |de l'action )?(?::|est|sont)|(?:mis|mise)s? en (?:place|"
            r"oeuvre) par\b",
        ),
        (
            "FUNDER",
            r"(?:co-?)?financee?s?(?: (?:conjointement|notamment|egalement|en partie|a "
            r"hauteur de [\d %€]+|a \d+ ?%|integralement|principalement))* par\b|"
            r"financements? (?:conjoints? |croises? |publics? )?(?=(?:de|du|d'|des) )|"
            r"(?:soutien|concours|appui|aide|participation|contribution)s? financi\w+ "
            r"(?=d[eu' ])|subventionnee?s? par|subventions? (?:\w+ ){0,3}(?=(?:de|du|d') "
            r"?(?:la|l'|le)?)|cofinancements? (?=d[eu' ])|"
            r"contributions? respectives? (?=d[eu' ])|(?:co-?)?financeurs?(?: (?:du|de "
            r"la|de l'|des) [^.:;(]{3,40})? ?(?::|\(|sont|"
            r"est)|credits (?=d[eu' ])|soutenue?s? financierement par|dotations? "
            r"(?=d[eu' ])",
        ),
        (
            "PARTNER",
            r"(?:en|dans le cadre d'un) (?:etroit )?(?:partenariat|collaboration|"
            r"cooperation|lien|concertation|association|coordination|articulation)(?: "
            r"(?:etroite?|direct\w*|renforce\w*|constant\w*))? avec\b|"
            r"avec (?:la participation|le concours|l'appui|le soutien|l'aide|la "
            r"collaboration|la contribution|l'intervention|l'ensemble)(?: (?:actif|"
            r"active|technique|de))* (?=d[eu' ])|"
            r"aux cotes (?=d[eu' ])|conjointement avec|partenariat (?:entre|avec)\b|"
            r"(?:principaux |autres "
            r")?partenaires?(?: [a-z]+){0,3} ?(?::|sont|tels? que|comme|\()|"
            r"accompagnee?s? par|"
            r"(?:reuni(?:t|ssent)?|rassemble(?:nt)?|regroupe(?:nt)?|associe(?:nt)?|"
            r"composee?s? (?=d[eu' ])|associant|regroupant|reunissant|constituee?s? "
            r"(?=d[eu' ])|impliquant|mobilisant|mobilise(?:nt)?|entre)\b|"
            r"participent\b ?:?|membres? ?:|ont participe\b ?:?|soutenue?s? par|"
            r"represent\w+ (?=d[eu' ])|avec\b",
        ),
    )
)

_VERB_GAP = (
    r"(?:[ ,]*(?:et ses partenaires|qui|y|en|ne|se|s'|l'|la|le|les|leur|lui|egalement|"
    r"conjointement|aussi|donc|"
    r"ainsi|ensemble|\([^)]{0,40}\)))*[ ,]*"
)
PRECEDED: tuple[Cue, ...] = tuple(
    Cue(role, re.compile(rf"{_VERB_GAP}\b(?:{rule})"))
    for role, rule in (
        (
            "SIGNATORY",
            rf"(?:ont|a|avaient|avait)(?: \w+)?,? (?:co-?)?(?:signe|ratifie)(?:e?s?)?\b|signent\b|"
            rf"signai(?:en)?t\b|signe (?:un|une|sa|son|le|la)\b|(?:est|sont)(?: \w+)? "
            rf"(?:les )?(?:co)?signataires?|"
            rf"(?:(?:s'est|se sont|s'etait) engage\w*|s'engagent?) (?:avec "
            rf"[^.]{{0,200}})?(?:dans|par) (?:un|une|la|le|ce|cette) (?:\w+ )?{_FRAME}|"
            rf"(?:a|ont) (?:conclu|renouvele|contractualise)\b|contractualise(?:nt)?\b|"
            rf"signataires?\b",
        ),
        (
            "LEAD",
            r"(?:co-?)?(?:pilote(?:nt)?|porte(?:nt)?|coordonne(?:nt)?|"
            r"copilote(?:nt)?)\b(?! (?:sur|a la connaissance|atteinte))|(?:assure(?:nt)?|"
            r"assurera) (?:la|le|l')(?: ?\w+)? ?(?:pilotage|coordination|portage|"
            r"animation|maitrise d'ouvrage|copilotage)|"
            r"(?:est|sont|sera) (?:(?:le|la|les) |l')?(?:porteu\w+|pilotes?|operat\w+|"
            r"chefs? de file|maitres? d'ouvrage|co-?pilotes?)|(?:a|ont)(?: \w+){0,2} "
            r"(?:initie|porte|lance|impulse|cree|mis en (?:place|oeuvre)|engage|"
            r"developpe)\b|"
            r"s'engage,? (?:[^.;]{0,60}, )?a (?:mettre en oeuvre|realiser) "
            r"(?:le|la|les|son|ses) "
            r"(?:projets?|programmes?|actions?)|"
            r"(?:met|mettent) en (?:place|oeuvre)|(?:a|ont) (?:fait le choix|decide|"
            r"souhaite|choisi) de|(?:anime|animent)\b|propose chaque",
        ),
        (
            "FUNDER",
            r"(?:co-?)?finance(?:nt|ra|ront)?\b|"
            r"mobilise(?:nt|ra|ront)?\b[^.;]{0,80}?\b(?:enveloppe|(?:ses|leurs) credits)|"
            r"interv(?:ient|iendra|iennent|iendront) sur (?:ses|leurs) (?:fonds|credits)|"
            r"(?:apporte|apportera|apportent)\w* (?:un "
            r"|une |son |sa |leur )?(?:soutien|concours|contribution|participation|appui|"
            r"aide)s? financi\w+|"
            r"(?:verse|versera|versent|alloue|allouera|attribue|attribuera|accorde)\w*\b "
            r"(?:a |au |aux |une |un |la |le )|subventionne\w*|contribue\w* "
            r"financierement|participe\w* (?:financierement|au financement)|"
            r"(?:a|ont) (?:(?:co-?)?finance|verse|attribue|alloue|accorde)\b|(?:est|"
            r"sont) (?:co)?financeurs?",
        ),
    )
)

CHAIN = re.compile(r"(?:,|;|:|\bet\b|\bainsi que\b|\bou\b|\bavec\b|/|\(|-|–|\bpar\b|\bdont\b)")
BREAK = re.compile(
    r"[.!?](?:\s|$)|\b(?:qui|afin|pour (?:la|le|un|une|que|des|les)|est|sont|ont|a ete|a "
    r"pour|permet\w*|vise\w*|s'engage\w*|sur (?:le|la|les)|dans (?:le|la|les|un|une)|"
    r"lors|au sein|situee?s?|"
    r"peut|doit|sera|seront|pourra\w*|propose\w*|porte|pilote|assure\w*|apporte\w*|"
    r"finance\w*|est)\b"
)
