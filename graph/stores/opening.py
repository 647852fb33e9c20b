"""From a store's URL to the store."""

from pathlib import Path
from urllib.parse import unquote

from platformdirs import user_data_path

from graph.errors import InvalidData
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore

_SQLITE = "sqlite:///"
_NEO4J = ("neo4j", "bolt")


def default_store_url() -> str:
    """A file in the user's data folder."""
    return f"{_SQLITE}{user_data_path('maillage') / 'maillage.db'}"


def open_store(url: str, scope: str | None = None) -> Store:
    """Open the store that a URL names, made when it is missing or empty.

    ``sqlite:///relative.db`` or ``sqlite:////absolute.db``; ``neo4j://user:password@host:7687``,
    also ``bolt://`` and their encrypted forms (``neo4j+s://``), with ``/database`` at the end
    when it is not the server's default one. ``scope`` (a territory's id, code or name) opens
    the part of a Neo4j graph that answers about that territory rest on, to be read only.

    Raises InvalidData for another kind of URL, StoreUnreachable when it cannot be opened.
    """
    scheme, separator, _ = url.partition("://")
    if separator and scheme.partition("+")[0] in _NEO4J:
        from graph.stores.neo4j import Neo4jStore, ScopedNeo4jStore  # the driver imports slowly

        return Neo4jStore(url) if scope is None else ScopedNeo4jStore(url, scope)
    if scope is not None:
        raise InvalidData(
            "MAILLAGE_SCOPE demande une base Neo4j : un fichier se lit toujours en entier",
            code="INVALID_STORE",
        )
    path = unquote(url.removeprefix(_SQLITE))
    if not url.startswith(_SQLITE) or not path or path == ":memory:" or "?" in url:
        raise InvalidData(
            "l'adresse de la base ne se lit pas : écrire sqlite:///fichier.db ou "
            "neo4j://utilisateur:motdepasse@serveur:7687",
            code="INVALID_STORE",
        )
    return SqliteStore(Path(path))
