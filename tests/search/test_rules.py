"""Each rule of search on small views: accents, plural, acronyms, typing mistakes, order."""

import pytest

from graph.ontology import EntityKind
from graph.records import Entity
from graph.search.acronyms import acronyms
from queries.search import search
from tests.search.views import DATA, found, named, view_of


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Éducation", "education"),
        ("education", "ÉDUCATION"),
        ("Insertion", "l'insertion"),
        ("Insertion", "L’INSERTION"),
        ("Œuvre sociale", "oeuvres sociales"),
        ("Centres sociaux", "centre social"),
        ("Centre social", "centres sociaux"),
        ("Convention territoriale", "convention territorial"),
        ("Travaux", "travaux"),
        ("Bureaux", "bureau"),
        ("Saint-Denis", "St Denis"),
        ("Sainte-Geneviève", "ste genevieve"),
        ("CD93", "cd 93"),
        ("CD 93", "cd93"),
        ("CCAS", "c.c.a.s."),
        ("La Courneuve", "lacourneuve"),
        ("La Courneuve", "la cour"),
        ("La Courneuve", "courneuve la"),
        ("Y", "y"),
        ("Géoportail", "portail"),
        ("日本", "日本"),
        ("مركز", "مركز"),
    ],
)
def test_a_text_finds_a_name(name: str, text: str) -> None:
    assert name in found(named(name, "Tout autre chose"), text)


@pytest.mark.parametrize("text", ["turcoing", "tourcoin", "tourcoingg", "tuorcoing", "tourcoins"])
def test_one_typing_mistake_is_forgiven(text: str) -> None:
    assert found(named("Tourcoing", "Roubaix"), text) == ["Tourcoing"]


@pytest.mark.parametrize("text", ["turcon", "trcng", "toourcoingg", "zzz", "bon"])
def test_no_more_than_one_nor_in_short_words(text: str) -> None:
    assert found(named("Tourcoing", "Roubaix", "Son"), text) == []


def test_the_table_of_acronyms_is_in_order() -> None:
    lines = (DATA / "acronyms.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len({line.partition(",")[0] for line in lines}) >= 60
    assert lines == sorted(lines, key=lambda line: line.partition(",")[0])
    assert len(lines) == len(set(lines)) == sum(map(len, acronyms().meanings.values()))


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        tuple(line.split(",", 1))
        for line in (DATA / "acronyms.csv").read_text(encoding="utf-8").splitlines()[1:]
    ],
)
def test_an_acronym_stands_for_its_name_and_back(acronym: str, name: str) -> None:
    view = named(f"{acronym} de Bondy", f"{name} de Tourcoing", "Ville de Bondy")
    assert set(found(view, acronym)) == {f"{acronym} de Bondy", f"{name} de Tourcoing"}
    assert f"{acronym} de Bondy" in found(view, name.upper())
    assert found(view, f"{name} de Bondy") == [f"{acronym} de Bondy"]
    assert found(view, f"{acronym.lower()} tourcoing") == [f"{name} de Tourcoing"]


def test_an_ordinary_word_is_no_acronym() -> None:
    view = named("Le Pré-Saint-Gervais", "ARS-SUR-MOSELLE", "CCAS DE BONDY")
    assert found(view, "programme de réussite éducative") == []
    assert found(view, "agence régionale de santé") == []
    assert found(view, "centre communal d'action sociale") == ["CCAS DE BONDY"]


def test_the_closer_comes_first() -> None:
    view = named(
        "Insertion", "L'insertion des jeunes", "Schéma d'insertion des jeunes", "Insertions"
    )
    assert found(view, "insertion") == [
        "Insertion",
        "Insertions",
        "L'insertion des jeunes",
        "Schéma d'insertion des jeunes",
    ]
    scores = [item.score for item in search(view, "insertion").page()]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_a_name_comes_before_another_name_for_it() -> None:
    """At equal score and number of relations, and whatever the ids."""
    other = Entity("a", EntityKind.ACTOR, "Montreuil-Poulay", props={"alias": ("Montreuil",)})
    view = view_of([other, Entity("b", EntityKind.ACTOR, "Montreuil")])
    assert found(view, "montreuil") == ["b", "a"]
    assert [item.score for item in search(view, "montreuil").page()] == [1, 1]


def test_all_words_count_and_else_most() -> None:
    view = named("Mission locale de Bondy", "Mission locale de Sevran", "Bondy")
    assert found(view, "mission bondy") == ["Mission locale de Bondy"]
    assert found(view, "mission locale d") == [
        "Mission locale de Bondy",
        "Mission locale de Sevran",
    ]
    assert found(view, "mission locale pantin") == [
        "Mission locale de Bondy",
        "Mission locale de Sevran",
    ]
    assert found(view, "maison verte de quartier") == []


def test_words_may_come_from_several_labels() -> None:
    entity = Entity(
        "axn:1",
        EntityKind.ACTION,
        "Accueil croisé",
        props={"alias": ("Semaine d'échange",), "description": "Pour les professionnels."},
    )
    view = view_of([entity])
    assert found(view, "accueil échange professionnel") == ["axn:1"]
    assert search(view, "professionnels").page()[0].matched == "Pour les professionnels."
    assert search(view, "semaine").page()[0].matched == "Semaine d'échange"


def test_a_long_description_is_shown_where_it_matches() -> None:
    words = " ".join(f"mot{number}" for number in range(200))
    entity = Entity("d", EntityKind.DOCUMENT, "Titre", props={"description": f"{words} clairière"})
    matched = search(view_of([entity]), "clairieres").page()[0].matched
    assert matched.startswith("… ")
    assert matched.endswith("clairière")
    assert len(matched) < 200


def test_a_code_finds_what_bears_it() -> None:
    entity = Entity(
        "act:1", EntityKind.ACTOR, "Département", props={"siren": ("229300082",), "cog": ("2A004",)}
    )
    view = view_of([entity, Entity("act:2", EntityKind.ACTOR, "Rue 229300083")])
    assert found(view, "229 300 082") == ["act:1"]
    assert found(view, "2a004") == ["act:1"]
    assert search(view, "229300082").page()[0].score == 1
