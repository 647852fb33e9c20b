"""Taking a change set back: what it wrote ends, what it ended stands again.

Restored facts keep the revision that stated them, so answers are those of before, sources
included. Refused, naming them, when later change sets touch the same facts (design).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.changes.draft import Draft
from graph.changes.operations import ChangeSet
from graph.changes.plan import Plan, plan_draft
from graph.errors import MaillageError, RevertRefused
from graph.records import Entity, Relation, RelationKey
from graph.view import GraphView

if TYPE_CHECKING:
    from graph.stores.base import Version


def plan_revert(view: GraphView, change: str, touched: Sequence["Version"], author: str) -> Plan:
    """The plan that takes ``change`` back, given every version it wrote or ended.

    Raises RevertRefused when later change sets rest on the same facts.
    """
    revision = int(change.removeprefix("cs"))
    later = {each.ended for each in touched if each.written == revision and each.ended}
    _refuse(change, later)
    draft = Draft(view)
    said: dict[str | RelationKey, int] = {}
    for each in touched:
        if each.written == revision:
            _take_out(draft, each.fact)
    for each in touched:
        if each.ended == revision:
            _put_back(draft, each, said, change)
    _refuse(change, _resting(draft))
    try:
        plan = plan_draft(
            draft,
            ChangeSet((), author, "revert", f"Annulation de {change}", reverts=change),
        )
    except MaillageError as error:
        raise RevertRefused(
            f"« {change} » ne peut pas être annulé : {error.message}", code="REVERT_REFUSED"
        ) from error
    return replace(plan, said=said)


def _take_out(draft: Draft, fact: Entity | Relation | tuple[str, str]) -> None:
    match fact:
        case Entity():
            draft.entities[fact.id] = None
        case Relation():
            draft.relations[fact.key] = None
        case (id_, _):
            draft.split(id_)


def _put_back(
    draft: Draft, version: "Version", said: dict[str | RelationKey, int], change: str
) -> None:
    """Restore a version, unless a later change set stated the same fact again."""
    fact = version.fact
    match fact:
        case Entity():
            if fact.id not in draft.entities and draft.entity(fact.id) is not None:
                row = draft.view.rows_by_id[fact.id]
                _refuse(change, {int(draft.view.entities.said[row])})
            draft.entities[fact.id] = fact
            said[fact.id] = version.said
        case Relation():
            number = draft.number(fact.key)
            if fact.key not in draft.relations and number is not None:
                _refuse(change, {int(draft.view.relations.said[number])})
            draft.relations[fact.key] = fact
            said[fact.key] = version.said
        case (id_, into):
            draft.merge(id_, into)


def _resting(draft: Draft) -> set[int]:
    """Revisions that stated relations of the entities that would go."""
    view, columns = draft.view, draft.view.relations
    gone = [
        row
        for id_, record in draft.entities.items()
        if record is None and (row := view.stated_row(id_)) is not None
    ]
    resting = set()
    for row in gone:
        at_row = ((columns.stated_origin == row) | (columns.stated_target == row)) & columns.current
        for number in at_row.nonzero()[0].tolist():
            if draft.relations.get(view.relation(number).key, 0) is not None:
                resting.add(int(columns.said[number]))
    return resting


def _refuse(change: str, later: Iterable[int | None]) -> None:
    names = ", ".join(f"« cs{revision} »" for revision in sorted(each for each in later if each))
    if names:
        raise RevertRefused(
            f"« {change} » ne peut pas être annulé : des modifications plus récentes touchent "
            f"aux mêmes faits ({names}) ; les annuler d'abord"
        )
