"""The guard against data on beneficiaries: it stops an import before anything is kept.

Column names and patterns of values decide, never words of a vocabulary: a public named
« bénéficiaires des minima sociaux » is no person, a column « nom de l'usager » is one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NoReturn

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from graph.view.labels import folded

_PERSON = (
    r"usagers?|beneficiaires?|allocataires?|assures?|patients?|enfants?|personnes? suivies?|"
    r"personnes? accompagnees?|adherents?|residents?|eleves?|mineurs?|demandeurs?|stagiaires?|"
    r"participants?"
)
_OWN = r"noms?|prenoms?|adresses?|telephones?|tel|mails?|courriels?|e mails?|matricules?|dossiers?"
_COLUMNS = re.compile(
    rf"\b(?:dates?|annees?|jours?|lieux?|communes?|pays) (?:de |d )?(?:la )?naissances?\b|^ddn$"
    rf"|\bne ?e? le\b|\bnir\b|\bsecurite sociale\b|\bn(?:o|um(?:ero)?)? ?(?:de )?(?:secu|ss)\b"
    rf"|\b(?:matricule|n|no|num|numero) (?:de l |d |de )?(?:caf|allocataires?)\b"
    rf"|\b(?:{_OWN})\b(?: et (?:{_OWN}))?(?: complete?s?)?"
    rf" (?:de |du |des |de l |de la |d )+(?:{_PERSON})\b"
    rf"|^(?:{_PERSON}) (?:{_OWN})\b|\bsituation familiale\b|\bnationalite\b|\bsexe\b"
)
_NIR = re.compile(
    r"(?<!\d)([12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3}) ?(\d\d)(?!\d)"
)
_SHAPE = re.compile(
    r"(?<!\d)[12][ .]*\d\d[ .]*(?:0[1-9]|1[0-2]|[2-9]\d)[ .]*(?:\d\d|2[AB])[ .]*\d{3}[ .]*\d{3}"
    r"(?:[ .]*\d\d)?(?!\d)"
)
"""A social security number in prose, its key wrong or left out."""
_BORN = re.compile(r"\bn(?:é(?:\(?e\)?)?|ee) le \d{1,2}[/. ]", re.I)
_HINTS = ("né", "Né", "NÉ", "nee le", "Nee le", "NEE LE")
"""Without one of these no text tells a birth; looking for them costs less than the pattern."""


def check_header(names: Iterable[str], place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) at the first column that is about persons helped."""
    for name in names:
        if _COLUMNS.search(folded(name)):
            raise _refused(f"la colonne « {shown(name)} »", place.at_column(shown(name)))


def check_cells(cells: Iterable[str], titles: Sequence[str], place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) at the first cell that holds a person's number."""
    texts = list(cells)
    if not _tells_a_person("\x1f".join(texts)):  # one search for a row that holds nothing
        return
    for title, text in zip_longest(titles, texts, fillvalue=""):
        if _tells_a_person(text):
            raise _refused("une cellule", place.at_column(title))


def check_prose(text: str, place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) for a passage that holds a person's number or birth."""
    if _tells_a_person(text) or _SHAPE.search(text):
        raise _refused("ce passage", place)


def refuse_passage(place: Place) -> NoReturn:
    """Raise InvalidData (BENEFICIARY_DATA) for a passage on the situation of a person."""
    raise _refused("ce passage", place)


def check_label(label: str, place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) for a label in a text that is about a person helped."""
    if _COLUMNS.search(folded(label)):
        raise _refused(f"l'intitulé « {shown(label)} »", place)


def _tells_a_person(text: str) -> bool:
    if any(hint in text for hint in _HINTS) and _BORN.search(text):
        return True
    return any(_is_nir(number, key) for number, key in _NIR.findall(text))


def _is_nir(number: str, key: str) -> bool:
    """Whether a number of the shape of a social security number has its key."""
    digits = number.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return 97 - int(digits) % 97 == int(key)


def _refused(what: str, place: Place) -> InvalidData:
    return InvalidData(
        f"{what} semble porter sur des bénéficiaires (naissance, numéro de sécurité sociale, nom "
        "d'usager, situation d'une personne). Maillage n'en garde jamais : ôter ces données "
        "du fichier, puis recommencer ; rien n'a été lu au-delà",
        code="BENEFICIARY_DATA",
        place=place,
    )
