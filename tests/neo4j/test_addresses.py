"""Addresses of Neo4j: which are read, and what is said of those that lead nowhere."""

import socket

import pytest

from graph.errors import InvalidData, StoreUnreachable
from graph.stores import open_store


@pytest.mark.parametrize(
    "url",
    [
        "neo4j://",
        "neo4j://user:secret@",
        "neo4j+tls://host",
        "neo4j://user:secret@host:port",
        "neo4j://user:sec#ret@host:7687",
        "neo4j://user:secret@host:7687?database=x",
    ],
)
def test_an_address_that_does_not_read(url: str) -> None:
    """The message shows how to write one, and never the password."""
    with pytest.raises(InvalidData, match="neo4j://utilisateur") as refused:
        open_store(url)
    assert refused.value.code == "INVALID_STORE"
    assert "sec" not in refused.value.message


def test_a_server_that_does_not_answer() -> None:
    """Told at once, with the host and without the password."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(StoreUnreachable, match=f"127.0.0.1:{port} ne répond pas") as refused:
        open_store(f"bolt://neo4j:secret@127.0.0.1:{port}")
    assert "secret" not in str(refused.value)


def test_a_scope_needs_a_server() -> None:
    """A file is read whole."""
    with pytest.raises(InvalidData, match="MAILLAGE_SCOPE"):
        open_store("sqlite:///graph.db", scope="93")
