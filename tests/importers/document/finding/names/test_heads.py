"""Institutions known by the words that begin their names, each with its kind."""

import pytest

from tests.importers.document.finding.answers import actors, names

PAGE = "L'accueil des familles à Vire\n\n"

KINDS = {
    "CAF": ("CAF du Calvados", "Caisse d'allocations familiales du Calvados", "CAF 14"),
    "CPAM": ("CPAM du Calvados", "caisse primaire d'assurance maladie du Calvados"),
    "MSA": ("MSA Côtes Normandes", "Mutualité sociale agricole de la Corrèze"),
    "CARSAT": ("CARSAT Normandie", "Caisse d'assurance retraite et de la santé au travail"),
    "CCAS": ("CCAS de Vire", "centre communal d'action sociale de Vire"),
    "CIAS": ("CIAS de Vire", "centre intercommunal d'action sociale de Vire"),
    "ARS": ("ARS Normandie", "Agence régionale de santé Normandie", "Agence de santé de Mayotte"),
    "HOPITAL": (
        "centre hospitalier de Vire",
        "CHU de Caen",
        "GHT du Calvados",
        "EPSM de Caen",
        "hôpital de Bourges",
        "clinique Les Ormes",
    ),
    "MDPH": ("MDPH du Calvados", "maison départementale des personnes handicapées de l'Orne"),
    "DEPARTEMENT": ("Département du Calvados", "Conseil départemental de l'Orne", "CD14"),
    "REGION": ("Conseil régional de Normandie", "Région Normandie"),
    "SERVICE": (
        "PMI du Calvados",
        "Maison départementale des solidarités de Vire",
        "service social départemental du Cher",
        "CRIP du Cher",
        "aide sociale à l'enfance du Cher",
        "Direction de la Petite Enfance",
        "Observatoire local de la Santé",
    ),
    "EDUCATION": (
        "DSDEN du Calvados",
        "rectorat de Normandie",
        "académie de Caen",
        "collège Jean Moulin",
        "lycée agricole Les Ormes",
        "école La Fontaine",
    ),
    "MISSION_LOCALE": ("mission locale du Bessin", "Mission Locale Caen la Mer"),
    "FRANCE_TRAVAIL": ("France Travail Normandie", "Pôle emploi"),
    "EPCI": ("Communauté de communes du Bocage", "Communauté d'agglomération Bourges Plus"),
    "EPT": ("Établissement public territorial Plaine Commune",),
    "BAILLEUR": ("Office public de l'habitat du Calvados", "Inolya", "CDC Habitat"),
    "CENTRE_SOCIAL": ("centre social Les Ormes", "espace de vie sociale Le Préau"),
    "ASSOCIATION": (
        "association Horizons",
        "association « Les Mains vertes »",
        "UDAF du Calvados",
        "CIDFF du Calvados",
        "ADIL du Calvados",
        "MJC de Vire",
        "Secours populaire",
        "Restos du cœur",
        "Croix-Rouge française",
        "fédération Horizons",
        "Mutualité française",
        "association des maires du Cher",
        "office municipal des sports de Vire",
        "école des parents du Cher",
        "Ligue de l'enseignement",
        "FCPE",
        "ACEPP",
        "AGIRC-ARRCO",
    ),
    "ETAT": (
        "DDETS du Calvados",
        "préfecture du Calvados",
        "sous-préfecture de Vire",
        "DRAC Normandie",
        "SPIP du Calvados",
        "PJJ du Calvados",
        "services de l'État",
        "ministère de la Santé",
        "commissariat de Vire",
        "DREETS Normandie",
        "DDCS du Cher",
        "DRAJES Normandie",
        "DRIHL",
        "direction départementale des territoires du Cher",
        "Agence nationale de la cohésion des territoires",
        "Agence nationale pour la rénovation urbaine",
        "Agence nationale de l'habitat",
        "MILDECA",
        "groupement de gendarmerie du Cher",
        "Police nationale",
        "tribunal judiciaire de Caen",
        "procureur de la République de Caen",
    ),
    "COMMUNE": (
        "Ville de Vire",
        "commune nouvelle de Vire",
        "commune de Cahors",
        "mairie de Bourges",
        "maire de Lorient",
    ),
    "ENTREPRISE": ("EDF", "société Horizons", "SCIC Le Préau"),
    "OTHER": (
        "CPTS du Bocage",
        "CNAF",
        "CNAV",
        "DAC du Cher",
        "CLIC de Vire",
        "IREPS Normandie",
        "URPS Normandie",
        "CMP de Vire",
        "barreau de Caen",
        "caisse des écoles de Vire",
        "maison de l'emploi de Vire",
        "syndicat mixte du Bocage",
        "parc naturel régional du Perche",
        "pôle ressources handicap du Cher",
        "union départementale des Retraités",
        "Agence d'urbanisme de Caen",
        "INSEE",
        "maison de santé de Vire",
        "CSAPA de Vire",
        "ORS Normandie",
        "conseil départemental de l'ordre des médecins",
        "Chambre d'agriculture du Calvados",
        "CDAD du Calvados",
        "maison de justice et du droit de Vire",
        "SIAO du Calvados",
        "GIP Horizons",
        "médiathèque Les Ormes",
        "SDIS du Calvados",
        "Banque des territoires",
        "Défenseur des droits",
        "Cap emploi",
        "maison des adolescents du Calvados",
        "conférence des financeurs du Cher",
        "Union européenne",
    ),
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, each in KINDS.items() for name in each]
)
def test_an_institution_is_known_by_the_words_that_begin_its_name(kind: str, name: str) -> None:
    assert (name, kind) in actors(f"{PAGE}Une réunion a eu lieu avec : {name}.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Les familles du département sont reçues.",
        "Les habitants de la commune sont reçus.",
        "L'état civil est ouvert le samedi.",
        "L'état des lieux est fait.",
        "La région est rurale.",
        "Il boit un caf et un verre de ram.",
        "Le service est rendu au public.",
        "Les communes limitrophes sont invitées.",
        "Le contrat de ville est signé.",
        "Les associations et les bailleurs sont invités.",
        "Un centre social et une école se trouvent au quartier.",
        "L'ancien maire de Vire est venu.",
        "Le pacte a trois axes.",
    ],
)
def test_common_words_name_no_actor(sentence: str) -> None:
    assert names(PAGE + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Les communes de Vire, Cahors et Lorient y participent.",
            ["communes de Vire", "Cahors", "Lorient"],
        ),
        (
            "Les CAF du Calvados et de l'Orne y participent.",
            ["CAF du Calvados", "l'Orne"],
        ),
        (
            "Les collèges Jean Moulin, Anne Frank et Val de Vire y participent.",
            ["collèges Jean Moulin", "Anne Frank", "Val de Vire"],
        ),
    ],
)
def test_a_plural_head_names_each_of_those_after_it(sentence: str, expected: list[str]) -> None:
    assert len(names(PAGE + sentence)) == len(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("L'association Horizons et jeunesse 14 est venue.", "association Horizons"),
        ("La MSA Beauce Cœur de Loire est venue.", "MSA Beauce Cœur de Loire"),
        ("Le CCAS du Mans est venu.", "CCAS du Mans"),
        ("La Ville de La Rochelle est venue.", "Ville de La Rochelle"),
        ("Le Département du Val-d'Oise est venu.", "Département du Val-d'Oise"),
        ("La CAF des Hauts-de-Seine est venue.", "CAF des Hauts-de-Seine"),
        ("La Ville de Saint-Denis est venue.", "Ville de Saint-Denis"),
        ("L'association pour l'accueil des Roms est venue.", "association pour l'accueil des Roms"),
    ],
)
def test_a_name_goes_on_as_far_as_its_words_do(sentence: str, expected: str) -> None:
    assert names(PAGE + sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "La caisse d'allocations familiales (CAF) de l'Orne reçoit.",
            ["caisse d'allocations familiales (CAF) de l'Orne"],
        ),
        ("Dépenses : 86 000 € dont CAF 20 000 €", ["CAF"]),
        ("Le centre social du quartier de la Planche reçoit.", ["centre social du quartier"]),
        (
            "La mission locale du Bocage et France Travail reçoivent.",
            ["mission locale du Bocage", "France Travail"],
        ),
        (
            "L'union des syndicats de l'immobilier (USI) reçoit.",
            ["union des syndicats de l'immobilier"],
        ),
        ("L'association Centre social du Parc reçoit.", ["Centre social du Parc"]),
        ("Ils partagent une culture commune.", []),
        ("L'État (préfecture de l'Orne) reçoit.", ["État"]),
    ],
)
def test_where_a_name_goes_on_and_where_it_ends(sentence: str, expected: list[str]) -> None:
    assert [
        name[: len(short)] for name, short in zip(names(PAGE + sentence), expected, strict=True)
    ] == (expected)
