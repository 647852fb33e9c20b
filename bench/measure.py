"""Timing two ways of answering in turn, so that a slow moment of the machine strikes both."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

RUNS, WARM_UP = 30, 2.0
"""Measured runs, and seconds of unmeasured ones before."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of several runs."""

    median: float
    p95: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.p95:.2f})"


def timings(
    *ways: Callable[[], object], runs: int = RUNS, warm_up: float = WARM_UP
) -> list[Timing]:
    """Each way's median and 95th percentile, the ways taken in turn after a warm-up of each."""
    for way in ways:
        end = time.perf_counter() + warm_up
        while time.perf_counter() < end:
            way()
    spent: list[list[float]] = [[] for _ in ways]
    for _ in range(runs):
        for times, way in zip(spent, ways, strict=True):
            times.append(once(way))
    return [_timing(times) for times in spent]


def once(way: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    way()
    return (time.perf_counter() - start) * 1000


def _timing(times: Sequence[float]) -> Timing:
    return Timing(statistics.median(times), statistics.quantiles(times, n=20)[-1])


def compared(what: str, first: float, ours: Timing, other: Timing, least: float) -> str:
    """A row of a table: times, how many times faster, and whether that is what was aimed at.

    ``first``: milliseconds of the very first time.
    """
    ratio = other.median / ours.median
    verdict = "yes" if ratio >= least else "**no**"
    return f"| {what} | {first:.2f} | {ours} | {other} | {ratio:.1f} | {least:g} | {verdict} |"


HEADER = (
    "| what | the first time, ms | Maillage, ms (95 %) | alternative, ms (95 %) | times faster "
    "| bar | reached |\n"
    "|---|---:|---:|---:|---:|---:|---|"
)


def machine() -> str:
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load average {os.getloadavg()[0]:.1f} at the start"
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((each.split(":")[1].strip() for each in lines if each.startswith("model name")), "")
