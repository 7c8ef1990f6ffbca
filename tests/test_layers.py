"""The borders between the layers, read off the imports."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord.action_kinds import KINDS

PACKAGE = Path(__file__).parents[1] / "graph" / "onrecord"
FILES = sorted(PACKAGE.rglob("*.py"))

TOP = {"cli", "__main__"}
COMPOSITION = {"pipeline", "reading", "engines"}
STAGES = {
    "serve",
    "exporters",
    "articles",
    "language",
    "extract",
    "record",
    "resolve",
    "rdf",
    "network",
    "evaluation",
    "tables",
    "summary",
    "report",
}
WRITING = {"outputs"}
MEANING = {"story"}
BASE = {
    "action_kinds",
    "model",
    "ids",
    "errors",
    "resources",
    "lexicon_files",
    "word_sets",
    "word_patterns",
    "month_names",
    "countries",
    "weights",
    "actor_kinds",
    "settings",
    "shelf",
    "pile",
    "at_hand",
    "blocks",
    "pairs",
    "staging",
    "watchdog",
    "workers",
    "collection",
    "characters",
    "spans",
    "days",
    "figure_orders",
    "confidence",
    "person_names",
    "forenames",
    "nouns_for_people",
    "cells",
    "connected",
    "counts",
    "title_case",
    "punctuation",
    "value_groups",
    "threads",
}

ALLOWED = {
    **dict.fromkeys(TOP, TOP | COMPOSITION | WRITING | STAGES | MEANING | BASE),
    **dict.fromkeys(COMPOSITION, COMPOSITION | WRITING | STAGES | MEANING | BASE),
    **dict.fromkeys(WRITING, STAGES | MEANING | BASE),
    **dict.fromkeys(STAGES, MEANING | BASE),
    **dict.fromkeys(MEANING, BASE),
    **dict.fromkeys(BASE, BASE),
}
EXCEPTIONS = {("extract", "language.annotations")}

ONLY_IN = {
    "rdflib": {"rdf"},
    "pyoxigraph": {"rdf"},
    "pyshacl": {"rdf"},
    "owlready2": {"rdf"},
    "owlrl": {"rdf"},
    "pyvis": {"network"},
    "typer": {"cli"},
    "starlette": {"serve"},
    "uvicorn": {"cli"},
    "rich": {"cli"},
    "pyspark": {"engines"},
    "pyarrow": {"engines"},
    "trafilatura": {"articles"},
    "htmldate": {"articles"},
    "hashlib": {"ids"},
    "random": set(),
    "uuid": set(),
    "tempfile": {"rdf", "pile"},  # the reasoner reads files; what a build puts aside
}
LONGEST = 300
"""Lines of a module that nobody but a person wrote."""
SPACY = {"language", "extract", "pipeline", "reading"}


def imports(path: Path) -> set[str]:
    """Dotted names of what a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def layer_of(name: str) -> str | None:
    """The layer an imported name belongs to, None outside the package and for the package itself."""
    parts = name.split(".")
    return parts[1] if parts[0] == "onrecord" and len(parts) > 1 and parts[1] in ALLOWED else None


def faults(path: Path, names: set[str]) -> list[str]:
    own = layer(path)
    found = []
    for name in sorted(names):
        target = layer_of(name)
        excepted = any(own == a and name.startswith(f"onrecord.{b}") for a, b in EXCEPTIONS)
        if target and target != own and target not in ALLOWED[own] and not excepted:
            found.append(f"{own} imports {name}")
        package = name.partition(".")[0]
        if package in ONLY_IN and own not in ONLY_IN[package]:
            found.append(f"{own} imports {package}")
        if package == "spacy" and own not in SPACY:
            found.append(f"{own} imports spacy")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downward(path):
    if path == PACKAGE / "__init__.py":
        assert "importlib.import_module" in imports(path)  # the public names, looked up when first used
        return
    assert layer(path) in ALLOWED, f"{layer(path)} is in no layer"
    assert faults(path, imports(path)) == []


def test_a_wrong_import_is_found():
    made = PACKAGE / "resolve" / "made.py"
    wrong = {
        "onrecord.language.syntax.tree",
        "onrecord.cli",
        "rdflib.Graph",
        "spacy.tokens.Doc",
        "onrecord.model.Story",
    }
    assert faults(made, wrong) == [
        "resolve imports onrecord.cli",
        "resolve imports onrecord.language.syntax.tree",
        "resolve imports rdflib",
        "resolve imports spacy",
    ]
    assert faults(PACKAGE / "extract" / "__init__.py", {"onrecord.language.annotations"}) == []


@pytest.mark.parametrize(
    ("pattern", "home"),
    [(r"\bspacy\.load\(", "language/load.py"), (r"\bos\.environ\b|\bos\.getenv\b", "settings.py")],
)
def test_one_place_only(pattern, home):
    found = [str(path.relative_to(PACKAGE)) for path in FILES if re.search(pattern, path.read_text(encoding="utf-8"))]
    assert found == [home]


def test_no_clock():
    pattern = re.compile(r"\b(datetime\.now|date\.today|utcnow|time\.time)\(")
    assert [str(path) for path in FILES if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_modules_stay_small():
    texts = {path: path.read_text(encoding="utf-8") for path in FILES}
    written = {path: text for path, text in texts.items() if "Generated by scripts/" not in text.partition("\n")[0]}
    lengths = {str(path.relative_to(PACKAGE)): len(text.splitlines()) for path, text in written.items()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_module_of_leftovers():
    assert [path.name for path in FILES if path.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def test_no_module_is_named_as_its_function():
    """`from package import thing` would mean one or the other, and a reader could not tell which."""
    twice = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == path.stem
    ]
    assert twice == []


LABEL = re.compile(
    r"\.dep\b|\.dep_\b|\.(kids|child)\(|[\"'](acl|acomp|advcl|advmod|amod|appos|attr|aux|auxpass|cc|ccomp|conj|csubj|"
    r"csubjpass|dative|dep|det|dobj|expl|intj|neg|nmod|npadvmod|nsubj|nsubjpass|nummod|oprd|parataxis|pcomp|pobj|poss|"
    r"preconj|predet|prep|prt|punct|quantmod|relcl|ROOT|xcomp)[\"']"
)
"""A dependency label that is no plain word of grammar as "agent" and "compound" are, or an access that takes one."""
GRAMMAR = PACKAGE / "language" / "syntax"


def test_dependency_labels_stand_in_syntax_alone():
    found = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        if GRAMMAR not in path.parents and LABEL.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'tree.dep[3] == "x"',
        "token.dep_",
        'tree.kids(1, "x")',
        'tree.child(1, "x")',
        'x in {"prep", "of"}',
        "('dative',)",
    ],
)
def test_a_dependency_label_is_found(line):
    assert LABEL.search(line)


def test_syntax_knows_nothing_of_what_reads_it():
    names = {name for path in GRAMMAR.glob("*.py") for name in imports(path)}
    own = tuple(f"onrecord.language.{part}" for part in ("syntax", "lexicon"))
    assert {name for name in names if name.startswith("onrecord.language") and not name.startswith(own)} == set()


def test_the_lexicon_knows_nothing_of_grammar():
    names = {name for path in (PACKAGE / "language" / "lexicon").glob("*.py") for name in imports(path)}
    above = {name for name in names if name.startswith("onrecord.language")}
    assert {name for name in above if not name.startswith("onrecord.language.lexicon")} == set()


def test_kinds_of_action_are_typed_in_the_ontology_alone():
    found = [
        f"{path.relative_to(PACKAGE)}: {node.value}"
        for path in FILES
        if path.name != "action_kinds.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in KINDS
    ]
    assert found == []


READERS = ("mentions", "dates", "coreference", "statements", "actions", "publication")
"""Packages that read clauses and predicates, each on its own; they hand on only what stands on the document."""


@pytest.mark.parametrize("reader", READERS)
def test_what_reads_grammar_imports_no_other_reader(reader):
    others = tuple(f"onrecord.language.{other}" for other in READERS if other != reader)
    names = {name for path in (PACKAGE / "language" / reader).glob("*.py") for name in imports(path)}
    assert {name for name in names if name.startswith(others)} == set()


MADE_OF = {
    "onrecord.language.syntax.control": {"subjects", "doers", "controller", "owner"},
    "onrecord.language.syntax.subjects": {"own_subjects", "inverted_subject", "subject_before_cut"},
    "onrecord.language.syntax.transitivity": {"objects", "moved_object", "object_gap"},
    "onrecord.language.syntax.voice": {"is_passive", "agents_of_passive", "is_statal", "is_perfect"},
}
"""What a clause is made of, by module."""


@pytest.mark.parametrize("reader", READERS)
def test_who_does_what_in_which_voice_is_read_off_the_clause(reader):
    made = {f"{module}.{name}" for module, names in MADE_OF.items() for name in names} | set(MADE_OF)
    names = {name for path in (PACKAGE / "language" / reader).glob("*.py") for name in imports(path)}
    assert names & made == set()


def test_what_a_clause_is_made_of_is_there():
    for module, names in MADE_OF.items():
        tree = ast.parse((PACKAGE.parent / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
        assert names <= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(
    "pattern",
    [r"bisect\w*\([^()]*analysis\.sentences", r"\.join\([^()]*text\[start:end\]", r"for start, end in \w+\.sentences"],
)
def test_words_and_sentences_of_spans_are_told_in_one_place(pattern):
    found = {str(path.relative_to(PACKAGE)) for path in FILES if re.search(pattern, path.read_text(encoding="utf-8"))}
    looked_for = {f"story/{name}.py" for name in ("figures", "voted", "occasions", "denials")}  # in every sentence
    assert found <= {"spans.py"} | looked_for


def members(value: ast.expr | None) -> object:
    """What a constant of words, tags or marks consists of, for comparison; None if it is none of two or more."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) in {"frozenset", "set", "re.compile"} and value.args:
        if ast.unparse(value.func) == "re.compile":
            return ast.unparse(value)
        value = value.args[0]
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return frozenset(value.value)
    if not isinstance(value, ast.Set | ast.Tuple | ast.List) or len(value.elts) < 2:
        return None
    words = [item.value for item in value.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    if len(words) < len(value.elts):
        return None
    return tuple(words) if isinstance(value, ast.Tuple) else frozenset(words)


TAG = re.compile(r"[A-Z]{2,}\$?")
"""A tag, a part of speech or a kind of names, as the model writes them."""


def constants(code: str) -> set[object]:
    """What the constants of a module consist of, and the sets of tags within its rules."""
    tree = ast.parse(code)
    named = [
        members(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and not ast.unparse(node).startswith("__all__")
    ]
    inline = [
        frozenset(item.value for item in node.elts if isinstance(item, ast.Constant))
        for node in ast.walk(tree)
        if isinstance(node, ast.Set | ast.Tuple)
        and len(node.elts) > 1
        and all(isinstance(item, ast.Constant) and TAG.fullmatch(str(item.value)) for item in node.elts)
    ]
    return {*named, *inline} - {None}


def test_no_set_is_written_twice():
    """Neither a constant of words, tags or marks nor a set of tags within a rule: under two names it grows apart."""
    places: dict[object, set[str]] = {}
    for path in FILES:
        if path.name not in {"action_kinds.py", "terms.py"}:
            for item in constants(path.read_text(encoding="utf-8")):
                places.setdefault(item, set()).add(str(path.relative_to(PACKAGE)))
    assert {str(item): found for item, found in places.items() if len(found) > 1} == {}


def test_a_set_that_is_written_twice_is_found():
    code = 'A = frozenset(",;")\nB: set[str] = {"--", ";"}\nC = re.compile("x")\nD = "E"\nF = x in ("VB", "NN")\n'
    assert constants(code) == {frozenset(",;"), frozenset({"--", ";"}), "re.compile('x')", frozenset({"VB", "NN"})}


def bare_numbers(path: Path) -> list[str]:
    """Constants of a module that are a number, with no word on why it is that."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = ast.parse("\n".join(lines)).body
    return [
        lines[node.lineno - 1]
        for node, after in zip(body, [*body[1:], None], strict=True)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, int | float)
        and not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant))
        and "#" not in lines[node.lineno - 1]
    ]


def test_every_number_says_what_it_is(tmp_path: Path):
    assert {str(path.relative_to(PACKAGE)): found for path in FILES if (found := bare_numbers(path))} == {}
    made = tmp_path / "made.py"
    made.write_text('A = 3\nB = 0.5\n"""Half."""\nC: int = 4  # four\n')
    assert bare_numbers(made) == ["A = 3"]


ARCHITECTURE = (PACKAGE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
ROWS = {"command": TOP, "composition": COMPOSITION, "writing": WRITING, "stages": STAGES, "meaning": MEANING}


def test_the_page_on_the_architecture_names_every_package_in_its_layer():
    found: dict[str, set[str]] = {}
    layer_named = ""
    for line in ARCHITECTURE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and cells[1].startswith("`"):
            layer_named = cells[0] or layer_named
            found.setdefault(layer_named, set()).update(re.findall(r"`(\w+)`", cells[1]))
    assert found == {name: layer - {"__main__"} for name, layer in ROWS.items()}
    base = ARCHITECTURE.partition("The base:")[2].partition("## ")[0]
    assert set(re.findall(r"`(\w+)`", base)) == BASE
    assert {layer(path) for path in FILES} - {"__init__", "__main__"} == set().union(*found.values(), BASE)


CALLED_BY_OTHERS = {"get_nodes"}
"""Methods that a library calls: pyvis asks a network for its nodes."""


def test_nothing_is_defined_that_nothing_uses() -> None:
    """A name that stands once in the package is its own definition."""
    texts = {path: path.read_text(encoding="utf-8") for path in FILES}
    uses = Counter(word for text in texts.values() for word in re.findall(r"\w+", text))
    unused = [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path, text in texts.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if uses[node.name] == 1 and not node.name.startswith("__") and node.name not in CALLED_BY_OTHERS
    ]
    assert unused == []
