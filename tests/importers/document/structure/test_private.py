"""A person's name is never kept, wherever it stands; what only looks like one is."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import names

PAGE = "L'accueil des familles à Vire\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "M. Rouvier a signé.",
        "PRÉSENTS : ROUVIER Jean-Marie ; ROUVIER Rolland",
        "Membres présents : ROUVIER Anne-Lise",
        "ROUVIER Jean-Marc reçoit le lundi.",
        "Mme Anne Rouvier a signé.",
        "Monsieur Paul de Rouvier a signé.",
        "Madame la Maire Anne Rouvier a signé.",
        "Monsieur le Préfet Paul Rouvier a signé.",
        "Dr Rouvier reçoit le lundi.",
        "Maître Rouvier reçoit le lundi.",
        "Le commandement revient au Colonel Rouvier.",
        "La gendarmerie était représentée par le Capitaine Rouvier.",
        "La gendarmerie était représentée par l'Adjudante Anne Rouvier.",
        "Lieutenant Paul Rouvier, gendarmerie",
        "L'association est représentée par Anne Rouvier.",
        "L'association est représentée par sa présidente, Anne Rouvier.",
        "Anne Rouvier, présidente de l'association Horizons, a signé.",
        "Le maire de Vire, Paul ROUVIER, a signé.",
        "Contact : Anne Rouvier",
        "Référente : Anne Rouvier",
        "Un accueil ouvre le lundi. Contact : Anne Rouvier.",
        "Accueil | lundi | Référente : Anne Rouvier",
        "Le colonel Rouvier a signé.",
        "Le brigadier-chef Rouvier reçoit le lundi.",
        "Le Brigadier Paul Rouvier reçoit le lundi.",
        "Le lieutenant-colonel Rouvier commande le groupement.",
        "Le docteur Rouvier reçoit le lundi.",
        "La parole est à madame Rouvier.",
        "Le maire, Paul Rouvier, a signé.",
        "La maire de Vire, Anne Rouvier, a signé.",
        "Le préfet Paul Rouvier a signé.",
        "Le président Rouvier a signé.",
        "Pilote : Anne Rouvier, CCAS de Vire",
        "Porteur : CCAS de Vire – Anne Rouvier",
        "Partenaires : CAF du Calvados (Paul Rouvier)",
        "Présents : Paul Rouvier (CAF du Calvados), Anne Rouvier (Ville de Vire)",
        "Étaient présents :\n- Paul Rouvier, CAF du Calvados\n- Anne ROUVIER, Ville de Vire",
        "La charte est signée par Anne-Marie Rouvier (CAF du Calvados).",
        "Écrire à anne.rouvier@exemple.fr.",
    ],
)
def test_a_person_s_name_is_left_out(text: str) -> None:
    read = said(f"{PAGE}{text}")
    assert "rouvier" not in read.reading.model_dump_json().lower()
    assert read.reading.skipped


@pytest.mark.parametrize(
    "text",
    [
        "Mme la Maire a signé.",
        "Monsieur le Maire a signé.",
        "Madame la Présidente du Département du Calvados a signé.",
        "Le colonel commande le groupement.",
        "Le collège Jean Moulin et le lycée Marie Curie.",
        "La rue Victor Hugo est fermée.",
        "Lieux : écoles Jean Moulin, Louise Michel et Val de Vire",
        "La salle (Simone Veil) est fermée.",
        "Le directeur de la CAF du Calvados, La Poste, et le maire de Vire.",
        "Le directeur Général de la CAF du Calvados a signé.",
        "La communauté de communes du Haut Berry, la direction des affaires culturelles et l'État.",
        "Le docteur reçoit le lundi.",
        "Le 14 mai 2022, 300 familles et 12 000 € de budget.",
    ],
)
def test_a_function_or_a_street_is_no_person(text: str) -> None:
    assert said(f"{PAGE}{text}").reading.skipped == ()


@pytest.mark.parametrize(
    "reached", ["02 31 00 00 00", "02.31.00.00.00", "+33 2 31 00 00 00", "accueil@exemple.fr"]
)
def test_ways_to_reach_somebody_are_left_out(reached: str) -> None:
    read = said(f"{PAGE}La CAF du Calvados répond : {reached}.")
    assert [each.kind for each in read.reading.skipped] == ["CONTACT"]
    assert reached not in read.reading.model_dump_json()


def test_the_institution_beside_a_person_stays() -> None:
    text = "Anne Rouvier, présidente de l'association Horizons, et Paul Rouvier, maire de Vire."
    assert names(PAGE + text) == ["association Horizons", "maire de Vire"]
