"""A network as GraphML, written node by node and edge by edge, as networkx would write all of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, islice
from typing import IO, Any

from onrecord.characters import NOT_XML
from onrecord.pile import Pile

Node = tuple[str, dict[str, Any]]
"""Its id and its attributes: text, whole numbers and truth values."""
Edge = tuple[str, str, str, dict[str, Any]]
"""From which node to which, its id, its attributes."""

_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    "\n"
)
_TOGETHER = 1 << 8
"""Elements that are written together."""
_TYPES = {str: "string", int: "long", bool: "boolean"}
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_ATTRIBUTE = _IN_TEXT | {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}
_TEXT, _ATTRIBUTE = str.maketrans(_IN_TEXT), str.maketrans(_IN_ATTRIBUTE)


def write_graphml(nodes: Iterable[Node], edges: Iterable[Edge], stream: IO[str]) -> None:
    """Write a network to `stream`; what stands below the head, which is known last, is in a file until then.

    Characters that XML does not allow become U+FFFD.
    """
    keys: dict[tuple[str, str], str] = {}
    body, sizes = Pile(), array("I")
    elements = chain((_node(one, keys) for one in nodes), (_edge(one, keys) for one in edges))
    while some := "".join(islice(elements, _TOGETHER)).encode():
        body.add(some)
        sizes.append(len(some))
    stream.write(_HEAD)
    for (scope, name), kind in reversed(keys.items()):
        stream.write(f'  <key id="{name}" for="{scope}" attr.name="{name}" attr.type="{kind}" />\n')
    stream.write('  <graph edgedefault="directed">\n' if sizes else '  <graph edgedefault="directed" />\n')
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):
        stream.write(body.read(start, size).decode())
    stream.write("  </graph>\n</graphml>\n" if sizes else "</graphml>\n")


def _node(node: Node, keys: dict[tuple[str, str], str]) -> str:
    name, data = node
    return "".join([f'    <node id="{_attribute(name)}">\n', *_data("node", data, keys), "    </node>\n"])


def _edge(edge: Edge, keys: dict[tuple[str, str], str]) -> str:
    source, target, key, data = edge
    opening = f'    <edge source="{_attribute(source)}" target="{_attribute(target)}" id="{_attribute(key)}">\n'
    return "".join([opening, *_data("edge", data, keys), "    </edge>\n"])


def _data(scope: str, data: dict[str, Any], keys: dict[tuple[str, str], str]) -> Iterator[str]:
    for name, value in data.items():
        keys.setdefault((scope, name), _TYPES[type(value)])
        words = NOT_XML.sub("\ufffd", value).translate(_TEXT) if isinstance(value, str) else str(value)
        yield f'      <data key="{name}">{words}</data>\n' if words else f'      <data key="{name}" />\n'


def _attribute(words: str) -> str:
    return NOT_XML.sub("\ufffd", words).translate(_ATTRIBUTE)
