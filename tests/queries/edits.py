"""Stories of random graphs: what is told of them, and edits such as an analyst makes."""

from datetime import date
from random import Random

from hypothesis import strategies as st

from graph.changes import (
    Merge,
    Operation,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
)
from graph.ontology import EntityKind
from graph.view import GraphView
from tests.oracle.random_graphs import Bundle, bundles, days


@st.composite
def stories(draw: st.DrawFn) -> tuple[Bundle, date, int]:
    """A bundle, a day to ask about, and the seed of how it is told or edited."""
    bundle = draw(bundles())
    return bundle, draw(days(bundle)), draw(st.integers(0, 2**32))


EDITED = [kind for kind in EntityKind if kind is not EntityKind.DOCUMENT]
EDITS = ("retract", "merge", "merge", "split", "rename", "take out", "date")


def disturbance(view: GraphView, chances: Random) -> list[Operation]:
    """One edit, or none; some are refused by the rules of the graph, which is fine."""
    ids = [view.entity(row).id for row in view.rows_of(chances.choice(EDITED))]
    merged = sorted(view.entities.records[row].id for row in view.merges.survivors)
    numbers = list(view.relation_numbers(stated=True))
    match chances.choice(EDITS):
        case "retract" if ids:
            return [Retract(chances.choice(ids))]
        case "merge" if len(ids) > 1:
            one, other = chances.sample(ids, 2)
            return [Merge((one,), other)]
        case "split" if merged:
            return [Split(chances.choice(merged))]
        case "rename" if ids:
            chosen = chances.choice(ids)
            return [UpsertEntity(chosen, None, {"name": f"Nouveau {chosen}", "end": "2030"})]
        case "take out" if numbers:
            return [RetractRelation(*view.stated_relation(chances.choice(numbers)).key)]
        case "date" if numbers:
            key = view.stated_relation(chances.choice(numbers)).key
            values = {"role": key.role, "start": key.start, "year": key.year, "end": "2030"}
            return [UpsertRelation(key.type, key.origin, key.target, values)]
    return []
