"""The command as a user runs it, on one build of the seeds."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import get_args

import pytest

from conftest import command
from onrecord import evaluation
from onrecord.cli import measuring, terminal

COMMANDS = ["build", "extract", "query", "view", "check", "evaluate"]


def test_help_names_every_command_and_the_exit_statuses():
    done = command("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)
    assert "Exit status" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    assert "Usage" in command(name, "--help").stdout


def test_the_tasks_are_those_of_the_evaluation():
    assert set(get_args(measuring.Task)) == set(evaluation.TASKS)


def test_what_a_terminal_would_obey_is_made_visible():
    assert terminal.printable("a\x1b[31mb\x07\u202ec\ud800\n") == "a\\x1b[31mb\\x07\\u202ec\\ud800\n"
    assert terminal.printable("plain – “text” é 漢") == "plain – “text” é 漢"


@pytest.mark.model
class TestOnABuild:
    def test_query_lists_the_questions(self):
        done = command("query")
        assert done.returncode == 0
        assert "who-said-what" in done.stdout

    def test_a_shipped_question_in_three_forms(self, built):
        table = command("query", "who-said-what", built)
        rows = list(csv.DictReader(io.StringIO(command("query", "who-said-what", built, "--format", "csv").stdout)))
        found = json.loads(command("query", "who-said-what", built, "-f", "json").stdout)
        assert len(rows) == len(found) > 5
        assert table.stdout.splitlines()[-1] == f"{len(rows)} answers"
        assert ", characters " in table.stdout

    def test_a_file_a_string_and_standard_input_are_one(self, built, tmp_path):
        text = "SELECT (COUNT(*) AS ?n) WHERE { ?s a rec:Article }"
        (tmp_path / "count.rq").write_text(text, encoding="utf-8")
        ways = [
            command("query", text, built, "-f", "csv").stdout,
            command("query", tmp_path / "count.rq", built, "-f", "csv").stdout,
            command("query", "-", built, "-f", "csv", input=text).stdout,
        ]
        assert ways == ["n\n5\n"] * 3

    def test_a_constructed_graph_is_turtle(self, built):
        done = command("query", "CONSTRUCT { ?s a rec:Article } WHERE { ?s a rec:Article }", built)
        assert done.stdout.count("a rec:Article") == 5

    @pytest.mark.parametrize(
        ("question", "sentence"),
        [
            ("no-such-question", "is no shipped question"),
            ("SELECT ?s WHERE {", "not SPARQL 1.1"),
            ("missing.rq", "missing.rq"),
            ("hello world", "is no shipped question, .rq file or SPARQL query"),
        ],
    )
    def test_a_bad_question_is_one_sentence(self, built, question, sentence):
        done = command("query", question, built)
        assert done.returncode == 2
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1

    @pytest.mark.parametrize("words", [["query", "articles"], ["check"], ["view"]])
    def test_a_folder_without_a_graph_is_one_sentence(self, tmp_path, words):
        done = command(*words, tmp_path)
        assert done.returncode == 2
        assert str(tmp_path) in done.stderr
        assert done.stderr.count("\n") == 1

    def test_the_graph_conforms_and_a_spoilt_one_does_not(self, built, tmp_path):
        done = command("check", built)
        assert done.returncode == 0, done.stdout
        assert "conforms" in done.stdout
        shutil.copy(built / "graph.ttl", tmp_path)
        with (tmp_path / "graph.ttl").open("a", encoding="utf-8") as stream:
            stream.write("<http://example.org/a> rec:saidToBe <http://example.org/b> .\n")
        done = command("check", tmp_path)
        assert done.returncode == 1
        assert "saidToBe" in done.stdout
        assert "1 problem" in done.stdout
