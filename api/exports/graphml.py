"""GraphML, as networkx, Gephi, yEd and igraph read it. Attributes: ``api.exports.network``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from api.exports.files import refusals, written
from api.exports.network import (
    ABOUT,
    Columns,
    ColumnType,
    Scalar,
    edge_columns,
    edges,
    node_columns,
    nodes,
)
from api.exports.part import Part, part
from api.exports.xml_stream import XmlStream, element, text_of
from graph.view import GraphView

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE, _EDGE = "node", "edge"
_PERIOD: Columns = {"start": "string", "end": "string"}
_TYPES: Mapping[ColumnType, str] = {"integer": "int"}


def write_graphml(view: GraphView, out: Path, kept: Part | None = None) -> None:
    """Write a GraphML file. Raises InvalidData when it cannot be written."""
    kept = kept or part(view)
    with refusals(out), written(out) as stream:
        xml = XmlStream(stream)
        with xml.inside("graphml", xmlns=_NAMESPACE):
            xml.put(element("desc", text=ABOUT))
            labels: Columns = {"label": "string"}
            xml.put_all(_keys(_NODE, {**labels, **_PERIOD, **node_columns(view, kept)}))
            weights: Columns = {**labels, "weight": "double"}
            xml.put_all(_keys(_EDGE, {**weights, **_PERIOD, **edge_columns(view, kept)}))
            with xml.inside("graph", id="maillage", edgedefault="directed"):
                xml.put_all(_nodes(view, kept))
                xml.put_all(_edges(view, kept))


def _keys(bearer: str, columns: Columns) -> Iterator[Element]:
    for name, type_ in columns.items():
        yield Element(
            "key",
            {
                "id": f"{bearer}_{name}",
                "for": bearer,
                "attr.name": name,
                "attr.type": _TYPES.get(type_, type_),
            },
        )


def _nodes(view: GraphView, kept: Part) -> Iterator[Element]:
    for node in nodes(view, kept):
        values = {"label": node.label, "start": node.start, "end": node.end, **node.values}
        yield element("node", *_data(_NODE, values), id=node.id)


def _edges(view: GraphView, kept: Part) -> Iterator[Element]:
    for edge in edges(view, kept):
        values = {
            "label": edge.label,
            "weight": float(edge.weight),
            "start": edge.start,
            "end": edge.end,
            **edge.values,
        }
        yield element(
            "edge", *_data(_EDGE, values), id=edge.id, source=edge.source, target=edge.target
        )


def _data(bearer: str, values: Mapping[str, Scalar | None]) -> Iterator[Element]:
    for name, value in values.items():
        if value is not None:
            yield element("data", text=text_of(value), key=f"{bearer}_{name}")
