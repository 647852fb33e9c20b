"""« Lire une convention » is accessible in every state: unfolded, refused, with facts to mend."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.pages.conftest import OpenPage
from tests.pages.convention.gestures import add, begin, own
from tests.pages.convention.sample import READING
from tests.pages.test_accessibility import LOOKS, WINDOWS, violations


def check(page: Page) -> None:
    """Axe finds nothing and the page fits, in each window, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for window, (scheme, width, height) in WINDOWS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page, None if window == "light" else LOOKS) == [], window
        assert page.evaluate("document.documentElement.scrollWidth") <= width, window


def test_facts_and_summary(work: Page) -> None:
    fact = own(work, "la Région")
    fact.get_by_role("link", name="Corriger").click()
    expect(fact.get_by_label("Nom", exact=True)).to_be_focused()
    check(work)
    work.goto(f"{work.url}/resume")
    check(work)


def test_passages_to_mend_and_a_form_that_was_refused(
    open_page: OpenPage, site: str, files: tuple[str, str]
) -> None:
    """And a fact that was added."""
    wrong = {"mention": "la MSA", "passage": "la MSA participe"}
    reading = {**READING, "actors": [*READING["actors"], wrong]}
    Path(files[1]).write_text(json.dumps(reading), encoding="utf-8")
    page = begin(open_page(f"{site}/convention"), files)
    add(page, "Besoin", "Bondy", "accueil")
    page.get_by_text("Ajouter un fait que la lecture a manqué").click()
    form = page.locator("#ajouter")
    form.get_by_role("button", name="Ajouter ce fait").click()
    expect(form.get_by_role("alert")).to_contain_text("ce champ est vide")
    check(page)
