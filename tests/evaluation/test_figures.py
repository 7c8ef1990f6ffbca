"""Figures on texts small enough to be computed by hand."""

from __future__ import annotations

import json

import pytest

from onrecord import evaluation
from onrecord.errors import ArticleError, RecordError
from onrecord.evaluation import consistency

TEXT = "Ann said that the ban was wrong. Bo told Cy that rain was near. The firm declined."


def span(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def record(text: str = TEXT, key: str = "a", **fields):
    return {"article": {"id": key, "text": text}, **fields}


def test_statements_count_content_source_and_mode():
    first = {"content": [span("that the ban was wrong")], "source": [span("Ann")], "cue": [span("said")]}
    second = {"content": [span("that rain was near")], "source": [span("Bo")], "cue": [span("told")]}
    third = {"content": [span("declined")], "source": [span("The firm")], "cue": [span("declined")]}
    gold = [{"id": "a", "text": TEXT, "attributions": [first | {"kind": "indirect"}, second | {"kind": "direct"}]}]
    wrong_source = second | {"source": [span("Cy")]}
    figures = evaluation.score_statements(gold, [record(statements=[first, wrong_source, third])])
    assert figures["content.precision"] == pytest.approx(2 / 3)
    assert figures["content.recall"] == 1.0
    assert figures["statement.precision"] == pytest.approx(1 / 3)
    assert figures["statement.recall"] == 0.5
    assert figures["statement.f1"] == pytest.approx(0.4)
    assert figures["source.accuracy_when_content_found"] == 0.5
    assert (figures["statement.recall.indirect"], figures["statement.recall.direct"]) == (1.0, 0.0)
    assert (figures["n.gold"], figures["n.pred"]) == (2, 3)


def test_optional_and_discarded_statements_count_neither_way():
    first = {"content": [span("that the ban was wrong")], "source": [span("Ann")], "mode": "indirect"}
    gold = [
        {
            "id": "a",
            "statements": [first],
            "discard": [span("The firm declined.")],
            "optional_statements": [span("that rain was near")],
        }
    ]
    more = [{"content": [span("that rain was near")]}, {"content": [span("declined")]}]
    figures = evaluation.score_statements(gold, [record(statements=[first, *more])])
    assert figures["statement.f1"] == 1.0
    assert figures["n.pred"] == 1


def test_half_of_a_content_is_found_but_not_tight():
    first = {"content": [span("that the ban was wrong")], "source": [span("Ann")], "mode": "indirect"}
    gold = [{"id": "a", "statements": [first]}]
    figures = evaluation.score_statements(gold, [record(statements=[first | {"content": [span("ban was wrong")]}])])
    assert figures["content.f1"] == 1.0
    assert figures["content_tight.f1"] == 0.0


def meantime(text: str):
    def frags(words: str) -> dict[str, object]:
        return {"id": words, "frags": [span(words, text)]}

    return {
        "id": "a",
        "text": text,
        "corpus": "meantime",
        "events": [frags("bought"), frags("fell")],
        "entities": [frags("Acme"), frags("Zeta")],
        "roles": [
            {"event": "bought", "role": "Arg0", "participant": "Acme", "participant_kind": "ENTITY_MENTION"},
            {"event": "bought", "role": "Arg1", "participant": "Zeta", "participant_kind": "ENTITY_MENTION"},
        ],
    }


def test_actions_score_triggers_and_roles():
    text = "Acme bought Zeta and shares fell while it rained."
    found = [
        {"trigger": [span("bought", text)], "agent_spans": [span("Zeta", text)], "patient_spans": [span("Zeta", text)]},
        {"trigger": [span("fell", text)], "agent_spans": [span("shares", text)]},
        {"trigger": [span("rained", text)]},
    ]
    figures = evaluation.score_actions([meantime(text)], [record(text, actions=found)])
    assert figures["trigger.precision"] == pytest.approx(2 / 3)
    assert figures["trigger.recall"] == 1.0
    assert (figures["agent.f1"], figures["patient.f1"]) == (0.0, 1.0)


def test_actions_marked_by_their_trigger_only():
    gold = [{"id": "a", "actions": [{"trigger": span("ban")}, {"trigger": span("declined")}]}]
    figures = evaluation.score_actions(gold, [record(actions=[{"trigger": [span("the ban was")]}])])
    assert (figures["trigger.recall"], figures["trigger.precision"], figures["n.triggers"]) == (0.5, 1.0, 2)


def test_plover_reads_draft_names_and_one_action_for_the_sentence():
    text = "Rebels attacked the town."
    spans = [
        {"role": role, "start": span(words, text)[0], "end": span(words, text)[1]}
        for role, words in (("SRC", "Rebels"), ("EVT", "attacked"), ("TAR", "the town"))
    ]
    gold = [{"id": "a", "text": text, "event": "FIGHT", "spans": spans}]
    found = {"trigger": [span("attacked", text)], "plover": "ASSAULT", "agent_spans": [span("Rebels", text)]}
    figures = evaluation.plover(gold, [record(text, actions=[found])])
    assert figures["root.macro_f1"] == figures["root.accuracy"] == figures["agent.recall"] == 1.0
    assert figures["target.recall"] == 0.0


def test_actors_are_clustered_within_and_across():
    text = "Ann Lee met Bo Ray. Lee smiled."

    def mention(words: str, chain: str, instance: str, start: int | None = None):
        begin, end = span(words, text) if start is None else (start, start + len(words))
        kind = {"type": "PER", "syntactic_type": "NAM", "text": words}
        return {"start": begin, "end": end, "chain": chain, "instance_id": instance, **kind}

    late = text.rindex("Lee")
    gold_mentions = [mention("Ann Lee", "1", "x"), mention("Bo Ray", "2", "y"), mention("Lee", "1", "x", late)]
    gold = [{"id": "a", "text": text, "corpus": "meantime", "entities": gold_mentions}]
    ann = {"id": "a1", "iri": "u", "mentions": [{"start": 0, "end": 7}]}
    everyone = {"id": "a2", "iri": "u", "mentions": [{"start": 12, "end": 18}, {"start": late, "end": late + 3}]}
    figures = evaluation.score_actors(gold, [record(text, actors=[ann, everyone])])
    assert figures["mention.recall"] == figures["mention.precision"] == 1.0
    assert figures["within.precision"] == pytest.approx((1 + 0.5 + 0.5) / 3)
    assert figures["within.recall"] == pytest.approx((0.5 + 1 + 0.5) / 3)
    assert figures["across.precision"] == pytest.approx((2 / 3 + 1 / 3 + 2 / 3) / 3)
    assert figures["across.recall"] == 1.0


def test_all_mentions_of_a_mixed_node_count_as_mixed():
    text = "Ann Lee met Bo Ray. Lee smiled. He left. Cy Orr stayed."

    def mention(words: str, chain: str):
        begin, end = span(words, text)
        return {"start": begin, "end": end, "chain": chain, "type": "PER", "text": words}

    gold = [
        {"id": "a", "text": text, "entities": [mention(words, chain) for words, chain in
            (("Ann Lee", "1"), ("Bo Ray", "2"), ("Lee", "1"), ("He", "2"), ("Cy Orr", "3"))]}
    ]  # fmt: skip

    def node(key: str, *words: str):
        return {"id": key, "mentions": [dict(zip(("start", "end"), span(word, text), strict=True)) for word in words]}

    found = [node("a1", "Ann Lee", "He"), node("a2", "Bo Ray"), node("a3", "Cy Orr")]
    figures = evaluation.score_nodes(gold, [record(text, actors=found)])
    assert figures["mixed.share"] == pytest.approx(2 / 4)
    assert figures["unmixed.share"] == pytest.approx(2 / 4)
    assert figures["strangers.share"] == pytest.approx(1 / 4)
    assert (figures["n.mentions"], figures["n.nodes"], figures["n.mixed"]) == (4, 3, 1)


def test_statement_and_action_of_one_verb_have_the_same_people():
    def said(words: str, verb: str, *speakers: str):
        return {"source": [span(words)], "cue": [span(verb)], "rule": f"that@plain:{verb}", "speakers": list(speakers)}

    def done(words: str, verb: str, *agents: str):
        rule = f"verb:{verb}"
        return {
            "agent_spans": [span(words)],
            "trigger": [span(verb)],
            "lemma": verb,
            "rule": rule,
            "agents": list(agents),
        }

    found = record(
        statements=[said("Ann", "said", "a1"), said("Bo", "told", "a2"), said("The firm", "declined")],
        actions=[done("Ann", "said", "a1"), done("Cy", "told", "a3"), done("firm", "declined"), done("Bo", "was")],
        actors=[{"id": "a1", "name": "Ann"}, {"id": "a2", "name": "Bo"}, {"id": "a3", "name": "Cy"}],
    )
    assert evaluation.agreement([], [found]) == {"same.share": pytest.approx(2 / 3), "n.verbs": 3}
    assert consistency.listed(found) == [f"a at {TEXT.index('told')}: told: Bo | Cy"]


def test_dates_need_the_value_at_the_printed_granularity():
    text = "It began in July 2015 and took ninety days from Friday."
    timexes = [
        {"frags": [span("July 2015", text)], "type": "DATE", "value": "2015-07"},
        {"frags": [span("Friday", text)], "type": "DATE", "value": "2015-07-24"},
        {"frags": [span("ninety days", text)], "type": "DURATION", "value": "P90D"},
    ]

    def found(words: str, value: str | None, kind: str = "DATE"):
        start, end = span(words, text)
        return {"start": start, "end": end, "type": kind, "value": value}

    dates = [found("July 2015", "2015-07-01"), found("Friday", "2015-07-24"), found("ninety days", "P90D", "DURATION")]
    figures = evaluation.score_dates([{"id": "a", "text": text, "timexes": timexes}], [record(text, dates=dates)])
    assert figures["date.f1"] == 0.5
    assert figures["granularity_only_wrong"] == 1
    assert figures["duration.f1"] == 1.0


def test_events_compare_merged_actions_with_chains_and_baselines():
    def article(key: str, chain: str):
        text = "The strike began."
        start, end = span("strike", text)
        mention = {"kind": "event", "validated": True, "start": start, "end": end, "chain": chain, "text": "strike"}
        action = {"id": "e1", "iri": "one", "trigger": [[start, end]]}
        return {"id": key, "text": text, "topic": 1, "mentions": [mention]}, record(text, key, actions=[action])

    gold, records = zip(*(article("a", "c1"), article("b", "c1"), article("c", "c2")), strict=True)
    figures = evaluation.score_events(list(gold), list(records))
    assert figures["merge.precision"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert figures["merge.recall"] == 1.0
    assert figures["no_merge_baseline.f1"] == pytest.approx(2 * 1 * (2 / 3) / (5 / 3))


def test_pages_count_shingles_and_a_missing_page_as_nothing():
    gold = [{"id": "a", "body": "one two three four five"}, {"id": "b", "body": "six seven eight nine"}]
    figures = evaluation.score_pages(gold, [record("one two three four")])
    assert figures["body.precision"] == pytest.approx(0.5)
    assert figures["body.recall"] == pytest.approx(0.25)


def test_another_text_and_a_missing_record_are_refused():
    gold = [{"id": "a", "text": TEXT, "statements": []}]
    with pytest.raises(ArticleError, match="not the gold text"):
        evaluation.score_statements(gold, [record("Another text.")])
    with pytest.raises(ArticleError, match="no analysis record"):
        evaluation.score_statements(gold, [])


def test_files_that_are_no_annotations_are_named(tmp_path):
    gold, records = tmp_path / "gold.jsonl", tmp_path / "records.jsonl"
    records.write_text(json.dumps(record()) + "\n", encoding="utf-8")
    gold.write_text('{"id": "a"}\n{', encoding="utf-8")
    with pytest.raises(RecordError, match=r"gold\.jsonl, line 2: is not JSON"):
        evaluation.evaluate("dates", gold, records)
    gold.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match="no annotations for dates"):
        evaluation.evaluate("dates", gold, records)


def actors(*names: str):
    return [{"id": name, "mentions": [dict(zip(("start", "end"), span(name), strict=True))]} for name in names]


def deed(trigger: str, agent: str | None, patient: str | None, **fields):
    roles = {
        name: [{"words": span(words), "name": span(words)}] if words else []
        for name, words in (("agent", agent), ("patient", patient))
    }
    mention = {"trigger": span(trigger), **roles}
    return {"tier": "chief", "status": "done", "said_by": None, "mentions": [mention], **fields}


def test_deeds_count_what_is_recorded_and_ask_who_did_it_to_whom_and_whether_it_happened():
    told, declined = deed("told", "Bo", "Cy"), deed("declined", "The firm", None, status="refused")
    gold = [{"id": "a", "text": TEXT, "deeds": [told, declined, deed("wrong", None, "the ban", tier="minor")]}]
    people = actors("Bo", "Cy", "Ann", "The firm")
    right = {"trigger": [span("told")], "agents": ["Bo"], "patients": ["Cy"], "modality": "asserted"}
    refused = {"trigger": [span("declined")], "agents": ["The firm"], "modality": "asserted", "type": "Refuse"}
    other = {"trigger": [span("said")], "agents": ["Ann"], "modality": "asserted"}
    hidden = {**other, "recorded": False}
    figures = evaluation.score_deeds(gold, [record(actions=[right, refused, other, hidden], actors=people)])
    assert figures["n.pred"] == 3
    assert figures["record.precision"] == pytest.approx(2 / 3)
    assert (figures["record.recall"], figures["chief.found"]) == (1.0, 1.0)
    assert figures["all.recall"] == pytest.approx(2 / 3)
    wrong = {**right, "agents": ["Ann"], "modality": "planned"}
    figures = evaluation.score_deeds(gold, [record(actions=[wrong], actors=people)])
    assert figures["worth.precision"] == 1.0
    assert (figures["agent.right_when_found"], figures["patient.right_when_found"]) == (0.0, 1.0)
    assert (figures["status.right_when_found"], figures["record.f1"]) == (0.0, 0.0)


def test_speakers_must_be_exactly_the_marked_ones_by_any_mention_of_theirs():
    said = {"content": [span("that rain was near")], "source": [span("Bo")], "cue": [span("told")]}
    gold = [{"id": "a", "text": TEXT, "attributions": [said | {"who": [span("Bo")], "addressee": [span("Cy")]}]}]

    def figures(**fields):
        return evaluation.score_speakers(gold, [record(statements=[said | fields], actors=actors("Ann", "Bo", "Cy"))])

    right = figures(speakers=["Bo"], addressee="Cy")
    assert (right["said.f1"], right["addressee.f1"]) == (1.0, 1.0)
    both = figures(speakers=["Bo", "Ann"])
    assert (both["said.f1"], both["addressee.recall"]) == (0.0, 0.0)
    assert figures(speakers=["Bo"], recorded=False)["n.pred"] == 0
    gold[0]["attributions"][0]["worth"] = False
    assert figures(speakers=["Ann"])["n.pred"] == 0
