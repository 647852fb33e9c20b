"""Words that say who signs the agreement of a text, on folded text."""

_BY = (
    r"(?: (?:conjointement|notamment|egalement|principalement|financierement|aussi|a la fois|"
    r"le [\d\w ]{4,25}|en [\d\w ]{4,15}))*,? (?:par|entre|avec)\b"
)
_FRAME = (
    r"(?:conventions?|contrats?|avenants?|protocoles?|chartes?|pactes?|accords?|ctg|cls|cpom|"
    r"cpo|cej|pst)"
)

FOLLOWED = "|".join(
    (
        rf"(?:(?:co)?signe|paraphe)(?:e?s?){_BY}",
        r"(?:(?:co)?signe|paraphe)e?s?\b[^.;:]{0,110}? (?:par|entre)\b",
        r"(?<!s'engage )a (?:conclure|passer|signer) avec\b",
        r"(?:partenariat|accord|document|texte|contrat|convention)\b[^.;:()]{0,60}?\b(?:lie|"
        r"unit|reunit|"
        r"engage)\b (?=l[ea' ])",
        r"(?:ont|a) signee?s?\b[^.;]{0,40}, ainsi que\b",
        r"signatures?\b[^.;]{0,60}: (?:celles? )?",
        r"(?:parapher|signer)\b[^.;:]{0,60}:",
        r"signeront\b[^.;:]{0,60}:",
        r"qu'(?:ont|a) (?:co)?signee?s?\b",
        r"(?:partenaires|institutions|acteurs)\b[^.;:]{0,20} s'y engagent ?:",
        r"porte(?:nt)? la signature (?=d[eu' ])",
        r"(?:ont|a) (?:\w+ )?(?:co)?(?:signe|paraphe)\w*\b[^.;:]{0,120}: ?",
        rf"{_FRAME}\b[^.;:()]{{0,60}}? (?:lie|lient|unit|unissent)\b(?: (?:depuis|alors|"
        rf"desormais|ainsi)(?: "
        r"[\w]+){0,4})? (?=l[ea]s? |l')",
        rf"{_FRAME}(?: (?!en |qui|dans|est|ne |sera)[\w'()/–-]+){{0,6}},? avec\b(?! (?:son|sa|ses|"
        rf"leur|un|"
        rf"une|des|l'ensemble))(?![^.;]{{3,60}} (?:est|sont) (?:a l'etude|envisage|en "
        rf"(?:discussion|"
        rf"preparation|projet)))",
        r"passe\w* (?:\w+ )?(?:contrat|convention)s? avec\b",
        r"(?:ont|a|avait|avaient) (?:\w+ )?signe\w*\b[^.;:]{0,110}? avec\b",
        r"signature (?:de |du |d')?[^.:;]{0,80}? (?:par|entre|avec)\b",
        r"(?:par|avec) la signature (?=d[eu' ])",
        r"signatures?\b[^.;:]{0,60}\bcelles? (?=d[eu' ])",
        r"conventions? (?:tri|bi|quadri|pluri)partites?\b ?(?:\(|:|avec|entre|(?=(?!qu|est|a "
        r")[a-z]))",
        r"rejoi\w+ les signataires\b[^.;:]{0,20}:?",
        rf"(?:la|cette) (?:presente )?{_FRAME}(?: \w+)?(?:, d'une duree [^,.;]{{3,90}},)? "
        rf"(?:reunit|associe|rassemble|"
        rf"engage)\b",
        rf"conclure (?:la|cette|une|le) {_FRAME}\b[^.;:]{{0,100}}? avec\b",
        rf"{_FRAME}\b[^.;:]{{0,60}}? qui (?:la |le |les |l')(?:lie|unit)(?:nt)? (?=a |au |aux )",
        rf"conclue?s?{_BY}",
        r"conclue?s?\b[^.;:]{0,110}? entre(?= (?:le|la|l'|les))",
        r"(?:ont|a) (?:co)?signe\w*\b[^.;:]{0,40}? aux cotes (?=d[eu' ])",
        rf"s'engage(?:nt)? dans (?:le|la|un|une) {_FRAME}\b[^.;]{{0,60}}? aux cotes (?=d[eu' ])",
        r"passee?s? (?:par|entre|avec)\b",
        r"etablie?s? entre",
        r"(?:contractualise\w*|conventionne\w*) avec",
        rf"engage\w* avec(?=[^.;]{{0,200}} (?:dans|par|a travers) (?:un|une|la|le|ce|cette) (?:\w+ "
        rf")?{_FRAME})",
        rf"{_FRAME}\b[^.;:()]{{0,140}}?(?:\([^)]{{1,20}}\))? entre(?= (?:le|la|l'|les|d'une "
        rf"part|: ?))",
        rf"{_FRAME}\b[^.;:()]{{0,60}}? (?:liant|unissant|associant)\b",
        r"(?<!sans etre )(?<!sans en etre )(?:co-?)?signataires?(?: (?:du|de la|des|de l'|sont|"
        r"en sont|suivants?|:|[a-z]+)){0,5} "
        r"?(?:sont|:|"
        r",? a savoir|suivants? ?:?)",
        r"(?:deux|trois|quatre|cinq|six|sept|huit|\d+) parties ?:",
        r"parties (?:prenantes |signataires )?(?:sont|a la (?:convention|presente)[^.:]{0,20}):?",
        rf"sign(?:er|ant|e|ent) (?:(?:la|le|l'|une?|sa|son|cette|ce) )?(?:presente? "
        rf")?{_FRAME}\b[^.;:]{{0,80}}? avec\b",
    )
)
PRECEDED = "|".join(
    (
        r"(?:a|ont) adhere\w*\b[^.;]{0,20} par avenant",
        r"(?:ont|a|avaient|avait)(?: \w+)?,? (?:co-?)?(?:signe|ratifie|paraphe)(?:e?s?)?\b",
        r"(?:a|ont) appose\w*(?:,? (?:le |ce )?(?:[a-z]+di )?\d{1,2}(?:er)? [a-z]+(?: \d{4})?,?)? "
        r"(?:sa|leurs?) signatures?",
        r"(?:a|ont) officialise\b",
        r"signe(?:nt|ra|ront|raient)\b",
        rf"(?:est|sont) (?:\w+ )?liee?s? par (?:un|une|la|le|leur) (?:\w+ )?{_FRAME}",
        r"vien(?:nen)?t (?:(?:a leur tour|a son tour|aussi|egalement) )?de signer\b",
        r"(?:avai(?:en)?t|a|ont) rendez-vous\b[^.;]{0,60}? pour signer",
        r"signai(?:en)?t\b",
        r"signe(?= (?:un|une|sa|son|le|la)\b)",
        r"(?:est|sont)(?: (?!pas|plus|jamais)\w+)? (?:les )?(?:co)?signataires?",
        rf"(?:est|sont) parties? (?:a la|au|a ce|a cette) {_FRAME}",
        r"(?:compte(?:nt)?|figure(?:nt)?|fait|font)\b[^.;]{0,30}? (?:parmi les|partie des) "
        r"signataires",
        rf"(?:(?:s'est|se sont|s'etait) engage\w*|s'engage(?:nt)?) (?:avec "
        rf"[^.]{{0,200}})?(?:dans|par) (?:un|une|la|le|ce|cette) (?:\w+ )?{_FRAME}",
        r"(?:a|ont) (?:conclu|renouvele|contractualise)\b",
        r"(?:poursuiv|renforc|prolong|renouvel)\w* (?:ainsi )?leur (?:partenariat|cooperation|"
        r"engagement)",
        r"contractualise(?:nt)?\b",
        rf"(?:sont|est)(?: \w+)? engagee?s? dans (?:un|une|la|le) (?:\w+ )?{_FRAME}",
        r"(?<!les )(?<!des )(?<!autres )signataires?\b",
    )
)
