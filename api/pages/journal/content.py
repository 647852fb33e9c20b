"""What the journal shows."""

from collections.abc import Iterable
from typing import Any

from api import french
from api.pages import links
from api.pages.exports import Table
from api.pages.links import is_shown, with_query
from api.pages.paging import page_number
from api.pages.serving import Shown
from api.shapes import record_shape
from graph.ontology import KINDS, RELATIONS, EntityKind, RelationType
from graph.records import Entity, Relation
from graph.repository import Repository
from graph.stores.base import ChangeRecord, Version
from graph.view import GraphView

PAGE_SIZE = 50
MOST_FACTS = 200


def journal_page(repository: Repository, page: str) -> Shown:
    """One page of the journal, newest first."""
    total, number = repository.store.change_count(), page_number(page)
    start = (number - 1) * PAGE_SIZE
    records = repository.store.journal(start + PAGE_SIZE)[start:]
    return Shown(
        "journal/list.html",
        {
            "records": [_told(record) for record in records],
            "total": total,
            "previous": _href(number - 1) if number > 1 else None,
            "following": _href(number + 1) if start + PAGE_SIZE < total else None,
        },
        lambda: {"totalCount": total, "items": [record_shape(record) for record in records]},
        lambda: Table(
            "maillage-journal",
            ("lot", "moment", "auteur", "origine", "message", "créés", "modifiés", "retirés"),
            (
                (
                    record.id,
                    record.time.isoformat(),
                    record.author,
                    record.origin,
                    record.message,
                    *map(str, (record.created, record.changed, record.retracted)),
                )
                for record in repository.store.journal()
            ),
        ),
    )


def change_page(repository: Repository, record: ChangeRecord) -> Shown:
    """What one change set did, with the way to take it back."""
    count = record.created + record.changed + record.retracted
    versions = repository.store.touched(record.revision) if count <= MOST_FACTS else []
    view = repository.view()
    return Shown(
        "journal/change.html",
        {
            "record": _told(record),
            "facts": list(_facts(view, record.revision, versions)),
            "count": count,
            "most": MOST_FACTS,
        },
        lambda: {"item": record_shape(record)},
        writes=True,
    )


def _href(number: int) -> str:
    return with_query(links.JOURNAL, {"page": str(number) if number > 1 else ""})


def change_href(id_: str) -> str:
    """The page of a change set."""
    return f"{links.JOURNAL}/{id_}"


def _told(record: ChangeRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "href": change_href(record.id),
        "when": french.moment_words(record.time),
        "author": record.author,
        "origin": record.origin,
        "message": record.message,
        "reverts": record.reverts,
        "reverts_href": change_href(record.reverts) if record.reverts else "",
        "created": record.created,
        "changed": record.changed,
        "retracted": record.retracted,
    }


def _facts(view: GraphView, revision: int, versions: Iterable[Version]) -> Iterable[dict[str, Any]]:
    """Facts begun and ended, in words; a contact is on no page."""
    for version in versions:
        what = "écrit" if version.written == revision else "remplacé ou retiré"
        match version.fact:
            case Entity(kind=kind) as entity if is_shown(kind):
                yield {"what": what, "words": KINDS[kind].label, "ends": [_end(view, entity.id)]}
            case Relation(type=type_) as relation if type_ is not RelationType.HOLDS_POST:
                ends = [_end(view, relation.origin), _end(view, relation.target)]
                yield {"what": what, "words": RELATIONS[type_].label, "ends": ends}
            case (str() as id_, str() as into):
                ends = [_end(view, id_), _end(view, into)]
                yield {"what": what, "words": "est la même entité que", "ends": ends}


def _end(view: GraphView, id_: str) -> dict[str, str]:
    row = view.row(id_)
    if row is None or view.kind(row) is EntityKind.CONTACT:
        return {"name": id_, "href": ""}
    return {"name": view.entity(row).name, "href": links.entity_href(id_)}
