"""Which section a statement belongs to, and how much of its article stands behind it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from disputing import asked_for_comment, told
from onrecord.model import Analysis, Passage
from onrecord.report.account import accounts
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import SENTENCE, action, actor, article, statement

FIRST = "Chronology"
LUND = ("Ada Lund", "Person", {})


def read(text: str, *said: dict[str, Any], people: tuple[Any, ...] = (LUND,), day: str = "2024-05-19") -> Analysis:
    """An article whose lines that end in a full stop are its text, and the first of others its headline."""
    lines = [line for line in text.split("\n") if line]
    spans = [(text.index(line), text.index(line) + len(line)) for line in lines]
    kinds = ["headline" if number == 0 and line[-1:] not in ".”" else "body" for number, line in enumerate(lines)]
    return Analysis(
        article=article("one", text, published=day),
        passages=tuple(Passage(*span, kind) for span, kind in zip(spans, kinds, strict=True)),  # type: ignore[arg-type]
        actors=tuple(actor(text, f"a{at}", name, kind, **more) for at, (name, kind, more) in enumerate(people)),
        statements=tuple(
            statement(text, f"s{at}", recorded=True, confidence=0.9, **{"mode": "indirect", "cue": "said", **one})
            for at, one in enumerate(said)
        ),
        sentences=tuple(match.span() for match in SENTENCE.finditer(text)),
    )


def sections(*analyses: Analysis) -> dict[str, list[str]]:
    found = (item for told in accounts(on_record(resolve(list(analyses)))) for item in told.sections)
    return {item.heading: [one.words for one in item.lines] for item in found if item.lines and item.heading != FIRST}


UNNAMED = {"named": False}


@pytest.mark.parametrize(
    ("source", "words", "cue", "heading"),
    [
        ("An engineer at the mill", "the boiler was cracked", "said", "Claims by unnamed sources"),
        ("Inspector of Works A B Roth", "the boiler was cracked", "said", "Who said what"),
        ("Engineers at the mill", "an end to night shifts", "called for", ""),
        ("Some media outlets", "the boiler was cracked", "said", ""),
        ("Two officials at the mill", "the boiler was cracked", "said", "Claims by unnamed sources"),
        ("Relatives of the dead", "the boiler was cracked", "said", "Who said what"),
        ("Two lawyers in Ost", "the boiler was cracked", "said", "Who said what"),
        ("Traders in Ost", "the boiler was cracked", "said", "Who said what"),
        ("Three traders in Ost", "the boiler was cracked", "said", "Claims by unnamed sources"),
        ("Prosecutors in Ost", "the boiler was cracked", "said", "Who said what"),
        ("Footage", "smoke above the mill", "showed", "What pictures show"),
        ("A letter", "that the boiler was cracked", "showed", "What documents say"),
    ],
)
def test_each_statement_stands_in_its_section(source: str, words: str, cue: str, heading: str) -> None:
    text = f"{source} {cue} {words}."
    kind = "document" if cue == "showed" else "speech"
    one = {"content": words, "source": source, "cue": cue, "kind": kind}
    people: tuple[Any, ...] = ()
    if cue == "said":
        people = ((source, "Person", UNNAMED),)
        one["speakers"] = ("a0",)
    found = sections(read(text, one, people=people))
    assert found == ({heading: [f"“{text}”"]} if heading else {})


def test_a_spokeswoman_for_a_body_with_a_name_is_known() -> None:
    text = "A spokeswoman for Alder Mill said the boiler was safe."
    people = (("A spokeswoman for Alder Mill", "Person", UNNAMED), ("Alder Mill", "Company", {}))
    one = {"content": "the boiler was safe", "source": "A spokeswoman for Alder Mill", "speakers": ("a0",)}
    found = sections(read(text, {**one, "on_behalf_of": ("a1",)}, people=people))
    assert found == {"Who said what": [f"“{text}”"]}


def test_who_could_not_be_reached_has_not_refused() -> None:
    text = "Ada Lund could not be reached on Friday.\nThe owner, Ivo Roth, declined to comment."
    assert sections(read(text)) == {
        "Would not comment": ["“The owner, Ivo Roth, declined to comment.”"],
        "Gave no answer": ["“Ada Lund could not be reached on Friday.”"],
    }


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Ada Lund declined an interview.", "Would not comment"),
        ("Ada Lund did not wish to be interviewed.", "Would not comment"),
        ("Ada Lund refused to give the name of an owner.", "Would not comment"),
        ("Ada Lund has had no reply from the bank that owns it.", "Gave no answer"),
        ("Efforts to reach Ada Lund by telephone proved futile.", "Gave no answer"),
        ("Calls to the telephone of Ada Lund went unanswered.", "Gave no answer"),
        ("Ada Lund had no reply ready and left for Ost by boat.", ""),
    ],
)
def test_who_said_nothing_is_told_in_many_words(text: str, heading: str) -> None:
    assert sections(read(text)) == ({heading: [f"“{text}”"]} if heading else {})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A source at the port told the Harbour Post that the ship would sail.", True),
        ("A nurse who did not want to give her name spoke of cracks.", True),
        ("The Lantern understands that the boiler was sold.", True),
        ("It is understood that Ada Lund sold the boiler.", True),
        ("A boiler was cracked, according to a person close to the mill.", True),
        ("An official, Ivo Roth, said that the ship would sail.", False),
        ("Officials at the port sold the ship.", False),
        ("The nurse asked not to be named because of the inquiry.", False),
    ],
)
def test_a_sentence_tells_of_a_source_without_a_name(text: str, shown: bool) -> None:
    found = sections(read(text, people=())).get("Claims by unnamed sources", [])
    assert found == ([f"“{text}”"] if shown else [])


def test_that_a_source_wants_no_name_is_not_told_again() -> None:
    text = "Two officials told Ada Lund that the boiler was cracked. Neither would be identified by name."
    one = {"content": "that the boiler was cracked", "source": "Two officials", "cue": "told", "speakers": ("a1",)}
    people = (LUND, ("Two officials", "Group", UNNAMED))
    first = text.partition(". ")[0]
    assert sections(read(text, one, people=people))["Claims by unnamed sources"] == [f"“{first}.”"]


def test_a_short_answer_that_did_not_come_is_told_with_what_was_asked() -> None:
    text = "Alder Mill wrote to the port on Friday. It received no reply to this letter."
    assert sections(read(text, people=(("Alder Mill", "Company", {}),)))["Gave no answer"] == [f"“{text}”"]


def test_a_refusal_that_breaks_off_is_told_with_the_sentence_before_it() -> None:
    text = "Alder Mill offered a boiler to the port. Ada Lund refused to say whether it had."
    assert sections(read(text, people=(("Alder Mill", "Company", {}),)))["Would not comment"] == [f"“{text}”"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Police arrested Ivo Roth. Roth has been in the north of the country for years.", True),
        ("Police arrested Ivo Roth. He denies having sold it.", False),
        ("Police arrested Mayor Ivo Roth. “It was late,” the mayor recalls.", False),
        ("Police arrested the dog, Ivo Roth.", False),
    ],
)
def test_who_may_be_quoted_without_a_name_is_not_listed(text: str, named: bool) -> None:
    done = action(
        text, "e0", "arrested", type="Arrest", lemma="arrest", agent_spans="Police", patients=("a0",),
        patient_spans="Ivo Roth", recorded=True,
    )  # fmt: skip
    people = (actor(text, "a0", "Ivo Roth", "Person"),)
    ends = tuple(match.span() for match in SENTENCE.finditer(text))
    found = Analysis(article=article("one", text), actors=people, actions=(done,), sentences=ends)
    assert ("Ivo Roth" in sections(found).get("Not quoted", [])) is named


@pytest.mark.parametrize(("modality", "named"), [("planned", False), ("asserted", True)])
def test_whoever_has_done_nothing_is_not_missed_among_the_quoted(modality: Any, named: bool) -> None:
    text = "Dr Ivo Roth would do well to sell the mill."
    done = action(
        text, "e0", "sell", type="Sell", lemma="sell", agent_spans="Ivo Roth", agents=("a0",), modality=modality,
        recorded=True, shown="line",
    )  # fmt: skip
    people = (actor(text, "a0", "Ivo Roth", "Person"),)
    ends = tuple(match.span() for match in SENTENCE.finditer(text))
    found = Analysis(article=article("one", text), actors=people, actions=(done,), sentences=ends)
    assert ("Ivo Roth" in sections(found).get("Not quoted", [])) is named


def test_whoever_says_that_they_say_nothing_says_nothing() -> None:
    text = "Ada Lund said she had no comment."
    one = {"content": "she had no comment", "source": "Ada Lund", "speakers": ("a0",)}
    assert sections(read(text, one)) == {"Would not comment": [f"“{text}”"]}


def test_what_another_says_is_no_part_of_a_refusal() -> None:
    text = "“The boiler was clean,” said Ada Lund. Her rival, Birch Mill, declined to comment."
    people = (LUND, ("Birch Mill", "Company", {}))
    lund = {"content": "“The boiler was clean,”", "source": "Ada Lund", "speakers": ("a0",), "mode": "direct"}
    mill = {
        "content": "to comment", "source": "Her rival, Birch Mill", "cue": "declined", "speakers": ("a1",),
        "kind": "refusal_to_comment",
    }  # fmt: skip
    assert sections(read(text, lund, mill, people=people))["Would not comment"] == ["Birch Mill declined to comment"]


def test_a_headline_says_nothing() -> None:
    text = "Ada Lund says boiler was safe\nAda Lund blames the wind\nThe mill burned on Friday."
    headline = {"content": "boiler was safe", "source": "Ada Lund", "cue": "says", "speakers": ("a0",)}
    deck = {"content": "the wind", "source": "Ada Lund#2", "cue": "blames", "speakers": ("a0",)}
    assert "Who said what" not in sections(read(text, headline, deck))


def test_the_evidence_holds_all_words_from_the_first_quoted_to_the_speaker() -> None:
    text = "“It burned. It burned all night. Nobody came,” said Ada Lund, who rang the bell. Rain fell."
    one = {
        "content": "“It burned. It burned all night. Nobody came,”", "source": "Ada Lund", "speakers": ("a0",),
        "mode": "direct",
    }  # fmt: skip
    (told,) = accounts(on_record(resolve([read(text, one)])))
    assert [source.quote for source in told.sources] == [text.removesuffix(" Rain fell.")]


@pytest.mark.parametrize(
    ("second", "day", "shown"),
    [
        ("Ada Lund said Alder Mill was safe.", "2024-05-21", True),
        ("Ada Lund said Alder Mill was safe.", "2024-05-19", False),
        ("Ivo Roth said Ada Lund told him Alder Mill was safe.", "2024-05-21", False),
    ],
)
def test_over_time_stands_what_one_said_on_several_days(second: str, day: str, shown: bool) -> None:
    people = (LUND, ("Alder Mill", "Company", {}), *((("Ivo Roth", "Person", {}),) if "Roth" in second else ()))
    lund = {"source": "Ada Lund", "speakers": ("a0",), "about": ("a1",)}
    first = read(
        "Ada Lund said Alder Mill was cracked.", {**lund, "content": "Alder Mill was cracked"}, people=people[:2]
    )
    inner = {**lund, "content": "Alder Mill was safe", "cue": "told" if "told" in second else "said"}
    outer = {"content": second.partition("said ")[2][:-1], "source": "Ivo Roth", "speakers": ("a2",)}
    said = [{**inner, "within": "s1"}, outer] if "Roth" in second else [inner]
    other = read(second, *said, people=people, day=day)
    other = replace(other, article=article("two", second, published=day))
    assert ("Over time: Ada Lund on Alder Mill" in sections(first, other)) is shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("It is not clear who paid Ada Lund.", "It is not clear who paid Ada Lund."),
        ("Ada Lund would not say whether it was insured.", "Ada Lund would not say whether it was insured."),
        ("Ada Lund sold eight boats. She would not say why.", "Ada Lund sold eight boats. She would not say why."),
        ("“It is not clear who owned the mill,” Ada Lund wrote.", ""),
        ("Ada Lund would not sell the mill.", ""),
    ],
)  # fmt: skip
def test_open_is_what_an_article_says_is_not_known(text: str, line: str) -> None:
    found = sections(read(text)).get("Open questions", [])
    assert found == ([f"“{line}”"] if line else [])


def test_a_dispute_is_an_open_question_and_what_only_seems_one_is_not() -> None:
    one, two = asked_for_comment()
    assert "Open questions" not in sections(one, two)
    killed = [told(key, f"A storm killed {number} people in Harbor Town") for key, number in (("one", 12), ("two", 19))]
    (label,) = [item.label for item in on_record(resolve(killed)).disagreements]
    assert sections(*killed)["Open questions"] == [label]


@pytest.mark.parametrize(("deed", "named"), [("arrested", True), ("praised", False)])
def test_whoever_was_arrested_and_says_nothing_is_not_quoted(deed: str, named: bool) -> None:
    text = f"Police {deed} Lund. Ivo Roth met Ada Falk."
    people = actor(text, "a0", "Lund", "Company"), actor(text, "a1", "Ivo Roth", "Person")
    kind = "Arrest" if deed == "arrested" else "Praise"
    done = action(
        text, "e0", deed, type=kind, lemma=deed, agent_spans="Police", patients=("a0",), patient_spans="Lund",
        recorded=True,
    )  # fmt: skip
    found = Analysis(article=article("one", text), actors=people, actions=(done,), sentences=((0, len(text)),))
    assert ("Lund" in sections(found).get("Not quoted", [])) is named


def test_a_quotation_stands_once() -> None:
    text = "“The boiler was cracked,” said Ada Lund, who added that rain fell."
    direct = {"content": "“The boiler was cracked,”", "source": "Ada Lund", "speakers": ("a0",), "mode": "direct"}
    more = {"content": "that rain fell", "source": "Ada Lund", "speakers": ("a0",), "cue": "added"}
    assert sections(read(text, direct, more)) == {
        "Who said what": [f"“{text}”".replace("““", "“‘").replace(",”", ",’")]
    }


@pytest.mark.parametrize(
    ("text", "source", "words", "cue"),
    [
        ("The court sided with villagers who say that the boiler was cracked.", "who", "the boiler was cracked", "say"),
        ("A woman who answered the telephone said nobody was available and hung up.",
         "A woman who answered the telephone", "nobody was available", "said"),
    ],
)  # fmt: skip
def test_many_who_say_and_one_who_says_nothing_are_no_unnamed_source(
    text: str, source: str, words: str, cue: str
) -> None:
    one = {"content": words, "source": source, "cue": cue, "speakers": ("a0",)}
    people = ((source, "Person", UNNAMED),)
    assert "Claims by unnamed sources" not in sections(read(text, one, people=people))


@pytest.mark.parametrize(
    ("first", "heading"),
    [
        ("An inspector on the case came at night.", "Claims by unnamed sources"),
        ("The inspector on the case came at night.", "Who said what"),
        ("An inspector, Ada Lund, came at night.", "Who said what"),
    ],
)
def test_whoever_comes_into_an_article_without_a_name_stays_without_one(first: str, heading: str) -> None:
    text = f"{first} The boiler was cracked, the inspector said."
    one = {"content": "The boiler was cracked", "source": "the inspector", "speakers": ("a0",)}
    found = sections(read(text, one, people=(("the inspector", "Person", UNNAMED),)))
    assert list(found) == [heading]


def test_whoever_says_more_of_a_body_came_with_no_person_of_it() -> None:
    text = (
        "A harbour union official met Ada Lund. The union, which has 40 members, alleged that the boiler was cracked."
    )
    one = {"content": "that the boiler was cracked", "source": "The union", "cue": "alleged", "speakers": ("a0",)}
    found = sections(read(text, one, people=(("The union", "Organization", UNNAMED),)))
    assert "Claims by unnamed sources" not in found


@pytest.mark.parametrize(
    ("source", "kind", "unnamed"),
    [
        ("Estonia's fisheries ministry", "Ministry", False),
        ("Estonia's fisheries adviser", "Person", True),
        ("A fisheries ministry", "Ministry", True),
    ],
)
def test_a_body_of_a_named_state_is_known(source: str, kind: str, unnamed: bool) -> None:
    text = f"{source} said the boiler was cracked."
    one = {"content": "the boiler was cracked", "source": source, "speakers": ("a0",)}
    found = sections(read(text, one, people=((source, kind, UNNAMED),)))
    assert ("Claims by unnamed sources" in found) is unnamed


def test_words_that_only_stand_on_something_are_nobodys_claim() -> None:
    text = "Ada Lund sold the mill. Two lines on a page refer to “cracked boilers of the mill”."
    one = {"content": "“cracked boilers of the mill”", "cue": "refer to", "mode": "direct"}
    assert "Claims by unnamed sources" not in sections(read(text, one))


@pytest.mark.parametrize(("second", "unnamed"), [("Ada Lund", False), ("a clerk", True)])
def test_officials_of_a_lead_are_named_below_it(second: str, unnamed: bool) -> None:
    text = f"The boiler was cracked, officials said.\nThe mill was shut, {second} said."
    first = {"content": "The boiler was cracked", "source": "officials"}
    more = {"content": "The mill was shut", "source": second, "speakers": ("a0",)}
    people = ((second, "Person", {"named": not unnamed}),)
    found = sections(read(text, first, more, people=people)).get("Claims by unnamed sources", [])
    assert any("fficials said" in line for line in found) is unnamed
