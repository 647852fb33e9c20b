"""Hypotheses in GraphQL: each difference shows its item as it is and as it would be."""

from typing import Any, get_args

import strawberry

from api.graphql.enums import literal_enum
from api.graphql.results import result_type
from graph.changes.preview import Preview
from graph.view import DayView
from queries.coverage import CoverageCell
from queries.cut_points import CutPoint
from queries.gaps import Gap
from queries.overlaps import Overlap
from queries.what_if import Difference, Kind, what_if

_Kind: Any = literal_enum("Difference.change", get_args(Kind))


def _difference_type(item: type, what: str) -> Any:
    """The type of a difference between two items of a question."""
    shown = result_type(item)
    members = {
        "__annotations__": {"change": _Kind, "before": shown | None, "after": shown | None},
        "__module__": __name__,
        "change": strawberry.field(description="Whether it appears, changes or disappears."),
        "before": strawberry.field(description="As it is; null when it would appear."),
        "after": strawberry.field(description="As it would be; null when it would disappear."),
    }
    made = type(f"{item.__name__}Difference", (), members)
    return strawberry.type(made, description=f"What would become of {what}.")


_OverlapDifference: Any = _difference_type(Overlap, "an overlap")
_CoverageDifference: Any = _difference_type(CoverageCell, "the state of a cell")
_GapDifference: Any = _difference_type(Gap, "a gap")
_CutPointDifference: Any = _difference_type(CutPoint, "a cut point")


@strawberry.type(description="What a change set would do to the answers; nothing is stored.")
class WhatIf:
    overlaps: list[Any] = strawberry.field(
        graphql_type=list[_OverlapDifference], description="Overlaps that would not be the same."
    )
    coverage: list[Any] = strawberry.field(
        graphql_type=list[_CoverageDifference],
        description="Cells whose state would not be the same, by territory then theme.",
    )
    gaps: list[Any] = strawberry.field(
        graphql_type=list[_GapDifference], description="Gaps that would not be the same."
    )
    cut_points: list[Any] = strawberry.field(
        graphql_type=list[_CutPointDifference],
        description="Cut points that would not be the same.",
    )


def what_if_result(day: DayView, draft: Preview, territory: int | None) -> WhatIf:
    """The differences between a day and the same one after a draft."""
    after = draft.view.on(day.day)
    place = None if territory is None else day.view.entity(territory).id
    found = what_if(day, draft, place)

    def shown(made: Any, item: type, differences: tuple[Difference[Any], ...]) -> list[Any]:
        type_ = result_type(item)
        return [
            made(
                change=_Kind(each.change),
                before=None if each.before is None else type_(day=day, value=each.before),
                after=None if each.after is None else type_(day=after, value=each.after),
            )
            for each in differences
        ]

    return WhatIf(
        overlaps=shown(_OverlapDifference, Overlap, found.overlaps),
        coverage=shown(_CoverageDifference, CoverageCell, found.coverage),
        gaps=shown(_GapDifference, Gap, found.gaps),
        cut_points=shown(_CutPointDifference, CutPoint, found.cut_points),
    )
