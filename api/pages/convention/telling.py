"""What a fact says, in French: its title, the rest, and whether the graph lacks what it names."""

from collections.abc import Callable
from typing import Any, NamedTuple

from api import french
from api.labels import level_label
from graph.ontology.enumerations import ACTOR_KINDS, FRAMEWORK_KINDS, FREQUENCIES, LEVELS
from graph.reconciliation import territories
from graph.view import GraphView
from importers.document.model import (
    FRAMEWORK_DATES,
    PROBABLE,
    ActionFact,
    ActorFact,
    AmountFact,
    ArticulationFact,
    BodyFact,
    DatedEvent,
    Fact,
    FrameworkFact,
    NeedFact,
    TerritoryFact,
    ThemeFact,
)
from importers.document.review import Located
from importers.document.review.paths import DATES


class Told(NamedTuple):
    """The words of a fact."""

    title: str
    details: str
    unknown: bool


def told(view: GraphView, each: Located) -> Told:
    """What a fact says."""
    if each.list == DATES:
        name = each.path.partition(".")[2]
        value = getattr(each.fact, name)
        words = french.date_words(value) if value else "sans terme"
        more = PROBABLE if each.is_probable else ""
        return Told(f"{FRAMEWORK_DATES[name].capitalize()} : {words}", more, False)
    title, details = _TELLERS[type(each.fact)](view, each.fact)
    unknown = _is_unknown(view, each.fact)
    details += [_UNKNOWN[type(each.fact)]] if unknown else []
    return Told(title, ", ".join(part for part in details if part), unknown)


_UNKNOWN: dict[type[Fact], str] = {
    ThemeFact: "absent du vocabulaire : le corriger, ou il ne sera pas écrit",
    TerritoryFact: "inconnu de la base : le corriger, ou il ne sera pas écrit",
}


def _is_unknown(view: GraphView, fact: Fact) -> bool:
    match fact:
        case ThemeFact(theme=theme):
            return all(view.row(id_) is None for id_ in (theme, f"theme:{theme}"))
        case TerritoryFact(entity=entity, name=name):
            return not entity and not territories(view).named(name)
    return False


def _framework(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    kind = FRAMEWORK_KINDS.get(fact.kind or "", fact.kind or "")
    return fact.title or "Cadre sans titre", [kind, fact.reference or ""]


def _actor(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    roles = fact.role_words
    kind = ACTOR_KINDS.get(fact.kind or "", "")
    group = "groupe non nommé" if fact.generic else ""
    return fact.called, [kind, *(roles or ["cité"]), group]


def _theme(view: GraphView, fact: Any) -> tuple[str, list[str]]:
    for id_ in (fact.theme, f"theme:{fact.theme}"):
        row = view.row(id_)
        if row is not None:
            return view.entity(row).name, []
    return fact.theme, []


def _territory(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return fact.name, [level_label(fact.level or "")]


def _body(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    level, frequency = LEVELS.get(fact.level or "", ""), FREQUENCIES.get(fact.frequency or "", "")
    members = f"membres : {' ; '.join(fact.members)}" if fact.members else ""
    return fact.name, [f"niveau {level}" if level else "", frequency, members]


def _event(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return f"{(fact.what or 'date').capitalize()} : {french.date_words(fact.date)}", []


def _articulation(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    link = {"SUCCEEDS": "ce cadre lui succède", "IMPLEMENTS": "ce cadre le met en œuvre"}
    return fact.name, [
        FRAMEWORK_KINDS.get(fact.kind or "", fact.kind or ""),
        link.get(fact.relation, "ce cadre en fait partie" if fact.relation == "PART_OF" else ""),
    ]


def _amount(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    given = f"donné par {fact.actor}" if fact.actor else "budget du cadre"
    year = str(fact.year) if fact.year else ""
    return f"{french.number_words(fact.amount)} euros", [given, year]


def _action(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return fact.name, [
        f"porteur : {fact.lead}" if fact.lead else "",
        f"partenaires : {' ; '.join(fact.partners)}" if fact.partners else "",
        f"public : {fact.audience}" if fact.audience else "",
        f"moyens : {fact.means}" if fact.means else "",
    ]


def _need(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return fact.label, [fact.indicator or "", str(fact.year) if fact.year else ""]


_TELLERS: dict[type[Fact], Callable[[GraphView, Any], tuple[str, list[str]]]] = {
    FrameworkFact: _framework,
    ActorFact: _actor,
    ThemeFact: _theme,
    TerritoryFact: _territory,
    BodyFact: _body,
    DatedEvent: _event,
    ArticulationFact: _articulation,
    AmountFact: _amount,
    ActionFact: _action,
    NeedFact: _need,
}
