"""A reading as JSON: one order, back and forth, and messages that name the field."""

import re
from pathlib import Path

import pytest

from graph.errors import InvalidData
from importers.document.exchange import parse_reading, read_reading, write_reading
from importers.document.review.paths import LISTS, located

READING = {
    "framework": {
        "passage": "CONTRAT LOCAL DE SANTÉ 2017-2022",
        "kind": "CLS",
        "title": "Contrat local de santé",
        "start": "2017",
        "end": "2022",
    },
    "actors": [
        {
            "passage": "la Caisse Primaire d'Assurance Maladie du Cantal",
            "labelled": True,
            "mention": "la Caisse Primaire d'Assurance Maladie du Cantal",
            "name": "CPAM du Cantal",
            "kind": "CPAM",
            "roles": ["SIGNATORY"],
        }
    ],
    "themes": [{"passage": "un meilleur accès aux soins", "theme": "sante"}],
    "skipped": [{"kind": "PERSON", "count": 3}],
}


def test_a_reading_comes_back_as_it_was_written() -> None:
    assert write_reading(parse_reading(READING)) == READING


def test_a_bare_theme_is_accepted_without_passage() -> None:
    [theme] = parse_reading({"themes": ["sante"]}).themes
    assert (theme.theme, theme.passage) == ("sante", "")


def test_kinds_and_roles_ignore_case_and_null_says_nothing() -> None:
    given = {"mention": "le Département", "kind": "departement", "roles": ["lead"], "name": None}
    [actor] = parse_reading({"actors": [given]}).actors
    assert (actor.kind, actor.roles, actor.called) == ("DEPARTEMENT", ("LEAD",), "le Département")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"actors": [{"mention": "a"}, {"mention": "b", "roles": ["CHEF"]}]}, "actors[1].roles[0]"),
        ({"actors": [{"mention": " "}]}, "actors[0].mention : ce champ est vide"),
        ({"actors": [{"kind": "CAF"}]}, "actors[0].mention : ce champ manque"),
        ({"actors": {"mention": "a"}}, "actors : il faut une liste"),
        ({"framework": {"start": "2013-13"}}, "framework.start : « 2013-13 » n'existe pas"),
        ({"framework": {"begin": "2013"}}, "framework.begin : ce champ n'existe pas"),
        ({"articulations": [{"name": "PRS", "relation": "CITES"}]}, "articulations[0].relation"),
        ({"amounts": [{"amount": "1 000 €"}]}, "amounts[0].amount : il faut un nombre"),
        ([], "lecture : il faut un objet"),
    ],
)
def test_a_message_names_the_field(found: object, said: str) -> None:
    with pytest.raises(InvalidData) as refused:
        parse_reading(found, "lecture.json")
    assert str(refused.value).startswith("lecture.json : lecture refusée : ")
    assert said in refused.value.message


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"{", "ligne 1, colonne 2"),
        (b'{\n  "actors": oui}', "ligne 2, colonne 13"),
        (b'{\n"\xff"}', "ligne 2, colonne 2 : ce n'est pas de l'UTF-8"),
        (b"[" * 200_000, "les uns dans les autres"),
        (b"9" * 5000, "un nombre y est trop long"),
    ],
)
def test_what_is_no_json_is_said_with_its_line(content: bytes, where: str) -> None:
    with pytest.raises(InvalidData, match="n'est pas du JSON lisible") as refused:
        read_reading(content, "lecture.json")
    assert where in str(refused.value)


def test_the_example_of_the_guide_is_a_reading() -> None:
    """With a fact of each kind that a person may add."""
    guide = (Path(__file__).parents[3] / "docs" / "guide.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(\{\"framework\".*?)```", guide, re.DOTALL)
    added = [each for each in located(read_reading(example.encode())) if each.fact.added]
    assert {each.list for each in added} == set(LISTS)
