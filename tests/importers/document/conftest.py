"""Readings of the small texts of this folder, whose answers are found by eye."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from importers.base import no_progress
from importers.document.finding.find import Found, find
from importers.document.read import ReadDocument, read_document
from importers.document.structure.clean import clean

Sample: TypeAlias = Callable[[str], ReadDocument]

_SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def sample() -> Sample:
    """Reads a text of ``samples`` by its name, once, by the rules alone."""

    @cache
    def read(name: str) -> ReadDocument:
        path = _SAMPLES / f"{name}.txt"
        whole = read_document(path.name, path.read_bytes(), None, no_progress)
        return whole._replace(reading=said(whole.text).reading)

    return read


def said(text: str) -> Found:
    """What the rules say of a text written in the test, too short to be weighed."""
    return find(clean(text), None, by_rules_alone=True)
