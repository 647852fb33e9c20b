"""P(d): actors joined when they have an active initiative or body in common."""

from queries.network import Network


class Projection:
    """The actors of a network, neighbours when they meet; read on demand and kept."""

    def __init__(self, graph: Network) -> None:
        self._graph = graph
        self._met: dict[int, set[int]] = {}
        self.actors = [node for node in graph.nodes if node in graph.actors]

    def met(self, actor: int) -> set[int]:
        """Other actors of an initiative or body that the actor is in."""
        found = self._met.get(actor)
        if found is None:
            found = {other for place in self.places(actor) for other in self.members(place)}
            found.discard(actor)
            self._met[actor] = found
        return found

    def places(self, actor: int) -> list[int]:
        """Initiatives and bodies that the actor is in."""
        return [node for node in self._graph.neighbours[actor] if node not in self._graph.actors]

    def members(self, place: int) -> list[int]:
        """Actors in an initiative or body."""
        return [node for node in self._graph.neighbours[place] if node in self._graph.actors]
