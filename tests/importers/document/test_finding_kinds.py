"""Kinds of texts: labels within a line, amounts beside a name, effects at a signature."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.test_finding import dates, roles


def test_labels_within_a_line_say_the_role_of_what_follows() -> None:
    read = said(
        "Contrat local de santé du Pays de Vire\n\nAxe 1 – Accès aux soins\n"
        "1.1 Accueillir les internes (pilote : Ville de Vire ; partenaires : CPAM du Calvados)\n"
        "1.2 Repérer la fragilité. Pilote : CIAS de Vire. Partenaires : Marcheurs du bocage 14."
    )
    found = roles(read.reading)
    assert found["Ville de Vire"] == ("LEAD",)
    assert found["CPAM du Calvados"] == ("PARTNER",)
    assert found["CIAS de Vire"] == ("LEAD",)
    assert found["Marcheurs du bocage 14"] == ("PARTNER",)


def test_who_stands_beside_an_amount_funds_and_who_receives_it_does_not() -> None:
    read = said(
        "Contrat de ville de Vire\n\nMoyens\n"
        "Ville de Vire          30 000 euros\nCAF du Calvados          à préciser\n\n"
        "Le Département mobilise ses crédits. La subvention versée à l'association Horizons : "
        "4 000 €. Le repas est servi à partir de 3,20 € le repas."
    )
    found = roles(read.reading)
    assert found["Ville de Vire"] == ("FUNDER",)
    assert found["CAF du Calvados"] == ("FUNDER",)
    assert "FUNDER" not in found["association Horizons"]
    assert [each.amount for each in read.reading.amounts] == [30000, 4000]


def test_between_two_dates_no_party_begins() -> None:
    """« Entre mai et juin, six rencontres... » opens no block of parties: themes are read on."""
    read = said(
        "Contrat de ville de Vire\n\nEntre mai et juin 2023, six rencontres ont réuni la Mission "
        "locale du Bocage et les habitants.\n\nPriorité A. L'emploi\nUne permanence au quartier."
    )
    assert "SIGNATORY" not in {role for each in read.reading.actors for role in each.roles}
    assert "insertion-emploi" in {each.theme for each in read.reading.themes}


def test_a_contract_that_takes_effect_when_it_is_signed_begins_that_day() -> None:
    read = said(
        "CONTRAT LOCAL DE SANTÉ 2022-2026\n\nEntre\nLa Ville de Vire, représentée par son maire,\n"
        "L'Agence régionale de santé Normandie, représentée par son directeur,\n\n"
        "Article 1 : durée\nLe contrat prend effet au jour de sa signature et s'achève le "
        "31 décembre 2026.\n\nFait à Vire, le 5 fé vrier 2022"
    )
    assert dates(read) == ("CLS", "2022-02-05", "2026-12-31", "2022-02-05")
    assert {"SIGNATORY"} == {role for each in read.reading.actors for role in each.roles}


def test_the_project_that_came_before_has_its_own_school_years() -> None:
    read = said(
        "Projet éducatif de territoire de Vire\n\nLe conseil municipal avait approuvé le projet "
        "éducatif de territoire pour les années scolaires 2020-2021 à 2022-2023.\n\nLe nouveau "
        "projet couvrirait trois années scolaires, du 1er septembre 2023 au 31 août 2026."
    )
    assert dates(read) == ("PEDT", "2023-09-01", "2026-08-31", None)


def test_the_prefect_is_the_state_and_an_acronym_of_the_parties_their_party() -> None:
    read = said(
        "CONVENTION TERRITORIALE GLOBALE\n\nEntre\nL'État, représenté par le préfet,\n"
        "La Communauté de communes du Bocage vert, représentée par son président,\n"
        "ci-après dénommée « la CCBV » ;\n\nArticle 1 : pilotage\nLa CCBV assure le pilotage. "
        "L'État mobilise une enveloppe de 8 000 €.\n\nFait à Vire, le 5 mai 2022\n\n"
        "Le préfet du Calvados          Le président de la CCBV"
    )
    assert sorted(actor.roles for actor in read.reading.actors) == [
        ("LEAD", "SIGNATORY"),
        ("SIGNATORY", "FUNDER"),
    ]


def test_who_undertakes_to_carry_out_the_programme_leads() -> None:
    read = said(
        "CONVENTION PLURIANNUELLE D'OBJECTIFS\n\nEntre\nLe Département du Calvados, représenté par "
        "son président,\nEt\nL'association « Horizons », représentée par sa présidente,\n\n"
        "Article 1 : objet\nL'association « Horizons » s'engage, à son initiative, à mettre en "
        "œuvre le programme d'actions."
    )
    assert ("LEAD", "SIGNATORY") in roles(read.reading).values()


def test_the_foot_of_a_page_says_no_theme() -> None:
    read = said(
        "Bien vieillir à Vire\n\nLe CCAS.\n\nMentions légales · Accessibilité · Plan du site"
    )
    assert [each.theme for each in read.reading.themes] == ["personnes-agees"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Un comité de pilotage se réunit deux fois par an. Un comité technique se réunit tous "
            "les trois mois.",
            ["HALF_YEARLY", "QUARTERLY"],
        ),
        (
            "Un comité de pilotage est créé. Un comité technique se réunit tous les trois mois.",
            [None, "QUARTERLY"],
        ),
        (
            "Le comité de pilotage décide et le comité technique prépare tous les trois mois.",
            [None, "QUARTERLY"],
        ),
        (
            "Le comité de pilotage et le comité technique se réunissent chaque année.",
            ["YEARLY", "YEARLY"],
        ),
        ("Un comité de pilotage est créé. Il se réunit deux fois par an.", ["HALF_YEARLY"]),
    ],
)
def test_how_often_a_body_meets_is_said_of_it(text: str, expected: list[str | None]) -> None:
    assert [body.frequency for body in said(text).reading.bodies] == expected


def test_the_territory_of_a_funder_or_partner_is_not_that_of_the_framework() -> None:
    read = said(
        "Fiche action 3 : ateliers de quartier\n\nPorteur : Ville de La Courneuve\n"
        "Financeur : Département de la Seine-Saint-Denis\nPartenaires : CAF de la Seine-Saint-Denis"
    )
    assert [place.name for place in read.reading.territories] == ["La Courneuve"]
    assert len(read.reading.actors) == 3
