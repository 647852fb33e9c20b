"""Weights: a sum, made a probability; kept in a file that can be read."""

from pathlib import Path

import pytest

from importers.document.finding.learned.weights import (
    DATES,
    ROLES,
    Weights,
    learned,
    path_of,
    read,
    write,
)

MADE = Weights(("LEAD", "FUNDER"), (0.0, -1.0), {"before porte": (2.0, 0.0), "+1 €": (0.0, 1.0)})


def test_a_probability_is_the_logistic_of_the_sum() -> None:
    """Worked by hand: 1 / (1 + e^-2) and 1 / (1 + e^0)."""
    chances = MADE.probabilities(["before porte", "+1 €"])
    assert chances["LEAD"] == pytest.approx(0.8808, abs=1e-4)
    assert chances["FUNDER"] == 0.5


def test_a_feature_that_was_not_learned_says_nothing() -> None:
    assert MADE.probabilities(["before soleil"])["LEAD"] == 0.5


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(MADE, tmp_path / "made.json")
    assert read(tmp_path / "made.json") == MADE


@pytest.mark.parametrize("name", [DATES, ROLES])
def test_the_product_s_files_are_as_it_writes_them(name: str, tmp_path: Path) -> None:
    write(learned(name), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == path_of(name).read_bytes()


def test_the_weights_name_no_town_and_no_given_name() -> None:
    """Names are hidden before features are made, and rare words are not learned."""
    told = {word for name in (DATES, ROLES) for each in learned(name).of for word in each.split()}
    names = {"marse", "toulo", "bordea", "nante", "stras", "renne", "grenob", "courn", "roube"}
    names |= {"amien", "limog", "besan", "perpi", "reims", "steph", "nicol", "isabe", "phili"}
    assert told.isdisjoint(names)
    assert {"signe", "porte", "finan"} <= told
