"""Words that say who takes part, on folded text."""

FOLLOWED = "|".join(
    (
        r"(?:en|dans le cadre d'un) (?:etroit )?(?:partenariat|collaboration|cooperation|lien|"
        r"concertation|association|coordination|articulation)(?: (?:etroite?|direct\w*|"
        r"renforce\w*|constant\w*))? avec\b",
        r"avec (?:la participation|le concours|l'appui|le soutien|l'aide|la collaboration|la "
        r"contribution|l'intervention|l'ensemble)(?: (?:actif|active|technique|de))* (?=d[eu' ])",
        r"aux cotes (?=d[eu' ])",
        r"conjointement avec",
        r"partenariat (?:entre|avec)\b",
        r"(?:principaux |autres )?partenaires?(?: [a-z]+){0,3} ?(?::|sont|tels? que|comme|\()",
        r"(?:accompagnee?s?|assuree?s?|organisee?s?|realisee?s?) par\b",
        r"(?:reuni(?:t|ssent)?|rassemble(?:nt)?|regroupe(?:nt)?|associe(?:nt)?|composee?s? "
        r"(?=d[eu' ])|associant|regroupant|reunissant|constituee?s? (?=d[eu' ])|impliquant|"
        r"mobilisant|mobilise(?:nt)?|entre)\b",
        r"participent\b ?:?",
        r"membres? ?:",
        r"ont participe\b ?:?",
        r"soutenue?s? par",
        r"represent\w+ (?=d[eu' ])",
        r"avec\b",
    )
)
PRECEDED = "|".join(
    (
        r"(?:est|sont|sera|seront)(?: \w+)? (?:associee?s?|partenaires?|impliquee?s?|mobilisee?s?|"
        r"chargee?s? (?:de|du|d'))\b",
        r"(?:interv|tien|particip|accompagn|orient|contribu|accueill|relaye|repere)\w*(?:nent|ent|t|e)\b",
        r"(?:met|mettent) a disposition",
        r"apporte(?:nt)?\b",
    )
)
