"""The rule on facts that nobody has confirmed for two years.

A fact is confirmed by its sources: by a dated document on its date (the last day of a month or
year), by an undated one, or by the team alone, on the day of the change set that last stated
the fact. Checked are the facts active on the day whose end is open or unknown: those that
would go on for ever. Concepts, documents, meetings, needs and unnamed groups are no such
facts, and neither are the relations that tell of an event (succession, attendance...).
"""

from collections.abc import Iterator
from datetime import date

from graph.dates import add_months, last_day
from graph.ontology import INITIATIVES, RELATIONS, EntityKind, RelationType
from graph.records import Entity, Relation, source_parts
from queries.check.case import Case, Hit

_MONTHS = 24
_LASTING = (*sorted(INITIATIVES), EntityKind.ACTOR, EntityKind.BODY)
_PASSING = frozenset(
    {
        RelationType.BROADER,
        RelationType.WITHIN,
        RelationType.HOLDS_POST,
        RelationType.RESPONDS_TO,
        *(type_ for type_, rule in RELATIONS.items() if rule.any_date),
    }
)


def unconfirmed(case: Case) -> Iterator[Hit]:
    """Entities that are unconfirmed, or some relations of which are: one hit for each."""
    view, active = case.view, case.day.relation_active
    limit = add_months(case.day.day, -_MONTHS)
    told: dict[int, tuple[int, int]] = {}
    own: set[int] = set()
    for row in case.day.active_rows(*_LASTING):
        record = view.entity(row)
        if record.end is None and not record.props.get("generic"):
            confirmed = _confirmed(case, record, int(view.entities.said[row]))
            if confirmed < limit:
                own.add(row)
                told[row] = (0, confirmed)
    for number in view.relation_numbers():
        record_ = view.relation(number)
        if active[number] and record_.end is None and record_.type not in _PASSING:
            confirmed = _confirmed(case, record_, int(view.relations.said[number]))
            bearer = _bearer(case, number)
            if confirmed < limit and bearer is not None:
                count, latest = told.get(bearer, (0, confirmed))
                told[bearer] = (count + 1, max(latest, confirmed))
    for row, (links, latest) in told.items():
        yield Hit(row, _said(case, row, links, latest, is_own=row in own))


def _said(case: Case, row: int, links: int, latest: int, *, is_own: bool) -> str:
    counted = f"{links} de ses liens" if links > 1 else "un de ses liens"
    if is_own:
        name = f"{case.named(row)} et {counted}" if links else case.named(row)
    else:
        name = f"{case.named(row)} : {counted}"
    since = f"{date.fromordinal(latest):%d/%m/%Y}"
    return f"{name}, en cours sans date de fin, sans confirmation depuis le {since}"


def _bearer(case: Case, number: int) -> int | None:
    """The lasting entity under which a relation is told: what an actor takes part in, else
    where the relation starts."""
    columns = case.view.relations
    origin, target = int(columns.origin[number]), int(columns.target[number])
    if case.view.kind(origin) is EntityKind.ACTOR and case.view.kind(target) in _LASTING:
        return target
    return origin if case.view.kind(origin) in _LASTING else None


def _confirmed(case: Case, record: Entity | Relation, said: int) -> int:
    """The last day on which a source or a change set confirms a fact."""
    stated = case.recorded(said)
    days = []
    for source in record.sources:
        row = case.view.row(source_parts(source)[0])
        dated = None if row is None else case.view.entity(row).props.get("date")
        days.append(last_day(dated) if isinstance(dated, str) else stated)
    return max(days, default=stated)
