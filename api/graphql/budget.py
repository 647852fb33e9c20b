"""What a request may still spend while it is answered: time, and items of its lists."""

from time import monotonic

from api.graphql.limits import LIMITS, exceeded
from graph.errors import InvalidData


class Spent(BaseException):
    """Stops a request whose budget is spent.

    Not an Exception: it is no error of a field that the answer could hold, and nothing below
    the router is to go on after it.
    """

    def __init__(self, error: InvalidData) -> None:
        super().__init__(error.message)
        self.error = error


class Budget:
    """Time and items left to one request, from now on."""

    def __init__(self, seconds: float = LIMITS.seconds, values: int = LIMITS.values) -> None:
        self._end = monotonic() + seconds
        self._left = values

    @property
    def seconds(self) -> float:
        """Seconds left; negative when there is none."""
        return self._end - monotonic()

    def spend(self, values: int) -> None:
        """Count items of an answer; Spent when they are too many, or too late."""
        self._left -= values
        if self._left < 0:
            raise Spent(exceeded("values"))
        if self.seconds < 0:
            raise Spent(exceeded("seconds"))
