"""Actions and needs of a confirmed reading: who does them, what they are about, where."""

import pytest

from graph.changes import UpsertRelation
from graph.ontology import EntityKind
from graph.repository import Repository
from importers.document.apply import apply_reading, statement
from importers.document.model import Reading
from tests.drawing import AUTHOR
from tests.importers.document.apply.conftest import CLS, DOC, FRAMEWORK, TOWN, confirmed, read


def links(graph: Repository, reading: Reading, id_: str) -> list[tuple[object, ...]]:
    """The relations of one entity that a reading states: other end, type, role or values."""
    found: list[tuple[object, ...]] = []
    for each in statement(graph.view(), confirmed(reading)).operations:
        if isinstance(each, UpsertRelation) and each.origin.startswith(id_):
            found.append((each.type.value, each.target, *each.sources))
        elif isinstance(each, UpsertRelation) and each.target.startswith(id_):
            found.append((each.origin, each.values["role"], *each.sources))
    return found


def test_an_action_has_the_lead_and_the_partners_that_the_reading_gives_it(
    graph: Repository,
) -> None:
    action = {"name": "Ateliers", "lead": "la Ville", "partners": ["CAF"], "passage": "porteur"}
    caf = {"mention": "CAF", "entity": "act:caf-93", "roles": ["FUNDER"], "passage": "financé"}
    town = {**TOWN, "aliases": ["la Ville"]}
    reading = read(framework=CLS, actors=[town, caf], actions=[action])
    assert links(graph, reading, "axn:ateliers") == [
        ("PART_OF", FRAMEWORK, f"{DOC}#porteur"),
        ("act:ville", "LEAD", f"{DOC}#porteur"),
        ("act:caf-93", "PARTNER", f"{DOC}#porteur"),
    ]


@pytest.mark.parametrize(("labelled", "role"), [(True, None), (False, "LEAD")])
def test_who_a_label_makes_lead_of_an_action_leads_no_framework(
    graph: Repository, labelled: bool, role: str | None
) -> None:
    """It is involved in it; who a sentence says to lead the framework does."""
    town = {**TOWN, "roles": ["LEAD"], "labelled": labelled}
    action = {"name": "Ateliers", "lead": "Ville de Bondy", "passage": "porteur"}
    reading = read(framework=CLS, actors=[town], actions=[action])
    operations = statement(graph.view(), confirmed(reading)).operations
    roles = {
        each.target: each.values.get("role")
        for each in operations
        if isinstance(each, UpsertRelation) and each.origin == "act:ville"
    }
    assert roles[FRAMEWORK] == role
    assert [value for target, value in roles.items() if target != FRAMEWORK] == ["LEAD"]


def test_what_the_sheet_of_one_action_says_is_of_that_action(graph: Repository) -> None:
    """Its roles but those of who signs, its themes, its dates."""
    caf = {"mention": "CAF", "entity": "act:caf-93", "roles": ["FUNDER"], "passage": "financé"}
    reading = read(
        framework={**CLS, "title": "Ateliers santé", "end": None},
        actors=[{**TOWN, "roles": ["LEAD", "SIGNATORY"]}, caf],
        themes=[{"theme": "sante", "passage": "l'accès aux soins"}],
        actions=[{"name": "ateliers santé", "passage": "Ateliers santé"}],
    )
    assert links(graph, reading, "axn:ateliers-sante") == [
        ("PART_OF", FRAMEWORK, f"{DOC}#Ateliers santé"),
        ("ADDRESSES", "theme:sante", f"{DOC}#l'accès aux soins"),
        ("act:ville", "LEAD", f"{DOC}#Entre la Ville de Bondy"),
        ("act:caf-93", "FUNDER", f"{DOC}#financé"),
    ]
    apply_reading(graph, confirmed(reading), author=AUTHOR)
    view = graph.view()
    assert [view.entity(row).start for row in view.rows_of(EntityKind.ACTION)] == ["2017"]


@pytest.mark.parametrize("places", [("Bondy",), ("Bondy", "Seine-Saint-Denis"), ()])
def test_a_need_is_where_its_framework_applies_when_that_is_one_place(
    graph: Repository, places: tuple[str, ...]
) -> None:
    reading = read(
        territories=[{"name": place, "passage": f"à {place}"} for place in places],
        needs=[{"label": "Accès aux soins", "passage": "peu de médecins"}],
    )
    covered = [each for each in links(graph, reading, "nee:") if each[0] == "COVERS"]
    expected = [("COVERS", "commune:93010", f"{DOC}#à Bondy")]
    assert covered == (expected if len(places) == 1 else [])
