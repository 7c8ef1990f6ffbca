"""No English words in code: sets of them stand in lexicons/en, and code asks for them by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from onrecord import model
from onrecord.articles.masthead_cells import CellKind
from onrecord.language import annotations as ann
from onrecord.language import kinds
from onrecord.language.lexicon import records
from onrecord.language.syntax import clauses

PACKAGE = Path(model.__file__).parents[1]
READERS = [
    path
    for folder in (
        "language",
        "resolve",
        "story",
        "articles",
        "network",
        "report",
        "evaluation",
        "exporters",
        "serve",
        "extract",
    )
    for path in sorted((PACKAGE / folder).rglob("*.py"))
]
WORD = re.compile(r"[a-z]{1,20}(?:[ -][a-z]+)*|['’]s")
LABELS = frozenset(
    {
        "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
        "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
        "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss",
        "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
    }
)  # fmt: skip
"""Dependency labels, which only language/syntax may know."""


def values(*kinds_of_value: object) -> Iterator[str]:
    for item in kinds_of_value:
        yield from (value for value in get_args(item) if isinstance(value, str))


TERMS = frozenset(
    [
        *values(*(item for item in vars(model).values() if get_args(item))),
        *values(*(item for item in vars(records).values() if get_args(item))),
        *values(clauses.Link, clauses.Voice),
        *kinds.BROAD.values(),
        *(term for term in vars(ann).values() if isinstance(term, str)),
    ]
)
"""What code and record call things by: closed vocabularies of the house, each declared as a type."""


FRAMES = frozenset({"that", "wh", "inf", "obj_inf", "ing", "as", "pred", "post", "mid", "quote", "according"})
"""Complements of a cue, as lexicons/en/verbs.toml names them."""
UNITS = frozenset({"second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year"})
GROUPS = UNITS | {"which", "dayto", "monthto", "adverb", "deictic"}
"""Units and named parts of the patterns of lexicons/en/dates.toml, whose arithmetic is in code."""
GENDERS = frozenset({"m", "f", "n"})
PIPES = frozenset({"transformer", "tagger", "morphologizer", "parser", "lemmatizer", "ner"})
"""Components of spaCy."""
KEYS = {
    # parts of a mail
    "articles/containers.py": {"html", "plain"},
    # kinds of records of a web archive
    "articles/crawls.py": {"resource", "conversion"},
    "articles/furniture.py": {"early", "end"},
    "articles/jsonl.py": frozenset(
        [
            "fingerprint",
            "hostname",
            "link",
            "maintext",
            "plaintext",
            "published",
            "publisher",
            "sitename",
            "title",
            "url",
        ]
    ),
    # kinds of cells
    "articles/mastheads.py": frozenset(values(CellKind)),
    "articles/masthead_cells.py": frozenset(values(CellKind)),
    "articles/top_block.py": frozenset(values(CellKind)),
    "articles/web.py": frozenset(["courlan", "htmldate", "pre", "script", "style", "textarea", "trafilatura"]),
    "articles/page_parts.py": {"en-gb", "en-us"},
    # how an operator governs a deed
    "language/actions/factuality.py": frozenset(["clause", "modifier", "purpose", "unruled"]),
    # labels of quotations
    "language/publication/reading.py": frozenset(["block", "closed", "unclosed", "unopened"]),
    # tenses
    "language/publication/telling.py": frozenset(["gerund", "modal", "past", "perfect", "present", "progressive"]),
    "language/publication/table.py": {"id", "reason", "example", "source"},
    # circumstances of a cue
    "language/statements/circumstances.py": {"plain", "marked"},
    # ids of numbers
    "resolve/actions/features.py": frozenset(["half", "little", "most", "much", "none", "said", "some", "when"]),
    "resolve/corrections.py": frozenset(
        [
            "addressee",
            "by",
            "confirm",
            "do",
            "end",
            "item",
            "items",
            "merge",
            "name",
            "occurrence",
            "off",
            "on",
            "outlet",
            "reason",
            "rename",
            "retype",
            "role",
            "speaker",
            "split",
            "start",
            "to",
        ]
    ),
    "resolve/gazetteer.py": frozenset(["aliases", "iri", "kind", "label", "organisation", "product", "territory"]),
    "resolve/places.py": {"codes", "names", "weak"},
    "resolve/replay.py": {"reject", "split"},
    # how firmly a line is told
    "network/lookup.py": {"denied", "said"},
    # names of views and of lines in a drawing
    "network/page.py": {"network", "page"},
    "network/project.py": {"for", "says", "speaks for"},
    # keys of annotated corpora, of figures and of tables
    "evaluation/actions.py": {"entities", "events", "values"},
    "evaluation/deeds.py": {"right", "status", "voice"},
    "evaluation/speakers.py": {"content", "cue", "named", "source", "unnamed"},
    "evaluation/statements.py": {"content", "cue", "source"},
    # columns
    "exporters/plover.py": {"article", "asserted", "modality", "polarity", "publisher", "text"},
    "exporters/tables.py": {"id", "label", "named", "type"},
    "extract/__init__.py": {"about", "agents", "completion", "patients", "speakers", "subject"},
    # how a number is compared
    # kinds of units
    "story/figure_parts.py": {"volume", "weight"},
}
"""Keys of files and values of the code, by module: none of them is looked for in a text."""


def literals(path: Path) -> Iterator[tuple[int, list[str]]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
        for inner in ast.walk(node)
    }
    named = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(to, ast.Name) and to.id.startswith("__") for to in node.targets)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List) and id(node) not in types | named:
            words = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            yield node.lineno, [word for word in words if WORD.fullmatch(word)]


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_set_of_english_words_stands_in_code(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    known = TERMS | FRAMES | GENDERS | PIPES | KEYS.get(name, set())
    known |= LABELS if "syntax" in path.parts else GROUPS if "dates" in path.parts else frozenset()
    found = [f"line {line}: {words}" for line, words in literals(path) if len(set(words) - known) > 1]
    assert found == []


def test_a_set_of_english_words_is_found(tmp_path: Path) -> None:
    path = tmp_path / "made.py"
    path.write_text('A = {"buy", "sell"}\nB: Literal["buy", "sell"]\n__all__ = ["buy", "sell"]\nC = ("buy",)\n')
    assert [words for _, words in literals(path) if len(words) > 1] == [["buy", "sell"]]


def test_every_module_with_keys_of_its_own_is_there() -> None:
    assert [name for name in KEYS if not (PACKAGE / name).is_file()] == []


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_pattern_of_english_words_stands_in_code(path: Path) -> None:
    """Alternatives of words in a regular expression; names of elements and attributes of pages are none."""
    if path.name in {"web.py", "page_parts.py", "page.py"}:
        return
    found = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[a-z]{2}\|[a-z]{2}", node.value)
    ]
    assert found == []
