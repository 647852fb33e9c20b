"""What kind of document a text is, by the marks that such documents bear."""

import pytest

from tests.importers.document.conftest import said

ARTICLES = "\n\nArticle 1 : objet\nL'accueil des familles.\n\nArticle 2 : durée\nUn an.\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "convention",
            f"Convention\n\nEntre\nLa Ville de Vire,\nEt\nLa CAF du Calvados,{ARTICLES}",
        ),
        ("convention", f"Charte de l'accueil\n\nIl est convenu ce qui suit.{ARTICLES}"),
        ("convention", "Pacte de l'accueil\n\nLes parties s'engagent. Les parties se réunissent."),
        ("fiche action", "Fiche action 2\n\nPorteur : CCAS\nPublic : familles\nPartenaires : CAF"),
        ("fiche action", "Ouvrir un lieu\n\nPilote : CCAS\nCalendrier : 2024\nFinancement : CAF"),
        ("fiche action", "FICHE ACTION N°7\n\nCréer un lieu d'accueil itinérant"),
        ("fiche action", "CTG de Vire | Plan d'actions | Fiche 4 / 15\n\nPublic : familles"),
        ("page", "Qui a signé le contrat ?\nLa Ville de Vire ; la CAF du Calvados."),
        ("délibération", "Extrait du registre des délibérations\n\nLe conseil municipal, réuni,"),
        ("délibération", "Tarifs\n\nLe conseil, après en avoir délibéré, adopte les tarifs."),
        ("guide", "Guide pratique de l'accueil des familles\n\nCe guide aide les équipes."),
        ("guide", "Vade-mecum de l'accueil\n\nIl aide les équipes."),
        ("page", "L'accueil des familles\n\nUn lieu ouvre au bourg."),
        ("page", "Un porteur\n\nPorteur : CCAS de Vire"),
        ("page", "La convention de Vire\n\nElle a été signée en mai."),
    ],
)
def test_a_document_is_of_the_kind_whose_marks_it_bears(kind: str, text: str) -> None:
    assert said(text).kind == kind
