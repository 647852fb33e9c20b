"""Actions with who leads them, for whom and by what means; needs with what shows them."""

from importers.document.finding.find import Found
from importers.document.model import ActionFact, NeedFact
from importers.document.read import ReadDocument
from tests.importers.document.conftest import said


def actions(read: ReadDocument | Found) -> dict[str, ActionFact]:
    """Actions by their name."""
    return {action.name: action for action in read.reading.actions}


def test_a_numbered_action_has_what_is_said_before_the_next_one() -> None:
    read = said(
        "Contrat local de santé du Pays de Vire\n\n"
        "Fiche action 1 : Accueillir les internes\nPorteur : Ville de Vire\n"
        "Partenaires : CPAM du Calvados, Centre hospitalier de Vire\n"
        "Public visé : étudiants en médecine\nMoyens humains : un mi-temps d'animation\n\n"
        "Fiche action 2 : Repérer la fragilité\nPorteur : CIAS de Vire\n\n"
        "Article 4 : suivi\nPartenaires : Département du Calvados"
    )
    found = actions(read)
    assert list(found) == ["Accueillir les internes", "Repérer la fragilité"]
    first, second = found.values()
    assert first.lead == "Ville de Vire"
    assert first.partners == ("CPAM du Calvados", "Centre hospitalier de Vire")
    assert first.audience == "étudiants en médecine"
    assert first.means == "un mi-temps d'animation"
    assert (second.lead, second.partners) == ("CIAS de Vire", ())


def test_a_bullet_has_the_labels_of_its_own_line() -> None:
    read = said(
        "Convention territoriale globale de Vire\n\nPlan d'actions :\n"
        "- Ouvrir une ludothèque (pilote : Ville de Vire ; partenaires : CAF du Calvados)\n"
        "- Former les animateurs\n"
    )
    found = actions(read)
    assert list(found) == ["Ouvrir une ludothèque", "Former les animateurs"]
    assert found["Ouvrir une ludothèque"].lead == "Ville de Vire"
    assert found["Ouvrir une ludothèque"].partners == ("CAF du Calvados",)
    assert found["Former les animateurs"].lead is None


def needs(text: str) -> list[NeedFact]:
    """The needs of a text under a label."""
    return list(said(f"Projet social de territoire de Vire\n\nConstats :\n{text}").reading.needs)


def test_a_need_has_its_figure_and_the_year_of_it() -> None:
    (need,) = needs("- Le non-recours est fréquent : 32 % des allocataires en 2019, selon la CAF\n")
    assert need.indicator == "32 % des allocataires en 2019"
    assert need.year == 2019


def test_of_two_years_none_is_that_of_the_figure() -> None:
    (need,) = needs("- Le taux de pauvreté passe de 14 % en 2015 à 17 % en 2019\n")
    assert need.year is None


def test_an_aim_under_a_label_of_needs_is_no_need() -> None:
    assert needs("- Lutter contre les ruptures de droits\n") == []


def test_a_sentence_of_a_diagnosis_tells_a_need_by_a_figure_alone() -> None:
    told = needs(
        "Le manque de médecins est marqué : 6 médecins pour 10 000 habitants en 2021. "
        "Les partenaires se sont réunis trois fois. Une offre culturelle existe.\n"
    )
    assert [need.label for need in told] == [
        "Le manque de médecins est marqué : 6 médecins pour 10 000 habitants en 2021."
    ]
