"""Labels from how a report is worded: which names, which pronouns, what is no clause."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Actor, Analysis, Mention, Passage, Ref, Statement, Story, Wording
from onrecord.resolve import resolve
from onrecord.story import labels
from onrecord.story.index import build_index
from onrecord.story.publication import on_record
from resolution import action, actor, all_shown, article, span, statement, wording


def read(text: str, words: Wording, trigger: str, *more: Actor | Statement, **values: Any) -> Story:
    found = Analysis(
        article=article("one", text),
        actors=tuple(item for item in more if isinstance(item, Actor)),
        statements=tuple(item for item in more if isinstance(item, Statement)),
        actions=(action(text, "e1", trigger, wording=words, **values),),
        sentences=((0, len(text)),),
    )
    return all_shown(resolve([found]))


def label(story: Story) -> str:
    return labels.action(build_index(story), Ref("one", "e1"))


def pronoun(text: str, words: str, key: str, name: str, kind: Any = "Company") -> Actor:
    """An actor with its name and a pronoun for it."""
    start, end = span(text, words)
    return Actor(
        id=key, name=name, type=kind, named=True,
        mentions=(Mention(*span(text, name), "name"), Mention(start, end, "pronoun")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "subject", "group", "completion", "told"),
    [
        ("Alder Net sold its maps", "Alder Net", "sold", "its maps", "Alder Net sold its maps"),
        ("Alder Net: we sold our maps", "we", "sold", "our maps", "Alder Net sold its maps"),
        ("Alder Net left, as Tom Bell sold its maps", "Tom Bell", "sold", "its maps", "Tom Bell sold Alder Net’s maps"),
        ("Alder Net: Tom Bell sold its own maps", "Tom Bell", "sold", "its own maps", "Tom Bell sold its own maps"),
        ("Alder Net said Tom Bell called us", "Tom Bell", "called", "us", "Tom Bell called Alder Net"),
    ],
)
def test_pronouns_are_told_by_name_but_for_whom_the_clause_is_about(text, subject, group, completion, told):
    printed = next(word for word in ("its", "our", "us") if word in text.split())
    first = pronoun(text, printed, "a1", "Alder Net")
    if "we" in text.split():
        first = Actor(
            id="a1", name="Alder Net", type="Company", named=True,
            mentions=(*first.mentions[:1], Mention(*span(text, "we"), "pronoun"), *first.mentions[1:]),
        )  # fmt: skip
    people = [first] + ([actor(text, "a2", "Tom Bell", "Person")] if "Tom Bell" in text else [])
    agents = ("a2",) if subject == "Tom Bell" else ("a1",)
    words = wording(text, "active", subject, group, completion)
    assert label(read(text, words, group, *people, agents=agents, agent_spans=subject)) == told


def test_a_passive_without_its_agent_keeps_its_subject():
    text = "Maps that Alder Net drew were seized on Moss Island."
    words = wording(text, "passive", "Maps", "were|seized", "on Moss Island")
    told = read(text, words, "seized", actor(text, "a1", "Alder Net", "Company"), patient_spans="Maps", lemma="seize")
    assert label(told) == "Maps were seized on Moss Island"


def test_a_passive_with_its_agent_is_told_in_the_active():
    text = "Maps were seized by Alder Net on Moss Island."
    words = wording(text, "passive", "Maps", "were|seized", "on Moss Island")
    told = read(
        text, words, "seized", actor(text, "a1", "Alder Net", "Company"), lemma="seize",
        agents=("a1",), agent_spans="Alder Net", patient_spans="Maps",
    )  # fmt: skip
    assert label(told) == "Alder Net seized maps on Moss Island"


def test_a_name_before_a_noun_is_not_whom_it_names():
    text = "The Alder Net poll was made by phone."
    words = wording(text, "passive", "The Alder Net poll", "was|made", "by phone")
    poll = Actor(
        id="a2",
        name="poll",
        type="Thing",
        named=False,
        mentions=(Mention(*span(text, "The Alder Net poll"), "description"),),
    )
    told = read(
        text, words, "made", actor(text, "a1", "Alder Net", "Company"), poll, lemma="make",
        patients=("a1",), patient_spans="The Alder Net poll",
    )  # fmt: skip
    assert label(told) == "The Alder Net poll was made by phone"


@pytest.mark.parametrize(
    ("completion", "kept"), [("Alder Net as its owner", False), ("Alder Net’s owner", True), ("its owner", True)]
)
def test_what_does_a_thing_to_itself_by_name_is_kept_back(completion, kept):
    text = f"Alder Net named {completion}."
    again = text.find("Alder Net", 3)
    mentions = [Mention(0, 9, "name")] + ([Mention(again, again + 9, "name")] if again > 0 else [])
    who = Actor(id="a1", name="Alder Net", type="Company", named=True, mentions=tuple(mentions))
    words = wording(text, "active", "Alder Net", "named", completion)
    told = read(text, words, "named", who, agents=("a1",), agent_spans=((0, 9),))
    report = told.analyses[0].actions[0]
    assert (report.recorded, report.kept_back) == (kept, None if kept else "no_clause")


def test_a_deed_of_nobody_to_nothing_is_kept_back():
    text = "It was decided. Alder Net left."
    words = wording(text, "passive", "It", "was|decided")
    report = (
        read(text, words, "decided", actor(text, "a1", "Alder Net", "Company"), lemma="decide").analyses[0].actions[0]
    )
    assert not report.recorded


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the Norland left. Norland paid, and Norland sold maps", "Norland sold maps"),
        ("the Norland left. Norland paid, and the Norland sold maps", "the Norland sold maps"),
    ],
)
def test_a_state_has_the_article_that_most_of_its_names_have(text, told):
    mentions = [
        Mention(place - 4 * (text[place - 4 : place] == "the "), place + 7, "name")
        for place in range(len(text))
        if text.startswith("Norland", place)
    ]
    state = Actor(id="a1", name="Norland", type="State", named=True, mentions=tuple(mentions))
    words = wording(text, "active", text[mentions[-1].start : mentions[-1].end], "sold", "maps")
    found = label(
        read(text, words, "sold", state, agents=("a1",), agent_spans=((mentions[-1].start, mentions[-1].end),))
    )
    assert found == told[:1].upper() + told[1:]


def test_a_name_in_s_owns_with_an_apostrophe_alone():
    text = "Alder Works left. Tom Bell sold Alder's maps"
    people = [actor(text, "a1", "Alder Works", "Company"), actor(text, "a2", "Tom Bell", "Person")]
    short = span(text, "Alder", text.index("sold"))
    people[0] = Actor(
        id="a1", name="Alder Works", type="Company", named=True,
        mentions=(*people[0].mentions, Mention(*short, "short")),
    )  # fmt: skip
    words = wording(text, "active", "Tom Bell", "sold", "Alder's maps")
    story = read(text, words, "sold", *people, agents=("a2",), agent_spans="Tom Bell")
    assert label(story) == "Tom Bell sold Alder Works' maps"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("the tax clerks – Ann and Bo – to leave", "Alder Works asked the tax clerks – Ann and Bo – to leave"),
        ("to leave", "Alder Works asked the tax clerks to leave"),
    ],
)
def test_whoever_is_asked_is_named_once(content, told):
    text = "Alder Works asked the tax clerks – Ann and Bo – to leave"
    found = Analysis(
        article=article("one", text),
        actors=(
            actor(text, "a1", "Alder Works", "Company"),
            Actor(id="a2", name="the tax clerks", type="Group", named=False,
                  mentions=(Mention(*span(text, "the tax clerks"), "description"),)),
        ),
        statements=(
            statement(text, "s1", content, mode="indirect", source="Alder Works", cue="asked", speakers=("a1",),
                      addressee="a2", confidence=0.9),
        ),
        sentences=((0, len(text)),),
    )  # fmt: skip
    assert [item.label for item in on_record(all_shown(resolve([found]))).statements] == [told]


@pytest.mark.parametrize(
    ("text", "completion", "told"),
    [
        ("Tom Bell left this farewell", "this farewell", "Tom Bell left the farewell"),
        ("Tom Bell left those who stayed", "those who stayed", "Tom Bell left those who stayed"),
        ("Tom Bell left the U.S. market", "the U.S. market", "Tom Bell left the U.S. market"),
    ],
)
def test_words_stay_as_printed_but_for_what_points_to_nothing(text, completion, told):
    verb = "left"
    people = [actor(text, "a1", "Tom Bell", "Person")]
    if "U.S." in text:
        people.append(actor(text, "a2", "United States", "State", words="U.S."))
    words = wording(text, "active", "Tom Bell", verb, completion)
    assert label(read(text, words, verb, *people, agents=("a1",), agent_spans="Tom Bell")) == told


def test_whoever_stands_beside_an_owner_is_told_by_a_pronoun():
    text = "Tom Bell and his wife sold maps"
    wife = Actor(
        id="a2",
        name="his wife",
        type="Person",
        named=False,
        mentions=(Mention(*span(text, "his wife"), "description"),),
    )
    bell = Actor(
        id="a1", name="Tom Bell", type="Person", named=True,
        mentions=(Mention(*span(text, "Tom Bell"), "name"), Mention(*span(text, "his"), "pronoun")),
    )  # fmt: skip
    words = wording(text, "active", "Tom Bell|his wife", "sold", "maps")
    found = read(text, words, "sold", bell, wife, agents=("a1", "a2"), agent_spans="Tom Bell|his wife")
    assert label(found) == "Tom Bell and his wife sold maps"


def test_a_number_before_a_name_stays():
    text = "Over two million Aldus phones were sold"
    phone = actor(text, "a1", "Aldus phones", "Product", words="Over two million Aldus phones")
    words = wording(text, "passive", "Over two million Aldus phones", "were|sold")
    found = read(
        text, words, "sold", phone, lemma="sell", patients=("a1",), patient_spans="Over two million Aldus phones"
    )
    assert label(found) == "Over two million Aldus phones were sold"


def test_whoever_undergoes_it_is_the_subject_if_the_text_has_it_so():
    text = "They split, with Tom Bell receiving help from Alder Net"
    people = [actor(text, "a1", "Tom Bell", "Person"), actor(text, "a2", "Alder Net", "Company")]
    words = wording(text, "active", "Tom Bell", "", "help from Alder Net")
    found = read(
        text, words, "receiving", *people, lemma="receive", agents=("a2",), agent_spans="Alder Net",
        patients=("a1",), patient_spans="Tom Bell",
    )  # fmt: skip
    assert label(found) == "Tom Bell received help from Alder Net"


@pytest.mark.parametrize(
    ("text", "group", "completion", "trigger", "told"),
    [
        ("The maps that Tom Bell is expected to sell soon", "is|expected", "The maps|to sell", "sell",
         "Tom Bell is expected to sell the maps"),
        ("The guild with which Tom Bell traded for years", "traded", "The guild|with|for years", "traded",
         "Tom Bell traded with the guild for years"),
    ],
)  # fmt: skip
def test_what_stands_before_its_verb_is_told_behind_it(text, group, completion, trigger, told):
    words = wording(text, "active", "Tom Bell", group, completion)
    found = read(text, words, trigger, actor(text, "a1", "Tom Bell", "Person"), agents=("a1",), agent_spans="Tom Bell")
    assert label(found) == told


@pytest.mark.parametrize(
    ("text", "object_", "completion"),
    [
        ("Tom Bell did not say what maps he sold", "what maps", ""),
        ("Tom Bell sold it at once", "it", "it at once"),
    ],
)
def test_a_verb_without_an_object_that_says_what_is_kept_back(text, object_, completion):
    subject = "he" if " he " in text else "Tom Bell"
    words = wording(text, "active", subject, "sold", completion)
    bell = actor(text, "a1", "Tom Bell", "Person")
    found = read(text, words, "sold", bell, agents=("a1",), agent_spans=subject, patient_spans=object_)
    report = found.analyses[0].actions[0]
    assert (report.recorded, report.kept_back) == (False, "no_clause")


def test_the_occasion_of_a_share_is_told_behind_the_verb():
    text = "At the outset of the strike, Tom Bell had 4 percent of the vote"
    words = wording(text, "active", "Tom Bell", "had", "At the outset of the strike|4 percent of the vote")
    bell = actor(text, "a1", "Tom Bell", "Person")
    found = read(text, words, "had", bell, lemma="have", agents=("a1",), agent_spans="Tom Bell")
    assert label(found) == "Tom Bell had 4 percent of the vote at the outset of the strike"


def test_an_object_whose_name_is_not_on_record_is_kept_back():
    text = "The old hull leaked. Tom Bell sold it at once."
    hull = Actor(
        id="a2", name="the old hull", type="Thing", named=False,
        mentions=(Mention(*span(text, "The old hull"), "description"), Mention(*span(text, "it"), "pronoun")),
    )  # fmt: skip
    found = read(
        text, wording(text, "active", "Tom Bell", "sold", "it at once"), "sold",
        actor(text, "a1", "Tom Bell", "Person"), hull,
        agents=("a1",), agent_spans="Tom Bell", patients=("a2",), patient_spans="it",
    )  # fmt: skip
    report = found.analyses[0].actions[0]
    assert (report.recorded, report.kept_back) == (False, "no_clause")


def test_a_headline_keeps_capitals_for_parties_and_names_alone():
    text = "Democrats Call For Action On Maps\n\nNobody came."
    words = wording(text, "active", "Democrats", "Call", "For Action On Maps")
    party = Actor(
        id="a1", name="Democrats", type="Group", named=True, mentions=(Mention(*span(text, "Democrats"), "name"),)
    )
    found = Analysis(
        article=article("one", text),
        passages=(Passage(0, 33, "headline"), Passage(35, len(text), "body")),
        actors=(party,),
        actions=(action(text, "e1", "Call", wording=words, lemma="call for", agents=("a1",), agent_spans="Democrats"),),
        sentences=((0, 33), (35, len(text))),
    )
    assert label(resolve([found])) == "Democrats call for action on maps"


@pytest.mark.parametrize(
    ("text", "cue", "content", "values", "told"),
    [
        ("Tom Bell told Alder Net it would close", "told", "it would close", {"addressee": "a2"},
         "Tom Bell told Alder Net that it would close"),
        ("Tom Bell was critical of the mill", "critical of", "the mill", {}, "Tom Bell was critical of the mill"),
        ("Tom Bell has been reluctant to name the mill", "reluctant", "to name the mill", {},
         "Tom Bell has been reluctant to name the mill"),
        ("Tom Bell is not eager to name the mill", "eager", "to name the mill", {},
         "Tom Bell is not eager to name the mill"),
        ("Tom Bell would be asking them to leave", "asking", "them to leave", {}, "Tom Bell would ask them to leave"),
        ("But it closed, Tom Bell said", "said", "But it closed", {}, "Tom Bell said: it closed"),
        ("Tom Bell promised “free maps”", "promised", "“free maps”", {"mode": "direct"},
         "Tom Bell promised “free maps”"),
        ("Tom Bell replied that ‘he’s going, she said", "replied", "that ‘he’s going", {},
         "Tom Bell replied that he’s going"),
        ("Tom Bell called it “patently false,” she said", "called", "it “patently false,”", {"mode": "mixed"},
         "Tom Bell called it “patently false”"),
        ("Tom Bell said it was ''a mess'' there", "said", "it was ''a mess'' there", {},
         "Tom Bell said it was “a mess” there"),
        ("&quot;It&rsquo;s shut,&quot; Tom Bell said", "said", "&quot;It&rsquo;s shut,&quot;", {"mode": "direct"},
         "Tom Bell said: “It’s shut”"),
        ("Tom Bell said that Alder\u00a0&amp;\u00a0Co would pay", "said", "that Alder\u00a0&amp;\u00a0Co would pay", {},
         "Tom Bell said that Alder & Co would pay"),
    ],
)  # fmt: skip
def test_a_statement_reads_as_one_would_write_it(text, cue, content, values, told):
    people = [actor(text, "a1", "Tom Bell", "Person")]
    if "Alder Net" in text:
        people.append(actor(text, "a2", "Alder Net", "Company"))
    values = {"mode": "indirect", **values}
    found = Analysis(
        article=article("one", text),
        actors=tuple(people),
        statements=(
            statement(text, "s1", content, source="Tom Bell", cue=cue, speakers=("a1",), confidence=0.9, **values),
        ),
        sentences=((0, len(text)),),
    )
    assert [item.label for item in on_record(all_shown(resolve([found]))).statements] == [told]


def test_what_its_object_denies_is_not_denied_twice():
    text = "Tom Bell made no offer to them"
    words = wording(text, "active", "Tom Bell", "made", "no offer to them")
    found = read(
        text, words, "made", actor(text, "a1", "Tom Bell", "Person"), agents=("a1",), agent_spans="Tom Bell",
        polarity="negative", patient_spans="no offer",
    )  # fmt: skip
    assert label(found) == "Tom Bell made no offer to them"


def test_what_a_passive_says_of_a_noun_is_told_with_what_the_noun_is_for():
    text = "The plan to flood the valley was rejected by Norland."
    words = wording(text, "passive", "The plan to flood the valley", "was|rejected")
    told = read(
        text, words, "rejected", actor(text, "a1", "Norland", "State"),
        lemma="reject", type="Refuse", agents=("a1",), agent_spans="Norland", patient_spans="The plan",
    )  # fmt: skip
    assert label(told) == "Norland rejected the plan to flood the valley"


@pytest.mark.parametrize(("printed", "told"), [("“us”", "us"), ("us", "Alder Net")])
def test_a_pronoun_that_is_spoken_of_as_a_word_stays(printed, told):
    text = f"Alder Net said Tom Bell sold the word {printed} to miners"
    words = wording(text, "active", "Tom Bell", "sold", f"the word {printed} to miners")
    people = pronoun(text, "us", "a1", "Alder Net"), actor(text, "a2", "Tom Bell", "Person")
    story = read(text, words, "sold", *people, agents=("a2",), agent_spans="Tom Bell")
    assert label(story) == f"Tom Bell sold the word {told} to miners"


@pytest.mark.parametrize(
    ("kind", "own", "told"),
    [
        ("Company", "a1", "Alder Net shut the mill, by its own account"),
        ("Person", "a1", "Alder Net shut the mill, by their own account"),
        ("Company", "a2", "Alder Net shut the mill, according to Tom Bell"),
    ],
)
def test_a_deed_is_told_by_whose_account_it_stands(kind, own, told):
    text = "Alder Net told Tom Bell it shut the mill"
    made = read(
        text, wording(text, "active", "it", "shut", "the mill"), "shut",
        pronoun(text, "it", "a1", "Alder Net", kind), actor(text, "a2", "Tom Bell", "Person"),
        statement(text, "s1", "it shut the mill", source="Alder Net", cue="told", speakers=(own,), confidence=0.9),
        agents=("a1",), agent_spans="it", patient_spans="the mill", within="s1", lemma="shut",
    )  # fmt: skip
    assert label(made) == told


def heard(key: str, text: str, *people: Actor, **values: Any) -> Analysis:
    words = '"The mill of Norport is going to close for good"'
    values |= {"mode": "direct", "confidence": 0.9}
    said = statement(text, "s1", words, source="Tom Bell", cue="told", speakers=("a1",), **values)
    return Analysis(article=article(key, text), actors=people, statements=(said,), sentences=((0, len(text)),))


def test_who_was_told_is_named_if_every_printing_says_so():
    words = 'told{} "The mill of Norport is going to close for good"'
    one, two = (f"Tom Bell {words.format(whom)}" for whom in (" Alder Mail", ""))
    first = heard(
        "one", one, actor(one, "a1", "Tom Bell", "Person"), actor(one, "a2", "Alder Mail", "Outlet"), addressee="a2"
    )
    second = heard("two", two, actor(two, "a1", "Tom Bell", "Person"))
    said = "“The mill of Norport is going to close for good”"
    assert [item.label for item in on_record(resolve([first])).statements] == [f"Tom Bell told Alder Mail: {said}"]
    assert [item.label for item in on_record(resolve([first, second])).statements] == [f"Tom Bell said: {said}"]


@pytest.mark.parametrize(("completion", "kept"), [("the call that", False), ("the call", True)])
def test_what_breaks_off_where_a_clause_begins_is_kept_back(completion, kept):
    text = f"Tom Bell made {completion}"
    words = wording(text, "active", "Tom Bell", "made", completion)
    story = read(text, words, "made", actor(text, "a1", "Tom Bell", "Person"), agents=("a1",), agent_spans="Tom Bell")
    assert bool(on_record(all_shown(story)).actions) is kept


def test_a_name_within_a_subject_is_not_all_of_it() -> None:
    text = "The departure from Norland of the ferry was delayed by a week."
    words = wording(text, "passive", "The departure from Norland of the ferry", "was|delayed")
    norland = actor(text, "a1", "Norland", "State")
    story = read(text, words, "delayed", norland, patients=("a1",), patient_spans="Norland")
    assert label(story) == "The departure from Norland of the ferry was delayed"


def test_a_passive_names_the_doer_who_has_no_place_in_the_story() -> None:
    text = "Alder Net was sold by the province."
    words = wording(text, "passive", "Alder Net", "was|sold")
    net = actor(text, "a1", "Alder Net", "Company")
    story = read(text, words, "sold", net, patients=("a1",), patient_spans="Alder Net", agent_spans="the province")
    assert label(story) == "Alder Net was sold by the province"


def test_under_its_day_a_line_does_not_say_it() -> None:
    text = "Alder Net was sold on 4 May 2021. Alder Net was sold by 4 May 2021."
    words = wording(text, "passive", "Alder Net", "was|sold")
    net = actor(text, "a1", "Alder Net", "Company")
    story = read(
        text, words, "sold", net, patients=("a1",), patient_spans="Alder Net", date="2021-05-04", date_span="4 May 2021"
    )
    assert label(story) == "Alder Net was sold on 4 May 2021"
    assert labels.undated(build_index(story), Ref("one", "e1")) == "Alder Net was sold"
    story = read(
        text,
        words,
        "sold",
        net,
        patients=("a1",),
        patient_spans="Alder Net",
        date="2021-05-04",
        date_span="4 May 2021#2",
    )
    assert labels.undated(build_index(story), Ref("one", "e1")) == "Alder Net was sold by 4 May 2021"


def test_a_person_with_a_title_behind_an_owner_is_named_without_an_article() -> None:
    text = "Alder Net beat the Alliance's Miss Joy Moss."
    words = wording(text, "active", "Alder Net", "beat", "the Alliance's Miss Joy Moss")
    net = actor(text, "a1", "Alder Net", "Company")
    joy = actor(text, "a2", "Joy Moss", "Person", words="the Alliance's Miss Joy Moss")
    story = read(text, words, "beat", net, joy, agents=("a1",), agent_spans="Alder Net", patients=("a2",),
                 patient_spans="the Alliance's Miss Joy Moss")  # fmt: skip
    assert label(story) == "Alder Net beat Joy Moss"


def test_a_name_that_is_a_modal_is_not_told_of_the_verb():
    text = "Mark Will told the court that he had paid"
    found = Analysis(
        article=article("one", text),
        actors=(actor(text, "a1", "Mark Will", "Person"),),
        statements=(
            statement(
                text, "s1", "that he had paid", source="Mark Will", cue="told", speakers=("a1",), confidence=0.9,
                mode="indirect",
            ),
        ),
        sentences=((0, len(text)),),
    )  # fmt: skip
    assert [item.label for item in on_record(all_shown(resolve([found]))).statements] == [
        "Mark Will told the court that he had paid"
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Neither the council nor the board approved the plan.", "the council nor the board"),
        ("Not a single member approved the plan.", "Not a single member"),
    ],
)
def test_who_did_not_is_denied_once(text, subject):
    words = Wording(
        voice="active",
        subject=(span(text, subject),),
        group=(span(text, "approved"),),
        completion=(span(text, "the plan"),),
    )
    found = action(
        text, "e1", "approved", type="Permit", lemma="approve", polarity="negative", wording=words,
        agent_spans=subject, patient_spans="the plan",
    )  # fmt: skip
    story = resolve([Analysis(article=article("one", text), actions=(found,), sentences=((0, len(text)),))])
    assert label(story) == text.rstrip(".")


def test_a_sentence_of_names_is_no_headline():
    text = "Officials at Alder, Rowan Mills and Cedar Bank met Tom Bell."
    words = Wording(
        voice="active",
        subject=(span(text, "Officials at Alder, Rowan Mills and Cedar Bank"),),
        group=(span(text, "met"),),
        completion=(span(text, "Tom Bell"),),
    )
    found = Analysis(
        article=article("one", text),
        actions=(action(text, "e1", "met", type="Meet", lemma="meet", wording=words),),
        sentences=((0, len(text)),),
        passages=(Passage(start=0, end=len(text), kind="body"),),
    )
    assert label(resolve([found])) == "Officials at Alder, Rowan Mills and Cedar Bank met Tom Bell"


def test_an_owner_is_named_whose_thing_it_is():
    text = "Tom Bell, whose house was razed, sued the town."
    owner = pronoun(text, "whose", "a1", "Tom Bell", "Person")
    words = Wording(
        voice="passive", subject=(span(text, "whose house"),), group=(span(text, "was"), span(text, "razed"))
    )
    story = read(text, words, "razed", owner, type="Act", lemma="raze", patient_spans="whose house")
    assert label(story) == "Tom Bell’s house was razed"


def test_two_posts_of_one_person_are_one_name():
    text = "The board met its chair and chief executive, Tom Bell, in May."
    start = text.index("chief executive")
    person = Actor(
        id="a1", name="Tom Bell", type="Person", named=True,
        mentions=(
            Mention(*span(text, "its chair"), "description"),
            Mention(start, start + len("chief executive"), "description"),
            Mention(*span(text, "Tom Bell"), "name"),
        ),
    )  # fmt: skip
    words = Wording(
        voice="active",
        subject=(span(text, "The board"),),
        group=(span(text, "met"),),
        completion=(span(text, "its chair and chief executive"),),
    )
    story = read(text, words, "met", person, type="Meet", lemma="meet", patients=("a1",), patient_spans="its chair")
    assert label(story) == "The board met Tom Bell [chief executive]"


def test_services_across_a_region_are_several():
    text = "Rail services across the north were halted."
    words = Wording(
        voice="passive",
        subject=(span(text, "Rail services across the north"),),
        group=(span(text, "were"), span(text, "halted")),
    )
    story = read(
        text, words, "halted", type="ShutDown", lemma="halt", patient_spans="Rail services across the north"
    )  # fmt: skip
    assert label(story) == "Rail services across the north were halted"


def test_a_deed_that_a_release_tells_is_told_by_its_issuer():
    text = "Alder Works has paid nobody. Birch Mill closed a pier."
    works, mill = (
        Actor(id=key, name=name, type="Company", named=True, mentions=(Mention(*span(text, name), "name"),))
        for key, name in (("a1", "Alder Works"), ("a2", "Birch Mill"))
    )
    told = statement(text, "s1", "Birch Mill closed a pier.", speakers=("a1",), rule="issued@release")
    paid = wording(text, "active", "Alder Works", "has paid", "nobody")
    story = read(text, paid, "paid", works, mill, told, type="Pay", lemma="pay", agents=("a1",))
    assert label(story) == "Alder Works has paid nobody, by its own account"
    told = statement(text, "s1", "Birch Mill closed a pier.", speakers=("a2",), rule="issued@release")
    story = read(text, paid, "paid", works, mill, told, type="Pay", lemma="pay", agents=("a1",))
    assert label(story) == "Alder Works has paid nobody, according to Birch Mill"
    told = statement(text, "s1", "Birch Mill closed a pier.", speakers=("a1",), rule="issued@release")
    closed = wording(text, "active", "Birch Mill", "closed", "a pier")
    story = read(text, closed, "closed", works, mill, told, type="ShutDown", lemma="close", agents=("a2",))
    assert label(story) == "Birch Mill closed a pier, according to Alder Works"
