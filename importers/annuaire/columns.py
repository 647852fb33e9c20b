"""Kinds of actor by type of local service (codes of the base's specification, V1.4)."""

KINDS = {
    **dict.fromkeys(("mairie", "mairie_com", "paris_mairie"), "COMMUNE"),
    "epci": "EPCI",
    "cg": "DEPARTEMENT",
    "cr": "REGION",
    "caf": "CAF",
    "cpam": "CPAM",
    "msa": "MSA",
    "carsat": "CARSAT",
    "ars": "ARS",
    "ars_antenne": "ARS",
    **dict.fromkeys(
        (
            *("prefecture", "sous_pref", "prefecture_region", "ddets", "ddt", "ddpp", "ddcspp"),
            *("dd_femmes", "ddpjj", "drac", "drjscs", "drihl", "drihl_ut", "drajes", "sdjes"),
            "spip",
        ),
        "ETAT",
    ),
    **dict.fromkeys(("rectorat", "inspection_academique", "cio", "crous"), "EDUCATION"),
    "mission_locale": "MISSION_LOCALE",
    **dict.fromkeys(("france_travail", "pole_emploi"), "FRANCE_TRAVAIL"),
    "maison_handicapees": "MDPH",
    "chu": "HOPITAL",
    **dict.fromkeys(("pmi", "clic", "maia"), "SERVICE"),
}
"""Every other type is OTHER: a counter, whose bearer the base does not tell."""
