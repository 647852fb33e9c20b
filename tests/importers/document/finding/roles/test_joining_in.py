"""Who takes part, from the words of a sentence."""

import pytest

from tests.importers.document.finding.answers import who

PAGE = "Les ateliers du quartier à Vierzon\n\n"
PARTNER = ["CPAM du Cher"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Les ateliers se tiennent en partenariat avec la CPAM du Cher.",
        "Les ateliers se tiennent en lien étroit avec la CPAM du Cher.",
        "Les ateliers se tiennent avec le concours de la CPAM du Cher.",
        "Les ateliers se tiennent aux côtés de la CPAM du Cher.",
        "Un partenariat entre la CPAM du Cher et les écoles est né.",
        "Les partenaires sont la CPAM du Cher.",
        "Des partenaires tels que la CPAM du Cher y viennent.",
        "Les ateliers sont organisés par la CPAM du Cher.",
        "Les ateliers réunissent la CPAM du Cher et les écoles.",
        "Un groupe composé de la CPAM du Cher prépare les ateliers.",
        "Les ateliers sont soutenus par la CPAM du Cher.",
    ],
)
def test_those_whom_words_of_partnership_announce_take_part(sentence: str) -> None:
    assert who("PARTNER", PAGE + sentence) == PARTNER


@pytest.mark.parametrize(
    "sentence",
    [
        "La CPAM du Cher est associée aux ateliers.",
        "La CPAM du Cher est partenaire.",
        "La CPAM du Cher est chargée de l'information.",
        "La CPAM du Cher intervient dans les ateliers.",
        "La CPAM du Cher participe aux ateliers.",
        "La CPAM du Cher oriente les habitants.",
        "La CPAM du Cher met à disposition une salle.",
        "La CPAM du Cher apporte son expertise.",
    ],
)
def test_those_of_whom_a_verb_says_it_take_part(sentence: str) -> None:
    assert who("PARTNER", PAGE + sentence) == PARTNER


@pytest.mark.parametrize(
    "sentence",
    [
        "La CPAM du Cher a ses bureaux rue du Port.",
        "Le rapport de la CPAM du Cher est public.",
        "Vu la délibération prise avec la CPAM du Cher,",
    ],
)
def test_who_is_only_named_is_mentioned(sentence: str) -> None:
    assert who("PARTNER", PAGE + sentence) == []
    assert who("MENTIONED", PAGE + sentence) == PARTNER


def test_a_stronger_role_leaves_none_of_partner() -> None:
    text = "La CPAM du Cher pilote les ateliers. La CPAM du Cher participe à la fête."
    assert who("LEAD", PAGE + text) == PARTNER
    assert who("PARTNER", PAGE + text) == []
