"""Sources of facts: one module or folder each reads, maps and produces operations.

``IMPORTERS`` is the registry: the command line and the pages offer what it lists.
"""

from importers.base import Importer, Progress, no_progress
from importers.bundle import BundleImporter
from importers.fiche import FicheImporter
from importers.run import Report, run_import

__all__ = ["IMPORTERS", "Importer", "Progress", "Report", "no_progress", "run_import"]

IMPORTERS: dict[str, Importer] = {
    importer.name: importer for importer in (BundleImporter(), FicheImporter())
}
