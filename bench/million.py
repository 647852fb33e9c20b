"""The whole country in one process: a million initiatives, without an alternative.

    .venv/bin/python -m bench.million [INITIATIVES]

Import by the command line's own code, then a process that serves the store over HTTP to one client
that keeps its connection. Times by the clock; the time to the first answer includes the opening of
the view.
"""

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bench import queries
from bench.answers import COMMUNE, COUNTRY, DEPARTEMENT, THEME, large_framework, prepared
from bench.generate import DAY
from bench.measure import machine, timings
from bench.serving import serving


def main() -> None:
    """Print the tables as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"{count:,} initiatives; {machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own, whose memory is free again when the server starts.
        start = time.perf_counter()
        with ProcessPoolExecutor(1) as pool:
            store, framework, peak = pool.submit(_prepare, Path(folder), count).result()
        spent = time.perf_counter() - start
        print("| what | figure |\n|---|---:|")
        print(f"| written as CSV and imported | {spent:.0f} s |")
        print(f"| peak memory of it | {peak:.1f} GiB |")
        print(f"| the store | {store.stat().st_size / 2**30:.1f} GiB |", flush=True)
        _serve(store, framework)


def _prepare(folder: Path, count: int) -> tuple[Path, str, float]:
    """The store, a framework of it, and the peak memory (GiB) of making it."""
    store = prepared(folder, count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return store, large_framework(store), peak


def _serve(store: Path, framework: str) -> None:
    start = time.perf_counter()
    with serving(environment={"MAILLAGE_STORE": f"sqlite:///{store}"}) as server:
        client = server.client()
        print(
            f"| to the first answer of a server | {time.perf_counter() - start:.0f} s |", flush=True
        )
        asked = {
            "who in a commune": (queries.WHO, {"theme": THEME, "territory": COMMUNE}),
            "who in a département": (queries.WHO, {"theme": THEME, "territory": DEPARTEMENT}),
            "who in the country": (queries.WHO, {"theme": THEME, "territory": COUNTRY}),
            "unmanaged overlaps in a commune": (queries.OVERLAPS, {"territory": COMMUNE}),
            "unmanaged overlaps in a département": (queries.OVERLAPS, {"territory": DEPARTEMENT}),
            "coverage states of a commune": (queries.COVERAGE, {"territory": COMMUNE}),
            "a framework with its parts and actors": (queries.FRAMEWORK, {"id": framework}),
            "20 initiatives with actors": (queries.INITIATIVES, {}),
            "500 entities": (queries.ENTITIES, {}),
        }
        for what, (query, variables) in asked.items():
            (found,) = timings(partial(client.ask, query, {**variables, "day": DAY}))
            print(f"| {what}, ms (95 %) | {found} |", flush=True)
        print(f"| peak memory of the server | {server.peak_memory():.1f} GiB |")


if __name__ == "__main__":
    main()
