"""data/territories: every territory of France once, with its place in the others by date."""

from collections import Counter
from collections.abc import Callable

import pytest

from graph.errors import AmbiguousReference
from graph.ontology import EntityKind, RelationType
from graph.records import Entity
from graph.repository import Repository
from graph.view import DayView, GraphView
from tests.data.conftest import BUNDLES, FICHES, import_of

On = Callable[[str], DayView]
Place = Callable[[str], str]

OVERSEAS_WITHOUT_GROUP = {"22016", "29083", "29155", "85113"}
"""The four islands of mainland France that are in no intercommunality."""


def _territories(view: GraphView, level: str) -> list[Entity]:
    records = (view.entity(row) for row in view.rows_of(EntityKind.TERRITORY))
    return [record for record in records if record.props.get("territory_level") == level]


def _around(day: DayView, id_: str) -> set[str]:
    row = day.view.row(id_)
    assert row is not None
    return {day.view.entity(other).id for other in day.above(row)}


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0]])
def test_importing_again_in_any_order_changes_nothing(france: Repository, order: list[int]) -> None:
    again = [import_of(france, "bundle", BUNDLES[place]) for place in order]
    again.append(import_of(france, "fiche", *FICHES))
    assert [(each.created, each.changed, each.change_set) for each in again] == [(0, 0, None)] * 4


def test_each_level_is_complete(view: GraphView) -> None:
    communes = _territories(view, "COMMUNE")
    assert sum(commune.end is None for commune in communes) == 34_969
    assert sum(commune.end is not None for commune in communes) == 3_338
    groups = _territories(view, "EPCI")
    dissolved = {group.id for group in groups if "dissoute" in str(group.props.get("note", ""))}
    assert len(groups) - len(dissolved) == 1_255
    assert len(dissolved) == 3
    expected = {
        "EPT": 11,
        "DEPARTEMENT": 101,
        "COLLECTIVITÉ D'OUTRE-MER": 8,
        "REGION": 18,
        "ARRONDISSEMENT MUNICIPAL": 45,
    }
    assert {level: len(_territories(view, level)) for level in expected} == expected


def test_no_code_names_two_territories(view: GraphView) -> None:
    codes: Counter[str] = Counter()
    for row in view.rows_of(EntityKind.TERRITORY):
        for column in ("cog", "siren"):
            codes.update(str(code) for code in view.entity(row).props.get(column, ()))  # type: ignore[union-attr]
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_commune_of_today_is_in_a_departement_and_a_group(view: GraphView, on: On) -> None:
    day = on("2026-01-01")
    without_group = set()
    for commune in _territories(view, "COMMUNE"):
        if commune.end is None:
            around = _around(day, commune.id)
            assert any(other.startswith("departement:") for other in around), commune.id
            if not any(other.startswith(("epci:", "ept:")) for other in around):
                without_group.add(commune.id.removeprefix("commune:"))
    mainland = {code for code in without_group if not code.startswith(("97", "98"))}
    assert mainland == OVERSEAS_WITHOUT_GROUP


def test_every_former_commune_is_somewhere_on_every_day(view: GraphView, on: On) -> None:
    for text in ("1960-01-01", "2010-01-01", "2026-01-01"):
        day = on(text)
        alone = {
            commune.id
            for commune in _territories(view, "COMMUNE")
            if commune.end is not None and len(_around(day, commune.id)) == 1
        }
        # suppressed and shared out between neighbours, which the history does not name
        shared_out = {"77362", "51385", "60606", "45117", "51606", "08227"}
        assert {id_.removeprefix("commune:") for id_ in alone} <= shared_out


@pytest.mark.parametrize(
    ("former", "successor", "last_day", "first_day"),
    [
        ("commune:93059", "commune:93066", "2024-12-31", "2025-01-01"),  # Pierrefitte-sur-Seine
        ("commune:59355", "commune:59350", "2000-02-26", "2000-02-27"),  # Lomme, in Lille
        ("commune:59298", "commune:59350", "1977-04-23", "1977-04-24"),  # Hellemmes, in Lille
        ("commune:69152", "commune:69149", "2023-12-31", "2024-01-01"),  # told by yearly lists
        ("commune:02285", "commune:59545", "1973-08-31", "1973-09-01"),  # to another département
    ],
)
def test_a_former_commune_is_in_its_successor_from_the_day_of_the_merger(
    on: On, former: str, successor: str, last_day: str, first_day: str
) -> None:
    assert successor not in _around(on(last_day), former)
    assert successor in _around(on(first_day), former)


def test_a_commune_that_changed_departement_left_the_first(on: On) -> None:
    assert "departement:02" in _around(on("1973-08-31"), "commune:02285")
    assert "departement:02" not in _around(on("1973-09-01"), "commune:02285")
    assert "departement:59" in _around(on("1973-09-01"), "commune:02285")


def test_a_former_commune_says_until_when_it_was_one(view: GraphView) -> None:
    ends = {id_: view.entity(view.row(id_) or 0).end for id_ in ("commune:93059", "commune:69152")}
    assert ends == {"commune:93059": "2024-12-31", "commune:69152": "2023"}


def test_saint_denis_is_one_territory_that_grew(view: GraphView, on: On) -> None:
    holders = [
        record.id
        for record in _territories(view, "COMMUNE")
        if record.props.get("cog") == ("93066",)
    ]
    assert holders == ["commune:93066"]
    assert "ept:200057867" in _around(on("2026-01-01"), "commune:93066")


def test_arrondissements_are_in_their_city(on: On) -> None:
    day = on("2026-01-01")
    assert {"commune:75056", "departement:75", "epci:200054781", "region:11"} <= _around(
        day, "commune:75101"
    )
    assert "commune:69123" in _around(day, "commune:69381")
    assert "commune:13055" in _around(day, "commune:13201")


def test_members_of_an_ept_are_in_the_metropolis_through_it(view: GraphView, on: On) -> None:
    day = on("2026-01-01")
    row = view.row("commune:92050")
    assert row is not None
    direct = {view.entity(other).id for other in day.targets(RelationType.WITHIN, row)}
    assert direct == {"departement:92", "ept:200057982"}
    assert "epci:200054781" in _around(day, "commune:92050")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Courneuve", "commune:93027"),
        ("Bondy", "commune:93010"),
        ("tourcoing", "commune:59599"),
        ("Seine-Saint-Denis", "departement:93"),
        ("Nord", "departement:59"),
        ("Ile de France", "region:11"),
        ("Plaine Commune", "ept:200057867"),
        ("Est Ensemble", "ept:200057875"),
        ("93", "departement:93"),
        ("R93", "region:93"),
        ("93010", "commune:93010"),
        ("93059", "commune:93059"),
        ("249300088", "ept:200057867"),  # Plaine Commune's number of 2015
        ("200044022", "epci:200068500"),  # Cambrai's
        ("Arbignieu", "commune:01015"),  # now Arboys en Bugey, same code
        ("Châlons-sur-Marne", "commune:51108"),  # renamed
        ("Communauté d'agglomération Valenciennes Métropole", "epci:245901160"),
    ],
)
def test_names_and_codes_that_analysts_write(place: Place, text: str, expected: str) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    ("text", "one_of_them"), [("Saint-Denis", "commune:93066"), ("Paris", "departement:75")]
)
def test_homonyms_are_listed(place: Place, text: str, one_of_them: str) -> None:
    with pytest.raises(AmbiguousReference) as error:
        place(text)
    assert one_of_them in error.value.candidates


def test_postal_codes_are_not_taken_for_old_insee_codes(view: GraphView) -> None:
    """75010 was Bondy's INSEE code before 1968; today it is a postal code of Paris."""
    codes = {
        code
        for record in _territories(view, "COMMUNE")
        for code in record.props.get("cog", ())  # type: ignore[union-attr]
    }
    assert "75010" not in codes
    assert "49220" in codes
