"""axe-core finds nothing, nothing overflows, lines stay short."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.pages.conftest import OpenPage

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"

PAGES = {
    "home": "/",
    "form": "/qui",
    "answer": "/qui?theme=theme:sante&territoire=La+Courneuve&au=2015-06-01",
    "empty": "/qui?theme=theme:sante-mentale&territoire=Bondy&public=jeunes&au=2015-06-01",
    "wrong": "/qui?theme=zzz&territoire=Bondi&public=yyy&au=2015-13-45",
    "search": "/recherche?texte=bondy",
    "nothing found": "/recherche?texte=zzzz",
    "search form": "/recherche",
    "territory form": "/territoire",
    "territory": "/territoire/commune:93010?au=2016-01-01",
    "entity": "/entite/fra:pst-bondy",
    "hub": "/entite/act:departement-93",
    "document": "/entite/doc:projet-social-departemental",
    "error": "/entite/inconnue",
    "home of a town": "/?territoire=Bondy&au=2015-12-01",
    "overlaps": "/recouvrements?au=2015-06-01",
    "gaps": "/manques?territoire=Bondy&au=2015-12-01",
    "no gap": "/manques?territoire=Paris&theme=theme:mobilite&au=1990-01-01",
    "articulations": "/articulations?territoire=Bondy&au=2015-12-01&tri=3",
    "cut points": "/points-de-coupure?au=2015-06-01",
    "wrong filter": "/manques?territoire=Bondi&au=2015-13-45",
    "coverage": "/couverture?au=2015-06-01",
    "cell": "/couverture/case?theme=theme:sante&territoire=commune:93010&au=2015-06-01",
    "comparison": "/comparaison?gauche=Bondy&droite=La+Courneuve&au=2015-12-01",
    "steps": "/etapes",
    "network": "/reseau?territoire=Bondy&au=2015-12-01",
    "map": "/carte?au=2015-06-01",
    "what if": "/et-si?id=fra:pst-bondy&au=2015-12-01",
    "journal": "/journal",
    "import": "/import",
    "convention": "/convention",
    "edit": "/modifier?id=fra:pst-bondy",
    "relate": "/relier?from=fra:pst-bondy",
    "merge": "/fusionner?id=act:caf-93",
    "glossary": "/glossaire",
}
WINDOWS: dict[str, tuple[Literal["light", "dark"], int, int]] = {
    "light": ("light", 1280, 800),
    "dark": ("dark", 1280, 800),
    "320 px": ("light", 320, 700),
    # What a window of 1280 px becomes when everything is twice as large.
    "200 %": ("light", 640, 400),
}
MOST_LETTERS = 75

LONGEST_LINE = """
() => {
  let longest = "";
  for (const block of document.querySelectorAll("main p, main li, main dd, footer p")) {
    if (!block.checkVisibility() || block.querySelector("ul, p, form")) continue;
    const lines = new Map();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      for (let place = 0; place < text.length; place++) {
        const range = document.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        const box = range.getClientRects()[0];
        if (!box || box.width <= 1) continue;
        const line = Math.round(box.bottom / 6);
        lines.set(line, (lines.get(line) || "") + text.data[place]);
      }
    }
    for (const line of lines.values()) {
      if (line.trim().length > longest.length) longest = line.trim();
    }
  }
  return longest;
}
"""


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, with the elements."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: OpenPage, address: str, name: str) -> None:
    page = open_page(address + PAGES[name])
    # What is folded must be right too.
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for window, (scheme, width, height) in WINDOWS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == [], window
        assert page.evaluate("document.documentElement.scrollWidth") <= width, window


@pytest.mark.parametrize("name", PAGES)
def test_pages_have_landmarks_one_title_and_short_lines(
    open_page: OpenPage, address: str, name: str
) -> None:
    page = open_page(address + PAGES[name])
    assert page.get_by_role("heading", level=1).count() == 1
    for role in ("banner", "main", "contentinfo", "search"):
        assert page.locator("body").get_by_role(role).count() == 1
    assert page.title().endswith("– Maillage")
    longest = page.evaluate(LONGEST_LINE)
    assert len(longest) <= MOST_LETTERS, longest
