"""Documents read and readings applied by programs: GraphQL, and the upload of larger files."""

import base64
import json
from hashlib import sha256
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.graphql import uploading
from tests.api.conftest import Ask

TEXT = """CONVENTION TERRITORIALE GLOBALE 2019-2022

Entre la Ville de Bondy et la Caisse d'allocations familiales de la Seine-Saint-Denis.
"""
READ = """mutation ($name: String!, $content: String!) {
    readDocument(input: { name: $name, content: $content }) { sha256 title kind text reading } }"""
APPLY = """mutation ($input: ApplyReadingInput!) { applyReading(input: $input) {
    changeSet revision created changed unchanged remarks errors codes } }"""
READING = {
    "framework": {"kind": "CTG", "title": "CTG de Bondy", "passage": "CONVENTION"},
    "actors": [{"mention": "la CAF", "kind": "CAF", "roles": ["SIGNATORY"], "passage": "la CAF"}],
    "territories": [{"name": "Bondy", "passage": "à Bondy"}, {"name": "Atlantide"}],
}
DOCUMENT = {"sha256": "ab" * 32, "title": "CTG"}


def sent(**changes: Any) -> dict[str, Any]:
    """The input of a reading, with changes."""
    return {"document": DOCUMENT, "reading": json.dumps(READING), **changes}


def test_a_document_is_read_and_nothing_is_stored(ask: Ask, client: TestClient) -> None:
    content = base64.b64encode(TEXT.encode()).decode()
    read = ask(READ, name="ctg.txt", content=content)["data"]["readDocument"]
    assert read["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert "Entre la Ville de Bondy" in read["text"]
    facts = json.loads(read["reading"])
    assert facts["framework"]["kind"] == "CTG"
    assert [actor["kind"] for actor in facts["actors"]] == ["COMMUNE", "CAF"]
    assert ask("{ journal { totalCount } }")["data"]["journal"]["totalCount"] == 1


def test_the_upload_gives_the_same(ask: Ask, client: TestClient) -> None:
    content = base64.b64encode(TEXT.encode()).decode()
    read = ask(READ, name="ctg.txt", content=content)["data"]["readDocument"]
    uploaded = client.post(
        "/graphql/document?name=ctg.txt",
        content=TEXT.encode(),
        headers={"content-type": "application/octet-stream"},
    )
    assert uploaded.status_code == 200
    assert uploaded.json() == {**read, "reading": json.loads(read["reading"])}


@pytest.mark.parametrize(
    ("content", "code"),
    [("é", "INVALID_VALUE"), ("AAA", "INVALID_VALUE"), ("JVBERi0xLjQK", "INVALID_DOCUMENT")],
)
def test_a_document_that_cannot_be_read_carries_a_code(ask: Ask, content: str, code: str) -> None:
    answer = ask(READ, name="ctg.pdf", content=content)
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


@pytest.mark.parametrize(
    ("type_", "content", "status", "code"),
    [
        ("text/plain", b"a", 415, "UNSUPPORTED_TYPE"),
        ("multipart/form-data; boundary=x", b"a", 415, "UNSUPPORTED_TYPE"),
        ("", b"a", 415, "UNSUPPORTED_TYPE"),
        ("application/octet-stream", b"", 400, "EMPTY_FILE"),
        ("application/octet-stream", b"a" * 101, 413, "BODY_TOO_LARGE"),
        ("application/octet-stream", b"\x00\x01", 400, "UNKNOWN_DOCUMENT"),
    ],
)
def test_what_the_upload_refuses(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    type_: str,
    content: bytes,
    status: int,
    code: str,
) -> None:
    monkeypatch.setattr(uploading, "MOST_BYTES", 100)
    answer = client.post("/graphql/document", content=content, headers={"content-type": type_})
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (status, code)


def test_a_reading_is_tried_applied_once_and_taken_back(ask: Ask) -> None:
    tried = ask(APPLY, input=sent(dryRun=True))["data"]["applyReading"]
    assert (tried["changeSet"], tried["created"]) == (None, 5)
    done = ask(APPLY, input=sent())["data"]["applyReading"]
    assert (done["created"], done["errors"]) == (5, [])
    assert done["remarks"] == [
        "territories[1] : « Atlantide » n'est pas un territoire de la base, il n'est pas écrit"
    ]
    again = ask(APPLY, input=sent())["data"]["applyReading"]
    assert (again["changeSet"], again["created"], again["changed"]) == (None, 0, 0)
    query = """{ entity(id: "fra:ctg-abababab") { name sources { document { name } locator } } }"""
    assert ask(query)["data"]["entity"] == {
        "name": "CTG de Bondy",
        "sources": [{"document": {"name": "CTG"}, "locator": "CONVENTION"}],
    }
    revert = f'mutation {{ revert(changeSet: "{done["changeSet"]}") {{ errors }} }}'
    assert ask(revert)["data"]["revert"]["errors"] == []
    assert ask(query)["data"]["entity"] is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reading": "{"}, "n'est pas du JSON lisible"),
        ({"reading": '{"actors": [{"mention": "a", "roles": ["CHEF"]}]}'}, "actors[0].roles[0]"),
        ({"reading": "{}"}, "framework : ce champ manque"),
        ({"document": {**DOCUMENT, "sha256": "zz"}}, "« sha256 »"),
        (
            {"document": {**DOCUMENT, "fullText": "CONVENTION de la Région, à Bondy"}},
            "de ces faits : actors[0] ;",
        ),
        ({"document": {**DOCUMENT, "title": " "}}, "« title »"),
        ({"document": {**DOCUMENT, "date": "hier"}}, "« date »"),
    ],
)
def test_a_wrong_reading_names_what_is_wrong(ask: Ask, changes: dict[str, Any], said: str) -> None:
    result = ask(APPLY, input=sent(**changes))["data"]["applyReading"]
    assert (result["changeSet"], result["revision"]) == (None, 1)
    assert said in result["errors"][0]
