"""Light and heavy questions: neither waits for ever, and heavy ones delay no light one."""

import asyncio
from collections.abc import Awaitable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import httpx2
import pytest

from api.app import create_app
from api.graphql.budget import Budget
from api.graphql.lanes import Busy, Lane
from graph.errors import InvalidData
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from queries.overlaps import overlaps

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """What the work gives, in a loop of its own: tests with a browser leave theirs running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_a_lane_refuses_what_it_has_no_room_for() -> None:
    released = Event()

    async def ask_four() -> list[object]:
        lane = Lane("test", threads=1, waiting=2)
        asked = [asyncio.create_task(lane.run(released.wait, Budget())) for _ in range(4)]
        with pytest.raises(Busy, match="2 questions attendent déjà"):
            await asked[3]
        released.set()
        answered = await asyncio.gather(*asked[:3])
        assert await lane.run(lambda: "room again", Budget()) == "room again"
        return list(answered)

    assert run(ask_four()) == [True, True, True]


def test_a_client_is_answered_in_time_though_the_work_goes_on() -> None:
    released = Event()

    async def ask() -> None:
        lane = Lane("test", threads=1, waiting=0)
        with pytest.raises(InvalidData) as refused:
            await lane.run(released.wait, Budget(seconds=0.01))
        assert refused.value.code == "TIME_LIMIT"
        # The thread is not lent twice: whoever comes meanwhile is told so.
        with pytest.raises(Busy):
            await lane.run(released.wait, Budget())
        released.set()

    run(ask())


def test_a_light_question_is_answered_while_every_heavy_thread_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty analyses that last until the end: some run, some wait, the others get 503."""
    ended = Event()

    def slow(*args: Any, **kwargs: Any) -> Any:
        ended.wait()
        return overlaps(*args, **kwargs)

    monkeypatch.setattr("api.graphql.query.overlaps", slow)
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    transport = httpx2.ASGITransport(app=create_app(repository, hosts=None))

    async def ask_all() -> tuple[list[int], int]:
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:

            def ask(query: str) -> Awaitable[httpx2.Response]:
                return client.post("/graphql", json={"query": query})

            heavy = [asyncio.ensure_future(ask("{ overlaps { totalCount } }")) for _ in range(40)]
            await asyncio.wait(heavy, return_when=asyncio.FIRST_COMPLETED)
            light = await ask("{ journal { totalCount } }")
            ended.set()
            return [answer.status_code for answer in await asyncio.gather(*heavy)], (
                light.status_code
            )

    statuses, light = run(ask_all())
    repository.close()
    assert light == 200
    assert (statuses.count(200), statuses.count(503)) == (22, 18)
