"""From a store's URL to the store."""

from pathlib import Path
from urllib.parse import unquote

from platformdirs import user_data_path

from graph.errors import InvalidData
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore

_SQLITE = "sqlite:///"


def default_store_url() -> str:
    """A file in the user's data folder."""
    return f"{_SQLITE}{user_data_path('maillage') / 'maillage.db'}"


def open_store(url: str) -> Store:
    """Open ``sqlite:///relative.db`` or ``sqlite:////absolute.db``, created when missing.

    Raises InvalidData for another kind of URL, StoreUnreachable when it cannot be opened.
    """
    path = unquote(url.removeprefix(_SQLITE))
    if not url.startswith(_SQLITE) or not path or path == ":memory:" or "?" in url:
        raise InvalidData(
            f"« {url} » n'est pas une adresse de base : écrire sqlite:///fichier.db",
            code="INVALID_STORE",
        )
    return SqliteStore(Path(path))
