"""Social landlords, by their form or by their name."""

from importers.document.finding.heads.rule import NONE, OWN, Rule

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

HOUSING: tuple[Rule, ...] = (
    (
        "BAILLEUR",
        "OPH",
        OWN,
        r"offices? (?:publics? (?:de l'habitat|d'hlm|d'habitations? a loyer modere)|de "
        r"l'habitat)|@oph|@opac|bailleurs? socia(?:l|ux)|bailleurs?|societes? "
        r"(?:anonymes? )?d'h(?:\.?l\.?m\.?|abitations?[a-z ]*)|@sa (?:d')?hlm",
    ),
    ("BAILLEUR", "Grand bailleur", NONE, "|".join(LANDLORDS)),
)
