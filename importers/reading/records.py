"""Records of JSON and Parquet files as dictionaries, one by one."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import ijson

from graph.errors import InvalidData, Place
from importers.reading.archives import members

Record = dict[str, Any]


def json_records(path: Path, prefix: str) -> Iterator[tuple[Record, Place]]:
    """Objects of the array at a path (``item``, ``service.item``) of JSON texts, numbered from 1.

    Numbers that are no integers are floats. Raises InvalidData for what is no such text.
    """
    for member in members(path, (".json",)):
        place = Place(member.file)
        with member.open() as stream:
            numbers = count(1)
            try:
                for record in ijson.items(stream, prefix, use_float=True):
                    place = Place(member.file, next(numbers))
                    if not isinstance(record, dict):
                        raise InvalidData(
                            "il faut ici un objet JSON", code="INVALID_JSON", place=place
                        )
                    yield record, place
            except (ijson.JSONError, UnicodeDecodeError):
                raise InvalidData(
                    "le fichier ne se lit pas comme du JSON, ou s'arrête en chemin : le copier de "
                    "nouveau",
                    code="INVALID_JSON",
                    place=place,
                ) from None


def parquet_records(path: Path) -> Iterator[tuple[Record, Place]]:
    """Rows of a Parquet file, numbered from 1; a part of the file is in memory at a time.

    Raises InvalidData when it is none, or when the reader of Parquet is not installed.
    """
    file = str(path)
    try:
        import polars
    except ImportError:
        raise InvalidData(
            "lire Parquet demande un complément : pip install 'maillage[parquet]', ou prendre le "
            "fichier CSV ou JSON",
            code="MISSING_READER",
            place=Place(file),
        ) from None
    numbers = count(1)
    try:
        for batch in polars.scan_parquet(path).collect_batches(chunk_size=20_000):
            for record in batch.iter_rows(named=True):
                yield record, Place(file, next(numbers))
    except (polars.exceptions.PolarsError, OSError):
        raise InvalidData(
            "le fichier ne se lit pas comme du Parquet : le copier de nouveau",
            code="INVALID_PARQUET",
            place=Place(file),
        ) from None


def as_text(value: Any) -> str:
    """A value of a record as the text of a cell; lists have their parts separated by commas."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case Decimal():
            return str(value)
        case list() | tuple():
            return ",".join(as_text(each) for each in value)
    return str(value)
