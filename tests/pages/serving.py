"""The real application on a real port, for a browser or an HTTP client."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from api.app import create_app
from graph.repository import Repository


@contextmanager
def served(repository: Repository) -> Iterator[str]:
    """The address of the application while it runs.

    The socket listens before the server starts: a request made too early waits, it is not
    refused.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(repository), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=30)
    assert not thread.is_alive(), "the server did not stop"
