"""Roles that follow from what a document is."""

import pytest

from tests.importers.document.finding.answers import who

PARTIES = (
    "Entre\nLa Ville de Vire, représentée par son maire,\nEt\nL'association Les Prés, "
    "représentée par "
    "sa présidente,\n\nArticle 1 : objet\nLa Ville aide l'association.\n"
)


def test_the_association_that_authorities_support_carries_out_the_agreement() -> None:
    text = f"CONVENTION PLURIANNUELLE D'OBJECTIFS\n\n{PARTIES}"
    assert who("LEAD", text) == ["association Les Prés"]


def test_an_association_among_the_parties_of_a_protocol_does_not_lead_it() -> None:
    text = f"PROTOCOLE DE LUTTE CONTRE LES VIOLENCES\n\n{PARTIES}"
    assert who("LEAD", text) == []


def test_of_two_associations_none_leads() -> None:
    text = "CONVENTION DE PARTENARIAT\n\n" + PARTIES.replace(
        "\n\nArticle", "\nL'association Le Pré, représentée par son président,\n\nArticle"
    )
    assert who("LEAD", text) == []


DELIBERATION = (
    "DÉPARTEMENT DU CALVADOS\nVILLE DE VIRE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n\nObjet : "
    "{object}"
    "\n\nIl sera conclu pour trois ans, à compter du 1er septembre 2021, entre la Ville, le Préfet "
    "du Calvados et la CAF du Calvados.\n\nLe conseil {decides}."
)


def test_who_lets_its_head_sign_is_a_party_of_what_it_approves() -> None:
    text = DELIBERATION.format(
        object="convention d'aide", decides="autorise le maire à signer la convention"
    )
    assert who("SIGNATORY", text) == ["VILLE DE VIRE", "Préfet du Calvados", "CAF du Calvados"]


def test_a_commune_bears_its_educational_project() -> None:
    text = DELIBERATION.format(
        object="renouvellement du projet éducatif territorial (PEDT)",
        decides="autorise le maire à signer le PEDT",
    )
    assert who("LEAD", text) == ["VILLE DE VIRE"]


def test_the_community_that_signs_bears_the_health_contract_of_a_page() -> None:
    text = (
        "Le contrat local de santé est signé\n\nLe contrat local de santé a été signé par l'ARS "
        "Normandie, la Communauté de communes du Pays de Vire et la Ville de Vire."
    )
    assert who("LEAD", text) == ["Communauté de communes du Pays de Vire"]


SHEET = (
    "Objectif\nRompre l'isolement\n\nPartenaires\nCAF du Calvados\n\nContexte\nDes aînés seuls.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "CCAS de Vire (14)",
        "CCAS de Vire – Calvados – Normandie",
        "Banque d'expériences des CCAS\n\nLe CCAS de Vire va au-devant des aînés.",
    ],
)
def test_whose_experience_a_sheet_tells_leads(head: str) -> None:
    assert who("LEAD", f"Un fauteuil devant la porte\n\n{head}\n\n{SHEET}") == ["CCAS de Vire"]


def test_the_lead_that_a_label_says_is_the_lead() -> None:
    text = f"Un fauteuil\n\nCCAS de Vire (14)\n\nPorteur : association Les Prés\n\n{SHEET}"
    assert who("LEAD", text) == ["association Les Prés"]


def test_who_runs_one_service_of_a_page_that_has_a_host_does_not_lead() -> None:
    text = (
        "Ville de Vire\n\nLe CCAS de Vire\n\nLe CCAS de Vire vous "
        "accompagne.\n\nL'épicerie\n\nElle "
        "est gérée par la Croix-Rouge française."
    )
    assert who("LEAD", text) == ["CCAS de Vire"]


ACTION = "Fiche action n° 2\n\nPorteur : association Les Prés\nPublic : jeunes\n\n{funds}\n"


@pytest.mark.parametrize(
    ("funds", "expected"),
    [
        ("Financement : CAF du Calvados 8 000 €, autofinancement 2 000 €", True),
        ("Financement : CAF du Calvados 8 000 €\nFonds propres : 1 500 €", True),
        ("Financement : CAF du Calvados 8 000 €", False),
    ],
)
def test_own_funds_are_those_of_who_leads_the_action(funds: str, expected: bool) -> None:
    funders = who("FUNDER", ACTION.format(funds=funds))
    assert ("association Les Prés" in funders) is expected
    assert "CAF du Calvados" in funders


def test_the_social_centre_whose_name_begins_its_page_leads() -> None:
    text = (
        "Centre social du Bocage\n\nAccueil | Familles | Jeunes\n\nLe centre social est géré par "
        "ses habitants. La CAF du Calvados l'agrée."
    )
    assert who("LEAD", text) == ["Centre social du Bocage"]


def test_the_community_that_signs_the_convention_of_its_educational_project_bears_it() -> None:
    text = (
        "AVENANT N° 1 AU PROJET ÉDUCATIF DE TERRITOIRE\n\nEntre\nLa communauté de communes du "
        "Bocage, représentée par son président,\nEt\nLa CAF du Calvados, représentée par sa "
        "directrice,\n\nArticle 1 : objet\nLe projet est prolongé."
    )
    assert who("LEAD", text) == ["communauté de communes du Bocage"]


@pytest.mark.parametrize("alias", ["la CaB", "Agglopolys"])
def test_a_party_is_known_by_the_name_that_the_text_gives_it(alias: str) -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa communauté d'agglomération de Blois, "
        "représentée par "
        f"son président, ci-après « {alias} »,\nEt\nLa CAF du Loir-et-Cher, représentée par sa "
        f"directrice,\n\nArticle 1 : objet\n{alias[0].upper()}{alias[1:]} apporte une "
        f"subvention de "
        "45 000 euros."
    )
    assert who("FUNDER", text) == ["communauté d'agglomération de Blois"]
