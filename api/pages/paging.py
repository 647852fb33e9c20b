"""Pages of a list: which one, and the addresses before and after it."""

from dataclasses import dataclass

from api.pages.asking import Asking


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page starts (0 = first), the places it shows (1 = first), and its neighbours."""

    start: int
    first: int
    last: int
    previous: str | None
    following: str | None


def page_number(text: str) -> int:
    """The page asked for, first = 1; the first for what is no number."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def pages(asking: Asking, total: int, size: int, number: int) -> Paging:
    """The page asked, or the last one when there are fewer."""
    number = min(number, max(1, -(-total // size)))
    start = (number - 1) * size
    return Paging(
        start,
        min(total, start + 1),
        min(total, start + size),
        asking.href(page=str(number - 1) if number > 2 else "") if number > 1 else None,
        asking.href(page=str(number + 1)) if start + size < total else None,
    )
