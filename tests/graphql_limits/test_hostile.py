"""Five hundred hostile documents and a thousand malformed bodies.

Times are those of the processor, so that other processes of the machine do not count, and the
smallest of three tries, so that a collection of garbage on the way does not either.
"""

import json
from collections.abc import Iterator
from itertools import islice
from random import Random
from threading import Thread
from time import perf_counter, process_time

import httpx2
import psutil
import pytest
from fastapi.testclient import TestClient

from api.graphql.documents import read_document
from graph.repository import Repository
from tests.graphql_limits.hostile import KINDS, hostile_documents
from tests.pages.serving import served

DOCUMENTS = list(hostile_documents(500, seed=2015))
MOST_SECONDS = 0.1
LIGHT = {"query": '{ entity(id: "departement:93") { id name kind } }'}


def processor_seconds(client: TestClient, document: str) -> float:
    """What a document costs when it is not known yet; every answer is 200 or a refusal."""
    best = float("inf")
    for _ in range(3):
        read_document.cache_clear()
        start = process_time()
        answer = client.post("/graphql", json={"query": document})
        best = min(best, process_time() - start)
        assert answer.status_code in {200, 400}
        assert answer.json().get("errors") or answer.json()["data"]
        if best < MOST_SECONDS / 2:
            break
    return best


@pytest.mark.parametrize("kind", [name for name, _ in KINDS])
def test_each_hostile_document_costs_little(client: TestClient, kind: str) -> None:
    client.post("/graphql", json=LIGHT)
    for name, document in DOCUMENTS:
        if name == kind:
            assert processor_seconds(client, document) < MOST_SECONDS, document[:200]


def test_every_kind_is_refused_once_it_is_large(client: TestClient) -> None:
    largest = dict(DOCUMENTS)
    answered = [
        name
        for name, document in largest.items()
        if client.post("/graphql", json={"query": document}).status_code == 200
    ]
    assert set(answered) <= {"lists of lists", "big pages", "introspection"}


def percentile_95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def light_times(address: str, count: int) -> list[float]:
    """Seconds of a light query, asked again and again by one client."""
    times = []
    with httpx2.Client(base_url=address, timeout=60) as client:
        for _ in range(count):
            start = perf_counter()
            assert client.post("/graphql", json=LIGHT).status_code == 200
            times.append(perf_counter() - start)
    return times


def test_a_light_query_beside_them_stays_fast(shipped: Repository) -> None:
    """A hundred milliseconds at 95 %; on a machine busy with other things, ten times what the
    same query takes alone there."""
    with served(shipped) as address:
        alone = percentile_95(light_times(address, 100))

        def attack() -> None:
            with httpx2.Client(base_url=address, timeout=60) as client:
                for _, document in DOCUMENTS:
                    client.post("/graphql", json={"query": document})

        attacker = Thread(target=attack)
        attacker.start()
        beside: list[float] = []
        while attacker.is_alive():
            beside += light_times(address, 20)
    assert percentile_95(beside) < max(MOST_SECONDS, 10 * alone)


def malformed_bodies(seed: int) -> Iterator[bytes]:
    """Bodies that are no request: cut, with bytes changed, of other shapes, too large."""
    random = Random(seed)
    whole = json.dumps({"query": "{ __typename }", "variables": {}}).encode()
    while True:
        yield whole[: random.randrange(len(whole))]
        yield random.randbytes(random.randrange(2_000))
        yield random.choice([b"[", b'{"a":', b"-", b'"', b"nul", b"\xff"]) * random.randrange(9_000)
        yield json.dumps([{"query": "{ __typename }"}] * random.randrange(50)).encode()
        yield json.dumps({"query": random.choice([None, 3, [], {}, True, ""])}).encode()
        yield json.dumps({"query": "{ a }" * random.randrange(1, 99), "variables": "x"}).encode()
        yield b" " * random.randrange(66_000, 200_000)
        yield json.dumps({"query": "{ " + chr(random.randrange(33, 0xD7FF)) * 30}).encode()


def test_malformed_bodies_get_a_4xx_and_leave_nothing_behind(shipped: Repository) -> None:
    process = psutil.Process()
    bodies = list(islice(malformed_bodies(seed=93), 1_000))

    with served(shipped) as address, httpx2.Client(base_url=address, timeout=60) as client:

        def send_all(some: list[bytes]) -> set[int]:
            headers = {"content-type": "application/json"}
            return {
                client.post("/graphql", content=body, headers=headers).status_code // 100
                for body in some
            }

        assert send_all(bodies[:200]) == {4}
        before = process.memory_info().rss
        assert send_all(bodies) == {4}
        assert process.memory_info().rss - before < 16 * 1024 * 1024
