"""A person's answers on a reading: what is kept, what contradicts, where it stands in the text."""

from pathlib import Path

import pytest

from graph.errors import InvalidData
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers.document.exchange import parse_reading
from importers.document.model import Reading
from importers.document.review import (
    Answer,
    Choice,
    added_fact,
    check_added,
    check_source,
    confirmed_reading,
    contradictions,
    corrected_reading,
    is_taken_back,
    located,
    misquoted,
    own_words,
    segments,
    tally,
    unquoted,
    with_added,
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


TEXT = "Entre la Ville\n  et l’État, d'une part,\nMme Anne Roux, maire, préside le comité."


def test_an_added_fact_is_kept_with_the_words_of_the_text() -> None:
    """At the end of its list, so that the paths of the others stay."""
    added = added_fact(TEXT, "actors", {"mention": "l'état", "passage": "la Ville et l'État"})
    reading = with_added(READING, [added])
    assert [each.path for each in located(reading)][3:6] == ["actors[0]", "actors[1]", "actors[2]"]
    fact = confirmed_reading(reading, {}).actors[1]
    assert (fact.mention, fact.passage) == ("l'état", "la Ville\n  et l’État")
    assert tally(reading, {}).words == "2 faits gardés dont 1 ajouté, 6 sans réponse"


def test_an_added_fact_that_is_taken_back_leaves_no_trace() -> None:
    reading = with_added(READING, [added_fact(TEXT, "bodies", {"name": "c", "passage": "comité"})])
    (body,) = [each for each in located(reading) if each.list == "bodies"]
    answers = {body.path: Answer(Choice.REFUSE)}
    assert is_taken_back(answers, body)
    assert confirmed_reading(reading, answers).bodies == ()
    assert tally(reading, answers) == tally(READING, {})


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("entre la Ville", None),  # a quote keeps its capitals
        ("ENTRE", None),
        ("Entre … d'une part", "Entre la Ville\n  et l’État, d'une part"),
        ("Entre ... comité", None),  # a person's name is between
        ("d'une part ... Entre", None),
        ("  préside   le comité ", "préside le comité"),
        ("", None),
    ],
)
def test_a_passage_is_an_exact_quote_that_names_nobody(passage: str, words: str | None) -> None:
    """A long one may be given by its first and last words."""
    if words is None:
        with pytest.raises(InvalidData, match="passage"):
            own_words(TEXT, passage)
    else:
        assert own_words(TEXT, passage) == words


def test_a_passage_that_does_not_name_its_actor_is_refused() -> None:
    with pytest.raises(InvalidData, match="ne nomme pas « la CAF »"):
        added_fact(TEXT, "actors", {"mention": "la CAF", "passage": "l'État"})
    with pytest.raises(InvalidData, match="mention : ce champ manque"):
        added_fact(TEXT, "actors", {"mention": "", "passage": "l'État"})


@pytest.mark.parametrize("passage", ["Mme Anne Roux, maire de la Ville", "l'État"])
def test_what_a_person_writes_in_a_reading_is_checked_as_on_the_page(passage: str) -> None:
    """No person named, and the actor named; what the reader found is not in question."""
    actor = {"mention": "la Ville", "passage": passage}
    check_added(parse_reading({"actors": [actor]}))
    with pytest.raises(InvalidData, match=r"l\.json : actors\[0\] : "):
        check_added(parse_reading({"actors": [{**actor, "added": True}]}), "l.json")


def test_passages_that_the_text_lacks_are_found_whatever_becomes_of_them() -> None:
    assert misquoted(TEXT, READING) == ["dates[0]"]
    assert unquoted(TEXT, READING, {}) == []
    kept = {"dates[0]": Answer(Choice.KEEP)}
    assert [each.path for each in unquoted(TEXT, READING, kept)] == ["dates[0]"]
    mended = {"dates[0]": Answer(Choice.KEEP, {"date": "2019", "passage": "d'une part"})}
    assert unquoted(TEXT, READING, mended) == []
    assert confirmed_reading(READING, mended).dates[0].passage == "d'une part"


def test_a_reading_of_another_file_is_refused() -> None:
    reading = READING.model_copy(update={"sha256": "ab" * 32})
    check_source("ab" * 32, reading)
    check_source("cd" * 32, READING)  # it does not say
    with pytest.raises(InvalidData, match="d'un autre fichier") as refused:
        check_source("cd" * 32, reading, "lecture.json")
    assert (refused.value.code, refused.value.place.file) == ("OTHER_DOCUMENT", "lecture.json")
