"""Which territory of the graph a reading means."""

from graph.reconciliation import territories
from graph.view import GraphView
from graph.view.labels import folded
from importers.document.model import Reading, TerritoryFact


def homonyms(view: GraphView, fact: TerritoryFact) -> list[str]:
    """Ids of the territories that have the name of a fact, of its level when some are."""
    named = territories(view).named(fact.name)
    level = folded(fact.level or "").upper()
    return [id_ for id_ in named if level and _level(view, id_) == level] or named


def candidates(view: GraphView, reading: Reading, fact: TerritoryFact) -> list[str]:
    """The homonyms that a fact may mean: those of the départements that the reading names beside
    them, when some are."""
    found = homonyms(view, fact)
    if len(found) < 2:
        return found
    around = departements(view, reading)
    known = territories(view)
    return [id_ for id_ in found if known.departements(id_) & around] or found


def departements(view: GraphView, reading: Reading) -> set[str]:
    """Ids of the départements that a reading names as territories."""
    named = ([fact.entity] if fact.entity else homonyms(view, fact) for fact in reading.territories)
    return {ids[0] for ids in named if len(ids) == 1 and _level(view, ids[0]) == "DEPARTEMENT"}


def _level(view: GraphView, id_: str) -> str:
    row = view.row(id_)
    return "" if row is None else str(view.entity(row).props.get("territory_level", ""))
