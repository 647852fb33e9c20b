"""Data about beneficiaries stop an import; words of a vocabulary never do."""

from pathlib import Path

import pytest

from graph.errors import InvalidData, Place
from graph.repository import Repository
from importers import IMPORTERS
from importers.guard import check_cells, check_header
from tests.importers.lists.conftest import Import, fates
from tests.importers.refusing import refused

PERSONAL_COLUMNS = (
    "Nom de l'usager",
    "NOM ET PRÉNOM DU BÉNÉFICIAIRE",
    "Prénom de l'enfant",
    "Date de naissance",
    "date_naissance",
    "Né(e) le",
    "DDN",
    "N° de sécurité sociale",
    "NIR",
    "Matricule CAF",
    "N° allocataire",
    "Adresse du bénéficiaire",
    "Situation familiale",
    "Téléphone de la personne accompagnée",
)
OTHER_COLUMNS = (
    "Bénéficiaires",
    "Public bénéficiaire",
    "Nombre de bénéficiaires",
    "beneficiaires-des-minimas-sociaux",
    "Nom de la structure",
    "Adresse de la structure",
    "Date de signature",
    "Enfants",
    "Participants",
    "Nom du dispositif",
    "Nombre d'usagers",
    "Accueil des résidents",
)


@pytest.mark.parametrize("title", PERSONAL_COLUMNS)
def test_a_column_about_persons(title: str) -> None:
    with pytest.raises(InvalidData) as error:
        check_header(["Action", title], Place("suivi.csv", 1))
    assert (error.value.code, error.value.place.column) == ("BENEFICIARY_DATA", title)


@pytest.mark.parametrize("title", OTHER_COLUMNS)
def test_a_column_about_something_else(title: str) -> None:
    check_header([title], Place())


@pytest.mark.parametrize(
    "text",
    [
        "1 85 05 78 006 084 91",  # key: 97 - number % 97
        "185057800608491",
        "voir 185057800608491 au dossier",
        "Mme D., née le 12/03/1985",
        "né(e) le 12.03.1985",
    ],
)
def test_a_cell_about_a_person(text: str) -> None:
    with pytest.raises(InvalidData) as error:
        check_cells(["A", text], ["Action", "Remarques"], Place("suivi.csv", 7))
    assert (error.value.place.row, error.value.place.column) == (7, "Remarques")


@pytest.mark.parametrize(
    "text",
    [
        "185057800608492",  # the same number with a wrong key
        "21930027400015",  # a SIRET
        "Association née le jour de la fête",
        "beneficiaires-des-minimas-sociaux, demandeurs-emploi",
    ],
)
def test_a_cell_about_something_else(text: str) -> None:
    check_cells([text], ["Remarques"], Place())


def test_the_import_stops_and_says_why(repository: Repository, tmp_path: Path) -> None:
    """In any column, read or not, at any row; nothing is written."""
    for header, row in (
        ("Action;Commune;Date de naissance", "Atelier;Bondy;1985"),
        ("Action;Commune;Suivi", "Atelier;Bondy;185057800608491"),
    ):
        path = tmp_path / "suivi.csv"
        path.write_text(f"{header}\n{row}\n", encoding="utf-8")
        error = refused(repository, IMPORTERS["table"], [path])
        assert error.code == "BENEFICIARY_DATA"
        assert "Maillage n'en garde jamais" in error.message


def test_a_beneficiary_of_a_grant_is_no_person(import_list: Import, tmp_path: Path) -> None:
    """The format's own columns are known for what they are."""
    path = tmp_path / "subventions.csv"
    path.write_text(
        "Nom de l'attribuant;Date de convention*;Nom du bénéficiaire*;objet;montant\n"
        "Département;2024-01-01;Association Été;Accueil;1000\n",
        encoding="utf-8",
    )
    assert fates(import_list("subventions", [path])) == {"CREATED": 1}
