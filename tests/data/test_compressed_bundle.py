"""A bundle whose tables are compressed imports as the plain one."""

import gzip
from pathlib import Path

import pytest

from graph.changes import UpsertEntity
from graph.errors import InvalidData
from importers.base import no_progress
from importers.bundle import BundleImporter

TABLE = "id,kind,name\ncommune:1,Territory,Le Village\n"


def _names(folder: Path) -> list[object]:
    operations = BundleImporter().read([folder], no_progress)
    return [each.values["name"] for each in operations if isinstance(each, UpsertEntity)]


def test_a_compressed_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "entities.csv.gz").write_bytes(gzip.compress(TABLE.encode()))
    assert _names(tmp_path) == ["Le Village"]


def test_a_table_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "entities.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "entities.csv.gz").write_bytes(gzip.compress(TABLE.encode()))
    with pytest.raises(InvalidData, match=r"entities\.csv et entities\.csv\.gz") as error:
        _names(tmp_path)
    assert error.value.code == "DUPLICATE_FILE"


@pytest.mark.parametrize(
    "content",
    [TABLE.encode(), b"", gzip.compress(TABLE.encode(), mtime=0)[:-12]],
    ids=["not compressed", "empty", "cut short"],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "entities.csv.gz").write_bytes(content)
    with pytest.raises(InvalidData) as error:
        _names(tmp_path)
    assert error.value.code in {"INVALID_GZIP", "EMPTY_FILE"}
    assert error.value.place.file == str(tmp_path / "entities.csv.gz")
