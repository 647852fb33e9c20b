"""``maillage serve``."""

import socket
from ipaddress import ip_address
from typing import Annotated

import typer

from api.cli.app import StoreOption, app, opened
from api.cli.french import FrenchCommand
from graph.errors import InvalidData
from graph.system_errors import french


@app.command(cls=FrenchCommand)
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Adresse d'écoute.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port (0 : un port libre).")] = 8000,
    allow_anonymous: Annotated[
        bool,
        typer.Option(
            "--allow-anonymous",
            help="Écouter ailleurs que sur cette machine : quelque chose devant la protège.",
        ),
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(
            help="Nom auquel répondre, sans port (répétable) ; par défaut ceux de cette machine, "
            "ou tous avec --allow-anonymous."
        ),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Servir les pages et GraphQL."""
    from api.hosts import LOOPBACK_NAMES
    from api.server import run

    if not allow_anonymous and not _is_loopback(host):
        raise InvalidData(
            f"aucun compte n'est configuré : Maillage n'écoute que sur cette machine, pas sur "
            f"{host}. Employer --host 127.0.0.1, ou --allow-anonymous si un serveur placé "
            "devant contrôle les accès",
            code="NOT_LOOPBACK",
        )
    with opened(context, store) as repository:
        names = None if allow_anonymous else LOOPBACK_NAMES | {host}
        run(repository, listening(host, port), frozenset(map(str.lower, name)) if name else names)


def _is_loopback(host: str) -> bool:
    """Whether every address of the host is this machine's own."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(ip_address(str(each[4][0]).split("%")[0]).is_loopback for each in found)


def listening(host: str, port: int) -> socket.socket:
    """A socket whose connections answer at once.

    Accepted connections inherit TCP_NODELAY, which asyncio only sets by itself on sockets made
    with an explicit protocol. Without it the second packet of an answer waits 40 ms for the
    client's delayed acknowledgement.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.create_server((host, port), family=family)
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return found
    except OSError as error:
        raise InvalidData(
            f"impossible d'écouter sur {host}:{port} ({french(error)}) : "
            "choisir une autre adresse ou un autre --port",
            code="CANNOT_LISTEN",
        ) from None
