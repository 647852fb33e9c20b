"""``maillage backup`` and ``maillage restore``."""

from pathlib import Path
from typing import Annotated

import typer

from api.backup import restore_backup, write_backup
from api.cli.app import JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand
from api.cli.output import print_json, print_note, progress_on_stderr
from api.french import counted
from api.settings import work_folder
from api.work_folders import works_in
from graph.ontology.values import whole

FileArgument = Annotated[Path, typer.Argument(metavar="FICHIER", help="Le fichier de sauvegarde.")]


@app.command(cls=FrenchCommand)
def backup(
    context: typer.Context,
    file: FileArgument,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Sauvegarder la base entière dans un fichier neuf : faits, journal et historique.

    Les lectures de conventions en cours n'y sont pas : elles tiennent le texte des documents, qui
    doit disparaître avec elles.
    """
    with opened(context, store) as repository, progress_on_stderr() as progress:
        records = write_backup(repository.store, file, progress)
        folder = work_folder(repository.store)
    left = len(works_in(folder))
    if as_json:
        print_json({"path": whole(str(file)), "records": records, "readingsLeftOut": left})
        return
    print_note(f"Sauvegardé dans {file} ({counted(records, 'enregistrement')}).")
    if left:
        readings = counted(left, "lecture de convention", "lectures de conventions")
        print_note(f"Pas dans la sauvegarde : {readings} en cours. Les finir, ou copier {folder}.")


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
