"""What is done, promised and over in one territory exactly, read once a day.

Communes of a département share what lies above them: a question about forty of them reads the
département, the région and the country once.
"""

from typing import NamedTuple

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from queries.initiatives import initiatives
from queries.past import ended_in, past_themes


class Promise(NamedTuple):
    """A reason for which an empty cell is a gap, and the relations that it rests on."""

    reason: str
    proof: set[int]


class Done(NamedTuple):
    """Counted Actions and Schemes on a theme, each with its ADDRESSES that say so, the counted
    actors involved in any of them, and the last day of the one that lasts longest."""

    rows: dict[int, set[int]]
    actors: frozenset[int]
    until: int


NOTHING = Done({}, frozenset(), 0)


class Ground:
    """One territory on a day, without what is above or below it."""

    def __init__(self, day: DayView, territory: int) -> None:
        self._day, self._facets, self._territory = day, initiatives(day), territory
        self._read_done()
        self._read_promises()
        self._done: dict[int, Done] = {}
        self._stale: dict[int, list[int]] | None = None

    def done(self, theme: int) -> Done:
        """What is done on a theme or what is under it."""
        found = self._done.get(theme)
        if found is None:
            found = self._done[theme] = self._sum(theme)
        return found

    def involved(self, row: int) -> list[tuple[int, int]]:
        """Counted actors involved in an initiative done here, each with the relation."""
        return self._involved.get(row, [])

    def needs(self, theme: int) -> list[Promise]:
        """Counted Needs of the territory on exactly a theme."""
        return self._needs.get(theme, [])

    def commitments(self, theme: int) -> list[Promise]:
        """Counted Frameworks of the territory on exactly a theme."""
        return self._commitments.get(theme, [])

    def stale(self, theme: int) -> list[int]:
        """Actions and Schemes that ended before the day and that were, whatever the dates, of
        the territory and on exactly a theme."""
        if self._stale is None:
            self._stale = {}
            for row in ended_in(self._day, [self._territory]):
                for each in past_themes(self._day, row) if self._facets.is_delivering(row) else ():
                    self._stale.setdefault(each, []).append(row)
        return self._stale.get(theme, [])

    def _read_done(self) -> None:
        rows = self._facets.covering([self._territory])
        rows = rows[self._facets.delivering(rows)]
        self._by_theme: dict[int, list[tuple[int, int]]] = {}
        self._involved: dict[int, list[tuple[int, int]]] = {}
        numbered = rows.tolist()
        for place, number, theme in self._facets.theme_links(rows).each():
            self._by_theme.setdefault(theme, []).append((numbered[place], number))
        for place, number, actor in self._facets.involvements(rows).each():
            self._involved.setdefault(numbered[place], []).append((actor, number))

    def _read_promises(self) -> None:
        self._needs: dict[int, list[Promise]] = {}
        self._commitments: dict[int, list[Promise]] = {}
        target = self._day.view.relations.target
        covers = self._day.links(RelationType.COVERS, [self._territory], outgoing=False)
        kinds = {
            EntityKind.NEED: (self._needs, "besoin identifié"),
            EntityKind.FRAMEWORK: (self._commitments, "engagement"),
        }
        for row in distinct(covers.end).tolist():
            kept = kinds.get(self._day.view.kind(row))
            if kept is None or not self._day.is_counted(row):
                continue
            found, what = kept
            reason = f"{what} sans action : {self._day.view.entity(row).name}"
            placing = self._facets.facet_evidence(RelationType.COVERS, row, [self._territory])
            for number in self._day.out(RelationType.ADDRESSES, row):
                promise = Promise(reason, {number, *placing})
                found.setdefault(int(target[number]), []).append(promise)

    def _sum(self, theme: int) -> Done:
        rows: dict[int, set[int]] = {}
        for narrower in self._day.below(theme):
            for row, number in self._by_theme.get(narrower, ()):
                rows.setdefault(row, set()).add(number)
        if not rows:
            return NOTHING
        until = self._day.view.entities.until
        actors = frozenset(actor for row in rows for actor, _ in self.involved(row))
        return Done(rows, actors, max(int(until[row]) for row in rows))


def ground(day: DayView, territory: int) -> Ground:
    """The ground of a territory, kept with the day."""
    grounds = day.derived(_Grounds)
    found = grounds.get(territory)
    if found is None:
        found = grounds[territory] = Ground(day, territory)
    return found


class _Grounds(dict[int, Ground]):
    """The grounds that a day keeps."""

    def __init__(self, _day: DayView) -> None:
        super().__init__()
