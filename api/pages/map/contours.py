"""The contours of communes: one SVG path each, made by scripts/simplify_contours.py."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

_FILE = Path(__file__).parent / "contours.json"
_RING = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Contours:
    """Paths by geographic code, and the credit that goes with them."""

    credit: str
    paths: Mapping[str, str]


@cache
def contours() -> Contours:
    """All contours known; read once."""
    content = json.loads(_FILE.read_text(encoding="utf-8"))
    return Contours(content["credit"], content["paths"])


def view_box(paths: Iterable[str]) -> str:
    """The ``viewBox`` that holds some paths, with a margin."""
    xs: list[int] = []
    ys: list[int] = []
    for path in paths:
        for x, y, moves in _RING.findall(path):
            numbers = [int(number) for number in moves.split()]
            xs += accumulate([int(x), *numbers[::2]])
            ys += accumulate([int(y), *numbers[1::2]])
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    return f"{left} {top} {max(xs) - left + _MARGIN} {max(ys) - top + _MARGIN}"
