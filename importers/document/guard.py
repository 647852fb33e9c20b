"""The guard against data on beneficiaries, for documents in prose."""

from graph.errors import Place
from importers.document.structure.clean import Clean
from importers.guard import check_cells, check_header

_LONGEST_LABEL = 60


def check_text(clean: Clean, name: str) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) for a text that holds data about a person helped.

    A line with a label and a value is what a filled form or a table has (*Nom de l'usager : ...*);
    a convention that only speaks of the names of beneficiaries, or an empty form, has none.
    """
    lines = clean.text.split("\n")
    for number, line in enumerate(lines, start=1):
        place = Place(name, number)
        check_cells([line], ["texte"], place)
        label, mark, value = line.partition(":")
        if mark and len(label) <= _LONGEST_LABEL and any(map(str.isalnum, value)):
            check_header([label], place)
        if " | " in line and number < len(lines) and " | " in lines[number]:
            check_header([cell for cell in line.split(" | ") if len(cell) <= _LONGEST_LABEL], place)
