"""What French users type, on the shipped data with all of France's territories."""

import csv
import time
from pathlib import Path
from statistics import mean, median

import pytest

from graph.ontology import EntityKind
from queries.search import search
from tests.search.views import found, shipped_view

TABLE = list(
    csv.DictReader(Path(__file__).with_name("queries.csv").read_text(encoding="utf-8").splitlines())
)
LEAST_COMMUNES = 34_000


def reciprocal_rank(text: str, expected: str) -> float:
    """1 when the expected entity comes first, 1/2 when second... 0 when it is not found."""
    ids = found(shipped_view(), text)
    return 1 / (1 + ids.index(expected)) if expected in ids else 0.0


def test_the_data_are_all_there() -> None:
    view = shipped_view()
    communes = [
        row
        for row in view.rows_of(EntityKind.TERRITORY)
        if view.entity(row).props.get("territory_level") == "COMMUNE"
    ]
    assert len(communes) > LEAST_COMMUNES
    assert len(TABLE) >= 60
    assert [line for line in TABLE if view.row(line["expected"]) is None] == []


def test_the_expected_answer_comes_first() -> None:
    ranks = {line["text"]: reciprocal_rank(line["text"], line["expected"]) for line in TABLE}
    missed = {text: rank for text, rank in ranks.items() if rank < 1}
    assert mean(ranks.values()) >= 0.95, missed
    assert min(ranks.values()) > 0, missed


def test_an_answer_takes_less_than_five_milliseconds() -> None:
    view = shipped_view()
    search(view, "tourcoign")
    times = []
    for line in TABLE:
        start = time.perf_counter()
        search(view, line["text"]).page(0, 50)
        times.append(time.perf_counter() - start)
    assert median(times) < 0.005


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("bondy", EntityKind.ACTOR, "act:commune-93010"),
        ("bondy", EntityKind.FRAMEWORK, "fra:pst-bondy"),
        ("tourcoign", EntityKind.BODY, "bod:tourcoing-groupes-de-travail"),
        ("insertion", EntityKind.THEME, "theme:insertion-emploi"),
    ],
)
def test_kinds_are_searched_on_their_own(text: str, kind: EntityKind, expected: str) -> None:
    """What bears a word in another kind does not hide what comes near it in the one asked."""
    view = shipped_view()
    items = search(view, text, [kind]).page()
    assert {view.kind(item.entity) for item in items} == {kind}
    assert expected in [view.entity(item.entity).id for item in items[:3]]


def test_homonyms_come_by_number_of_relations() -> None:
    view = shipped_view()
    items = [item for item in search(view, "saint denis").page() if item.score == 1]
    counts = [len(view.touching(item.entity)) for item in items]
    assert len(counts) > 2
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("bondy", "Bondy"),
        ("observatoire départemental", "Observatoire départemental"),
        ("229 300 082", "229 300 082"),
        (
            "semaine dans les services",
            "Une semaine dans les services de l'autre institution, dans les deux sens.",
        ),
    ],
)
def test_what_matched_is_told(text: str, matched: str) -> None:
    assert search(shipped_view(), text).page(0, 1)[0].matched == matched
