"""What is done, promised and over in a territory, read once for all themes."""

from typing import NamedTuple

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from queries.initiatives import Initiatives, initiatives
from queries.past import ended_in, past_themes


class Promise(NamedTuple):
    """A reason for which an empty cell is a gap, and the relations that it rests on."""

    reason: str
    proof: set[int]


class Place:
    """What is done in a territory, read once for all themes: counted Actions and Schemes with
    a territory that it is under."""

    def __init__(self, day: DayView, territory: int) -> None:
        self.facets, self.territory = initiatives(day), territory
        rows = self.facets.covering(day.above(territory))
        rows = rows[self.facets.delivering(rows)]
        self._rows: list[int] = rows.tolist()
        self._by_theme: dict[int, list[tuple[int, int]]] = {}
        themes = self.facets.theme_links(rows)
        for place, number, theme in zip(*(column.tolist() for column in themes), strict=True):
            self._by_theme.setdefault(theme, []).append((self._rows[place], number))
        self._involved: dict[int, list[tuple[int, int]]] = {}
        involved = self.facets.involvements(rows)
        for place, number, actor in zip(*(column.tolist() for column in involved), strict=True):
            self._involved.setdefault(self._rows[place], []).append((actor, number))
        self._covers: dict[int, set[int]] = {}
        self._promises: dict[int, list[Promise]] | None = None
        self._stale: dict[int, list[int]] | None = None

    def on(self, theme: int) -> dict[int, set[int]]:
        """Initiatives on a theme or what is under it, each with its ADDRESSES that say so."""
        found: dict[int, set[int]] = {}
        for narrower in self.facets.day.below(theme):
            for row, number in self._by_theme.get(narrower, ()):
                found.setdefault(row, set()).add(number)
        return found

    def involved(self, row: int) -> list[tuple[int, int]]:
        """Counted actors involved in an initiative, each with the relation."""
        return self._involved.get(row, [])

    def covers(self, row: int) -> set[int]:
        """Relations that place an initiative in the territory."""
        if row not in self._covers:
            wider = self.facets.day.above(self.territory)
            self._covers[row] = self.facets.covers_evidence(row, wider)
        return self._covers[row]

    def promises(self, theme: int) -> list[Promise]:
        """Counted Needs of the territory itself and Frameworks of it or a wider one, on exactly
        a theme."""
        if self._promises is None:
            self._promises = _promises(self.facets, self.territory)
        return self._promises.get(theme, [])

    def stale(self, theme: int) -> list[int]:
        """Actions and Schemes that ended before the day and that their themes and territories,
        whatever the dates, put in the cell; by id."""
        day = self.facets.day
        if self._stale is None:
            self._stale = {}
            for row in ended_in(day, day.above(self.territory)):
                for each in past_themes(day, row) if self.facets.is_delivering(row) else ():
                    self._stale.setdefault(each, []).append(row)
        return day.view.by_id(
            {row for each in day.below(theme) for row in self._stale.get(each, ())}
        )


def _promises(facets: Initiatives, territory: int) -> dict[int, list[Promise]]:
    """What is needed or promised in a territory, by theme."""
    day, columns, found = facets.day, facets.day.view.relations, dict[int, list[Promise]]()
    wider = day.above(territory)
    covers = day.links(RelationType.COVERS, wider, outgoing=False)
    for row in distinct(covers.end).tolist():
        kind = day.view.kind(row)
        places = {EntityKind.NEED: {territory}, EntityKind.FRAMEWORK: set(wider)}.get(kind)
        if places is None or not day.is_counted(row):
            continue
        placing = facets.facet_evidence(RelationType.COVERS, row, places)
        for number in day.out(RelationType.ADDRESSES, row) if placing else ():
            what = "besoin identifié" if kind is EntityKind.NEED else "engagement"
            reason = f"{what} sans action : {day.view.entity(row).name}"
            promise = Promise(reason, {number, *placing})
            found.setdefault(int(columns.target[number]), []).append(promise)
    return found
