"""Links, questions and answers, each written with its change set and taken back with it."""

import pytest

from graph.changes import Merge, Split
from graph.errors import InvalidData, RevertRefused, UnknownReference
from graph.ontology import EntityKind
from graph.reconciliation import (
    Answer,
    Question,
    Rule,
    judgement,
    questions,
    reconcile,
    territories,
)
from graph.reconciliation.territories import Territories
from graph.repository import Repository
from tests.drawing import AUTHOR, apply, change_set, entity, relation

ACTORS = Rule(frozenset({EntityKind.ACTOR}))
BONDY = entity("Territory", "commune:93010", name="Bondy", cog=("93010",))
PANTIN = entity("Territory", "commune:93055", name="Pantin", cog=("93055",))


def import_(repository: Repository, *operations: object, rule: Rule = ACTORS) -> str:
    """Write operations as an import does, with their links; the change set."""
    given = list(operations)
    linked = reconcile(repository.view(), given, rule)  # type: ignore[arg-type]
    return apply(repository, *given, *linked.operations).id  # type: ignore[arg-type]


def the_question(repository: Repository, answer: Answer | None = Answer.OPEN) -> Question:
    (question,) = questions(repository.view(), answer)
    return question


def answer(repository: Repository, given: Answer) -> str:
    operations = judgement(repository.view(), the_question(repository, None).id, given)
    return apply(repository, *operations).id


@pytest.fixture
def asked(repository: Repository) -> Repository:
    """An association of Bondy, and one of a near name that an import brings."""
    apply(
        repository,
        BONDY,
        entity("Actor", "act:old", name="Association Rues et cités", actor_kind="ASSOCIATION"),
        relation("act:old", "COVERS", "commune:93010"),
    )
    import_(repository, entity("Actor", "act:new", name="Rues et citès"))
    return repository


def test_the_same_number_links(repository: Repository) -> None:
    """A Merge, which shows one actor, and a question answered SAME, so that it can be undone."""
    apply(repository, entity("Actor", "act:old", name="A", siret=("40116107000032",)))
    import_(repository, entity("Actor", "act:new", name="Halage", siret=("40116107000032",)))
    view = repository.view()
    assert view.row("act:new") == view.row("act:old")
    assert questions(view) == []
    assert the_question(repository, None).answer is Answer.SAME
    answer(repository, Answer.DIFFERENT)
    view = repository.view()
    assert view.row("act:new") != view.row("act:old")
    assert the_question(repository, None).answer is Answer.DIFFERENT


def test_the_same_name_in_the_same_town_links(repository: Repository) -> None:
    apply(
        repository,
        BONDY,
        PANTIN,
        entity("Actor", "act:bondy", name="CCAS de Bondy", actor_kind="CCAS"),
        relation("act:bondy", "COVERS", "commune:93010"),
        entity("Actor", "act:families", name="Association des familles"),
        relation("act:families", "COVERS", "commune:93055"),
    )
    import_(
        repository,
        entity("Actor", "act:new", name="Centre communal d'action sociale de Bondy"),
        relation("act:new", "COVERS", "commune:93010"),
        entity("Actor", "act:other", name="ASSOCIATION DES FAMILLES"),
        relation("act:other", "COVERS", "commune:93010"),
    )
    view = repository.view()
    assert view.row("act:new") == view.row("act:bondy")
    assert view.row("act:other") != view.row("act:families")
    assert questions(view) == []


def test_a_doubt_is_a_question_with_reasons(asked: Repository) -> None:
    question = the_question(asked)
    assert (question.left.id, question.right.id) == ("act:new", "act:old")
    assert question.pros == ("même nom, aux mots outils et aux sigles près",)
    assert question.cons == ("territoire inconnu d'un côté",)
    view = asked.view()
    assert view.row("act:new") != view.row("act:old")


def test_the_same_again_asks_nothing_new(asked: Repository) -> None:
    given = [entity("Actor", "act:new", name="Rues et citès")]
    assert reconcile(asked.view(), given, ACTORS).operations == []


def test_an_answer_stands_and_a_revert_opens_the_question_again(asked: Repository) -> None:
    for given in (Answer.SAME, Answer.DIFFERENT):
        change = answer(asked, given)
        assert questions(asked.view()) == []
        assert the_question(asked, given).answer is given
        asked.revert(change, AUTHOR)
        assert the_question(asked).answer is Answer.OPEN


def test_an_answer_may_change(asked: Repository) -> None:
    answer(asked, Answer.SAME)
    answer(asked, Answer.DIFFERENT)
    view = asked.view()
    assert view.row("act:new") != view.row("act:old")
    answer(asked, Answer.SAME)
    assert asked.view().row("act:new") == asked.view().row("act:old")
    answer(asked, Answer.OPEN)
    assert the_question(asked).answer is Answer.OPEN
    assert judgement(asked.view(), the_question(asked).id, Answer.OPEN) == []


def test_a_split_by_other_means_opens_the_question_again(asked: Repository) -> None:
    answer(asked, Answer.SAME)
    apply(asked, Split("act:new"))
    assert the_question(asked).answer is Answer.OPEN


def test_the_import_reverts_with_its_question(repository: Repository) -> None:
    apply(repository, entity("Actor", "act:old", name="Rues et cités"))
    change = import_(repository, entity("Actor", "act:new", name="Rues et cités"))
    assert len(questions(repository.view())) == 1
    repository.revert(change, AUTHOR)
    assert questions(repository.view(), None) == []


def test_an_answer_stands_in_the_way_of_a_revert(repository: Repository) -> None:
    apply(repository, entity("Actor", "act:old", name="Rues et cités"))
    change = import_(repository, entity("Actor", "act:new", name="Rues et cités"))
    answered = answer(repository, Answer.DIFFERENT)
    with pytest.raises(RevertRefused) as error:
        repository.revert(change, AUTHOR)
    assert f"« {answered} »" in str(error.value)


def test_an_unknown_question(asked: Repository) -> None:
    with pytest.raises(UnknownReference):
        judgement(asked.view(), "q000000000000", Answer.SAME)


def test_two_merges_of_one(asked: Repository) -> None:
    """What is already merged elsewhere goes with its survivor."""
    apply(asked, entity("Actor", "act:third", name="Tiers"), Merge(("act:new",), "act:third"))
    answer(asked, Answer.SAME)
    view = asked.view()
    assert view.row("act:new") == view.row("act:third") == view.row("act:old")


def test_rows_of_a_register_are_not_one_another(repository: Repository) -> None:
    """Two establishments with the number of their head office: each is asked about, none linked."""
    apply(repository, entity("Actor", "act:old", name="Halage", siret=("40116107000032",)))
    rows = [
        entity("Actor", f"act:{name}", name=f"Halage {name}", siret=("40116107000032",))
        for name in ("nord", "sud")
    ]
    linked = reconcile(repository.view(), rows, Rule(ACTORS.kinds, distinct=True))
    assert {(each.id, each.other) for each in linked.asked} == {
        ("act:nord", "act:old"),
        ("act:sud", "act:old"),
    }


def test_unnamed_groups_are_nobody(repository: Repository) -> None:
    apply(repository, entity("Actor", "act:old", name="Des bailleurs", generic=True))
    given = [entity("Actor", "act:new", name="Des bailleurs")]
    assert reconcile(repository.view(), given, ACTORS).operations == []


def test_merging_two_kinds_is_refused(repository: Repository) -> None:
    apply(repository, entity("Actor", "a"), entity("Scheme", "s"))
    with pytest.raises(InvalidData):
        repository.plan(change_set(relation("a", "RESEMBLES", "s")))


def test_territories_by_code_and_day(repository: Repository) -> None:
    """A code that two territories bore in turn; a former SIREN; a homonym and its département."""
    apply(
        repository,
        entity("Territory", "old", name="Avant", cog=("01001",), end="2018-12-31"),
        entity("Territory", "new", name="Après", cog=("01001",), start="2019-01-01"),
        entity("Territory", "ept", name="Plaine Commune", siren=("200057867", "249300088")),
        entity("Territory", "a", name="Saint-Denis"),
        entity("Territory", "b", name="Saint-Denis"),
        entity("Territory", "93", name="Seine-Saint-Denis"),
        relation("b", "WITHIN", "93"),
    )
    space: Territories = territories(repository.view())
    assert space.of_code("249300088") == "ept"
    assert space.of_code("01001") == "new"
    assert space.of_code("01001", 736000) == "old"  # in 2016
    assert space.of_code("99999") is None
    assert space.named("saint denis") == ["a", "b"]
    assert space.named("Saint-Denis", within="93") == ["b"]
