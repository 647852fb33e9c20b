"""What a gap is, and how families of gaps hand theirs over: found first, explained later."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.view import DayView
from queries.answer import Rel, Row, in_order

GapKind = Literal[
    "COMMITMENT_WITHOUT_ACTION",
    "EXPIRED",
    "EXPIRING",
    "MISSING_LINK",
    "MISSING_PARTNER",
    "NEED_WITHOUT_ACTION",
    "OVERDUE",
    "PAPER_ARTICULATION",
    "UNGOVERNED",
]
Severity = Literal["HIGH", "MEDIUM", "LOW"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, or will be soon."""

    kind: GapKind
    subject: Row
    other: Row | None
    theme: Row | None
    territory: Row | None
    actors: tuple[Row, ...]
    severity: Severity
    score: float | None
    reasons: tuple[str, ...]
    evidence: tuple[Rel, ...]


class Explanation(NamedTuple):
    """Why a gap is one: reasons in French, and the relations that it rests on."""

    reasons: list[str]
    evidence: set[int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A gap before it is explained."""

    kind: GapKind
    severity: Severity
    subject: int
    explain: Callable[[], Explanation]
    theme: int | None = None
    territory: int | None = None
    other: int | None = None
    actor: int | None = None
    score: float | None = None

    def gap(self, day: DayView) -> Gap:
        """The gap, explained."""
        reasons, evidence = self.explain()
        return Gap(
            self.kind,
            Row(self.subject),
            _row(self.other),
            _row(self.theme),
            _row(self.territory),
            () if self.actor is None else (Row(self.actor),),
            self.severity,
            self.score,
            tuple(reasons),
            in_order(day, evidence),
        )


def _row(row: int | None) -> Row | None:
    return None if row is None else Row(row)
