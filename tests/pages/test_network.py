"""The network: what is drawn, from the mouse and the keyboard, and what its table says."""

import re
from html import unescape
from itertools import combinations
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import apply, entity, relation
from tests.pages.conftest import OpenPage

BONDY = "/reseau?territoire=Bondy&au=2015-12-01"


def drawn(page: Page) -> Page:
    """The page once its drawing stands still."""
    page.wait_for_selector("#dessin[data-drawn]")
    return page


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Where elements of the drawing stand on the screen."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        selector, "all => all.map(each => each.getBoundingClientRect().toJSON())"
    )
    return found


def terms(page: Page) -> dict[str, list[str]]:
    """What the address asks."""
    return parse_qs(urlsplit(page.url).query)


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    )


def test_every_node_is_drawn_and_no_name_lies_over_another(
    open_page: OpenPage, address: str
) -> None:
    page = drawn(open_page(address + BONDY))
    twin = page.request.get(address + BONDY.replace("?", ".json?")).json()
    assert page.get_attribute("#dessin", "data-drawn") == str(len(twin["nodes"]))
    assert page.locator("#toile [data-place]").count() == len(twin["nodes"])
    names = boxes(page, ".names text")
    assert len(names) > len(twin["nodes"]) / 3
    assert not any(overlap(one, other) for one, other in combinations(names, 2))


def test_more_names_show_when_the_drawing_is_larger(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(address + "/reseau?territoire=Seine-Saint-Denis&au=2015-06-01"))
    texts = "all => all.map(each => each.textContent)"
    before = page.eval_on_selector_all(".names text", texts)
    for _ in range(3):
        page.get_by_role("button", name="Agrandir").click()
    page.wait_for_function(
        "before => [...document.querySelectorAll('.names text')]"
        ".some(each => !before.includes(each.textContent))",
        arg=before,
    )


def test_a_click_opens_neighbours_in_the_drawing_the_address_and_the_table(
    open_page: OpenPage, address: str
) -> None:
    page = drawn(open_page(address + "/reseau?id=act:ccas-93010&au=2015-12-01"))
    before = int(page.get_attribute("#dessin", "data-drawn") or 0)
    with page.expect_response(re.compile(r"/reseau\?.*ouvrir")):
        page.locator("#toile [data-place]", has_text="Projet social de territoire").click()
    page.wait_for_function(
        "before => Number(document.getElementById('dessin').dataset.drawn) > before", arg=before
    )
    opened = terms(page)["ouvrir"][0]
    assert opened.startswith("fra:")
    total = page.locator("#en-bref .total a").first.inner_text()
    assert total == f"{page.get_attribute('#dessin', 'data-drawn')} entités"
    page.reload()
    assert drawn(page).locator("#en-bref .total a").first.inner_text() == total


def test_the_keyboard_walks_opens_and_leaves(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(address + BONDY))
    page.locator("#toile").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#choisi a").inner_text()
    page.keyboard.press("ArrowDown")
    second = page.locator("#choisi a").inner_text()
    assert first != second
    with page.expect_response(re.compile("ouvrir")):
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ouvrir="))
    drawn(page).locator("#toile").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#choisi a")).to_have_count(0)


def test_a_path_is_chosen_in_the_drawing_and_told(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(address + BONDY))
    search = page.get_by_label("Trouver dans le dessin")
    for name, button in (("CCAS de Bondy", "Chemin depuis ici"), ("CAF de la", "Chemin jusqu'ici")):
        search.fill(name)
        search.press("Enter")
        page.get_by_role("button", name=button).click()
    expect(page.locator("#en-bref")).to_contain_text("Le chemin le plus court de CCAS de Bondy")
    drawn(page)
    marked = page.locator("#toile .m-path")
    assert marked.count() >= 3
    assert page.locator("#toile .edges.strong").get_attribute("d")


def test_what_a_cut_point_separates_is_drawn_and_listed(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(f"{address}{BONDY}&coupe=fra:pst-bondy"))
    listed = page.locator("#en-bref details li").count()
    assert listed == page.locator("#toile .m-apart").count() > 0
    assert page.locator("#toile .m-cut").count() == 1


def test_the_date_slides_without_leaving_the_page(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(address + BONDY))
    slider = page.get_by_label("Date :")
    slider.focus()
    with page.expect_response(re.compile(r"/reseau\?")):
        slider.press("ArrowLeft")
    expect(page.locator("#en-bref .total")).to_contain_text("1er juin 2014")
    assert terms(page)["au"] == ["2014-06-01"]
    assert page.locator("#filtres input[name=au]").first.input_value() == "2014-06-01"


def test_the_drawing_leaves_as_pictures(open_page: OpenPage, address: str) -> None:
    page = drawn(open_page(address + BONDY))

    def saved(ending: str) -> bytes:
        with page.expect_download() as waiting:
            page.locator(f"[data-export={ending}]").click()
        assert waiting.value.suggested_filename == f"maillage-reseau.{ending}"
        return waiting.value.path().read_bytes()

    assert saved("png").startswith(b"\x89PNG")
    text = saved("svg").decode()
    assert text.startswith("<svg xmlns")
    assert "Projet social de territoire de Bondy" in text
    assert "au 1er décembre 2015" in text


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """``a`` and ``b`` meet in a framework, ``c`` in an action of it; ``d`` is alone."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("chain") / "graph.db"))
    apply(
        repository,
        entity("Territory", "ter:x", name="Ville"),
        *(entity("Actor", f"act:{each}", name=f"Acteur {each}") for each in "abcd"),
        entity("Framework", "fra:f", name="Cadre"),
        entity("Action", "action:g", name="Action"),
        relation("act:a", "INVOLVED_IN", "fra:f", role="LEAD"),
        relation("act:a", "INVOLVED_IN", "fra:f", role="FUNDER"),
        relation("act:b", "INVOLVED_IN", "fra:f"),
        relation("act:c", "INVOLVED_IN", "action:g"),
        relation("action:g", "PART_OF", "fra:f"),
        relation("fra:f", "COVERS", "ter:x"),
    )
    return TestClient(create_app(repository, None))


def test_a_territory_and_what_is_opened(chain: TestClient) -> None:
    def ids(query: str) -> list[str]:
        twin = chain.get(f"/reseau.json?{query}").json()
        return [node["id"] for node in twin["nodes"]]

    assert ids("territoire=ter:x") == ["act:a", "act:b", "act:c", "action:g", "fra:f"]
    assert ids("id=act:c") == ["act:c", "action:g"]
    assert ids("id=act:c&ouvrir=action:g") == ["act:c", "action:g", "fra:f"]
    assert ids("id=act:d") == ["act:d"]


def test_an_edge_says_all_its_relations(chain: TestClient) -> None:
    edges = chain.get("/reseau.json?id=act:a").json()["edges"]
    assert [edge["words"] for edge in edges] == ["participe à (financeur) ; participe à (porteur)"]


def test_marks_of_a_path_and_of_a_cut_point(chain: TestClient) -> None:
    def marks(query: str) -> dict[str, str]:
        nodes = chain.get(f"/reseau.json?{query}").json()["nodes"]
        return {node["id"]: node["mark"] for node in nodes if node["mark"]}

    path = ["act:a", "fra:f", "action:g", "act:c"]
    assert marks("id=act:d&de=act:a&a=act:c") == dict.fromkeys(path, "path")
    assert marks("territoire=ter:x&coupe=action:g") == {"action:g": "cut", "act:c": "apart"}
    assert marks("territoire=ter:x&coupe=act:a") == {}
    assert "tout ce qui est relié ici le resterait" in chain.get("/reseau?coupe=act:a").text
    assert "Aucun chemin ne relie" in chain.get("/reseau?de=act:a&a=act:d").text


def test_a_wrong_end_of_a_path_is_told_beside_its_field(chain: TestClient) -> None:
    answer = chain.get("/reseau?de=acteur+zzz&a=act:a")
    assert answer.status_code == 400
    assert "le point de départ « acteur zzz » n'existe pas" in unescape(answer.text).casefold()
    assert "Dire où le chemin arrive" in chain.get("/reseau?de=act:a").text


def test_what_no_link_reaches_is_listed(chain: TestClient) -> None:
    assert "Sans lien ce jour-là" in chain.get("/reseau?id=act:d").text


def test_the_file_holds_what_is_drawn(chain: TestClient) -> None:
    text = chain.get("/reseau.graphml?id=act:c").text
    assert re.findall(r'<node id="([^"]+)"', text) == ["act:c", "action:g"]
    assert text.count("<edge ") == 1
