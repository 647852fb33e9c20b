"""Saying that answers are of an earlier moment, while the store is unreachable.

Readers see it on each page, programs in a header of each response and in the ``extensions`` of
GraphQL answers. Nothing is said while the store answers.
"""

from contextvars import ContextVar
from datetime import datetime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.french import moment_words
from graph.repository import Repository

HEADER = "Maillage-Stale-Since"

_repository: ContextVar[Repository | None] = ContextVar("repository", default=None)


class Staleness:
    """ASGI middleware that sets ``HEADER`` on responses, and lets pages ask ``stale_notice``."""

    def __init__(self, app: ASGIApp, repository: Repository) -> None:
        self.app = app
        self.repository = repository

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_marked(message: Message) -> None:
            since = self.repository.stale_since
            if message["type"] == "http.response.start" and since is not None:
                MutableHeaders(scope=message)[HEADER] = since.isoformat(timespec="seconds")
            await send(message)

        _repository.set(self.repository)
        await self.app(scope, receive, send_marked if scope["type"] == "http" else send)


def stale_since() -> datetime | None:
    """The moment that this request's answers are of, when the store is unreachable."""
    repository = _repository.get()
    return None if repository is None else repository.stale_since


def stale_notice() -> str | None:
    """The sentence that pages show when the store is unreachable."""
    since = stale_since()
    if since is None:
        return None
    return (
        f"La base ne répond pas : ces réponses sont celles du {moment_words(since)}. "
        "Rien ne peut être enregistré pour l'instant ; Maillage réessaie de lui-même."
    )
