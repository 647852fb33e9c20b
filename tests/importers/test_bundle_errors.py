"""Bad bundles: a French message that names file, row, column and remedy; nothing written."""

import tracemalloc
from pathlib import Path
from time import process_time

import pytest

from graph.changes import Retract
from graph.errors import InvalidData
from graph.repository import Repository
from importers.bundle import BundleImporter
from tests.drawing import apply, entities, entity, import_folder, relation
from tests.importers.refusing import refused

GOOD = "id,kind,name\na,Actor,A\nf,Framework,F\nt,Theme,T\nu,Theme,U\n"
TIES = "type,from,to\n"

# What a table holds, and what is told of it: code, row, column, words of the message.
ENTITIES: dict[str, tuple[str | bytes, tuple[str, int | None, str | None, str]]] = {
    "unknown kind": ("id,kind,name\nx,Planet,X\n", ("UNKNOWN_KIND", 2, "kind", "types : Actor")),
    "unknown column": (
        "id,kind,name,colour\nx,Actor,X,blue\n",
        ("UNKNOWN_COLUMN", 1, "colour", "admises"),
    ),
    "missing column": ("id,name\nx,X\n", ("MISSING_COLUMN", 1, "kind", "obligatoire")),
    "repeated column": (
        "id,kind,name,note,note\nx,Actor,X,1,2\n",
        ("DUPLICATE_COLUMN", 1, "note", "double"),
    ),
    "enumerated value": (
        "id,kind,name,actor_kind\nx,Actor,X,MAIRIE\n",
        ("INVALID_VALUE", 2, "actor_kind", "valeurs admises : "),
    ),
    "column of another kind": (
        "id,kind,name,siren\nx,Theme,X,123\n",
        ("WRONG_PROPERTY", 2, "siren", "seulement de : Actor"),
    ),
    "bad date": (
        "id,kind,name,start\nx,Actor,X,11/07/2013\n",
        ("INVALID_VALUE", 2, "start", "AAAA-MM-JJ"),
    ),
    "day that does not exist": (
        "id,kind,name,end\nx,Actor,X,2015-02-29\n",
        ("INVALID_VALUE", 2, "end", "n'existe pas"),
    ),
    "month zero": (
        "id,kind,name,end\nx,Actor,X,2015-00\n",
        ("INVALID_VALUE", 2, "end", "n'existe pas"),
    ),
    "end before start": (
        "id,kind,name,start,end\nx,Actor,X,2015-06,2015-05\n",
        ("INVALID_PERIOD", 2, "end", "précède"),
    ),
    "end with open_ended": (
        "id,kind,name,end,open_ended\nx,Actor,X,2015,true\n",
        ("INVALID_PERIOD", 2, "end", "se contredisent"),
    ),
    "boolean": (
        "id,kind,name,generic\nx,Actor,X,oui\n",
        ("INVALID_VALUE", 2, "generic", "« true »"),
    ),
    "number": ("id,kind,name,budget\nx,Actor,X,beaucoup\n", ("INVALID_VALUE", 2, "budget", "1234")),
    "month out of bounds": (
        "id,kind,name,expected_month\nx,Body,X,13\n",
        ("INVALID_VALUE", 2, "expected_month", "entre 1 et 12"),
    ),
    "contact": ("id,kind,name\nx,Contact,X\n", ("CONTACT_REFUSED", 2, "kind", "ôter")),
    "unknown source": (
        "id,kind,name,source\nx,Actor,X,d#p. 2\n",
        ("UNKNOWN_SOURCE", 2, "source", "ajouter le document"),
    ),
    "source that is no document": (
        "id,kind,name,source\nx,Actor,X,\ny,Actor,Y,x\n",
        ("UNKNOWN_SOURCE", 3, "source", "« x »"),
    ),
    "no name": ("id,kind,name\nx,Actor, \n", ("INVALID_DATA", 2, "name", "remplir")),
    "no id": ("id,kind,name\n,Actor,X\n", ("INVALID_ID", 2, "id", "de 1 à 500")),
    "document with a bar": (
        "id,kind,name\nx|y,Document,X\n",
        ("INVALID_ID", 2, "id", "citer les sources"),
    ),
    "document with a hash": (
        "id,kind,name\nx#y,Document,X\n",
        ("INVALID_ID", 2, "id", "citer les sources"),
    ),
    "id with a control": ("id,kind,name\nx\x07y,Actor,X\n", ("INVALID_ID", 2, "id", "invisible")),
    "id on two lines": ('id,kind,name\n"x\ny",Actor,X\n', ("INVALID_ID", 2, "id", "invisible")),
    "id with a space": ("id,kind,name\nx ,Actor,X\n", ("INVALID_ID", 2, "id", "espace")),
    "long id": (f"id,kind,name\n{'x' * 501},Actor,X\n", ("INVALID_ID", 2, "id", "500")),
    "two kinds": (
        "id,kind,name\nx,Actor,X\n\nx,Body,X\n",
        ("DUPLICATE_ROW", 4, None, "contredit la ligne 2"),
    ),
    "contradictory row": (
        "id,kind,name\nx,Actor,X\nx,Actor,Y\n",
        ("DUPLICATE_ROW", 3, None, "n'en garder qu'une"),
    ),
    "another kind in the store": (
        "id,kind,name\nknown,Body,X\n",
        ("KIND_CONFLICT", 2, "kind", "choisir un autre identifiant"),
    ),
    "no kind, unknown": ("id,kind,name\nx,,X\n", ("UNKNOWN_REFERENCE", 2, "kind", "son type")),
    "too many cells": ("id,kind,name\nx,Actor,X,Y\n", ("TOO_MANY_CELLS", 2, None, "guillemets")),
    "huge text": (
        f"id,kind,name,note\nx,Actor,X,{'n' * 100_001}\n",
        ("INVALID_VALUE", 2, "note", "abréger"),
    ),
    "huge cell": (
        'id,kind,name,note\nx,Actor,X,"' + "nnnnnnnnn\n" * 100_001 + '"\n',
        ("INVALID_CSV", None, None, "1000000"),
    ),
    "open quote": ('id,kind,name\nx,Actor,"X\ny,Actor,Y\n', ("INVALID_CSV", 3, None, "guillemets")),
    "text after a quote": ('id,kind,name\nx,Actor,"X"Y\n', ("INVALID_CSV", 2, None, "guillemets")),
    "latin-1": (
        "id,kind,name\na,Actor,A\nx,Actor,été\n".encode("latin-1"),
        ("WRONG_ENCODING", 3, None, "UTF-8"),
    ),
    "utf-16": ("id,kind,name\nx,Actor,X\n".encode("utf-16"), ("NUL_BYTE", 1, None, "UTF-8")),
    "NUL": (b"id,kind,name\nx,Actor,X\x00Y\n", ("NUL_BYTE", 2, None, "CSV UTF-8")),
    "semicolons": ("id;kind;name\nx;Actor;X\n", ("WRONG_SEPARATOR", 1, None, "virgules")),
    "empty file": (b"", ("EMPTY_FILE", None, None, "en-tête")),
    "only a BOM": (b"\xef\xbb\xbf", ("EMPTY_FILE", None, None, "en-tête")),
    "long line": (
        f"id,kind,name\nx,Actor,{'n' * 1_000_001}\n",
        ("LINE_TOO_LONG", 2, None, "1000000 octets"),
    ),
}
RELATIONS: dict[str, tuple[str, tuple[str, int | None, str | None, str]]] = {
    "unknown type": ("LIKES,a,f\n", ("UNKNOWN_TYPE", 2, "type", "relations : INVOLVED_IN")),
    "dangling origin": ("INVOLVED_IN,x,f\n", ("DANGLING_REFERENCE", 2, "from", "« x »")),
    "dangling target": ("INVOLVED_IN,a,y\n", ("DANGLING_REFERENCE", 2, "to", "ajouter l'entité")),
    "no origin": ("INVOLVED_IN,,f\n", ("MISSING_VALUE", 2, "from", "donner un identifiant")),
    "forbidden ends": (
        "INVOLVED_IN,f,a\n",
        ("WRONG_ENDS", 2, "type", "admis : Actor → Action"),
    ),
    "succeeds another kind": ("SUCCEEDS,a,f\n", ("WRONG_ENDS", 2, "type", "Actor → Actor")),
    "itself": ("ARTICULATED_WITH,f,f\n", ("WRONG_ENDS", 2, "to", "elle-même")),
    "part of itself": ("PART_OF,a,a\n", ("CYCLE", 2, "to", "elle-même")),
    "contact's post": ("HOLDS_POST,a,f\n", ("CONTACT_REFUSED", 2, "type", "ôter")),
    "cycle with the store": ("BROADER,known:u,known:t\n", ("CYCLE", 2, "to", "ôter l'une")),
}
CYCLES = {
    "BROADER": "Theme",
    "WITHIN": "Territory",
    "PART_OF": "Actor",
    "SUCCEEDS": "Framework",
}


@pytest.fixture
def known(repository: Repository) -> Repository:
    """A store where something is known, and something was."""
    apply(
        repository,
        entity("Actor", "known"),
        *entities("Theme", "known:t", "known:u", "was:theme"),
        relation("known:t", "BROADER", "known:u"),
    )
    apply(repository, Retract("was:theme"))
    return repository


def bundle(folder: Path, entities_: str | bytes | None, relations_: str | bytes | None) -> Path:
    """A bundle folder with these files."""
    for name, content in (("entities.csv", entities_), ("relations.csv", relations_)):
        if content is not None:
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
    return folder


def check(
    repository: Repository,
    folder: Path,
    file: str,
    told: tuple[str, int | None, str | None, str],
) -> None:
    """The import of the folder is refused, and the error says what is told."""
    code, row, column, words = told
    error = refused(repository, BundleImporter(), [folder])
    assert (error.code, error.place.column) == (code, column)
    if row is not None:
        assert error.place.row == row
        assert f"ligne {row}" in str(error)
    assert error.place.file == str(folder / file)
    assert str(folder / file) in str(error)
    assert words in error.message
    assert len(error.message) < 1000


@pytest.mark.parametrize("case", ENTITIES)
def test_bad_entities(known: Repository, tmp_path: Path, case: str) -> None:
    """One table for all that may be wrong in entities.csv."""
    content, told = ENTITIES[case]
    check(known, bundle(tmp_path, content, None), "entities.csv", told)


@pytest.mark.parametrize("case", RELATIONS)
def test_bad_relations(known: Repository, tmp_path: Path, case: str) -> None:
    """One table for all that may be wrong in relations.csv."""
    content, told = RELATIONS[case]
    check(known, bundle(tmp_path, GOOD, TIES + content), "relations.csv", told)


@pytest.mark.parametrize(
    ("columns", "cells", "told"),
    [
        ("role", "BOSS", ("INVALID_VALUE", 2, "role", "rôles admis : LEAD")),
        ("start,end", "2015,2014", ("INVALID_PERIOD", 2, "end", "précède")),
        ("end,open_ended", "2015,true", ("INVALID_PERIOD", 2, "end", "se contredisent")),
        ("intensity", "6", ("INVALID_VALUE", 2, "intensity", "entre 1 et 5")),
        ("extent", "HALF", ("INVALID_VALUE", 2, "extent", "WHOLE")),
        ("amount", "1 500", ("INVALID_VALUE", 2, "amount", "nombre")),
        ("source", "a", ("UNKNOWN_SOURCE", 2, "source", "Document")),
        ("budget", "1", ("UNKNOWN_COLUMN", 1, "budget", "admises")),
    ],
)
def test_bad_cells_of_a_relation(
    known: Repository,
    tmp_path: Path,
    columns: str,
    cells: str,
    told: tuple[str, int | None, str | None, str],
) -> None:
    """In columns beyond type and ends."""
    table = f"type,from,to,{columns}\nINVOLVED_IN,a,f,{cells}\n"
    check(known, bundle(tmp_path, GOOD, table), "relations.csv", told)


@pytest.mark.parametrize("type_", CYCLES)
def test_cycles(known: Repository, tmp_path: Path, type_: str) -> None:
    """Of three, in each relation that admits none; the message walks around it."""
    kind = CYCLES[type_]
    table = f"id,kind,name\nx,{kind},X\ny,{kind},Y\nz,{kind},Z\n"
    ties = f"type,from,to\n{type_},x,y\n{type_},y,z\n{type_},z,x\n"
    told = ("CYCLE", None, "to", "x → y → z → x")
    check(known, bundle(tmp_path, table, ties), "relations.csv", told)


def test_a_differing_repetition_of_a_relation(known: Repository, tmp_path: Path) -> None:
    """Told apart by role and start; a symmetric one is the same in both directions."""
    table = "type,from,to,role,start,note\n"
    fine = "INVOLVED_IN,a,f,LEAD,,x\nINVOLVED_IN,a,f,LEAD,2015,y\nINVOLVED_IN,a,f,,,z\n"
    wrong = fine + "INVOLVED_IN,a,f,lead,,other\n"
    told = ("DUPLICATE_ROW", 5, None, "contredit la ligne 2")
    check(known, bundle(tmp_path, GOOD, table + wrong), "relations.csv", told)
    assert import_folder(known, bundle(tmp_path, GOOD, table + fine)).created == 7


def test_no_such_folder(known: Repository, tmp_path: Path) -> None:
    """A missing folder, one without tables, a file, a name that no system takes."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.csv").write_text(GOOD)
    for name in ("missing", "empty", "file.csv", "x" * 5000):
        error = refused(known, BundleImporter(), [tmp_path / name])
        assert (error.code, error.place.file) == ("MISSING_FILE", str(tmp_path / name))
        assert "dossier qui contient entities.csv ou relations.csv" in error.message


def test_a_folder_in_place_of_a_table(known: Repository, tmp_path: Path) -> None:
    """Is no table; the other one is read."""
    (tmp_path / "entities.csv").mkdir()
    bundle(tmp_path, None, TIES)
    assert import_folder(known, tmp_path).change_set is None


def test_a_line_of_100_megabytes(known: Repository, tmp_path: Path) -> None:
    """Is refused after its first megabyte: little time, little memory."""
    with (tmp_path / "entities.csv").open("wb") as stream:
        stream.write(b"id,kind,name\nx,Actor,")
        for _ in range(100):
            stream.write(b"n" * 1_000_000)
    tracemalloc.start()
    start = process_time()
    try:
        check(known, tmp_path, "entities.csv", ("LINE_TOO_LONG", 2, None, "octets"))
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
        assert process_time() - start < 5
    finally:
        tracemalloc.stop()


def test_another_kind_in_the_past(known: Repository, tmp_path: Path) -> None:
    """An id that was retracted keeps its kind."""
    folder = bundle(tmp_path, "id,kind,name\nx,Actor,X\nwas:theme,Body,X\n", None)
    with pytest.raises(InvalidData, match="choisir un autre identifiant") as error:
        import_folder(known, folder)
    assert error.value.code == "KIND_CONFLICT"
    assert (error.value.place.row, error.value.place.column) == (3, "kind")


def test_nothing_of_a_good_part_is_kept(known: Repository, tmp_path: Path) -> None:
    """The error is on the last of many rows."""
    rows = "".join(f"x{count},Actor,X\n" for count in range(2000))
    content = f"id,kind,name\n{rows}x,Planet,X\n"
    check(
        known, bundle(tmp_path, content, None), "entities.csv", ("UNKNOWN_KIND", 2002, "kind", "")
    )
