"""Forms write through change sets, guarded, journalled and undone."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.ontology import RelationType
from graph.records import RelationKey
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers.french import DATE_HINT
from tests.drawing import apply, entity, relation

BASE = "http://localhost"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Repository]:
    """Two communes' services recorded twice, and a framework."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    apply(
        repository,
        entity("Actor", "act:caf", name="CAF", actor_kind="CAF"),
        entity("Actor", "act:caf-bis", name="La CAF"),
        entity("Framework", "fra:ctg", name="CTG", framework_kind="CTG", note="à relire"),
        relation("act:caf-bis", "INVOLVED_IN", "fra:ctg", role="LEAD"),
    )
    yield repository
    repository.close()


@pytest.fixture
def reader(small: Repository) -> TestClient:
    return TestClient(create_app(small), base_url=BASE)


def token(client: TestClient, path: str) -> str:
    """The token that a form of the page repeats."""
    found = re.search(r'name="jeton" value="([^"]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def test_an_entity_is_corrected_and_the_journal_takes_it_back(
    reader: TestClient, small: Repository
) -> None:
    jeton = token(reader, "/modifier?id=fra:ctg")
    sent = {"jeton": jeton, "id": "fra:ctg", "name": "CTG de Bondy", "note": "", "start": "2019"}
    page = reader.post("/modifier", data=sent, headers={"Origin": BASE})
    assert page.url.path == "/entite/fra:ctg"
    row = small.view().row("fra:ctg")
    assert row is not None
    record = small.view().entity(row)
    assert (record.name, record.start) == ("CTG de Bondy", "2019")
    assert "note" not in record.props
    assert record.props["framework_kind"] == "CTG"
    assert "Correction de CTG" in page.text
    page = reader.post("/journal/cs2/annuler", data={"jeton": token(reader, "/journal/cs2")})
    assert page.url.path == "/journal/cs3"
    assert small.view().entity(row).name == "CTG"


def test_what_stands_in_the_way_of_a_revert_is_shown(reader: TestClient, small: Repository) -> None:
    """The later change set, the fact that it touched, and the form that takes it back."""
    jeton = token(reader, "/modifier?id=fra:ctg")
    for name in ("CTG de Bondy", "CTG 2"):
        reader.post("/modifier", data={"jeton": jeton, "id": "fra:ctg", "name": name})
    page = reader.post("/journal/cs2/annuler", data={"jeton": jeton})
    assert page.status_code == 409
    told = " ".join(re.sub(r"<[^>]+>", " ", page.text).split())
    assert "Ce qui fait obstacle" in told
    assert "Cadre CTG 2 Annuler cs3" in told
    reader.post("/journal/cs3/annuler", data={"jeton": jeton})
    assert reader.post("/journal/cs2/annuler", data={"jeton": jeton}).url.path == "/journal/cs5"


def test_a_date_is_written_as_on_the_other_pages(reader: TestClient, small: Repository) -> None:
    """In words or in figures; what is none is told."""
    page = reader.get("/modifier?id=fra:ctg").text
    assert DATE_HINT in page
    sent = {"jeton": token(reader, "/modifier?id=fra:ctg"), "id": "fra:ctg", "name": "CTG"}
    reader.post("/modifier", data={**sent, "start": "11 juillet 2013", "end": "12/2018"})
    row = small.view().row("fra:ctg")
    assert row is not None
    record = small.view().entity(row)
    assert (record.start, record.end) == ("2013-07-11", "2018-12")
    wrong = reader.post("/modifier", data={**sent, "start": "un jour"})
    assert (wrong.status_code, "« un jour » n" in wrong.text) == (400, True)


def test_an_entity_and_a_relation_are_added(reader: TestClient, small: Repository) -> None:
    jeton = token(reader, "/ajouter?type=ACTION")
    reader.post("/ajouter", data={"jeton": jeton, "type": "ACTION", "name": "Café des parents"})
    assert small.view().row("act:caf") is not None
    row = small.view().row("act:cafe-des-parents") or small.view().row("actn:cafe-des-parents")
    assert row is not None or "Café des parents" in reader.get("/recherche?texte=café").text
    form = {"jeton": jeton, "type": "INVOLVED_IN", "from": "act:caf", "to": "fra:ctg"}
    page = reader.post("/relier", data={**form, "role": "SIGNATORY", "start": "2020"})
    assert page.url.path == "/entite/act:caf"
    assert "signataire" in page.text


def test_a_mistake_comes_back_to_the_form(reader: TestClient, small: Repository) -> None:
    jeton, revision = token(reader, "/modifier?id=fra:ctg"), small.view().revision
    sent = {"jeton": jeton, "id": "fra:ctg", "name": "CTG", "start": "hier"}
    page = reader.post("/modifier", data=sent)
    assert page.status_code == 400
    assert "Rien n'est écrit" in page.text.replace("&#39;", "'")
    assert 'value="hier"' in page.text
    assert small.view().revision == revision


LEAD = {"type": "INVOLVED_IN", "from": "act:caf-bis", "to": "fra:ctg", "role": "LEAD"}


def test_a_relation_is_corrected_then_retracted_then_back(
    reader: TestClient, small: Repository
) -> None:
    edit = re.search(r'href="(/relier\?type=[^"]+)"', reader.get("/entite/fra:ctg").text)
    assert edit is not None
    jeton = token(reader, unescape(edit[1]))
    reader.post("/relier", data={"jeton": jeton, **LEAD, "end": "2021-06", "note": "à relire"})
    form = reader.get(unescape(edit[1])).text
    assert 'value="2021-06"' in form
    reader.post("/relier", data={"jeton": jeton, **LEAD, "end": "", "note": ""})
    view = small.view()
    key = RelationKey(RelationType.INVOLVED_IN, "act:caf-bis", "fra:ctg", "LEAD")
    number = view.find_relation(key)
    assert number is not None
    assert (view.relation(number).end, view.relation(number).props) == (None, {})
    page = reader.post("/retirer", data={"jeton": jeton, **LEAD})
    assert "Retrait du lien de act:caf-bis à fra:ctg" in page.text
    assert "La CAF" not in reader.get("/entite/fra:ctg").text
    reader.post(f"{page.url.path}/annuler", data={"jeton": jeton})
    assert "La CAF" in reader.get("/entite/fra:ctg").text


def test_an_entity_is_retracted_with_its_relations(reader: TestClient, small: Repository) -> None:
    shown = reader.get("/retirer?id=fra:ctg").text
    assert "le lien qui la touche" in shown
    jeton = token(reader, "/retirer?id=fra:ctg")
    page = reader.post("/retirer", data={"jeton": jeton, "id": "fra:ctg"})
    assert page.url.path == "/journal/cs2"
    assert small.view().row("fra:ctg") is None
    assert reader.get("/retirer?id=fra:ctg").status_code == 404
    again = reader.post("/retirer", data={"jeton": jeton, "id": "fra:ctg"})
    assert again.status_code == 400
    assert "déjà retirée" in again.text


def test_two_entities_are_merged_and_split(reader: TestClient, small: Repository) -> None:
    jeton = token(reader, "/fusionner")
    reader.post("/fusionner", data={"jeton": jeton, "id": "act:caf-bis", "dans": "act:caf"})
    assert small.view().row("act:caf-bis") == small.view().row("act:caf")
    assert "La CAF" in reader.get("/fusionner?id=act:caf").text
    reader.post("/fusionner", data={"jeton": jeton, "separer": "act:caf-bis"})
    assert small.view().row("act:caf-bis") != small.view().row("act:caf")


@pytest.mark.parametrize(
    ("jeton", "origin"), [("", BASE), ("autre", BASE), (None, "http://exemple.invalid")]
)
@pytest.mark.parametrize("path", ["/modifier", "/ajouter", "/relier", "/fusionner", "/import"])
def test_another_site_writes_nothing(
    reader: TestClient, small: Repository, path: str, jeton: str | None, origin: str
) -> None:
    own, revision = token(reader, "/fusionner"), small.view().revision
    sent = {"jeton": own if jeton is None else jeton, "id": "act:caf-bis", "dans": "act:caf"}
    answer = reader.post(path, data=sent, headers={"Origin": origin})
    assert answer.status_code == 403
    assert small.view().revision == revision


def settled(client: TestClient, path: str) -> dict[str, object]:
    """The import once its thread is done; each question waits for the server's answer."""
    for _ in range(2000):
        state: dict[str, object] = client.get(f"{path}.json").json()
        if state["state"] not in ("CHECKING", "WRITING"):
            return state
    raise AssertionError("the import does not end")


def test_a_file_is_tried_then_written_then_undone(reader: TestClient, small: Repository) -> None:
    jeton, revision = token(reader, "/import"), small.view().revision
    content = b"id,kind,name\nact:mdph,Actor,MDPH\n"
    files = [
        ("fichiers", ("entities.csv", content)),
        ("fichiers", ("relations.csv", b"type,from,to\n")),
    ]
    page = reader.post("/import", data={"jeton": jeton, "format": "bundle"}, files=files)
    path = page.url.path
    tried = settled(reader, path)
    assert tried["state"] == "CHECKED"
    assert small.view().revision == revision
    assert "Écrire dans la base" in reader.get(path).text
    reader.post(f"{path}/appliquer", data={"jeton": jeton})
    assert settled(reader, path)["state"] == "WRITTEN"
    assert small.view().row("act:mdph") is not None
    change = re.search(r'href="(/journal/cs\d+)"', reader.get(path).text)
    assert change is not None
    reader.post(f"{change[1]}/annuler", data={"jeton": jeton})
    assert small.view().row("act:mdph") is None


def test_a_file_with_a_mistake_says_where(reader: TestClient, small: Repository) -> None:
    jeton = token(reader, "/import")
    files = [("fichiers", ("entities.csv", b"id,kind,name\nact:x,Licorne,X\n"))]
    page = reader.post("/import", data={"jeton": jeton, "format": "bundle"}, files=files)
    assert settled(reader, page.url.path)["state"] == "REFUSED"
    assert "ligne 2" in reader.get(page.url.path).text
