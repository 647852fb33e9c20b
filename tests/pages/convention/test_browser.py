"""« Lire une convention » in a real browser: read, answer, apply, find the passages, undo.

The document comes with a reading made by hand, so that these tests do not depend on what is found.
"""

import re

from playwright.sync_api import Browser, Page, expect

from graph.repository import Repository
from tests.pages.conftest import OpenPage
from tests.pages.convention.gestures import add, begin, correct, own, press, verdict
from tests.pages.serving import served


def test_read_correct_refuse_apply_find_undo(work: Page, site: str, graph: Repository) -> None:
    """The journey of the issue, from the file to the territory's page and back."""
    before = graph.view().revision
    expect(work.locator("main")).to_contain_text("jamais retenus : 2 noms de personnes")
    correct(work, "L'association Jade", Nom="Association Jade", Nature="Association")
    correct(work, "comité", Nom="Comité de pilotage", Niveau="Stratégique")
    correct(work, "Fin : 2022", Fin="décembre 2022")
    press(work, "la Région", "Le texte ne le dit pas")
    press(work, "Petite enfance", "Refuser")
    press(work, "Bondy", "Garder")
    fact = own(work, "la Caisse")
    fact.get_by_label("Oui, Caisse d'allocations familiales").check()
    press(work, "la Caisse", "Garder")
    contradiction = work.get_by_role("heading", name="Date du cadre : début")
    expect(contradiction).to_be_visible()
    work.get_by_role("button", name="Garder cette valeur : mars 2019").click()
    expect(contradiction).to_have_count(0)
    expect(verdict(work, "Début : 2019")).to_have_text("Refusé")
    work.get_by_role("link", name="Voir ce qui serait écrit").first.click()
    expect(work.locator("main")).to_contain_text("Acteur « Association Jade », association")
    assert graph.view().revision == before
    work.get_by_role("button", name="Écrire dans la base").click()
    expect(work.locator("main")).to_contain_text("1 que le texte ne dit pas")
    change = work.url
    work.goto(f"{site}/territoire/commune:93010?au=2020-01-01")
    framework = work.get_by_role("row", name="CTG de Bondy").first
    framework.get_by_text("Source").click()
    expect(framework).to_contain_text("CONVENTION TERRITORIALE GLOBALE")
    expect(work.get_by_role("row", name="Association Jade")).to_have_count(1)
    work.goto(f"{site}/entite/commune:93010")
    expect(work.locator("main")).to_contain_text("l'accueil du jeune enfant à Bondy")
    row = graph.view().row("act:caf")
    assert row is not None
    assert (
        graph.view()
        .entity(row)
        .sources[0]
        .endswith("#la Caisse d'allocations familiales, ci-après la CAF")
    )
    work.goto(change)
    work.get_by_role("button", name="Annuler ce lot").click()
    work.goto(f"{site}/territoire/commune:93010?au=2020-01-01")
    expect(work.get_by_role("row", name="CTG de Bondy")).to_have_count(0)
    work.goto(f"{site}/convention")
    expect(work.get_by_role("heading", name="Lectures en cours")).to_have_count(0)


def test_a_closed_browser_and_another_server_lose_nothing(
    browser: Browser, open_page: OpenPage, graph: Repository, files: tuple[str, str]
) -> None:
    with served(graph) as first:
        page = begin(open_page(f"{first}/convention"), files)
        press(page, "la Région", "Refuser")
        add(page, "Besoin", "Personne … participe", "Participation")
        path = page.url.removeprefix(first)
        page.context.close()
    with served(graph) as second:
        page = open_page(f"{second}/convention")
        page.get_by_role("link", name="CONVENTION TERRITORIALE GLOBALE").first.click()
        assert page.url.removeprefix(second) == path
        expect(verdict(page, "la Région")).to_have_text("Refusé")
        expect(verdict(page, "Participation")).to_have_text("Gardé, ajouté")
        page.get_by_role("button", name="Abandonner cette lecture").click()
        assert page.goto(f"{second}{path}").status == 404  # type: ignore[union-attr]


def test_labelled_facts_alone_are_ticked(work: Page) -> None:
    kept = work.locator(".is-keep h3").all_inner_texts()
    assert kept == ["1. CTG de Bondy", "2. Début : 2019", "3. Fin : 2022", "5. la Ville de Bondy"]


def test_a_passage_lights_up_with_its_fact_and_back(work: Page) -> None:
    fact = own(work, "L'association Jade")
    fact.get_by_role("link").first.click()
    lit = work.locator("mark.lit")
    expect(lit).to_have_text("L'association Jade y est invitée")
    work.locator("mark", has_text="Un comité de pilotage").click()
    expect(work.locator(".fact.lit h3")).to_have_text("11. comité")


def test_the_whole_page_by_keyboard(work: Page) -> None:
    """One tab to a fact, then its keys; a correction is typed and kept by Enter."""
    fact = own(work, "la Région")
    fact.get_by_role("button", name="Garder", exact=True).focus()
    with work.expect_response(re.compile("/repondre$")):
        work.keyboard.press("r")
    expect(verdict(work, "la Région")).to_have_text("Refusé")
    work.keyboard.press("ArrowDown")
    expect(work.locator(".fact:focus h3")).to_have_text("9. Petite enfance")
    with work.expect_response(re.compile("/repondre$")):
        work.keyboard.press("n")
    expect(verdict(work, "Petite enfance")).to_have_text("Le texte ne le dit pas")
    work.keyboard.press("ArrowUp")
    work.keyboard.press("c")
    expect(fact.get_by_label("Nom", exact=True)).to_be_focused()
    work.keyboard.press("ControlOrMeta+a")
    work.keyboard.type("Région Île-de-France")
    with work.expect_response(re.compile("/repondre$")):
        work.keyboard.press("Enter")
    expect(verdict(work, "Région Île-de-France")).to_have_text("Gardé, corrigé")


def test_a_wrong_correction_is_told_at_its_fact(work: Page) -> None:
    correct(work, "Fin : 2022", Fin="un jour")
    fact = own(work, "Fin : 2022")
    expect(fact.get_by_role("alert")).to_contain_text("Fin : « un jour » n'est pas une date")
    work.reload()
    expect(verdict(work, "Fin : 2022")).to_have_text("Gardé, lu dans un bloc étiqueté")


def test_without_script_forms_and_anchors_do_all(
    open_page: OpenPage, site: str, files: tuple[str, str]
) -> None:
    page = begin(open_page(f"{site}/convention", java_script_enabled=False), files)
    fact = own(page, "L'association Jade")
    fact.get_by_role("button", name="Garder", exact=True).click()
    expect(page).to_have_url(re.compile("#fait-actors-2$"))
    expect(verdict(page, "L'association Jade")).to_have_text("Gardé")
    fact.get_by_role("link").first.press("Enter")
    expect(page).to_have_url(re.compile("#texte-actors-2$"))
    page.locator("#texte-actors-2 + .ref").press("Enter")
    expect(page).to_have_url(re.compile("#fait-actors-2$"))
    fact.get_by_role("link", name="Corriger").click()
    expect(page).to_have_url(re.compile("corriger=actors-2#fait-actors-2$"))
    fact.get_by_label("Nom", exact=True).fill("Association Jade")
    fact.get_by_role("button", name="Garder ainsi corrigé").click()
    expect(verdict(page, "Association Jade")).to_have_text("Gardé, corrigé")
    page.get_by_text("Ajouter un fait que la lecture a manqué").click()
    form = page.locator("#ajouter")
    form.get_by_role("radio", name="Territoire").check()
    form.get_by_label("Nom", exact=True).locator("visible=true").fill("Bondy")
    form.get_by_role("button", name="Ajouter ce fait").click()
    expect(page.get_by_role("alert")).to_contain_text("donner le passage")
    expect(form.get_by_role("radio", name="Territoire")).to_be_checked()
    page.locator("#passage").fill("la Ville de Bondy")
    form.get_by_role("button", name="Ajouter ce fait").click()
    expect(page).to_have_url(re.compile("#fait-territories-1$"))
    page.locator("#fait-territories-1").get_by_role("button", name="Ôter").click()
    expect(page).to_have_url(re.compile("#liste-territories$"))
    expect(page.locator("#fait-territories-1")).to_have_count(0)
    page.get_by_role("link", name="Voir ce qui serait écrit").first.click()
    page.get_by_text("Le document lui-même").click()
    page.get_by_label("Titre").fill("CTG signée")
    page.get_by_label("Garder aussi le texte intégral").check()
    page.get_by_role("button", name="Garder ces précisions").click()
    expect(page.locator("main")).to_contain_text("Document « CTG signée »")


def test_an_answer_that_the_server_never_heard_is_told(work: Page) -> None:
    """The fact stays as it was, and may be answered again."""
    work.context.set_offline(True)
    own(work, "la Région").get_by_role("button", name="Refuser").click()
    expect(work.get_by_text("Le serveur ne répond pas")).to_be_visible()
    expect(verdict(work, "la Région")).to_contain_text("Sans réponse")
    work.context.set_offline(False)
    press(work, "la Région", "Refuser")
    expect(verdict(work, "la Région")).to_have_text("Refusé")
    expect(work.locator(".failure")).to_have_count(0)
