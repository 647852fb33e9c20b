"""``maillage import`` and ``maillage export``."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli import documents
from api.cli.app import AuthorOption, JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand, Misused
from api.cli.interrupting import interruptible
from api.cli.output import print_json, print_note, progress_on_stderr
from api.cli.reports import print_report, write_report
from api.cli.tables import guessed_table
from api.exports import EXPORTS, part
from api.exports.template import write_template
from api.french import counted
from api.questions import Arguments, Asked, day_view
from api.reports import report_shape
from api.settings import author_name
from graph.dates import today
from graph.ontology.values import whole
from importers import IMPORTERS, Importer, ListImporter, Report, run_import
from importers.document.apply import apply_reading
from importers.table import TableImporter

_SOURCES = ", ".join((*IMPORTERS, documents.NAME))
_TEMPLATE = "template"
_FORMATS = ", ".join((*EXPORTS, _TEMPLATE))


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
    mapping: Annotated[
        Path | None,
        typer.Option(help="Pour table : les colonnes du fichier, dans un petit fichier YAML."),
    ] = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option(help="Pour table : écrire dans ce fichier les colonnes devinées."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(help="Écrire dans ce fichier CSV ce que devient chaque ligne d'une liste."),
    ] = None,
    reading: Annotated[
        Path | None,
        typer.Option(
            help="Pour document : sa lecture corrigée, celle que « maillage read --json » écrit."
        ),
    ] = None,
    named: Annotated[
        str,
        typer.Option(
            "--list",
            help="La liste dont le fichier est une édition, par son identifiant ou son nom "
            "(sinon le nom du fichier, sans sa date, la dit).",
            show_default=False,
        ),
    ] = "",
    keep_text: Annotated[
        bool,
        typer.Option(
            "--keep-text", help="Pour document : garder aussi le texte intégral dans la base."
        ),
    ] = False,
    author: AuthorOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Importer des faits : tout entre d'un coup, ou rien."""
    importer = None if source == documents.NAME else _importer(source, paths, mapping, save_mapping)
    if named and not isinstance(importer, ListImporter):
        raise Misused(f"--list ne sert qu'aux listes, pas au format {source}")
    with (
        opened(context, store) as repository,
        progress_on_stderr() as shown,
        interruptible(shown) as progress,
    ):
        writer = author_name(author)
        if importer is None:
            confirmed = documents.confirmed_reading(paths, reading, progress, keep_text=keep_text)
            done = apply_reading(
                *(repository, confirmed),
                author=writer,
                file=str(reading),
                dry_run=dry_run,
                progress=progress,
            )
        else:
            done = run_import(
                *(repository, importer, paths),
                author=writer,
                dry_run=dry_run,
                named=named,
                progress=progress,
            )
    if report is not None and done.listed is not None:
        write_report(report, done.listed)
    _tell(done, as_json=as_json)


def _importer(
    source: str, paths: list[Path], mapping: Path | None, save_mapping: Path | None
) -> Importer | ListImporter:
    importer = IMPORTERS.get(source)
    if importer is None:
        raise Misused(f"« {source} » n'est pas un format d'import ; formats : {_SOURCES}")
    if mapping is not None or save_mapping is not None or source == TableImporter.name:
        return guessed_table(source, paths, mapping, save_mapping)
    return importer


def _tell(done: Report, *, as_json: bool) -> None:
    if as_json:
        print_json(report_shape(done))
    else:
        print_report(done)


def _write_template(context: typer.Context, out: Path, store: str | None, *, as_json: bool) -> None:
    """The workbook that the importer ``table`` reads whole."""
    with opened(context, store) as repository:
        write_template(repository.view(), out)
    if as_json:
        print_json({"format": _TEMPLATE, "path": whole(str(out))})
    else:
        print_note(f"Écrit : {out} ; à remplir, puis : maillage import table {out}")


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
    if format_ == _TEMPLATE:
        _write_template(context, out, store, as_json=as_json)
        return
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
