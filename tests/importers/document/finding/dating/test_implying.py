"""Dates of sentences that do not name the framework again."""

import pytest

from tests.importers.document.finding.answers import Dates, dates

PAGE = "Le contrat local de santé du Pays de Vire est signé\n\nL'ARS et la Ville sont liées.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Il couvre les années 2024 à 2028.",
        "Une démarche de cinq ans (2024-2028), par contrat.",
        "Cinq ans (2024-2028), deux porteurs, une démarche.",
        "Les élus ont choisi de repartir pour cinq ans (2024-2028) avec l'Agence.",
        "Le présent CLS couvre les années 2024 à 2028.",
        "Le nouveau plan d'actions a été validé en avril et vaut pour cinq ans (2024-2028).",
        "La Ville a signé son CLS3, qui court de 2024 à 2028. Le CLS 2019-2023 cherchait à "
        "prévenir.",
        "Le plan d'actions couvre les années 2024-2028.",
        "Période couverte : 2024-2028",
        "2024-2028",
        "Il fixe le cap de la santé pour 2024-2028 dans sept communes.",
        "Le second, qui porte sur la période 2024-2028, y ajoute la santé mentale.",
    ],
)
def test_what_covers_a_period_on_a_page_about_a_framework_is_its_own(sentence: str) -> None:
    assert dates(PAGE + sentence) == Dates("2024", "2028")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le schéma départemental de l'autonomie couvre les années 2024 à 2028.",
        "Six premiers contrats avaient vu le jour entre fin 2011 et début 2013.",
        "La Région a financé des actions en 2024 et en 2028.",
        "Le contrat local de santé en vigueur, signé pour trois ans, arrive à terme le 31 août "
        "2023.",
    ],
)
def test_a_period_of_something_else_is_not(sentence: str) -> None:
    assert dates(PAGE + sentence) == Dates()


@pytest.mark.parametrize(
    "sentence",
    [
        "C'est chose faite depuis hier, lundi 24 janvier 2022.",
        "24 janvier 2022 : signature.",
        "Le 24 janvier 2022, le maire et la directrice ont apposé leur signature au bas du "
        "contrat.",
        "Ils ont signé, lundi 24 janvier 2022 :",
        "Le document a reçu hier, lundi 24 janvier 2022, les signatures.",
        "Ils se sont retrouvés, lundi 24 janvier 2022, pour apposer leur signature.",
        "Ils avaient rendez-vous lundi 24 janvier 2022 pour signer le contrat.",
        "24 janvier 2022 : le contrat local de santé est signé.",
        "24 janvier 2022 : le Pays de Vire signe son contrat.",
        "La cérémonie a eu lieu le lundi 24 janvier 2022.",
        "Vire, lundi 24 janvier 2022.\n\nLa salle était pleine.",
        "Le lundi 24 janvier 2022, à l'hôtel de ville de Vire.",
        "Ils se sont retrouvés lundi 24 janvier 2022 pour parapher le contrat.",
        "Depuis le 24 janvier 2022, jour où il a été signé, le Pays de Vire avance.",
        "Depuis le 24 janvier 2022, jour de sa signature, il engage la Ville.",
        "Les signatures sont intervenues lundi 24 janvier 2022 :",
        "Le contrat était attendu. Il a finalement été paraphé le 24 janvier 2022.",
        "Depuis le 24 janvier 2022, la Ville et l'ARS sont liées par un contrat.",
    ],
)
def test_a_page_tells_its_signing_in_many_ways(sentence: str) -> None:
    assert dates(PAGE + sentence) == Dates(signed="2022-01-24")


@pytest.mark.parametrize(
    "sentence",
    [
        "Deux ans après la signature, la ministre est venue le 15 mars 2021.",
        "Treize communes avaient signé un contrat local de santé en juin 2015.",
        "La signature, prévue au premier trimestre 2024, se prépare.",
        "Les contrats signés en Moselle ont été prolongés au 31 décembre 2022.",
        "Un contrat de préfiguration avait été paraphé le 14 décembre 2021.",
    ],
)
def test_what_was_signed_before_or_will_be_is_no_signature(sentence: str) -> None:
    assert dates(PAGE + sentence).signed is None


DELIBERATION = (
    "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nVILLE DE VIRE\n\nObjet : aide à la mobilité\n\n"
)


def test_a_deliberation_tells_the_period_of_what_it_approves() -> None:
    text = (
        f"{DELIBERATION}Il est proposé une nouvelle convention avec la CAF, pour les exercices "
        f"2024, "
        "2025 et 2026.\n\nLe conseil APPROUVE la convention."
    )
    assert dates(text) == Dates("2024", "2026")


def test_an_end_told_after_what_it_depends_on_is_the_agreements() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vire, représentée par son "
        "maire,\nEt\nLa CAF "
        "du Calvados, représentée par sa directrice,\n\nArticle 5 : durée\nElle prend effet le 1er "
        "janvier 2023 et s'achève en même temps que l'agrément, soit le 31 décembre 2026.\nLe "
        "transfert du poste prend effet le 1er mars 2024."
    )
    assert dates(text) == Dates("2023-01-01", "2026-12-31")


def test_the_end_of_the_agreement_before_is_not_this_one_s() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\n"
        "La CAF du Calvados, représentée par sa directrice,\n\nPréambule\nElle fait suite à celle "
        "signée le 12 janvier 2017, arrivée à son terme le 31 décembre 2019.\n\nArticle 2 : durée\n"
        "Elle prend effet le 1er janvier 2020 et s'achève le 31 décembre 2023."
    )
    assert dates(text) == Dates("2020-01-01", "2023-12-31")


def test_a_deliberation_tells_when_the_convention_that_goes_with_its_plan_begins() -> None:
    text = (
        f"{DELIBERATION}Le conseil approuve le projet éducatif de territoire. La convention "
        "correspondante prendra effet à compter de la rentrée de septembre 2024."
    )
    assert dates(text) == Dates("2024-09")


def test_the_actions_of_a_call_for_projects_tell_its_period_and_its_closing_does_not() -> None:
    text = (
        "Le Département du Calvados\n\nAppel à projets 2025\n\nCalendrier\nClôture : 31 janvier "
        "2025\n\nLes actions se dérouleront entre le 1er mai 2025 et le 30 avril 2026."
    )
    assert dates(text) == Dates("2025-05-01", "2026-04-30")


def test_a_deliberation_tells_the_years_of_the_convention_that_it_proposes() -> None:
    text = (
        f"{DELIBERATION}Il est proposé de conclure la convention avec l'État pour les années "
        "scolaires 2021-2022 à 2023-2024, autour du projet éducatif de territoire.\n\nLe conseil "
        "APPROUVE le projet éducatif de territoire."
    )
    assert dates(text) == Dates("2021", "2024")


def test_a_deliberation_that_approves_its_plan_tells_its_days() -> None:
    text = (
        f"{DELIBERATION}Projet éducatif territorial\n\nArticle 1 : Approuve le projet éducatif "
        "territorial valant plan mercredi, pour la période allant du 1er septembre 2021 au 31 août "
        "2024."
    )
    assert dates(text) == Dates("2021-09-01", "2024-08-31")


def test_an_amendment_recalls_when_what_it_prolongs_took_effect() -> None:
    text = (
        "AVENANT N° 2 À LA CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vire, représentée "
        "par son "
        "maire,\nEt\nLa CAF du Calvados, représentée par sa directrice,\n\nArticle 1 : durée\nLa "
        "convention, qui a pris effet le 1er mars 2019, est prolongée jusqu'au 31 décembre 2025."
    )
    assert dates(text) == Dates("2019-03-01", "2025-12-31")


def test_what_a_deliberation_says_is_made_begins_when_it_says() -> None:
    text = (
        f"{DELIBERATION}Projet éducatif de territoire\n\nLe projet est joint. Il est établi à "
        "compter de la rentrée de septembre 2021."
    )
    assert dates(text) == Dates("2021-09")


def test_what_was_signed_and_comes_to_its_term_is_what_a_deliberation_renews() -> None:
    text = (
        f"{DELIBERATION}Projet éducatif de territoire\n\nLe projet éducatif de territoire, signé "
        "en mai 2018 en même temps que la charte de qualité, arrive à son terme en juillet."
    )
    assert dates(text) == Dates()


def test_what_expires_in_a_deliberation_is_what_it_renews() -> None:
    text = (
        f"{DELIBERATION}Projet éducatif de territoire\n\nLe projet éducatif de territoire "
        f"conclu en "
        "2021 arrive à échéance le 31 août 2024. Le nouveau projet est établi pour trois "
        "années, du "
        "1er septembre 2024 au 31 août 2027."
    )
    assert dates(text) == Dates("2024-09-01", "2027-08-31")


def test_since_when_somebody_works_starts_no_agreement_and_its_term_ends_it() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\n"
        "La CAF du Calvados, représentée par sa directrice,\n\nElle est exercée depuis 1979 par "
        "l'association.\n\nArticle 1 : objet\nSon terme est porté au 31 décembre 2022."
    )
    assert dates(text) == Dates(end="2022-12-31")
