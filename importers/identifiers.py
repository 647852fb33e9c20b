"""Official identifiers as lists write them: cleaned, checked, never guessed.

SIREN and SIRET end with a Luhn key, so a zero that a spreadsheet dropped is proved before it is
put back. A number in scientific notation has lost its digits: nothing can mend it. RNA numbers of
overseas départements hold a letter (``W9T1002867``), which a narrower rule would refuse.
"""

import re

from graph.errors import InvalidData, Place

_SPOILED = re.compile(r"\d[.,]?\d*e\+?\d+", re.I)
_DECIMALS = re.compile(r"\.0+$")
_RNA = re.compile(r"W\d[A-Z\d]\d{7}")
_POST_OFFICE = "356000000"
_LENGTHS = {"siren": 9, "siret": 14}
LABELS = {"siren": "SIREN", "siret": "SIRET", "finess": "FINESS", "rna": "RNA", "cog": "INSEE"}


def siret_or_siren(text: str, place: Place) -> tuple[str, str] | None:
    """``("siret", digits)`` or ``("siren", digits)`` of a cell; None when it holds neither.

    Raises InvalidData when a spreadsheet destroyed the number.
    """
    digits = _digits(text, place)
    for name, length in _LENGTHS.items():
        if re.fullmatch(rf"\d{{{length}}}", digits):
            return name, digits
        if re.fullmatch(rf"\d{{{length - 3},{length - 1}}}", digits) and is_valid(
            mended := digits.zfill(length)
        ):
            return name, mended
    return None


def rna(text: str) -> str | None:
    """The RNA number of a cell, or None."""
    bare = "".join(text.split()).upper()
    return bare if _RNA.fullmatch(bare) else None


def fixed_code(text: str, length: int, label: str, place: Place) -> str:
    """A code of a fixed length without key, as it stands.

    Raises InvalidData when it is shorter: a spreadsheet took its zeros, and nothing proves which.
    """
    code = _digits(text, place).upper()
    if len(code) != length:
        raise InvalidData(
            f"« {text[:40]} » n'est pas un code {label} : il en faut {length} caractères. Si un "
            "tableur a ôté des zéros, reprendre le fichier d'origine ou importer la colonne en "
            "texte",
            code="INVALID_IDENTIFIER",
            place=place,
        )
    return code


def is_valid(digits: str) -> bool:
    """Whether a SIREN or SIRET has the right key (La Poste's establishments have another)."""
    if digits.startswith(_POST_OFFICE) and len(digits) == 14:
        return sum(map(int, digits)) % 5 == 0
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0


def _digits(text: str, place: Place) -> str:
    bare = _DECIMALS.sub("", "".join(text.split()).replace(" ", ""))
    if _SPOILED.fullmatch(bare):
        raise InvalidData(
            f"« {text[:40]} » : un tableur a arrondi ce numéro, ses chiffres sont perdus ; "
            "reprendre le fichier d'origine et importer la colonne en texte",
            code="SPOILED_IDENTIFIER",
            place=place,
        )
    return bare
