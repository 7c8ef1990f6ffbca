"""Which deeds make lines of their own: whole, told of somebody, and clear without their article."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Mention, Passage, Ref, TimeExpression
from onrecord.resolve import resolve
from onrecord.story import deed_lines, deed_words, relative_days
from onrecord.story.index import Index, build_index
from resolution import action, actor, analysis, span, statement, wording

ALDER = "Alder Foods"


def told(text: str, trigger: str, *others: Any, completion: str = "", subject: str = ALDER, **values: Any) -> Analysis:
    """An article in which Alder Foods does something, in the words of one clause."""
    fields: dict[str, Any] = {"type": "Make", "lemma": trigger.rpartition("|")[2], "agents": ("a1",), **values}
    words = fields.pop("wording", None) or wording(text, "active", subject, trigger, completion)
    deed = action(text, "e1", trigger, recorded=True, agent_spans=subject, wording=words, **fields)
    return analysis("one", text, actor(text, "a1", ALDER, "Company"), deed, *others)


def look(*articles: Analysis) -> Index:
    return build_index(resolve(list(articles)))


DEED = Ref("one", "e1")


@pytest.mark.parametrize(
    ("text", "trigger", "lemma", "deed"),
    [
        ("Alder Foods sold the mill.", "sold", "sell", True),
        ("Alder Foods sold the mill", "sold", "sell", False),  # a line without a stop: a headline
        ("“Alder Foods sold the mill,” she said.", "sold", "sell", False),
        ("Alder Foods asked whether the mill was safe.", "asked", "ask", False),
        ("Alder Foods asked the mill to close.", "asked", "ask", True),
        ("Alder Foods supports the mill.", "supports", "support", False),
        ("Alder Foods is selling the mill.", "is|selling", "sell", False),
        ("Alder Foods has sold the mill.", "has|sold", "sell", True),
        ("Alder Foods put the mill up.", "put", "put", True),  # the past tense too
    ],
)
def test_a_deed_is_told_in_a_sentence_and_is_no_question(text: str, trigger: str, lemma: str, deed: bool) -> None:
    assert deed_lines.is_deed(look(told(text, trigger, lemma=lemma)), DEED) is deed


def test_what_one_is_said_to_do_to_itself_is_somebody_elses() -> None:
    text = "Alder Foods pushed Alder Foods for an answer."
    made = told(text, "pushed", patients=("a1",), patient_spans="Alder Foods#2")
    assert not deed_lines.is_deed(look(made), DEED)
    fell = "Alder Foods sank."
    assert deed_lines.is_deed(look(told(fell, "sank", patients=("a1",), patient_spans="Alder Foods")), DEED)


@pytest.mark.parametrize(("who", "deed"), [("most", False), ("Ada Brekke", True)])
def test_what_only_some_say_is_no_deed(who: str, deed: bool) -> None:
    text = f"Alder Foods sold the mill, according to {who}."
    by = statement(text, "s1", "Alder Foods sold the mill", mode="indirect", source=who, cue="according to")
    assert deed_lines.is_deed(look(told(text, "sold", by, within="s1")), DEED) is deed


@pytest.mark.parametrize(("kind", "deed"), [("Request", False), ("Demand", False), ("Sell", True)])
def test_who_is_said_to_ask_for_something_says_so(kind: str, deed: bool) -> None:
    text = "Ada Brekke said Alder Foods wanted the mill."
    by = statement(text, "s1", "Alder Foods wanted the mill", mode="indirect", source="Ada Brekke", cue="said")
    assert deed_lines.is_deed(look(told(text, "wanted", by, type=kind, within="s1")), DEED) is deed


def test_a_headline_and_a_noun_tell_of_no_deed() -> None:
    text = "Alder Foods sold the mill."
    made = told(text, "sold")
    titled = Analysis(
        article=made.article,
        passages=(Passage(start=0, end=len(text), kind="headline"),),
        actors=made.actors,
        actions=made.actions,
        sentences=made.sentences,
    )
    assert not deed_lines.is_deed(look(titled), DEED)
    sale = "The sale by Alder Foods went on."
    noun = told(sale, "sale", wording=wording(sale, "noun"), rule="noun:sell")
    assert not deed_lines.is_deed(look(noun), DEED)


@pytest.mark.parametrize(("word", "deed"), [("since", False), ("until", False), ("in", True)])
def test_what_is_so_since_a_day_was_not_done_on_it(word: str, deed: bool) -> None:
    text = f"Alder Foods ran the mill {word} 2019."
    found = look(told(text, "ran", date="2019", date_span="2019"))
    assert deed_lines.is_deed(found, DEED) is deed


@pytest.mark.parametrize(
    ("text", "completion", "whole"),
    [
        ("Alder Foods sold the mill.", "the mill", True),
        ("Alder Foods sold the mill, which was old.", "the mill", True),
        ("Alder Foods sold the mill when it burned.", "the mill", True),
        ("Alder Foods sold the mill and left town.", "the mill", True),
        ("Alder Foods sold the mill and a bakery.", "the mill", False),
        ("Alder Foods sold a mill that it says burned twice.", "a mill that it says", False),
        ("Alder Foods sold the mill to pay its debts.", "the mill", False),
        ("Alder Foods sold too many “old” mills.", "too many", False),
        ("Alder Foods sold it for political, not other, ends.", "it for political", False),
    ],
)
def test_a_label_is_whole_if_a_mark_or_another_clause_follows(text: str, completion: str, whole: bool) -> None:
    found = look(told(text, "sold", completion=completion))
    assert deed_lines.is_whole(found, DEED, f"Alder Foods sold {completion}") is whole


def test_a_clause_that_lost_its_subject_or_has_no_tense_is_not_whole() -> None:
    text = "She won 17 medals for Alder Foods."
    lost = told(text, "won", subject="She", agents=(), completion="17 medals")
    assert not deed_lines.is_whole(look(lost), DEED, "17 medals were won")
    text = "Alder Foods voted to close, ending a long fight."
    without = told(text, "ending", wording=wording(text, "active", ALDER, "", "a long fight"))
    assert not deed_lines.is_whole(look(without), DEED, "Alder Foods ended a long fight")


@pytest.mark.parametrize(
    ("text", "trigger", "group", "completion", "lemma", "whole"),
    [
        ("Alder Foods, elected in years, left.", "elected", "", "in years", "elect", False),
        ("Alder Foods was rebuffed.", "rebuffed", "was|rebuffed", "", "rebuff", False),
        ("Alder Foods was so named, she wrote.", "named", "was|named", "", "name", False),
        ("Alder Foods was named the winner.", "named", "was|named", "the winner", "name", True),
    ],
)
def test_a_passive_without_tense_or_without_what_it_needs_is_not_whole(
    text: str, trigger: str, group: str, completion: str, lemma: str, whole: bool
) -> None:
    words = wording(text, "passive", "Alder Foods", group, completion)
    made = told(text, trigger, wording=words, lemma=lemma, agents=(), patients=("a1",))
    assert deed_lines.is_whole(look(made), DEED, "") is whole


def test_a_verb_whose_object_went_before_it_keeps_its_preposition() -> None:
    text = "The clerk whom Alder Foods lit into at noon left."
    made = told(text, "lit", patient_spans="whom")
    assert not deed_lines.is_whole(look(made), DEED, "Alder Foods lit the clerk")
    day = "The house that Alder Foods left on Monday sank."
    start, end = span(day, "Monday")
    on_day = replace(
        told(day, "left", patient_spans="that"), dates=(TimeExpression(start=start, end=end, type="DATE", value=None),)
    )
    assert deed_lines.is_whole(look(on_day), DEED, "Alder Foods left the house") is False  # "sank" follows the day
    ends = "The house, which Alder Foods left on Monday, sank."
    start, end = span(ends, "Monday")
    at_end = replace(
        told(ends, "left", patient_spans="which"),
        dates=(TimeExpression(start=start, end=end, type="DATE", value=None),),
    )
    assert deed_lines.is_whole(look(at_end), DEED, "Alder Foods left the house")


@pytest.mark.parametrize(("polarity", "whole"), [("positive", True), ("negative", False)])
def test_a_denial_is_cut_without_the_time_to_which_it_is_limited(polarity: str, whole: bool) -> None:
    text = "Alder Foods had called after the debate."
    found = look(told(text, "called", polarity=polarity))
    assert deed_lines.is_whole(found, DEED, "") is whole


def test_behind_what_somebody_says_it_is_in_doubt_whose_deed_it_is() -> None:
    text = "Alder Foods said that Lund left, and sold the mill."
    by = statement(text, "s1", "that Lund left", mode="indirect", source="Alder Foods", cue="said")
    assert not deed_lines.is_whole(look(told(text, "sold", by, completion="the mill")), DEED, "")


def test_a_label_in_which_a_sentence_ends_is_not_whole() -> None:
    text = "Alder Foods paid £6m. It was due."
    found = look(told(text, "paid", completion="£6m. It was due"))
    assert not deed_lines.is_whole(found, DEED, "Alder Foods paid £6m. It was due")


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("Ada Brekke signed the notice", True),
        ("Ada Brekke signed the notice on Monday", True),
        ("Ada Brekke signed the notice that closed Ost", False),
        ("Ada Brekke signed the notice of closure", False),
        ("Ada Brekke led the ferry strike", False),
        ("Ada Brekke ended the strike", False),  # what the story is on
        ("Ada Brekke warned the public", False),
        ("Ada Brekke left on the first day", True),
        ("Ada Brekke was shown a copy", True),
        ("Ada Brekke made the same threat", True),
        ("Ada Brekke was shown a copy of it", False),
        ("Ada Brekke called it “the notice”", False),
        ("Alder Foods bought Ost, according to the companies", False),
        ("In June, the companies merged", True),
        ("Ada Brekke read the clerk's letter", True),
        ("Ada Brekke read the ferry plan", True),  # of which of them?
        ("Ada Brekke saw a film and bought the film", False),
        ("Ada Brekke met both sides", True),
        ("Ada Brekke met both Lund and Moe", False),
        ("Ada Brekke left the two men", True),
        ("Ada Brekke counted the 60,000 vials", True),
        ("Ada Brekke broke the 1993 law", False),
        ("The Minister left Norby", True),
        ("The Minister Ada Brekke left Norby", False),
        ("Ada Brekke paid the clerks out of her purse", True),
        ("Ada Brekke went to the High Court", False),
    ],
)
def test_a_noun_that_nothing_makes_out_points_back(line: str, points: bool) -> None:
    assert bool(deed_words.open_nouns(line, frozenset({"strike"}))) is points


def test_a_pronoun_for_somebody_unnamed_points_back() -> None:
    text = "A clerk wept. Alder Foods sent her a letter."
    clerk = replace(
        actor(text, "a2", "A clerk", "Person", named=False),
        mentions=(Mention(*span(text, "A clerk"), "description"), Mention(*span(text, "her"), "pronoun")),
    )
    made = told(text, "sent", completion="her a letter")
    with_clerk = Analysis(
        article=made.article, actors=(*made.actors, clerk), actions=made.actions, sentences=made.sentences
    )
    label = "Alder Foods sent her a letter"
    assert deed_words.points_back(look(with_clerk), DEED, (), label)


@pytest.mark.parametrize(
    ("text", "label", "says"),
    [
        ("A woman stole £400.", "A woman stole £400", False),
        ("Parents raised £400.", "Parents raised £400", True),
        ("Parents raised money.", "Parents raised money", False),
    ],
)
def test_a_line_says_of_whom_it_tells(text: str, label: str, says: bool) -> None:
    subject, verb, rest = text.removesuffix(".").rsplit(" ", 2)
    deed = action(text, "e1", verb, recorded=True, wording=wording(text, "active", subject, verb, rest))
    assert deed_words.says_who(look(analysis("one", text, deed)), DEED, label) is says


def test_of_anybody_a_line_says_who_it_is_done_to() -> None:
    text = "A judge barred Alder Foods. A report was given to Alder Foods."
    known = actor(text, "a1", ALDER, "Company")
    barred = action(
        text, "e1", "barred", recorded=True, wording=wording(text, "active", "A judge", "barred", "Alder Foods")
    )
    given = action(
        text, "e2", "given", recorded=True, wording=wording(text, "passive", "A report", "was|given", "to Alder Foods")
    )
    index = look(analysis("one", text, known, barred, given))
    assert deed_words.says_who(index, DEED, "A judge barred Alder Foods")
    assert not deed_words.says_who(index, Ref("one", "e2"), "A report was given to Alder Foods")


def test_a_sentence_stands_for_a_deed_with_a_clause_of_its_own() -> None:
    text = "Lund lost after a deal brokered by Alder Foods."
    made = told(text, "brokered", wording=wording(text, "passive", "a deal"))
    assert deed_lines.has_clause(look(made), DEED)
    text = "Lund lost with Alder Foods speaking to the press."
    assert not deed_lines.has_clause(look(told(text, "speaking", wording=wording(text, "active", ALDER))), DEED)


def test_what_somebody_is_said_to_have_done_is_told_of_them() -> None:
    text = "No ransom was paid, Ada Brekke said."
    words = wording(text, "passive", "No ransom", "was|paid")
    deed = action(text, "e1", "paid", recorded=True, within="s1", wording=words)
    by = statement(text, "s1", "No ransom was paid", mode="indirect", source="Ada Brekke", speakers=("a1",))
    made = analysis("one", text, actor(text, "a1", "Ada Brekke", "Person"), by, deed)
    assert deed_words.says_who(look(made), DEED, "No ransom was paid, according to Ada Brekke")


def test_words_of_headlines_and_of_half_of_the_articles_are_what_a_story_is_on() -> None:
    texts = ["Strike ends\n\nThe company paid.", "The dam held while the company paid.", "The dam held."]
    found = []
    for key, text in zip(("one", "two", "three"), texts, strict=True):
        made = analysis(key, text)
        title = Passage(*span(text, "Strike ends"), "headline") if "Strike" in text else None
        found.append(
            Analysis(article=made.article, passages=(title,) if title else (), sentences=made.sentences)
        )  # fmt: skip
    about = deed_words.topics(look(*found), ["one", "two", "three"])
    assert {"strike", "dam"} <= about
    assert "company" not in about


@pytest.mark.parametrize(
    ("label", "open_"),
    [
        ("Alder Foods agreed to sell the mill of Ost instead", True),
        ("Alder Foods asked Ost to step in", True),
        ("A second clerk sued Alder Foods", True),
        ("A clerk sued Alder Foods", False),
    ],
)
def test_a_line_that_goes_on_from_what_was_told_points_back(label: str, open_: bool) -> None:
    assert deed_words.points_back(look(told("Alder Foods sold.", "sold")), DEED, (), label) is open_


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Alder Foods will chair the bank and Lund will leave.", False),
        ("Alder Foods, who sang and played for Lund, will leave.", True),
        ("Alder Foods will stay and then will leave.", True),
    ],
)
def test_whose_deed_it_is_behind_and(text: str, whole: bool) -> None:
    others = [actor(text, "a2", "Lund", "Person")] if "Lund" in text else []
    words = wording(text, "active", ALDER, "will#2|leave" if text.count("will") > 1 else "will|leave")
    made = told(text, "leave", *others, wording=words)
    assert deed_lines.is_whole(look(made), DEED, "Alder Foods will leave") is whole


def test_what_denies_the_subject_alone_is_no_line() -> None:
    text = "Not the heat caused it at Alder Foods."
    words = wording(text, "active", "Not the heat", "caused", "it")
    made = told(text, "caused", subject="Not the heat", agents=(), wording=words)
    assert not deed_lines.is_whole(look(made), DEED, "Not the heat caused it")


@pytest.mark.parametrize(
    ("group", "lemma", "has"), [("was|sold", "sell", True), ("", "sell", False), ("has|spoken", "speak to", False)]
)
def test_a_line_has_a_tense_and_tells_more_than_talk(group: str, lemma: str, has: bool) -> None:
    text = "Alder Foods was sold and has spoken."
    made = told(text, "sold", lemma=lemma, wording=wording(text, "passive", ALDER, group))
    assert deed_lines.has_tense(look(made), DEED) is has


@pytest.mark.parametrize(("text", "names"), [("Four clerks left Ost.", False), ("Alder Foods left Ost.", True)])
def test_a_place_alone_does_not_say_of_whom_a_line_tells(text: str, names: bool) -> None:
    subject = text.split(" left", maxsplit=1)[0]
    doers = ("a1",) if names else ()
    words = wording(text, "active", subject, "left", "Ost")
    deed = action(text, "e1", "left", recorded=True, agents=doers, agent_spans=subject, wording=words)
    known = [actor(text, "a1", ALDER, "Company")] if names else []
    item = analysis("one", text, *known, actor(text, "a2", "Ost", "Place"), deed)
    assert deed_words.names_somebody(look(item), DEED) is names


def test_a_day_that_only_the_article_dates_makes_no_line() -> None:
    text = "Alder Foods sold a mill bought last week."
    start, end = span(text, "last week")
    day = TimeExpression(start=start, end=end, type="DATE", value="2024-W05")
    made = replace(told(text, "sold", completion="a mill bought last week"), dates=(day,))
    assert not relative_days.is_dated_alone(look(made), DEED)
    own = replace(made, actions=(replace(made.actions[0], date="2024-W05", date_span=(start, end)),))
    assert relative_days.is_dated_alone(look(own), DEED)


@pytest.mark.parametrize(
    ("label", "open_"),
    [
        ("Alder Foods asked that the contract of Leeds Steel be ended at once by its own board", False),
        ("Alder Foods asked Leeds Steel to end the contract", True),
        ("The firm asked Leeds Steel to end a contract in Norby by May", True),
        ("Alder Foods told the clerks to hand the keys of Norby to Leeds Steel by May", False),
        ("Alder Foods told the clerks to hand the keys to the guards by the end of May", True),
    ],
)
def test_one_noun_may_mean_what_who_knows_the_story_knows(label: str, open_: bool) -> None:
    assert deed_words.points_back(look(told("Alder Foods sold.", "sold")), DEED, (), label) is open_
