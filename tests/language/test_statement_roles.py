"""Unnamed speakers, headings before a colon, and what a statement is about, on hand-made parses with their actors."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.statements import component

CRITICS_SAY = """
Critics|critic NNS nsubj 2
say VBP ROOT 0
that IN mark 5
Halden NNP nsubj 5
hit|hit VBD ccomp 2
Orrin NNP dobj 5
in IN prep 5
Sund NNP pobj 7
for IN prep 5
the DT det 11
widow NN pobj 9
whom WP dobj 14
he PRP nsubj 14
cheated|cheat VBD relcl 11
. . punct 2
"""
HEADING = """
Sund NNP ROOT 0
: : punct 1
Two CD nummod 4
boats|boat NNS dep 1
sink VBP relcl 4
"""
ACCORDING = """
Prices|price NNS nsubj 2
fell|fall VBD ROOT 0
, , punct 2
according|accord VBG prep 2
to IN prep 4
Halden NNP pobj 5
. . punct 2
"""


def read(rows: str, *actors: tuple[int, int, str, str]) -> Doc:
    """The Doc with statements; each actor is a token range, a form and a type."""
    doc = make(rows)
    ann.set_passages(doc, [(0, len(doc.text), "headline" if rows is HEADING else "body")])
    spans, attrs = [], {}
    for number, (low, high, form, kind) in enumerate(actors, 1):
        span = Span(doc, low, high, label=form, kb_id=f"a{number}")
        spans.append(span)
        name = (span.start_char, span.end_char)
        attrs[f"a{number}"] = {"name": name, "type": kind, "named": form == "name", "members": []}
    ann.put(doc, ann.MENTIONS, spans, attrs)
    return component.mark_statements(doc)


def only(doc: Doc) -> dict:
    (value,) = ann.attrs(doc, ann.STATEMENTS).values()
    return value


def name(doc: Doc, actor: str) -> str:
    start, end = ann.attrs(doc, ann.MENTIONS)[actor]["name"]
    return doc.text[start:end]


NAMES = ((3, 4, "name", "Company"), (5, 6, "name", "Person"), (7, 8, "name", "Place"), (9, 11, "description", "Person"))


def test_people_without_a_mention_become_an_unnamed_actor() -> None:
    doc = read(CRITICS_SAY, *NAMES)
    (speaker,) = only(doc)["speakers"]
    assert name(doc, speaker) == "Critics"
    assert ann.attrs(doc, ann.MENTIONS)[speaker] == {"name": (0, 7), "type": "Group", "named": False, "members": []}
    assert [(span.text, span.label_) for span in ann.spans(doc, ann.MENTIONS) if span.kb_id_ == speaker] == [
        ("Critics", "description")
    ]


@pytest.mark.parametrize("source", ["They PRP", "Everyone NN", "Kraken NNP"])
def test_pronouns_anybody_and_unknown_names_make_no_actor(source: str) -> None:
    doc = read(CRITICS_SAY.replace("Critics|critic NNS", source), *NAMES)
    assert all(not value["speakers"] for value in ann.attrs(doc, ann.STATEMENTS).values())
    assert len(ann.attrs(doc, ann.MENTIONS)) == len(NAMES)


def test_a_name_that_the_article_knows_is_that_actor() -> None:
    doc = read(CRITICS_SAY.replace("Critics|critic NNS", "Orrin NNP"), *NAMES)
    assert only(doc)["speakers"] == ["a2"]


def test_a_statement_is_about_the_actors_of_its_main_clause() -> None:
    doc = read(CRITICS_SAY, *NAMES, (12, 13, "pronoun", "Person"))
    assert [name(doc, actor) for actor in only(doc)["about"]] == ["Halden", "Orrin", "Sund", "the widow"]


def test_without_an_actor_in_the_main_clause_it_is_about_all_of_them() -> None:
    doc = read(CRITICS_SAY, (12, 13, "pronoun", "Person"))
    assert only(doc)["about"] == ["a1"]


@pytest.mark.parametrize(("kind", "said"), [("Place", 0), ("Company", 1)])
def test_a_place_before_a_colon_says_nothing(kind: str, said: int) -> None:
    doc = read(HEADING, (0, 1, "name", kind))
    assert len(ann.attrs(doc, ann.STATEMENTS)) == said


def test_according_to_whom_is_nobody_told() -> None:
    doc = read(ACCORDING, (5, 6, "name", "Company"))
    assert (only(doc)["speakers"], only(doc)["addressee"]) == (["a1"], None)


HE_TOLD_ME_SHE_SAID = """
“ `` punct 10
He PRP nsubj 3
told|tell VBD ccomp 10
me PRP dobj 3
that IN mark 7
Halden NNP nsubj 7
lied|lie VBD ccomp 3
” '' punct 10
she PRP nsubj 10
said|say VBD ROOT 0
. . punct 10
"""


@pytest.mark.parametrize(
    ("word", "nested"), [("He PRP", False), ("Orrin NNP", True), ("You PRP", False), ("It PRP", False)]
)
def test_what_others_are_quoted_to_have_said_stands_within_the_quotation(word: str, nested: bool) -> None:
    doc = make(HE_TOLD_ME_SHE_SAID.replace("He PRP", word), quotations=((0, 8),))
    doc = component.mark_statements(doc)
    values = list(ann.attrs(doc, ann.STATEMENTS).values())
    assert [value["within"] for value in values] == ([None, "s1"] if nested else [None])
    if nested:
        assert values[1]["rule"] == "that@nested:tell"


A_REPORT_SAYS = """
A DT det 2
report NN nsubj 5
from IN prep 2
Halden NNP pobj 3
says|say VBZ ROOT 0
that IN mark 8
it PRP nsubj 8
rained|rain VBD ccomp 5
. . punct 5
"""
PUBLISHED_BY = """
A DT det 2
report NN nsubj 6
published|publish VBN acl 2
by IN agent 3
Halden NNP pobj 4
says|say VBZ ROOT 0
that IN mark 9
it PRP nsubj 9
rained|rain VBD ccomp 6
. . punct 6
"""
THE_ORDER_SAYS = """
Halden NNP nsubj 2
issued|issue VBD ROOT 0
an DT det 4
order NN dobj 2
. . punct 2

The DT det 2
order NN nsubj 3
says|say VBZ ROOT 0
that IN mark 6
it PRP nsubj 6
rained|rain VBD ccomp 3
. . punct 3
"""
HALDENS_ORDER_SAYS = """
Halden NNP poss 3
's POS case 1
order NN nsubj 4
says|say VBZ ROOT 0
that IN mark 7
it PRP nsubj 7
rained|rain VBD ccomp 4
. . punct 4
"""


@pytest.mark.parametrize(
    ("rows", "halden", "speaks"),
    [
        (A_REPORT_SAYS, 3, True),
        (PUBLISHED_BY, 4, True),
        (PUBLISHED_BY.replace("published|publish", "obtained|obtain"), 4, False),
        (PUBLISHED_BY.replace("published|publish", "leaked|leak"), 4, False),
        (A_REPORT_SAYS.replace("from IN", "on IN"), 3, False),
        (HALDENS_ORDER_SAYS, 0, True),
    ],
)
def test_a_paper_speaks_for_whoever_made_it(rows: str, halden: int, speaks: bool) -> None:
    doc = read(rows, (halden, halden + 1, "name", "Company"))
    value = only(doc)
    assert (value["speakers"], value["on_behalf_of"]) == (["a2"], ["a1"] if speaks else [])
    assert ann.attrs(doc, ann.MENTIONS)["a2"]["type"] == "Thing"
    assert value["kind"] == "document"


def test_a_paper_spoken_of_again_is_still_its_makers() -> None:
    doc = read(THE_ORDER_SAYS, (0, 1, "name", "Company"), (2, 4, "description", "Thing"))
    known = [span for span in ann.spans(doc, ann.MENTIONS) if span.kb_id_ in {"a1", "a2"}]
    attrs = {key: value for key, value in ann.attrs(doc, ann.MENTIONS).items() if key in {"a1", "a2"}}
    ann.put(doc, ann.MENTIONS, [*known, Span(doc, 5, 7, label="description", kb_id="a2")], attrs)
    value = only(component.mark_statements(doc))
    assert (value["speakers"], value["on_behalf_of"]) == (["a2"], ["a1"])


def test_a_paper_that_nobody_is_named_to_have_made_speaks_itself() -> None:
    rows = A_REPORT_SAYS.replace("from IN", "on IN")
    assert only(read(rows, (0, 4, "description", "Thing")))["speakers"] == ["a1"]


A_ROLE = """
A DT det 2
{role} NN nsubj 5
{tie} IN prep 2
Halden NNP pobj 3
said|say VBD ROOT 0
that IN mark 8
it PRP nsubj 8
rained|rain VBD ccomp 5
. . punct 5
"""


@pytest.mark.parametrize(
    ("role", "tie", "kind", "speaks"),
    [
        ("spokesman", "for", "Company", True),
        ("manager", "of", "Group", True),
        ("adviser", "to", "Person", True),
        ("official", "at", "Company", True),
        ("minister", "of", "State", True),
        ("president", "of", "State", False),
        ("tourist", "from", "Company", False),
        ("historian", "at", "Organization", False),
        ("spokesman", "near", "Company", False),
    ],
)
def test_a_role_is_held_for_whoever_its_phrase_ties_it_to(role: str, tie: str, kind: str, speaks: bool) -> None:
    rows = A_ROLE.format(role=role, tie=tie)
    value = only(read(rows, (3, 4, "name", kind), (0, 4, "description", "Person")))
    assert (value["speakers"], value["on_behalf_of"]) == (["a2"], ["a1"] if speaks else [])


def test_a_former_aide_speaks_for_nobody() -> None:
    rows = "A DT det 3\nformer JJ amod 3\naide NN nsubj 6\nto IN prep 3\nHalden NNP pobj 4\n"
    rows += "said|say VBD ROOT 0\nthat IN mark 9\nit PRP nsubj 9\nrained|rain VBD ccomp 6\n. . punct 6\n"
    value = only(read(rows, (4, 5, "name", "Person"), (0, 5, "description", "Person")))
    assert (value["speakers"], value["on_behalf_of"]) == (["a2"], [])


TOLD_VOTERS = """
Halden NNP nsubj 2
told|tell VBD ROOT 0
{who}
that IN mark 6
it PRP nsubj 6
rained|rain VBD ccomp 2
. . punct 2
"""


@pytest.mark.parametrize(("who", "told"), [("voters|voter NNS dobj 2", "voters"), ("everyone NN dobj 2", None)])
def test_people_who_are_told_become_an_unnamed_actor(who: str, told: str | None) -> None:
    doc = read(TOLD_VOTERS.format(who=who), (0, 1, "name", "Person"))
    addressee = only(doc)["addressee"]
    assert (name(doc, addressee) if addressee else None) == told


INTERVIEW = """
Halden NNP nsubj 2
said|say VBD ROOT 0
in IN prep 2
an DT det 5
interview NN pobj 3
with IN prep 5
Orrin NNP pobj 6
on IN prep 5
Kraken NNP pobj 8 B-ORG
that IN mark 12
it PRP nsubj 12
rained|rain VBD ccomp 2
. . punct 2
"""


def test_who_interviews_is_told_and_what_carries_it_is_the_outlet() -> None:
    people = ((0, 1, "name", "Person"), (6, 7, "name", "Person"), (8, 9, "name", "Outlet"))
    value = only(read(INTERVIEW, *people))
    assert (value["speakers"], value["addressee"], value["outlet"]) == (["a1"], "a2", "a3")


TIED_ON = """
Two CD nummod 2
ships|ship NNS nsubj 3
sank|sink VBD ROOT 0
, , punct 3
according|accord VBG prep 12
to IN prep 5
Halden NNP pobj 6 B-ORG
, , punct 12
so RB advmod 12
it PRP nsubj 12
may MD aux 12
pay VB conj 3
. . punct 3
"""


def test_a_clause_tied_on_behind_the_source_is_not_what_it_said() -> None:
    doc = read(TIED_ON, (6, 7, "name", "Company"))
    contents = [span.text for span in ann.spans(doc, ann.STATEMENTS) if span.label_ == "content"]
    assert contents == ["Two ships sank"]


FORMER = """
former JJ amod 5
Halden NNP compound 3 B-ORG
adviser NN compound 5
Ada NNP compound 5 B-PERSON
Lee NNP nsubj 6 I-PERSON
said|say VBD ROOT 0
it PRP nsubj 8
sank|sink VBD ccomp 6
"""


@pytest.mark.parametrize(("rows", "spoken_for"), [(FORMER, []), (FORMER.replace("former", "veteran"), ["a1"])])
def test_a_former_role_before_a_name_is_held_for_nobody(rows: str, spoken_for: list[str]) -> None:
    doc = read(rows, (1, 2, "name", "Company"), (3, 5, "name", "Person"))
    (said,) = ann.attrs(doc, ann.STATEMENTS).values()
    assert said["on_behalf_of"] == spoken_for
