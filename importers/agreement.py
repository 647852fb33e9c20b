"""Facts stated twice in one file: they may complete, never contradict one another."""

from collections.abc import Iterable, Iterator

from graph.changes import Operation, UpsertEntity, UpsertRelation
from graph.errors import InvalidData
from graph.records import RelationKey


def agreeing(operations: Iterable[Operation]) -> Iterator[Operation]:
    """The same operations; InvalidData when one gives a fact another value than an earlier one.

    Sources add up, and a later statement may bring what an earlier one did not say.
    """
    seen: dict[str | RelationKey, UpsertEntity | UpsertRelation] = {}
    for operation in operations:
        if isinstance(operation, UpsertEntity | UpsertRelation):
            first = seen.setdefault(fact_key(operation), operation)
            for name in first.values.keys() & operation.values.keys():
                if first.values[name] != operation.values[name]:
                    raise InvalidData(
                        f"la ligne {first.place.row} donne à ce fait une autre valeur : "
                        "n'en garder qu'une, et noter l'autre dans « note »",
                        code="CONTRADICTION",
                        place=operation.place.at_column(name),
                    )
        yield operation


def fact_key(upsert: UpsertEntity | UpsertRelation) -> str | RelationKey:
    """What identifies the fact that an operation states."""
    return upsert.id if isinstance(upsert, UpsertEntity) else upsert.key
