"""The lexicon as typed records: faults are refused by file and entry, and one word's uses stand together."""

from __future__ import annotations

import re

import pytest

from onrecord import lexicon_files as files
from onrecord.errors import LexiconError
from onrecord.language import lexicon
from onrecord.language.lexicon import actor_words, lookup, records
from onrecord.word_patterns import WordPattern, all_patterns, filled, word_pattern
from onrecord.word_sets import WordSet, all_sets, word_set


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"deed": ["agree"]}, "lexicon verbs.toml, 'sign': Object contains unknown field `deed`"),
        (
            {"cue": {"frames": ["that"]}},
            "lexicon verbs.toml, 'sign': Object missing required field `example` - at `$.cue`",
        ),
        (
            {"cue": {"frames": ["that"], "example": "x", "source": "y", "kind": "chat"}},
            "lexicon verbs.toml, 'sign': Invalid enum value 'chat' - at `$.cue.kind`",
        ),
    ],
)  # fmt: skip
def test_what_the_type_does_not_know_is_refused(row: dict, fault: str) -> None:
    with pytest.raises(LexiconError) as error:
        files.convert("verbs.toml", "sign", row, records.Word)
    assert str(error.value) == fault


def test_an_id_stands_once_in_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"id": "a", "lemma": "b", "example": "B.", "source": "own"}
    monkeypatch.setattr(files.resources, "toml", lambda *parts: {"lemma": [row, row]})
    with pytest.raises(LexiconError, match=r"lexicon twice.toml, 'a': there are two"):
        files.entries("twice.toml", "lemma", records.Lemma)


@pytest.mark.parametrize(
    "word", [{"deeds": ("nothing",)}, {"operators": ("nothing",)}, {"classes": frozenset({"nothing"})}]
)
def test_a_reference_to_what_is_not_there_is_refused(word: dict) -> None:
    with pytest.raises(LexiconError, match=r"lexicon verbs.toml, 'sign': there is no 'nothing'"):
        lookup._predicate("verb", "sign", records.Word(**word))


def test_a_lemma_with_a_capital_is_refused() -> None:
    frame = records.VerbFrame("feast", "Act", "They feast.", "own", objects=frozenset({"Michaelmas"}))
    with pytest.raises(LexiconError, match=r"'feast': 'Michaelmas' has a capital"):
        lookup._check_lemmas((frame,))
    lookup._check_lemmas((records.VerbFrame("feast", "Act", "They feast.", "own", objects=frozenset({"feast"})),))


def test_words_of_a_set_are_objects_of_a_frame() -> None:
    frame = lookup._verb_frames()["attack-hurt"]
    assert word_set("somebody_acted_on") < frame.objects


def test_all_uses_of_a_word_stand_together() -> None:
    accuse = lexicon.predicates("verb")["accuse"]
    assert accuse.cue is not None
    assert accuse.cue.stance == "accusation"
    assert [frame.kind for frame in accuse.deeds] == ["Accuse"]
    assert [operator.id for operator in accuse.operators] == ["alleged"]
    assert accuse.reports
    assert not lexicon.predicates("verb")["sign"].reports


def test_a_verb_that_reports_by_its_cue_is_in_no_second_list() -> None:
    cues = lexicon.cues("verb")
    listed = {lemma for lemma in lexicon.of_class("speaking") if lemma in cues and cues[lemma].kind == "speech"}
    assert {lemma for lemma in listed if {"quote", "that"} <= cues[lemma].frames} == set()
    assert {"say", "retort", "speak"} <= lexicon.reporting_verbs()
    assert not {"praise", "announce", "sign"} & lexicon.reporting_verbs()


def test_frames_with_conditions_come_first() -> None:
    for frames in lexicon.verb_deeds().values():
        assert [frame.conditional for frame in frames] == sorted((frame.conditional for frame in frames), reverse=True)


def test_every_frame_operator_and_class_has_a_word() -> None:
    words = [word for part in ("verb", "noun", "adjective") for word in lexicon.predicates(part).values()]
    used = {frame.id for word in words for frame in word.deeds}
    assert {frame.id for frame in files.entries("deeds.toml", "verb", records.VerbFrame)} <= used
    assert {frame.id for frame in files.entries("deeds.toml", "noun", records.NounFrame)} <= used
    assert {item.id for word in words for item in word.operators} == set(lookup.operator_classes())
    assert {name for word in words for name in word.classes} == set(lookup.verb_classes())


def test_senses_of_a_verb_are_told_apart_by_their_frames() -> None:
    charge = lexicon.predicates("verb")["charge"]
    price, court, _, other = charge.deeds
    assert (price.id, price.kind, price.conditional) == ("demand-fee", "Demand", True)
    assert (court.id, court.kind, court.conditional) == ("sue-charge", "Sue", True)
    assert (other.id, other.kind) == ("act-what", "Act")
    assert charge.cue is not None
    assert charge.cue.frames >= {"that", "quote"}
    assert len({item.example for item in (price, court, charge.cue)}) == len(("price", "court", "cue"))


WORDS = [item for item in all_sets().values() if not item.id.startswith("frame_")]
"""Sets of words; sets of frames of cues hold terms of the lexicon."""


@pytest.mark.parametrize("item", WORDS, ids=lambda item: item.id)
def test_a_word_set_has_a_word_in_its_example(item: WordSet) -> None:
    text = item.example.lower()
    forms = [word.lower().removesuffix("e") for word in word_set(item.id)]
    before, after = ("", r"(?!\w)") if item.id.endswith("_ending") else (r"(?<!\w)", "")
    assert any(re.search(f"{before}{re.escape(form)}{after}", text) for form in forms)


def test_word_sets_have_words_and_an_example_that_ends() -> None:
    for item in all_sets().values():
        assert item.words, item.id
        assert item.meaning, item.id
        assert item.example.endswith((".", "?", "!", '"')), item.id
        assert len(item.words) == len(set(item.words)), item.id


SETS = all_sets()
FUNCTION_WORDS = word_set("function_word") | word_set("says_nothing_of_count") | word_set("small")
RESTATED = 4
"""Words of one set that may stand in another by chance."""


def test_no_list_restates_another() -> None:
    """A set all of whose words belong to another is included there by its id; words of closed classes are free."""
    own = {item.id: set(item.words) - FUNCTION_WORDS for item in WORDS if item.source != "closed class"}
    own |= {item.id: set(item.words.split()) for table in ("noun", "name") for item in _actor_entries(table)}
    twice = [
        f"{whole} holds {part}"
        for whole, words in own.items()
        for part, fewer in own.items()
        if whole != part and len(fewer) >= RESTATED and fewer <= words and not (part in SETS and SETS[part].includes)
    ]
    assert twice == []


def _actor_entries(table: str) -> tuple[actor_words._Entry, ...]:
    return getattr(files.whole("actor_nouns.toml", actor_words._ActorNouns), table)


def test_a_set_holds_the_words_of_those_it_includes() -> None:
    assert word_set("trade_of_name") < word_set("trade")
    assert word_set("loose_designator") < word_set("designator") <= actor_words.words().name_last.keys()


@pytest.mark.parametrize("item", all_patterns().values(), ids=lambda item: item.id)
def test_a_pattern_finds_its_example(item: WordPattern) -> None:
    assert word_pattern(item.id).search(item.example)
    assert item.meaning
    assert item.source


def test_a_pattern_holds_what_it_names() -> None:
    assert filled("{reflexive_ending}|{month}").startswith("(?:selves|self)|(?:september|")


def test_labels_and_frames_know_the_same_verbs_of_which_not_doing_is_a_refusal() -> None:
    """Labels are made without the frames: "did not comply" has its negation from the word set."""
    known = lexicon.predicates("verb")
    assert {lemma for lemma in known if any(frame.negated for frame in known[lemma].deeds)} == word_set(
        "refused_if_not_done"
    )
