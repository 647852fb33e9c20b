"""The columns that are read: those of the schema but contacts, telephones and mails."""

from functools import cache
from typing import Any

from importers.columns import Column, Columns

_PERSONAL = frozenset({"contact_nom_prenom", "telephone", "courriel"})
LISTS = frozenset(
    (
        *("thematiques", "publics", "modes_accueil", "modes_mobilisation", "mobilisable_par"),
        *("zone_eligibilite", "reseaux_porteurs"),
    )
)
"""Columns that hold several values."""


@cache
def models() -> dict[str, Any]:
    """The models of the official schema by form; loaded when first asked, since it takes long."""
    from data_inclusion.schema.v1 import Service, Structure

    return {"services": Service, "structures": Structure}


@cache
def forms() -> dict[str, Columns]:
    """The columns of each form. Services first: they have all that a structure must have."""
    return {
        form: Columns(
            *(
                Column(name, required=field.is_required())
                for name, field in model.model_fields.items()
                if name not in _PERSONAL
            )
        )
        for form, model in models().items()
    }


def values(text: str) -> list[str]:
    """The parts of a list as CSV writes it: ``a, b``, ``["a", "b"]``, ``['a']``, ``{a,b}``."""
    bare = text.strip().strip("[]{}()")
    parts = (part.strip().strip("\"'").strip() for part in bare.split(","))
    return [part for part in parts if part]
