"""Readings as JSON: read with messages that name the field, written in one stable order."""

import json
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from importers.document.model import Fact, FrameworkFact, Reading

_WORDS = {
    "missing": "ce champ manque",
    "extra_forbidden": "ce champ n'existe pas dans une lecture",
    "string_type": "il faut un texte",
    "bool_type": "il faut true ou false",
    "int_type": "il faut un nombre entier",
    "float_type": "il faut un nombre",
    "finite_number": "il faut un nombre fini",
    "tuple_type": "il faut une liste",
    "model_type": "il faut un objet",
}


_TYPES: dict[str, type[Fact]] = {
    name: get_args(field.annotation)[0]
    for name, field in Reading.model_fields.items()
    if name not in ("framework", "skipped")
}
"""The facts of each list."""


def read_reading(content: bytes, file: str | None = None) -> Reading:
    """The reading that a JSON file holds.

    Raises InvalidData: not JSON, or the first fields that are wrong, each with its path
    (``actors[3].roles``).
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InvalidData(
            f"cette lecture n'est pas du JSON lisible ({_unreadable(error)}) : la corriger là, ou "
            "en écrire une autre par « maillage read FICHIER --json »",
            place=Place(file),
        ) from None
    return parse_reading(found, file)


def parse_reading(found: object, file: str | None = None) -> Reading:
    """The same from an object already parsed; InvalidData as ``read_reading`` says."""
    try:
        return Reading.model_validate_json(json.dumps(_with_themes(found)))
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=True)
        told = " ; ".join(_told(detail) for detail in wrong[:5])
        more = f" ; et {len(wrong) - 5} autres erreurs" if len(wrong) > 5 else ""
        raise InvalidData(f"lecture refusée : {told}{more}", place=Place(file)) from None


def parse_fact(list_: str, fields: Mapping[str, Any]) -> Fact:
    """One fact of a list of a reading (``actors``...), or its framework.

    Raises InvalidData that names the field.
    """
    type_ = FrameworkFact if list_ == "framework" else _TYPES[list_]
    try:
        return type_.model_validate_json(json.dumps(fields))
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=True)
        raise InvalidData(" ; ".join(_told(detail) for detail in wrong)) from None


def write_reading(reading: Reading) -> dict[str, Any]:
    """The reading as JSON: facts in the order of the text, fields in the order of the model.

    Fields that say nothing are left out; ``parse_reading`` gives the same reading back.
    """
    return reading.model_dump(mode="json", exclude_defaults=True)


def _unreadable(error: ValueError | RecursionError) -> str:
    """Where a file stops being JSON, in French."""
    if isinstance(error, json.JSONDecodeError):
        return f"ligne {error.lineno}, colonne {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        lines = error.object[: error.start].split(b"\n")
        return f"ligne {len(lines)}, colonne {len(lines[-1]) + 1} : ce n'est pas de l'UTF-8"
    if isinstance(error, RecursionError):
        return "trop de listes ou d'objets les uns dans les autres"
    return "un nombre y est trop long"


def _with_themes(found: object) -> object:
    """A theme may be a bare id."""
    if isinstance(found, dict) and isinstance(themes := found.get("themes"), list):
        bare = [{"theme": theme} if isinstance(theme, str) else theme for theme in themes]
        return {**found, "themes": bare}
    return found


def _told(detail: ErrorDetails) -> str:
    path = ""
    for part in detail["loc"]:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    kind = detail["type"]
    if kind == "value_error":
        words = str(detail["ctx"]["error"])
    elif kind == "literal_error":
        words = f"valeurs admises : {detail['ctx']['expected']}"
    else:
        words = _WORDS.get(kind, "valeur refusée")
    given = detail["input"]
    seen = f" (lu : « {shown(str(given))} »)" if isinstance(given, str | int | float) else ""
    return f"{path or 'lecture'} : {words}{'' if kind == 'value_error' else seen}"
