"""The guard against data on beneficiaries: it stops an import before anything is kept.

Column names and patterns of values decide, never words of a vocabulary: a public named
« bénéficiaires des minima sociaux » is no person, a column « nom de l'usager » is one.
"""

import re
from collections.abc import Iterable, Mapping

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
    r"(?<!\d)([12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6})\s?(\d{2})(?!\d)"
)
_BORN = re.compile(r"\bn[ée](?:\(?e\)?)? le \d{1,2}[/. ]", re.I)


def check_header(names: Iterable[str], place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) at the first column that is about persons helped."""
    for name in names:
        if _COLUMNS.search(folded(name)):
            raise _refused(f"la colonne « {shown(name)} »", place.at_column(shown(name)))


def check_cells(cells: Mapping[str, str], place: Place) -> None:
    """Raise InvalidData (BENEFICIARY_DATA) at the first cell that holds a person's number."""
    for column, text in cells.items():
        if len(text) >= 13 and (_BORN.search(text) or _holds_nir(text)):
            raise _refused("une cellule", place.at_column(column))


def _holds_nir(text: str) -> bool:
    """Whether a number has the shape and the key of a social security number."""
    bare = text.replace(" ", "") if text[:1].isdigit() else text
    for number, key in _NIR.findall(bare):
        digits = number.replace("2A", "19").replace("2B", "18")
        if 97 - int(digits) % 97 == int(key):
            return True
    return False


def _refused(what: str, place: Place) -> InvalidData:
    return InvalidData(
        f"{what} semble porter sur des bénéficiaires (naissance, numéro de sécurité sociale, nom "
        "d'usager). Maillage n'en garde jamais : ôter ces données du fichier, puis recommencer ; "
        "rien n'a été lu au-delà",
        code="BENEFICIARY_DATA",
        place=place,
    )
