"""Journeys in a browser: by keyboard alone, without JavaScript, and in print."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.pages.conftest import OpenPage

MOST_TABS = 60


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the focus, and see that the focus shows."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            outline = wanted.evaluate("element => getComputedStyle(element).outlineStyle")
            assert outline != "none", "the focus does not show"
            return
    raise AssertionError(f"{MOST_TABS} tabs do not lead to {wanted}")


def test_from_question_to_source_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Thème"))
    page.keyboard.type("Santé")
    tab_to(page, page.get_by_label("Territoire"))
    page.keyboard.type("La Courneuve")
    tab_to(page, page.get_by_role("button", name="Répondre"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/qui?**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Qui travaille déjà sur Santé")
    article = page.locator("article").first
    expect(article).to_contain_text("Contrat local de santé de La Courneuve")
    page.locator("h1").click()
    tab_to(page, article.locator("summary"))
    page.keyboard.press("Enter")
    expect(article.locator(".facts")).to_be_visible()
    tab_to(page, article.locator(".facts .source a").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/entite/doc:**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Convention de partenariat")


def test_search_and_frameworks_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    tab_to(page, page.get_by_label("Chercher un acteur"))
    page.keyboard.type("conseil local de gouvernance")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche?**")
    expect(page.locator(".found li").first).to_contain_text("Instance")
    tab_to(page, page.get_by_role("link", name="Fiche d'un territoire").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/territoire")
    tab_to(page, page.get_by_label("Territoire"))
    page.keyboard.type("Bondy")
    page.keyboard.press("Enter")
    page.wait_for_url("**/territoire/commune:93010?**")
    expect(page.locator("main")).to_contain_text("Pacte de gouvernance de Bondy")


def test_everything_works_without_javascript(open_page: OpenPage, address: str) -> None:
    page = open_page(address, java_script_enabled=False)
    page.get_by_label("Thème").select_option(label="Insertion et emploi")
    page.get_by_label("Territoire").fill("Bondy")
    page.get_by_label("Au", exact=True).fill("2015-06-01")
    page.get_by_role("button", name="Répondre").click()
    assert "au=2015-06-01" in page.url
    article = page.locator("article").first
    article.locator("summary").click()
    article.locator(".facts .source a").first.click()
    assert "/entite/doc:" in page.url
    page.get_by_role("searchbox").fill("cpam")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("link", name="CPAM de la Seine-Saint-Denis", exact=True).click()
    assert page.locator("h1").inner_text() == "CPAM de la Seine-Saint-Denis"


def test_a_wrong_question_is_corrected_by_a_link(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/qui?theme=theme:sante&territoire=Bondi&au=2015-06-01")
    field = page.get_by_label("Territoire")
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert "erreur-territoire" in described
    assert "n'existe pas" in page.locator("#erreur-territoire").inner_text()
    page.locator("#erreur-territoire a").click()
    expect(page.locator(".asked")).to_contain_text("Bondy")
    expect(page.locator(".asked")).to_contain_text("1er juin 2015")


def test_the_sheet_downloads(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/qui?theme=theme:sante&au=2015-06-01")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="en CSV, pour un tableur").click()
    assert waiting.value.suggested_filename == "maillage-qui-2015-06-01.csv"


def test_paper_holds_the_answer_and_no_control(open_page: OpenPage, address: str) -> None:
    url = f"{address}/qui?theme=theme:sante&territoire=La+Courneuve&au=2015-06-01"
    page = open_page(url, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for control in ("form", "nav", "details"):
        assert [each for each in page.locator(control).all() if each.is_visible()] == []
    expect(page.locator(".bottom")).to_contain_text(f"Adresse de cette page : {url}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("article").first.get_by_text("Préambule").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_sheet_of_bondy_is_one_page_on_paper(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/territoire/commune:93010?au=2015-12-01")
    page.emulate_media(media="print")
    for section in page.locator("main section.full:visible").all():
        shown = [row for row in section.locator("tbody tr").all() if row.is_visible()]
        assert len(shown) <= 8
    expect(page.locator("main")).to_contain_text("autres.")
    assert re.findall(
        rb"/Type /Pages\s.*?/Count (\d+)", page.pdf(prefer_css_page_size=True), re.S
    ) == [b"1"]


def test_the_matpps_finds_what_comes_next_in_each_town(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.get_by_role("link", name="Étapes des projets sociaux").click()
    bondy = page.get_by_role("row", name="Bondy Projet social")
    expect(bondy).to_contain_text("Première rencontre")
    bondy.get_by_role("link", name="Bondy", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bondy")


def test_an_analyst_goes_from_a_count_to_the_facts(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/?territoire=Bondy&au=2015-12-01")
    page.get_by_role("link", name="manques").last.click()
    page.get_by_role("link", name="Voir les faits de la ligne 1", exact=True).click()
    expect(page.get_by_role("heading", name="Pourquoi")).to_be_visible()
    page.locator(".facts .source a").first.click()
    page.wait_for_url("**/entite/doc:**")


def test_suggestions_are_chosen_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.get_by_label("Chercher un acteur").press_sequentially("bondy")
    expect(page.locator(".suggested [role=option]").first).to_contain_text("Bondy")
    page.keyboard.press("ArrowDown")
    href = page.locator(".suggested [aria-selected=true]").get_attribute("data-href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href}")
