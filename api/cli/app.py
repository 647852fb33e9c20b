"""The application that commands join, and the options that several share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from api.cli.french import FrenchGroup
from api.settings import read_settings
from graph.repository import Repository
from graph.stores import open_store

app = typer.Typer(
    cls=FrenchGroup,
    help="Qui fait quoi, avec qui et dans quel cadre : le graphe du partenariat social local.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        help="Adresse de la base : sqlite:///fichier.db ou "
        "neo4j://utilisateur:motdepasse@serveur:7687 (défaut : la variable MAILLAGE_STORE, "
        "sinon un fichier dans vos données).",
        show_default=False,
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Écrire un objet JSON sur la sortie standard.")
]
AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author",
        envvar="MAILLAGE_AUTHOR",
        help="Qui écrit, pour le journal (défaut : votre nom de session).",
        show_default=False,
    ),
]


@app.callback()
def options(context: typer.Context, store: StoreOption = None) -> None:
    """Options avant la commande."""
    context.obj = store


@contextmanager
def opened(context: typer.Context, store: str | None) -> Iterator[Repository]:
    """The repository of the store named by the options, closed at the end.

    The option after the command, else the one before it, else the environment.
    """
    given = context.obj if store is None else store
    settings = read_settings(given)
    repository = Repository(open_store(settings.store, settings.scope))
    try:
        yield repository
    finally:
        repository.close()
