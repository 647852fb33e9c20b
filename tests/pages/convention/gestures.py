"""What a person does on the page of a reading, and where the page answers."""

import re

from playwright.sync_api import Locator, Page, expect


def begin(page: Page, files: tuple[str, str]) -> Page:
    """Send the document with its reading, and wait for its facts."""
    page.get_by_label("Document", exact=True).set_input_files(files[0])
    page.get_by_label("Lecture déjà faite").set_input_files(files[1])
    page.get_by_role("button", name="Lire", exact=True).click()
    # A first reading indexes the names of all territories.
    expect(page.locator(".fact").first).to_be_visible(timeout=60_000)
    return page


def own(page: Page, title: str) -> Locator:
    """The fact of a title, whatever its number."""
    heading = page.get_by_role("heading", name=re.compile(rf"^\d+\. {re.escape(title)}"))
    return page.locator(".fact", has=heading)


def press(page: Page, title: str, button: str) -> None:
    """Answer on a fact, and wait until the answer is kept."""
    with page.expect_response(re.compile("/repondre$")):
        own(page, title).get_by_role("button", name=button, exact=True).click()


def verdict(page: Page, title: str) -> Locator:
    """What the page says of the answer on a fact."""
    return own(page, title).locator(".verdict")


def correct(page: Page, title: str, **fields: str) -> None:
    """Correct fields of a fact by their labels, and keep it."""
    fact = own(page, title)
    fact.get_by_role("link", name="Corriger").click()
    for label, value in fields.items():
        field = fact.get_by_label(label, exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    press(page, title, "Garder ainsi corrigé")


SELECT = """([node, words]) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const [first, last] = words.split("…");
  const range = document.createRange();
  let isBegun = false;
  for (let each = walker.nextNode(); each; each = walker.nextNode()) {
    if (!isBegun && each.data.includes(first)) {
      range.setStart(each, each.data.indexOf(first));
      isBegun = true;
    }
    if (isBegun && each.data.includes(last)) {
      range.setEnd(each, each.data.indexOf(last) + last.length);
      break;
    }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
"""Selects from some words of the text to others, as a mouse does."""


def select(page: Page, words: str) -> None:
    """Select a passage of the text, given by its first and last words."""
    document = page.locator(".document")
    page.evaluate(SELECT, [document.element_handle(), words])


def add(page: Page, kind: str, passage: str, name: str) -> None:
    """Add a fact of a kind, by its passage and its first field."""
    page.get_by_text("Ajouter un fait que la lecture a manqué").click()
    form = page.locator("#ajouter")
    page.locator("#passage").fill(passage)
    form.get_by_role("radio", name=kind).check()
    form.locator(".of-kind input:visible").first.fill(name)
    form.get_by_role("button", name="Ajouter ce fait").click()
    expect(verdict(page, name)).to_have_text("Gardé, ajouté")
