"""What syntax finds if the parser hung a word in the wrong place: hand-made Docs with the fault in them."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.syntax import (
    appositions,
    attachment,
    control,
    false_objects,
    modifiers,
    predication,
    reporters,
    sentences,
)
from onrecord.language.syntax.phrases import nouns_from
from onrecord.language.syntax.tree import Tree, tree_of


def parsed(rows: str) -> Tree:
    return tree_of(make(rows))


def words(tree: Tree, tokens: list[int]) -> list[str]:
    return [tree.text[token] for token in tokens]


IMPOSED_TAX_ON_SHIPS = """
They PRP nsubj 2
imposed|impose VBD ROOT 0
a DT det 4
tax NN dobj 2
in IN prep 2
May NNP pobj 5 B-DATE
on IN prep 2
ships|ship NNS pobj 7
"""


def test_the_preposition_of_an_object_is_found_at_the_verb():
    tree = parsed(IMPOSED_TAX_ON_SHIPS)
    assert [words(tree, heads) for heads in attachment.linked_heads(tree, (3, 1), ("on",))] == [["ships"]]
    assert list(attachment.linked_heads(tree, (3, 1), ("in", "of"))) == []


ORDERED_TO_CLOSE_BY_MONDAY = """
They PRP nsubj 2
ordered|order VBD ROOT 0
the DT det 4
port NN dobj 2
to TO aux 6
close VB xcomp 2
by IN prep 2
Monday NNP pobj 7 B-DATE
"""


def test_an_infinitive_stands_before_the_limit_set_for_it():
    tree = parsed(ORDERED_TO_CLOSE_BY_MONDAY)
    assert words(tree, attachment.infinitives_before(tree, 1, 7)) == ["close"]
    assert attachment.infinitives_before(tree, 1, 5) == []
    assert not attachment.hangs_on_infinitive(tree, 7, 1)
    below = parsed(ORDERED_TO_CLOSE_BY_MONDAY.replace("by IN prep 2", "by IN prep 6"))
    assert attachment.hangs_on_infinitive(below, 7, 1)


WOULD_BE_PRESSED_TO_SELL = """
It PRP nsubj 3
would MD aux 3
be VB|AUX ROOT 0
pressed JJ acomp 3
to TO aux 6
sell VB xcomp 3
"""


def test_an_adjective_is_found_before_its_infinitive():
    tree = parsed(WOULD_BE_PRESSED_TO_SELL)
    assert words(tree, attachment.adjectives_passed(tree, 2, 5)) == ["pressed"]
    assert attachment.adjectives_passed(tree, 2, 3) == []


SAID_IN_A_NOTE_THAT = """
Lund NNP nsubj 2
said|say VBD ROOT 0
in IN prep 2
a DT det 5
note NN pobj 3
that IN|SCONJ mark 8
it PRP nsubj 8
rained|rain VBD acl 5
"""


def test_what_is_said_in_a_note_is_found_on_the_note():
    tree = parsed(SAID_IN_A_NOTE_THAT)
    assert list(attachment.that_clauses_on_phrases(tree, 1)) == [(2, 4, 7)]
    assert list(attachment.that_clauses_on_phrases(parsed(SAID_IN_A_NOTE_THAT.replace("that IN", "as IN")), 1)) == []


ASKED_IF_IT_RAINED = """
Lund NNP nsubj 2
asked|ask VBD ROOT 0
if IN|SCONJ mark 5
it PRP nsubj 5
rained|rain VBD advcl 2
and CC cc 2
that IN|SCONJ mark 9
it PRP nsubj 9
snowed|snow VBD conj 2
"""


def test_conjunctions_tell_what_was_asked_and_what_is_said_as_well():
    tree = parsed(ASKED_IF_IT_RAINED)
    assert words(tree, attachment.marks_behind(tree, 1)) == ["if"]
    assert words(tree, attachment.that_clauses_joined(tree, 1)) == ["snowed"]


HAD_SHE_SIGNED = """
Rain NN dep 4
Had|have VBD|AUX aux 4
she PRP nsubj 4
signed|sign VBN advcl 0
"""


@pytest.mark.parametrize(("first", "opens"), [("Rain NN", False), ("— :", True)])
def test_what_opens_a_clause(first: str, opens: bool):
    assert attachment.opens_clause(parsed(HAD_SHE_SIGNED.replace("Rain NN", first)), 1, 3) is opens


IT_RAINED_MAYOR_LUND = """
“ `` punct 6
It PRP nsubj 3
rained|rain VBD relcl 6
” '' punct 6
Mayor NNP compound 6
Lund NNP ROOT 0 B-PERSON
"""


def test_a_quotation_before_a_name_is_no_part_of_its_phrase():
    tree = parsed(IT_RAINED_MAYOR_LUND)
    assert attachment.behind_stray_words(tree, 0, 5) == 4
    assert attachment.behind_stray_words(tree, 4, 5) == 4


MAYOR_AND_SHERIFF_LUND = """
The DT det 2
mayor NN ROOT 0
and CC cc 2
the DT det 5
sheriff NN conj 2
, , punct 2
Lund NNP appos 2 B-PERSON
"""
MOE_AND_SON_THE_MAYOR_WHO = """
Moe NNP ROOT 0 B-PERSON
and CC cc 1
Tom NNP conj 1 B-PERSON
, , punct 1
the DT det 6
mayor NN appos 1
, , punct 1
who WP nsubj 9
died|die VBD relcl 1
"""


def test_what_is_said_of_the_second_of_two():
    two = parsed(MAYOR_AND_SHERIFF_LUND)
    assert appositions.is_joined_to(two, 4, 1)
    assert not appositions.is_joined_to(two, 1, 4)
    people = parsed(MOE_AND_SON_THE_MAYOR_WHO)
    assert appositions.is_joined_to(people, 2, 0)
    assert appositions.is_apposition_of(people, 5, 0)
    assert not appositions.is_apposition_of(people, 5, 2)


PRESIDENT_OF_KESTREL_MOE = """
The DT det 2
president NN nsubj 7
of IN prep 2
Kestrel NNP pobj 3 B-ORG
, , punct 4
Moe NNP appos 4 B-PERSON
left|leave VBD ROOT 0
"""


def test_the_nouns_around_a_noun():
    tree = parsed(PRESIDENT_OF_KESTREL_MOE)
    assert words(tree, list(appositions.nouns_around(tree, 3))) == ["Kestrel", "president"]
    assert words(tree, list(appositions.nouns_around(tree, 1))) == ["president"]


@pytest.mark.parametrize(("article", "bare"), [("then RB advmod", True), ("the DT det", False)])
def test_a_bare_noun_before_a_name(article: str, bare: bool):
    tree = parsed(f"{article} 2\nchairman NN ROOT 0\nLund NNP appos 2 B-PERSON")
    assert appositions.is_bare_before(tree, 1, 2) is bare


INSIST_PRICES_ARE_RARE = """
Although IN|SCONJ mark 5
they PRP nsubj 3
insist VBP ccomp 5
prices|price NNS dobj 3
are|be VBP|AUX advcl 7
it PRP nsubj 7
spread VBD ROOT 0
"""


def test_an_object_is_a_subject_if_the_clause_behind_it_has_none():
    tree = parsed(INSIST_PRICES_ARE_RARE)
    assert words(tree, false_objects.subjects_within(tree, 4)) == ["they", "prices"]
    with_subject = parsed(INSIST_PRICES_ARE_RARE.replace("Although IN|SCONJ mark", "Who WP nsubj"))
    assert words(with_subject, false_objects.subjects_within(with_subject, 4)) == ["Who", "they"]


TOLD_THE_PORTS_CHIEF = """
Lund NNP nsubj 2
told|tell VBD ROOT 0
Halden NNP dative 2 B-GPE
's POS case 3
chief NN dobj 2
"""


def test_a_possessor_is_no_object():
    tree = parsed(TOLD_THE_PORTS_CHIEF)
    assert false_objects.owned_at(tree, 1, 4) == 4
    assert false_objects.owned_at(parsed(TOLD_THE_PORTS_CHIEF.replace("'s POS case", "the DT det")), 1, 4) is None


HAS_YET_TO_ENDORSE_HER_BID = """
Lund NNP nsubj 2
has|have VBZ ROOT 0
yet RB advmod 5
to TO aux 5
endorse VB xcomp 2
her PRP$ poss 7
bid NN dobj 2
"""


def test_an_object_behind_an_infinitive_is_the_infinitives():
    tree = parsed(HAS_YET_TO_ENDORSE_HER_BID)
    assert false_objects.is_of_infinitive(tree, 1, 6)
    assert not false_objects.is_of_infinitive(tree, 1, 2)


SAID_HE_AGREES_AND_LEFT = """
Lund NNP nsubj 2
said|say VBD ROOT 0
he PRP nsubj 4
agrees|agree VBZ ccomp 2
and CC cc 4
left|leave VBD conj 4
, , punct 4
adding|add VBG advcl 4
that IN|SCONJ mark 11
it PRP nsubj 11
rained|rain VBD ccomp 8
"""


def test_what_the_reporter_does_besides():
    tree = parsed(SAID_HE_AGREES_AND_LEFT)
    assert reporters.is_second(tree, 5, 1, 3)
    assert reporters.is_set_beside(tree, 7)
    assert not reporters.is_second(parsed(SAID_HE_AGREES_AND_LEFT.replace("and CC cc 4", "Moe NNP nsubj 6")), 5, 1, 3)
    assert not reporters.is_set_beside(parsed(SAID_HE_AGREES_AND_LEFT.replace(", , punct", "and CC cc")), 7)


IT_RAINED_SAID_THE_PAPER = """
No UH ROOT 0
. . punct 1

It PRP nsubj 2
rained|rain VBD ROOT 0
, , punct 2

said|say VBD ROOT 0
Lund NNP nsubj 1
. . punct 1
"""


def test_a_printed_sentence_begins_behind_the_last_stop():
    tree = parsed(IT_RAINED_SAID_THE_PAPER)
    assert sentences.printed_start(tree, 5) == 2
    assert sentences.printed_start(tree, 1) == 0


CLERKS_TO_STRIKE = """
Clerks|clerk NNS nsubj 3
Will MD aux 3
Strike NNP ROOT 0
Over IN prep 3
Wages|wage NNS pobj 4
"""


@pytest.mark.parametrize(("wages", "raised"), [("Wages|wage", True), ("wages|wage", False), ("pay", True)])
def test_a_headline_in_capitals(wages: str, raised: bool):
    assert sentences.in_raised_headlines(parsed(CLERKS_TO_STRIKE.replace("Wages|wage", wages))) == [raised] * 5


def test_a_sentence_is_no_headline():
    small = CLERKS_TO_STRIKE.replace("Strike NNP", "strike VB").replace("Over", "over")
    assert sentences.in_raised_headlines(parsed(small)) == [False] * 5
    few = CLERKS_TO_STRIKE.replace("Will MD", "may MD").replace("Over IN", "on IN").replace("Wages", "pay")
    assert sentences.in_raised_headlines(parsed(few)) == [False] * 5


ACCORDING_TO_HALDEN_RISES = """
According VBG prep 4
to IN prep 1
Halden NNP pobj 2
Rises|rise VBZ ROOT 0
, , punct 4
"""


def test_a_noun_phrase_by_its_words():
    tree = parsed(ACCORDING_TO_HALDEN_RISES)
    assert nouns_from(tree, 2, 5, names=False) == (3, 2)
    assert nouns_from(tree, 2, 5, names=True) == (4, 2)
    assert nouns_from(tree, 3, 5, names=True) == (4, 3)
    assert nouns_from(tree, 3, 5, names=False) is None


SPENT_MUCH_OF_THE_DAY_MENDING_NETS = """
Nurses|nurse NNS nsubj 2
spent|spend VBD ROOT 0
much JJ dobj 2
of IN prep 3
the DT det 7
day NN compound 7
mending|mend VBG pobj 4
nets|net NNS dobj 7
"""


def test_who_spends_a_time_does_what_stands_behind_it():
    tree = parsed(SPENT_MUCH_OF_THE_DAY_MENDING_NETS)
    assert words(tree, control.subjects(tree, 6)) == ["Nurses"]


A_GROUP_OF_YOUNG_DISPLACED_MINERS = """
She PRP nsubj 2
led|lead VBD ROOT 0
a DT det 4
group NN dobj 2
of IN prep 4
young JJ pobj 5
, , punct 2
displaced|displace VBD conj 2
miners|miner NNS dobj 8
"""


def test_a_participle_in_a_list_of_adjectives_is_one_of_them():
    tree = parsed(A_GROUP_OF_YOUNG_DISPLACED_MINERS)
    assert modifiers.is_listed_adjective(tree, 7)
    assert not modifiers.is_listed_adjective(tree, 1)


DUE_TO_LAND = """
It PRP nsubj 2
is|be VBZ ROOT 0
due JJ acomp 2
to TO aux 5
land NN xcomp 3
"""


def test_what_has_the_to_of_an_infinitive_is_a_verb():
    tree = parsed(DUE_TO_LAND)
    assert (tree.tag[4], tree.pos[4]) == ("VB", "VERB")


GAVE_UP_TO_30_LOAVES = """
They PRP nsubj 2
gave|give VBD ROOT 0
up RP prt 2
to IN prep 2
30 CD nummod 6
loaves|loaf NNS pobj 4
"""


def test_up_before_an_amount_is_no_particle():
    assert modifiers.opens_amount(parsed(GAVE_UP_TO_30_LOAVES), 2)
    assert not modifiers.opens_amount(parsed(GAVE_UP_TO_30_LOAVES.replace("30 CD", "old JJ")), 2)


ANN_MAY_RESIGNED = """
Secretary NNP compound 2
Ann NNP nsubj 4 B-PERSON
May MD aux 4 I-PERSON
resigned|resign VBD ROOT 0
"""

WILL_STONE_SUED = """
Will MD aux 3 B-PERSON
Stone NNP nsubj 3 I-PERSON
sued|sue VBD ROOT 0
"""


def test_a_modal_before_an_inflected_verb_is_a_name():
    last = parsed(ANN_MAY_RESIGNED)
    assert (last.dep, last.head[:3], last.tag[2]) == (["compound", "compound", "nsubj", "ROOT"], [2, 2, 3], "NNP")
    first = parsed(WILL_STONE_SUED)
    assert (first.dep, first.head[:2], first.tag[0]) == (["compound", "nsubj", "ROOT"], [1, 2], "NNP")


@pytest.mark.parametrize("verb", ["resign|resign VB ROOT 0", "put|put VBD ROOT 0"])
def test_a_modal_before_a_form_that_may_be_the_base_stays_one(verb: str):
    tree = parsed(WILL_STONE_SUED.replace("sued|sue VBD ROOT 0", verb))
    assert (tree.dep[0], tree.tag[0]) == ("aux", "MD")


FEES_RISE_THE_DIRECTOR_TOLD = """
Fees NNS nsubj 2
rise VBP ROOT 0
in IN prep 2
May NNP pobj 3 B-DATE
, , punct 2
director NN nsubj 10
, , punct 6
Ida NNP compound 9 B-PERSON
Moss NNP appos 6 I-PERSON
told|tell VBD conj 2
reporters|reporter NNS dobj 10
"""


def test_what_is_said_is_the_complement_of_the_verb_of_saying_behind_it():
    tree = parsed(FEES_RISE_THE_DIRECTOR_TOLD)
    assert (tree.dep[1], tree.head[1], tree.dep[9], tree.head[9]) == ("ccomp", 9, "ROOT", 9)


FEES_RISE_MOSS_TOLD = """
Fees NNS nsubj 2
rise VBP ROOT 0
in IN prep 2
May NNP pobj 3 B-DATE
, , punct 4
Moss NNP appos 4 B-PERSON
, , punct 6
director NN appos 6
, , punct 6
told|tell VBD conj 2
reporters|reporter NNS dobj 10
"""


def test_a_name_set_off_before_a_verb_of_saying_says_it():
    tree = parsed(FEES_RISE_MOSS_TOLD)
    assert (tree.dep[5], tree.head[5], tree.dep[1], tree.head[1]) == ("nsubj", 9, "ccomp", 9)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (", , punct 2", "and CC cc 2"),
        ("reporters|reporter NNS dobj 10", "it PRP ccomp 10"),
        ("told|tell", "left|leave"),
    ],
)
def test_a_second_predicate_stays_one(old: str, new: str):
    tree = parsed(FEES_RISE_THE_DIRECTOR_TOLD.replace(old, new))
    assert (tree.dep[1], tree.dep[9], tree.head[9]) == ("ROOT", "conj", 1)


SHARES_FELL_FIRM_WARNED_AND_SAID = """
Shares|share NNS nsubj 2
fell|fall VBD ROOT 0
after IN mark 6
the DT det 5
firm NN nsubj 6
warned|warn VBD advcl 2
of IN prep 6
losses|loss NNS pobj 7
and CC cc 2
said|say VBD conj 2
"""


def test_what_cannot_speak_says_nothing_further():
    tree = parsed(SHARES_FELL_FIRM_WARNED_AND_SAID)
    assert (tree.head[9], words(tree, control.subjects(tree, 9))) == (5, ["firm"])
    people = parsed(SHARES_FELL_FIRM_WARNED_AND_SAID.replace("Shares|share", "Ministers|minister"))
    assert words(people, control.subjects(people, 9)) == ["Ministers"]


NAMED_BY_POLICE_AS = """
He PRP nsubjpass 3
was AUX auxpass 3
named|name VBN ROOT 0
by IN agent 3
police NNS pobj 4
as IN prep 5
Bell NNP pobj 6 B-PERSON
"""


def test_an_as_behind_an_agent_is_its_verbs():
    assert parsed(NAMED_BY_POLICE_AS).head[5] == 2
    assert parsed(NAMED_BY_POLICE_AS.replace("as IN", "of IN")).head[5] == 4


SHOT_DEAD_A_MAN = """
They PRP nsubj 2
shot|shoot VBD ROOT 0
dead JJ advmod 2
a DT det 5
man NN dobj 2
"""


def test_an_adjective_right_behind_a_verb_is_in_its_group():
    tree = parsed(SHOT_DEAD_A_MAN)
    assert words(tree, predication.verb_group(tree, 1)) == ["shot", "dead"]
    late = parsed(SHOT_DEAD_A_MAN.replace("dead JJ advmod 2", "dead RB advmod 2"))
    assert words(late, predication.verb_group(late, 1)) == ["shot"]


FINED_BELL_TWO_MILLION = """
They PRP nsubj 2
fined|fine VBD ROOT 0
Tom NNP compound 4 B-PERSON
Bell NNP nmod 6 I-PERSON
2 CD nummod 6
dollars|dollar NNS dobj 2
"""


def test_whom_somebody_fines_is_no_part_of_the_sum():
    tree = parsed(FINED_BELL_TWO_MILLION)
    assert (tree.dep[3], tree.head[3]) == ("dobj", 1)
    jets = parsed(FINED_BELL_TWO_MILLION.replace("Tom NNP compound 4 B-PERSON", "20 CD nummod 6"))
    assert (jets.dep[3], jets.head[3]) == ("nmod", 5)


COMPLAINED_ABOUT_PLAYERS_SOURCE_SAID = """
They PRP nsubj 2
complained|complain VBD ccomp 8
about IN prep 2
players|player NNS pobj 3
, , punct 4
a DT det 7
source NN appos 4
said|say VBD ROOT 0
"""


def test_who_is_set_off_before_a_verb_of_saying_without_a_subject_says_it():
    tree = parsed(COMPLAINED_ABOUT_PLAYERS_SOURCE_SAID)
    assert (tree.dep[6], tree.head[6]) == ("nsubj", 7)
    town = parsed(COMPLAINED_ABOUT_PLAYERS_SOURCE_SAID.replace("source NN", "disgrace NN"))
    assert (town.dep[6], town.head[6]) == ("appos", 3)


RULED_IT_UNLAWFUL_AND_ORDERED = """
They PRP nsubj 2
ruled|rule VBD ROOT 0
that IN mark 6
the DT det 5
decision NN nsubj 6
was|be VBD ccomp 2
unlawful JJ acomp 6
and CC cc 6
ordered|order VBD conj 6
him PRP dobj 9
"""


def test_what_is_ruled_on_orders_nothing():
    assert parsed(RULED_IT_UNLAWFUL_AND_ORDERED).head[8] == 1
    council = parsed(RULED_IT_UNLAWFUL_AND_ORDERED.replace("decision NN", "council NN"))
    assert council.head[8] == 5


STRIPPED_CLUB_OF_TITLE = """
They PRP nsubj 2
stripped|strip VBD ROOT 0
the DT det 4
club NN dobj 2
of IN prep 4
its PRP$ poss 7
title NN pobj 5
"""


def test_what_somebody_is_stripped_of_is_no_part_of_them():
    assert parsed(STRIPPED_CLUB_OF_TITLE).head[4] == 1
    assert parsed(STRIPPED_CLUB_OF_TITLE.replace("stripped|strip", "met|meet")).head[4] == 3


CLAIMED_BAG_WAS_TAKEN_AND_SHE_WAS_FORCED = """
Moss NNP nsubj 2
claimed|claim VBD ROOT 0
that IN mark 6
bags NNS nsubjpass 6
were|be VBD auxpass 6
taken|take VBN ccomp 2
and CC cc 2
she PRP nsubjpass 10
was|be VBD auxpass 10
forced|force VBN conj 2
"""


def test_what_is_reported_goes_on_without_a_comma():
    tree = parsed(CLAIMED_BAG_WAS_TAKEN_AND_SHE_WAS_FORCED)
    assert (tree.head[9], tree.head[6]) == (5, 5)
    comma = CLAIMED_BAG_WAS_TAKEN_AND_SHE_WAS_FORCED.replace(
        "taken|take VBN ccomp 2\n", "taken|take VBN ccomp 2\n, , punct 2\n"
    )
    apart = parsed(comma.replace("nsubjpass 10", "nsubjpass 11").replace("auxpass 10", "auxpass 11"))
    assert apart.head[10] == 1
    denied = parsed(CLAIMED_BAG_WAS_TAKEN_AND_SHE_WAS_FORCED.replace("forced|force", "told|tell"))
    assert denied.head[9] == 1


JAILED_UNLESS_OF_COURSE_HE_PAYS = """
They PRP nsubj 2
jail|jail VBP ccomp 8
him PRP dobj 2
unless IN prep 2
of IN prep 4
course NN pobj 5
he PRP nsubj 8
pays|pay VBZ ROOT 0
"""


def test_unless_opens_a_condition_whatever_stands_behind_it():
    tree = parsed(JAILED_UNLESS_OF_COURSE_HE_PAYS)
    assert (tree.dep[7], tree.head[7], tree.dep[1], tree.head[1]) == ("advcl", 1, "ROOT", 1)
    assert (tree.dep[3], tree.head[3]) == ("mark", 7)
