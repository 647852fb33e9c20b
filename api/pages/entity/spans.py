"""What of an entity has dates: itself, its relations, and the initiatives that they lead to."""

from api.pages.facts import role_words
from api.pages.links import entity_link, is_shown
from api.pages.timeline import Span
from graph.dates import end_state, first_day
from graph.ontology import INITIATIVES, KINDS, RELATIONS, EntityKind
from graph.records import Entity, Relation
from graph.view import GraphView

_DATED_ENDS = INITIATIVES | {EntityKind.MEETING}


def dated_spans(view: GraphView, row: int) -> list[Span]:
    """The entity first, then its relations, the earliest first.

    A relation without dates takes those of the initiative or meeting at its other end. Linear in
    the relations of the entity.
    """
    record = view.entity(row)
    if KINDS[record.kind].always_active:
        return []
    found = {span for number in view.touching(row) for span in _of_relation(view, row, number)}
    spans = sorted(found, key=lambda each: (_since(each), each.link.name, each.link.id))
    own = _of_entity(view, row, "")
    return [*own, *spans]


def _of_relation(view: GraphView, row: int, number: int) -> list[Span]:
    columns = view.relations
    origin, target = int(columns.origin[number]), int(columns.target[number])
    other, inverse = (origin, True) if target == row else (target, False)
    if not is_shown(view.kind(other)):
        return []
    record = view.relation(number)
    rule = RELATIONS[record.type]
    words = role_words(record) or (rule.inverse_label if inverse else rule.label)
    if record.start or record.end:
        return [_span(view, other, words, record, record.start)]
    return _of_entity(view, other, words) if view.kind(other) in _DATED_ENDS else []


def _of_entity(view: GraphView, row: int, words: str) -> list[Span]:
    record = view.entity(row)
    said = record.props.get("signed") or record.props.get("date")
    start = record.start or (said if isinstance(said, str) else None)
    if record.kind in (EntityKind.MEETING, EntityKind.DOCUMENT) and not record.start:
        # The day of a sitting or of a document is a day, no beginning.
        return [Span(entity_link(view, row), words, start, start, "KNOWN")] if start else []
    return [_span(view, row, words, record, start)] if start or record.end else []


def _span(
    view: GraphView, row: int, words: str, record: Entity | Relation, start: str | None
) -> Span:
    state = end_state(record.end, record.open_ended)
    return Span(entity_link(view, row), words, start, record.end, state)


def _since(span: Span) -> int:
    first = span.start or span.end
    return first_day(first) if first else 0
