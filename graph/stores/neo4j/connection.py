"""The official driver behind three calls, with its errors told in French.

``ask`` is one statement, tried at most twice: it fails at once when the server is away. ``read``
and ``write`` run a function in a managed transaction, which the driver tries again after transient
failures (a leader that moves, a deadlock, a connection that breaks before the commit).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import NullHandler, getLogger
from typing import Any, NamedTuple, Protocol, TypeVar
from urllib.parse import SplitResult, unquote, urlsplit

from neo4j import Driver, GraphDatabase, ManagedTransaction, Query, Session, Transaction
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionPoolError,
    DriverError,
    Forbidden,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import InvalidData, StoreError, StoreUnreachable

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_CONNECT_SECONDS = 5.0
_ACQUIRE_SECONDS = 15.0
_RETRY_SECONDS = 20.0
_FETCH_ROWS = 5000

getLogger("neo4j").addHandler(NullHandler())
# The driver tells its failures as errors too, which are told in French below.

T = TypeVar("T")
Rows = list[list[Any]]


class Run(Protocol):
    """Runs one statement in a transaction and returns the values of its rows."""

    def __call__(self, statement: str, **parameters: Any) -> Rows: ...


class CommitUnknown(StoreUnreachable):
    """The connection broke during the commit: it was made or not, only the server knows."""

    code = "COMMIT_UNKNOWN"


class _Address(NamedTuple):
    """What a store's URL says; ``shown`` leaves the password out."""

    uri: str
    auth: tuple[str, str] | None
    database: str | None
    shown: str


class Connection:
    """A pool of connections to one database, shared by threads."""

    def __init__(self, url: str) -> None:
        self._address = _read_url(url)
        with self.translated():
            self._driver: Driver = GraphDatabase.driver(
                self._address.uri,
                auth=self._address.auth,
                user_agent="maillage",
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_ACQUIRE_SECONDS,
                max_transaction_retry_time=_RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
        self._bookmarks = GraphDatabase.bookmark_manager()

    def ask(self, statement: str, **parameters: Any) -> Rows:
        """The rows of one reading statement, by the server that writes: a follower may lag."""
        with self.translated(), self.session() as session:
            try:
                return session.run(_query(statement), parameters).values()
            except (ServiceUnavailable, SessionExpired):
                # A pooled connection may have died with a server that is back since.
                return session.run(_query(statement), parameters).values()

    def read(self, work: Callable[[Run], T]) -> T:
        """What ``work`` makes of its readings, in one transaction."""
        with self.translated(), self.session() as session:
            return session.execute_read(lambda transaction: work(_runner(transaction)))

    def write(self, work: Callable[[Run], T]) -> T:
        """Run ``work`` and commit. Raises CommitUnknown when the commit got no answer."""
        with self.translated(), self.session() as session:
            return session.execute_write(lambda transaction: work(_runner(transaction)))

    @contextmanager
    def streaming(self) -> Iterator[Transaction]:
        """A transaction whose rows come one by one, for more than memory holds."""
        with self.translated(), self.session() as session, session.begin_transaction() as opened:
            yield opened

    def session(self) -> Session:
        """A session that sees all that this process wrote."""
        return self._driver.session(
            database=self._address.database,
            fetch_size=_FETCH_ROWS,
            bookmark_manager=self._bookmarks,
        )

    def silent(self) -> StoreUnreachable:
        """The error of a server that does not answer."""
        return StoreUnreachable(
            f"le serveur {self._address.shown} ne répond pas : "
            "vérifier qu'il est démarré et joignable"
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._driver.close()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Driver errors as errors of stores, the cause kept."""
        shown = self._address.shown
        try:
            yield
        except IncompleteCommit as error:
            raise CommitUnknown(
                f"la connexion au serveur {shown} s'est rompue pendant l'enregistrement : "
                "voir au journal si les modifications y sont, sinon recommencer"
            ) from error
        except (AuthError, Forbidden) as error:
            raise StoreError(
                f"le serveur {shown} refuse cet utilisateur ou son mot de passe : "
                "les corriger dans l'adresse de la base",
                code="STORE_ACCESS",
            ) from error
        except (ServiceUnavailable, SessionExpired, ConnectionPoolError, TransientError) as error:
            raise self.silent() from error
        except ConfigurationError as error:
            raise _bad_url() from error
        except ClientError as error:
            raise StoreError(
                f"le serveur {shown} refuse la demande ({error.code})", code="STORE_ERROR"
            ) from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"le serveur {shown} a échoué ({type(error).__name__})") from error


def _runner(transaction: ManagedTransaction) -> Run:
    def run(statement: str, **parameters: Any) -> Rows:
        return transaction.run(statement, parameters).values()

    return run


def _query(statement: str) -> Query:
    return Query(statement)


def _read_url(url: str) -> _Address:
    try:
        parts = urlsplit(url)
        port = parts.port or 7687
    except ValueError:
        raise _bad_url() from None
    if parts.scheme not in SCHEMES or not parts.hostname or parts.query or parts.fragment:
        raise _bad_url()
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    database = unquote(parts.path.strip("/")) or None
    return _Address(
        f"{parts.scheme}://{host}:{port}", _auth(parts), database, f"{parts.hostname}:{port}"
    )


def _auth(parts: SplitResult) -> tuple[str, str] | None:
    if parts.username is None:
        return None
    return unquote(parts.username), unquote(parts.password or "")


def _bad_url() -> InvalidData:
    return InvalidData(
        "l'adresse de la base Neo4j ne se lit pas : écrire "
        "neo4j://utilisateur:motdepasse@serveur:7687, les caractères spéciaux du mot de passe "
        "en %XX (« @ » : %40, « / » : %2F, « # » : %23)",
        code="INVALID_STORE",
    )
