"""The queries of the contract. Arguments name entities by id, code, exact label or alias."""

from functools import partial
from typing import Annotated, Any, get_args

import strawberry

from api.graphql.connections import Connection, connection
from api.graphql.context import Info, asked_of, day_of, page_of
from api.graphql.entities import Entity, node
from api.graphql.enums import literal_enum
from api.graphql.findings import Findings
from api.graphql.limits import check
from api.graphql.reconciliation import Reconciliations
from api.graphql.results import Foreseen, result_type
from api.questions import Arguments, Asked, initiative_kinds
from graph.ontology import EntityKind
from graph.view import DayView
from queries.articulations import Articulation, Status, articulations
from queries.bridges import Bridge, bridges
from queries.coverage import CoverageCell, cell_of, state_of
from queries.cut_points import CutPoint, cut_points
from queries.fragmentation import Fragmentation, fragmentation
from queries.initiatives import DELIVERING
from queries.listing import entities
from queries.overlaps import Level, Overlap, overlaps
from queries.path import Path, path
from queries.place import Place
from queries.search import Found, search
from queries.who import Work, who_works_on

_Work: Any = result_type(Work)
_Overlap: Any = result_type(Overlap)
_Fragmentation: Any = result_type(Fragmentation)
_CoverageCell: Any = result_type(CoverageCell)
_Articulation: Any = result_type(Articulation)
_CutPoint: Any = result_type(CutPoint)
_Bridge: Any = result_type(Bridge)
_Path: Any = result_type(Path)
_Found: Any = result_type(Found)
_Level: Any = literal_enum("level", get_args(Level))
_Status: Any = literal_enum("status", get_args(Status))


def _cells(day: DayView, territories: list[int], themes: list[int] | None) -> list[Any]:
    """Cells of territories for the themes given, all by id when None; explained when asked."""
    wanted = list(dict.fromkeys(day.view.rows_of(EntityKind.THEME) if themes is None else themes))
    cells = []
    for place in (Place(day, each) for each in dict.fromkeys(territories)):
        for theme in wanted:
            known = {"theme": theme, "territory": place.territory, "state": state_of(place, theme)}
            value = Foreseen(partial(cell_of, place, theme), **known)
            cells.append(_CoverageCell(day=day, value=value))
    return cells


@strawberry.type(description="Questions to the graph.")
class Query(Findings, Reconciliations):
    @strawberry.field(description="An entity by id; a merged id leads to its survivor.")
    def entity(
        self, info: Info, id: strawberry.ID, as_of: str | None = None, known_at: str | None = None
    ) -> Entity | None:
        day = day_of(info, as_of, known_at)
        row = day.view.row(id)
        return None if row is None else node(day, row)

    @strawberry.field(description="Entities by kind, text, territory and theme, by id.")
    def entities(
        self,
        info: Info,
        kind: EntityKind | None = None,
        text: str | None = None,
        territory: str | None = None,
        theme: str | None = None,
        first: int | None = None,
        after: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Connection[Entity]:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, theme, territory)
        answer = entities(day, kind, text, asked.territory, asked.theme)

        def page(start: int, count: int) -> list[Entity]:
            return [node(day, row) for row in answer.page(start, count)]

        return connection(answer.total, page, first, after)

    @strawberry.field(
        description="Entities found in French by name, acronym, code or description, best first.",
        graphql_type=Connection[_Found],
    )
    def search(
        self,
        info: Info,
        text: str,
        kinds: list[EntityKind] | None = None,
        first: int | None = None,
        after: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        return page_of(day, _Found, search(day.view, text, kinds or ()), first, after)

    @strawberry.field(
        description="Who already works on a theme, nearest first.",
        graphql_type=Connection[_Work],
    )
    def who_works_on(
        self,
        info: Info,
        theme: str,
        territory: str | None = None,
        audience: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, theme, territory, audience)
        answer = who_works_on(day, asked.themes[0], asked.territory, asked.audience)
        return page_of(day, _Work, answer, first, after)

    @strawberry.field(
        description="Pairs of initiatives that overlap, highest score first.",
        graphql_type=Connection[_Overlap],
    )
    def overlaps(
        self,
        info: Info,
        territory: str | None = None,
        theme: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        managed: bool | None = None,
        level: _Level | None = None,
        kinds: list[EntityKind] | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, theme, territory)
        answer = overlaps(
            day,
            asked.territory,
            asked.theme,
            managed=managed,
            level=None if level is None else level.value,
            kinds=DELIVERING if kinds is None else initiative_kinds(kinds),
        )
        return page_of(day, _Overlap, answer, first, after)

    @strawberry.field(
        description="Cells where several actors lead side by side, most leads first.",
        graphql_type=Connection[_Fragmentation],
    )
    def fragmentation(
        self,
        info: Info,
        territory: str | None = None,
        theme: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, theme, territory)
        answer = fragmentation(day, asked.territory, asked.theme)
        return page_of(day, _Fragmentation, answer, first, after)

    @strawberry.field(
        description="What is done in a territory, by theme: all themes by id, or those given.",
        graphql_type=list[_CoverageCell],
    )
    def coverage(
        self,
        info: Info,
        territory: str,
        themes: list[str] | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = Asked(day, Arguments(theme=tuple(themes or ()), territory=territory))
        assert asked.territory is not None
        return _cells(day, [asked.territory], None if themes is None else asked.themes)

    @strawberry.field(
        description="Coverage of several territories, forty at most, in the order given.",
        graphql_type=list[_CoverageCell],
    )
    def coverage_matrix(
        self,
        info: Info,
        territories: list[str],
        themes: list[str] | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Any:
        check(territories=len(territories))
        day = day_of(info, as_of, known_at)
        places = [asked_of(day, territory=each).territory for each in territories]
        wanted = None if themes is None else Asked(day, Arguments(theme=tuple(themes))).themes
        return _cells(day, [each for each in places if each is not None], wanted)

    @strawberry.field(
        description="How frameworks meet, by id.", graphql_type=Connection[_Articulation]
    )
    def articulations(
        self,
        info: Info,
        territory: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        status: _Status | None = None,
        ignore_hubs: bool = False,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        answer = articulations(
            day,
            asked_of(day, territory=territory).territory,
            status=None if status is None else status.value,
            ignore_hubs=ignore_hubs,
        )
        return page_of(day, _Articulation, answer, first, after)

    @strawberry.field(
        description="Entities whose loss would separate others, most pairs lost first.",
        graphql_type=Connection[_CutPoint],
    )
    def cut_points(
        self,
        info: Info,
        territory: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        without: list[strawberry.ID] | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, territory=territory, without=without or ())
        answer = cut_points(day, asked.territory, asked.without)
        return page_of(day, _CutPoint, answer, first, after)

    @strawberry.field(
        description="Links whose loss would separate what they join.",
        graphql_type=Connection[_Bridge],
    )
    def bridges(
        self,
        info: Info,
        territory: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        without: list[strawberry.ID] | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, territory=territory, without=without or ())
        answer = bridges(day, asked.territory, asked.without)
        return page_of(day, _Bridge, answer, first, after)

    @strawberry.field(
        description="The shortest chain between two entities; null when there is none.",
        graphql_type=_Path | None,
    )
    def path(
        self,
        info: Info,
        start: Annotated[str, strawberry.argument(name="from")],
        end: Annotated[str, strawberry.argument(name="to")],
        as_of: str | None = None,
        known_at: str | None = None,
        avoid_hubs: bool = False,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day)
        answer = path(day, asked.node(start), asked.node(end), avoid_hubs=avoid_hubs)
        return next((_Path(day=day, value=item) for item in answer.page()), None)
