"""The history of an entity: which change sets touched it or its relations, newest first.

A store keeps versions by revision, so each change set of the journal is read; those of large
imports are told only when a fact shown rests on them. What a revision touched never changes,
and is kept.
"""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from api.french import moment_words
from api.pages.links import JOURNAL
from graph.errors import StoreError
from graph.records import Entity, Relation
from graph.repository import Repository
from graph.stores.base import ChangeRecord, Store
from graph.view import GraphView

MOST_FACTS = 2_000
"""Facts of a change set above which its versions are not read."""
_MOST_CHANGES = 200


def history(repository: Repository, view: GraphView, row: int) -> list[dict[str, str]] | None:
    """Change sets that touched an entity, each with when, who and why.

    None while the store is away: the facts are in the view, who changed them is not.
    """
    try:
        return _history(repository, view, row)
    except StoreError:
        return None


def _history(repository: Repository, view: GraphView, row: int) -> list[dict[str, str]]:
    id_ = view.entity(row).id
    said = {int(view.entities.said[row])}
    said |= {int(view.relations.said[number]) for number in view.touching(row)}
    return [
        {
            "id": record.id,
            "href": f"{JOURNAL}/{record.id}",
            "when": moment_words(record.time),
            "author": record.author,
            "message": record.message or record.origin,
        }
        for record in repository.store.journal(_MOST_CHANGES)
        if record.revision in said or id_ in _ids(repository.store, record)
    ]


def _ids(store: Store, record: ChangeRecord) -> frozenset[str]:
    if record.created + record.changed + record.retracted > MOST_FACTS:
        return frozenset()
    return _touched(store, record.revision)


_known: WeakKeyDictionary[Store, dict[int, frozenset[str]]] = WeakKeyDictionary()


def _touched(store: Store, revision: int) -> frozenset[str]:
    """The ids of the entities that a revision touched, ends of relations included."""
    kept = _known.setdefault(store, {})
    if revision not in kept:
        kept[revision] = frozenset(
            id_ for version in store.touched(revision) for id_ in _of(version.fact)
        )
    return kept[revision]


def _of(fact: Entity | Relation | tuple[str, str]) -> Iterable[str]:
    match fact:
        case Entity():
            return (fact.id,)
        case Relation():
            return (fact.origin, fact.target)
    return fact
