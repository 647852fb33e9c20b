"""Who may write: the node of the store is locked by each write, and claimed by long ones.

A change set of several transactions claims the store first, renews its lease at each batch, and
publishes at the end. When it dies, its lease runs out, and the next process that opens the store
or wants to write sweeps what was left: what the unpublished revision wrote goes, what it ended
stands again.
"""

from typing import NamedTuple

from graph.errors import StoreError
from graph.ontology import EntityKind
from graph.ontology.enumerations import PUBLIC_KINDS
from graph.stores.neo4j import cypher
from graph.stores.neo4j.connection import Connection, Run
from graph.stores.neo4j.writing import Counters

LEASE_SECONDS = 30


class Busy(Exception):
    """Another process is writing a long change set."""


class Unfinished(Exception):
    """A long change set was left unfinished: sweep before writing."""


class Locked(NamedTuple):
    """The store as its writer finds it, locked until the transaction ends."""

    revision: int
    last: Counters


def lock(run: Run) -> Locked:
    """Lock the store for this transaction. Raises Busy or Unfinished."""
    [[revision, ref, version, is_busy, is_unfinished]] = run(cypher.claiming.LOCK)
    if is_busy:
        raise Busy
    if is_unfinished:
        raise Unfinished
    return Locked(revision, Counters(ref, version))


def claim(run: Run, name: str) -> None:
    """Claim the locked store for transactions to come."""
    run(cypher.claiming.CLAIM, claim=name, lease=LEASE_SECONDS * 1000)


def hold(run: Run, name: str) -> None:
    """Renew a claim. Raises StoreError when its lease ran out and another took it."""
    if not run(cypher.claiming.HOLD_CLAIM, claim=name, lease=LEASE_SECONDS * 1000):
        raise StoreError(
            "l'enregistrement a trop tardé et un autre a pris la main : rien n'est écrit, "
            "recommencer",
            code="CLAIM_LOST",
        )


def sweep(connection: Connection, name: str) -> None:
    """Take what an unfinished change set left out of the store; ``name`` claims it meanwhile.

    Raises Busy while somebody still writes.
    """

    def take_over(run: Run) -> bool:
        [[_, _, _, is_busy, is_unfinished]] = run(cypher.claiming.LOCK)
        if is_busy:
            raise Busy
        if is_unfinished:
            claim(run, name)
        return bool(is_unfinished)

    if connection.write(take_over):
        abandon(connection, name)


def abandon(connection: Connection, name: str) -> None:
    """Undo what the claim ``name`` has written, and release the store."""

    def step(statement: str) -> int:
        def work(run: Run) -> int:
            hold(run, name)
            [[revision, _]] = run(cypher.reading.STATE)
            [[found]] = run(statement, revision=revision, public=sorted(PUBLIC_KINDS))
            return int(found)

        return connection.write(work)

    for statement in (
        *cypher.sweeping.SWEEP_TIES,
        cypher.sweeping.SWEEP_PAST,
        cypher.sweeping.SWEEP_CHANGE_SETS,
        *(cypher.sweeping.restore_entities(kind.label) for kind in EntityKind),
        cypher.sweeping.SWEEP_ENTITIES,
        *(cypher.sweeping.restore_ties(tie) for tie in cypher.ties.TIES),
    ):
        while step(statement):
            pass

    def release(run: Run) -> None:
        hold(run, name)
        run(cypher.sweeping.SWEPT)
        run(cypher.claiming.RELEASE, claim=name)

    connection.write(release)
