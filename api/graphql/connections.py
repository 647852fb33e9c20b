"""Relay connections: pages of a list by opaque cursors."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import strawberry

from api.graphql.limits import check
from graph.errors import InvalidData

Node = TypeVar("Node")

DEFAULT_FIRST = 50
_PREFIX = "place:"


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether items follow this page.")
    has_previous_page: bool = strawberry.field(description="Whether items precede this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the page's first item.")
    end_cursor: str | None = strawberry.field(description="Cursor of the page's last item.")


@strawberry.type(description="An item of a list with its cursor.")
class Edge(Generic[Node]):
    node: Node = strawberry.field(description="The item.")
    place: strawberry.Private[int]

    @strawberry.field(description="Opaque place of the item in its list.")
    def cursor(self) -> str:
        return _cursor(self.place)


Page = Callable[[int, int], Sequence[Any]]
"""Makes the items of a list from a place on, at most so many."""


@strawberry.type(description="A page of a list.")
class Connection(Generic[Node]):
    total_count: int = strawberry.field(description="Number of items in the whole list.")
    page: strawberry.Private[Page]
    start: strawberry.Private[int]
    count: strawberry.Private[int]

    @strawberry.field(description="The items of the page.")
    def edges(self) -> list[Edge[Node]]:
        nodes = self.page(self.start, self.count) if self._length else []
        return [Edge(node=node, place=place) for place, node in enumerate(nodes, self.start)]

    @strawberry.field(description="Where the page stands.")
    def page_info(self) -> PageInfo:
        end = self.start + self._length
        return PageInfo(
            has_next_page=end < self.total_count,
            has_previous_page=self.start > 0 and self.total_count > 0,
            start_cursor=_cursor(self.start) if self._length else None,
            end_cursor=_cursor(end - 1) if self._length else None,
        )

    @property
    def _length(self) -> int:
        """How many items the page has."""
        return max(0, min(self.count, self.total_count - self.start))


def connection(total: int, page: Page, first: int | None, after: str | None) -> Connection[Any]:
    """The page of at most ``first`` items after a cursor, its items made when they are asked for.

    Raises InvalidData when ``first`` is out of bounds or the cursor is none of ours.
    """
    count = DEFAULT_FIRST if first is None else first
    check(first=count)
    if count < 0:
        raise InvalidData(f"« first » vaut {count} ; 0 au moins", code="FIRST_OUT_OF_BOUNDS")
    start = 0 if after is None else _place(after) + 1
    return Connection(total_count=total, page=page, start=start, count=count)


def listed(items: Sequence[Any], first: int | None, after: str | None) -> Connection[Any]:
    """A page of a list at hand."""
    return connection(len(items), lambda start, count: items[start : start + count], first, after)


def _cursor(place: int) -> str:
    return base64.urlsafe_b64encode(f"{_PREFIX}{place}".encode()).decode()


def _place(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor.encode()).decode()
        place = int(text.removeprefix(_PREFIX)) if text.startswith(_PREFIX) else -1
    except (ValueError, binascii.Error):
        place = -1
    if place < 0:
        raise InvalidData(f"« {cursor[:40]} » n'est pas un curseur", code="INVALID_CURSOR")
    return place
