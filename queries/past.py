"""What initiatives were about, read whatever the dates (for STALE and EXPIRED).

"Whatever the dates" ignores the periods of ADDRESSES, COVERS and PART_OF and of the parents;
an Action then inherits territories only when it has no COVERS at all. A DRAFT gives nothing.
Hierarchies stay those of the day.
"""

from collections.abc import Iterable

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from graph.view.columns import KIND_CODE, Days, Numbers, kind_mask
from graph.view.links import Links

_IS_INITIATIVE = kind_mask(INITIATIVES)


def ended_in(day: DayView, territories: Iterable[int]) -> list[int]:
    """Counted initiatives that ended before the day and had one of the territories, whatever
    the dates, inherited ones included. The cost follows what was ever there."""
    entities = day.view.entities
    rows = past_covering(day, territories)
    rows = rows[entities.counted[rows] & (entities.until[rows] < day.day)]
    return [row for row in rows.tolist() if has_ended(day, row)]


def past_covering(day: DayView, territories: Iterable[int]) -> Numbers:
    """Initiatives, active or not, that have one of the territories whatever the dates."""
    kind = day.view.entities.kind
    own = _ever_linked(day, RelationType.COVERS, territories, outgoing=False).end
    own = own[_IS_INITIATIVE[kind[own]]]
    parents = [row for row in distinct(own).tolist() if not _is_draft(day, row)]
    parts = _ever_linked(day, RelationType.PART_OF, parents, outgoing=False).end
    actions = parts[kind[parts] == KIND_CODE[EntityKind.ACTION]]
    placed = _ever_linked(day, RelationType.COVERS, actions, outgoing=True).place
    return distinct(np.concatenate([own, np.delete(actions, placed)]))


def _ever_linked(
    day: DayView, type_: RelationType, rows: Iterable[int], *, outgoing: bool
) -> Links:
    columns = day.view.relations
    asked = np.fromiter(rows, dtype=np.int64)
    place, numbers = day.view.adjacency(type_, outgoing=outgoing).of_many(asked)
    ends = columns.target if outgoing else columns.origin
    return Links(place, numbers, ends[numbers]).only(columns.visible[numbers])


def past_themes(day: DayView, row: int) -> set[int]:
    """Themes of an initiative whatever the dates."""
    return _ever(day, RelationType.ADDRESSES, row, outgoing=True)


def has_ended(day: DayView, row: int) -> bool:
    """Whether an entity that is no DRAFT has a known end before the day."""
    is_over = int(day.view.entities.until[row]) < day.day
    return is_over and day.view.entity(row).end is not None and not _is_draft(day, row)


def _is_draft(day: DayView, row: int) -> bool:
    return day.view.entity(row).props.get("status") == "DRAFT"


def past_territories(day: DayView, row: int) -> set[int]:
    """Territories of an initiative whatever the dates, inherited ones included."""
    own = _ever(day, RelationType.COVERS, row, outgoing=True)
    if own:
        return own
    return {
        territory
        for parent in _past_parents(day, row)
        for territory in _ever(day, RelationType.COVERS, parent, outgoing=True)
    }


def past_evidence(day: DayView, row: int, theme: int, territory: int) -> set[int]:
    """Relations that, whatever the dates, put an initiative on a theme and in a territory."""
    found = _leading(day, RelationType.ADDRESSES, row, theme)
    if _ever(day, RelationType.COVERS, row, outgoing=True):
        return found | _leading(day, RelationType.COVERS, row, territory)
    for parent in _past_parents(day, row):
        places = _leading(day, RelationType.COVERS, parent, territory)
        if places:
            found |= places | _leading(day, RelationType.PART_OF, row, parent)
    return found


def _past_parents(day: DayView, row: int) -> set[int]:
    """What an Action without any COVERS takes its territories from; a DRAFT gives nothing."""
    if day.view.kind(row) is not EntityKind.ACTION:
        return set()
    return {
        parent
        for parent in _ever(day, RelationType.PART_OF, row, outgoing=True)
        if not _is_draft(day, parent)
    }


def _leading(day: DayView, type_: RelationType, row: int, end: int) -> set[int]:
    target = day.view.relations.target
    numbers = _relations(day, type_, row, outgoing=True)
    return set(numbers[target[numbers] == end].tolist())


def _ever(day: DayView, type_: RelationType, row: int, *, outgoing: bool) -> set[int]:
    columns = day.view.relations
    ends = columns.target if outgoing else columns.origin
    return set(ends[_relations(day, type_, row, outgoing=outgoing)].tolist())


def _relations(day: DayView, type_: RelationType, row: int, *, outgoing: bool) -> Days:
    numbers = day.view.adjacency(type_, outgoing=outgoing).of(row)
    visible: Days = numbers[day.view.relations.visible[numbers]]
    return visible
