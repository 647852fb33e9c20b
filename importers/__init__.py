"""Sources of facts: one module or folder each reads, maps and produces operations.

``IMPORTERS`` is the registry: the command line and the pages offer what it lists.
"""

from importers.base import Importer, Progress, no_progress
from importers.bundle import BundleImporter
from importers.fiche import FicheImporter
from importers.listing import ListImporter
from importers.report import Report
from importers.run import run_import
from importers.subventions import SubventionsImporter

__all__ = [
    "IMPORTERS",
    "Importer",
    "ListImporter",
    "Progress",
    "Report",
    "no_progress",
    "run_import",
]

IMPORTERS: dict[str, Importer | ListImporter] = {
    importer.name: importer
    for importer in (BundleImporter(), FicheImporter(), SubventionsImporter())
}
