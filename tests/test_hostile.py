"""Bad input, through the command: one sentence naming file and fault, the rest of the run kept, the status as said."""

from __future__ import annotations

import json
import resource
from pathlib import Path

import pytest

import conftest
import fuzzing
import warm

pytestmark = [pytest.mark.model, pytest.mark.slow]

GOOD = 'The regulator banned the service on Friday. "It is not safe," said Ann Lee, a spokeswoman for the regulator.\n'
SPANISH = (
    "El gobierno de la ciudad anunció que los precios de la leche subirán el próximo año para todas las familias. " * 4
)

UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "latin.txt": "Le café a été fermé.".encode("latin-1"),
    "cut.jsonl": b'{"id": "x", "text": "The regul',
    "list.jsonl": b"[1, 2, 3]\n",
    "no_text.jsonl": b'{"id": "y"}\n',
    "surrogate.jsonl": b'{"id": "z", "text": "The firm \\ud800 said that it was closed."}\n',
    "long.txt": b"The firm said that it would close its office in the spring. " * 350_000,
    "page.html": b"<html><body></body></html>",
    "spanish.txt": SPANISH.encode(),
}
ODD = {
    "controls.txt": GOOD + "The firm\x07 said\x1b[31m that it\x0b closed the \x85plant.\n",
    "marks.txt": "\u202e" + GOOD + "\u200fThe firm\u2066 denied\u2069 the claim.",
    "unclosed.txt": 'He said "we will go. ' * 30 + GOOD,
    "furniture.txt": "Share on Facebook\nTweet\n\nFollow us on Twitter\n\n© 2015 The Post. All rights reserved.\n",
    "one_word.txt": "No",
    "quotes.txt": '"' * 2_000,
    "script.html": f"<html><body><article><p>{GOOD * 3}</p><script>alert(1)</script></article></body></html>",
}

EITHER = {  # read or refused, but never in the way
    "nested.html": "<html><body>" + "<div>" * 3_000 + f"<p>{GOOD * 3}</p>" + "</div>" * 3_000 + "</body></html>",
    "bomb.html": "<html><body>" + "<table><tr><td>" * 20_000 + GOOD,
}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """One build over a folder full of bad, odd and good files."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = folder / "in"
    articles.mkdir()
    for name, data in UNREADABLE.items():
        (articles / name).write_bytes(data)
    for name, text in (ODD | EITHER).items():
        (articles / name).write_text(text, encoding="utf-8", newline="")
    (articles / "good.txt").write_text(GOOD, encoding="utf-8")
    (articles / "again.txt").write_text(GOOD, encoding="utf-8")
    (articles / "deep").mkdir()
    (articles / "deep" / "good.txt").write_text(GOOD + "The firm closed.\n", encoding="utf-8")
    row = {"id": "../../etc/passwd", "text": GOOD + "Ben Cole resigned.\n"}
    (articles / "ids.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps(row)}\n", encoding="utf-8")
    done = warm.command("build", "in", "missing.txt", "-o", "out", cwd=folder)
    return folder, done


def records(folder):
    with (folder / "out" / "analyses.jsonl").open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def test_it_ends_with_status_one_and_no_traceback(run):
    _, done = run
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "please report" not in done.stderr, done.stderr


@pytest.mark.parametrize("name", EITHER)
def test_an_extreme_page_is_read_or_named(run, name):
    folder, done = run
    is_read = any(item["article"]["source"] == f"in/{name}" for item in records(folder))
    assert sum(name in line for line in done.stderr.splitlines()) == (0 if is_read else 1)


@pytest.mark.parametrize("name", [*UNREADABLE, "missing.txt"])
def test_each_bad_file_gets_one_sentence(run, name):
    _, done = run
    lines = [line for line in done.stderr.splitlines() if name in line]
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("onrecord: ")
    assert len(lines[0]) < 400
    assert lines[0].removeprefix("onrecord: ") in done.stdout, "the summary repeats what was left out"


def test_repeated_articles_and_ids_are_said_and_read_once(run):
    folder, done = run
    assert (
        sum("the article is read once" in line or "was read before" in line for line in done.stderr.splitlines()) == 2
    )
    ids = [item["article"]["id"] for item in records(folder)]
    assert len(ids) == len(set(ids))


def test_the_rest_is_kept(run):
    folder, _ = run
    found = {item["article"]["source"]: item for item in records(folder)}
    for name in (*ODD, "ids.jsonl", "deep/good.txt"):
        assert f"in/{name}" in found
    assert found["in/deep/good.txt"]["statements"]
    assert not {"in/furniture.txt", "in/spanish.txt"} & {key for key, item in found.items() if item["statements"]}


def test_nothing_is_written_outside_the_output_folder(run):
    folder, _ = run
    assert sorted(path.name for path in folder.iterdir()) == ["in", "out"]


def test_control_characters_do_not_reach_the_terminal(run):
    _, done = run
    assert "\x1b" not in done.stderr + done.stdout
    assert "\x07" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["build", "nowhere/"], "there is no such file or folder"),
        (["build", "in", "-o", "a_file"], "it is a file, not a folder"),
        (["extract", "in/good.txt", "-o", "no/such/folder/x.jsonl"], "cannot be written"),
        (["build", "in", "--model", "en_no_such_model"], "is not installed; install it with"),
        (["build", "in", "--base", "not an iri"], "give an absolute IRI"),
        (["build", "in", "--settings", "settings.toml"], "'modle' is no setting"),
        (["build", "in", "--settings", "missing.toml"], "missing.toml"),
        (["build", "in", "--min-confidence", "7"], "or equal to 1"),
        (["build"], "IN…"),
        (["evaluate", "dates", "in/good.txt", "in/good.txt"], "is not JSON"),
        (["evaluate", "tea", "in/good.txt", "in/good.txt"], "tea"),
    ],
)
def test_nothing_done_is_status_two_and_one_sentence(tmp_path, words, sentence):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a_file").write_text("mine", encoding="utf-8")
    (tmp_path / "settings.toml").write_text('[onrecord]\nmodle = "x"\n', encoding="utf-8")
    done = warm.command(*words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert sentence in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a_file").read_text() == "mine"
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root may write")
def test_an_unwritable_folder_is_one_sentence(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = warm.command("build", "good.txt", "-o", "/proc/out", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("onrecord: /proc/out: cannot be written")
    assert done.stderr.count("\n") == 1


def test_a_full_disk_leaves_what_was_there(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes").write_text("mine", encoding="utf-8")
    limit = 20_000
    done = conftest.command(
        "build", "good.txt", "-o", "out", cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "out: the disk is full; what was there is as it was" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["notes"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "out"]


def test_standard_input_and_output(tmp_path):
    done = warm.command("extract", "-", cwd=tmp_path, input=GOOD)
    assert done.returncode == 0, done.stderr
    [analysis] = [json.loads(line) for line in done.stdout.splitlines()]
    assert analysis["article"]["text"] == GOOD
    assert analysis["article"]["source"] == "-"


WORDS = 50_000 if fuzzing.MINUTES else 12_000
"""Of one sentence; the model alone takes most of a minute over fifty thousand."""


def test_a_sentence_of_thousands_of_words(tmp_path):
    (tmp_path / "long.txt").write_text(
        "The firm said that " + "the very old and tired dog " * (WORDS // 6) + "slept.", encoding="utf-8"
    )
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = warm.command("extract", "long.txt", "good.txt", "-o", "records.jsonl", cwd=tmp_path, timeout=400)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1])["article"]["id"] == "good"
