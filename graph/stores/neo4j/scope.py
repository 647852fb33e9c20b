"""What a process that serves one territory needs of a graph larger than its memory.

Themes, audiences and territories are loaded whole: hierarchies are small, and distances need
them. Of the rest, what answers filtered by a territory under the scope can rest on: what covers
these territories or wider ones, its parts and what it is part of, its predecessors and successors,
those involved, the bodies that govern it with their members and meetings, the needs with whatever
may answer them. Answers that follow chains of actors beyond (cut points, bridges, path, measures,
likeness of partners, missing links) look at the scope alone.
"""

from collections.abc import Collection, Iterable
from itertools import islice

from graph.errors import AmbiguousReference, InvalidData, UnknownReference
from graph.ontology import RelationType
from graph.records import source_parts
from graph.stores.neo4j import cypher, rows
from graph.stores.neo4j.connection import Rows, Run
from graph.view.columns import EntityRow, Snapshot

R = RelationType
_BATCH = 5000
_INITIATIVE = "Framework|Scheme|Action"
_FROM_TARGET = (R.INVOLVED_IN, R.EXPECTED_IN, R.MEMBER_OF, R.ATTENDED)
"""Read from their target: an actor may take part in a thousand things outside the scope."""
_FROM_ORIGIN = tuple(tie for tie in cypher.ties.TIES if tie not in _FROM_TARGET)

Refs = set[int]


def find_root(run: Run, text: str) -> tuple[int, str]:
    """The reference and name of the territory that an id, code or name gives.

    Raises UnknownReference or AmbiguousReference.
    """
    found = run(cypher.scope.SCOPE_ROOT, text=text)
    if not found:
        raise UnknownReference(
            f"la portée « {text} » n'est l'identifiant, le code ni le nom d'aucun territoire"
        )
    if len(found) > 1:
        ids = [id_ for _, id_, _ in found]
        raise AmbiguousReference(
            f"la portée « {text} » désigne plusieurs territoires : {', '.join(ids)}", ids
        )
    [[ref, _, name]] = found
    return ref, name


def scoped_snapshot(run: Run, revision: int, root: int) -> Snapshot:
    """The facts of the scope of a territory, as they stand now."""
    concepts = run(cypher.scope.CONCEPTS)
    refs = _Selection(run).around(root)
    known = {values["_ref"] for _, values in concepts}
    entities = [*concepts, *_by_batch(run, cypher.scope.ENTITIES_BY_REF, refs - known)]
    kept = refs | known
    ties = [
        row
        for side, types in (("origin", _FROM_ORIGIN), ("target", _FROM_TARGET))
        for tie in types
        for row in _by_batch(run, cypher.scope.ties_at(tie, side), kept)
        if row[1] in kept and row[2] in kept
    ]
    made = [rows.entity_row(row) for row in entities]
    relations = [rows.relation_row(row) for row in ties if not rows.is_judgement(row)]
    cited = {
        source_parts(source)[0]
        for sources in (
            *(row.record.sources for row in made),
            *(row[rows.SOURCES] or () for row in ties),
        )
        for source in sources
    }
    made += _documents(run, cited - {row.record.id for row in made})
    return Snapshot(
        revision,
        made,
        sorted(relations),
        [rows.same_as(row) for row in ties if rows.is_judgement(row)],
    )


def _documents(run: Run, ids: Collection[str]) -> list[EntityRow]:
    return [rows.entity_row(row) for row in _by_batch(run, cypher.scope.ENTITIES_BY_ID, ids)]


def _by_batch(run: Run, statement: str, keys: Iterable[int | str]) -> Rows:
    left = iter(keys)
    found: Rows = []
    while some := list(islice(left, _BATCH)):
        found += run(statement, rows=some)
    return found


class _Selection:
    """Walks from a territory to what its answers rest on; a merged entity brings its survivor
    and whatever was merged with it."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._has_judgements = bool(run(cypher.scope.HAS_JUDGEMENTS))

    def around(self, root: int) -> Refs:
        """References of the entities of the scope, some concepts included."""
        places = self._all({root}, f"<-[:{R.WITHIN}]-(n:Territory)")
        places = self._all(places, f"-[:{R.WITHIN}]->(n:Territory)")
        initiatives = self._step(places, f"<-[:{R.COVERS}]-(n:{_INITIATIVE})")
        initiatives = self._all(initiatives, f"<-[:{R.PART_OF}]-(n:{_INITIATIVE})")
        needs = self._step(places, f"<-[:{R.COVERS}]-(n:Need)")
        bodies = self._step(initiatives, f"-[:{R.GOVERNED_BY}]->(n:Body)")
        actors = self._step(
            initiatives | bodies,
            f"<-[:{R.INVOLVED_IN}|{R.EXPECTED_IN}|{R.MEMBER_OF}]-(n:Actor)",
        )
        actors |= self._step(places, f"<-[:{R.COVERS}]-(n:Actor)")
        meetings = self._step(bodies | initiatives, f"<-[:{R.HELD_BY}]-(n:Meeting)")
        actors |= self._step(meetings, f"<-[:{R.ATTENDED}]-(n:Actor)")
        return (
            {root}
            | self._all(initiatives, f"-[:{R.PART_OF}]->(n:{_INITIATIVE})")
            | self._all(initiatives, f"-[:{R.SUCCEEDS}]-(n:{_INITIATIVE})")
            | self._step(bodies, f"<-[:{R.GOVERNED_BY}]-(n:{_INITIATIVE})")
            | self._answering(needs)
            | self._all(actors, f"-[:{R.PART_OF}]->(n:Actor)")
            | self._step(actors, f"-[:{R.MEMBER_OF}]->(n:Body)")
            | needs
            | self._step(needs, f"-[:{R.IDENTIFIED_IN}]->(n)")
            | bodies
            | meetings
        )

    def _answering(self, needs: Refs) -> Refs:
        """What may answer needs, those which also lie outside the scope included."""
        places = self._step(needs, f"-[:{R.COVERS}]->(n:Territory)")
        places = self._all(places, f"-[:{R.WITHIN}]->(n:Territory)")
        covering = self._step(places, f"<-[:{R.COVERS}]-(n:{_INITIATIVE})")
        return (
            self._step(needs, f"<-[:{R.RESPONDS_TO}]-(n:{_INITIATIVE})")
            | covering
            | self._step(covering, f"<-[:{R.PART_OF}]-(n:Action)")
        )

    def _all(self, refs: Refs, pattern: str) -> Refs:
        """Whatever repeated steps reach, the beginning included."""
        reached, edge = set(refs), refs
        while edge:
            edge = self._step(edge, pattern) - reached
            reached |= edge
        return reached

    def _step(self, refs: Refs, pattern: str) -> Refs:
        """The entities one step away."""
        found = {ref for (ref,) in _by_batch(self._run, cypher.scope.step(pattern), refs)}
        return self._same(found) if self._has_judgements else found

    def _same(self, refs: Refs) -> Refs:
        reached, edge = set(refs), refs
        while edge:
            statement = cypher.scope.step(f"-[:{cypher.ties.SAME_AS}]-(n)")
            edge = {ref for (ref,) in _by_batch(self._run, statement, edge)} - reached
            reached |= edge
        return reached


def read_only() -> InvalidData:
    """The refusal of a write by a process that does not see the whole graph."""
    return InvalidData(
        "ce serveur ne voit qu'une partie du graphe (MAILLAGE_SCOPE) : "
        "écrire depuis un serveur qui le voit en entier",
        code="SCOPE_READ_ONLY",
    )


def past_refused() -> InvalidData:
    """The refusal of a past moment, whose scope is not selected."""
    return InvalidData(
        "ce serveur ne voit qu'une partie du graphe (MAILLAGE_SCOPE) et seulement d'aujourd'hui : "
        "poser la question à un serveur qui le voit en entier",
        code="SCOPE_LIMITED",
    )
