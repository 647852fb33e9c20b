"""What holds for every answer of this server: that the store is unreachable and answers are of an
earlier moment, or that only one territory's part of the graph is known here.

Readers see it on each page, programs in headers of each response and in the ``extensions`` of
GraphQL answers, users of the command line on the error output. Most servers have nothing to say.
"""

from contextvars import ContextVar
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.french import moment_words
from graph.repository import Repository

STALE_HEADER = "Maillage-Stale-Since"
SCOPE_HEADER = "Maillage-Scope"

_repository: ContextVar[Repository | None] = ContextVar("repository", default=None)


class Notices:
    """ASGI middleware that sets the headers, and lets pages ask for ``page_notices``."""

    def __init__(self, app: ASGIApp, repository: Repository) -> None:
        self.app = app
        self.repository = repository

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                extensions = notice_extensions(self.repository)
                if "staleSince" in extensions:
                    headers[STALE_HEADER] = extensions["staleSince"]
                if "scope" in extensions:
                    headers[SCOPE_HEADER] = quote(extensions["scope"])
            await send(message)

        _repository.set(self.repository)
        await self.app(scope, receive, send_marked if scope["type"] == "http" else send)


def notice_extensions(repository: Repository) -> dict[str, str]:
    """``staleSince``: the moment (ISO, UTC) that answers are of while the store is unreachable.
    ``scope``: the name of the territory whose part of the graph is known."""
    found = {}
    if repository.stale_since is not None:
        found["staleSince"] = repository.stale_since.isoformat(timespec="seconds")
    if repository.scope is not None:
        found["scope"] = repository.scope
    return found


def notices(repository: Repository) -> list[str]:
    """The sentences that readers see."""
    found = []
    if repository.stale_since is not None:
        found.append(
            f"La base ne répond pas : ces réponses sont celles du "
            f"{moment_words(repository.stale_since)}. Rien ne peut être enregistré pour "
            "l'instant ; Maillage réessaie de lui-même."
        )
    if repository.scope is not None:
        found.append(
            f"Ce serveur ne connaît que « {repository.scope} » et ce qui s'y rattache : les points "
            "de coupure, les ponts, les chemins, les mesures, les liens absents et les partenaires "
            "habituels se lisent dans ces limites."
        )
    return found


def page_notices() -> list[str]:
    """The sentences for the page being made."""
    repository = _repository.get()
    return [] if repository is None else notices(repository)
