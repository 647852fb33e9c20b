"""The page of an entity: labels in place of codes, its dates drawn and told, who cites it."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import apply, entity, relation


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A CAF in a dated framework, by a role since 2014, and in one without dates."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("town") / "graph.db"))
    apply(
        repository,
        entity("Territory", "ter:x", name="Ville", territory_level="COMMUNE", cog=("93000",)),
        entity("Document", "doc:x", name="Convention"),
        entity("Actor", "act:caf", name="CAF", actor_kind="CAF", alias=("Allocations",)),
        entity(
            "Framework",
            "fra:ctg",
            "doc:x#Article 1",
            name="CTG",
            start="2013",
            end="2016",
            stages=("SIGNATURE:2014-05:true", "DIAGNOSTIC::false"),
        ),
        entity("Framework", "fra:sans", name="Sans dates"),
        relation("act:caf", "INVOLVED_IN", "fra:ctg", role="LEAD", start="2014-06"),
        relation("act:caf", "INVOLVED_IN", "fra:sans", "doc:x#Article 2"),
        relation("fra:ctg", "COVERS", "ter:x"),
    )
    yield TestClient(create_app(repository, None))
    repository.close()


def text(client: TestClient, path: str) -> str:
    """The page's words."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", client.get(path).text)))


def test_codes_are_told_as_labels(town: TestClient) -> None:
    page = text(town, "/entite/ter:x")
    assert "COMMUNE" not in page
    assert "Échelon commune" in page
    page = text(town, "/entite/fra:ctg")
    assert "signature de la convention : faite, mai 2014 ; diagnostic : pas faite" in page


def test_the_time_line_draws_what_has_dates_and_its_table_says_the_same(town: TestClient) -> None:
    page = town.get("/entite/act:caf").text
    assert re.findall(r'<text class="label"[^>]*>([^<]+)', page) == ["Porteur : CTG"]
    assert "Porteur CTG Depuis juin 2014, fin inconnue" in text(town, "/entite/act:caf")
    framework = town.get("/entite/fra:ctg").text
    assert re.findall(r'<text class="label"[^>]*>([^<]+)', framework) == ["CTG", "Porteur : CAF"]
    assert "Cette fiche CTG De 2013 à 2016" in text(town, "/entite/fra:ctg")


def test_what_has_no_date_has_no_time_line(town: TestClient) -> None:
    for id_ in ("fra:sans", "ter:x"):
        assert "Dans le temps" not in town.get(f"/entite/{id_}").text


def test_a_document_lists_what_it_establishes(town: TestClient) -> None:
    page = text(town, "/entite/doc:x")
    assert "Ce que ce document établit 2" in page
    assert "Article 2" in page
    assert "Article 1" in page


def test_aliases_sources_and_history_are_told(town: TestClient) -> None:
    page = text(town, "/entite/act:caf")
    assert "Autres noms Allocations" in page
    assert "Convention , Article 2" in page
    assert "Historique 1" in page
