"""``maillage read``: the facts that a document states, proposed and not stored."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import JsonOption, StoreOption, app, opened
from api.cli.french import FrenchCommand
from api.cli.output import print_json, print_note, printable, progress_on_stderr
from api.french import counted, number_words
from api.labels import level_label
from graph.dates import today
from graph.errors import InvalidData, Place
from graph.ontology.enumerations import FRAMEWORK_KINDS, FREQUENCIES, LEVELS
from graph.system_errors import french
from importers import Progress
from importers.document.exchange import write_reading
from importers.document.model import FRAMEWORK_DATES, PROBABLE, Reading
from importers.document.read import ReadDocument, read_document

_SKIPPED = {"PERSON": "personne", "CONTACT": "coordonnée"}


@app.command("read", cls=FrenchCommand)
def read(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FICHIER", help="PDF, DOCX, ODT ou texte.", readable=False)
    ],
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Lire une convention : proposer les faits qu'elle énonce, sans rien enregistrer.

    Les acteurs déjà connus d'une base sont reconnus quand --store ou MAILLAGE_STORE la nomme.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InvalidData(
            f"le fichier ne s'ouvre pas, {french(error)}",
            code="MISSING_FILE",
            place=Place(str(file)),
        ) from None
    with progress_on_stderr() as progress:
        done = _read(context, str(file), content, store, progress)
    if as_json:
        print_json(write_reading(done.reading))
    else:
        _print(done)


def _read(
    context: typer.Context, name: str, content: bytes, store: str | None, progress: Progress
) -> ReadDocument:
    if not (store or context.obj or os.environ.get("MAILLAGE_STORE")):
        return read_document(name, content, None, progress)
    with opened(context, store) as repository:
        return read_document(name, content, repository.view().on(today()), progress)


def _print(done: ReadDocument) -> None:
    """The reading in French, one line per fact."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{escape(printable(done.title))}[/] ({done.kind})")
    for title, lines in _parts(done.reading):
        if lines:
            console.print(f"\n[bold]{title}[/]")
        for line in lines:
            console.print(f"   {escape(printable(line))}")
    for each in done.reading.skipped:
        print_note(f"Laissé de côté : {counted(each.count, _SKIPPED[each.kind])}")
    print_note("Rien n'est enregistré ; --json écrit cette lecture pour la corriger.")


def _parts(reading: Reading) -> list[tuple[str, list[str]]]:
    return [
        ("Cadre", _framework(reading)),
        (
            "Acteurs",
            [f"{each.called} : {', '.join(each.role_words)}" for each in reading.actors],
        ),
        ("Thèmes", [each.theme for each in reading.themes]),
        (
            "Territoires",
            [_told(each.name, level_label(each.level or "")) for each in reading.territories],
        ),
        (
            "Instances",
            [
                _told(
                    each.name, LEVELS.get(each.level or ""), FREQUENCIES.get(each.frequency or "")
                )
                for each in reading.bodies
            ],
        ),
        (
            "Autres cadres",
            [
                _told(each.name, FRAMEWORK_KINDS.get(each.kind or "", each.kind))
                for each in reading.articulations
            ],
        ),
        ("Montants", [f"{number_words(each.amount)} €" for each in reading.amounts]),
        ("Actions", [each.name for each in reading.actions]),
        ("Besoins", [each.label for each in reading.needs]),
    ]


def _told(name: str, *more: str | None) -> str:
    said = [each for each in more if each]
    return f"{name} ({', '.join(said)})" if said else name


def _framework(reading: Reading) -> list[str]:
    own = reading.framework
    if own is None:
        return []
    kind = FRAMEWORK_KINDS.get(own.kind or "", own.kind)
    return [
        *([f"nature : {kind}"] if kind else []),
        *(
            f"{words} : {date}" + (f" ({PROBABLE})" if name in own.likely else "")
            for name, words in FRAMEWORK_DATES.items()
            if (date := getattr(own, name))
        ),
    ]
