"""Full-text search in French, derived from the view: nothing of it is stored."""

from graph.search.index import Hits, SearchIndex
from graph.search.upkeep import search_index

__all__ = ["Hits", "SearchIndex", "search_index"]
