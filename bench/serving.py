"""Serving processes of a measurement, and one client that keeps its connection."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.neo4j_server import free_port

PATIENCE = 600
"""Seconds to wait for a process to serve."""
MAILLAGE = ("-c", "import sys; from api.cli import main; sys.exit(main())", "serve", "--port")


class Client:
    """GraphQL over HTTP on one connection, opened again when the server closed it as idle."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, query: str, variables: Mapping[str, Any] | None = None) -> Any:
        """The data of an answer; RuntimeError when it has errors."""
        body = json.dumps({"query": query, "variables": variables or {}})
        try:
            answer = self._post(body)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self._connection.close()
            answer = self._post(body)
        if "errors" in answer:
            raise RuntimeError(str(answer["errors"])[:500])
        return answer["data"]

    def _post(self, body: str) -> Any:
        headers = {"Content-Type": "application/json"}
        self._connection.request("POST", "/graphql", body, headers)
        return json.loads(self._connection.getresponse().read())


class Serving:
    """A process that serves GraphQL on a port of this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self.port = port

    def client(self) -> Client:
        """A client with a connection of its own."""
        return Client(self.port)

    def peak_memory(self) -> float:
        """GiB that the process had at most."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        line = next(each for each in status.splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 2**20


@contextmanager
def serving(
    arguments: Sequence[str] = MAILLAGE, environment: Mapping[str, str] | None = None
) -> Iterator[Serving]:
    """A Python process given a port as its last argument, ready to answer; ended after."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, *arguments, str(port)],
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(process, port)
        yield Serving(process, port)
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            Client(port).ask("{ __typename }")
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not answer")
