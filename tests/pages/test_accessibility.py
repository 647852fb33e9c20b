"""axe-core finds nothing, nothing overflows, lines stay short."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.pages.conftest import OpenPage
from tests.pages.every_page import PAGES

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"

WINDOWS: dict[str, tuple[Literal["light", "dark"], int, int]] = {
    "light": ("light", 1280, 800),
    "dark": ("dark", 1280, 800),
    "320 px": ("light", 320, 700),
    # What a window of 1280 px becomes when everything is twice as large.
    "200 %": ("light", 640, 400),
}
LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
"""The rules that a window may change; all are run in the first one."""
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
      for (const { 0: word, index } of text.data.matchAll(/[^\\s-]+[\\s-]*/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const box = range.getClientRects()[0];
        if (!box || box.width <= 1) continue;
        const line = Math.round(box.bottom / 6);
        lines.set(line, (lines.get(line) || "") + word);
      }
    }
    for (const line of lines.values()) {
      if (line.trim().length > longest.length) longest = line.trim();
    }
  }
  return longest;
}
"""


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds wrong, with the elements."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules is not None:
        options["runOnly"] = rules
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_nothing_overflows_and_lines_are_short(
    open_page: OpenPage, address: str, name: str
) -> None:
    page = open_page(address + PAGES[name], viewport={"width": 1280, "height": 800})
    assert page.get_by_role("heading", level=1).count() == 1
    for role in ("banner", "main", "contentinfo", "search"):
        assert page.locator("body").get_by_role(role).count() == 1
    assert page.title().endswith("– Maillage")
    longest = page.evaluate(LONGEST_LINE)
    assert len(longest) <= MOST_LETTERS, longest
    # What is folded must be right too.
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for window, (scheme, width, height) in WINDOWS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page, None if window == "light" else LOOKS) == [], window
        assert page.evaluate("document.documentElement.scrollWidth") <= width, window


def test_a_question_of_identity_is_accessible(open_page: OpenPage, hostile_address: str) -> None:
    page = open_page(hostile_address + "/rapprochements")
    assert page.get_by_role("button", name="Ce sont les mêmes").count() == 1
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
