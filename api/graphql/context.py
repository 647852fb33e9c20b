"""What resolvers share: where the graph is, the day asked, pages of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import strawberry

from api.graphql.budget import Budget
from api.graphql.connections import Connection, connection
from api.questions import Arguments, Asked, day_view
from graph.dates import today
from graph.repository import Repository
from graph.view import DayView
from queries.answer import Answer


@dataclass(frozen=True)
class Context:
    """What resolvers need: where the graph is, who writes, and what a request may cost."""

    repository: Repository
    author: str
    budget: Budget = field(default_factory=Budget)


Info: TypeAlias = strawberry.Info[Context, None]


def day_of(info: Info, as_of: str | None, known_at: str | None) -> DayView:
    """The view for the two clocks; by default today, with what is recorded now."""
    return day_view(info.context.repository, as_of, known_at, today())


def asked_of(
    day: DayView,
    theme: str | None = None,
    territory: str | None = None,
    audience: str | None = None,
    without: Sequence[str] = (),
) -> Asked:
    """Arguments as clients write them, resolved on demand."""
    themes = () if theme is None else (theme,)
    return Asked(
        day,
        Arguments(theme=themes, territory=territory, audience=audience, without=tuple(without)),
    )


def page_of(
    day: DayView, made: Any, answer: Answer[Any], first: int | None, after: str | None
) -> Connection[Any]:
    """A page of an answer, its items as the GraphQL type ``made``."""

    def page(start: int, count: int) -> list[Any]:
        return [made(day=day, value=item) for item in answer.page(start, count)]

    return connection(answer.total, page, first, after)
