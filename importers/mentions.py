"""Actors that a list names beside its own subject: funders, beneficiaries, partners.

Their ids come from the best official number, so that lists that give it name the same actor; a
bare name holds for its list alone, since homonyms are many, and reconciliation does the rest.
"""

from collections.abc import Iterator

from graph.ontology.values import shown
from graph.view import GraphView
from importers.listing import FactCells, fingerprint, one_line, slug

_LISTS = ("siret", "rna", "siren", "finess")
_LONGEST_SLUG = 60


class Mentions:
    """The actors that one list names, each stated once."""

    def __init__(self, view: GraphView, document: str) -> None:
        self._view = view
        self._document = document
        self._stated: set[str] = set()

    def id_of(self, name: str, numbers: FactCells, context: str = "") -> str:
        """The id of an actor: by its number, else by its name, and context, in this list."""
        for list_ in _LISTS:
            if numbers.get(list_):
                return f"act:{list_}-{numbers[list_].lower()}"
        scope = self._document.removeprefix("doc:")
        mark = fingerprint(scope, slug(name), context)[:6]
        return f"act:{slug(name)[:_LONGEST_SLUG]}-{mark}"

    def state(self, id_: str, name: str, numbers: FactCells, **cells: str) -> Iterator[FactCells]:
        """The actor's cells, the first time that it is named. A name that the graph knows stays:
        a list that only mentions an actor does not rename it."""
        if id_ in self._stated:
            return
        self._stated.add(id_)
        base = {"id": id_, "kind": "Actor", "source": self._document}
        if self._view.stated_row(id_) is None:
            base["name"] = shown(one_line(name), 300)
        yield base | {list_: numbers[list_] for list_ in _LISTS if numbers.get(list_)} | cells
