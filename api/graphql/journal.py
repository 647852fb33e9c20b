"""Entries of the journal in GraphQL."""

import strawberry

from graph.stores import ChangeRecord


@strawberry.type(description="A change set as the journal tells it.")
class JournalEntry:
    change_set: strawberry.ID = strawberry.field(description="Its id.")
    revision: int = strawberry.field(description="The revision that it published.")
    author: str = strawberry.field(description="Who wrote it.")
    time: str = strawberry.field(description="When, in ISO 8601 with its offset.")
    origin: str = strawberry.field(description="Where it comes from: an import, GraphQL...")
    message: str = strawberry.field(description="What it was for.")
    reverts: strawberry.ID | None = strawberry.field(
        description="The change set that it takes back, if any."
    )
    created: int = strawberry.field(description="Number of facts created.")
    changed: int = strawberry.field(description="Number of facts changed.")
    retracted: int = strawberry.field(description="Number of facts taken out.")


def entry(record: ChangeRecord) -> JournalEntry:
    """A journal entry as GraphQL shows it."""
    return JournalEntry(
        change_set=strawberry.ID(record.id),
        revision=record.revision,
        author=record.author,
        time=record.time.isoformat(),
        origin=record.origin,
        message=record.message,
        reverts=None if record.reverts is None else strawberry.ID(record.reverts),
        created=record.created,
        changed=record.changed,
        retracted=record.retracted,
    )
