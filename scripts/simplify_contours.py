"""Write the contours that the map draws: scripts/simplify_contours.py FILE.geojson...

From GeoJSON of communes (properties ``code`` and ``nom``) to api/pages/map/contours.json: one SVG
path per commune, on a grid of some hundred metres. Neighbours share their points in the source, so
rounding keeps them joined. Run once, when a département is added.
"""

import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

OUT = Path(__file__).resolve().parent.parent / "api/pages/map/contours.json"
CREDIT = "IGN – Admin Express COG 2018, Licence Ouverte"
UNITS_PER_DEGREE = 1000
"""Of latitude: a unit is 111 metres. Longitudes shrink by the cosine of the latitude."""
_LATITUDE = math.cos(math.radians(49))
Point: TypeAlias = tuple[int, int]


def main(files: list[str]) -> None:
    """Convert the files and write the result, sorted by code."""
    paths: dict[str, str] = {}
    for file in files:
        for feature in json.loads(Path(file).read_text(encoding="utf-8"))["features"]:
            paths[feature["properties"]["code"]] = "".join(_path(feature["geometry"]))
    content = {"credit": CREDIT, "paths": dict(sorted(paths.items()))}
    OUT.write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _path(geometry: dict[str, Any]) -> Iterator[str]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            points = list(_rounded(ring))
            if len(points) > 2:
                yield _ring(points)


def _rounded(ring: list[list[float]]) -> Iterator[Point]:
    """The points on the grid, each once; the last one repeats the first."""
    before = None
    for longitude, latitude in ring[:-1]:
        x = round(longitude * _LATITUDE * UNITS_PER_DEGREE)
        point = x, round(-latitude * UNITS_PER_DEGREE)
        if point != before:
            yield point
        before = point


def _ring(points: list[Point]) -> str:
    """A ring as relative moves: ``M1 2l3 4 5 6z``."""
    first = points[0]
    moves = [f"{there[0] - here[0]} {there[1] - here[1]}" for here, there in pairwise(points)]
    return f"M{first[0]} {first[1]}l{' '.join(moves)}z"


if __name__ == "__main__":
    main(sys.argv[1:])
