"""``maillage backup`` and ``maillage restore``."""

from pathlib import Path
from typing import Annotated

import typer

from api.backup import restore_backup, write_backup
from api.cli.app import JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand
from api.cli.output import print_json, print_note, progress_on_stderr
from api.french import counted
from graph.ontology.values import whole

FileArgument = Annotated[Path, typer.Argument(metavar="FICHIER", help="Le fichier de sauvegarde.")]


@app.command(cls=FrenchCommand)
def backup(
    context: typer.Context,
    file: FileArgument,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Sauvegarder la base entière dans un fichier neuf : faits, journal et historique."""
    with opened(context, store) as repository, progress_on_stderr() as progress:
        records = write_backup(repository.store, file, progress)
    if as_json:
        print_json({"path": whole(str(file)), "records": records})
    else:
        print_note(f"Sauvegardé dans {file} ({counted(records, 'enregistrement')}).")


@app.command(cls=FrenchCommand)
def restore(
    context: typer.Context,
    file: FileArgument,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Restaurer une sauvegarde dans une base neuve, SQLite ou Neo4j."""
    with opened(context, store) as repository, progress_on_stderr() as progress:
        records = restore_backup(repository.store, file, progress)
        revision = repository.store.revision()
    if as_json:
        print_json({"path": whole(str(file)), "records": records, "revision": revision})
    else:
        print_note(
            f"Restauré : {counted(records, 'enregistrement')}, "
            f"{counted(revision, 'lot de modifications', 'lots de modifications')}."
        )
