"""What the pages answer on the shipped data, over HTTP."""

import csv
import io
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.dates import today
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import apply, entity, relation

HEALTH = "/qui?theme=sant%C3%A9&territoire=La+Courneuve&au=2015-06-01"


def text_of(html: str) -> str:
    """The words of a page, tags and repeated spaces left out."""
    body = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def rows_of(response_text: str) -> list[dict[str, str]]:
    """The rows of a CSV answer."""
    assert response_text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(response_text[1:]), delimiter=";"))


def test_home_asks_the_question(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert '<html lang="fr">' in page.text
    day = date.fromordinal(today()).isoformat()
    assert f'type="date" value="{day}"' in page.text
    assert '<optgroup label="Santé">' in page.text
    assert '<option value="Bondy">Bondy (commune, 93010)</option>' in page.text


def test_numbers_of_the_home_page_are_those_of_the_pages_they_lead_to(client: TestClient) -> None:
    links = re.findall(r'href="(/territoire/[^"]+)">(\d+)<', client.get("/").text)
    assert links
    for href, count in links:
        assert f"Cadres en vigueur {count}" in text_of(client.get(unescape(href)).text), href


def test_results_come_exact_first_each_with_its_sources(client: TestClient) -> None:
    text = text_of(client.get(HEALTH).text)
    exact = text.index("Contrat local de santé de La Courneuve")
    wider = text.index("Convention avec la CPAM pour les prestations des centres de PMI")
    assert text.index("Exactement ce qui est demandé 1 Contrat") < exact < wider
    assert "Territoire plus large : Seine-Saint-Denis" in text
    assert "CPAM de la Seine-Saint-Denis : signataire" in text
    assert "Préambule, dernier paragraphe" in text
    assert "Aucun acteur connu" in text
    assert "traite de Santé Source : Convention de partenariat" in text


def test_the_three_forms_of_an_answer_hold_the_same_items(client: TestClient) -> None:
    html = client.get(HEALTH).text
    shown = re.findall(r'<h3><a href="/entite/([^"]+)"', html)
    twin = client.get(HEALTH.replace("/qui", "/qui.json")).json()
    sheet = rows_of(client.get(HEALTH.replace("/qui", "/qui.csv")).text)
    ids = [item["initiative"]["id"] for item in twin["items"]]
    assert twin["question"] == "who"
    assert twin["asOf"] == "2015-06-01"
    assert twin["totalCount"] == len(ids) == 11
    assert sorted(shown) == sorted(ids)
    assert [row["identifiant"] for row in sheet] == ids


def test_the_sheet_tells_actors_roles_and_sources(client: TestClient) -> None:
    answer = client.get(HEALTH.replace("/qui", "/qui.csv"))
    assert "attachment" in answer.headers["content-disposition"]
    (pmi,) = [row for row in rows_of(answer.text) if row["identifiant"] == "fra:cd93-cpam-pmi"]
    assert "CPAM de la Seine-Saint-Denis (signataire)" in pmi["acteurs"].split(" | ")
    assert pmi["exact"] == "non"
    assert "Annexes, Conventions, 12" in pmi["sources"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2015-06-01", "Au 1er juin 2015"), ("01/06/2015", "Au 1er juin 2015"), ("", "Au ")],
)
def test_a_day_may_be_written_as_people_write_it(
    client: TestClient, written: str, shown: str
) -> None:
    page = client.get("/qui", params={"theme": "theme:sante", "au": written})
    assert page.status_code == 200
    assert shown in text_of(page.text)
    if written:
        assert 'type="date" value="2015-06-01"' in page.text
        assert "/qui.csv?theme=theme%3Asante&amp;au=2015-06-01" in page.text


@pytest.mark.parametrize(
    "au", ["2015-13-45", "31/02/2015", "2015", "hier", "2015-06-01T00:00", "٢٠١٥-٠٦-٠١"]
)
@pytest.mark.parametrize("path", ["/qui", "/qui.csv", "/territoire", "/territoire/commune:93010"])
def test_a_wrong_day_is_told_beside_its_field(client: TestClient, path: str, au: str) -> None:
    page = client.get(path, params={"theme": "theme:sante", "territoire": "Bondy", "au": au})
    assert page.status_code == 400
    assert f'type="text" value="{au}"' in page.text
    assert 'id="erreur-au"' in page.text
    assert 'value="Bondy"' in page.text
    if path.startswith("/qui"):
        assert '<option value="theme:sante" selected>' in page.text


def test_an_unknown_territory_offers_what_was_meant(client: TestClient) -> None:
    terms = {"theme": "theme:sante", "territoire": "Bondi", "public": "jeunes", "au": "2015-06-01"}
    page = client.get("/qui", params=terms)
    assert page.status_code == 400
    assert "le territoire « Bondi » n'existe pas" in text_of(page.text)
    territory = "territoire=commune%3A93010"
    href = f"/qui?theme=theme%3Asante&amp;{territory}&amp;public=jeunes&amp;au=2015-06-01"
    assert f'<a href="{href}"><bdi>Bondy</bdi></a>' in page.text
    assert client.get(href.replace("&amp;", "&")).status_code == 200


def test_an_unknown_theme_or_public_is_told(client: TestClient) -> None:
    page = client.get("/qui", params={"theme": "zzz", "public": "yyy"})
    assert page.status_code == 400
    assert "le thème « zzz » n'existe pas" in text_of(page.text)
    assert "le public « yyy » n'existe pas" in text_of(page.text)
    twin = client.get("/qui.json", params={"theme": "zzz"})
    assert twin.status_code == 400
    assert "n'existe pas" in twin.json()["error"]["message"]


def test_an_ambiguous_territory_offers_each(hostile: Repository) -> None:
    client = TestClient(create_app(hostile, None), follow_redirects=False)
    page = client.get("/qui", params={"theme": "theme:sous", "territoire": "saint denis"})
    assert page.status_code == 400
    assert "désigne plusieurs entités" in page.text
    assert "territoire=ter%3Adouble-1" in page.text
    assert "territoire=ter%3Adouble-2" in page.text


def test_without_a_theme_the_form_says_so_but_not_on_arrival(client: TestClient) -> None:
    assert client.get("/qui").status_code == 200
    assert "Erreur" not in client.get("/qui").text
    page = client.get("/qui?theme=&territoire=Bondy")
    assert page.status_code == 400
    assert "choisir un thème" in page.text


def test_an_empty_answer_says_what_to_try(client: TestClient) -> None:
    page = client.get("/qui?theme=theme:sante-mentale&territoire=Bondy&au=2015-06-01")
    text = text_of(page.text)
    assert page.status_code == 200
    assert "Aucune initiative connue" in text
    assert "Ce n'est pas la preuve que rien n'existe" in text
    assert "sur le thème plus large « Santé » : 10 initiatives" in text


def test_search_finds_names_and_other_names(client: TestClient) -> None:
    assert "CPAM de la Seine-Saint-Denis" in client.get("/recherche?texte=cpam").text
    text = text_of(client.get("/recherche?texte=PST+de+Bondy").text)
    assert "Projet social de territoire de Bondy" in text
    assert "trouvé par « PST de Bondy »" in text
    assert "Rien ne porte le nom" in text_of(client.get("/recherche?texte=zzzz").text)


def test_a_territory_named_by_a_label_has_an_address_of_its_own(client: TestClient) -> None:
    answer = client.get("/territoire?territoire=bondy&au=2016-01-01")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/territoire/commune:93010?au=2016-01-01"


def test_frameworks_of_a_territory_count_no_series(client: TestClient) -> None:
    twin = client.get("/territoire/commune:93027.json?au=2015-06-01").json()["items"][0]
    active = [each["framework"]["id"] for each in twin["frameworks"] if each["active"]]
    text = text_of(client.get("/territoire/commune:93027?au=2015-06-01").text)
    (counted,) = re.findall(r"Cadres en vigueur (\d+) : ", text)
    (series,) = re.findall(r"Séries de cadres, citées sans être comptées (\d+) : ", text)
    assert int(counted) + int(series) == len(active)
    assert "Contrat local de santé de La Courneuve" in text


def test_the_page_of_an_entity_links_to_its_sources(client: TestClient) -> None:
    page = client.get("/entite/fra:pst-bondy")
    text = text_of(page.text)
    assert "Équivalents temps plein 0,75" in text
    assert "3 000 euros en 2015" in text.replace("\u202f", " ")
    source = re.search(r'href="(/entite/doc:[^"]+)"', page.text)
    assert source is not None
    document = text_of(client.get(source[1]).text)
    assert "Ce que ce document établit" in document
    assert "Conseil local de gouvernance de Bondy" in document


@pytest.mark.parametrize(
    "path", ["/rien", "/entite/inconnue", "/entite", "/territoire/theme:sante", "/territoire/x"]
)
def test_what_does_not_exist_has_a_french_page(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "Cette page n'existe pas" in text_of(page.text)


def test_errors_of_programs_are_json(client: TestClient) -> None:
    assert client.get("/rien.json").json()["error"]["code"] == "HTTP_404"


@pytest.mark.parametrize("path", ["/", "/qui", "/recherche", "/entite/theme:sante"])
def test_pages_answer_head_and_refuse_post(client: TestClient, path: str) -> None:
    head = client.head(path)
    assert (head.status_code, head.text) == (200, "")
    refused = client.post(path)
    assert refused.status_code == 405
    assert "Cette page ne reçoit pas d'envoi" in text_of(refused.text)


@pytest.mark.parametrize(
    "path", ["/", "/rien", "/qui?theme=zzz", "/qui.json?theme=zzz", "/static/maillage.css"]
)
def test_every_response_is_secured(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_graphiql_keeps_its_own_policy(client: TestClient) -> None:
    headers = client.get("/graphql").headers
    assert "'unsafe-inline'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_internal_errors_are_masked(tmp_path: Any) -> None:
    store = SqliteStore(tmp_path / "graph.db")
    repository = Repository(store)
    app = create_app(repository, None)

    @app.get("/panne")
    def fail() -> None:
        raise RuntimeError("secret")

    page = TestClient(app, raise_server_exceptions=False).get("/panne")
    assert page.status_code == 500
    assert "secret" not in page.text
    assert "Une erreur est survenue" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'self';")
    store.close()


def test_a_store_that_fails_is_told_without_its_place(tmp_path: Any) -> None:
    """Readers go on with what was read before, and are told so."""
    store = SqliteStore(tmp_path / "graph.db")
    app = create_app(Repository(store), None)
    store.close()
    for file in tmp_path.iterdir():
        file.write_bytes(b"no database at all" * 500)
    page = TestClient(app, raise_server_exceptions=False).get("/")
    assert page.status_code == 200
    assert "La base ne répond pas" in page.text
    assert str(tmp_path) not in page.text


def test_an_empty_store_says_how_to_fill_it(tmp_path: Any) -> None:
    store = SqliteStore(tmp_path / "graph.db")
    page = TestClient(create_app(Repository(store), None)).get("/")
    assert page.status_code == 200
    assert "maillage import bundle" in page.text
    store.close()


def test_a_long_answer_comes_by_pages(tmp_path: Any) -> None:
    store = SqliteStore(tmp_path / "graph.db")
    repository = Repository(store)
    names = [f"act:{number:03}" for number in range(205)]
    apply(
        repository,
        entity("Theme", "theme:t"),
        *(entity("Action", name) for name in names),
        *(relation(name, "ADDRESSES", "theme:t") for name in names),
    )
    client = TestClient(create_app(repository, None))
    first = client.get("/qui?theme=theme:t").text
    assert "205 initiatives" in text_of(first)
    assert 'rel="next"' in first
    last = client.get("/qui?theme=theme:t&page=3").text
    assert re.findall(r'<h3><a href="/entite/([^"]+)"', last) == names[200:]
    assert 'rel="next"' not in last
    for wrong in ("0", "-1", "x", "99", "9" * 30, "²"):
        assert client.get("/qui", params={"theme": "theme:t", "page": wrong}).status_code == 200
    assert len(rows_of(client.get("/qui.csv?theme=theme:t").text)) == 205
    assert "205 résultats" in text_of(client.get("/recherche?texte=act").text)
    store.close()
