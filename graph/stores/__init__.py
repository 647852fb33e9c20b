"""Stores keep facts: one interface, one module per engine."""

from graph.stores.base import ChangeRecord, Store
from graph.stores.opening import default_store_url, open_store

__all__ = ["ChangeRecord", "Store", "default_store_url", "open_store"]
