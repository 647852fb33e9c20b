"""Requests per second of 8 clients, beside a plain strawberry + networkx application.

    .venv/bin/python -m bench.requests [INITIATIVES]

Both serve the framework query of bench/queries.py from one process, in turn; each client keeps
its connection and asks one request after the other.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

from bench import queries
from bench.answers import large_framework, prepared
from bench.generate import DAY
from bench.serving import Serving, serving

CLIENTS, SECONDS, LEAST = 8, 10, 5


def main() -> None:
    """Print the table as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        report(prepared(Path(folder), count), Path(folder) / "bundle")


def report(store: Path, bundle: Path) -> None:
    """Measure and print."""
    framework = large_framework(store)
    with (
        serving(environment={"MAILLAGE_STORE": f"sqlite:///{store}"}) as ours,
        serving(("-m", "bench.plain_app", str(bundle))) as plain,
    ):
        rates = [_rate(server, framework) for server in (ours, plain)]
    ratio = rates[0] / rates[1]
    verdict = "yes" if ratio >= LEAST else "**no**"
    print("| clients | Maillage, requests/s | plain application | ratio | bar | reached |")
    print("|---:|---:|---:|---:|---:|---|")
    print(f"| {CLIENTS} | {rates[0]:.0f} | {rates[1]:.0f} | {ratio:.1f} | {LEAST} | {verdict} |")


def _rate(server: Serving, framework: str) -> float:
    """Requests per second, after as long a warm-up."""
    _requests(server, framework)
    return _requests(server, framework) / SECONDS


def _requests(server: Serving, framework: str) -> int:
    """How many requests all clients get answered."""
    counts = [0] * CLIENTS
    end = time.monotonic() + SECONDS
    clients = [
        threading.Thread(target=_ask, args=(server, framework, end, counts, number))
        for number in range(CLIENTS)
    ]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return sum(counts)


def _ask(server: Serving, framework: str, end: float, counts: list[int], number: int) -> None:
    client = server.client()
    while time.monotonic() < end:
        client.ask(queries.FRAMEWORK, {"id": framework, "day": DAY})
        counts[number] += 1


if __name__ == "__main__":
    main()
