"""Kinds of framework, by their words and by their letters."""

import pytest

from importers.document.finding.frameworks import frameworks
from importers.document.structure.clean import clean

WORDS = {
    "PRS": ("le projet régional de santé", "le PRS"),
    "PTSM": ("le projet territorial de santé mentale", "le PTSM"),
    "PRAPS": ("le PRAPS",),
    "PRSE": ("le plan régional santé-environnement",),
    "PNNS": ("le programme national nutrition santé",),
    "CLSPD": ("le CISPD", "la stratégie locale de sécurité et de prévention de la délinquance"),
    "PSD": ("le projet social départemental",),
    "PDALHPD": ("le plan départemental d'action pour le logement", "le PDALHPD"),
    "PLIE": ("le plan local pour l'insertion et l'emploi",),
    "PDI": ("le programme départemental d'insertion", "le pacte territorial d'insertion"),
    "REAAP": ("le REAAP",),
    "CLAS": ("le contrat local d'accompagnement à la scolarité",),
    "CLEA": ("le contrat local d'éducation artistique et culturelle", "le CLEA"),
    "PEAC": ("le parcours d'éducation artistique et culturelle",),
    "NPNRU": ("le nouveau programme national de renouvellement urbain", "le NPNRU"),
    "PVD": ("Petites villes de demain",),
    "ACV": ("Action cœur de ville",),
    "CRTE": ("le contrat de relance et de transition écologique",),
    "LABEL": ("la maison France services de Vire", "le label Cit'ergie"),
    "PCAET": ("le plan climat-air-énergie territorial",),
    "FSL": ("le fonds de solidarité pour le logement",),
    "SDSF": ("le schéma départemental des services aux familles",),
    "PLAN_PAUVRETE": ("la stratégie de lutte contre la pauvreté", "le pacte des solidarités"),
    "QPV": ("le quartier prioritaire de la politique de la ville",),
    "PROJET_EDUCATIF": ("le projet éducatif local",),
    "PROJET_SOCIAL": ("le projet social du centre",),
    "COG": ("la convention d'objectifs et de gestion",),
    "FONDS": ("le Fonds social européen", "le FIPD"),
    "PLAN_MERCREDI": ("le plan mercredi",),
    "PLAN_NATIONAL": ("le Logement d'abord",),
    "ORT": ("l'opération de revitalisation du territoire",),
    "ASV": ("l'atelier santé-ville",),
    "CTL": ("le contrat temps libre",),
    "SCHEMA": ("le schéma régional de la santé",),
    "PLAN": ("le plan local de mobilité", "la feuille de route départementale 2022-2024"),
    "STRATEGIE": ("la stratégie régionale de la jeunesse",),
    "PROGRAMME": ("le programme « Bien vieillir »",),
    "CHARTE": ("la charte Lorient Accueille",),
    "RESEAU": ("le réseau Bocage Santé",),
    "CONTRAT": ("le contrat départemental de la jeunesse",),
    "PROJET": ("le projet de territoire du Bocage",),
}


def kinds(text: str) -> list[str]:
    """The kinds of the frameworks that a text names."""
    return [each.kind for each in frameworks(clean(text))]


@pytest.mark.parametrize(
    ("kind", "words"), [(kind, words) for kind, each in WORDS.items() for words in each]
)
def test_a_framework_is_named_by_its_words_or_letters(kind: str, words: str) -> None:
    assert kinds(f"Nous suivons {words}.") == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "le prs",
        "un contrat de travail",
        "une convention",
        "un projet",
        "le programme du soir",
        "le réseau de bus",
        "le plan de la salle",
        "la charte graphique",
        "un protocole",
        "les plages du littoral",
    ],
)
def test_common_words_and_small_letters_name_none(words: str) -> None:
    assert kinds(f"Nous suivons {words}.") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("le contrat de ville 2015-2020", ("2015", "2020")),
        ("le contrat de ville (2015-2020)", ("2015", "2020")),
        ("le contrat de ville pour la période 2015-2020", ("2015", "2020")),
        ("le contrat de ville de Vire 2015 – 2020", ("2015", "2020")),
        ("le contrat de ville, signé en 2015", None),
    ],
)
def test_the_years_beside_a_framework_are_its_own(text: str, years: tuple[str, str] | None) -> None:
    assert [each.years for each in frameworks(clean(text))] == [years]


def test_a_common_noun_that_leads_to_a_framework_is_not_another_one() -> None:
    assert kinds("la convention cadre du contrat de ville de Vire") == ["CONTRAT_DE_VILLE"]
