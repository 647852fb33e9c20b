"""The frameworks of a territory on a day."""

from dataclasses import dataclass

from api.pages.cards import initiative_card
from api.pages.facts import Facts
from api.pages.results import CardGroup
from graph.ontology import EntityKind
from graph.view import DayView
from graph.view.labels import folded
from queries.initiatives import initiatives

MOST_SHOWN = 200
"""More would be no page: a département's own page shows what covers it first."""

_TITLES = {
    "exact": "Sur ce territoire même",
    "plus-large": "Sur un territoire plus large, qui le contient",
    "plus-etroit": "Sur une partie de ce territoire",
    "series": "Séries de cadres, citées sans être comptées",
}
_FRAMEWORK = (EntityKind.FRAMEWORK,)


@dataclass(frozen=True, slots=True)
class Frameworks:
    """Frameworks of a territory: how many count, how many series are only cited."""

    total: int
    series: int
    left_out: int
    groups: tuple[CardGroup, ...]


def frameworks_of(facts: Facts, day: DayView, territory: int) -> Frameworks:
    """Active frameworks with a territory related to this one; series apart, uncounted."""
    facets = initiatives(day)
    counted = set(facets.selected(_FRAMEWORK, territory, None).tolist())
    series = {
        row
        for row in facets.covering(day.near(territory).rows).tolist()
        if day.view.kind(row) is EntityKind.FRAMEWORK and not day.is_counted(row)
    }
    wider = set(day.above(territory))
    grouped: dict[str, list[int]] = {name: [] for name in _TITLES}
    for row in counted | series:
        own = facets.territories(row)
        if row in series:
            name = "series"
        elif territory in own:
            name = "exact"
        else:
            name = "plus-large" if own & wider else "plus-etroit"
        grouped[name].append(row)
    groups, room = [], MOST_SHOWN
    for name, rows in grouped.items():
        shown = _by_name(day, rows)[:room]
        room -= len(shown)
        if shown:
            cards = tuple(initiative_card(facts, day, row) for row in shown)
            groups.append(CardGroup(name, _TITLES[name], cards))
    left_out = len(counted) + len(series) - (MOST_SHOWN - room)
    return Frameworks(len(counted), len(series), left_out, tuple(groups))


def _by_name(day: DayView, rows: list[int]) -> list[int]:
    view = day.view
    return sorted(rows, key=lambda row: (folded(view.entity(row).name), view.entity(row).id))
