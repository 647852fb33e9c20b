"""Dates from where they stand: calendars, pages, amendments, plans, deliberations."""

import pytest

from importers.document.model import Reading
from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import Dates, dates


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        ("Calendrier : 2024", Dates("2024", "2024")),
        ("Calendrier : 2024-2026", Dates("2024", "2026")),
        ("Calendrier : de janvier 2024 à juin 2025", Dates("2024-01", "2025-06")),
        ("Calendrier : à partir de septembre 2024", Dates("2024-09")),
        ("Calendrier : septembre 2024 – décembre 2025", Dates("2024-09", "2025-12")),
        (
            "Date de début : 1er mars 2024\nDate de fin : 30 juin 2025",
            Dates("2024-03-01", "2025-06-30"),
        ),
        ("Échéance : juin 2025", Dates(end="2025-06")),
        (
            "Calendrier\nMars 2024 : étude\nJuin 2024 : travaux\nMai 2025 : bilan",
            Dates("2024-03", "2025-05"),
        ),
        ("Calendrier : à définir", Dates()),
        ("Calendrier\nÉtude : 1er semestre 2023\nOuverture : janvier 2024", Dates("2023-01")),
        (
            "Calendrier\nRecrutement : T2 2023\nTournées : septembre 2023\nÉvaluation finale : "
            "décembre 2025",
            Dates("2023-04", "2025-12"),
        ),
        (
            "Calendrier\nRecrutement : mars 2023\nFin 2025 : bilan intermédiaire",
            Dates("2023-03"),
        ),
        (
            "Calendrier\nRéflexion : 2015-2016\nDémarrage : avril 2017, dans un quartier",
            Dates("2017-04"),
        ),
        ("Quand ? | 2023 | 2024 | 2025", Dates("2023", "2025")),
        (
            "Durée : du 9 janvier au 30 juin 2023 puis du 18 septembre au 15 décembre 2023",
            Dates("2023-01-09", "2023-12-15"),
        ),
        ("Durée : 3 ans, à compter de septembre 2024", Dates("2024-09", "2027-08")),
        ("Calendrier : démarrage septembre 2023 – fin 2026", Dates("2023-09", "2026")),
        ("Calendrier T3 2023 → 31 décembre 2026", Dates("2023-07", "2026-12-31")),
        ("CALENDRIER Début 03/02/2025 Fin 19/12/2025", Dates("2025-02-03", "2025-12-19")),
        (
            "Renouvelée [X] depuis : 2022\nDate de démarrage : 4 mars 2024   Date de fin : 20 "
            "décembre 2024",
            Dates("2024-03-04", "2024-12-20"),
        ),
        ("Année de démarrage : 2024\nDurée : chaque année", Dates("2024")),
        ("Calendrier : deux groupes par an ; premier groupe à la rentrée 2024", Dates("2024")),
        ("Calendrier | Essai de janvier à décembre 2019, généralisation ensuite", Dates("2019-01")),
        ("Calendrier → février 2021", Dates("2021-02")),
        (
            "Calendrier\nMise en route : septembre 2022\nBilan d'étape fin 2023",
            Dates("2022-09"),
        ),
        (
            "Calendrier : lancement au 2e trimestre 2023, bilan intermédiaire fin 2024, action "
            "prévue "
            "jusqu'au 31 décembre 2026",
            Dates("2023-04", "2026-12-31"),
        ),
        (
            "Public : tous\n\nDu 10 juillet au 18 août 2023, une équipe installe des jeux.",
            Dates("2023-07-10", "2023-08-18"),
        ),
        (
            "Calendrier : achat au 2e semestre 2022, mise en route en mars 2023",
            Dates("2023-03"),
        ),
        (
            "Calendrier Préparation : 1er semestre 2023 Démarrage : septembre 2023 Fin : décembre "
            "2026",
            Dates("2023-09", "2026-12"),
        ),
        ("DUREE  du 13 janvier au 19 décembre 2025.", Dates("2025-01-13", "2025-12-19")),
        (
            "Calendrier : démarrage en janvier 2025, jusqu'au terme du contrat, soit fin 2030",
            Dates("2025-01", "2030"),
        ),
        (
            "Étapes | Échéance\n1. Former les relais | T2 2023\n2. Ouvrir | 2024\n3. Bilan | fin "
            "2025",
            Dates("2023-04", "2025"),
        ),
        ("Constat : en 2019, deux familles sur dix ont renoncé", Dates()),
    ],
)
def test_the_calendar_of_a_fiche(calendar: str, expected: Dates) -> None:
    text = (
        "Fiche action 2 : ouvrir un accueil\n\nPorteur : CCAS de Vierzon\nPublic : familles\n"
        f"Partenaires : CAF du Cher\n\n{calendar}\n"
    )
    assert dates(text) == expected


def amendment(article: str) -> str:
    """An amendment to an agreement."""
    return (
        "AVENANT N° 1 À LA CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vierzon, représentée "
        "par son maire,\nEt\nLa CAF du Cher, représentée par sa directrice,\n\nArticle 1 : objet\n"
        f"{article}\n"
    )


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            "La convention, dont le terme était le 31 décembre 2022, est prolongée jusqu'au 31 "
            "décembre 2024.",
            Dates(end="2024-12-31"),
        ),
        ("La convention signée le 3 mars 2020 reste en vigueur.", Dates(signed="2020-03-03")),
        ("Le présent avenant prend effet le 1er mars 2023.", Dates()),
    ],
)
def test_an_amendment_tells_the_dates_of_what_it_amends(article: str, expected: Dates) -> None:
    assert dates(amendment(article)) == expected


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (
            "La charte de l'accueil de Vire\n\nPublié le 12 octobre 2023\n\nLa charte a été signée "
            "lundi 9 octobre en mairie.",
            "2023-10-09",
        ),
        (
            "La charte de l'accueil de Vire\n\nPublié le 12 janvier 2024\n\nLa charte a été signée "
            "le 18 décembre en mairie.",
            "2023-12-18",
        ),
        (
            "La charte de l'accueil de Vire\n\nLe forum a eu lieu le 9 octobre 2023. Ce même jour, "
            "la charte était signée.",
            "2023-10-09",
        ),
        (
            "La charte de l'accueil de Vire\n\nPublié le 12 octobre 2023\n\nLe forum a lieu le 9 "
            "novembre.",
            None,
        ),
        (
            "Ateliers à Vire\n\nPublié le 12 octobre 2023\n\nLe bail a été signé le 9 octobre.",
            None,
        ),
    ],
)
def test_a_page_may_leave_the_year_of_a_signature_to_its_own_date(
    text: str, signed: str | None
) -> None:
    assert dates(text).signed == signed


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "Schéma départemental de l'autonomie du Cher\n\nIl a été adopté le 3 mai 2022.",
            "2022-05-03",
        ),
        (
            "Le schéma départemental de l'autonomie du Cher\n\nLe schéma a été voté en mai 2022.",
            "2022-05",
        ),
        (
            "Contrat local de santé de Vire\n\nLe contrat local de santé a été voté en mai 2022.",
            None,
        ),
    ],
)
def test_a_plan_begins_when_it_is_adopted_and_a_contract_does_not(
    text: str, start: str | None
) -> None:
    assert dates(text).start == start


@pytest.mark.parametrize("name", ["maison France services", "quartier prioritaire"])
def test_what_nobody_signs_has_no_dates(name: str) -> None:
    assert dates(f"La {name} de Vire\n\nElle a été créée en 2019 et signée en 2020.") == Dates()


def events(reading: Reading) -> list[tuple[str, str]]:
    """Other dated events, with what they are."""
    return [(each.date, each.what) for each in reading.dates]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La délibération du 3 mai 2022 fixe les tarifs.", [("2022-05-03", "délibération")]),
        ("Le conseil municipal du 3 mai 2022 l'a décidé.", [("2022-05-03", "conseil municipal")]),
        ("Les tarifs ont été votés le 3 mai 2022.", [("2022-05-03", "votés")]),
        ("La maison a été inaugurée le 3 mai 2022.", [("2022-05-03", "inaugurée")]),
        ("Le marché se tient le 3 mai 2022.", []),
    ],
)
def test_other_events_are_told_by_what_stands_before(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert events(said(f"L'accueil à Vire\n\n{sentence}").reading) == expected
