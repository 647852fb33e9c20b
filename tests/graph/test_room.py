"""Columns that views share: each sees its own rows, and free rows are given once."""

import numpy as np

from graph.view.room import Room


def rows(room: Room, count: int) -> list[int]:
    """What a view of so many rows reads."""
    found: list[int] = room.columns(count)["column"].tolist()
    return found


def test_later_rows_are_written_beside_those_that_a_view_reads() -> None:
    room = Room({"column": np.array([1, 2])})
    before = room.columns(2)["column"]
    assert room.add(2, {"column": np.array([3])})
    assert room.add(3, {"column": np.array([4, 5])})
    assert before.tolist() == [1, 2]
    assert rows(room, 3) == [1, 2, 3]
    assert rows(room, 5) == [1, 2, 3, 4, 5]
    assert np.shares_memory(before, room.columns(5)["column"])


def test_free_rows_are_given_once() -> None:
    """A second view that grows from the same rows must copy."""
    room = Room({"column": np.array([1, 2])})
    assert room.add(2, {"column": np.array([3])})
    assert not room.add(2, {"column": np.array([9])})
    assert rows(room, 3) == [1, 2, 3]


def test_a_room_can_be_full() -> None:
    room = Room({"column": np.array([1])})
    assert not room.add(1, {"column": np.arange(10**6)})
    assert room.add(1, {"column": np.array([2])})
