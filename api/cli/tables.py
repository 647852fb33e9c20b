"""The columns of a tracking table: shown before the import, given or saved as YAML."""

from collections.abc import Sequence
from pathlib import Path

from api.cli.french import Misused
from api.cli.output import print_note
from api.exports.files import refusals, written
from importers.table import TableImporter
from importers.table.columns import COLUMNS
from importers.table.layout import Guess, Layout, guesses, layout_text, read_layout


def guessed_table(
    source: str, paths: Sequence[Path], mapping: Path | None, save: Path | None
) -> TableImporter:
    """The importer of a table with its layout; says how columns are understood, on stderr.

    Raises Misused for another format, InvalidData for a mapping or a file that cannot be read.
    """
    if source != TableImporter.name:
        raise Misused("--mapping et --save-mapping ne servent qu'au format table")
    layout = Layout() if mapping is None else read_layout(mapping)
    found = [guess for path in paths for guess in guesses(path, layout)]
    for guess in found:
        _print(guess)
    if save is not None and found:
        with refusals(save), written(save) as stream:
            stream.write(layout_text(found[0], layout).encode("utf-8"))
        print_note(f"Correspondance écrite : {save}")
    return TableImporter(layout)


def _print(guess: Guess) -> None:
    titles = {column.name: column.title for column in COLUMNS}
    told = ", ".join(
        f"{titles[name]} ← « {title} »"
        if title.casefold() != titles[name].casefold()
        else titles[name]
        for name, title in guess.titles.items()
    )
    print_note(f"{guess.file}, en-tête ligne {guess.row} : {told}")
    if guess.unread:
        print_note(f"   colonnes non lues : {', '.join(guess.unread)}")
