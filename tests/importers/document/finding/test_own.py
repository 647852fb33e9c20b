"""The framework that a text is about: its kind and title; the others that it names."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import framework


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Contrat local de santé", "CLS"),
        ("CLS", "CLS"),
        ("Conseil local de santé mentale", "CLSM"),
        ("Convention territoriale globale", "CTG"),
        ("Contrat enfance jeunesse", "CEJ"),
        ("Contrat de ville", "CONTRAT_DE_VILLE"),
        ("Contrat urbain de cohésion sociale", "CUCS"),
        ("Projet éducatif de territoire", "PEDT"),
        ("Programme de réussite éducative", "PRE"),
        ("Conseil local de sécurité et de prévention de la délinquance", "CLSPD"),
        ("Cité éducative", "CITE_EDUCATIVE"),
        ("Projet social de territoire", "PST"),
        ("Projet territorial de santé mentale", "PTSM"),
        ("Programme local de l'habitat", "PLH"),
        ("Analyse des besoins sociaux", "ABS"),
        ("Contrat pluriannuel d'objectifs et de moyens", "CPOM"),
        ("Projet alimentaire territorial", "PAT"),
        ("Schéma départemental des services aux familles", "SCHEMA"),
        ("Charte de l'accueil", "CHARTE"),
        ("Protocole d'accord", "PROTOCOLE"),
        ("Convention de partenariat", "CONVENTION"),
        ("Convention pluriannuelle d'objectifs", "CONVENTION"),
        ("Avenant n° 2", "CONVENTION"),
    ],
)
def test_a_title_tells_the_kind_of_its_framework(name: str, kind: str) -> None:
    assert framework(f"{name} de Lorient\n\nLe texte.").kind == kind


@pytest.mark.parametrize(
    "title",
    [
        "Le marché de Lorient",
        "Les horaires de la mairie de Lorient",
        "Un projet de fête",
        "Le réseau de bus",
    ],
)
def test_a_title_of_something_else_tells_no_kind(title: str) -> None:
    assert framework(f"{title}\n\nLe texte.").kind is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "RÉPUBLIQUE FRANÇAISE\nExtrait du registre\nSéance du 3 mai 2022\n\nObjet : adoption "
            "du contrat local de santé\n\nTexte.",
            "adoption du contrat local de santé",
        ),
        (
            "Accueil > Santé > Le contrat\n\nLe contrat local de santé\n\nTexte.",
            "Le contrat local de santé",
        ),
        ("DÉPARTEMENT DU CHER\n\nConvention de partenariat\n\nTexte.", "Convention de partenariat"),
        (
            "Accusé de réception en préfecture\n014-241400415-20190329-D042-DE\n\n"
            "Convention de partenariat\n\nTexte.",
            "Convention de partenariat",
        ),
        (
            "Fiche action 2\n\nIntitulé de l'action : ouvrir un accueil\nPorteur : CCAS\nPublic : "
            "familles\nPartenaires : CAF",
            "ouvrir un accueil",
        ),
    ],
)
def test_letterheads_and_paths_are_no_titles(text: str, title: str) -> None:
    assert framework(text).title == title


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Elle s'inscrit dans le contrat local de santé.", "PART_OF"),
        ("Elle est prise dans le cadre du contrat local de santé.", "PART_OF"),
        ("Elle est la mise en œuvre du contrat local de santé.", "IMPLEMENTS"),
        ("Elle s'articule avec le contrat local de santé.", "ARTICULATED_WITH"),
        ("Le contrat local de santé existe aussi.", "ARTICULATED_WITH"),
    ],
)
def test_how_a_framework_stands_to_another_is_told_before_its_name(
    sentence: str, relation: str
) -> None:
    read = said(f"Convention territoriale globale de Lorient\n\n{sentence}").reading
    assert [(each.kind, each.relation) for each in read.articulations] == [("CLS", relation)]


def test_the_former_one_is_succeeded() -> None:
    text = (
        "Convention territoriale globale 2023-2026 de Lorient\n\nElle renouvelle la convention "
        "territoriale globale 2019-2022."
    )
    read = said(text).reading
    assert [(each.kind, each.relation) for each in read.articulations] == [("CTG", "SUCCEEDS")]


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention est publiée.",
        "La convention territoriale globale est publiée.",
        "Une convention règle l'accueil.",
        "Les quartiers prioritaires sont quatre.",
        "Un réseau de bus dessert le bourg.",
    ],
)
def test_a_text_s_own_framework_and_common_words_are_no_other_framework(sentence: str) -> None:
    read = said(f"Convention territoriale globale de Lorient\n\n{sentence}").reading
    assert read.articulations == ()
