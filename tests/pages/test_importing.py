"""The import page: what files would change, before anything is written; the report, and undo."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS
from tests.drawing import apply, entity, relation
from tests.pages.conftest import OpenPage
from tests.pages.serving import served
from tests.pages.test_accessibility import WINDOWS, violations
from tests.pages.test_journeys import tab_to
from tests.pages.test_writing import BASE, settled, token

TABLE = """Suivi 2024;;;;
Intitulé du projet;Structure porteuse;Thématique(s);Commune;Référent
Atelier cuisine;CCAS;Santé;Bondy;A
Forum des droits;Compagnie des tisserandes;Zorglub;Bondy;B
;;Santé;Bondy;
"""
DIRECTORY = '"id";"titre";"position";"date_creat";"date_disso";"adrs_codeinsee"\n'


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Repository]:
    """Bondy, health, an association whose name is nearly that of the table, and a town's CCAS."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    apply(
        repository,
        entity("Territory", "ter:bondy", name="Bondy", territory_level="COMMUNE", cog=("93010",)),
        entity("Theme", "theme:sante", name="Santé"),
        entity("Actor", "act:amis", name="Compagnie des tiserandes", actor_kind="ASSOCIATION"),
        entity("Actor", "act:ccas", name="CCAS de Bondy", actor_kind="CCAS"),
        relation("act:amis", "COVERS", "ter:bondy"),
        relation("act:ccas", "COVERS", "ter:bondy"),
    )
    yield repository
    repository.close()


@pytest.fixture
def reader(small: Repository) -> TestClient:
    return TestClient(create_app(small), base_url=BASE)


@pytest.fixture
def small_address(small: Repository) -> Iterator[str]:
    with served(small) as url:
        yield url


def tried(client: TestClient, source: str, name: str, content: str, **more: str) -> str:
    """The address of the trial of a file, once its thread is done."""
    files = [("fichiers", (name, content.encode()))]
    files += [(field, ("c.yaml", text.encode())) for field, text in more.items()]
    sent = {"jeton": token(client, "/import"), "format": source}
    page = client.post("/import", data=sent, files=files)
    settled(client, page.url.path)
    return page.url.path


def pressed(client: TestClient, path: str, button: str) -> str:
    """The page after a button of it, settled."""
    client.post(f"{path}/{button}", data={"jeton": token(client, "/import")})
    settled(client, path)
    return words(client, path)


def words(client: TestClient, path: str) -> str:
    """The text of a page's main part, tags and runs of spaces left out."""
    main = client.get(path).text.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"</?(?:bdi|a|span|strong)\b[^>]*>", "", main)
    text = re.sub(r"<[^>]+>", " ", main).replace("&nbsp;", " ").replace("&#39;", "'")
    return " ".join(text.split())


def test_every_importer_is_offered(reader: TestClient) -> None:
    form = reader.get("/import").text
    assert re.findall(r'<option value="([^"]+)"', form) == list(IMPORTERS)


def test_a_table_is_shown_before_anything_is_written(reader: TestClient, small: Repository) -> None:
    revision = small.view().revision
    path = tried(reader, "table", "suivi.csv", TABLE)
    told = words(reader, path)
    for part in (
        "Ce que cela changerait",
        "Lignes refusées Fichier Ligne Raison suivi.csv 5 Ni action ni cadre",
        "« Compagnie des tisserandes » est-il « Compagnie des tiserandes »",
        "Pour : noms semblables à une faute près",
        "suivi.csv, en-tête à la ligne 2",
        "Intitulé du projet Action Structure porteuse Porteur",
        "Non lues : Référent.",
        "suivi.csv 4 « Zorglub » : thème absent du vocabulaire",
        "Atelier cuisine traite de Santé",
        "CCAS de Bondy est la même entité que CCAS de Bondy",
    ):
        assert part in told, told
    assert small.view().revision == revision
    shown = reader.get(f"{path}.json").json()
    twin, differences = shown["report"], shown["differences"]
    assert twin["rows"] == {"refused": 1, "question": 1, "created": 1, "changed": 0, "unchanged": 0}
    assert twin["doubts"][0]["right"] == {"id": "act:amis", "name": "Compagnie des tiserandes"}
    assert "act:ccas" in {each["to"]["id"] for each in differences["changed"]}
    rows = reader.get(f"{path}.csv").text.lstrip("\ufeff").splitlines()
    assert rows[0] == "fichier;ligne;devenir;raison"
    assert rows[-1] == "suivi.csv;5;refusée;ni action ni cadre : rien à recenser"


def test_it_is_written_reported_and_undone(reader: TestClient, small: Repository) -> None:
    before = small.store.snapshot(small.store.revision())
    path = tried(reader, "table", "suivi.csv", TABLE)
    told = pressed(reader, path, "appliquer")
    assert "C'est écrit" in told
    assert "Annuler cet import Le voir au journal (cs2)" in told
    jeton = token(reader, "/import")
    undone = reader.post("/journal/cs2/annuler", data={"jeton": jeton})
    assert undone.url.path == "/journal/cs3"
    after = small.store.snapshot(small.store.revision())
    assert (after.entities, after.relations) == (before.entities, before.relations)
    assert "Annulé par cs3" in words(reader, "/journal/cs2")


def test_values_are_shown_before_and_after(reader: TestClient) -> None:
    pressed(reader, tried(reader, "table", "suivi.csv", TABLE), "appliquer")
    newer = TABLE.replace("Santé;Bondy;A", "Santé;Bondy;A").replace("Forum des droits", "Forum")
    told = words(reader, tried(reader, "table", "suivi.csv", newer))
    assert "Action Forum des droits Note rien Absent de la dernière édition de la liste" in told
    same = words(reader, tried(reader, "table", "suivi.csv", TABLE))
    assert "Tout y est déjà : il n'y a rien à écrire." in same
    assert "Écrire dans la base" not in same


def test_the_columns_may_be_given(reader: TestClient) -> None:
    path = tried(reader, "table", "suivi.csv", TABLE)
    guessed = reader.get(f"{path}/correspondance.yaml").text
    assert "porteur: Structure porteuse" in guessed
    files = [("correspondance", ("c.yaml", guessed.replace("Structure porteuse", "Référent")))]
    reader.post(f"{path}/correspondance", data={"jeton": token(reader, "/import")}, files=files)
    settled(reader, path)
    told = words(reader, path)
    assert "Référent Porteur" in told
    assert "A participe à Atelier cuisine (porteur)" in told
    given = tried(reader, "table", "suivi.csv", TABLE, correspondance=guessed)
    assert "Structure porteuse Porteur" in words(reader, given)


def test_a_doubt_on_the_list_is_asked(reader: TestClient) -> None:
    """A renamed file: an edition of the known list, or another one."""
    pressed(reader, tried(reader, "table", "suivi.csv", TABLE), "appliquer")
    path = tried(reader, "table", "suivi final.csv", TABLE)
    told = words(reader, path)
    assert "Quelle liste est-ce ? Rien n'est écrit. Ce fichier a un nouveau nom, et 2" in told
    assert "C'est une édition de « suivi »" in told
    jeton = token(reader, "/import")
    reader.post(f"{path}/liste", data={"jeton": jeton, "liste": "doc:table-suivi"})
    settled(reader, path)
    told = words(reader, path)
    assert "Liste « suivi » (doc:table-suivi) : met à jour l'édition importée par cs2." in told
    reader.post(f"{path}/liste", data={"jeton": jeton, "liste": "Autre suivi"})
    settled(reader, path)
    assert "Liste « Autre suivi » (doc:table-autre-suivi), nouvelle." in words(reader, path)


@pytest.mark.parametrize(
    ("source", "files", "told"),
    [
        ("", {"a.csv": "x"}, "Choisir un format d'import"),
        ("table", {}, "Choisir au moins un fichier"),
        ("table", {"a.csv": "x", "b/a.csv": "y"}, "portent le même nom"),
        ("table", {"a.csv": TABLE, "correspondance": "couleur: bleu"}, "Clé inconnue « couleur »"),
    ],
)
def test_a_mistake_comes_back_to_the_form(
    reader: TestClient, source: str, files: dict[str, str], told: str
) -> None:
    sent = [
        ("correspondance" if name == "correspondance" else "fichiers", (name, text.encode()))
        for name, text in files.items()
    ]
    data = {"jeton": token(reader, "/import"), "format": source}
    page = reader.post("/import", data=data, files=sent or None)
    assert page.status_code == 400
    assert told in page.text.replace("&#39;", "'")
    assert f'value="{source or "bundle"}"{" selected" if source else ""}>' in page.text


def test_a_refusal_names_the_file_as_it_was_sent(reader: TestClient, small: Repository) -> None:
    revision = small.view().revision
    path = tried(reader, "table", "suivi.csv", "Action;Nom de l'usager\nAtelier;X\n")
    told = words(reader, path)
    assert "Rien n'a été écrit À corriger : suivi.csv, ligne 1, colonne « Nom de l'usager »" in told
    assert "bénéficiaires" in told
    assert "maillage-import" not in reader.get(f"{path}.json").text
    assert small.view().revision == revision


def test_a_trial_may_be_given_up(reader: TestClient, small: Repository) -> None:
    revision = small.view().revision
    path = tried(reader, "table", "suivi.csv", TABLE)
    assert "Import abandonné Rien n'a été écrit" in pressed(reader, path, "interrompre")
    assert "Import abandonné" in pressed(reader, path, "appliquer")
    assert small.view().revision == revision


def choose(page: Page, source: str, path: Path) -> None:
    """Fill the form and send it."""
    page.get_by_label("Format").select_option(source)
    page.get_by_label("Fichiers").set_input_files(path)
    page.get_by_role("button", name="Voir ce que cela changerait").click()


def assert_accessible(page: Page, *names: str) -> None:
    """No violation in the windows named, or in any, and nothing wider than it."""
    for window in names or WINDOWS:
        scheme, width, height = WINDOWS[window]
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == [], window
        assert page.evaluate("document.documentElement.scrollWidth") <= width, window


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register that takes a while."""
    path = tmp_path / "rna_dpt_93.csv"
    rest = '"A";"2010-01-01";"0001-01-01";"93010"\n'
    body = "".join(f'"W9{number:08}";"ASSOCIATION {number}";{rest}' for number in range(120_000))
    path.write_text(DIRECTORY + body, encoding="utf-8")
    return path


@pytest.mark.parametrize("scripted", [True, False])
def test_an_import_in_progress_is_accessible_and_stops(
    open_page: OpenPage, small_address: str, small: Repository, register: Path, scripted: bool
) -> None:
    """With its script and without: phase and rows are told, and its button leaves nothing."""
    page = open_page(f"{small_address}/import", java_script_enabled=scripted)
    choose(page, "rna", register)
    expect(page.locator("#avancement")).to_contain_text(re.compile(r"lignes|: \d"))
    button = page.get_by_role("button", name="Interrompre, sans rien écrire")
    if scripted:
        assert_accessible(page, "light", "320 px")
        tab_to(page, button)
        page.keyboard.press("Enter")
    else:
        button.click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Import abandonné", timeout=60_000)
    assert small.store.revision() == 1


@pytest.mark.parametrize("scripted", [True, False])
def test_from_a_file_to_its_undoing(
    open_page: OpenPage, small_address: str, small: Repository, tmp_path: Path, scripted: bool
) -> None:
    path = tmp_path / "suivi.csv"
    path.write_text(TABLE, encoding="utf-8")
    page = open_page(f"{small_address}/import", java_script_enabled=scripted)
    choose(page, "table", path)
    expect(page.get_by_role("heading", name="Ce que cela changerait")).to_be_visible()
    if scripted:
        assert_accessible(page)
    page.get_by_role("button", name="Écrire dans la base").click()
    expect(page.get_by_role("heading", name="C'est écrit")).to_be_visible()
    page.get_by_role("button", name="Annuler cet import").click()
    page.wait_for_url("**/journal/cs3")
    assert small.view().row("act:amis") is not None
    if scripted:
        assert_accessible(page)
        small.revert("cs3", "essai")
        path = path.rename(tmp_path / "suivi final.csv")
        page.goto(f"{small_address}/import")
        choose(page, "table", path)
        expect(page.get_by_role("heading", name="Quelle liste est-ce")).to_be_visible()
        assert_accessible(page)
        page.goto(f"{small_address}/journal/cs1")
        page.get_by_role("button", name="Annuler ce lot").click()
        expect(page.get_by_role("heading", name="Ce qui fait obstacle")).to_be_visible()
        assert_accessible(page)
