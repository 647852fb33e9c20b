"""Actors whose names begin with no word of an institution, where a text says that they are."""

import pytest

from tests.importers.document.finding.answers import actors, names, who

PAGE = "L'accueil des familles à Vire\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Partenaires : Tremplin Bocage, Relais Nature", ["Tremplin Bocage", "Relais Nature"]),
        ("Les associations : Tremplin, Horizons.", ["Tremplin", "Horizons"]),
        ("Partenaires :\n- Tremplin Bocage\n- UFCV", ["Tremplin Bocage", "UFCV"]),
        (
            "Citons quelques associations :\n• Tremplin Bocage\n• Relais Nature",
            ["Tremplin Bocage", "Relais Nature"],
        ),
        ("Partenaires : Marcheurs du bocage 14, UFCV", ["Marcheurs du bocage 14", "UFCV"]),
    ],
)
def test_a_list_of_partners_names_actors(text: str, expected: list[str]) -> None:
    assert names(PAGE + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Partenaires : habitants, professionnels, élus, écoles",
        "Partenaires : RSA, QPV, ETP",
        "Partenaires : à définir",
        "Lieux : Tremplin Bocage, Relais Nature",
        "Partenaires : TOUS LES SERVICES",
    ],
)
def test_common_words_in_a_list_name_nobody(text: str) -> None:
    assert names(PAGE + text) == []


def test_names_under_a_heading_of_landlords_are_landlords() -> None:
    text = "Bailleurs sociaux\n\nLogis du Bocage\nToits de Vire\n\nLes visites ont lieu le lundi.\n"
    assert actors(PAGE + text) == [("Logis du Bocage", "BAILLEUR"), ("Toits de Vire", "BAILLEUR")]


def test_one_line_under_a_heading_is_no_list() -> None:
    text = "Partenaires associatifs\n\nLes visites ont lieu le lundi matin, sur rendez-vous pris.\n"
    assert names(PAGE + text) == []


@pytest.mark.parametrize(
    "name", ["Bocage Habitat", "Val de Vire Habitat", "Le Toit familial (SA d'HLM)", "Logis (OPH)"]
)
def test_a_landlord_is_known_by_its_last_word_or_its_form(name: str) -> None:
    shown = name.partition(" (")[0].removeprefix("Le ")
    assert [
        (each.removeprefix("Le "), kind) for each, kind in actors(f"{PAGE}Sont venus {name}.")
    ] == [(shown, "BAILLEUR")]


@pytest.mark.parametrize(
    "sentence",
    ["Le Programme Habitat est public.", "Une Maison Habitat Jeunes ouvre.", "L'habitat est cher."],
)
def test_housing_as_a_subject_is_no_landlord(sentence: str) -> None:
    assert "BAILLEUR" not in {kind for _, kind in actors(PAGE + sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "L'accueil est porté par Tremplin Bocage.",
        "L'accueil est financé par l'UFCV.",
        "La charte est signée avec Tremplin Bocage.",
    ],
)
def test_a_name_right_after_a_cue_is_an_actor(sentence: str) -> None:
    assert names(PAGE + sentence)[0] in ("Tremplin Bocage", "UFCV")


@pytest.mark.parametrize(
    "sentence",
    [
        "L'accueil est porté par une animatrice.",
        "L'accueil est financé par Vire.",
        "L'accueil est porté par Directrice Centre.",
    ],
)
def test_a_place_or_a_function_after_a_cue_is_none(sentence: str) -> None:
    assert names(PAGE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["La réunion a lieu avec le CEMEA.", "La CAF du Calvados et l'UFCV se réunissent."],
)
def test_an_acronym_that_stands_as_an_actor_is_one(sentence: str) -> None:
    assert names(PAGE + sentence)[-1] in ("CEMEA", "UFCV")


@pytest.mark.parametrize("letters", ["RSA", "PLU", "BAFA", "RGPD"])
def test_an_acronym_of_a_thing_is_no_actor(letters: str) -> None:
    assert names(f"{PAGE}La réunion a lieu avec le {letters}.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Lorient Agglomération",
        "Grand Cahors",
        "Bocage Métropole",
        "Bocage communauté",
    ],
)
def test_an_intercommunality_may_say_no_form(name: str) -> None:
    assert (name, "EPCI") in actors(f"{PAGE}La réunion a lieu avec {name}.")


def test_a_pays_acts_when_it_is_the_one() -> None:
    """*En Pays Voironnais* says where; *le Pays Voironnais* says who."""
    assert ("Pays Voironnais", "EPCI") in actors(
        f"{PAGE}La CAF et le Pays Voironnais se réunissent."
    )
    assert names(f"{PAGE}La santé en Pays Voironnais.") == []
    assert names(f"{PAGE}Une réunion dans le Pays de la Loire.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Les communes signataires de la charte : Vire, Cahors et Lorient.",
        "Ont signé la charte les communes suivantes :\n- Vire\n- Cahors\n- Lorient",
    ],
)
def test_communes_of_a_list_that_acts_are_actors(text: str) -> None:
    assert [kind for _, kind in actors(PAGE + text)] == ["COMMUNE"] * 3


def test_communes_of_a_list_that_does_not_act_are_a_territory() -> None:
    assert names(f"{PAGE}Le secteur comprend les communes de : Vire, Cahors et Lorient.") == []


def test_a_commune_among_the_parties_is_told_by_its_mayor() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nVire, représentée par son maire,\nEt\nLa CAF du "
        "Calvados, représentée par sa directrice,\n\nArticle 1 : objet\nL'accueil."
    )
    assert who("SIGNATORY", text) == ["Vire", "CAF du Calvados"]


def test_a_commune_named_again_beside_an_amount_funds() -> None:
    text = "La Ville de Vire ouvre un accueil. Budget : Vire 4 000 €."
    assert who("FUNDER", PAGE + text) == ["Ville de Vire"]


def test_a_party_keeps_its_whole_name() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nL'association Horizons pour le partage du bocage, "
        "représentée par sa présidente,\nEt\nLa Ville de Vire, représentée par son maire,\n\n"
        "Article 1 : objet\nL'accueil."
    )
    assert who("SIGNATORY", text) == [
        "association Horizons pour le partage du bocage",
        "Ville de Vire",
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("maison des familles de Vire", "OTHER"),
        ("maison de l'habitat de Vire", "OTHER"),
        ("maison de la parentalité de Vire", "OTHER"),
        ("maison sport-santé de Vire", "OTHER"),
        ("maison de quartier des Ormes", "CENTRE_SOCIAL"),
        ("maison de retraite Les Ormes", "OTHER"),
    ],
)
def test_houses_are_actors_of_their_kind(name: str, kind: str) -> None:
    assert (name, kind) in actors(f"{PAGE}La réunion a lieu à la {name}.")
