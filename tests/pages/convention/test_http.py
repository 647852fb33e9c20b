"""« Lire une convention » over HTTP: what is refused, kept out, and told to programs."""

import re
from pathlib import Path
from time import perf_counter

import pytest
from fastapi.testclient import TestClient

from graph.repository import Repository
from tests.importers.document.made.hostile import hostile_files
from tests.pages.convention.sample import READING, TEXT, begun, settled, token


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "choisir un document"),
        ({"document": ("vide.txt", b"")}, "ce document est vide"),
        (
            {"document": ("a.txt", b"a"), "lecture": ("l.json", b'{"actors": [{}]}')},
            "actors[0].mention : ce champ manque",
        ),
        (
            {"document": ("a.txt", b"a"), "lecture": ("l.json", b"\xff")},
            "n'est pas du json lisible",
        ),
    ],
)
def test_bad_files_are_told(
    reader: TestClient, sent: dict[str, tuple[str, bytes]], said: str
) -> None:
    answer = reader.post("/convention", data={"jeton": token(reader)}, files=sent or None)
    assert answer.status_code == 400
    assert said in answer.text.replace("&#39;", "'").casefold()
    assert '<a href="/convention">Choisir un autre document</a>' in answer.text


@pytest.mark.parametrize("path", ["/absent", "/..%2f..%2fgraph.db", "/0123456789abcdef.json"])
def test_a_reading_that_is_gone_says_so(reader: TestClient, path: str) -> None:
    assert reader.get(f"/convention{path}").status_code == 404
    answer = reader.post(f"/convention{path}/appliquer", data={"jeton": token(reader)})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "action",
    [
        *("", "/x/repondre", "/x/ajouter", "/x/garder", "/x/trancher", "/x/document"),
        *("/x/appliquer", "/x/abandonner"),
    ],
)
def test_another_site_writes_nothing(reader: TestClient, action: str) -> None:
    assert reader.post(f"/convention{action}", data={"jeton": "autre"}).status_code == 403


def test_programs_read_the_work_and_what_it_would_write(reader: TestClient) -> None:
    path = begun(reader, TEXT.encode())
    work = reader.get(f"{path}.json").json()
    assert (work["state"], work["tally"]["kept"], work["reading"]) == ("READ", 4, READING)
    summary = reader.get(f"{path}/resume.json").json()
    assert [fact["words"] for fact in summary["facts"]][:2] == [
        "Document « CONVENTION TERRITORIALE GLOBALE »",
        "Cadre « CTG de Bondy », convention territoriale globale",
    ]
    assert [each["id"] for each in reader.get("/convention.json").json()["items"]] == [
        path.rpartition("/")[2]
    ]


def test_a_document_that_cannot_be_read_is_not_kept(reader: TestClient, tmp_path: Path) -> None:
    path = begun(reader, b"\x00\x01\x02", "photo.bin")
    page = reader.get(path).text
    assert "Ce document n'a pas été lu" in page
    assert "photo.bin" in page
    assert "Photo.bin" not in page
    assert list(tmp_path.rglob("original")) == []


@pytest.mark.parametrize("name", ["10000-pages.pdf", "bomb.pdf", "scan.pdf"])
def test_the_server_answers_while_it_reads_a_hostile_document(
    reader: TestClient, own_graph: Repository, name: str
) -> None:
    """Nothing is written, and another reader's question waits for no document."""
    hostile = next(file for file in hostile_files() if file.name == name)
    revision = own_graph.store.revision()
    sent = {"document": (name, hostile.content)}
    path = reader.post("/convention", data={"jeton": token(reader)}, files=sent).url.path
    slowest = 0.0
    while reader.get(f"{path}.json").json()["state"] == "READING":
        start = perf_counter()
        assert reader.post("/graphql", json={"query": "{ __typename }"}).status_code == 200
        slowest = max(slowest, perf_counter() - start)
    assert slowest < 5
    assert own_graph.store.revision() == revision


def test_applied_or_abandoned_nothing_of_the_text_stays(
    reader: TestClient, own_graph: Repository, tmp_path: Path
) -> None:
    """The graph has the passages of what was kept; neither it nor the folder has the text."""
    for action in ("abandonner", "appliquer"):
        path = begun(reader, TEXT.encode())
        data = {"jeton": token(reader)}
        if action == "appliquer":
            data_of_start = {**data, "fait": "framework.start", "choix": "REFUSE"}
            reader.post(f"{path}/repondre", data=data_of_start)
        reader.post(f"{path}/{action}", data=data)
        assert list(tmp_path.rglob("document.json")) == []
    stored = (tmp_path / "graph.db").read_bytes() + (tmp_path / "graph.db-wal").read_bytes()
    assert "représentée par son maire".encode() in stored
    assert b"Personne ne dit que" not in stored
    assert own_graph.view().row("act:ville") is not None


def test_answers_that_name_nothing_are_refused(reader: TestClient) -> None:
    path = begun(reader, TEXT.encode())
    data = {"jeton": token(reader)}
    for fields in (
        {"fait": "actors[9]", "choix": "KEEP"},
        {"fait": "", "choix": "KEEP"},
    ):
        assert reader.post(f"{path}/repondre", data={**data, **fields}).status_code == 404
    joined = {"fait": "actors[1]", "choix": "JOIN", "est": "act:absent"}
    assert reader.post(f"{path}/repondre", data={**data, **joined}).status_code == 400
    settled = {"contradiction": "absente", "garder": ""}
    assert reader.post(f"{path}/trancher", data={**data, **settled}).status_code == 400
    dated = reader.post(f"{path}/document", data={**data, "date": "hier"})
    assert (dated.status_code, "date du document" in dated.text.casefold()) == (400, True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"champ-entity": "act:absent"}, "n'est l'identifiant de rien"),
        ({"champ-year": "hier"}, "n'est pas une année"),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"Maillage-Fragment": "1"}])
def test_a_refused_correction_keeps_what_was_typed(
    reader: TestClient, wrong: dict[str, str], said: str, headers: dict[str, str]
) -> None:
    path = begun(reader, TEXT.encode(), reading={**READING, "amounts": [{"amount": 1000}]})
    fact = "actors[2]" if "champ-entity" in wrong else "amounts[0]"
    fields = {"champ-name": "Jade Bondy", "champ-roles": ["FUNDER"], "champ-actor": "Jade Bondy"}
    data = {"jeton": token(reader), "fait": fact, "choix": "KEEP", **fields, **wrong}
    answer = reader.post(f"{path}/repondre", data=data, headers=headers)
    assert answer.status_code == 400
    (form,) = re.findall(r'<details class="correct" open>.*?</details>', answer.text, re.DOTALL)
    assert said in form.replace("&#39;", "'")
    for typed in ("Jade Bondy", *wrong.values()):
        assert f'value="{typed}"' in form
    if fact == "actors[2]":
        assert re.findall(r'value="(\w+)" checked', form) == ["FUNDER"]


def test_a_correction_that_names_a_person_is_refused(reader: TestClient) -> None:
    path = begun(reader, TEXT.encode(), reading=READING)
    data = {"jeton": token(reader), "fait": "actors[2]", "choix": "KEEP"}
    answer = reader.post(f"{path}/repondre", data={**data, "champ-name": "Mme Zoé Fictive"})
    assert answer.status_code == 400
    assert "nomme une personne" in answer.text


def test_an_impossible_date_keeps_what_was_typed(reader: TestClient) -> None:
    path, data = begun(reader, TEXT.encode()), {"jeton": token(reader)}
    end = {"fait": "framework.end", "choix": "KEEP", "champ-end": "2016-13-45"}
    document = {"titre": "CTG relue", "date": "2016-13-45", "reference": "A7", "texte": "1"}
    page = reader.post(f"{path}/repondre", data={**data, **end})
    assert (page.status_code, 'value="2016-13-45"' in page.text) == (400, True)
    page = reader.post(f"{path}/document", data={**data, **document})
    assert page.status_code == 400
    for typed in ("CTG relue", "2016-13-45", "A7"):
        assert f'value="{typed}"' in page.text
    assert 'name="texte" value="1" checked' in page.text


def test_a_reading_that_the_server_left_in_the_middle_begins_again(
    reader: TestClient, tmp_path: Path
) -> None:
    path = begun(reader, TEXT.encode())
    (read,) = tmp_path.rglob("document.json")
    (read.parent / "original").write_bytes(TEXT.encode())
    read.unlink()
    page = reader.get(path)
    assert ("Lecture en cours" in page.text, page.headers["refresh"]) == (True, "1")
    settled(reader, path)
    assert "CTG de Bondy" in reader.get(path).text


def test_an_answer_no_to_a_resemblance_is_kept(reader: TestClient) -> None:
    """And what is said to be absent from the text is told by name, for the journal."""
    path, data = begun(reader, TEXT.encode()), {"jeton": token(reader)}
    other = {"fait": "actors[1]", "choix": "KEEP", "est": "nouveau"}
    reader.post(f"{path}/repondre", data={**data, **other})
    reader.post(f"{path}/repondre", data={**data, "fait": "actors[3]", "choix": "NOT_SAID"})
    answers = reader.get(f"{path}.json").json()["answers"]
    assert answers == {
        "actors[1]": {"choice": "KEEP", "fact": {"distinct": ["act:caf"]}},
        "actors[3]": {"choice": "NOT_SAID", "fact": None},
    }
    page = reader.post(f"{path}/appliquer", data=data)
    assert "1 que le texte ne dit pas (la Région)" in page.text


def test_what_was_kept_meanwhile_is_shown_before_it_is_written(reader: TestClient) -> None:
    """Another window keeps a fact between the summary and the click that writes it."""
    path, data = begun(reader, TEXT.encode()), {"jeton": token(reader)}
    mark = re.compile(r'name="vu" value="(\w+)"')
    seen = mark.findall(reader.get(f"{path}/resume").text)
    reader.post(f"{path}/repondre", data={**data, "fait": "actors[3]", "choix": "KEEP"})
    again = reader.post(f"{path}/appliquer", data={**data, "vu": seen})
    assert "a changé depuis que cette page a été ouverte" in again.text
    written = reader.post(f"{path}/appliquer", data={**data, "vu": mark.findall(again.text)})
    assert str(written.url).count("/journal/") == 1


def test_a_text_that_tries_to_be_a_page_is_shown_as_text(reader: TestClient) -> None:
    script = "<script>document.title = 'pris'</script>"
    hostile = {
        "framework": {"title": script, "kind": '"><script>', "passage": script},
        "actors": [{"mention": script, "aliases": [script], "passage": script}],
    }
    path = begun(reader, f"{script}\n{{{{ 7 * 7 }}}}".encode(), "a.txt", hostile)
    for page in (path, f"{path}/resume", "/convention"):
        text = reader.get(page).text
        assert script not in text
        assert '"><script>' not in text
    assert "{{ 7 * 7 }}" in reader.get(path).text
