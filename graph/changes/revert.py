"""Taking a change set back: what it wrote ends, what it ended stands again.

Restored facts keep the revision that stated them, so answers are those of before, sources
included. Refused, naming them, when later change sets touch the same facts (design).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graph.changes.checks import cited
from graph.changes.differences import Fact, fact_id
from graph.changes.draft import Draft
from graph.changes.operations import ChangeSet
from graph.changes.plan import FactKey, Plan, plan_draft
from graph.errors import MaillageError, RevertRefused
from graph.records import Entity, Relation
from graph.view import GraphView

if TYPE_CHECKING:
    from graph.stores.base import ChangeRecord, Version


class Blocker(NamedTuple):
    """A fact that stands in the way of a revert, and the revision that stated it."""

    fact: Fact
    revision: int


def plan_revert(view: GraphView, change: str, touched: Sequence["Version"], author: str) -> Plan:
    """The plan that takes ``change`` back, given every version it wrote or ended.

    Raises RevertRefused when later change sets rest on the same facts.
    """
    revision = int(change.removeprefix("cs"))
    draft = Draft(view)
    _refuse(
        change,
        (
            Blocker(each.fact, since)
            for each in touched
            if each.written == revision and (since := _changed_since(draft, each)) is not None
        ),
    )
    said: dict[FactKey, int] = {}
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


def standing_revert(journal: Sequence["ChangeRecord"], change: str) -> int | None:
    """The revision that took a change set back, unless that was itself taken back."""
    return next(
        (
            each.revision
            for each in journal
            if each.reverts == change and standing_revert(journal, each.id) is None
        ),
        None,
    )


def _changed_since(draft: Draft, version: "Version") -> int | None:
    """The revision that put another fact in the place of a version, or took it out.

    None while it stands, be it restored by the revert of what came later.
    """
    if version.ended is None:
        return None
    standing = _said(draft, version.fact)
    if standing == version.said:
        return None
    return max(standing, version.ended)


def _said(draft: Draft, fact: Entity | Relation | tuple[str, str]) -> int:
    """The revision that stated what stands in the place of a fact in the view; 0 for nothing."""
    match fact:
        case Entity():
            row = draft.view.stated_row(fact.id)
            return 0 if row is None else int(draft.view.entities.said[row])
        case Relation():
            number = draft.number(fact.key)
            return 0 if number is None else int(draft.view.relations.said[number])
        case (id_, into):
            judged = draft.judgement(id_)
            return judged.said if judged and draft.merged_into(id_) == into else 0


def _take_out(draft: Draft, fact: Entity | Relation | tuple[str, str]) -> None:
    match fact:
        case Entity():
            draft.entities[fact.id] = None
        case Relation():
            draft.relations[fact.key] = None
        case (id_, _):
            draft.split(id_)


def _put_back(draft: Draft, version: "Version", said: dict[FactKey, int], change: str) -> None:
    """Restore a version, unless a later change set stated the same fact again."""
    fact = version.fact
    match fact:
        case Entity():
            if fact.id not in draft.entities:
                _refuse(change, [Blocker(fact, _said(draft, fact))])
            draft.entities[fact.id] = fact
            said[fact.id] = version.said
        case Relation():
            if fact.key not in draft.relations:
                _refuse(change, [Blocker(fact, _said(draft, fact))])
            draft.relations[fact.key] = fact
            said[fact.key] = version.said
        case (id_, into):
            _refuse(change, _judged_since(draft, id_, into))
            draft.merge(id_, into)
            said[id_, into] = version.said


def _judged_since(draft: Draft, id_: str, into: str) -> list[Blocker]:
    """The judgements that restoring one would replace or turn into a circle."""
    path = [id_] if draft.merged_into(id_) is not None else []
    if draft.survivor(into) == id_:
        path.append(into)
        while (further := draft.merged_into(path[-1])) not in (None, id_):
            path.append(str(further))
    return [
        Blocker((each, str(draft.merged_into(each))), judged.said)
        for each in path
        if (judged := draft.judgement(each)) is not None
    ]


def _resting(draft: Draft) -> Iterator[Blocker]:
    """What rests on the entities that would go: relations, judgements, and facts that cite them
    as their source."""
    view, columns = draft.view, draft.view.relations
    rows = {
        row: id_
        for id_, record in draft.entities.items()
        if record is None and (row := view.stated_row(id_)) is not None
    }
    records = view.entities.records
    for row, judged in view.merges.judgements.items():
        if (row in rows or judged.into in rows) and draft.merged_into(records[row].id) is not None:
            yield Blocker((records[row].id, records[judged.into].id), judged.said)
    for row in rows:
        at_row = ((columns.stated_origin == row) | (columns.stated_target == row)) & columns.current
        for number in at_row.nonzero()[0].tolist():
            relation = view.stated_relation(number)
            if draft.relations.get(relation.key, 0) is not None:
                yield Blocker(relation, int(columns.said[number]))
    yield from (Blocker(fact, said) for _, fact, said in cited(draft))


def _refuse(change: str, found: Iterable[Blocker]) -> None:
    kept = {(fact_id(each.fact), each.revision): each for each in found if each.revision}
    blockers = sorted(kept.values(), key=lambda each: -each.revision)
    if blockers:
        names = ", ".join(
            f"« cs{number} »" for number in dict.fromkeys(each.revision for each in blockers)
        )
        raise RevertRefused(
            f"« {change} » ne peut pas être annulé : des modifications plus récentes touchent "
            f"aux mêmes faits ({names}) ; les annuler d'abord",
            blockers=blockers,
        )
