"""What the journal shows."""

from typing import Any

from api import french
from api.differences import differences_shape
from api.pages import links
from api.pages.changes import change_parts, facts_shown
from api.pages.exports import Table
from api.pages.links import with_query
from api.pages.paging import page_number
from api.pages.serving import Shown
from api.shapes import record_shape
from graph.changes.differences import Effect, Fact, of_revision
from graph.changes.revert import standing_revert
from graph.errors import RevertRefused
from graph.repository import Repository
from graph.stores.base import ChangeRecord, change_id
from graph.view import GraphView

PAGE_SIZE = 50
MOST_FACTS = 5_000
"""Facts of a change set above which its versions are not read."""
MOST_SHOWN, MOST_BLOCKING = 200, 10
_CONFLICT = 409


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


def change_page(
    repository: Repository, record: ChangeRecord, refused: RevertRefused | None = None
) -> Shown:
    """What one change set did, with the way to take it back, or what stands in that way."""
    count = record.created + record.changed + record.retracted
    view = repository.view()
    found = None
    if count <= MOST_FACTS:
        versions = repository.store.touched(record.revision)
        found = of_revision(view, record.revision, versions, MOST_FACTS)
    totals = {
        Effect.ADDED: record.created,
        Effect.CHANGED: record.changed,
        Effect.ENDED: record.retracted,
    }
    undone = standing_revert(repository.store.journal(), record.id)
    return Shown(
        "journal/change.html",
        {
            "record": _told(record),
            "parts": [] if found is None else change_parts(view, found, totals, MOST_SHOWN),
            "is_told": found is not None,
            "count": count,
            "undone": None if undone is None else change_id(undone),
            "undone_href": "" if undone is None else change_href(change_id(undone)),
            "refused": None if refused is None else str(refused),
            "blockers": [] if refused is None else _blockers(repository, view, refused),
        },
        lambda: {
            "item": record_shape(record),
            "differences": None if found is None else differences_shape(found),
        },
        status=200 if refused is None else _CONFLICT,
        writes=True,
    )


def _blockers(
    repository: Repository, view: GraphView, refused: RevertRefused
) -> list[dict[str, Any]]:
    """The change sets to take back first, newest first, each with the facts that it touched."""
    facts: dict[int, list[Fact]] = {}
    for blocker in refused.blockers:
        facts.setdefault(blocker.revision, []).append(blocker.fact)
    found = ((repository.store.change(change_id(each)), own) for each, own in facts.items())
    return [
        {
            "record": _told(record),
            "facts": facts_shown(view, own[:MOST_BLOCKING]),
            "more": max(0, len(own) - MOST_BLOCKING),
        }
        for record, own in found
        if record is not None
    ]


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
