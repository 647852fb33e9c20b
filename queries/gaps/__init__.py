"""Gaps: what is needed, promised, expected or over, and not there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_args

from graph.view import DayView
from queries.answer import Answer
from queries.gaps.ends import expired, expiring
from queries.gaps.finding import Finding, Gap, GapKind, Severity
from queries.gaps.governance import overdue, paper_articulations, ungoverned
from queries.gaps.links import missing_links
from queries.gaps.partners import missing_partners
from queries.gaps.promises import commitments_without_action, needs_without_action
from queries.gaps.scope import Scope
from queries.kept import kept

__all__ = ["Gap", "GapKind", "Severity", "gap", "gaps"]

_FAMILIES: Mapping[GapKind, Callable[[Scope], Iterator[Finding]]] = {
    "COMMITMENT_WITHOUT_ACTION": commitments_without_action,
    "EXPIRED": expired,
    "EXPIRING": expiring,
    "MISSING_LINK": missing_links,
    "MISSING_PARTNER": missing_partners,
    "NEED_WITHOUT_ACTION": needs_without_action,
    "OVERDUE": overdue,
    "PAPER_ARTICULATION": paper_articulations,
    "UNGOVERNED": ungoverned,
}
_SEVERITIES = get_args(Severity)


@kept
def gaps(
    day: DayView,
    territory: int | None = None,
    theme: int | None = None,
    kinds: Sequence[GapKind] | None = None,
) -> Answer[Gap]:
    """Gaps of the ``kinds`` (all by default), each with its reasons in French.

    ``territory`` and ``theme`` filter a gap by its own theme and territory when it has them,
    else by its subject's; PAPER_ARTICULATION by both sides, MISSING_LINK by a shared cell.
    Generic, family and RESOURCE entities enter none, but a generic actor can be expected.
    Order: severity, kind, ids of subject, theme, territory, other, expected actor.
    """
    scope = Scope(day, territory, theme)
    wanted = _FAMILIES if kinds is None else dict.fromkeys(kinds)
    found = [finding for kind in wanted for finding in _FAMILIES[kind](scope)]
    rank = day.view.entities.rank

    def order(finding: Finding) -> tuple[int | str, ...]:
        ids = (
            finding.subject,
            finding.theme,
            finding.territory,
            finding.other,
            finding.actor,
        )
        places = (-1 if row is None else int(rank[row]) for row in ids)
        return _SEVERITIES.index(finding.severity), finding.kind, *places

    found.sort(key=order)
    return Answer(found, lambda finding: finding.gap(day))


def gap(
    day: DayView,
    kind: GapKind,
    subject: int,
    *,
    theme: int | None = None,
    territory: int | None = None,
    other: int | None = None,
    actor: int | None = None,
) -> Gap | None:
    """The gap that ``gaps`` without filters finds at these, None when there is none.

    The cost follows what the gap rests on; MISSING_PARTNER also reads which kinds of actor the
    Frameworks of the day have, which the day keeps.
    """
    only = {subject} if other is None else {subject, other}
    for finding in _FAMILIES[kind](Scope(day, only=only)):
        named = (finding.subject, finding.theme, finding.territory, finding.other, finding.actor)
        if named == (subject, theme, territory, other, actor):
            return finding.gap(day)
    return None
