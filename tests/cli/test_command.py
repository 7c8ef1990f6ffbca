"""The command as a user runs it, on one build of the seeds."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import get_args

import pytest

import conftest
import warm
from conftest import ROOT, SEEDS
from onrecord import evaluation
from onrecord.cli import evaluate, terminal

COMMANDS = ["build", "watch", "extract", "query", "view", "check", "verify", "diff", "explain", "evaluate"]


def test_help_names_every_command_and_the_exit_statuses():
    done = conftest.command("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)
    assert "Exit status" in done.stdout


@pytest.mark.model
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    assert "Usage" in warm.command(name, "--help").stdout


def test_the_tasks_are_those_of_the_evaluation():
    assert set(get_args(evaluate.Task)) == set(evaluation.TASKS)


def test_what_a_terminal_would_obey_is_made_visible():
    assert terminal.printable("a\x1b[31mb\x07\u202ec\ud800\n") == "a\\x1b[31mb\\x07\\u202ec\\ud800\n"
    assert terminal.printable("plain – “text” é 漢") == "plain – “text” é 漢"


@pytest.mark.model
class TestOnABuild:
    def test_query_lists_the_questions(self):
        done = conftest.command("query")
        assert done.returncode == 0
        assert "who-said-what" in done.stdout

    def test_a_shipped_question_in_three_forms(self, built):
        table = warm.command("query", "who-said-what", built)
        rows = list(
            csv.DictReader(io.StringIO(warm.command("query", "who-said-what", built, "--format", "csv").stdout))
        )
        found = json.loads(warm.command("query", "who-said-what", built, "-f", "json").stdout)
        assert len(rows) == len(found) > 5
        assert table.stdout.splitlines()[-1] == f"{len(rows)} answers"
        assert ", characters " in table.stdout

    def test_a_file_a_string_and_standard_input_are_one(self, built, tmp_path):
        text = "SELECT (COUNT(*) AS ?n) WHERE { ?s a rec:Article }"
        (tmp_path / "count.rq").write_text(text, encoding="utf-8")
        ways = [
            warm.command("query", text, built, "-f", "csv").stdout,
            warm.command("query", tmp_path / "count.rq", built, "-f", "csv").stdout,
            warm.command("query", "-", built, "-f", "csv", input=text).stdout,
        ]
        assert ways == ["n\n5\n"] * 3

    def test_a_constructed_graph_is_turtle(self, built):
        done = warm.command("query", "CONSTRUCT { ?s a rec:Article } WHERE { ?s a rec:Article }", built)
        assert done.stdout.count("a rec:Article") == 5

    @pytest.mark.parametrize(
        ("question", "sentence"),
        [
            ("no-such-question", "is no shipped question"),
            ("SELECT ?s WHERE {", "not SPARQL 1.1: line 1, column 18, at 'the end'"),
            (
                "SELECT ?s WHERE { ?s a rec:Stament }",
                "rec:Stament is no term of the ontology; the nearest is rec:Statement",
            ),
            (
                "SELECT ?s WHERE { ?s rec:kind act:Orders }",
                "act:Orders is no term of the ontology; the nearest is act:Order",
            ),
            ("SELECT ?s FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM names data elsewhere"),
            ("missing.rq", "missing.rq"),
            ("hello world", "is no shipped question, .rq file or SPARQL query"),
        ],
    )
    def test_a_bad_question_is_one_sentence(self, built, question, sentence):
        done = warm.command("query", question, built)
        assert done.returncode == 2
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1

    def test_a_question_about_a_name_that_nobody_bears_is_one_sentence(self, built):
        done = warm.command("query", "evidence", built, "--with", "name=Nobody At All")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "onrecord: no actor, place or thing in this graph is called 'Nobody At All'\n"

    @pytest.mark.parametrize("words", [["query", "articles"], ["check"], ["view"], ["verify"], ["explain", "x"]])
    def test_a_folder_without_a_graph_is_one_sentence(self, tmp_path, words):
        done = warm.command(*words, tmp_path)
        assert done.returncode == 2
        assert str(tmp_path) in done.stderr
        assert done.stderr.count("\n") == 1

    def test_the_graph_conforms_and_a_spoilt_one_does_not(self, built, tmp_path):
        done = warm.command("check", built)
        assert done.returncode == 0, done.stdout
        assert "conforms" in done.stdout
        shutil.copy(built / "graph.ttl", tmp_path)
        with (tmp_path / "graph.ttl").open("a", encoding="utf-8") as stream:
            stream.write("<http://example.org/a> rec:saidToBe <http://example.org/b> .\n")
        done = warm.command("check", tmp_path)
        assert done.returncode == 1
        assert "saidToBe" in done.stdout
        assert "1 problem" in done.stdout

    def test_verified_against_the_articles_and_against_changed_ones(self, built, tmp_path):
        done = warm.command("verify", built, cwd=ROOT)
        assert done.returncode == 0, done.stdout
        assert done.stdout.startswith("5 articles, ")
        assert done.stdout.endswith("triples: no problem\n")
        shutil.copytree(SEEDS, tmp_path / "seeds")
        changed = next((tmp_path / "seeds").glob("001*.txt"))
        changed.write_text(changed.read_text(encoding="utf-8").replace("Pakistan", "Pakista", 1), encoding="utf-8")
        next((tmp_path / "seeds").glob("002*.txt")).unlink()
        done = warm.command("verify", built, "--articles", "seeds", cwd=tmp_path)
        assert done.returncode == 1
        assert "001_b833aa42e02a5b8a.txt has changed" in done.stdout
        assert "002_96a80700114c8302.txt is not among the articles given" in done.stdout

    @pytest.mark.parametrize(
        ("given", "fault"),
        [
            ("nowhere", "there is no such file or folder"),
            ("no*where", "matches no file"),
            ("broken", "no article could be read"),
        ],
    )
    def test_articles_that_are_not_there_are_one_sentence(self, built, tmp_path, given, fault):
        (tmp_path / "broken").mkdir()
        for name in ("a.txt", "b.pdf"):
            (tmp_path / "broken" / name).write_bytes(b"")
        done = warm.command("verify", built, "--articles", given, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"onrecord: {given}: {fault}\n")

    def test_without_the_files_the_records_own_text_stands_in_and_that_is_said(self, built, tmp_path):
        done = warm.command("verify", built, cwd=tmp_path)
        assert done.returncode == 0, done.stdout
        assert done.stdout.count("verified against the record's own text") == 5

    def test_an_edited_quotation_is_caught(self, built, tmp_path):
        shutil.copytree(built, tmp_path / "out")
        for path in (tmp_path / "out").glob("graph.*"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("wholesale access", "partial access"), encoding="utf-8")
        done = warm.command("verify", tmp_path / "out", cwd=ROOT)
        assert done.returncode == 1
        assert "partial access" in done.stdout
        assert "no problem" not in done.stdout.splitlines()[-1]

    def test_an_actor_is_explained_with_its_passages(self, built):
        done = warm.command("explain", "Khurram Mehran", built)
        assert done.returncode == 0, done.stderr
        assert "a spokesperson of PTA" in done.stdout
        assert "confidence" in done.stdout
        done = warm.command("explain", "Nobody At All", built)
        assert done.returncode == 2
        assert "'Nobody At All'" in done.stderr

    def test_a_correction_that_no_longer_applies_is_named_and_the_status_says_so(self, tmp_path):
        (tmp_path / "pier.txt").write_text("The harbour board closed the old pier, Ann Lee said on Friday.\n", "utf-8")
        row = '[[correction]]\ndo = "rename"\nitem = {article = "pier", name = "%s"}\nto = "Anna Lee"\nby = "Ada"\n'
        (tmp_path / "good.toml").write_text(row % "Ann Lee", "utf-8")
        (tmp_path / "stale.toml").write_text(row % "Bo Nilsen", "utf-8")
        note = "stale.toml, correction 1 no longer applies: there is no actor 'Bo Nilsen' in 'pier'"
        done = warm.command("build", "pier.txt", "--corrections", "good.toml", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        for words in (["build", "pier.txt"], ["export", "ftm", "out"]):
            done = warm.command(*words, "--corrections", "stale.toml", cwd=tmp_path)
            assert (done.returncode, done.stderr) == (1, f"onrecord: {note}\n")
            assert (f"Note     {note}" in done.stdout.splitlines()) == (words[0] == "build")

    def test_a_sentence_is_explained_with_what_brought_nothing(self):
        done = warm.command("explain", "--sentence", "Ann Lee said that the claim was old.")
        assert done.returncode == 0, done.stderr
        assert "Ann Lee · said · that the claim was old" in done.stdout
        assert "“claim”, known as a cue: " in done.stdout
        assert warm.command("explain").returncode == 2
