"""Findings on the five documents, each found by reading them before the product was asked."""

import pytest

from graph.dates import parse_day
from graph.repository import Repository
from graph.view import DayView
from queries.cut_points import cut_points
from queries.gaps import gaps
from queries.measures import measures


def _row(day: DayView, id_: str) -> int:
    row = day.view.row(id_)
    assert row is not None, id_
    return row


def _id(day: DayView, row: int | None) -> str | None:
    return None if row is None else day.view.entity(row).id


def test_bondys_pst_lacks_one_partner_by_its_source(in_2015: DayView) -> None:
    lacking = gaps(in_2015, _row(in_2015, "commune:93010"), kinds=["MISSING_PARTNER"]).page()
    by_source = [gap for gap in lacking if gap.severity == "HIGH"]
    assert [
        (_id(in_2015, gap.subject), [_id(in_2015, actor) for actor in gap.actors])
        for gap in by_source
    ] == [("fra:pst-bondy", ["act:pole-emploi"])]


def test_what_the_annex_lets_expire_within_six_months(shipped: Repository) -> None:
    """On 1 July 2015: what ends from that day to 31 December, and nothing succeeds."""
    day = shipped.view().on(parse_day("2015-07-01"))
    expiring = gaps(day, kinds=["EXPIRING"]).page()
    assert [_id(day, gap.subject) for gap in expiring] == ["fra:cd93-programme-insertion-2013-2015"]


def test_bondys_committees_by_redundancy(in_2015: DayView) -> None:
    """Nobody is recorded in the seven committees: null, not 0. The council is the only place
    where its four chairs meet: 0."""
    (found,) = measures(in_2015, _row(in_2015, "commune:93010")).page()
    redundancy = {
        id_: node.redundancy
        for node in found.nodes
        if (id_ := _id(in_2015, node.entity)) and id_.startswith("bod:bondy")
    }
    council = "bod:bondy-conseil-local-de-gouvernance"
    committees = [id_ for id_ in redundancy if id_.startswith("bod:bondy-comite")]
    assert len(committees) == 7
    assert {redundancy[id_] for id_ in committees} == {None}
    assert redundancy[council] == 0.0


_CARRIED = [
    "axn:tourcoing-centres-sociaux",
    "axn:tourcoing-groupes-socio-educatifs",
    "axn:tourcoing-modes-de-garde-parentalite",
    "fra:charte-secret-partage-tourcoing",
    "fra:convention-clubs-prevention-tourcoing",
]
"""What the convention favoured and that nothing else ties."""


@pytest.mark.parametrize(
    ("territory", "pairs_lost", "cut_off"),
    [(None, 0, _CARRIED), ("commune:59599", 4, ["act:caf-tourcoing", *_CARRIED])],
)
def test_what_breaks_when_tourcoings_convention_ends(
    in_2015: DayView, territory: str | None, pairs_lost: int, cut_off: list[str]
) -> None:
    """In the town the CAF loses its only tie to the others; beyond, it still sits with the
    département on the steering committee of a project that is only a draft."""
    place = None if territory is None else _row(in_2015, territory)
    (found,) = [
        point
        for point in cut_points(in_2015, place).page()
        if _id(in_2015, point.entity) == "fra:convention-tourcoing"
    ]
    assert found.pairs_lost == pairs_lost
    assert [_id(in_2015, row) for row in found.cut_off] == cut_off
