"""Columns of the lists of the city policy, by list."""

from importers.columns import Column, Columns

_GEOGRAPHY = (
    Column("insee_com", ("insee com", "code insee")),
    Column("siren_groupement", ("siren epci",)),
    Column(
        "date_signature",
    ),
)

SCHEMES = {
    "acv": "Action cœur de ville",
    "acv2": "Action cœur de ville",
    "pvd": "Petites villes de demain",
    "ti": "Territoire d'industrie",
    "crte": "Contrat de relance et de transition écologique",
    "cite": "Cité éducative",
    "cde": "Cité de l'emploi",
    "fs": "France services",
    "fabp": "Fabrique prospective",
    "amm": "Avenir montagnes mobilité",
    "ami": "Avenir montagnes ingénierie",
}
"""Programmes of the ANCT by the mark in the names of their columns (``id_pvd``, ``lib_pvd``)."""


def _required(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names)


LISTS: dict[str, Columns] = {
    "contrats de ville": Columns(*_required("code_cv", "lib_cv", "codgeo", "insee_dep")),
    "postes FONJEP ou adultes-relais": Columns(
        *_required("id_poste", "raison_sociale", "montant", "annee"),
        Column("code_tiers"),
        Column("code_cv"),
        Column("insee_dep"),
    ),
    "zonages": Columns(*_required("id", "lib", "perimetre", "info1")),
    "cités": Columns(*_required("id_territoire", "lib_territoire", "liste_geo")),
    "France services": Columns(*_required("id_geo", "id_territoire", "lib_territoire")),
    **{
        f"liste {mark}": Columns(*_required(f"id_{mark}", f"lib_{mark}"), *_GEOGRAPHY)
        for mark in SCHEMES
    },
}
