"""Settings, all in one place; read from the environment when the application starts."""

import getpass
import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, Field

from graph.ontology.values import whole
from graph.stores import Store, default_store_url
from graph.stores.sqlite import SqliteStore


class Settings(BaseModel):
    """What an installation chooses. ``store``, ``scope``: see ``graph.stores.open_store``."""

    store: str = Field(default_factory=default_store_url)
    scope: str | None = None


def read_settings(store: str | None = None) -> Settings:
    """Settings from the option given, else ``MAILLAGE_STORE``, else the default; the scope
    from ``MAILLAGE_SCOPE``."""
    scope = os.environ.get("MAILLAGE_SCOPE") or None
    chosen = store if store is not None else os.environ.get("MAILLAGE_STORE") or None
    return Settings(scope=scope) if chosen is None else Settings(store=chosen, scope=scope)


def author_name(given: str | None = None) -> str:
    """Who writes, for the journal: the name given, else the name of the session's user."""
    if given:
        return whole(given)
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "inconnu"


def work_folder(store: Store) -> Path:
    """Where readings in progress are kept: ``MAILLAGE_WORK``, else beside the store's file, else
    the user's data folder."""
    chosen = os.environ.get("MAILLAGE_WORK")
    if chosen:
        return Path(chosen)
    if isinstance(store, SqliteStore):
        return store.path.with_name(f"{store.path.name}-lectures")
    return user_data_path("maillage") / "lectures"
