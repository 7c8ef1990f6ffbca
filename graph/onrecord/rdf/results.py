"""Answers in the standard SPARQL result formats: JSON, XML, comma- and tab-separated values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode

from onrecord.cells import plain
from onrecord.rdf import terms

Value = NamedNode | BlankNode | Literal | pyoxigraph.Triple | None
Rows = Sequence[Sequence[Value]]
_SPACE = "http://www.w3.org/2005/sparql-results#"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def as_json(columns: Sequence[str], rows: Rows) -> str:
    """SPARQL 1.1 Query Results JSON Format."""
    bindings = [
        {name: _json(value) for name, value in zip(columns, row, strict=True) if value is not None} for row in rows
    ]
    found = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1)


def truth_as_json(*, truth: bool) -> str:
    """The answer to an ASK, in the same format."""
    return json.dumps({"head": {}, "boolean": truth})


def _json(value: Value) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, Literal):
        found = {"type": "literal", "value": value.value}
        if value.language:
            return found | {"xml:lang": value.language}
        return found if value.datatype.value == terms.XSD_STRING else found | {"datatype": value.datatype.value}
    return {"type": "bnode", "value": str(value).removeprefix("_:")}


def as_xml(columns: Sequence[str], rows: Rows, truth: bool | None = None) -> str:  # noqa: FBT001  # the answer itself
    """SPARQL Query Results XML Format; `truth` is the answer to an ASK."""
    root = ET.Element("sparql", xmlns=_SPACE)
    head = ET.SubElement(root, "head")
    for name in columns:
        ET.SubElement(head, "variable", name=name)
    if truth is not None:
        ET.SubElement(root, "boolean").text = str(truth).lower()
        return _document(root)
    results = ET.SubElement(root, "results")
    for row in rows:
        result = ET.SubElement(results, "result")
        for name, value in zip(columns, row, strict=True):
            if value is not None:
                _xml(ET.SubElement(result, "binding", name=name), value)
    return _document(root)


def _document(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _xml(binding: ET.Element, value: Value) -> None:
    if isinstance(value, NamedNode):
        ET.SubElement(binding, "uri").text = value.value
    elif isinstance(value, Literal):
        literal = ET.SubElement(binding, "literal")
        # characters that XML does not allow
        literal.text = "".join(char if char >= " " or char in "\t\n\r" else "\ufffd" for char in value.value)
        if value.language:
            literal.set(_XML_LANG, value.language)
        elif value.datatype.value != terms.XSD_STRING:
            literal.set("datatype", value.datatype.value)
    else:
        ET.SubElement(binding, "bnode").text = str(value).removeprefix("_:")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]], end: str = "\r\n") -> str:
    """SPARQL 1.1 Query Results CSV Format, except that no cell is read as a formula; `end` ends each line.

    Oxigraph's own writer does not quote IRIs that contain a comma, as those of our passages do.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator=end)
    writer.writerow(columns)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return stream.getvalue()


def shown(value: Value) -> str:
    """A term as plain text; an empty string for none."""
    if value is None:
        return ""
    return str(value) if isinstance(value, pyoxigraph.Triple) else value.value


def as_tsv(columns: Sequence[str], rows: Rows) -> str:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle, so that no cell is a formula."""
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if value is None else _tsv(value) for value in row) for row in rows]
    return "\n".join(lines)


def _tsv(value: Value) -> str:
    return str(value).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
