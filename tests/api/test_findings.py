"""Gaps, comparison, changes, hypotheses, measures and sheets, by the command line and GraphQL."""

from typing import Any

import pytest

from tests.api.conftest import Ask, Run

ON = '"2015-06-01"'
ENTITY = "{ id kind name }"
EVIDENCE = f"""{{ type from {ENTITY} to {ENTITY} role start end endState
    sources {{ document {ENTITY} locator }} }}"""
INVOLVED = f"{{ actor {ENTITY} role start end endState }}"
CELL = f"""{{ theme {ENTITY} territory {ENTITY} state initiatives {ENTITY} actors {ENTITY}
    reasons evidence {EVIDENCE} }}"""
GAP = f"""{{ kind subject {ENTITY} other {ENTITY} theme {ENTITY} territory {ENTITY}
    actors {ENTITY} severity score reasons evidence {EVIDENCE} }}"""
ARTICULATION = f"""{{ left {ENTITY} right {ENTITY} status declared sharedActors {ENTITY}
    sharedBodies {ENTITY} sharedThemes {ENTITY} evidence {EVIDENCE} }}"""
SIDES = f"{{ left {ENTITY} right {ENTITY} both {ENTITY} }}"
SHEET = f"""{{ territory {ENTITY}
    frameworks {{ framework {ENTITY} active signed start end endState
        stages {{ name date done }} successors {ENTITY} }}
    bodies {{ body {ENTITY} seats {INVOLVED} initiatives {ENTITY} }} actors {ENTITY}
    actions {{ theme {ENTITY} actions {ENTITY} }} coverage [CELL] alerts [GAP]
    articulations [ARTICULATION] }}"""
SHEET = SHEET.replace("[CELL]", CELL).replace("[GAP]", GAP).replace("[ARTICULATION]", ARTICULATION)
MEASURES = f"""{{ scope {ENTITY} graph {{ actors ties density centralisation eiIndex }}
    nodes {{ entity {ENTITY} degree core betweenness effectiveSize constraint redundancy }} }}"""

END_OF_EPICERIE = """{ message: "Et si l'épicerie fermait ?", operations: [{ upsertEntity: {
    id: "axn:epicerie", values: { end: "2015-05" } } }] }"""


def told(run: Run, *words: str) -> list[dict[str, Any]]:
    """The items that a question prints for 1 June 2015."""
    code, printed = run("ask", *words, "--as-of", "2015-06-01")
    assert code == 0
    assert printed["totalCount"] == len(printed["items"])
    items: list[dict[str, Any]] = printed["items"]
    return items


def nodes(answer: dict[str, Any], query: str) -> list[dict[str, Any]]:
    """The nodes of a connection."""
    return [edge["node"] for edge in answer["data"][query]["edges"]]


def test_gaps_have_the_shape_of_the_contract_both_ways(imported: Run, ask: Ask) -> None:
    at_the_end = ("ask", "gaps", "--kinds", "expiring,EXPIRED", "--as-of", "2015-07-01")
    _, printed = imported(*at_the_end)
    (item,) = printed["items"]
    assert {name: item[name] for name in item if name not in ("subject", "evidence")} == {
        "kind": "EXPIRING",
        **dict.fromkeys(("other", "theme", "territory", "score")),
        "actors": [],
        "severity": "MEDIUM",
        "reasons": ["se termine dans moins de six mois (2015), sans suite connue"],
    }
    assert item["subject"]["id"] == "axn:epicerie"
    assert [fact["type"] for fact in item["evidence"]] == ["ADDRESSES", "COVERS"]
    assert item["evidence"][0]["sources"][0]["locator"] == "p. 3"
    answer = ask(f'{{ gaps(kinds: [EXPIRING], asOf: "2015-07-01") {{ edges {{ node {GAP} }} }} }}')
    assert nodes(answer, "gaps") == printed["items"]


def test_changes_tell_what_starts_and_ends(imported: Run, ask: Ask) -> None:
    items = told(imported, "diff", "--since", "2014-02-28", "--until", "2016-01-01")
    assert items == []
    items = told(imported, "diff", "--since", "2014-02-28", "--until", "2015-01-01")
    assert [item["date"] for item in items] == ["2014-03-01"] * 5
    assert items[0]["entity"]["id"] == "axn:epicerie"
    assert [item["relation"]["type"] for item in items[1:]] == [
        *("ADDRESSES", "COVERS", "INVOLVED_IN", "PART_OF")
    ]
    answer = ask(
        f"""{{ changes(since: "2014-02-28", until: "2015-01-01") {{ edges {{ node {{
            change date entity {ENTITY} relation {EVIDENCE} }} }} }} }}"""
    )
    assert nodes(answer, "changes") == items


def test_a_comparison_has_its_lists_beside_the_items(imported: Run, ask: Ask) -> None:
    words = ("ask", "compare", "--left", "Bondy", "--right", "terr:93", "--as-of", "2015-06-01")
    code, printed = imported(*words)
    assert code == 0
    assert [(item["theme"]["id"], item["left"], item["right"]) for item in printed["items"]] == [
        ("theme:precarite", "COVERED", "UNKNOWN"),
        ("theme:sante", "UNKNOWN", "UNKNOWN"),
    ]
    assert [each["id"] for each in printed["actors"]["both"]] == ["act:caf", "act:ccas"]
    answer = ask(
        f"""{{ compare(left: "Bondy", right: "terr:93", asOf: {ON}) {{
            items {{ theme {ENTITY} left right evidence {EVIDENCE} }}
            frameworks {SIDES} bodies {SIDES} actors {SIDES} }} }}"""
    )
    lists = ("items", "frameworks", "bodies", "actors")
    assert answer["data"]["compare"] == {name: printed[name] for name in lists}


def test_measures_and_sheet_are_one_item_each(imported: Run, ask: Ask) -> None:
    (found,) = told(imported, "measures", "--territory", "Bondy")
    assert found["graph"] == {
        **{"actors": 2, "ties": 0, "density": 0.0, "centralisation": None, "eiIndex": None}
    }
    answer = ask(f'{{ measures(territory: "Bondy", asOf: {ON}) {MEASURES} }}')
    assert answer["data"]["measures"] == found
    (sheet,) = told(imported, "sheet", "--territory", "Bondy")
    assert [line["framework"]["id"] for line in sheet["frameworks"]] == ["fra:pst"]
    assert [group["theme"]["id"] for group in sheet["actions"]] == ["theme:precarite"]
    answer = ask(f'{{ sheet(territory: "Bondy", asOf: {ON}) {SHEET} }}')
    assert answer["data"]["sheet"] == sheet


def test_a_hypothesis_stores_nothing(ask: Ask) -> None:
    asked = f"""{{ whatIf(changeSet: {END_OF_EPICERIE}, territory: "Bondy", asOf: {ON}) {{
        coverage {{ change before {{ state }} after {{ state }} }}
        gaps {{ change before {{ kind }} after {{ kind subject {ENTITY} }} }}
        overlaps {{ change before {{ left {ENTITY} right {ENTITY} }} after {{ level }} }}
        cutPoints {{ change }} }} }}"""
    found = ask(asked)["data"]["whatIf"]
    assert found["coverage"] == [
        {"change": "CHANGED", "before": {"state": "COVERED"}, "after": {"state": "FRAGILE"}}
    ]
    (overlap,) = found["overlaps"]
    assert (overlap["change"], overlap["after"]) == ("DISAPPEARED", None)
    entity = ask('{ entity(id: "axn:epicerie") { end } journal { totalCount } }')["data"]
    assert entity == {"entity": {"end": "2015"}, "journal": {"totalCount": 1}}


def test_merging_and_splitting_are_journalled(ask: Ask) -> None:
    merge = 'mutation { mergeEntities(ids: ["act:ccas"], into: "act:caf") { changeSet errors } }'
    assert ask(merge)["data"]["mergeEntities"] == {"changeSet": "cs2", "errors": []}
    assert ask('{ entity(id: "act:ccas") { id } }')["data"]["entity"]["id"] == "act:caf"
    again = ask(merge)["data"]["mergeEntities"]
    assert again["changeSet"] is None
    assert "déjà" in again["errors"][0]
    split = 'mutation { splitEntity(id: "act:ccas") { changeSet errors } }'
    assert ask(split)["data"]["splitEntity"] == {"changeSet": "cs3", "errors": []}
    assert ask('{ entity(id: "act:ccas") { id } }')["data"]["entity"]["id"] == "act:ccas"
    journal = ask("{ journal(first: 2) { totalCount edges { node { changeSet message } } } }")
    assert journal["data"]["journal"]["totalCount"] == 3
    assert nodes(journal, "journal") == [
        {"changeSet": "cs3", "message": "Séparation de act:ccas"},
        {"changeSet": "cs2", "message": "Fusion de act:ccas dans act:caf"},
    ]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("diff --since 2016-01-01 --until 2015-01-01", 1, "après"),
        ("diff --since hier --until 2015-01-01", 1, "jour"),
        ("diff --since 2015-01-01", 2, "--until"),
        ("gaps --kinds PANNE", 1, "OVERDUE"),
        ("gaps --territory Atlantide", 1, "Atlantide"),
        ("gaps --left Bondy", 2, "--left"),
        ("compare --left Bondy", 2, "--right"),
        ("compare --left Bondy --right Atlantide", 1, "Atlantide"),
        ("measures --without act:personne", 1, "act:personne"),
        ("sheet", 2, "--territory"),
        ("sheet --territory=", 1, "vide"),
    ],
)
def test_mistakes_are_named(imported: Run, words: str, code: int, message: str) -> None:
    left, printed = imported("ask", *words.split())
    assert left == code
    assert message in printed["error"]["message"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('changes(since: "2016-01-01", until: "2015-01-01") { totalCount }', "SINCE_AFTER_UNTIL"),
        ('sheet(territory: "") { actors { id } }', "EMPTY_REFERENCE"),
        ('compare(left: "Bondy", right: "?") { items { left } }', "UNKNOWN_REFERENCE"),
        (
            """whatIf(changeSet: { message: "", operations: [{ upsertRelation: {
                type: PART_OF, from: "fra:pst", to: "axn:epicerie" } }] }) { gaps { change } }""",
            "WRONG_ENDS",
        ),
        (
            """whatIf(changeSet: { message: "", operations: [{ retractEntity: "axn:personne" }] })
                { gaps { change } }""",
            "UNKNOWN_REFERENCE",
        ),
    ],
)
def test_mistakes_have_a_code(ask: Ask, query: str, code: str) -> None:
    answer = ask(f"{{ {query} }}")
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


def test_a_territory_where_nothing_is_known_has_an_empty_sheet(imported: Run, ask: Ask) -> None:
    ask(
        """mutation { applyChangeSet(input: { message: "", operations: [{ upsertEntity: {
            id: "terr:vide", kind: TERRITORY, values: { name: "Désert" } } }] }) { errors } }"""
    )
    (sheet,) = told(imported, "sheet", "--territory", "Désert")
    assert {cell["state"] for cell in sheet["coverage"]} == {"UNKNOWN"}
    empty = ("frameworks", "bodies", "actors", "actions", "alerts", "articulations")
    assert all(sheet[name] == [] for name in empty)
    (found,) = told(imported, "measures", "--territory", "Désert")
    assert found["graph"]["density"] is None
    assert found["nodes"] == []
