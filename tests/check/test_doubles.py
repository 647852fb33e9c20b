"""Likely doubles: what makes two entities look the same, and what tells them apart."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.changes import ChangeSet, Merge
from queries.check.likeness import near, one_mistake, same_key
from tests.check.found import find, found
from tests.exports.drawn import drawn, table


@pytest.mark.parametrize(
    ("entities", "relations", "alike"),
    [
        # same name, whatever the case, accents and punctuation
        ("act:a,Mission locale\nact:b,MISSION-LOCALE", "", True),
        ("act:a,Mission locale\nact:b,Club de prévention", "", False),
        # plural, order, little words
        ("act:a,Caisse d'allocation familiale\nact:b,Caisse des allocations familiales", "", True),
        # one mistake in one word, but not in a number nor in a short word
        ("act:a,Association Solidarité Bondy\nact:b,Association Solidraité Bondy", "", True),
        ("act:a,Comité technique 1\nact:b,Comité technique 2", "", False),
        ("act:a,Comité nord\nact:b,Comité nort", "", False),
        # another name is the name of the other; an acronym alone is no sign
        ("act:a,CCAS de Bondy\nact:b,CCAS de Bondy Ville,,CCAS de Bondy", "", True),
        ("act:a,Un,,MDS\nact:b,Deux,,MDS", "", False),
        ("act:a,Un,,Maison des solidarités\nact:b,Deux,,Maison des solidarités", "", True),
        # identifiers: shared, or of the same list and different
        ("act:a,Un,219300100\nact:b,Deux,219300100", "", True),
        ("act:a,Un,219300100\nact:b,Un,219300274", "", False),
        ("act:a,Un,219300100,,SERVICE\nact:b,Deux,219300100,,DEPARTEMENT", "", False),
        # a kind may be wrong when the names are the same, not when only numbers are
        ("act:a,Un,,,CCAS\nact:b,Un,,,COMMUNE", "", True),
        ("act:a,Un,219300100,,CCAS\nact:b,Deux,219300100,,COMMUNE", "", False),
        # territories that are related, or not
        ("act:a,PMI\nact:b,PMI", "COVERS,act:a,terr:bondy\nCOVERS,act:b,terr:93", True),
        ("act:a,PMI\nact:b,PMI", "COVERS,act:a,terr:bondy\nCOVERS,act:b,terr:lille", False),
        # periods that never meet
        ("act:a,Un,,,,2013,2015\nact:b,Un,,,,2016", "", False),
        ("act:a,Un,,,,2013,2016\nact:b,Un,,,,2016", "", True),
        # a part, a successor
        ("act:a,Un\nact:b,Un\nact:c,Deux", "PART_OF,act:a,act:c\nPART_OF,act:c,act:b", False),
        ("act:a,Un\nact:b,Un", "SUCCEEDS,act:a,act:b", False),
        # unnamed groups
        ("act:a,Un\nact:b,Un,,,,,,true", "", False),
    ],
)  # fmt: skip
def test_likely_doubles(entities: str, relations: str, *, alike: bool) -> None:
    rows: list[dict[str, str]] = [
        {"kind": "Actor", **row}
        for row in table(f"id,name,siren,alias,actor_kind,start,end,generic\n{entities}")
    ]
    rows += table(
        "id,kind,name\nterr:93,Territory,93\nterr:bondy,Territory,Bondy\nterr:lille,Territory,Lille"
    )
    links = table(f"type,from,to\nWITHIN,terr:bondy,terr:93\n{relations}")
    with drawn(rows, links) as (repository, _):
        assert found(repository, "LIKELY_DOUBLE") == (["act:a act:b"] if alike else [])


def test_doubles_by_company() -> None:
    """Committees of the same name that govern different frameworks, actions of different leads."""
    entities = """id,kind,name
        act:a,Actor,Ville
        act:b,Actor,Caisse
        fra:a,Framework,Contrat
        fra:b,Framework,Pacte
        bod:a,Body,Comité de pilotage
        bod:b,Body,Comité de pilotage
        bod:c,Body,Comité de pilotage
        axn:a,Action,Ateliers
        axn:b,Action,Ateliers"""
    relations = """type,from,to,role
        GOVERNED_BY,fra:a,bod:a
        GOVERNED_BY,fra:b,bod:b
        INVOLVED_IN,act:a,axn:a,LEAD
        INVOLVED_IN,act:b,axn:b,LEAD"""
    assert find("LIKELY_DOUBLE", entities, relations) == ["bod:a bod:c", "bod:b bod:c"]


def test_territories_with_the_same_name() -> None:
    """Homonymous communes have their codes; a commune and an arrondissement their levels."""
    entities = """id,kind,name,cog,territory_level
        terr:1,Territory,Saint-Denis,93066,COMMUNE
        terr:2,Territory,Saint-Denis,97411,COMMUNE
        terr:3,Territory,Saint-Denis,,ARRONDISSEMENT
        terr:4,Territory,St Denis,93066,COMMUNE"""
    assert find("LIKELY_DOUBLE", entities) == ["terr:1 terr:4"]


def test_merged_entities_are_no_doubles() -> None:
    with drawn(table("id,kind,name\nact:a,Actor,Un\nact:b,Actor,Un")) as (repository, _):
        assert found(repository, "LIKELY_DOUBLE") == ["act:a act:b"]
        repository.apply(ChangeSet([Merge(("act:b",), "act:a")], "Camille", "test", ""))
        assert found(repository, "LIKELY_DOUBLE") == []


@given(st.lists(st.text("ab c", min_size=1, max_size=6), max_size=8))
def test_near_names_come_in_any_order(names: list[str]) -> None:
    """Likeness does not depend on the order in which names are given."""
    given_ = dict(enumerate(names))
    forward = {frozenset(pair) for pair in near(given_)}
    backward = {frozenset(pair) for pair in near(dict(reversed(given_.items())))}
    assert forward == backward
    labels = {row: (name,) for row, name in given_.items()}
    same = {frozenset(pair[:2]) for pair in same_key(labels)}
    assert same == {
        frozenset((left, right))
        for left, right in combinations(given_, 2)
        if given_[left].split() == given_[right].split() != []
    }


@given(st.text("ab", max_size=5), st.text("ab", max_size=5))
def test_one_mistake_is_a_letter_or_a_swap(first: str, second: str) -> None:
    """Against every mistake that can be made in the first word."""
    cuts = range(len(first) + 1)
    made = {first[:i] + letter + first[i:] for i in cuts for letter in "ab"}
    made |= {first[:i] + first[i + 1 :] for i in cuts}
    made |= {first[:i] + letter + first[i + 1 :] for i in cuts[:-1] for letter in "ab"}
    made |= {first[:i] + first[i : i + 2][::-1] + first[i + 2 :] for i in cuts[:-1]}
    assert one_mistake(first, second) == (second in made - {first})
