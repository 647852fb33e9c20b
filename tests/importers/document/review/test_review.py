"""A person's answers on a reading: what is kept, what contradicts, where it stands in the text."""

from pathlib import Path

import pytest

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers.document.exchange import parse_reading
from importers.document.model import Reading
from importers.document.review import (
    Answer,
    Choice,
    confirmed_reading,
    contradictions,
    corrected_reading,
    located,
    segments,
    tally,
)
from tests.drawing import apply, entity

READING = parse_reading(
    {
        "framework": {"kind": "CLS", "title": "CLS", "start": "2017", "end": "2022"},
        "actors": [
            {"mention": "la Ville", "labelled": True, "roles": ["SIGNATORY"]},
            {"mention": "la CAF", "kind": "CAF"},
        ],
        "themes": ["sante"],
        "dates": [{"date": "2018", "what": "début", "passage": "à compter de 2018"}],
    }
)


def test_facts_in_the_order_of_a_reader() -> None:
    """Each date of the framework is a fact of its own."""
    assert [each.path for each in located(READING)] == [
        *("framework", "framework.start", "framework.end"),
        *("actors[0]", "actors[1]", "themes[0]", "dates[0]"),
    ]


def test_a_corrected_date_says_that_a_person_corrected_it() -> None:
    """Its passage is evidence of another date."""
    answers = {
        "framework.start": Answer(Choice.KEEP, {"start": "2017"}),  # as it was read
        "framework.end": Answer(Choice.KEEP, {"end": "2021"}),
        "dates[0]": Answer(Choice.KEEP, {"date": "2019", "what": "vote"}),
    }
    kept = confirmed_reading(READING, answers)
    assert kept.framework is not None
    assert kept.framework.start_passage is None
    assert kept.framework.end_passage == "(fin : corrigé par une personne)"
    assert kept.dates[0].passage == "à compter de 2018 (date : corrigé par une personne)"
    assert corrected_reading(READING, answers).dates[0].passage == "à compter de 2018"


def test_labelled_facts_alone_are_kept_without_an_answer() -> None:
    kept = confirmed_reading(READING, {})
    assert (kept.framework, [each.mention for each in kept.actors]) == (None, ["la Ville"])
    assert tally(READING, {}).words == "1 fait gardé, 6 sans réponse"


def test_answers_make_the_confirmed_reading() -> None:
    answers = {
        "framework": Answer(Choice.KEEP),
        "framework.end": Answer(Choice.KEEP, {"end": "2021"}),
        "framework.start": Answer(Choice.NOT_SAID),
        "actors[0]": Answer(Choice.REFUSE),
        "actors[1]": Answer(Choice.KEEP, {"roles": ["FUNDER"], "entity": "act:caf"}),
    }
    kept = confirmed_reading(READING, answers)
    assert kept.framework is not None
    assert (kept.framework.title, kept.framework.start, kept.framework.end) == ("CLS", None, "2021")
    assert [(each.called, each.roles, each.entity) for each in kept.actors] == [
        ("la CAF", ("FUNDER",), "act:caf")
    ]
    told = "3 faits gardés dont 2 corrigés, 1 refusé, 1 que le texte ne dit pas, 2 sans réponse"
    assert tally(READING, answers).words == told


def test_joining_an_actor_is_no_correction() -> None:
    answers = {"actors[0]": Answer(Choice.KEEP, {"entity": "act:ville"})}
    assert tally(READING, answers).corrected == 0


def test_a_date_alone_keeps_the_framework_without_its_title() -> None:
    framework = confirmed_reading(READING, {"framework.start": Answer(Choice.KEEP)}).framework
    assert framework is not None
    assert (framework.title, framework.start, framework.end) == (None, "2017", None)


@pytest.fixture
def graph(tmp_path: Path) -> Repository:
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    source = entity("Document", "doc:fiche", name="Fiche du CLS")
    framework = entity("Framework", "fra:cls", "doc:fiche#Dates", name="CLS", end="2021")
    apply(repository, source, framework)
    return repository


def sides(graph: Repository, reading: Reading, *gone: str) -> list[list[tuple[str | None, str]]]:
    return [
        [(side.path, side.value) for side in each.sides]
        for each in contradictions(graph.view(), reading, gone)
    ]


def test_two_dates_stand_side_by_side_until_one_is_refused(graph: Repository) -> None:
    assert sides(graph, READING) == [[("framework.start", "2017"), ("dates[0]", "2018")]]
    assert sides(graph, READING, "dates[0]") == []


def test_a_date_of_the_graph_stands_beside_that_of_the_text(graph: Repository) -> None:
    joined = corrected_reading(READING, {"framework": Answer(None, {"entity": "fra:cls"})})
    found = contradictions(graph.view(), joined, {"dates[0]"})
    assert [(side.path, side.value, side.passage) for side in found[0].sides] == [
        ("framework.end", "2022", ""),
        (None, "2021", "Fiche du CLS, Dates"),
    ]


def test_two_natures_and_two_amounts(graph: Repository) -> None:
    reading = parse_reading(
        {
            "actors": [
                {"mention": "la CAF", "kind": "CAF"},
                {"mention": "Caisse", "aliases": ["CAF"], "kind": "MSA"},
            ],
            "amounts": [{"amount": 10}, {"amount": 20}, {"amount": 20, "actor": "la CAF"}],
        }
    )
    assert sides(graph, reading) == [
        [
            ("actors[0]", "caisse d'allocations familiales"),
            ("actors[1]", "mutualité sociale agricole"),
        ],
        [("amounts[0]", "10"), ("amounts[1]", "20")],
    ]


def test_the_text_is_cut_where_passages_begin_and_end() -> None:
    """Spaces, line ends and the shape of apostrophes do not count; passages may overlap."""
    text = "Entre la Ville\n  et l’État, à Bondy"
    found = segments(text, [("a", "la Ville et l'État"), ("b", "l'État, à Bondy"), ("c", "absent")])
    assert "".join(each.text for each in found) == text
    assert [(each.text, each.paths, each.ended) for each in found] == [
        ("Entre ", (), ()),
        ("la Ville\n  et ", ("a",), ()),
        ("l’État", ("a", "b"), ("a",)),
        (", à Bondy", ("b",), ("b",)),
    ]
