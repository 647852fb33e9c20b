"""Change sets: the only way to write (design, "Change sets")."""

from graph.changes.operations import (
    ChangeSet,
    Merge,
    Operation,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
)
from graph.changes.plan import Plan, plan_change

__all__ = [
    "ChangeSet",
    "Merge",
    "Operation",
    "Plan",
    "Retract",
    "RetractRelation",
    "Split",
    "UpsertEntity",
    "UpsertRelation",
    "plan_change",
]
