"""Reading: which files an input means, what an article's id and source are, and what bad input says."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import articles
from onrecord.articles.checks import MAX_CHARACTERS
from onrecord.articles.inputs import SUFFIXES, expand, passed_over
from onrecord.errors import ArticleError
from onrecord.ids import text_sha256
from onrecord.model import Article

TEXT = "The council said on Friday that the harbour wall would be mended before the winter."


def read(*inputs: str, stdin: bytes | None = None) -> list[Article | ArticleError]:
    return list(articles.read(inputs, stdin=io.BytesIO(stdin) if stdin is not None else None))


def good(items: list[Article | ArticleError]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def faults(items: list[Article | ArticleError]) -> list[str]:
    return [str(item) for item in items if isinstance(item, ArticleError)]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder of its own, so that sources are relative as a user gives them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str | bytes = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return name


def test_text_file_has_the_stem_as_id_and_the_path_as_given_as_source() -> None:
    write("news/harbour.txt")
    (article,) = good(read("news/harbour.txt"))
    assert (article.id, article.source, article.text) == ("harbour", "news/harbour.txt", TEXT)
    assert article.sha256 == text_sha256(TEXT)


def test_offsets_are_of_the_text_as_given() -> None:
    text = f"A wall for the harbour\r\n\r\n{TEXT}\rIt was told so.\r\n"
    write("a.txt", text.encode())
    (article,) = good(read("a.txt"))
    assert article.text == text


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    write("a.txt", b"\xef\xbb\xbf" + TEXT.encode())
    assert good(read("a.txt"))[0].text == TEXT


def test_folder_is_read_recursively_in_the_order_of_names() -> None:
    for name in ("in/b.txt", "in/a/z.txt", "in/c.jsonl", "in/notes.md", "in/.hidden.txt", "in/.git/x.txt"):
        write(name, '{"id": "row", "text": "The wall stands."}' if name.endswith("jsonl") else f"{TEXT} {name}")
    assert [item.id for item in good(read("in"))] == ["z", "b", "row"]


def test_same_stem_twice_gives_the_paths_as_ids() -> None:
    write("x/a.txt", f"{TEXT} One.")
    write("y/a.txt", f"{TEXT} Two.")
    assert [item.id for item in good(read("x", "y"))] == ["x/a.txt", "y/a.txt"]


def test_glob() -> None:
    write("n1.txt", f"{TEXT} One.")
    write("n2.txt", f"{TEXT} Two.")
    assert [item.id for item in good(read("n*.txt"))] == ["n1", "n2"]
    assert faults(read("m*.txt")) == ["m*.txt: matches no file"]


def test_a_file_that_two_inputs_mean_is_read_once() -> None:
    write("in/a.txt")
    items = read("in", "in/a.txt", "./in/a.txt", "in/*.txt")
    assert len(items) == 1
    assert good(items)[0].source == "in/a.txt"


def test_copies_of_one_article_are_read_once_whatever_the_order() -> None:
    write("a.txt")
    write("b.txt")
    for order in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        items = read(*order)
        assert [item.id for item in good(items)] == ["a"]
        assert faults(items) == ["b.txt: holds the same bytes as a.txt: the article is read once"]


def test_standard_input_is_text_or_json_lines_or_a_page() -> None:
    (article,) = good(read("-", stdin=TEXT.encode()))
    assert (article.id, article.source) == ("stdin", "-")
    rows = b'{"id": "a", "text": "The wall stands."}\n\n{"id": 7, "text": "The wall fell."}\n'
    assert [item.id for item in good(read("-", stdin=rows))] == ["a", "7"]
    page = f"<!DOCTYPE html><html><body><article>{f'<p>{TEXT}</p>' * 3}</article></body></html>"
    assert good(read("-", stdin=page.encode()))[0].extracted_from is not None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "a.txt: is empty: there is no article to read"),
        (b" \n\t\r\n", "a.txt: is empty: there is no article to read"),
        (b"\x7fELF\x00\x01", "a.txt: holds NUL bytes: this is a binary file or UTF-16, not UTF-8 text"),
        (b"caf\xe9", "a.txt: is not UTF-8 (byte 0xe9 at offset 3): convert it to UTF-8"),
        (b"The wall. " * 60_000, "a.txt: has 600,000 characters, too many for one article (at most 500,000): split it"),
        (b"See " + b"QUJD" * 3_000, "a.txt: holds 10,000 characters without a space at offset 4: this is not prose"),
        (b"x" * 20_000_000, "a.txt: is longer than 10,000,000 bytes, too long for one article: split it"),
    ],
)
def test_bad_text_says_one_sentence(content: bytes, said: str) -> None:
    write("a.txt", content)
    write("b.txt")
    items = read("a.txt", "b.txt")
    assert faults(items) == [said]
    assert [item.id for item in good(items)] == ["b"]


def test_the_output_of_a_build_inside_the_folder_is_no_input() -> None:
    Path("in/out").mkdir(parents=True)
    for name in ("one.txt", "out/analyses.jsonl", "out/report.html", "out/later.txt"):
        Path("in", name).write_text("The council of Fowey said that the harbour wall would be mended.", "utf-8")
    sums = "".join(f"{'0' * 64}  {name}\n" for name in ("analyses.jsonl", "report.html"))
    Path("in/out/SHA256SUMS").write_text(sums, "utf-8")
    assert [item.source for item in expand(["in"])] == ["in/one.txt", "in/out/later.txt"]
    Path("in/out/SHA256SUMS").write_text(f"{'0' * 64}  report.html\n", "utf-8")  # somebody else's digests
    assert "in/out/report.html" in [item.source for item in expand(["in"])]


def test_files_of_other_kinds_are_named_in_one_sentence() -> None:
    Path("in/more").mkdir(parents=True)
    for name in ("in/a.txt", "in/quay.jpg", "in/.hidden.png", "in/more/table.csv"):
        write(name)
    assert passed_over(["in", "in/a.txt", "in"]) == [
        "in: 2 files of a kind that is not read as an article: more/table.csv, quay.jpg"
    ]
    for number in range(6):
        write(f"in/more/{number}.png")
    assert passed_over(["in"])[0].endswith(": more/0.png, more/1.png, more/2.png, more/3.png, more/4.png, 3 more")
    assert passed_over(["in/a.txt", "nowhere"]) == []


def test_missing_file_and_folder_without_articles() -> None:
    Path("empty").mkdir()
    assert faults(read("nowhere.txt", "empty", "a\0b")) == [
        "nowhere.txt: there is no such file or folder",
        f"empty: the folder holds no article (no {', '.join(SUFFIXES)} file)",
        "'a\\x00b': there is no such file or folder",
    ]


def test_one_id_twice() -> None:
    write("a.jsonl", '{"id": "x", "text": "The wall stands."}\n{"id": "x", "text": "The wall fell."}')
    items = read("a.jsonl")
    assert [item.text for item in good(items)] == ["The wall stands."]
    assert faults(items) == ["a.jsonl: article 'x' was read before, from a.jsonl"]


def test_another_language_is_kept_and_said() -> None:
    german = "Der Rat teilte am Freitag mit, dass die Mauer des Hafens vor dem Winter ausgebessert werden soll. " * 3
    write("a.txt", german)
    items = read("a.txt")
    assert good(items)[0].language == "und"
    assert faults(items)[0].startswith("a.txt: article 'a' does not look like English (0% of its words")


@pytest.mark.parametrize("name", ["..", "a b.txt", "ü.txt", "a\u202eb.txt", "-x.txt"])
def test_odd_file_names(name: str) -> None:
    if name == "..":
        assert all(isinstance(item, ArticleError | Article) for item in read(name))
        return
    write(name)
    assert good(read(name))[0].source == name


def test_control_characters_and_marks_of_direction_stay_in_the_text() -> None:
    text = f"{TEXT} \u202eBack\u202c \x07 and on."
    write("a.txt", text)
    assert good(read("a.txt"))[0].text == text


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert faults(read("-")) == ["-: standard input is closed"]


def test_a_text_of_nothing_but_a_next_line_mark_is_empty() -> None:
    write("a.txt", "\x85\n")
    assert good(read("a.txt")) == []
    assert faults(read("a.txt")) == ["a.txt: is empty: there is no article to read"]


def test_a_text_of_the_greatest_length_is_read() -> None:
    write("a.txt", TEXT * (MAX_CHARACTERS // len(TEXT)))
    assert len(good(read("a.txt"))) == 1


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["-", "a.txt", "a.jsonl", "a.html", "a.dat"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    if name != "-":
        write(name, data)
    items = read(name, stdin=data)
    assert all(isinstance(item, Article | ArticleError) for item in items)
    for item in good(items):
        assert item.text.strip()
        assert item.sha256 == text_sha256(item.text)
    assert all("\n" not in fault for fault in faults(items))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_that_lies_in_a_folder_is_not_waited_for() -> None:
    write("in/a.txt")
    os.mkfifo("in/b.txt")
    Path("in/c.txt").symlink_to("/dev/zero")
    Path("in/d.txt").symlink_to("nowhere")
    found = read("in")
    assert [item.source for item in good(found)] == ["in/a.txt"]
    assert faults(found)[:2] == ["in/b.txt: is no file", "in/c.txt: is no file"]
    assert faults(found)[2].startswith("in/d.txt: cannot be read (No such file")
