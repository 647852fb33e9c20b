"""What the learned weights see of a text: stems, and never a name."""

from importers.document.finding.learned.words import words
from importers.document.structure.clean import clean


def seen(text: str) -> list[str]:
    return words(clean(text), 0, len(text))


def test_forms_of_a_word_are_one() -> None:
    assert seen("finance, financera") == ["finan", ",", "finan"]


def test_a_capital_within_a_sentence_is_a_name() -> None:
    assert seen("avec Rosa Parks et Vire") == ["avec", "NOM", "NOM", "et", "NOM"]


def test_a_capital_that_begins_a_sentence_or_a_value_is_none() -> None:
    assert seen("Signé. Porteur : Mairie") == ["signe", ".", "porte", ":", "mairi"]


def test_acronyms_are_words_when_the_product_knows_them() -> None:
    assert seen("la CAF et la XQZ") == ["la", "caf", "et", "la", "NOM"]


def test_capitals_of_a_heading_are_words() -> None:
    assert seen("CONVENTION") == ["conve"]


def test_numbers_are_what_they_are() -> None:
    assert seen("le 3 mars 2019, 12 500 €") == ["le", "N", "MOIS", "AN", ",", "N", "N", "€"]
