"""The themes of a text, and those that it only evokes."""

import pytest

from tests.importers.document.conftest import said

FILLER = "Les équipes se réunissent chaque mois pour préparer la suite des travaux du groupe. " * 20


def themes(text: str) -> set[str]:
    """The themes of a text."""
    return {each.theme for each in said(text).reading.themes}


@pytest.mark.parametrize(
    "sentence",
    [
        "Les loisirs des équipes sont rares.",
        "Un médecin du sport est passé, un jour.",
        "La direction des solidarités l'a rappelé, avec le pôle des solidarités.",
        "Le conseil citoyen a été consulté.",
    ],
)
def test_a_word_in_passing_makes_no_theme_of_a_long_text(sentence: str) -> None:
    text = f"La mobilité à Vire\n\nLa mobilité de tous.\n\n{FILLER}\n{sentence}"
    assert themes(text) == {"mobilite"}


def test_words_that_come_back_make_a_theme() -> None:
    text = (
        f"La mobilité à Vire\n\n{FILLER}\n- lutter contre l'isolement\n- animer la vie sociale\n"
        "- soutenir la vie associative\n- la participation citoyenne"
    )
    assert themes(text) == {"mobilite", "vie-sociale-participation"}
