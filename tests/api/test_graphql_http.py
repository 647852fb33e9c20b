"""GraphQL over HTTP: what is refused, and how."""

import json
import socket

import pytest
from fastapi.testclient import TestClient

from api.cli.serving import listening


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff\xfe{}", 400),
        (b"null", 400),
        (b"3", 400),
        (b'"query"', 400),
        (b"[]", 400),
        (b'[{"query": "{ __typename }"}]', 400),
        (b"{}", 400),
        (b'{"query": null}', 400),
        (b'{"query": 3}', 400),
        (b'{"query": ""}', 400),
        (b'{"query": "{ __typename }", "variables": []}', 400),
        (b'{"query": "{ __typename }", "operationName": 3}', 400),
        (b'{"query": "{ __typename }", "operationName": "absent"}', 400),
        (b'{"query": "fragment F on Query { __typename }"}', 400),
        (b'{"query": "subscription { x }"}', 400),
        (b'{"query": "{ zut }"}', 400),
        (b'{"query": "query ($a: Int!) { __typename }", "variables": {"a": "x"}}', 400),
        (b"[" * 20_000, 400),
        (b'{"a":' * 10_000, 400),
        (b'{"query": "' + b"{a" * 20_000 + b'"}', 400),
        (b'{"query": "{ entity(id: \\"\\ud800\\") { id } }"}', 400),
        (b" " * 1_100_000, 413),
    ],
)
def test_malformed_bodies_are_the_clients_mistake(
    client: TestClient, body: bytes, status: int
) -> None:
    answer = client.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert all(error["extensions"]["code"] for error in json.loads(answer.content)["errors"])


def test_another_content_type_is_refused(client: TestClient) -> None:
    """A form of another site can send these without asking the browser first."""
    for type_ in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.post(
            "/graphql", content=b'{"query": "{ __typename }"}', headers={"content-type": type_}
        )
        assert answer.status_code == 415


def test_graphiql_is_served_without_any_other_host(client: TestClient) -> None:
    page = client.get("/graphql")
    assert page.status_code == 200
    assert "http" not in page.text.replace("http-equiv", "")
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_an_internal_error_is_masked(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("api.graphql.query.search", broken)
    answer = client.post("/graphql", json={"query": '{ search(text: "a") { totalCount } }'})
    assert "secret" not in answer.text
    assert answer.json()["errors"][0]["extensions"]["code"] == "INTERNAL"


def test_a_page_of_another_site_cannot_pass_for_this_one(client: TestClient) -> None:
    """A name that a hostile site leads to this machine (DNS rebinding) is not served."""
    for host in ("evil.example", "127.0.0.1.evil.example", "", "localhost:80:80", "[::1"):
        assert client.get("/graphql", headers={"host": host}).status_code == 421
    for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"):
        assert client.get("/graphql", headers={"host": host}).status_code == 200


def test_an_answer_does_not_wait_for_the_client_to_acknowledge_its_head() -> None:
    with (
        listening("127.0.0.1", 0) as server,
        socket.create_connection(server.getsockname()),
        server.accept()[0] as accepted,
    ):
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
