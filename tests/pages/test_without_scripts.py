"""Every kind of page says and does the same without JavaScript: scripts only add drawings."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.every_page import PAGES

DRAWN = {"network", "what a cut point separates"}
"""Pages with a drawing that needs a script: without one, its table stands alone."""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """One window without JavaScript for all pages."""
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_without_scripts(plain: Page, address: str, name: str) -> None:
    plain.goto(address + PAGES[name])
    assert plain.locator("h1").is_visible()
    assert len(plain.locator("main").inner_text()) > len(plain.locator("h1").inner_text())
    hidden = plain.locator("main [hidden]")
    assert [each.get_attribute("id") for each in hidden.all()] == ["dessin"] * (name in DRAWN)
    if name in DRAWN:
        assert plain.locator("#en-tableau tbody tr").count() > 0
    for form in plain.locator("form").all():
        assert form.locator("button:not([type=button])").count() > 0, form.get_attribute("action")
    assert plain.locator("a[href='#'], a:not([href]), [onclick]").count() == 0
