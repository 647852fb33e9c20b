"""Nothing that can be typed makes a search fail or take long."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.search import search
from tests.search.views import named, shipped_view, view_of

LONG = 10_000


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "'", "«»", "…", "-", "🙂", "\u202e", "\x00", "%"]
)
def test_nothing_searched_nothing_found(text: str) -> None:
    answer = search(shipped_view(), text)
    assert (answer.total, answer.page()) == (0, [])


@pytest.mark.parametrize(
    "text",
    [
        "a" * LONG,
        "a " * LONG,
        "saint " * LONG,
        "".join(map(chr, range(0x20, 0x20 + LONG))),
        "🙂" * LONG,
        "\u202eمركز اجتماعي\u202c" * 100,
        "e\u0301" * LONG,
        "ﷺ" * LONG,
        "\ud800bondy\udfff",
        '"bondy" OR NOT (ccas* AND -pst) ^2 ~1 [a TO z] {}',
        "bondy'; DROP TABLE entities; --",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        ".*+?^${}()|[]\\",
        "1" * LONG,
        "1a" * LONG,
        "a." * LONG,
        " ".join(chr(letter) for letter in range(ord("a"), ord("z") + 1)),
        " ".join(f"mot{letter}inconnu" for letter in "abcdefghijklmnop"),
    ],
)
def test_a_hostile_text_is_answered_in_time(text: str) -> None:
    view = shipped_view()
    search(view, "tourcoign")
    start = time.perf_counter()
    answer = search(view, text)
    items = answer.page(0, 50)
    assert time.perf_counter() - start < 1
    assert len(items) == min(50, answer.total)
    assert all(0 < item.score <= 1 for item in items)


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(st.text(max_size=30), max_size=5, unique=True), st.text(max_size=60))
def test_any_names_and_any_text(names: list[str], text: str) -> None:
    view = named(*names)
    for asked in (text, *names):
        items = search(view, asked).page()
        assert len({item.entity for item in items}) == len(items)
        assert [item.score for item in items] == sorted((i.score for i in items), reverse=True)


@settings(deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60))
def test_an_empty_view(text: str) -> None:
    assert search(view_of([]), text).total == 0
