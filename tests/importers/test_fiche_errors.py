"""Bad fiches: a French message that names file, line and key; nothing written."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from graph.repository import Repository
from importers import run_import
from importers.fiche import FicheImporter
from tests.drawing import AUTHOR, apply, entity
from tests.importers.refusing import refused

DOCUMENT = "document: {id: d, name: Convention}\n"
ACTOR = "  - {id: a, kind: Actor, name: A, at: p. 1}\n"
FRAMEWORK = "  - {id: f, kind: Framework, name: F, at: p. 1}\n"

# A fiche, and what is told of it: code, line, key, words of the message.
FICHES: dict[str, tuple[str | bytes, tuple[str, int | None, str | None, str]]] = {
    "empty": ("", ("EMPTY_FILE", None, None, "document:")),
    "only a comment": ("# rien\n", ("INVALID_DATA", None, None, "clé: valeur")),
    "not a mapping": ("- a\n- b\n", ("INVALID_DATA", 1, None, "clé: valeur")),
    "a text": ("bonjour\n", ("INVALID_DATA", 1, None, "clé: valeur")),
    "no document": ("entities:\n" + ACTOR, ("MISSING_VALUE", 1, "document", "il manque")),
    "document without id": (
        "document: {name: X}\n",
        ("MISSING_VALUE", 1, "id", "il manque « id »"),
    ),
    "document that is a text": ("document: d\n", ("INVALID_DATA", 1, None, "clé: valeur")),
    "unknown top key": (DOCUMENT + "facts: []\n", ("UNKNOWN_COLUMN", 2, "facts", "admises")),
    "unknown key": (
        DOCUMENT + "entities:\n  - id: a\n    colour: blue\n",
        ("UNKNOWN_COLUMN", 4, "colour", "clés admises"),
    ),
    "double key": (
        DOCUMENT + "entities:\n  - id: a\n    id: b\n",
        ("DUPLICATE_COLUMN", 4, "id", "n'en garder qu'une"),
    ),
    "key that is a list": (DOCUMENT + "? [a, b]\n: c\n", ("INVALID_YAML", 2, None, "clé")),
    "entities that are a mapping": (
        DOCUMENT + "entities: {a: b}\n",
        ("INVALID_DATA", 2, None, "liste"),
    ),
    "entity that is a text": (
        DOCUMENT + "entities:\n  - a\n",
        ("INVALID_DATA", 3, None, "clé: valeur"),
    ),
    "no locator": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A}\n",
        ("MISSING_VALUE", 3, "at", "il manque « at »"),
    ),
    "locator with a bar": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A, at: p|q}\n",
        ("INVALID_DATA", 3, None, "« | »"),
    ),
    "list with a bar": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A, at: p, alias: ['x|y']}\n",
        ("INVALID_DATA", 3, None, "« | »"),
    ),
    "cell that is a mapping": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: {x: y}, at: p}\n",
        ("INVALID_DATA", 3, None, "texte"),
    ),
    "unknown kind": (
        DOCUMENT + "entities:\n  - {id: a, kind: Planet, name: A, at: p}\n",
        ("UNKNOWN_KIND", 3, "kind", "types : Actor"),
    ),
    "no kind": (
        DOCUMENT + "entities:\n  - {id: a, name: A, at: p}\n",
        ("UNKNOWN_REFERENCE", 3, "kind", "son type"),
    ),
    "enumerated value": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A, at: p, actor_kind: MAIRIE}\n",
        ("INVALID_VALUE", 3, "actor_kind", "valeurs admises"),
    ),
    "another kind": (
        DOCUMENT + "entities:\n  - {id: known, kind: Body, name: A, at: p}\n",
        ("KIND_CONFLICT", 3, "kind", "choisir un autre identifiant"),
    ),
    "contact": (
        DOCUMENT + "entities:\n  - {id: a, kind: Contact, name: A, at: p}\n",
        ("CONTACT_REFUSED", 3, "kind", "ôter"),
    ),
    "bad date": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A, at: p, start: 2015-02-30}\n",
        ("INVALID_VALUE", 3, "start", "n'existe pas"),
    ),
    "two names": (
        DOCUMENT
        + "entities:\n  - {id: a, kind: Actor, name: A, at: p}\n"
        + "  - {id: a, kind: Actor, name: B, at: q}\n",
        ("CONTRADICTION", 4, "name", "la ligne 3"),
    ),
    "document with a hash": (
        DOCUMENT + "entities:\n  - {id: 'a#b', kind: Document, name: A, at: p}\n",
        ("INVALID_ID", 3, "id", "« # »"),
    ),
    "unknown source": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: A, at: p, source: elsewhere}\n",
        ("UNKNOWN_SOURCE", 3, "source", "ajouter le document"),
    ),
    "dangling relation": (
        DOCUMENT + "relations:\n  - {type: INVOLVED_IN, from: known, to: nowhere, at: p}\n",
        ("DANGLING_REFERENCE", 3, "to", "« nowhere »"),
    ),
    "relation without other end": (
        DOCUMENT + "entities:\n" + ACTOR[:-2] + ", relations: [{type: MEMBER_OF, at: p}]}\n",
        ("INVALID_DATA", 3, None, "l'autre bout"),
    ),
    "relation with both ends": (
        DOCUMENT
        + "entities:\n"
        + ACTOR[:-2]
        + ", relations: [{type: MEMBER_OF, from: a, to: b, at: p}]}\n",
        ("INVALID_DATA", 3, None, "pas les deux"),
    ),
    "relation without locator": (
        DOCUMENT + "relations:\n  - {type: INVOLVED_IN, from: known, to: f}\n",
        ("MISSING_VALUE", 3, "at", "il manque"),
    ),
    "alias": (
        DOCUMENT + "entities:\n  - &x {id: a, kind: Actor, name: A, at: p}\n  - *x\n",
        ("INVALID_YAML", 4, None, "alias"),
    ),
    "bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
            for before, name in pairwise("abcdefghi")
        ),
        ("INVALID_YAML", 2, None, "alias"),
    ),
    "tag": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: !!python/name:os.system x, at: p}\n",
        ("INVALID_YAML", 3, None, "étiquette"),
    ),
    "text that looks like a tag": (
        DOCUMENT + "entities:\n  - {id: a, kind: Actor, name: !important, at: p}\n",
        ("INVALID_YAML", 3, None, "guillemets"),
    ),
    "two documents": (DOCUMENT + "---\n" + DOCUMENT, ("INVALID_YAML", 2, None, "YAML")),
    "wrong indentation": (DOCUMENT + "entities:\n - a: b\n   - c\n", ("INVALID_YAML", 4, None, "")),
    "tabulation": (DOCUMENT + "entities:\n\t- a\n", ("INVALID_YAML", 3, None, "retraits")),
    "open quote": ("document: {id: 'd\n", ("INVALID_YAML", None, None, "guillemets")),
    "nested a million deep": ("document: " + "[" * 1_000_000, ("INVALID_YAML", 1, None, "niveaux")),
    "latin-1": (
        (DOCUMENT + "# été\n").encode("latin-1"),
        ("WRONG_ENCODING", 2, None, "UTF-8"),
    ),
    "NUL": (DOCUMENT + "# \x00\n", ("NUL_BYTE", 2, None, "interdit")),
    "escaped NUL": (
        DOCUMENT + 'entities:\n  - {id: a, kind: Actor, name: "A\\0B", at: p}\n',
        ("INVALID_VALUE", 3, "name", "NUL"),
    ),
    "half a character": (
        DOCUMENT + 'entities:\n  - {id: a, kind: Actor, name: "A\\ud83d", at: p}\n',
        ("INVALID_VALUE", 3, "name", "moitié"),
    ),
    "half a character in a locator": (
        DOCUMENT + 'entities:\n  - {id: a, kind: Actor, name: A, at: "p\\ud83d"}\n',
        ("INVALID_VALUE", 3, "source", "moitié"),
    ),
}


@pytest.fixture
def known(repository: Repository) -> Repository:
    """A store where something is known."""
    apply(repository, entity("Actor", "known"))
    return repository


@pytest.mark.parametrize("case", FICHES)
def test_bad_fiches(known: Repository, tmp_path: Path, case: str) -> None:
    """One table for all that may be wrong."""
    content, (code, row, key, words) = FICHES[case]
    path = tmp_path / "fiche.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    error = refused(known, FicheImporter(), [path])
    assert (error.code, error.place.file, error.place.column) == (code, str(path), key)
    if row is not None:
        assert error.place.row == row
    assert words in error.message
    assert str(path) in str(error)
    assert len(error.message) < 1000


def test_no_such_file(known: Repository, tmp_path: Path) -> None:
    """A missing file, a folder."""
    for path in (tmp_path / "missing.yaml", tmp_path):
        error = refused(known, FicheImporter(), [path])
        assert (error.code, error.place.file) == ("MISSING_FILE", str(path))


def test_a_huge_fiche(known: Repository, tmp_path: Path) -> None:
    """Is refused before it is read."""
    path = tmp_path / "fiche.yaml"
    path.write_bytes(b"document: {id: d, name: " + b"n" * 5_000_000)
    start = process_time()
    assert refused(known, FicheImporter(), [path]).code == "FILE_TOO_LONG"
    assert process_time() - start < 2


def test_a_bad_fiche_among_good_ones(known: Repository, tmp_path: Path) -> None:
    """Nothing of the others is kept."""
    paths = [tmp_path / "good.yaml", tmp_path / "bad.yaml"]
    paths[0].write_text(DOCUMENT + "entities:\n" + ACTOR)
    paths[1].write_text(DOCUMENT + "entities:\n" + FRAMEWORK + "  - {id: x}\n")
    assert refused(known, FicheImporter(), paths).place.file == str(paths[1])


def test_a_fiche_is_read_as_text(known: Repository, tmp_path: Path) -> None:
    """Dates, numbers and lists as written; null and nothing are unknown; a BOM is fine."""
    path = tmp_path / "fiche.yaml"
    path.write_text(
        "\ufeffdocument:\n  id: d\n  name: Convention\n  date: 2013-07\n"
        "entities:\n"
        "  - id: f\n    kind: framework\n    name: 'Contrat: 2013'\n    at: art. 3\n"
        "    start: 2013\n    end: ~\n    note:\n    alias: [CTG, Accord]\n"
        "    relations:\n"
        "      - {type: involved_in, from: known, role: lead, at: p. 2}\n",
        encoding="utf-8",
    )
    report = run_import(known, FicheImporter(), [path], author=AUTHOR)
    assert (report.created, report.changed) == (3, 0)
    view = known.view()
    row = view.row("f")
    assert row is not None
    record = view.entity(row)
    assert (record.name, record.start, record.end) == ("Contrat: 2013", "2013", None)
    assert record.props == {"alias": ("CTG", "Accord")}
    assert record.sources == ("d#art. 3",)
    (number,) = view.relation_numbers()
    tie = view.relation(number)
    assert (tie.origin, tie.target, tie.role, tie.sources) == ("known", "f", "LEAD", ("d#p. 2",))
    again = run_import(known, FicheImporter(), [path], author=AUTHOR)
    assert (again.change_set, again.created, again.changed, again.unchanged) == (None, 0, 0, 3)
