"""« Lire une convention » over HTTP: facts that the reader missed, many kept at once, a reading of
another document."""

import json
import re
from collections.abc import Mapping
from html import unescape

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from graph.ontology import EntityKind
from graph.repository import Repository
from tests.pages.convention.sample import READING, TEXT, begun, token


def adding(
    client: TestClient, path: str, kind: str, passage: str, fields: Mapping[str, str]
) -> Response:
    """Send the form that adds a fact."""
    own = {f"{kind}:champ-{name}": value for name, value in fields.items()}
    data = {"jeton": token(client), "genre": kind, "passage": passage, **own}
    return client.post(f"{path}/ajouter", data=data)


@pytest.mark.parametrize(
    ("kind", "fields", "list_", "fact"),
    [
        (
            "actors",
            {"name": "CIAS", "mention": "la CAF", "kind": "CIAS", "roles": "FUNDER"},
            "actors",
            {"mention": "la CAF", "name": "CIAS", "kind": "CIAS", "roles": ["FUNDER"]},
        ),
        ("actors", {"name": "caf"}, "actors", {"mention": "caf"}),
        ("themes", {"theme": "theme:petite-enfance"}, "themes", {"theme": "theme:petite-enfance"}),
        (
            "territories",
            {"name": "Bondy", "level": "commune"},
            "territories",
            {"name": "Bondy", "level": "commune"},
        ),
        (
            "bodies",
            {"name": "comité", "level": "TECHNICAL", "members": "CAF ; la Ville de Bondy"},
            "bodies",
            {"name": "comité", "level": "TECHNICAL", "members": ["CAF", "la Ville de Bondy"]},
        ),
        (
            "framework-dates",
            {"date": "11 juillet 2019", "what": "signature"},
            "dates",
            {"date": "2019-07-11", "what": "signature"},
        ),
        ("dates", {"date": "2018", "what": "vote"}, "dates", {"date": "2018", "what": "vote"}),
        (
            "articulations",
            {"name": "PRS", "kind": "SCHEMA", "relation": "IMPLEMENTS"},
            "articulations",
            {"name": "PRS", "kind": "SCHEMA", "relation": "IMPLEMENTS"},
        ),
        (
            "actions",
            {"name": "Ateliers", "lead": "la CAF", "partners": "Jade"},
            "actions",
            {"name": "Ateliers", "lead": "la CAF", "partners": ["Jade"]},
        ),
        (
            "amounts",
            {"amount": "12 000,50 €", "year": "2019", "actor": "la CAF"},
            "amounts",
            {"amount": 12000.5, "year": 2019, "actor": "la CAF"},
        ),
        (
            "needs",
            {"label": "accueil", "year": "2018"},
            "needs",
            {"label": "accueil", "year": 2018},
        ),
    ],
)
def test_a_fact_of_each_kind_is_added_with_its_passage(
    reader: TestClient, kind: str, fields: dict[str, str], list_: str, fact: dict[str, object]
) -> None:
    """Kept as any other, with the words of the text, whatever their spaces and apostrophes."""
    path = begun(reader, TEXT.encode())
    page = adding(reader, path, kind, "la Caisse d'allocations familiales, ci-après la CAF", fields)
    assert page.status_code == 200
    work = reader.get(f"{path}.json").json()
    assert work["reading"][list_][-1] == {
        "passage": "la Caisse d’allocations\nfamiliales, ci-après la CAF",
        "added": True,
        **fact,
    }
    assert (work["tally"]["kept"], work["tally"]["added"]) == (5, 1)


def test_a_framework_without_end_is_said_to_have_none(reader: TestClient) -> None:
    """When the text says so; a stated end stands."""
    framework = {**READING["framework"], "end": None}  # type: ignore[dict-item]
    path = begun(reader, TEXT.encode(), reading={**READING, "framework": framework})
    adding(reader, path, "framework-dates", "se réunit", {"open_ended": "1"})
    assert reader.get(f"{path}.json").json()["tally"]["kept"] == 4
    assert "Fin : sans terme" in reader.get(path).text
    page = adding(
        reader, begun(reader, TEXT.encode()), "framework-dates", "2022", {"open_ended": "1"}
    )
    assert (page.status_code, "donne une fin au cadre" in page.text) == (400, True)


def test_the_same_fact_sent_twice_is_added_once(reader: TestClient) -> None:
    path = begun(reader, TEXT.encode())
    for _ in range(2):
        adding(reader, path, "needs", "Bondy", {"label": "accueil"})
    assert len(reader.get(f"{path}.json").json()["reading"]["needs"]) == 1


@pytest.mark.parametrize(
    ("kind", "passage", "fields", "said"),
    [
        ("needs", "la Région ne participe pas", {"label": "b"}, "n'est pas dans le texte"),
        ("needs", " ", {"label": "besoin"}, "donner le passage"),
        ("needs", "la Région", {"year": "2019"}, "Besoin : ce champ est vide"),
        ("needs", "la Région", {"label": "b", "year": "19"}, "n'est pas une année"),
        ("actors", "la Région", {"name": "ARS"}, "ne nomme pas « ARS »"),
        ("framework-dates", "mars 2019", {"date": "2019"}, "Laquelle : ce champ est vide"),
        ("autre", "la Région", {}, "dire quel fait ajouter"),
    ],
)
def test_a_fact_that_cannot_be_added_is_told_and_stays_typed(
    reader: TestClient, kind: str, passage: str, fields: dict[str, str], said: str
) -> None:
    path = begun(reader, TEXT.encode())
    page = adding(reader, path, kind, passage, fields)
    text = unescape(page.text)
    assert (page.status_code, said in text) == (400, True)
    assert passage in text
    for name, value in fields.items():
        assert re.search(rf'name="{kind}:champ-{name}" value="{value}"', text)
    assert reader.get(f"{path}.json").json()["tally"]["added"] == 0


def test_an_added_fact_is_corrected_then_taken_away(reader: TestClient) -> None:
    path, data = begun(reader, TEXT.encode()), {"jeton": token(reader)}
    before = reader.get(f"{path}.json").json()["tally"]
    adding(reader, path, "needs", "l'accueil du jeune enfant", {"label": "accueil"})
    fact = {**data, "fait": "needs[0]"}
    corrected = {"choix": "KEEP", "champ-label": "Accueil", "champ-passage": "accueil … Bondy"}
    reader.post(f"{path}/repondre", data={**fact, **corrected})
    found = [each["words"] for each in reader.get(f"{path}/resume.json").json().get("facts", [])]
    assert found == [] or "Besoin « Accueil »" in found
    assert "accueil du jeune enfant à Bondy" in reader.get(path).text
    reader.post(f"{path}/repondre", data={**fact, "choix": "REFUSE"})
    assert 'id="fait-needs-0"' not in reader.get(path).text
    assert reader.get(f"{path}.json").json()["tally"] == before


def test_an_added_fact_is_written_with_its_passage(
    reader: TestClient, own_graph: Repository
) -> None:
    path, data = begun(reader, TEXT.encode()), {"jeton": token(reader)}
    reader.post(f"{path}/repondre", data={**data, "fait": "framework.start", "choix": "REFUSE"})
    adding(reader, path, "needs", "l'accueil … Bondy", {"label": "Places d'accueil"})
    page = reader.post(f"{path}/appliquer", data=data)
    assert "dont 1 ajouté" in page.text
    view = own_graph.view()
    (need,) = [view.entity(row) for row in view.rows_of(EntityKind.NEED)]
    assert need.name == "Places d'accueil"
    assert need.sources[0].endswith("#l’accueil du jeune enfant à Bondy")


def test_what_is_sure_of_a_list_is_kept_in_one_gesture(reader: TestClient) -> None:
    """Not what resembles something of the graph, contradicts another fact, or is refused."""
    other = {"date": "2020-06", "what": "délibération", "passage": "2019"}
    reading = {**READING, "dates": [*READING["dates"], other]}
    path, data = begun(reader, TEXT.encode(), reading=reading), {"jeton": token(reader)}
    reader.post(f"{path}/repondre", data={**data, "fait": "actors[3]", "choix": "REFUSE"})
    listed = [f"actors[{number}]" for number in range(4)] + ["dates[0]", "dates[1]"]
    reader.post(f"{path}/garder", data={**data, "fait": listed})
    answers = reader.get(f"{path}.json").json()["answers"]
    assert {path: each["choice"] for path, each in answers.items()} == {
        "actors[2]": "KEEP",
        "actors[3]": "REFUSE",
        "dates[1]": "KEEP",
    }


def test_what_is_only_probable_is_said_to_be_and_kept_one_by_one(reader: TestClient) -> None:
    """A role of an actor, a date of the framework, that no rule reads."""
    reading = json.loads(json.dumps(READING))
    reading["actors"][2] |= {"roles": ["FUNDER"], "likely": ["FUNDER"]}
    reading["framework"]["likely"] = ["end"]
    path, data = begun(reader, TEXT.encode(), reading=reading), {"jeton": token(reader)}
    page = reader.get(path).text
    assert "Financeur (probable)" in page
    assert "<bdi>Probable</bdi>" in page
    reader.post(f"{path}/garder", data={**data, "fait": ["actors[2]", "framework.end"]})
    answers = reader.get(f"{path}.json").json()["answers"]
    assert not {"actors[2]", "framework.end"} & answers.keys()
    reader.post(f"{path}/repondre", data={**data, "fait": "actors[2]", "choix": "KEEP"})
    assert reader.get(f"{path}.json").json()["answers"]["actors[2]"]["choice"] == "KEEP"


def test_a_reading_of_another_document_is_told_at_once(reader: TestClient) -> None:
    """By its hash, or since nothing that it quotes is there."""
    sha = {"sha256": "ab" * 32}
    sent = {
        "document": ("ctg.txt", TEXT.encode()),
        "lecture": ("l.json", json.dumps({**READING, **sha}).encode()),
    }
    page = reader.post("/convention", data={"jeton": token(reader)}, files=sent)
    assert (page.status_code, "un autre fichier" in page.text) == (400, True)
    path = begun(reader, b"CONVENTION de tout autre chose")
    assert "aucun passage de cette lecture" in unescape(reader.get(path).text).casefold()


def test_passages_that_are_not_in_the_text_are_told_and_never_written(reader: TestClient) -> None:
    """Until they are mended, or their facts refused."""
    wrong = {"mention": "la MSA", "passage": "la MSA participe", "labelled": True}
    actors = [*READING["actors"], wrong]
    path = begun(reader, TEXT.encode(), reading={**READING, "actors": actors})
    data = {"jeton": token(reader), "choix": "REFUSE"}
    page = unescape(reader.get(path).text)
    assert "Un passage n'est pas dans ce texte" in page
    assert '<a href="#fait-actors-4">' in page
    reader.post(f"{path}/repondre", data={**data, "fait": "framework.start"})
    refused = reader.post(f"{path}/appliquer", data=data)
    assert (refused.status_code, "« la MSA »" in refused.text) == (400, True)
    mended = {"fait": "actors[4]", "choix": "KEEP", "champ-passage": "la Région participe"}
    told = reader.post(f"{path}/repondre", data={**data, **mended})
    assert "ne nomme pas « la MSA »" in told.text
    reader.post(f"{path}/repondre", data={**data, "fait": "actors[4]"})
    assert "n'est pas dans ce texte" not in unescape(reader.get(path).text)
    assert reader.post(f"{path}/appliquer", data=data).status_code == 200
