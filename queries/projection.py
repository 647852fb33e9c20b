"""P(d): actors joined when they have an active initiative or body in common."""

from graph.view.columns import Numbers
from queries.incidence import Incidence, joined
from queries.network import Network


def projection(graph: Network) -> Incidence:
    """Actors of a network, by node, with the other actors of an initiative or body that they
    are in. Cost: the sum over initiatives and bodies of the square of their actors."""
    actor, place = _seats(graph)
    one, other = joined(place, place)
    met = actor[one] != actor[other]
    return Incidence(actor[one][met], actor[other][met], len(graph.rows))


def _seats(graph: Network) -> tuple[Numbers, Numbers]:
    """Pairs of an actor and an initiative or body that it is in."""
    heads = graph.heads()
    kept = graph.is_actor[heads] & ~graph.is_actor[graph.others]
    return heads[kept], graph.others[kept]
