"""All questions at once, and all that a view holds, to compare two states of the same graph."""

from datetime import date
from typing import Any

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import GraphView
from graph.view.columns import RelationColumns
from queries.overlaps import overlaps
from queries.who import who_works_on
from tests.queries.asking import Asked

NODES = (EntityKind.ACTOR, *sorted(INITIATIVES), EntityKind.BODY)


def answers(view: GraphView, day: date) -> dict[str, Any]:
    """The answer to every question about every place and theme of the view."""
    asked = Asked.on(view, day)
    themes = asked.ids(view.rows_of(EntityKind.THEME))
    places = asked.ids(view.rows_of(EntityKind.TERRITORY))
    nodes = asked.ids(view.rows_of(*NODES))
    found: dict[str, Any] = {f"who {theme}": asked.who(theme=theme) for theme in themes}
    found |= {f"coverage {place}": asked.coverage(place) for place in places}
    found |= {f"cut points {place}": asked.cut_points(territory=place) for place in places}
    found["overlaps"] = asked.overlaps(kinds=["ACTION", "SCHEME", "FRAMEWORK"])
    found["fragmentation"] = asked.fragmentation()
    found["articulations"] = asked.articulations()
    found["cut points"] = asked.cut_points()
    found["bridges"] = asked.bridges()
    found |= {f"path {end}": asked.path(nodes[0], end) for end in nodes[1:]}
    return found


def evidence(view: GraphView, day: date) -> list[tuple[Any, ...]]:
    """The items of the answers with the facts that they rest on, as they are shown."""
    shown: list[tuple[Any, ...]] = []
    on = view.on(day.toordinal())
    for theme in view.rows_of(EntityKind.THEME):
        for work in who_works_on(on, theme).page():
            facts = tuple(view.relation(number) for number in work.evidence)
            actors = [(view.entity(each.actor).id, each.role, each.end) for each in work.actors]
            shown.append((view.entity(work.initiative), actors, facts))
    for overlap in overlaps(on).page():
        facts = tuple(view.relation(number) for number in overlap.evidence)
        shown.append((view.entity(overlap.left), view.entity(overlap.right), facts))
    return shown


def entity_facts(view: GraphView) -> dict[str, tuple[Any, ...]]:
    """Every column of the entities that stand, by id, in the view's order of ids."""
    columns = view.entities
    rows = [row for row in columns.by_id.tolist() if columns.version[row]]
    assert rows == sorted(rows, key=lambda row: int(columns.rank[row]))
    return {
        columns.records[row].id: (
            columns.records[row],
            view.entity(row),
            *(
                int(column[row])
                for column in (
                    *(columns.kind, columns.since, columns.until, columns.counted),
                    *(columns.visible, columns.ref, columns.version, columns.said),
                )
            ),
            view.entities.records[view.merges.survivors.get(row, row)].id,
        )
        for row in rows
    }


def relation_facts(view: GraphView) -> list[tuple[Any, ...]]:
    """Every column of the relations that stand, in order of version."""
    columns: RelationColumns = view.relations
    records = view.entities.records
    return [
        (
            view.relation(number),
            records[columns.origin[number]].id,
            records[columns.target[number]].id,
            *(
                int(column[number])
                for column in (
                    *(columns.since, columns.until, columns.visible),
                    *(columns.version, columns.said),
                )
            ),
        )
        for number in view.relation_numbers(stated=True)
    ]


def neighbours(view: GraphView) -> dict[str, list[Any]]:
    """The relations that lead from and to each entity, as its adjacencies tell."""
    return {
        view.entity(row).id: [view.relation(number) for number in view.touching(row)]
        for kind in EntityKind
        for row in view.rows_of(kind)
    }


def warm(view: GraphView, day: date) -> None:
    """Have the view build all that it derives: adjacencies, hierarchies, facets of a day."""
    for type_ in RelationType:
        view.adjacency(type_, outgoing=True)
        view.adjacency(type_, outgoing=False)
    if view.rows_of(*NODES):
        answers(view, day)
