"""JSON-LD: rdflib reads it, its public terms exist, and SPARQL finds the facts."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, ORG, PROV, RDF, SDO, SKOS, XSD, Graph, Literal, Namespace, URIRef

from api.exports import EXPORTS
from graph.view import GraphView
from tests.exports.drawn import draw_shipped, drawn, table

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

OWN = Namespace("urn:maillage:ns#")
PREFIXES = "\n".join(
    f"PREFIX {name}: <{iri}>"
    for name, iri in {
        "m": OWN, "dcterms": DCTERMS, "org": ORG, "prov": PROV, "schema": SDO, "skos": SKOS,
    }.items()
)  # fmt: skip

ENTITIES = """id,kind,name,actor_kind,generic,start,end,open_ended,siren,status,alias,source
doc:fiche,Document,Fiche,,,,,,,,,
act:ccas,Actor,CCAS de Bondy,CCAS,,,,,219300100,,CCAS,doc:fiche#p. 1
act:pmi,Actor,PMI,SERVICE,,,,,,,,doc:fiche
act:dep,Actor,Département,DEPARTEMENT,,,,,,,,doc:fiche
act:bailleurs,Actor,Des bailleurs,BAILLEUR,true,,,,,,,doc:fiche
fra:pst,Framework,PST,,,2013,2015-06-30,,,ENDED,,doc:fiche|doc:fiche#p. 2
bod:a b,Body,Comité,,,2014-03,,true,,,,
theme:pmi,Theme,Petite enfance,,,,,,,,,
theme:sante,Theme,Santé,,,,,,,,,
terr:b,Territory,Bondy,,,,,,,,,
"""
RELATIONS = """type,from,to,role,start,source
MEMBER_OF,act:ccas,bod:a b,CHAIR,2014-03,doc:fiche#p. 3
PART_OF,act:pmi,act:dep,,,doc:fiche
INVOLVED_IN,act:ccas,fra:pst,LEAD,,doc:fiche
ADDRESSES,fra:pst,theme:pmi,,,
COVERS,fra:pst,terr:b,,,
GOVERNED_BY,fra:pst,bod:a b,,,
BROADER,theme:pmi,theme:sante,,,
"""


def graph_of(view: GraphView, folder: Path) -> Graph:
    """A view exported whole, read by rdflib."""
    out = folder / "graph.jsonld"
    EXPORTS["jsonld"](view, out, None)
    return Graph().parse(out, format="json-ld")


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """The drawn graph."""
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, _):
        return graph_of(repository.view(), tmp_path)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The five documents."""
    with drawn([]) as (repository, _):
        draw_shipped(repository)
        return graph_of(repository.view(), tmp_path_factory.mktemp("shipped"))


def thing(id_: str) -> URIRef:
    return URIRef(f"urn:maillage:id:{id_}")


def ask(graph: Graph, where: str, names: str) -> list[tuple[str, ...]]:
    """The rows of a SPARQL query, as texts in order."""
    found: Any = graph.query(f"{PREFIXES}\nSELECT {names} WHERE {{ {where} }}")
    return sorted(tuple(str(value) for value in row) for row in found)


@pytest.mark.parametrize("name", ["graph", "shipped"])
def test_every_public_term_exists(name: str, request: pytest.FixtureRequest) -> None:
    """Classes and properties are ours, or known to rdflib's copies of the vocabularies."""
    graph: Graph = request.getfixturevalue(name)
    public: tuple[Any, ...] = (DCTERMS, ORG, PROV, RDF, SDO, SKOS)
    terms = {*graph.predicates(), *graph.objects(None, RDF.type)}
    unknown = {
        str(term)
        for term in terms
        if not str(term).startswith(str(OWN)) and not any(term in each for each in public)
    }
    assert unknown == set()
    assert len(terms) > 30


def test_actors_are_organizations(graph: Graph) -> None:
    def public(id_: str) -> set[str]:
        types = graph.objects(thing(id_), RDF.type)
        names = {str(type_) for type_ in types}
        return {name.removeprefix(str(ORG)) for name in names if name.startswith(str(ORG))}

    assert public("act:ccas") == {"Organization", "FormalOrganization"}
    assert public("act:bailleurs") == {"Organization"}
    assert public("act:pmi") == {"OrganizationalUnit"}
    assert public("bod:a%20b") == {"OrganizationalCollaboration"}
    assert (thing("act:pmi"), ORG.unitOf, thing("act:dep")) in graph
    siren = Literal("219300100", datatype=OWN.siren)
    assert (thing("act:ccas"), ORG.identifier, siren) in graph
    labels = ask(graph, "?a org:classification [skos:prefLabel ?l]", "?a ?l")
    assert (str(thing("act:ccas")), "CCAS") in labels


def test_concepts_have_broader_ones(graph: Graph) -> None:
    assert (thing("theme:pmi"), SKOS.broader, thing("theme:sante")) in graph
    assert (thing("theme:sante"), SKOS.topConceptOf, OWN["scheme/Theme"]) in graph
    assert (thing("theme:pmi"), SKOS.topConceptOf, None) not in graph
    label = Literal("Petite enfance", lang="fr")
    assert (thing("theme:pmi"), SKOS.prefLabel, label) in graph


def test_facts_have_role_period_and_source(graph: Graph) -> None:
    """A seat is an org:Membership; its source is a document, at a place."""
    where = """?m a org:Membership ; org:member ?a ; org:organization ?b ; schema:startDate ?s ;
        m:endState ?e ; org:role [skos:prefLabel ?r] ; prov:wasDerivedFrom ?d ;
        prov:qualifiedDerivation [prov:entity ?d ; m:locator ?l]"""
    assert ask(graph, where, "?a ?b ?s ?e ?r ?d ?l") == [
        (
            str(thing("act:ccas")),
            str(thing("bod:a%20b")),
            "2014-03",
            "UNKNOWN",
            "président",
            str(thing("doc:fiche")),
            "p. 3",
        )
    ]
    unsourced = ask(graph, "?f a m:ADDRESSES ; prov:wasGeneratedBy ?c", "?c")
    assert unsourced == [("urn:maillage:change:cs1",)]


def test_dates_keep_their_precision(graph: Graph) -> None:
    pst, body = thing("fra:pst"), thing("bod:a%20b")
    assert (pst, SDO.startDate, Literal("2013", datatype=XSD.gYear)) in graph
    assert (pst, SDO.endDate, Literal("2015-06-30", datatype=XSD.date)) in graph
    assert (body, SDO.startDate, Literal("2014-03", datatype=XSD.gYearMonth)) in graph
    assert (body, OWN.endState, Literal("OPEN")) in graph
    assert (body, SDO.endDate, None) not in graph


def test_direct_links_say_the_same_as_facts(shipped: Graph) -> None:
    """Every fact has a direct link between its ends; nothing is lost, nothing invented."""
    links = {
        (subject, object_)
        for subject, predicate, object_ in shipped
        if str(subject).startswith("urn:maillage:id:")
        and str(object_).startswith("urn:maillage:id:")
        and predicate not in (DCTERMS.source,)
    }
    facts = ask(shipped, "?f m:from ?a ; m:to ?b", "?a ?b")
    assert {(str(a), str(b)) for a, b in links} == {
        *facts,
        *((b, a) for a, b in ask(shipped, "?f a m:ARTICULATED_WITH; m:from ?a; m:to ?b", "?a ?b")),
    }


def test_the_documents_are_found_by_sparql(shipped: Graph) -> None:
    """Who leads Bondy's project, and which document says so."""
    where = """?f a m:INVOLVED_IN ; m:to <urn:maillage:id:fra:pst-bondy> ; m:role ?r ;
        m:from [skos:prefLabel ?a] ; prov:wasDerivedFrom ?d . ?r skos:notation "LEAD" """
    assert ask(shipped, where, "?a ?d") == [
        ("CCAS de Bondy", str(thing("doc:fiche-pst-bondy"))),
    ]


def test_it_is_plain_json_too(tmp_path: Path) -> None:
    with drawn([]) as (repository, _):
        EXPORTS["jsonld"](repository.view(), tmp_path / "vide.jsonld", None)
    written = json.loads((tmp_path / "vide.jsonld").read_text(encoding="utf-8"))
    assert set(written) == {"@context", "@graph"}
