"""Words that say who leads, on folded text."""

FOLLOWED = "|".join(
    (
        r"(?:co-?)?(?:geree?s?|portee?s?|pilotee?s?|copilotee?s?|animee?s?|coordonnee?s?|"
        r"conduite?s?|initiee?s?|menee?s?|impulsee?s?|engagee?s?)(?: (?:conjointement|notamment|"
        r"egalement))* par\b(?! (?:ses|leurs|les|des) (?:habitant|adherent|benevole|usager)s)",
        r"sous (?:l'egide|le (?:co-?)?pilotage|la (?:co-?)?(?:responsabilite|conduite|"
        r"coordination|maitrise d'ouvrage|direction)|l'impulsion|l'autorite)(?: conjointe?| "
        r"partage\w*)? (?=d[eu' ])",
        r"a l'initiative (?=d[eu' ])",
        r"(?:co-?)?pilotes? (?::|est|sont)",
        r"porteurs? (?:du projet |de l'action )?(?::|est|sont)",
        r"(?:mis|mise)s? en (?:place|oeuvre) par\b",
        r"(?:structures?|acteurs?|institutions?|partenaires?|collectivites?)\b[^.;:]{0,20}? "
        r"(?:le |la |les |l')?(?:portent|pilotent|animent|coordonnent|mettent en oeuvre) ?: ",
        r"(?:batie?|construite?|elaboree?)s? (?:en commun|ensemble|conjointement) par\b",
        r"port(?:e|ent) (?:ensemble |aussi )?(?:cet|ce|cette|le|la) \w+ avec (?=l)",
        r"lancee?s? par\b",
        r"\b(?:elle|la conference des financeurs) est presidee par (?=l[ea] "
        r"president)",
        r"(?<!etude )(?<!diagnostic )(?<!evaluation )(?:est|sont|sera|seront) confiee?s? (?:a|"
        r"au|aux)\b",
        r"(?:est|sont) tenue?s? par\b(?! les benevoles)",
        r"que (?:co-?)?(?:pilote|porte|anime|coordonne|gere)(?:nt)? (?=l[ea' ])",
        r"(?:pilotage|coordination|portage|animation|mise en oeuvre|gestion)\b[^.;:]{0,50}? "
        r"(?:confiee?s? (?:a|au|aux)|revien\w+ (?:a|au|aux)|incomb\w+ (?:a|au|aux)|assuree?s? "
        r"par)\b",
        r"(?:chantier|axe|action|animation|mission|volet|programme|accueil|service|dispositif|"
        r"permanence|atelier|structure|travaux)s?\b[^.;:]{0,60}? confiee?s? "
        r"(?:a|au|aux)\b",
        r"(?:chefs?|cheffes?) de file (?::|est|sont)",
    )
)
PRECEDED = "|".join(
    (
        r"(?:co-?)?(?:pilote|porte|coordonne|copilote)(?:nt|ra|ront)?\b(?! (?:garant|sur|a "
        r"la connaissance|atteinte))",
        r"(?:assure(?:nt)?|assurera)(?: \w+ment)? (?:la|le|l')(?: ?\w+)? ?(?:pilotage|"
        r"coordination|portage|"
        r"animation|maitrise d'ouvrage|copilotage|gestion)",
        r"(?:est|sont|sera) (?:(?:le|la|les) |l')?(?:porteu\w+|pilotes?|operat\w+|cheff?e?s? "
        r"de file|"
        r"maitres? d'ouvrage|co-?pilotes?)",
        r"(?:a|ont)(?: \w+){0,2} (?:initie|porte|lance|impulse|cree|mis en (?:place|oeuvre)|"
        r"engage|developpe)\b",
        r"s'engage,? (?:[^.;]{0,60}, )?a (?:mettre en oeuvre|realiser) (?:le|la|les|son|ses) "
        r"(?:projets?|programmes?|actions?)",
        r"(?:met|mettent) en (?:place|oeuvre)",
        r"(?:cree|creent|lance|lancent)\b,? (?:ensemble |en partenariat [^,]{3,40}, )?(?:un|"
        r"une|le|la|l')",
        r"s(?:e sont|'est) associee?s? pour (?:ouvrir|creer|lancer|mettre)",
        r"(?:a|ont) (?:fait le choix|decide|souhaite|choisi) (?:de\b|d'(?:ouvrir|"
        r"organiser|engager|elaborer)\b)",
        r"anime(?:nt|ra|ront)?\b",
        r"(?:conduit|conduisent|conduira|conduiront|mene|menent|menera|meneront) (?:l[ea]s? |"
        r"l'|des |une? )",
        r"(?:est|sont|a ete)(?: \w+)? designee?s? (?:comme )?(?:coordonna\w+|coordinat\w+|"
        r"cheff?e?s? de file|porteu\w+|pilotes?)",
        r"(?:a|ont) pris l'initiative",
    )
)
OF_PAGES = "|".join(
    (
        r"gere(?:nt)?\b(?! (?:les|ses) (?:inscriptions|demandes))",
        r"(?:vous|les) (?:accompagne|propose|accueille|informe|aide|oriente)(?:nt)?\b",
        r"(?:propose|organise)(?:nt)? (?:des|un|une|differente?s?|plusieurs|chaque|aux|a)\b",
    )
)
"""What runs a service, on the page that presents it."""
