"""Answers kept with their day, so that the next page of a list costs its page only."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from graph.view import DayView
from queries.answer import Answer

P = ParamSpec("P")
Item = TypeVar("Item")

MOST_ANSWERS = 16
"""Answers that a day keeps, the last ones asked."""
MOST_ITEMS = 200_000
"""Items of an answer above which it is not kept."""


class _Answers:
    """The last answers of a day, by question and arguments."""

    def __init__(self, _day: DayView) -> None:
        self._found: OrderedDict[Hashable, Answer[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Answer[Any] | None:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def keep(self, key: Hashable, answer: Answer[Any]) -> None:
        with self._lock:
            self._found[key] = answer
            if len(self._found) > MOST_ANSWERS:
                self._found.popitem(last=False)


def kept(
    question: Callable[Concatenate[DayView, P], Answer[Item]],
) -> Callable[Concatenate[DayView, P], Answer[Item]]:
    """The same question, whose last answers are kept with the day that was asked."""

    @wraps(question)
    def ask(day: DayView, /, *args: P.args, **kwargs: P.kwargs) -> Answer[Item]:
        answers = day.derived(_Answers)
        values = [*args, *(item for pair in sorted(kwargs.items()) for item in pair)]
        key = (question, *(tuple(each) if isinstance(each, list) else each for each in values))
        found = answers.get(key)
        if found is None:
            found = question(day, *args, **kwargs)
            if found.total <= MOST_ITEMS:
                answers.keep(key, found)
        return found

    return ask
