"""The queries of gaps, comparisons, changes, hypotheses, measures, sheets, and the journal."""

from typing import Any, get_args

import strawberry

from api.graphql.changes import ChangeSetInput, read_change_set
from api.graphql.connections import Connection, connection
from api.graphql.context import Info, asked_of, day_of, page_of
from api.graphql.enums import literal_enum
from api.graphql.journal import JournalEntry, entry
from api.graphql.results import result_type
from api.graphql.what_if import WhatIf, what_if_result
from api.questions import Arguments, Asked, span
from graph.changes.preview import preview
from queries.changes import Change, changes
from queries.compare import Comparison, comparison
from queries.gaps import Gap, GapKind, gaps
from queries.measures import Measures, measures
from queries.sheet import Sheet, sheet

_Gap: Any = result_type(Gap)
_Change: Any = result_type(Change)
_Comparison: Any = result_type(Comparison)
_Measures: Any = result_type(Measures)
_Sheet: Any = result_type(Sheet)
_GapKind: Any = literal_enum("Gap.kind", get_args(GapKind))


@strawberry.type(description="Findings that rest on several questions, and the journal.")
class Findings:
    @strawberry.field(
        description="What is missing or will be soon, the most severe first.",
        graphql_type=Connection[_Gap],
    )
    def gaps(
        self,
        info: Info,
        territory: str | None = None,
        theme: str | None = None,
        kinds: list[_GapKind] | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, theme, territory)
        wanted = None if kinds is None else [kind.value for kind in kinds]
        return page_of(day, _Gap, gaps(day, asked.territory, asked.theme, wanted), first, after)

    @strawberry.field(
        description="Two territories side by side: what is done on each theme, who is there.",
        graphql_type=_Comparison,
    )
    def compare(
        self,
        info: Info,
        left: str,
        right: str,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        sides = Asked(day, Arguments(left=left, right=right)).sides
        return _Comparison(day=day, value=comparison(day, *sides))

    @strawberry.field(
        description="What starts and what ceases to be active between two days, by date.",
        graphql_type=Connection[_Change],
    )
    def changes(
        self,
        info: Info,
        since: str,
        until: str,
        known_at: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        day = day_of(info, until, known_at)
        answer = changes(day.view, *span(since, until))
        return page_of(day, _Change, answer, first, after)

    @strawberry.field(
        description="What a change set would make appear, change or disappear; nothing is stored."
    )
    def what_if(
        self,
        info: Info,
        change_set: ChangeSetInput,
        territory: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> WhatIf:
        day = day_of(info, as_of, known_at)
        place = asked_of(day, territory=territory).territory
        draft = preview(day.view, read_change_set(info, change_set))
        return what_if_result(day, draft, place)

    @strawberry.field(
        description="Measures of the network of a territory, or of the whole.",
        graphql_type=_Measures,
    )
    def measures(
        self,
        info: Info,
        territory: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        without: list[strawberry.ID] | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        asked = asked_of(day, territory=territory, without=without or ())
        (item,) = measures(day, asked.territory, asked.without).page()
        return _Measures(day=day, value=item)

    @strawberry.field(
        description="The sheet of a territory: all that is known of it.", graphql_type=_Sheet
    )
    def sheet(
        self,
        info: Info,
        territory: str,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Any:
        day = day_of(info, as_of, known_at)
        place = asked_of(day, territory=territory).territory
        assert place is not None
        (item,) = sheet(day, place).page()
        return _Sheet(day=day, value=item)

    @strawberry.field(description="Who changed what and when, the latest first.")
    def journal(
        self, info: Info, first: int | None = None, after: str | None = None
    ) -> Connection[JournalEntry]:
        store = info.context.repository.store

        def page(start: int, count: int) -> list[JournalEntry]:
            return [entry(record) for record in store.journal(start + count)[start:]]

        return connection(store.change_count(), page, first, after)
