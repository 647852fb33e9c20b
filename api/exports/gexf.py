"""GEXF 1.3 with lifetimes, as Gephi and networkx read it. Attributes: ``api.exports.network``.

Intervals are closed at both ends, as GEXF 1.3 has them. ``kind`` of an edge holds the type
and the role: Gephi keeps parallel edges apart by it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from api.exports.files import refusals, written
from api.exports.network import ABOUT, Columns, Scalar, edge_columns, edges, node_columns, nodes
from api.exports.part import Part, part
from api.exports.xml_stream import XmlStream, element, text_of
from graph.view import GraphView

_NAMESPACE = "http://gexf.net/1.3"


def write_gexf(view: GraphView, out: Path, kept: Part | None = None) -> None:
    """Write a GEXF file. Raises InvalidData when it cannot be written."""
    kept = kept or part(view)
    with refusals(out), written(out) as stream:
        xml = XmlStream(stream)
        with xml.inside("gexf", xmlns=_NAMESPACE, version="1.3"):
            creator, about = element("creator", text="Maillage"), element("description", text=ABOUT)
            xml.put(element("meta", creator, about))
            with xml.inside(
                "graph",
                defaultedgetype="directed",
                idtype="string",
                mode="dynamic",
                timeformat="date",
                timerepresentation="interval",
            ):
                xml.put(_declared("node", node_columns(view, kept)))
                xml.put(_declared("edge", edge_columns(view, kept)))
                with xml.inside("nodes", count=str(len(kept.rows))):
                    xml.put_all(_nodes(view, kept))
                with xml.inside("edges", count=str(len(kept.relations))):
                    xml.put_all(_edges(view, kept))


def _declared(bearer: str, columns: Columns) -> Element:
    made = Element("attributes", {"class": bearer, "mode": "static"})
    made.extend(
        element("attribute", id=name, title=name, type=type_) for name, type_ in columns.items()
    )
    return made


def _nodes(view: GraphView, kept: Part) -> Iterator[Element]:
    for node in nodes(view, kept):
        yield element(
            "node",
            _values(node.values),
            id=node.id,
            label=node.label,
            start=node.start,
            end=node.end,
        )


def _edges(view: GraphView, kept: Part) -> Iterator[Element]:
    for edge in edges(view, kept):
        yield element(
            "edge",
            _values(edge.values),
            id=edge.id,
            source=edge.source,
            target=edge.target,
            label=edge.label,
            kind=edge.kind,
            weight=text_of(float(edge.weight)),
            start=edge.start,
            end=edge.end,
        )


def _values(values: Mapping[str, Scalar]) -> Element:
    return element(
        "attvalues",
        *(
            Element("attvalue", {"for": name, "value": text_of(value)})
            for name, value in values.items()
        ),
    )
