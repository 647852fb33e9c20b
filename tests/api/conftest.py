"""A small drawn graph in a store, asked through the command line and GraphQL.

CCAS --LEAD--> Épicerie (précarité, Bondy) --PART_OF--> PST --GOVERNED_BY--> Comité
CAF --LEAD--> Paniers (précarité, Bondy), MEMBER_OF Comité
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore

ENTITIES = """id,kind,name,actor_kind,framework_kind,alias,start,end,source
doc:fiche,Document,Fiche,,,,,,
theme:precarite,Theme,Précarité,,,Pauvreté|Aide alimentaire,,,doc:fiche
theme:sante,Theme,Santé,,,,,,doc:fiche
terr:bondy,Territory,Bondy,,,,,,doc:fiche
terr:93,Territory,Seine-Saint-Denis,,,,,,doc:fiche
act:ccas,Actor,CCAS de Bondy,CCAS,,,,,doc:fiche
act:caf,Actor,CAF 93,CAF,,,,,doc:fiche
axn:epicerie,Action,Épicerie solidaire,,,,2014-03,2015,doc:fiche#p. 2
axn:paniers,Action,Paniers solidaires,,,,,,doc:fiche
fra:pst,Framework,PST de Bondy,,PST,,2014,,doc:fiche
bod:comite,Body,Comité technique,,,,,,doc:fiche
"""
RELATIONS = """type,from,to,role,source
WITHIN,terr:bondy,terr:93,,doc:fiche
ADDRESSES,axn:epicerie,theme:precarite,,doc:fiche#p. 3
ADDRESSES,axn:paniers,theme:precarite,,
COVERS,axn:epicerie,terr:bondy,,doc:fiche
COVERS,axn:paniers,terr:bondy,,doc:fiche
COVERS,fra:pst,terr:bondy,,doc:fiche
INVOLVED_IN,act:ccas,axn:epicerie,LEAD,doc:fiche#p. 1
INVOLVED_IN,act:caf,axn:paniers,LEAD,doc:fiche
PART_OF,axn:epicerie,fra:pst,,doc:fiche
GOVERNED_BY,fra:pst,bod:comite,,doc:fiche
MEMBER_OF,act:caf,bod:comite,MEMBER,doc:fiche
"""

Run = Callable[..., tuple[int, dict[str, Any]]]


def write_bundle_text(folder: Path, entities: str, relations: str) -> Path:
    """A bundle folder with the given tables."""
    folder.mkdir(exist_ok=True)
    (folder / "entities.csv").write_text(entities, encoding="utf-8")
    (folder / "relations.csv").write_text(relations, encoding="utf-8")
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The drawn graph as a bundle folder."""
    return write_bundle_text(tmp_path / "bundle", ENTITIES, RELATIONS)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``maillage ... --json`` on a store of this test: exit code and the object printed."""
    store = f"sqlite:///{tmp_path / 'graph.db'}"

    def run_command(*words: str) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*words, "--json", "--store", store])
        printed: dict[str, Any] = json.loads(capsys.readouterr().out)
        assert isinstance(left.value.code, int)
        return left.value.code, printed

    return run_command


@pytest.fixture
def imported(run: Run, bundle: Path) -> Run:
    """The same, with the drawn graph imported."""
    assert run("import", "bundle", str(bundle))[0] == 0
    return run


@pytest.fixture
def client(imported: Run, tmp_path: Path) -> Iterator[TestClient]:
    """The web application on the drawn graph."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    yield TestClient(create_app(repository), base_url="http://localhost")
    repository.close()


Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(client: TestClient) -> Ask:
    """Ask GraphQL: the whole answer (``data`` and perhaps ``errors``)."""

    def ask_query(query: str, **variables: Any) -> dict[str, Any]:
        answer = client.post("/graphql", json={"query": query, "variables": variables})
        body: dict[str, Any] = answer.json()
        return body

    return ask_query


def rows(path: Path) -> Sequence[dict[str, str]]:
    """Rows of a CSV table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
