"""data/frameworks: the real frameworks of the 93 and the 59, read on the lists themselves."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from graph.ontology import EntityKind, RelationType
from graph.records import Entity
from graph.view import DayView, GraphView
from queries.gaps import gaps
from queries.who import who_works_on
from tests.data.conftest import DATA

On = Callable[[str], DayView]

IN_THE_93 = [*range(349, 354), *range(907, 914)]
IN_THE_59 = range(191, 204)


def _town(number: int) -> str:
    return f"fra:contrat-de-ville-cv{number}"


TWELVE = {_town(number) for number in IN_THE_93}


def _row(view: GraphView, id_: str) -> int:
    row = view.row(id_)
    assert row is not None, id_
    return row


def _ids(view: GraphView, rows: Iterator[int] | list[int]) -> set[str]:
    return {view.entity(row).id for row in rows}


def _covers(day: DayView, id_: str) -> set[str]:
    return _ids(day.view, day.targets(RelationType.COVERS, _row(day.view, id_)))


def _frameworks(day: DayView, kind: str) -> list[Entity]:
    records = (day.view.entity(row) for row in day.active_rows(EntityKind.FRAMEWORK))
    return [record for record in records if record.props.get("framework_kind") == kind]


def _in_the_93(day: DayView, ids: set[str]) -> set[str]:
    below = _ids(day.view, list(day.below(_row(day.view, "departement:93"))))
    return {id_ for id_ in ids if _covers(day, id_) & below}


def test_twelve_contrats_de_ville_of_the_93_on_1_january_2020(on: On) -> None:
    day = on("2020-01-01")
    active = {framework.id for framework in _frameworks(day, "CONTRAT_DE_VILLE")}
    assert _in_the_93(day, active) == TWELVE
    assert active - TWELVE == {_town(number) for number in IN_THE_59}


def test_they_ended_without_a_known_successor(view: GraphView, on: On) -> None:
    assert _frameworks(on("2023-12-31"), "CONTRAT_DE_VILLE") != []
    day = on("2024-06-01")
    assert _frameworks(day, "CONTRAT_DE_VILLE") == []
    for id_ in TWELVE:
        assert view.adjacency(RelationType.SUCCEEDS, outgoing=False).of(_row(view, id_)).size == 0
    subjects = {gap.subject for gap in gaps(day, kinds=["EXPIRED"]).page()}
    assert _ids(view, list(subjects)) >= TWELVE


@pytest.mark.parametrize(
    ("number", "territory"),
    [
        (349, "ept:200057867"),  # Plaine Commune: one territory, the number of 2015 and today's
        (350, "ept:200057875"),  # Est Ensemble
        (351, "epci:200006385"),  # dissolved: perimeters of their own
        (352, "epci:249300070"),
        (353, "epci:200023448"),
        (907, "commune:93005"),
        (913, "commune:93077"),
        (192, "epci:200093201"),  # Lille, number of 2015
        (196, "epci:200068500"),  # Cambrai, number of 2015
    ],
)
def test_contracts_join_the_territory_of_their_date(on: On, number: int, territory: str) -> None:
    assert _covers(on("2020-01-01"), _town(number)) == {territory}


def test_the_dissolved_perimeters_keep_their_communes(view: GraphView, on: On) -> None:
    day = on("2020-01-01")
    inside = _ids(view, list(day.below(_row(view, "epci:249300070"))))
    assert inside == {"epci:249300070", "commune:93014", "commune:93047"}


def test_a_contract_names_who_the_list_and_the_law_name(view: GraphView, on: On) -> None:
    day = on("2020-01-01")
    signatories = _ids(view, day.origins(RelationType.INVOLVED_IN, _row(view, _town(350))))
    assert signatories == {"act:est-ensemble", "act:prefecture-93"}
    dissolved = _ids(view, day.origins(RelationType.INVOLVED_IN, _row(view, _town(351))))
    assert dissolved == {"act:prefecture-93", "act:ept-200058097"}
    before = on("2015-12-31")
    dissolved = _ids(view, before.origins(RelationType.INVOLVED_IN, _row(view, _town(351))))
    assert dissolved == {"act:prefecture-93", "act:epci-200006385"}


def test_what_a_list_does_not_say_is_not_shown_as_missing(view: GraphView, on: On) -> None:
    missing = gaps(on("2020-01-01"), kinds=["MISSING_PARTNER"]).page()
    subjects = _ids(view, [gap.subject for gap in missing])
    assert not {id_ for id_ in subjects if id_.startswith("fra:contrat-de-ville")}


def test_rows_with_two_identifiers_are_two_cites(on: On) -> None:
    day = on("2023-06-01")
    assert _covers(day, "fra:cite-educative-037") == {"commune:59350"}
    assert _covers(day, "fra:cite-educative-165") == {"commune:59350"}
    assert day.view.entity(_row(day.view, "fra:cite-educative-165")).name.endswith("Lille Nord Est")
    of_bondy = {
        framework.id
        for framework in _frameworks(day, "OTHER")
        if framework.id.startswith("fra:cite-emploi")
        and "commune:93010" in _covers(day, framework.id)
    }
    assert of_bondy == {"fra:cite-emploi-064", "fra:cite-emploi-066", "fra:cite-emploi-068"}


def test_a_cite_keeps_its_communes_of_the_other_departements(on: On) -> None:
    assert _covers(on("2023-06-01"), "fra:cite-emploi-031") == {
        "commune:02381",
        "commune:59249",
        "commune:59481",
    }


def test_cites_cover_the_communes_of_the_list_s_year(on: On) -> None:
    """Pierrefitte-sur-Seine was a commune in 2023; since 2025 it is in Saint-Denis."""
    day = on("2026-01-01")
    assert "commune:93059" in _covers(day, "fra:cite-emploi-062")
    around = _ids(day.view, list(day.above(_row(day.view, "commune:93059"))))
    assert "commune:93066" in around


def test_numbers_of_each_kind(on: On) -> None:
    day = on("2023-06-01")
    kinds = Counter(
        str(each.props["framework_kind"])
        for kind in ("CONTRAT_DE_VILLE", "CITE_EDUCATIVE")
        for each in _frameworks(day, kind)
    )
    assert kinds == {"CONTRAT_DE_VILLE": 25, "CITE_EDUCATIVE": 27}
    cites = [each for each in _frameworks(day, "OTHER") if each.id.startswith("fra:cite-emploi")]
    assert len(cites) == 12


def test_contrats_de_ruralite_have_the_day_of_their_signature(view: GraphView) -> None:
    signed = {
        code: view.entity(_row(view, f"fra:contrat-de-ruralite-{code}")).props["signed"]
        for code in ("cr0017", "cr0350", "cr0355")
    }
    assert signed == {"cr0017": "2017-03-16", "cr0350": "2016-12-22", "cr0355": "2016-12-22"}


def test_france_services_answer_who_works_on_access_to_rights(view: GraphView, on: On) -> None:
    theme, bondy = _row(view, "theme:acces-aux-droits"), _row(view, "commune:93010")
    found = who_works_on(on("2024-09-18"), theme, bondy).page()
    ids = _ids(view, [item.initiative for item in found])
    assert {"axn:france-services-1981", "axn:france-services-3232"} <= ids
    before = who_works_on(on("2015-06-01"), theme, bondy).page()
    assert not {
        id_ for id_ in _ids(view, [i.initiative for i in before]) if "france-services" in id_
    }


def test_every_fact_names_a_line_or_a_text() -> None:
    for table in ("entities", "relations"):
        with (DATA / f"frameworks/{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                is_document = row.get("kind") == "Document"
                assert is_document or row["source"].startswith("doc:"), row
                if row.get("kind") in {"Framework", "Action"}:
                    assert "#ligne " in row["source"], row
