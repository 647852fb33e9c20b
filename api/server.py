"""Running the application with uvicorn, and saying when it is ready."""

import socket
from collections.abc import Collection

import uvicorn

from api.app import create_app
from graph.repository import Repository


class _Server(uvicorn.Server):
    """uvicorn, saying when it is ready, and closing the store before the process ends."""

    def __init__(self, config: uvicorn.Config, repository: Repository) -> None:
        super().__init__(config)
        self._repository = repository

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for each in sockets or ():
            host, port = each.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            print(f"Maillage est prêt : http://{shown}:{port}", flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        self._repository.close()


def run(repository: Repository, listening: socket.socket, hosts: Collection[str] | None) -> None:
    """Serve until stopped. The address is printed once requests are answered.

    ``hosts``: the names to answer to, see ``create_app``.
    """
    app = create_app(repository, hosts)
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    _Server(config, repository).run(sockets=[listening])
