"""The guard against data on beneficiaries, for documents in prose."""

import re
from collections.abc import Iterator, Sequence

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from importers.document.structure.clean import Clean
from importers.document.structure.persons import names_somebody, privates
from importers.guard import check_label, check_prose, refuse_passage

_LONGEST_LABEL = 60
_SITUATION = re.compile(
    r"(?![^.;\n]{0,40}\b(?:president|direct|maire|adjoint|responsable|charge|conseill|coordin|"
    r"elue?|delegue|referent|medecin|chef)\w*)[^.;\n]{0,60}?\b(?:atteinte? d|souffr\w+ d|dette de "
    r"loyer|enfants? places?|beneficiaire d(?:u rsa|e l'aah|es minima)|allocataire d|(?:est|sont) "
    r"heberge|hebergee?s? (?:a l'hotel|chez)|suivie? (?:par|pour)|pour addiction|orientee? vers|"
    r"depressi\w+|incarcere|sans domicile)"
)
"""What a text says after a person's name when it speaks of the life of somebody helped."""


def check_text(clean: Clean, name: str) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) for a text that holds data about a person helped.

    A line with a label and a value is what a filled form or a table has (*Nom de l'usager : ...*);
    a convention that only speaks of the names of beneficiaries, or an empty form, has none.
    """
    lines = clean.text.split("\n")
    rows = list(_rows(clean, lines))
    for each in privates(clean.text, len(clean.text)):
        if each.kind == "PERSON" and _SITUATION.match(clean.fold, each.end):
            refuse_passage(Place(name, rows[clean.text.count("\n", 0, each.start)]))
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
        place = Place(name, row)
        check_prose(line, place)
        label, mark, value = line.partition(":")
        if mark and len(label) <= _LONGEST_LABEL and any(map(str.isalnum, value)):
            check_label(label.strip(), place)
        if " | " in line and number < len(lines) and " | " in lines[number]:
            for cell in line.split(" | "):
                if len(cell) <= _LONGEST_LABEL:
                    check_label(cell.strip(), place)


def check_kept(words: str, place: Place) -> None:
    """Raise InvalidData for words that a person would have kept beside a passage: PERSON when they
    name somebody, BENEFICIARY_DATA when they tell of somebody helped."""
    check_prose(words, place)
    label, mark, _ = words.partition(":")
    if mark:
        check_label(label.strip(), place)
    if names_somebody(words):
        raise InvalidData(
            f"« {shown(words)} » nomme une personne, ou dit comment la joindre : donner le nom de "
            "l'institution, aucune personne n'est gardée",
            code="PERSON",
            place=place,
        )


def _rows(clean: Clean, lines: Sequence[str]) -> Iterator[int]:
    """The line of the raw text at which each clean one begins, from 1."""
    row, at, raw = 1, 0, 0
    for line in lines:
        begins = clean.starts[at] if at < len(clean.starts) else len(clean.raw)
        row += clean.raw.count("\n", raw, begins)
        raw = max(raw, begins)
        yield row
        at += len(line) + 1
