"""Small operations on arrays of rows and relations that numpy lacks or is slow at."""

import numpy as np

from graph.view.columns import Numbers


def distinct(values: Numbers) -> Numbers:
    """The values in ascending order, each once: ``np.unique`` hashes, which takes many times as
    long."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    found: Numbers = ordered[first]
    return found


def without_these(values: Numbers, others: Numbers) -> Numbers:
    """The distinct values that are not among others."""
    mine = distinct(values)
    place = np.searchsorted(others := distinct(others), mine)
    place = np.minimum(place, max(0, len(others) - 1))
    return mine[others[place] != mine] if len(others) else mine
