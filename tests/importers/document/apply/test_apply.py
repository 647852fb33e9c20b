"""A confirmed reading becomes one change set: exact facts, each with its passage."""

import pytest

from graph.changes import UpsertEntity, UpsertRelation
from graph.errors import InvalidData, UnknownReference
from graph.ontology import EntityKind, RelationType
from graph.reconciliation import Answer, Decision, questions
from graph.repository import Repository
from importers.document.apply import Confirmed, SourceDocument, apply_reading, statement
from importers.document.apply.joining import resembling
from importers.document.model import Reading
from tests.drawing import AUTHOR, apply, entity, relation
from tests.importers.document.apply.conftest import CLS, DOC, FRAMEWORK, SHA, TOWN, confirmed, read


def facts(repository: Repository, reading: Reading) -> list[tuple[object, ...]]:
    """What a reading states: entities by kind, id and values, relations by ends and values."""
    found: list[tuple[object, ...]] = []
    for each in statement(repository.view(), confirmed(reading)).operations:
        match each:
            case UpsertEntity(id=id_, values=values, sources=sources):
                found.append((id_, dict(values), sources))
            case UpsertRelation(type=type_, origin=origin, target=target, values=values):
                found.append((origin, type_.value, target, dict(values), each.sources))
    return found


def write(repository: Repository, reading: Reading) -> str:
    """Apply a reading that changes something; the change set."""
    done = apply_reading(repository, confirmed(reading), author=AUTHOR)
    assert done.change_set is not None
    return done.change_set


def test_a_reading_that_names_a_person_is_not_written(graph: Repository) -> None:
    reading = read(framework=CLS, actors=[{"mention": "la Ville", "name": "Mme Zoé Fictive"}])
    before = graph.view().revision
    with pytest.raises(InvalidData, match="Mme Zoé Fictive"):
        apply_reading(graph, confirmed(reading), author=AUTHOR)
    assert graph.view().revision == before


def test_the_operations_of_a_reading(graph: Repository) -> None:
    reading = read(
        framework=CLS,
        actors=[TOWN],
        themes=[{"theme": "sante", "passage": "l'accès aux soins"}],
        territories=[{"name": "Bondy", "level": "commune", "passage": "à Bondy"}],
        bodies=[
            {
                "name": "comité de pilotage",
                "level": "STRATEGIC",
                "frequency": "YEARLY",
                "members": ["Ville de Bondy"],
                "passage": "un comité de pilotage annuel",
            }
        ],
    )
    body = "bod:comite-de-pilotage-b73544"
    period = {"start": "2017", "end": "2022"}
    assert facts(graph, reading) == [
        (DOC, {"name": "Contrat local de santé", "hash": SHA, "date": "2018-04-24"}, (DOC,)),
        (
            FRAMEWORK,
            {"name": "CLS de Bondy", "framework_kind": "CLS", **period, "signed": "2018-04-24"},
            (f"{DOC}#CONTRAT LOCAL DE SANTÉ",),
        ),
        (FRAMEWORK, "COVERS", "commune:93010", {}, (f"{DOC}#à Bondy",)),
        ("act:ville", {}, (f"{DOC}#Entre la Ville de Bondy",)),
        (
            "act:ville",
            "INVOLVED_IN",
            FRAMEWORK,
            {"role": "SIGNATORY", **period},
            (f"{DOC}#Entre la Ville de Bondy",),
        ),
        (FRAMEWORK, "ADDRESSES", "theme:sante", {}, (f"{DOC}#l'accès aux soins",)),
        (
            body,
            {"name": "comité de pilotage", "level": "STRATEGIC", "frequency": "YEARLY"},
            (f"{DOC}#un comité de pilotage annuel",),
        ),
        (FRAMEWORK, "GOVERNED_BY", body, {}, (f"{DOC}#un comité de pilotage annuel",)),
        (
            "act:ville",
            "MEMBER_OF",
            body,
            {"role": "MEMBER"},
            (f"{DOC}#un comité de pilotage annuel",),
        ),
    ]


def test_a_second_time_changes_nothing_and_a_revert_restores(graph: Repository) -> None:
    reading = read(
        framework=CLS,
        actors=[{"mention": "la Ville de Bondy", "roles": ["LEAD"], "passage": "p"}],
        actions=[{"name": "Ateliers", "lead": "Ville de Bondy", "audience": "jeunes"}],
        needs=[{"label": "Accès aux soins", "indicator": "médecins", "year": 2016}],
        articulations=[{"kind": "PRS", "name": "projet régional de santé", "passage": "le PRS"}],
        amounts=[{"amount": 50000.0, "year": 2018, "actor": "Ville de Bondy", "passage": "50 k€"}],
    )
    before = graph.view()
    change = write(graph, reading)
    again = apply_reading(graph, confirmed(reading), author=AUTHOR)
    assert (again.change_set, again.created, again.changed) == (None, 0, 0)
    graph.revert(change, AUTHOR)
    after = graph.view()
    assert {each.id for each in map(after.entity, after.rows_of(*EntityKind))} == {
        each.id for each in map(before.entity, before.rows_of(*EntityKind))
    }


def test_the_tail_of_a_name_tells_a_sure_join(graph: Repository) -> None:
    """The town of that name is surely the town; a CAF whose territory nobody tells is asked."""
    write(
        graph,
        read(
            actors=[
                {"mention": "la commune de Bondy", "kind": "COMMUNE", "passage": "p"},
                {"mention": "la CAF de la Seine-Saint-Denis", "kind": "CAF", "passage": "p"},
            ]
        ),
    )
    view = graph.view()
    joined = [each.left.id for each in questions(view, Answer.SAME)]
    assert [view.row(id_) for id_ in joined] == [view.row("act:ville")]
    assert [each.right.id for each in questions(view)] == ["act:caf-93"]


def test_what_resembles_a_fact_is_told_by_its_path(graph: Repository) -> None:
    """The framework of this name is none; the association is the one that the graph may know."""
    reading = read(actors=[TOWN, {"mention": "l'association Rues et cités", "passage": "p"}])
    found = resembling(graph.view(), reading)
    assert {path: [each.id for each in others] for path, others in found.items()} == {
        "actors[0]": ["act:ville"],
        "actors[1]": ["act:rues"],
    }
    assert found["actors[0]"][0].verdict.decision is Decision.SAME


def test_an_answer_no_is_kept_with_its_question(graph: Repository) -> None:
    mention = {"mention": "Rues et Cités", "distinct": ["act:rues"], "passage": "p"}
    write(graph, read(actors=[mention]))
    (question,) = questions(graph.view(), None)
    assert (question.right.id, question.answer) == ("act:rues", Answer.DIFFERENT)


def test_a_corrected_date_replaces_the_one_that_this_document_gave(graph: Repository) -> None:
    write(graph, read(framework={**CLS, "start": "2016"}, actors=[TOWN]))
    write(graph, read(framework=CLS, actors=[TOWN]))
    view = graph.view()
    relations = [view.relation(number) for number in view.relation_numbers()]
    starts = [each.start for each in relations if each.type is RelationType.INVOLVED_IN]
    assert starts == ["2017"]


def test_what_another_source_dated_is_confirmed_not_doubled(graph: Repository) -> None:
    apply(
        graph,
        entity("Framework", "fra:cls", name="CLS", framework_kind="CLS", start="2016"),
        relation("act:ville", "INVOLVED_IN", "fra:cls", role="SIGNATORY", start="2016"),
    )
    write(graph, read(framework={**CLS, "entity": "fra:cls"}, actors=[TOWN]))
    view = graph.view()
    relations = [view.relation(number) for number in view.relation_numbers()]
    (part,) = [each for each in relations if each.type is RelationType.INVOLVED_IN]
    assert (part.start, part.sources) == ("2016", (f"{DOC}#Entre la Ville de Bondy",))
    row = view.row("fra:cls")
    assert row is not None
    framework = view.entity(row)
    assert (framework.name, framework.start) == ("CLS", "2017")
    assert framework.props["note"] == "début : 2016 selon les sources antérieures"


def test_a_date_kept_elsewhere_in_the_text_is_the_framework_s(graph: Repository) -> None:
    reading = read(dates=[{"date": "2019", "what": "Début", "passage": "à compter de 2019"}])
    assert facts(graph, reading)[1] == (
        FRAMEWORK,
        {"name": "CLS de Bondy", "framework_kind": "CLS", "start": "2019"},
        (f"{DOC}#CONTRAT LOCAL DE SANTÉ", f"{DOC}#à compter de 2019"),
    )


def test_a_commune_is_told_from_its_homonyms_by_the_departements_named(graph: Repository) -> None:
    """As in a table; when none tells, it is for a person to say."""
    apply(
        graph,
        entity("Territory", "departement:62", name="Pas-de-Calais", territory_level="DEPARTEMENT"),
        entity("Territory", "commune:62001", name="Bondy", territory_level="COMMUNE"),
        relation("commune:62001", "WITHIN", "departement:62"),
    )
    town, around = {"name": "Bondy"}, {"name": "Pas-de-Calais"}
    covered = [
        each[2] for each in facts(graph, read(territories=[town, around])) if "COVERS" in each
    ]
    assert covered == ["commune:62001", "departement:62"]
    done = apply_reading(graph, confirmed(read(territories=[town])), author=AUTHOR, dry_run=True)
    assert "plusieurs territoires s'appellent « Bondy »" in done.remarks[0]


def test_what_cannot_be_written_is_told(graph: Repository) -> None:
    reading = read(
        themes=["elevage"],
        territories=[{"name": "Nulle part"}],
        bodies=[{"name": "comité", "members": ["la Région"]}],
    )
    done = apply_reading(graph, confirmed(reading), author=AUTHOR, dry_run=True)
    assert done.remarks == (
        "territories[0] : « Nulle part » n'est pas un territoire de la base, il n'est pas écrit",
        "themes[0] : « elevage » n'est pas un thème du vocabulaire, il n'est pas écrit",
        "bodies[0].members : « la Région » n'est pas un acteur gardé de cette lecture, ce lien "
        "n'est pas écrit",
    )


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (Reading(), "framework : ce champ manque"),
        (
            read(framework=CLS, dates=[{"date": "2018", "what": "début"}]),
            "framework.start et dates[0] donnent deux dates de début (2017 ; 2018)",
        ),
        (
            read(
                actors=[{"mention": "la CAF", "kind": "CAF"}, {"mention": "la CAF", "kind": "MSA"}]
            ),
            "actors[0] et actors[1] donnent deux natures à un même acteur (CAF ; MSA)",
        ),
        (read(amounts=[{"amount": 1}, {"amount": 2}]), "amounts[0] et amounts[1]"),
        (
            read(
                actors=[TOWN],
                amounts=[
                    {"amount": 1, "actor": "Ville de Bondy"},
                    {"amount": 2, "actor": "Ville de Bondy"},
                ],
            ),
            "amounts[1] donne à « Ville de Bondy » un autre montant",
        ),
        (read(framework={**CLS, "entity": "act:ville"}), "n'est pas un cadre"),
        (read(framework={**CLS, "end": "2012"}), "la fin (2012) précède le début (2017)"),
    ],
)
def test_facts_that_contradict_one_another_are_refused(
    graph: Repository, reading: Reading, said: str
) -> None:
    revision = graph.view().revision
    with pytest.raises(InvalidData) as refused:
        apply_reading(graph, confirmed(reading), author=AUTHOR, file="lecture.json")
    assert said in str(refused.value)
    assert graph.view().revision == revision


def test_an_unknown_entity_names_the_fact(graph: Repository) -> None:
    reading = read(actors=[{**TOWN, "entity": "act:absent"}])
    with pytest.raises(UnknownReference, match=r"lecture.json, actors\[0\], colonne « entity »"):
        apply_reading(graph, confirmed(reading), author=AUTHOR, file="lecture.json")


def test_the_full_text_is_kept_when_asked_only(graph: Repository) -> None:
    source = SourceDocument(SHA, "Contrat local de santé", text="Article 1\nBondy")
    apply_reading(graph, Confirmed(source, read()), author=AUTHOR)
    view = graph.view()
    row = view.row(DOC)
    assert row is not None
    assert view.entity(row).props["full_text"] == "Article 1\nBondy"
    assert "full_text" not in facts(graph, read())[0][1]  # type: ignore[operator]


def test_the_journal_tells_what_a_person_refused(graph: Repository) -> None:
    made = confirmed(read(), told="1 fait refusé")
    done = apply_reading(graph, made, author=AUTHOR)
    assert done.change_set is not None
    record = graph.store.change(done.change_set)
    assert record is not None
    assert record.message == "Lecture de « Contrat local de santé » (1 fait refusé)"
