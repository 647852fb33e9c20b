"""What initiatives were about, read whatever the dates (for STALE and EXPIRED).

"Whatever the dates" ignores the periods of ADDRESSES, COVERS and PART_OF and of the parents;
an Action then inherits territories only when it has no COVERS at all. A DRAFT gives nothing.
Hierarchies stay those of the day.
"""

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.initiatives import Initiatives


def stale_in_cell(facets: Initiatives, theme: int, territory: int) -> list[int]:
    """Actions and Schemes that ended before the day and that their themes and territories,
    whatever the dates, put in the cell; by id."""
    day = facets.day
    wider = day.above(territory)
    found = {
        row
        for narrower in day.below(theme)
        for row in _ever(day, RelationType.ADDRESSES, narrower, outgoing=False)
        if facets.is_delivering(row) and has_ended(day, row)
        if not wider.keys().isdisjoint(past_territories(day, row))
    }
    return day.view.by_id(found)


def has_ended(day: DayView, row: int) -> bool:
    """Whether an entity that is no DRAFT has a known end before the day."""
    record = day.view.entity(row)
    is_draft = record.props.get("status") == "DRAFT"
    return record.end is not None and not is_draft and int(day.view.entities.until[row]) < day.day


def past_territories(day: DayView, row: int) -> set[int]:
    """Territories of an initiative whatever the dates, inherited ones included."""
    own = _ever(day, RelationType.COVERS, row, outgoing=True)
    if own or day.view.kind(row) is not EntityKind.ACTION:
        return own
    return {
        territory
        for parent in _ever(day, RelationType.PART_OF, row, outgoing=True)
        if day.view.entity(parent).props.get("status") != "DRAFT"
        for territory in _ever(day, RelationType.COVERS, parent, outgoing=True)
    }


def _ever(day: DayView, type_: RelationType, row: int, *, outgoing: bool) -> set[int]:
    columns = day.view.relations
    numbers = day.view.adjacency(type_, outgoing=outgoing).of(row)
    ends = columns.target if outgoing else columns.origin
    return set(ends[numbers[columns.visible[numbers]]].tolist())
