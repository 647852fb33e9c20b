"""What kinds an actor counts as."""

from graph.ontology import RelationType
from graph.ontology.enumerations import PUBLIC_KINDS
from graph.view import DayView


def actor_kinds(day: DayView, actor: int) -> set[str]:
    """Its kind, an EPT counting as EPCI only; a SERVICE has those of what it is PART_OF too,
    climbing from services only, also to what is generic."""
    kind = day.view.entity(actor).props.get("actor_kind")
    if not isinstance(kind, str):
        return set()
    kinds = {"EPCI" if kind == "EPT" else kind}
    if kind == "SERVICE":
        for whole in day.targets(RelationType.PART_OF, actor):
            kinds |= actor_kinds(day, whole)
    return kinds


def is_institution(day: DayView, actor: int) -> bool:
    """Whether an actor is of a public kind, or a service of one that is."""
    return not PUBLIC_KINDS.isdisjoint(actor_kinds(day, actor))
