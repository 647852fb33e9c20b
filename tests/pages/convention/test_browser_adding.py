"""« Lire une convention » in a real browser: what the reader missed, many facts at once."""

import re

from playwright.sync_api import Page, expect

from tests.pages.convention.gestures import own, select, verdict


def test_a_missed_fact_is_added_from_what_is_selected(work: Page) -> None:
    """Across marks and their numbers, which are no words of the text; then taken away."""
    select(work, "Un comité…invitée")
    work.get_by_text("Ajouter un fait que la lecture a manqué").click()
    passage = work.get_by_label("Passage", exact=True).locator("visible=true")
    expect(passage).to_have_value(
        "Un comité de pilotage se réunit. L'association Jade y est invitée"
    )
    work.get_by_role("radio", name="Autre cadre").check()
    form = work.locator("#ajouter")
    form.get_by_label("Nom", exact=True).locator("visible=true").fill("Charte de Bondy")
    form.get_by_label("Lien").select_option(label="Succède à")
    form.get_by_role("button", name="Ajouter ce fait").click()
    fact = own(work, "Charte de Bondy")
    expect(verdict(work, "Charte de Bondy")).to_have_text("Gardé, ajouté")
    expect(work.locator("#compte")).to_contain_text("dont 1 ajouté")
    expect(form).not_to_have_attribute("open", "")
    work.reload()
    expect(verdict(work, "Charte de Bondy")).to_have_text("Gardé, ajouté")
    work.get_by_role("link", name="Voir ce qui serait écrit").first.click()
    work.go_back()
    fact.get_by_role("button", name="Ôter").click()
    expect(fact).to_have_count(0)
    expect(work.locator("#compte")).not_to_contain_text("ajouté")


def test_a_missed_fact_is_added_by_keyboard(work: Page) -> None:
    """A from a fact, the first and last words of the passage, arrows to the kind of fact."""
    own(work, "la Région").get_by_role("button", name="Garder", exact=True).focus()
    work.keyboard.press("a")
    work.keyboard.type("la Région … absent")
    submit = work.get_by_role("button", name="Ajouter ce fait")
    work.get_by_role("radio", name="Acteur").focus()
    for _ in range(8):  # territory, ... need
        work.keyboard.press("ArrowRight")
    work.keyboard.press("Tab")
    work.keyboard.type("Participation")
    work.keyboard.press("Enter")
    alert = work.locator("#ajouter").get_by_role("alert")
    expect(alert).to_contain_text("ce passage n'est pas dans le texte")
    expect(work.locator("#passage")).to_be_focused()
    work.keyboard.press("ControlOrMeta+a")
    work.keyboard.type("Personne … Région")
    submit.press("Enter")
    expect(verdict(work, "Participation")).to_have_text("Gardé, ajouté")
    expect(work.get_by_text("Ajouter un fait que la lecture a manqué")).to_be_focused()
    expect(work.locator("mark.lit").first).to_have_text("Personne ne dit ")


def test_a_list_is_kept_and_an_identity_told_by_keys(work: Page) -> None:
    """What resembles something of the graph is looked at one by one."""
    own(work, "L'association Jade").get_by_role("button", name="Refuser").focus()
    with work.expect_response(re.compile("/garder$")):
        work.keyboard.press("Shift+G")
    expect(verdict(work, "la Région")).to_have_text("Gardé")
    expect(verdict(work, "la Caisse")).to_contain_text("Sans réponse")
    own(work, "la Caisse").get_by_role("button", name="Garder", exact=True).focus()
    with work.expect_response(re.compile("/repondre$")):
        work.keyboard.press("1")
    joined = own(work, "la Caisse").get_by_text("Dans la base : Caisse d'allocations familiales")
    expect(joined).to_be_visible()
    expect(verdict(work, "la Caisse")).to_contain_text("Sans réponse")


def test_answered_facts_may_be_hidden(work: Page) -> None:
    work.get_by_label("Ne montrer que les faits sans réponse").check()
    expect(own(work, "CTG de Bondy")).to_be_hidden()
    expect(own(work, "la Région")).to_be_visible()
