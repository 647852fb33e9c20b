"""What initiatives were about, read whatever the dates (for STALE and EXPIRED).

"Whatever the dates" ignores the periods of ADDRESSES, COVERS and PART_OF and of the parents;
an Action then inherits territories only when it has no COVERS at all. A DRAFT gives nothing.
Hierarchies stay those of the day.
"""

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.columns import Days
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


def past_themes(day: DayView, row: int) -> set[int]:
    """Themes of an initiative whatever the dates."""
    return _ever(day, RelationType.ADDRESSES, row, outgoing=True)


def has_ended(day: DayView, row: int) -> bool:
    """Whether an entity that is no DRAFT has a known end before the day."""
    record = day.view.entity(row)
    is_draft = record.props.get("status") == "DRAFT"
    return record.end is not None and not is_draft and int(day.view.entities.until[row]) < day.day


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
        if day.view.entity(parent).props.get("status") != "DRAFT"
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
