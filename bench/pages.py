"""How long the pages take on a store: python -m bench.pages STORE [TIMES].

Each page is asked once to warm up, then TIMES times over HTTP in this process; the median is
shown. STORE is an address as ``maillage --store`` takes it.
"""

import statistics
import sys
import time

from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository
from graph.stores import open_store

PAGES = (
    "/?au=2015-06-01",
    "/qui?theme=sante&territoire=Bondy&au=2015-06-01",
    "/territoire/commune:93010?au=2015-12-01",
    "/recouvrements?territoire=Bondy&au=2015-06-01",
    "/manques?territoire=Bondy&au=2015-06-01",
    "/articulations?territoire=Bondy&au=2015-06-01",
    "/points-de-coupure?territoire=Bondy&au=2015-06-01",
    "/couverture?au=2015-06-01",
    "/carte?au=2015-06-01",
    "/reseau?territoire=Bondy&au=2015-06-01",
    "/comparaison?gauche=Bondy&droite=Sevran&au=2015-06-01",
    "/etapes",
    "/recherche?texte=caf",
    "/journal",
    "/glossaire",
)


def main(store: str, times: int = 20) -> None:
    """Print the median of each page in milliseconds."""
    client = TestClient(create_app(Repository(open_store(store)), None))
    for path in PAGES:
        status = client.get(path).status_code
        taken = [_seconds(client, path) for _ in range(times)]
        print(f"{statistics.median(taken) * 1000:8.1f} ms  {status}  {path}")


def _seconds(client: TestClient, path: str) -> float:
    start = time.perf_counter()
    client.get(path)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
