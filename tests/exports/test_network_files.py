"""GraphML and GEXF: networkx and Gephi read back the same graph, with its kinds and periods."""

import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from api.exports import EXPORTS, part
from graph.changes import ChangeSet, UpsertEntity
from graph.dates import first_day, iso, last_day
from graph.ontology import KINDS, EntityKind
from graph.view import GraphView
from tests.exports.drawn import drawn, table
from tests.oracle.random_graphs import Bundle, bundles

FORMATS = ("graphml", "gexf")
GEXF = "{http://gexf.net/1.3}"

ENTITIES = """id,kind,name,framework_kind,actor_kind,start,end,open_ended,budget,count,generic
act:caf,Actor,CAF,,CAF,,,,,,
act:élus,Actor,Des <élus> & « autres »,,HABITANTS,,,,,,true
fra:cls,Framework,CLS de Bondy,CLS,,2013-02,2015,,1500.5,80,
fra:ctg,Framework,CTG,CTG,,2016-02-29,,true,3000,,
theme:sante,Theme,Santé,,,2001,2002,,,,
"""
RELATIONS = """type,from,to,role,start,end,amount,year,intensity
INVOLVED_IN,act:caf,fra:cls,LEAD,2013,2014-02,,,
INVOLVED_IN,act:caf,fra:cls,FUNDER,,,1000,2013,
INVOLVED_IN,act:caf,fra:cls,FUNDER,,,2000,2014,
ARTICULATED_WITH,fra:ctg,fra:cls,,,,,,4
ADDRESSES,fra:cls,theme:sante,,,,,,
"""


def write(view: GraphView, folder: Path, name: str) -> Path:
    """A view exported whole."""
    out = folder / f"graph.{name}"
    EXPORTS[name](view, out, None)
    return out


def read(path: Path) -> Any:
    """The graph as networkx reads it, always as one that may have parallel edges."""
    reader = nx.read_graphml if path.suffix == ".graphml" else nx.read_gexf
    return nx.MultiDiGraph(reader(path))


@given(bundles())
@settings(max_examples=40)
def test_networkx_reads_the_same_graph(bundle: Bundle) -> None:
    with drawn(bundle.entities, bundle.relations) as (repository, out):
        view = repository.view()
        kept = part(view)
        columns = view.relations
        ends = Counter(
            (
                view.entity(int(columns.origin[number])).id,
                view.entity(int(columns.target[number])).id,
                view.relation(number).type.value,
                view.relation(number).role,
            )
            for number in kept.relations
        )
        for name in FORMATS:
            graph = read(write(view, out, name))
            assert dict(graph.nodes(data="kind")) == {
                view.entity(row).id: view.kind(row).value for row in kept.rows
            }
            found = Counter(
                (source, target, data["type"], data.get("role"))
                for source, target, data in graph.edges(data=True)
            )
            assert found == ends
            for row in kept.rows:
                check_period(graph.nodes[view.entity(row).id], view, row)


def check_period(node: dict[str, Any], view: GraphView, row: int) -> None:
    """First and last day, both included; unknown and open ends left out and told apart."""
    record = view.entity(row)
    always = KINDS[record.kind].always_active
    start = None if always or record.start is None else iso(first_day(record.start))
    end = None if always or record.end is None else iso(last_day(record.end))
    assert (node.get("start"), node.get("end")) == (start, end)
    assert (node.get("statedStart"), node.get("statedEnd")) == (record.start, record.end)
    if not always:
        state = "KNOWN" if record.end else "OPEN" if record.open_ended else "UNKNOWN"
        assert node["endState"] == state


@pytest.mark.parametrize("name", FORMATS)
def test_attributes_are_typed(name: str) -> None:
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, out):
        graph = read(write(repository.view(), out, name))
    cls, caf = graph.nodes["fra:cls"], graph.nodes["act:caf"]
    assert (cls["label"], cls["kind"], cls["subkind"]) == ("CLS de Bondy", "FRAMEWORK", "CLS")
    assert (cls["kindLabel"], cls["subkindLabel"]) == ("cadre", "contrat local de santé")
    assert (cls["budget"], cls["count"]) == (1500.5, 80)
    assert (cls["start"], cls["end"], cls["endState"]) == ("2013-02-01", "2015-12-31", "KNOWN")
    assert cls["sources"] == "import cs1"
    assert graph.nodes["fra:ctg"]["endState"] == "OPEN"
    assert "end" not in graph.nodes["fra:ctg"]
    assert caf["endState"] == "UNKNOWN"
    assert graph.nodes["act:élus"]["label"] == "Des <élus> & « autres »"
    assert graph.nodes["act:élus"]["generic"] is True
    assert "start" not in graph.nodes["theme:sante"]
    assert graph.nodes["theme:sante"]["statedEnd"] == "2002"


@pytest.mark.parametrize("name", FORMATS)
def test_edges_have_role_period_and_weight(name: str) -> None:
    """Parallel relations stay apart; intensity is the weight, 1 when none is declared."""
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, out):
        graph = read(write(repository.view(), out, name))
    edges = sorted(
        (data["type"], data.get("role", ""), data.get("year", 0), data["weight"])
        for *_, data in graph.edges(data=True)
    )
    assert edges == [
        ("ADDRESSES", "", 0, 1.0),
        ("ARTICULATED_WITH", "", 0, 4.0),
        ("INVOLVED_IN", "FUNDER", 2013, 1.0),
        ("INVOLVED_IN", "FUNDER", 2014, 1.0),
        ("INVOLVED_IN", "LEAD", 0, 1.0),
    ]
    lead = next(data for *_, data in graph.edges(data=True) if data.get("role") == "LEAD")
    assert (lead["start"], lead["end"]) == ("2013-01-01", "2014-02-28")
    assert (lead["label"], lead["roleLabel"]) == ("participe à (porteur)", "porteur")
    joined = next(data for *_, data in graph.edges(data=True) if data.get("symmetric"))
    assert joined["type"] == "ARTICULATED_WITH"


def test_gexf_follows_its_schema() -> None:
    """Element by element what GEXF 1.3 allows and Gephi needs: declared attributes, known ends,
    unique ids, days, no half-open interval (1.3 has none)."""
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, out):
        root = ElementTree.parse(write(repository.view(), out, "gexf")).getroot()
    allowed = {
        "gexf": {"version"},
        "meta": set(),
        "creator": set(),
        "description": set(),
        "graph": {"defaultedgetype", "idtype", "mode", "timeformat", "timerepresentation"},
        "attributes": {"class", "mode"},
        "attribute": {"id", "title", "type"},
        "nodes": {"count"},
        "node": {"id", "label", "start", "end"},
        "edges": {"count"},
        "edge": {"id", "source", "target", "label", "kind", "weight", "start", "end"},
        "attvalues": set(),
        "attvalue": {"for", "value"},
    }
    for each in root.iter():
        assert set(each.attrib) <= allowed[each.tag.removeprefix(GEXF)]
        for bound in ("start", "end"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", each.get(bound, "2000-01-01"))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert graph.attrib["mode"] == "dynamic"
    assert graph.attrib["timeformat"] == "date"
    assert [child.tag.removeprefix(GEXF) for child in graph] == [
        *("attributes", "attributes", "nodes", "edges")
    ]
    types = {each.get("type") for each in root.iter(f"{GEXF}attribute")}
    assert types <= {"string", "integer", "double", "boolean"}
    nodes = [each.attrib["id"] for each in root.iter(f"{GEXF}node")]
    edges = list(root.iter(f"{GEXF}edge"))
    assert len({*nodes}) == len(nodes) == 5
    assert len({each.attrib["id"] for each in edges}) == len(edges) == 5
    assert {each.attrib[end] for each in edges for end in ("source", "target")} <= {*nodes}
    declared = {
        bearer.attrib["class"]: {each.attrib["id"] for each in bearer}
        for bearer in root.iter(f"{GEXF}attributes")
    }
    for bearer, names in declared.items():
        used = {
            value.attrib["for"]
            for each in root.iter(f"{GEXF}{bearer}")
            for value in each.iter(f"{GEXF}attvalue")
        }
        assert used <= names
        assert names.isdisjoint({"id", "label", "start", "end", "weight", "timeset"})


@pytest.mark.parametrize("name", FORMATS)
def test_characters_that_xml_cannot_hold_are_left_out(name: str) -> None:
    with drawn(table(ENTITIES)) as (repository, out):
        text = "Un\x0bnom\x1b\ufffe,\nsur deux\tlignes"
        actor = UpsertEntity("act:x", EntityKind.ACTOR, {"name": text, "note": text}, ())
        repository.apply(ChangeSet([actor], "Camille", "test", ""))
        node = read(write(repository.view(), out, name)).nodes["act:x"]
    assert node["label"] == "Un nom , sur deux lignes"
    assert node["note"] == "Unnom,\nsur deux\tlignes"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_a_valid_file(name: str) -> None:
    with drawn([]) as (repository, out):
        assert len(read(write(repository.view(), out, name))) == 0
