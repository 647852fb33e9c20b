"""The territory and theme that a question about gaps is limited to."""

from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import product
from typing import TypeAlias

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from queries.initiatives import initiatives

Cell: TypeAlias = tuple[int, int]
"""A theme and a territory."""


class Scope:
    """A day with the filters of a question: a gap is kept by its own theme and territory when
    it has them, else by those of its subject. ``only``: nothing else is looked at, so that one
    gap costs what it rests on."""

    def __init__(
        self,
        day: DayView,
        territory: int | None = None,
        theme: int | None = None,
        only: Collection[int] | None = None,
    ) -> None:
        self.day = day
        self.facets = initiatives(day)
        self.territory = territory
        self.theme = theme
        self.only = only
        self._cells: dict[int, frozenset[Cell]] = {}
        self._near = None if territory is None else day.related(territory).keys()
        self._under = None if theme is None else day.below(theme).keys()

    def on_theme(self, themes: Iterable[int]) -> bool:
        """Whether one of the themes is under the theme asked, if any is."""
        return self._under is None or not self._under.isdisjoint(themes)

    def in_place(self, territories: Iterable[int]) -> bool:
        """Whether one of the territories is related to the territory asked, if any is."""
        return self._near is None or not self._near.isdisjoint(territories)

    def cells(self, row: int) -> frozenset[Cell]:
        """Themes and territories of an initiative that suit the question; kept."""
        if row not in self._cells:
            pairs = product(self.facets.themes(row), self.facets.territories(row))
            self._cells[row] = frozenset(
                (theme, place)
                for theme, place in pairs
                if self.on_theme({theme}) and self.in_place({place})
            )
        return self._cells[row]

    def keeps(self, row: int) -> bool:
        """Whether a subject's own themes and territories suit the question."""
        return self.on_theme(self._themes(row)) and self.in_place(self._territories(row))

    def kept(self, *kinds: EntityKind) -> list[int]:
        """Active, counted entities of the kinds that suit the question."""
        if self.only is None and INITIATIVES.issuperset(kinds):
            rows: list[int] = self.facets.selected(kinds, self.territory, self.theme).tolist()
            return rows
        wanted = frozenset(kinds)
        return [
            row
            for row in self._others(*kinds)
            if self.day.view.kind(row) in wanted and self.day.is_counted(row) and self.keeps(row)
        ]

    def placed(self, *kinds: EntityKind) -> list[int]:
        """Active, counted initiatives of the kinds in the territory asked, whatever the theme."""
        if self.only is not None:
            return Scope(self.day, self.territory, only=self.only).kept(*kinds)
        rows: list[int] = self.facets.selected(kinds, self.territory, None).tolist()
        return rows

    def _others(self, *kinds: EntityKind) -> list[int]:
        if self.only is not None:
            return [row for row in sorted(self.only) if self.day.active[row]]
        if self.territory is None:
            return self.day.active_rows(*kinds, counted=True)
        return self._local

    @cached_property
    def _local(self) -> list[int]:
        """What covers a territory near the one asked, and the bodies that govern there."""
        assert self.territory is not None
        near = self.day.near(self.territory).rows
        own = self.day.links(RelationType.COVERS, near, outgoing=False).end
        bodies = self.day.links(
            RelationType.GOVERNED_BY, self.facets.covering(near), outgoing=True
        ).end
        found: list[int] = distinct(np.concatenate([own, bodies])).tolist()
        return found

    def about(self, row: int) -> set[int]:
        """Relations that say what an initiative is about and where."""
        facets = self.facets
        return {
            *self.day.out(RelationType.ADDRESSES, row),
            *facets.covers_evidence(row, facets.territories(row)),
        }

    def _themes(self, row: int) -> set[int]:
        """Its own; a body has those of the initiatives that it governs too."""
        return {theme for each in self._sides(row) for theme in self.facets.themes(each)}

    def _territories(self, row: int) -> set[int]:
        return {place for each in self._sides(row) for place in self.facets.territories(each)}

    def _sides(self, row: int) -> list[int]:
        return [row, *self.day.origins(RelationType.GOVERNED_BY, row)]
