"""What is done, promised and over in a territory, for all themes: its own ground and those of
the territories that it is under."""

from graph.dates import add_months
from graph.ontology import RelationType
from graph.view import DayView
from queries.ground import Done, Promise, ground
from queries.initiatives import initiatives

FIRM_MONTHS = 6
"""A cell is COVERED only by something that lasts at least that long."""


class Place:
    """A territory with all that it is under."""

    def __init__(self, day: DayView, territory: int) -> None:
        self.day, self.territory = day, territory
        self.firm_until = add_months(day.day, FIRM_MONTHS)
        self._own = ground(day, territory)
        self._grounds = [ground(day, each) for each in day.above(territory)]
        self._judged: dict[RelationType, dict[int, set[int]]] = {}

    def done(self, theme: int) -> list[Done]:
        """What is done on a theme or what is under it, by ground; an initiative may be in
        several."""
        found = (each.done(theme) for each in self._grounds)
        return [each for each in found if each.rows]

    def involved(self, row: int) -> list[tuple[int, int]]:
        """Counted actors involved in an initiative done here, each with the relation."""
        return next((found for each in self._grounds if (found := each.involved(row))), [])

    def covers(self, row: int) -> set[int]:
        """Relations that place an initiative in the territory."""
        return initiatives(self.day).covers_evidence(row, self.day.above(self.territory))

    def promises(self, theme: int) -> list[Promise]:
        """Counted Needs of the territory itself and Frameworks of it or a wider one, on exactly
        a theme."""
        commitments = [one for each in self._grounds for one in each.commitments(theme)]
        return [*self._own.needs(theme), *commitments]

    def stale(self, theme: int) -> list[int]:
        """Actions and Schemes that ended before the day and that their themes and territories,
        whatever the dates, put in the cell; by id."""
        rows = {
            row
            for narrower in self.day.below(theme)
            for each in self._grounds
            for row in each.stale(narrower)
        }
        return self.day.view.by_id(rows)

    def judgements(self, type_: RelationType, theme: int) -> set[int]:
        """What analysts judged of the territory and exactly a theme."""
        found = self._judged.get(type_)
        if found is None:
            found = self._judged[type_] = {}
            target = self.day.view.relations.target
            for number in self.day.out(type_, self.territory):
                found.setdefault(int(target[number]), set()).add(number)
        return found.get(theme, set())
