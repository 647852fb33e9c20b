"""Dates that no rule found: of each thing that a rule leaves open, the likeliest date of the text,
when it is likely enough."""

from collections.abc import Iterator, Sequence

from importers.document.finding.dating.dated import Dated, Rank, at
from importers.document.finding.learned.around_dates import Candidate
from importers.document.finding.learned.weights import DATES, learned

_LIKELY = 0.6
"""Least probability for a date to be proposed."""


def likely_dates(told: Sequence[Dated], candidates: Sequence[Candidate]) -> Iterator[Dated]:
    """What learned weights add to the dates that rules ``told``."""
    weights = learned(DATES)
    open_ = [what for what in weights.outcomes if all(each.what != what for each in told)]
    ours = [each for each in candidates if open_ and not each.barred]
    chances = [(weights.probabilities(each.features), each) for each in ours]
    for what in open_:
        chance, best = max(
            ((likely[what], each) for likely, each in chances),
            key=lambda each: each[0],
            default=(0.0, None),
        )
        if best is not None and chance >= _LIKELY:
            yield at(what, best.when, Rank.LIKELY)._replace(value=best.value(what))
