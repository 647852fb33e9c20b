"""The columns that are read, of the 39 of ``rna_waldec``."""

from importers.columns import Column, Columns

COLUMNS = Columns(
    Column("id", required=True),
    Column("titre", required=True),
    Column("position", required=True),
    Column("siret"),
    Column("date_creat", required=True),
    Column("date_disso", required=True),
    Column("titre_court"),
    Column("objet"),
    Column("objet_social1"),
    Column("adrs_codeinsee", required=True),
)
