"""GraphQL: the contract's queries and mutations on the drawn graph."""

import json
from pathlib import Path

import pytest

from api.graphql.schema import schema
from tests.api.conftest import Ask, Run

SNAPSHOT = Path(__file__).parent.parent.parent / "api" / "graphql" / "schema.graphql"


def test_the_schema_in_the_repository_is_that_of_the_code() -> None:
    """After a wanted change, write it again: ``make schema``."""
    assert SNAPSHOT.read_text(encoding="utf-8") == schema.as_str() + "\n"


def test_every_type_and_field_is_described() -> None:
    shown = schema.introspect()["__schema"]["types"]
    bare = [
        f"{type_['name']}.{member['name']}"
        for type_ in shown
        if not type_["name"].startswith("__") and type_["kind"] != "SCALAR"
        for member in [*(type_["fields"] or ()), *(type_["inputFields"] or ())]
        if not member["description"]
    ]
    assert bare == []


def test_the_command_line_and_graphql_give_the_same_answer(imported: Run, ask: Ask) -> None:
    _, printed = imported("ask", "who", "--theme", "Précarité", "--as-of", "2015-06-01")
    entity = "{ id kind name }"
    evidence = f"""{{ type from {entity} to {entity} role start end endState
        sources {{ document {entity} locator }} }}"""
    answer = ask(
        f"""{{ whoWorksOn(theme: "Précarité", asOf: "2015-06-01") {{ edges {{ node {{
            initiative {entity} exact distance themes {entity} territories {entity}
            audiences {entity} actors {{ actor {entity} role start end endState }}
            frameworks {entity} bodies {entity} evidence {evidence} }} }} }} }}"""
    )
    assert [edge["node"] for edge in answer["data"]["whoWorksOn"]["edges"]] == printed["items"]


def test_pages_follow_one_another_by_cursor(ask: Ask) -> None:
    query = """query ($after: String) { entities(kind: TERRITORY, first: 1, after: $after) {
        totalCount edges { cursor node { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    first = ask(query)["data"]["entities"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["data"]["entities"]
    assert [page["edges"][0]["node"]["id"] for page in (first, second)] == ["terr:93", "terr:bondy"]
    assert [page["totalCount"] for page in (first, second)] == [2, 2]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    beyond = ask(query, after=second["pageInfo"]["endCursor"])["data"]["entities"]
    assert beyond["edges"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("first: 501", "FIRST_OUT_OF_BOUNDS"),
        ("first: -1", "FIRST_OUT_OF_BOUNDS"),
        ('after: "zut"', "INVALID_CURSOR"),
        ('after: "é"', "INVALID_CURSOR"),
        ('territory: "terr:absent"', "UNKNOWN_REFERENCE"),
        ('asOf: "demain"', "INVALID_DATE"),
        ('knownAt: "demain"', "INVALID_DATE"),
    ],
)
def test_mistakes_carry_a_code(ask: Ask, arguments: str, code: str) -> None:
    answer = ask(f"{{ entities({arguments}) {{ totalCount }} }}")
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


def test_an_entity_has_the_fields_of_its_kind(ask: Ask) -> None:
    answer = ask(
        """{ entity(id: "axn:epicerie", asOf: "2015-06-01") {
            id kind name aliases start end endState sources { document { id } locator }
            ... on Action { actors { actor { id } role } themes { id } territories { id }
                frameworks { id ... on Framework { frameworkKind bodies { id } } } }
            relations(type: INVOLVED_IN, direction: IN) {
                totalCount edges { node { from { id } to { id } role } } } } }"""
    )
    assert answer["data"]["entity"] == {
        "id": "axn:epicerie",
        "kind": "ACTION",
        "name": "Épicerie solidaire",
        "aliases": [],
        "start": "2014-03",
        "end": "2015",
        "endState": "KNOWN",
        "sources": [{"document": {"id": "doc:fiche"}, "locator": "p. 2"}],
        "actors": [{"actor": {"id": "act:ccas"}, "role": "LEAD"}],
        "themes": [{"id": "theme:precarite"}],
        "territories": [{"id": "terr:bondy"}],
        "frameworks": [{"id": "fra:pst", "frameworkKind": "PST", "bodies": [{"id": "bod:comite"}]}],
        "relations": {
            "totalCount": 1,
            "edges": [
                {"node": {"from": {"id": "act:ccas"}, "to": {"id": "axn:epicerie"}, "role": "LEAD"}}
            ],
        },
    }
    assert ask('{ entity(id: "axn:absent") { id } }')["data"] == {"entity": None}


def test_relations_are_read_on_the_day_asked(ask: Ask) -> None:
    answer = ask(
        """{ entity(id: "axn:epicerie", asOf: "2015-06-01") {
            then: relations { totalCount }
            later: relations(asOf: "2016-06-01") { totalCount } } }"""
    )
    assert answer["data"]["entity"] == {"then": {"totalCount": 4}, "later": {"totalCount": 0}}


def test_each_other_question_answers(ask: Ask) -> None:
    answer = ask(
        """{
        overlaps(territory: "Bondy", asOf: "2015-06-01", managed: false, level: OVERLAP) {
            totalCount edges { node { left { id } right { id } level score managed
                managedBy { reason entity { id } relation { type } } themes { id }
                territories { id } audiences { id } evidence { type } } } }
        fragmentation(asOf: "2015-06-01") {
            edges { node { theme { id } territory { id } leads { id } initiatives { id } } } }
        coverage(territory: "Bondy", themes: ["theme:sante"], asOf: "2015-06-01") {
            theme { id } state reasons initiatives { id } actors { id } }
        articulations(asOf: "2015-06-01", ignoreHubs: true) { totalCount }
        cutPoints(asOf: "2015-06-01", without: ["act:ccas"]) {
            edges { node { entity { id } componentsBefore componentsAfter
                cutOff { id } pairsLost } } }
        bridges(asOf: "2015-06-01") { edges { node { left { id } right { id }
            relations { type } cutOff { id } } } }
        path(from: "act:ccas", to: "act:caf", asOf: "2015-06-01") { nodes { id } text
            relations { type from { id } to { id } role } }
        search(text: "epicerie") { edges { node { entity { id } score matched } } }
        }"""
    )
    assert "errors" not in answer
    data = answer["data"]
    (overlap,) = [edge["node"] for edge in data["overlaps"]["edges"]]
    assert (overlap["left"]["id"], overlap["right"]["id"], overlap["score"]) == (
        "axn:epicerie",
        "axn:paniers",
        0.25,
    )
    assert data["fragmentation"]["edges"][0]["node"]["leads"] == [
        {"id": "act:caf"},
        {"id": "act:ccas"},
    ]
    assert data["coverage"] == [
        {
            "theme": {"id": "theme:sante"},
            "state": "UNKNOWN",
            "reasons": ["aucun fait recensé : ni action, ni besoin, ni engagement"],
            "initiatives": [],
            "actors": [],
        }
    ]
    assert [node["id"] for node in data["path"]["nodes"]] == [
        "act:ccas",
        "axn:epicerie",
        "fra:pst",
        "bod:comite",
        "act:caf",
    ]
    assert data["search"]["edges"][0]["node"]["entity"] == {"id": "axn:epicerie"}


def test_a_matrix_has_the_cells_of_each_territory_in_the_order_given(ask: Ask) -> None:
    cell = "theme { id } territory { id } state reasons initiatives { id } actors { id }"
    places = ["Bondy", "terr:93"]
    one_by_one = [
        each
        for place in places
        for each in ask(f'{{ coverage(territory: "{place}") {{ {cell} }} }}')["data"]["coverage"]
    ]
    together = ask(f"{{ coverageMatrix(territories: {json.dumps(places)}) {{ {cell} }} }}")
    assert together["data"]["coverageMatrix"] == one_by_one
    assert {"FRAGILE", "UNKNOWN"} <= {each["state"] for each in one_by_one}


APPLY = """mutation ($operations: [OperationInput!]!) {
    applyChangeSet(input: {message: "essai", operations: $operations}) {
        changeSet revision errors codes } }"""


def test_a_change_set_is_applied_seen_and_reverted(ask: Ask) -> None:
    question = '{ whoWorksOn(theme: "theme:sante") { edges { node { initiative { id } } } } }'
    before = ask(question)
    operations = [
        {
            "upsertEntity": {
                "id": "axn:atelier",
                "kind": "ACTION",
                "values": {"name": "Atelier santé", "start": "2020", "fte": 0.5},
                "source": ["doc:fiche#p. 9"],
            }
        },
        {"upsertRelation": {"type": "ADDRESSES", "from": "axn:atelier", "to": "theme:sante"}},
    ]
    applied = ask(APPLY, operations=operations)["data"]["applyChangeSet"]
    assert applied == {"changeSet": "cs2", "revision": 2, "errors": [], "codes": []}
    found = ask(question)["data"]["whoWorksOn"]["edges"]
    assert [edge["node"]["initiative"]["id"] for edge in found] == ["axn:atelier"]
    again = ask(APPLY, operations=operations)["data"]["applyChangeSet"]
    assert again == {"changeSet": None, "revision": 2, "errors": [], "codes": []}
    reverted = ask('mutation { revert(changeSet: "cs2") { changeSet revision errors } }')
    assert reverted["data"]["revert"] == {"changeSet": "cs3", "revision": 3, "errors": []}
    assert ask(question) == before


def test_null_clears_a_value_and_absence_leaves_it(ask: Ask) -> None:
    clear = {"upsertEntity": {"id": "axn:epicerie", "values": {"end": None}}}
    ask(APPLY, operations=[clear])
    entity = ask('{ entity(id: "axn:epicerie") { start end endState } }')["data"]["entity"]
    assert entity == {"start": "2014-03", "end": None, "endState": "UNKNOWN"}


def test_a_merged_id_leads_to_its_survivor(ask: Ask) -> None:
    merged = ask(APPLY, operations=[{"merge": {"ids": ["axn:paniers"], "into": "axn:epicerie"}}])
    assert merged["data"]["applyChangeSet"]["errors"] == []
    entity = ask('{ entity(id: "axn:paniers") { id aliases } }')["data"]["entity"]
    assert entity == {"id": "axn:epicerie", "aliases": ["Paniers solidaires"]}
    ask(APPLY, operations=[{"split": "axn:paniers"}])
    assert ask('{ entity(id: "axn:paniers") { id } }')["data"]["entity"] == {"id": "axn:paniers"}


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ({"upsertEntity": {"id": "axn:x", "kind": "ACTION"}}, "INVALID_DATA"),
        ({"upsertEntity": {"id": "axn:x"}}, "UNKNOWN_REFERENCE"),
        ({"upsertEntity": {"id": "act:caf", "kind": "BODY"}}, "KIND_CONFLICT"),
        ({"upsertEntity": {"id": "act:caf", "values": {"start": "hier"}}}, "INVALID_VALUE"),
        ({"upsertEntity": {"id": "act:caf", "values": {"alias": ["a|b"]}}}, "INVALID_DATA"),
        ({"upsertEntity": {"id": "act:caf", "values": {"frameworkKind": "PST"}}}, "WRONG_PROPERTY"),
        ({"upsertEntity": {"id": "act:caf", "source": ["doc:absent"]}}, "UNKNOWN_SOURCE"),
        (
            {"upsertRelation": {"type": "COVERS", "from": "act:caf", "to": "act:ccas"}},
            "WRONG_ENDS",
        ),
        ({"upsertEntity": {"id": "con:x", "kind": "CONTACT"}}, "CONTACT_REFUSED"),
        (
            {"upsertRelation": {"type": "HOLDS_POST", "from": "act:caf", "to": "act:ccas"}},
            "CONTACT_REFUSED",
        ),
        ({"retractEntity": "act:absent"}, "UNKNOWN_REFERENCE"),
        ({"retractEntity": "doc:fiche"}, "STILL_CITED"),
        ({"split": "act:caf"}, "INVALID_DATA"),
    ],
)
def test_a_wrong_operation_is_refused_and_nothing_is_written(
    ask: Ask, operation: dict[str, object], code: str
) -> None:
    good = {"upsertEntity": {"id": "act:new", "kind": "ACTOR", "values": {"name": "Nouveau"}}}
    result = ask(APPLY, operations=[good, operation])["data"]["applyChangeSet"]
    assert (result["changeSet"], result["revision"], result["codes"]) == (None, 1, [code])
    assert result["errors"][0].startswith("opération 2")
    assert ask('{ entity(id: "act:new") { id } }')["data"]["entity"] is None
