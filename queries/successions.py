"""What succeeds what, by any chain of SUCCEEDS read by its own period."""

from graph.ontology import RelationType
from graph.view import DayView


def successors(day: DayView, row: int) -> set[int]:
    """Counted entities that reach this one by SUCCEEDS, active or not.

    A DRAFT succeeds nothing, so that no chain goes through it; a chain passes through what is
    not counted.
    """
    found: set[int] = set()
    edge = [row]
    while edge:
        for newer in day.origins(RelationType.SUCCEEDS, edge.pop()):
            is_draft = day.view.entity(newer).props.get("status") == "DRAFT"
            if not is_draft and newer not in found:
                found.add(newer)
                edge.append(newer)
    return {each for each in found if day.is_counted(each)}
