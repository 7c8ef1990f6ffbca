"""Who is one actor across articles, who is not, and why."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Actor, ActorType, Analysis, Mention, MentionForm, Story
from onrecord.resolve import KnownActor, names, resolve
from resolution import actor, analysis, node, people


def together(story: Story, *places: tuple[str, str]) -> bool:
    return len({node(story, *place).iri for place in places}) == 1


def two(first: str, second: str, kind: ActorType, other: ActorType | None = None, **words: str) -> Story:
    """Two articles that name one actor each, beside the same two companions where `words` does not say otherwise."""
    beside = words.get("beside", "Ines Marek and Tom Ojala")
    texts = [f"{first} met {beside}. {words.get('one', '')}", f"{second} met {beside}. {words.get('two', '')}"]
    made = []
    for key, text, name, type_ in (("a", texts[0], first, kind), ("b", texts[1], second, other or kind)):
        others = [actor(text, f"o{n}", who, "Person") for n, who in enumerate(beside.split(" and "))]
        made.append(analysis(key, text, actor(text, "a0", name, type_), *others))
    return resolve(made)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Boxwood Air", "Boxwood Air", "Company"),
        ("Boxwood Air Ltd", "Boxwood Air", "Company"),
        ("The Boxwood Herald", "Boxwood Herald", "Outlet"),
        ("Ministry of Ports", "Ports Ministry", "Ministry"),
        ("Lowland Telecommunication Authority", "Lowland Telecommunications Authority", "RegulatoryAgency"),
        ("Inter-Services Bureau", "Inter Services Bureau", "IntelligenceAgency"),
        ("BoxWood", "Boxwood", "Company"),
        ("Lowland Harbour Authority", "LHA", "RegulatoryAgency"),
        ("Boxwood Airways", "Boxwood", "Company"),
        ("US Air Force", "United States Air Force", "GovernmentBody"),
        ("US Air Force", "Air Force", "GovernmentBody"),
        ("Omar Sadiq", "Omar Sadiq", "Person"),
        ("Mr. Omar Sadiq", "Omar Sadiq", "Person"),
        ("Omar Sadiq", "Sadiq", "Person"),
        ("Timothy Sadiq", "Tim Sadiq", "Person"),
        ("U.K.", "United Kingdom", "State"),
    ],
)
def test_one_actor(first: str, second: str, kind: ActorType) -> None:
    assert together(two(first, second, kind), ("a", "a0"), ("b", "a0"))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Omar Sadiq", "Lena Sadiq", "Person"),
        ("Boxwood Air", "Boxwood Bank", "Company"),
        ("Boxwood", "Boxwood Messenger", "Product"),
        ("Terminal 3 Holdings", "Terminal 5 Holdings", "Company"),
        ("Ministry of Ports", "Ministry of Sports", "Ministry"),
        ("Lowland Harbour Authority", "LPA", "RegulatoryAgency"),
        ("Texas Ministry of Ports", "Ministry of Ports", "Ministry"),
        ("Texas Ministry of Ports", "Ohio Ministry of Ports", "Ministry"),
        ("Georgia", "Germany", "State"),
    ],
)
def test_two_actors(first: str, second: str, kind: ActorType) -> None:
    assert not together(two(first, second, kind), ("a", "a0"), ("b", "a0"))


def test_a_surname_alone_is_not_enough() -> None:
    """Nothing beside the surname: kept apart, and said to be possible."""
    story = resolve([people("a", "Omar Sadiq"), people("b", "Sadiq")])
    assert not together(story, ("a", "a0"), ("b", "a0"))
    assert node(story, "b", "a0").possibly_same == (node(story, "a", "a0").iri,)


def test_two_people_of_one_surname_stay_two_and_the_surname_goes_to_neither_by_itself() -> None:
    story = resolve([people("a", "Omar Sadiq", "Lena Sadiq"), people("b", "Sadiq"), people("c", "Lena Sadiq")])
    assert not together(story, ("a", "a0"), ("a", "a1"))
    assert together(story, ("a", "a1"), ("c", "a0"))
    assert len(node(story, "b", "a0").refs) == 1


def couple(key: str, full: str, short: str) -> Analysis:
    text = f"{short} left early, all say. {full} had met Ines Brandt and Omar Berg in Halden."
    beside = (actor(text, f"b{place}", name, "Person") for place, name in enumerate(("Ines Brandt", "Omar Berg")))
    return analysis(key, text, actor(text, "a0", full, "Person", short), *beside)


@pytest.mark.parametrize("short", ["Sadiq", "Lena"])
def test_short_names_do_not_join_people_whose_full_names_differ(short: str) -> None:
    other = "Omar Sadiq" if short == "Sadiq" else "Lena Marek"
    story = resolve([couple("a", "Lena Sadiq", short), couple("b", other, short)])
    assert not together(story, ("a", "a0"), ("b", "a0"))
    assert together(story, ("a", "b0"), ("b", "b0"))


def bank(key: str, country: str, *beside: str) -> Analysis:
    text = f"First National Bank said so in {country}. {' and '.join(beside)} agreed."
    others = [actor(text, f"o{number}", name, "Person") for number, name in enumerate(beside)]
    return analysis(
        key, text, actor(text, "a0", "First National Bank", "Company"), actor(text, "s", country, "State"), *others
    )


def test_one_name_in_two_countries_stays_two() -> None:
    story = resolve(
        [bank("a", "Kenya", "Ines Marek"), bank("b", "Kenya", "Tom Ojala"), bank("c", "Chile", "Eva Brandt")]
    )
    assert together(story, ("a", "a0"), ("b", "a0"))
    assert not together(story, ("a", "a0"), ("c", "a0"))


def test_an_acronym_that_may_mean_two_bodies_needs_company() -> None:
    story = resolve(
        [
            people("a", "Lowland Harbour Authority", kind="RegulatoryAgency"),
            people("b", "Lowland Housing Agency", kind="RegulatoryAgency"),
            people("c", "LHA", kind="RegulatoryAgency"),
        ]
    )
    assert len(node(story, "c", "a0").refs) == 1


def test_what_one_article_tells_apart_is_not_merged_for_a_like_beginning() -> None:
    story = resolve(
        [
            people("a", "Boxwood", "Boxwood Records", "Ines Marek", kind="Company"),
            people("b", "Boxwood Records", "Ines Marek", kind="Company"),
        ]
    )
    assert together(story, ("a", "a1"), ("b", "a0"))
    assert not together(story, ("a", "a0"), ("b", "a0"))


def test_unnamed_actors_are_not_merged_for_alike_words() -> None:
    texts = ["A senior official met Ines Marek.", "A senior official met Ines Marek."]
    story = resolve(
        analysis(
            key,
            text,
            actor(text, "a0", "A senior official", "Person", named=False),
            actor(text, "a1", "Ines Marek", "Person"),
        )
        for key, text in zip("ab", texts, strict=True)
    )
    assert not together(story, ("a", "a0"), ("b", "a0"))
    assert together(story, ("a", "a1"), ("b", "a1"))


def test_a_person_is_not_a_company_of_the_same_name() -> None:
    assert not together(two("Boxwood", "Boxwood", "Company", "Person", beside="Ines Marek"), ("a", "a0"), ("b", "a0"))


def test_the_merged_actor_keeps_all_names_and_the_identifier_that_sorts_first() -> None:
    story = resolve([people("a", "Boxwood Air Ltd", kind="Company"), people("b", "Boxwood Air", kind="Organization")])
    merged = node(story, "a", "a0")
    assert merged.type == "Company"
    assert {merged.name, *merged.alt_names} == {"Boxwood Air Ltd", "Boxwood Air"}
    assert merged.iri < merged.replaces[0]
    assert [ref.article for ref in merged.refs] == ["a", "b"]
    assert {item.actors[0].iri for item in story.analyses} == {merged.iri}


def test_every_merge_has_a_judgement_with_reasons() -> None:
    story = two("Lowland Harbour Authority", "LHA", "RegulatoryAgency")
    found = [item for item in story.judgements if item.subject == "actor" and "initials" in item.features[0].reason]
    assert [item.decision for item in found] == ["same"]
    assert all(feature.reason for feature in found[0].features)


def carriers(key: str, *names: str) -> Analysis:
    text = f"The carriers – {', '.join(names[:-1])} and {names[-1]} – were told."
    return analysis(key, text, *(actor(text, f"a{place}", name, "Company") for place, name in enumerate(names)))


def test_a_misspelt_name_is_known_by_its_list() -> None:
    story = resolve([carriers("a", "Brightel", "Carrow", "Dunmore"), carriers("b", "Carrow", "Dunmore", "Brighsel")])
    assert together(story, ("a", "a0"), ("b", "a2"))
    (found,) = [item for item in story.judgements if "differ in 1 letter" in item.features[0].reason]
    assert "both stand in a list with carrow, dunmore" in [item.reason for item in found.features]
    for other in (
        carriers("b", "Evander", "Farrow", "Brighsel"),
        carriers("b", "Brightel", "Carrow", "Dunmore", "Brighsel"),
    ):
        story = resolve([carriers("a", "Brightel", "Carrow", "Dunmore"), other])
        assert not together(story, ("a", "a0"), ("b", next(a.id for a in other.actors if a.name == "Brighsel")))


def refusals(story: Story) -> list[tuple[str, list[str]]]:
    found = [item for item in story.judgements if item.decision != "same"]
    return [(item.decision, [one.name for one in item.features]) for item in found]


def test_a_refusal_that_was_close_has_a_judgement_with_reasons() -> None:
    """One name in two countries, one surname beside the same people: considered, refused, on record."""
    ((decision, features),) = [
        item for item in refusals(resolve([bank("a", "Kenya"), bank("b", "Lesotho")])) if "country" in item[1]
    ]
    assert decision == "different"
    assert features[:2] == ["name", "kind"]
    beside = ("Ruth Abara", "Tariq Oyelaran")
    found = refusals(resolve([people("a", "Omar Sadiq", *beside), people("b", "Lena Sadiq", *beside)]))
    assert found == [("different", ["name", "kind", "companions"])]
    assert refusals(resolve([people("a", "Omar Sadiq"), people("b", "Lena Sadiq")])) == []


def test_countries_are_known_outside() -> None:
    assert node(resolve([people("a", "Kenya", kind="State")]), "a", "a0").same_as == (
        "http://www.wikidata.org/entity/Q114",
    )


def test_a_gazetteer_identifies_and_brings_names_together() -> None:
    known = [KnownActor(label="Boxwood Air", aliases=("Lowland Wings",), kind="Company", iri="https://example.org/box")]
    articles = [people("a", "Boxwood Air", kind="Company"), people("b", "Lowland Wings", kind="Company")]
    assert not together(resolve(articles), ("a", "a0"), ("b", "a0"))
    story = resolve(articles, known_actors=known)
    assert together(story, ("a", "a0"), ("b", "a0"))
    assert node(story, "a", "a0").same_as == ("https://example.org/box",)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Peter Hansen", "Peter Hanson", "Person"),
        ("George H. Kane", "George W. Kane", "Person"),
        ("Ola Lund Jr.", "Ola Lund Sr.", "Person"),
        ("Boxwood Bank", "Boxwood Energy", "Company"),
        ("Kim Min-jun", "Kim Ha-eun", "Person"),
    ],
)
def test_two_actors_whose_names_are_alike(first: str, second: str, kind: ActorType) -> None:
    assert not together(two(first, second, kind, beside="Ines Marek"), ("a", "a0"), ("b", "a0"))


def test_a_short_name_in_common_makes_no_one_of_two_long_ones() -> None:
    one = "Boxwood Bank met Ines Marek. Boxwood paid."
    other = "Boxwood Energy met Ines Marek. Boxwood refused."
    made = [
        analysis("a", one, actor(one, "a0", "Boxwood Bank", "Company", "Boxwood")),
        analysis("b", other, actor(other, "a0", "Boxwood Energy", "Company", "Boxwood")),
    ]
    assert not together(resolve(made), ("a", "a0"), ("b", "a0"))


def test_a_short_name_is_rather_that_of_its_own_article() -> None:
    one = "Boxwood Energy met Ines Marek and Tom Ojala."
    other = "Boxwood Media met Ines Marek and Tom Ojala. Boxwood refused."
    beside = [("o1", "Ines Marek"), ("o2", "Tom Ojala")]
    made = [
        analysis("a", one, actor(one, "a0", "Boxwood Energy", "Company"),
                 *(actor(one, key, name, "Person") for key, name in beside)),
        analysis("b", other, actor(other, "a0", "Boxwood Media", "Person"),
                 Actor(id="a9", name="Boxwood", type="Company", named=True,
                       mentions=(Mention(other.rindex("Boxwood"), other.rindex("Boxwood") + 7, "name"),)),
                 *(actor(other, key, name, "Person") for key, name in beside)),
    ]  # fmt: skip
    story = resolve(made)
    assert not together(story, ("a", "a0"), ("b", "a9"))
    refusal = [item for item in story.judgements if any(feature.name == "own article" for feature in item.features)]
    assert [item.decision for item in refusal] == ["different"]


def test_a_man_and_a_woman_of_one_name_are_two() -> None:
    made = []
    for key, pronoun in (("a", "he"), ("b", "she")):
        text = f"Leslie Moe said {pronoun} was glad."
        at = text.index(f" {pronoun} ") + 1
        mentions = (Mention(0, 10, "name"), Mention(at, at + len(pronoun), "pronoun"))
        made.append(
            analysis(key, text, Actor(id="a0", name="Leslie Moe", type="Person", named=True, mentions=mentions))
        )
    assert not together(resolve(made), ("a", "a0"), ("b", "a0"))


def test_the_governments_of_one_state_are_one_body_called_after_it() -> None:
    one, other = "The Norwegian government paid. Norway paid.", "The government of Norway refused."
    made = [
        analysis("a", one,
                 Actor(id="a0", name="The Norwegian government", type="GovernmentBody", named=True, of_state="NO",
                       mentions=(Mention(0, 24, "description"),)),
                 actor(one, "a1", "Norway", "State")),
        analysis("b", other, Actor(id="a0", name="The government of Norway", type="GovernmentBody", named=True,
                                   of_state="NO", mentions=(Mention(0, 24, "description"),))),
    ]  # fmt: skip
    story = resolve(made)
    assert together(story, ("a", "a0"), ("b", "a0"))
    assert node(story, "a", "a0").name == "Government of Norway"
    assert node(story, "a", "a0").alt_names == ()
    assert node(story, "a", "a0").of_state == node(story, "a", "a1").iri
    assert not together(story, ("a", "a0"), ("a", "a1"))


def test_a_surname_that_several_people_bear_joins_none_of_them() -> None:
    one = "Ada Lund met Ola Lund and Ines Marek. Ada Lund paid."
    other = "Lund met Ines Marek."
    made = [
        analysis("a", one, actor(one, "a0", "Ada Lund", "Person"), actor(one, "a1", "Ola Lund", "Person"),
                 actor(one, "a2", "Ines Marek", "Person")),
        analysis("b", other, actor(other, "a0", "Lund", "Person"), actor(other, "a2", "Ines Marek", "Person")),
    ]  # fmt: skip
    story = resolve(made)
    assert not together(story, ("a", "a0"), ("b", "a0"))
    assert not together(story, ("a", "a1"), ("b", "a0"))


def test_who_is_described_by_a_pronoun_is_called_after_its_owner() -> None:
    text = (
        "The LHA sold its yard. A firm lost their barge. They left. Their clerk paid. Lowland Harbour Authority shut."
    )
    story = resolve(
        [
            analysis(
                "a",
                text,
                actor(text, "a0", "Lowland Harbour Authority", "RegulatoryAgency", "LHA", "its"),
                actor(text, "a1", "its yard", "Organization", named=False),
                actor(text, "a2", "A firm", "Company", "their", named=False),
                actor(text, "a3", "their barge", "Thing", named=False),
                actor(text, "a4", "Their clerk", "Person", named=False),
            )
        ]
    )
    assert [node(story, "a", key).name for key in ("a1", "a3", "a4")] == [
        "Lowland Harbour Authority's yard",
        "their barge",
        "Their clerk",
    ]


@pytest.mark.parametrize(
    ("words", "owner", "form", "name"),
    [
        ("the harbour's pilots", "the harbour", "description", "Lowland Harbour's pilots"),
        ("a survey by the harbour", "the harbour", "description", "a survey by Lowland Harbour"),
        ("a survey by its pilots", "its", "pronoun", "a survey by Lowland Harbour's pilots"),
        ("a pilot to ask it about the mole", "it", "pronoun", "a pilot to ask it about the mole"),
        ("the Lowland pilots", "Lowland", "short", "the Lowland pilots"),
        ("a flight of the jet, the largest yet", "", "description", "a flight of the jet"),
    ],
)
def test_descriptions_name_whom_they_tell_of(words: str, owner: str, form: MentionForm, name: str) -> None:
    text = f"Lowland Harbour shut. {words} left."
    whole = actor(text, "a0", "Lowland Harbour", "Organization")
    if owner:
        place = text.index(owner, text.index(words))
        whole = replace(whole, mentions=(*whole.mentions, Mention(place, place + len(owner), form)))
    made = analysis("a", text, whole, actor(text, "a1", words, "Group", named=False))
    assert node(resolve([made]), "a", "a1").name == name


def test_a_person_called_by_the_surname_is_named_in_full_in_a_description() -> None:
    text = "Ada Holm left. Holm's aides stayed. The clerks of the Holm camp wept."
    made = analysis(
        "a",
        text,
        actor(text, "a0", "Ada Holm", "Person", "Holm#2"),
        actor(text, "a1", "Holm's aides", "Group", named=False),
    )
    assert node(resolve([made]), "a", "a1").name == "Ada Holm's aides"


def test_every_printed_form_of_a_name_is_kept_and_titles_are_none() -> None:
    text = "Lowland Harbour Authority (LHA) met Judge Omar Sadiq. LHA paid. Mr. Sadiq paid."
    story = resolve(
        [
            analysis(
                "a",
                text,
                actor(text, "a0", "Lowland Harbour Authority", "RegulatoryAgency", "LHA"),
                actor(text, "a1", "Omar Sadiq", "Person", "Judge Omar Sadiq", "Mr. Sadiq"),
            )
        ]
    )
    assert node(story, "a", "a0").alt_names == ("LHA",)
    assert node(story, "a", "a0").acronyms == ("LHA",)
    assert node(story, "a", "a1").alt_names == ("Sadiq",)


def test_a_person_named_in_capitals_only_is_called_in_small_letters() -> None:
    text = "ADA VAN HOLM resigned."
    made = [analysis("a", text, actor(text, "a0", "ADA VAN HOLM", "Person"))]
    assert node(resolve(made), "a", "a0").name == "Ada Van Holm"


def test_a_person_is_called_by_the_full_name_whatever_most_articles_print() -> None:
    texts = {"a": "Omar Sadiq met Ines Marek and Tom Ojala.", "b": "Sadiq met Ines Marek and Tom Ojala.",
             "c": "Sadiq saw Ines Marek and Tom Ojala."}  # fmt: skip
    made = [
        analysis(key, text, actor(text, "a0", text.partition(" m")[0].partition(" s")[0], "Person"),
                 actor(text, "o1", "Ines Marek", "Person"), actor(text, "o2", "Tom Ojala", "Person"))
        for key, text in texts.items()
    ]  # fmt: skip
    assert node(resolve(made), "a", "a0").name == "Omar Sadiq"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the airline giant Example Air", "Example Air"),
        ("the iVard Pro", "iVard Pro"),
        ("Tomas van de Brandt", "Tomas van de Brandt"),
        ("the militia Maghar al Thawra", "Maghar al Thawra"),
        ("the bank of Norby", "Norby"),
    ],
)
def test_the_name_at_the_end_of_a_phrase_is_whole(phrase: str, name: str) -> None:
    assert names.proper(phrase) == name
