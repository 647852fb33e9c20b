"""Answering only to this machine's own names, as long as no account protects the graph.

A hostile site can lead a name of its own to 127.0.0.1 (DNS rebinding), and a browser would
then let its pages read and write here. Such requests carry the site's name as their Host.
"""

import re
from collections.abc import Collection

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]*)(?::\d+)?")


class OnlyHosts:
    """ASGI middleware that refuses requests to other names (421, misdirected request)."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        self.app = app
        self.names = frozenset(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _name(scope) not in self.names:
            refusal = PlainTextResponse(
                f"Maillage ne répond ici qu'aux noms {', '.join(sorted(self.names))}.", 421
            )
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _name(scope: Scope) -> str | None:
    """The host asked for, without its port; None when it is not one."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    match = _HOST.fullmatch(hosts[0].decode("latin-1").lower()) if len(hosts) == 1 else None
    return None if match is None else match[1]
