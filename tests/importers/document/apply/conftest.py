"""A small graph and a reading of a convention written by hand."""

from pathlib import Path

import pytest

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers.document.apply import Confirmed, SourceDocument
from importers.document.exchange import parse_reading
from importers.document.model import Reading
from tests.drawing import apply, entity, relation

SHA = "ab" * 32
DOC, FRAMEWORK = "doc:contrat-local-de-sante-abababab", "fra:contrat-local-de-sante-abababab"

CLS = {
    "kind": "CLS",
    "title": "CLS de Bondy",
    "start": "2017",
    "end": "2022",
    "signed": "2018-04-24",
    "passage": "CONTRAT LOCAL DE SANTÉ",
}
TOWN = {
    "mention": "la Ville de Bondy",
    "kind": "COMMUNE",
    "roles": ["SIGNATORY"],
    "entity": "act:ville",
    "passage": "Entre la Ville de Bondy",
}


@pytest.fixture
def graph(tmp_path: Path) -> Repository:
    """A town in its département, two themes, a public, and three actors."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    apply(
        repository,
        entity("Territory", "departement:93", name="Seine-Saint-Denis", cog=("93",)),
        entity("Territory", "commune:93010", name="Bondy", cog=("93010",)),
        relation("commune:93010", "WITHIN", "departement:93"),
        entity("Theme", "theme:sante", name="Santé"),
        entity("Theme", "theme:parentalite", name="Parentalité"),
        entity("Audience", "audience:jeunes", name="Jeunes"),
        entity("Actor", "act:ville", name="Ville de Bondy", actor_kind="COMMUNE"),
        relation("act:ville", "COVERS", "commune:93010"),
        entity("Actor", "act:caf-93", name="CAF de la Seine-Saint-Denis", actor_kind="CAF"),
        entity("Actor", "act:rues", name="Association Rues et Cités", actor_kind="ASSOCIATION"),
    )
    return repository


def read(**facts: object) -> Reading:
    """A reading with a framework unless one is given."""
    framework = {"kind": "CLS", "title": "CLS de Bondy", "passage": "CONTRAT LOCAL DE SANTÉ"}
    return parse_reading({"framework": framework, **facts})


def confirmed(reading: Reading, **more: str) -> Confirmed:
    """The reading of the document of these tests."""
    return Confirmed(SourceDocument(SHA, "Contrat local de santé"), reading, **more)
