"""``maillage import`` and ``maillage export``."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic.alias_generators import to_camel

from api.cli.app import AuthorOption, JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand, Misused
from api.cli.output import print_json, print_note, progress_on_stderr
from api.exports import EXPORTS, part
from api.french import counted
from api.questions import Arguments, Asked, day_view
from api.settings import author_name
from graph.dates import today
from graph.ontology.values import whole
from importers import IMPORTERS, Report, run_import

_SOURCES = ", ".join(IMPORTERS)
_FORMATS = ", ".join(EXPORTS)


@app.command("import", cls=FrenchCommand)
def import_(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help=f"Format : {_SOURCES}.")],
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="CHEMIN...", help="Fichiers ou dossiers.", readable=False),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Dire ce qui changerait, sans écrire.")
    ] = False,
    author: AuthorOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Importer des faits : tout entre d'un coup, ou rien."""
    importer = IMPORTERS.get(source)
    if importer is None:
        raise Misused(f"« {source} » n'est pas un format d'import ; formats : {_SOURCES}")
    with opened(context, store) as repository, progress_on_stderr() as progress:
        report = run_import(
            repository,
            importer,
            paths,
            author=author_name(author),
            dry_run=dry_run,
            progress=progress,
        )
    if as_json:
        print_json({to_camel(name): value for name, value in vars(report).items()})
    else:
        print_note(_told(report))


def _told(report: Report) -> str:
    counts = f"{report.created} créés, {report.changed} modifiés, {report.unchanged} inchangés"
    if report.dry_run:
        return f"Essai, rien n'est écrit : {counts}."
    if report.change_set is None:
        return f"Rien à écrire : {counts}."
    return (
        f"Importé ({report.change_set}) : {counts}. Annuler : maillage revert {report.change_set}"
    )


@app.command(cls=FrenchCommand)
def export(
    context: typer.Context,
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help=f"Format : {_FORMATS}.")],
    out: Annotated[
        Path,
        typer.Argument(
            metavar="SORTIE",
            help="Où écrire : un fichier ; un dossier pour bundle et csv (ou un .zip pour csv).",
        ),
    ],
    territory: Annotated[
        str | None,
        typer.Option(
            help="Ce qui touche un territoire, avec ses acteurs, ses instances et ses notions."
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Seulement ce qui est actif un jour, AAAA-MM-JJ.")
    ] = None,
    known_at: Annotated[str | None, typer.Option(help="Ce qui était enregistré alors.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Exporter le graphe, ou ce qu'un territoire et un jour en gardent ; jamais un contact."""
    if format_ not in EXPORTS:
        raise Misused(f"« {format_} » n'est pas un format d'export ; formats : {_FORMATS}")
    with opened(context, store) as repository:
        day = day_view(repository, as_of, known_at, today())
        asked = Asked(day, Arguments(territory=territory))
        kept = part(day.view, None if as_of is None else day.day, asked.territory)
        EXPORTS[format_](day.view, out, kept)
    if as_json:
        print_json(
            {
                "format": format_,
                "path": whole(str(out)),
                "entities": len(kept.rows),
                "relations": len(kept.relations),
            }
        )
        return
    entities, relations = (
        counted(len(kept.rows), "entité"),
        counted(len(kept.relations), "relation"),
    )
    print_note(f"Écrit : {out} ({entities}, {relations})")
    if kept.is_bare(day.view):
        print_note("Rien n'y est recensé : ni cadre, ni action, ni acteur, ni instance.")
