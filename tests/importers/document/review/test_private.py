"""What facts would keep beside their passages: no person, nothing of anybody helped."""

import pytest

from graph.errors import InvalidData
from importers.document.exchange import parse_reading
from importers.document.review import added_fact, check_private

TEXT = "Le CCAS pilote le guichet. Un comité de suivi se réunit chaque mois."
PERSONS = ["Mme Zoé Fictive", "Comité de Mme Zoé Fictive", "M. Fictif", "zoe@exemple.fr"]
HELPED = ["Nom de l'usager : A. B.", "NIR 180029301012345", "enfant né le 3 mai 2012"]


@pytest.mark.parametrize("name", PERSONS)
def test_no_field_of_a_reading_names_a_person(name: str) -> None:
    reading = parse_reading(
        {"actors": [{"mention": "le CCAS"}, {"mention": "Le CCAS", "name": name}]}
    )
    with pytest.raises(InvalidData) as refused:
        check_private(reading, "lecture.json")
    assert refused.value.code == "PERSON"
    assert refused.value.place.file == "lecture.json, actors[1]"
    assert refused.value.place.column == "name"


@pytest.mark.parametrize("words", HELPED)
def test_no_field_of_a_reading_tells_of_somebody_helped(words: str) -> None:
    reading = parse_reading({"needs": [{"label": words}]})
    with pytest.raises(InvalidData) as refused:
        check_private(reading)
    assert refused.value.code == "BENEFICIARY_DATA"


@pytest.mark.parametrize("list_", ["aliases", "partners", "members"])
def test_lists_of_names_are_read_too(list_: str) -> None:
    facts = {
        "aliases": {"actors": [{"mention": "le CCAS", "aliases": ["CCAS", "Mme Fictive"]}]},
        "partners": {"actions": [{"name": "Guichet", "partners": ["Mme Fictive"]}]},
        "members": {"bodies": [{"name": "comité", "members": ["le CCAS", "Mme Fictive"]}]},
    }
    with pytest.raises(InvalidData, match="Mme Fictive"):
        check_private(parse_reading(facts[list_]))


@pytest.mark.parametrize("name", [*PERSONS, *HELPED])
def test_a_fact_that_names_a_person_is_not_added(name: str) -> None:
    fields = {"name": name, "passage": "Un comité de suivi"}
    with pytest.raises(InvalidData):
        added_fact(TEXT, "bodies", fields)


@pytest.mark.parametrize(
    "name", ["collège Jean Moulin", "Fondation Abbé Pierre", "centre Rosa Parks", "CAF 93", "MJC"]
)
def test_an_institution_named_after_somebody_is_kept(name: str) -> None:
    check_private(parse_reading({"actors": [{"mention": name}]}))
