"""Sources of facts: one module or folder each reads, maps and produces operations.

``IMPORTERS`` is the registry: the command line and the pages offer what it lists.
"""

from importers.annuaire import AnnuaireImporter
from importers.base import Importer, Progress, no_progress
from importers.bundle import BundleImporter
from importers.contrats_ville import ContratsVilleImporter
from importers.data_inclusion import DataInclusionImporter
from importers.fiche import FicheImporter
from importers.finess import FinessImporter
from importers.listing import ListImporter
from importers.report import FATE_LABELS, ListReport, Report
from importers.rna import RnaImporter
from importers.run import run_import
from importers.subventions import SubventionsImporter
from importers.table import TableImporter

__all__ = [
    "FATE_LABELS",
    "IMPORTERS",
    "Importer",
    "ListImporter",
    "ListReport",
    "Progress",
    "Report",
    "no_progress",
    "run_import",
]

IMPORTERS: dict[str, Importer | ListImporter] = {
    importer.name: importer
    for importer in (
        BundleImporter(),
        FicheImporter(),
        TableImporter(),
        DataInclusionImporter(),
        SubventionsImporter(),
        AnnuaireImporter(),
        RnaImporter(),
        FinessImporter(),
        ContratsVilleImporter(),
    )
}
