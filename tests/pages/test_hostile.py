"""Hostile text is shown as text, wherever it comes from."""

import csv
import io
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from api.app import create_app
from api.exports.sheets import as_text
from api.pages.links import entity_href
from graph.repository import Repository
from tests.pages.conftest import OpenPage
from tests.pages.hostile import (
    DOTS,
    EMOJI,
    FORMULA,
    IMAGE,
    KINDS,
    LONG,
    ODD_ID,
    RIGHT_TO_LEFT,
    SCRIPT,
    TEMPLATE,
)

PAGES = (
    "/",
    "/qui?theme=theme:sous&territoire=ter:x&public=audience:x",
    "/qui?theme=theme:%3Cb%3E&au=%22%3E%3Cscript%3E",
    "/recherche?texte=cadre",
    "/recherche?texte=%22%3E%3Cscript%3Edocument.title%3D%27pris%27%3C/script%3E",
    "/recherche?texte=" + quote(LONG),
    "/territoire/ter:x",
    "/territoire?territoire=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
    entity_href(ODD_ID),
    entity_href(DOTS),
    entity_href("act:x"),
    entity_href("doc:x"),
    "/manques?territoire=ter:x",
    "/recouvrements?territoire=ter:x&tri=1",
    "/articulations",
    "/points-de-coupure?sans=" + quote(ODD_ID),
    "/couverture?territoire=ter:x",
    "/couverture/case?theme=theme:sous&territoire=ter:x",
    "/comparaison?gauche=ter:x&droite=ter:double-1",
    "/reseau?territoire=ter:x",
    "/carte?territoire=ter:x",
    "/et-si?id=" + quote(ODD_ID),
    "/journal",
    "/journal/cs1",
    "/journal/cs2",
    "/rapprochements",
    "/retirer?id=" + quote(ODD_ID),
    "/relier?type=INVOLVED_IN&from=all:ACTOR&to=all:FRAMEWORK&role=LEAD",
    "/reseau?territoire=ter:x&coupe=all:ACTOR&de=act:x&a=act:rtl",
    "/reseau?de=" + quote(SCRIPT) + "&a=" + quote(LONG[:2000]),
    "/articulations/detail?gauche=all:FRAMEWORK&droite=" + quote(ODD_ID),
    "/manques/detail?nature=UNGOVERNED&sujet=" + quote(SCRIPT),
    "/modifier?id=" + quote(ODD_ID),
    "/relier?from=" + quote(ODD_ID),
    "/fusionner?id=act:x",
    "/entite/%3Cscript%3Ealert(1)%3C/script%3E",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
)


@pytest.fixture(scope="module")
def client(hostile: Repository) -> TestClient:
    return TestClient(create_app(hostile, None))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_nothing_overflows(
    open_page: OpenPage, hostile_address: str, path: str
) -> None:
    page = open_page(hostile_address + path, viewport={"width": 320, "height": 700})
    assert "Une erreur est survenue" not in page.title()
    assert "pris" not in page.title().split(" – ")
    assert page.locator("script:not([src^='/static/']), main img, iframe").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_text_of_every_kind_is_text(open_page: OpenPage, hostile_address: str) -> None:
    page = open_page(hostile_address + "/glossaire", viewport={"width": 320, "height": 700})
    for kind in KINDS:
        for path in (f"/entite/all:{kind}", f"/modifier?id=all:{kind}", f"/retirer?id=all:{kind}"):
            answer = page.goto(hostile_address + path)
            assert answer is not None
            assert answer.status == 200, path
            assert "pris" not in page.title().split(" – "), path
            assert page.locator("script:not([src^='/static/']), main img, iframe").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.goto(f"{hostile_address}/entite/all:{kind}")
        for text in (SCRIPT, IMAGE):
            assert text in page.locator("main").inner_text(), (kind, text)


def test_texts_are_shown_as_they_are(open_page: OpenPage, hostile_address: str) -> None:
    page = open_page(hostile_address + PAGES[1])
    article = page.locator("article", has=page.get_by_role("heading", name="Cadre <script>"))
    words = article.inner_text()
    assert f"Cadre {SCRIPT}{EMOJI}" in words
    assert FORMULA in words
    assert LONG in words
    assert page.locator("bdi", has_text=RIGHT_TO_LEFT).count() >= 1


def test_an_id_of_any_characters_has_its_page(open_page: OpenPage, hostile_address: str) -> None:
    page = open_page(hostile_address + "/recherche?texte=cadre")
    page.get_by_role("link", name="Cadre <script>").click()
    expect(page.locator("dd", has_text=ODD_ID)).to_have_count(1)
    assert TEMPLATE in page.locator("main").inner_text()
    page.goto(hostile_address + "/recherche?texte=deux+points")
    page.get_by_role("link", name="à deux points").click()
    assert page.locator("h1").inner_text() == "+33 Cadre à deux points"


def test_no_cell_is_a_formula(client: TestClient) -> None:
    text = client.get("/qui.csv", params={"theme": "theme:sous"}).text
    cells = [cell for row in csv.reader(io.StringIO(text[1:]), delimiter=";") for cell in row]
    assert f"'{FORMULA}" in cells
    assert "'+33 Cadre à deux points" in cells
    assert f"'\t{FORMULA}" in cells
    assert "'@action" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_formula_becomes_text(start: str) -> None:
    assert as_text(f"{start}1") == f"'{start}1"
    assert as_text(f"1{start}") == f"1{start}"
    assert as_text("") == ""


def test_contacts_are_on_no_page(client: TestClient) -> None:
    assert client.get("/entite/con:x").status_code == 404
    for path in ("/recherche?texte=personne", "/entite/act:x"):
        assert "Personne à ne pas montrer" not in client.get(path).text


@pytest.mark.parametrize(
    "query",
    ["%00", "%ff%fe", "%F0%9F%92%A9", "%0d%0aSet-Cookie:x=1", "%E2%80%AE", "%22", "%ED%A0%80"],
)
def test_odd_bytes_in_an_address_are_no_failure(client: TestClient, query: str) -> None:
    for path in ("/qui?theme=", "/qui?theme=theme:sous&au=", "/recherche?texte=", "/entite/", "/"):
        answer = client.get(path + query)
        assert answer.status_code in {200, 400, 404}
        assert "set-cookie" not in answer.headers


def test_a_redirect_stays_here(client: TestClient) -> None:
    answer = client.get(
        "/territoire",
        params={"territoire": "ter:x", "au": "2015-06-01"},
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/territoire/ter:x?au=2015-06-01"
