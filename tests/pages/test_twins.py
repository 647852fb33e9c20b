"""Every page has its JSON twin, every list its CSV; a finding leads to its own page."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

LISTS = {
    "/recouvrements": "au=2015-06-01",
    "/manques": "territoire=Bondy&au=2015-12-01",
    "/articulations": "territoire=Bondy&au=2015-12-01",
    "/points-de-coupure": "territoire=Bondy&au=2015-06-01",
}
OTHERS = ("/couverture", "/etapes", "/carte", "/reseau", "/journal", "/glossaire")


@pytest.mark.parametrize("path", LISTS)
def test_page_twin_and_sheet_count_the_same(client: TestClient, path: str) -> None:
    query = LISTS[path]
    html = client.get(f"{path}?{query}").text
    twin = client.get(f"{path}.json?{query}").json()
    rows = client.get(f"{path}.csv?{query}").text.removeprefix("\ufeff").strip().split("\r\n")
    asked = client.get(f"{path}?{query}", headers={"Accept": "application/json"}).json()
    total = twin["totalCount"]
    assert total > 0
    assert f"<strong>{total} " in html
    assert len(twin["items"]) == len(rows) - 1 == total
    assert asked == twin


@pytest.mark.parametrize("path", LISTS)
def test_each_finding_has_a_page_of_its_own(client: TestClient, path: str) -> None:
    html = client.get(f"{path}?{LISTS[path]}").text
    found = [unescape(href) for href in re.findall(rf'href="({path}/detail\?[^"]+)">Voir', html)]
    assert len(found) == len(set(found)) > 0
    for href in found:
        page = client.get(href)
        assert page.status_code == 200, href
        twin = client.get(href.replace("/detail?", "/detail.json?")).json()
        assert twin["item"]


def test_a_finding_that_does_not_hold_says_so(client: TestClient) -> None:
    page = client.get("/recouvrements/detail?gauche=fra:pst-bondy&droite=zzz")
    assert page.status_code == 404
    assert "a changé" in page.text


@pytest.mark.parametrize("path", OTHERS)
def test_other_pages_have_twins(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200
    assert client.get(f"{path}.json").json()
    assert client.get(f"{path}.csv").text.startswith("\ufeff")


def test_counts_of_the_doors_are_those_of_their_lists(client: TestClient) -> None:
    html = client.get("/?territoire=Bondy&au=2015-12-01").text
    doors = re.findall(r'href="([^"]+)"><span class="big">(\d+)</span>', html)
    assert len(doors) == 3
    for href, count in doors:
        path, _, query = unescape(href).partition("?")
        assert client.get(f"{path}.json?{query}").json()["totalCount"] == int(count)


def test_the_matrix_says_what_its_cells_say(client: TestClient) -> None:
    twin = client.get("/couverture.json?territoire=Bondy&au=2015-12-01").json()
    for item in twin["items"]:
        ids = {"theme": item["theme"]["id"], "territoire": item["territory"]["id"]}
        cell = client.get("/couverture/case.json", params={**ids, "au": "2015-12-01"}).json()
        assert cell["item"]["state"] == item["state"]


def test_a_search_has_its_twin(client: TestClient) -> None:
    twin = client.get("/recherche.json?texte=bondy").json()
    html = client.get("/recherche?texte=bondy").text
    assert f"{twin['totalCount']} résultats" in html
    assert twin["items"][0]["entity"]["name"] == "Bondy"


def test_a_wrong_filter_is_an_error_in_each_form(client: TestClient) -> None:
    for path in (*LISTS, "/couverture", "/carte", "/reseau"):
        assert client.get(f"{path}?territoire=zzz").status_code == 400
        twin = client.get(f"{path}.json?territoire=zzz")
        assert twin.status_code == 400
        assert twin.json()["error"]["code"] == "INVALID_ARGUMENT"


def test_suggestions_name_what_they_are(client: TestClient) -> None:
    items = client.get("/suggestions.json?texte=bond").json()["items"]
    assert items[0]["name"].startswith("Bond")
    assert all(client.get(item["href"]).status_code == 200 for item in items)


def test_the_network_leaves_as_graphml(client: TestClient) -> None:
    answer = client.get("/reseau.graphml?territoire=Bondy&au=2015-12-01")
    assert answer.headers["content-type"].startswith("application/graphml+xml")
    assert "fra:pst-bondy" in answer.text
