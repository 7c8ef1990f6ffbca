"""Stories made by hand, with everything in them that the graph can hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from onrecord import ids
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Article,
    Disagreement,
    Feature,
    Judgement,
    Mention,
    Passage,
    Position,
    Ref,
    Span,
    Spans,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
    TimeExpression,
    Variant,
)

BASE = ids.DEFAULT_BASE

ONE = (
    "Regulator closes messaging service\n\n"
    "By Dana Whitlock\n\n"
    "The Telecom Board (TB) has ordered Blimp, a messaging firm, to close its service by Nov. 30. "
    "“The ban is due to security concerns — nothing else,” Omar Sadiq, a spokesman for the Board, told the Daily Star. "
    "Blimp refused to hand over its keys. A senior official said that TB had not asked for them. "
    "The two will meet again.\n\n"
    "Follow us on Chirper 😀"
)
TWO = (
    "The Telecom Board banned Blimp on Monday. "
    "“The ban is due to security concerns,” its spokesman Omar Sadiq was quoted by the Daily Star as saying. "
    "The service ends on December 1, the Board said."
)


class Text:
    """An article's text with its spans found by their words."""

    def __init__(self, article_id: str, text: str, **values: Any) -> None:
        self.id = article_id
        self.text = text
        self.article = Article(
            id=article_id, text=text, sha256=ids.text_sha256(text), source=f"news/{article_id}.txt", **values
        )
        self.iri = ids.article_iri(BASE, article_id, self.article.sha256)

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return start, start + len(words)

    def spans(self, *words: str) -> Spans:
        return tuple(self.span(item) for item in words)

    def mention(self, words: str, form: Any = "name", nth: int = 1) -> Mention:
        return Mention(*self.span(words, nth), form)

    def sentences(self) -> Spans:
        found, start = [], 0
        for place, char in enumerate(self.text):
            if char == "\n" or (char in ".”" and self.text[place + 1 : place + 2] == " " and place - start > 40):
                if self.text[start : place + 1].strip():
                    first = start + len(self.text[start:]) - len(self.text[start:].lstrip())
                    found.append((first, place + (char != "\n")))
                start = place + 1
        if self.text[start:].strip():
            found.append((start + (self.text[start] == " "), len(self.text)))
        return tuple(found)


def _one() -> tuple[Text, Analysis]:
    t = Text(
        "one",
        ONE,
        title="Regulator closes messaging service",
        publisher="The Morning Post",
        authors=("Dana Whitlock",),
        published="2015-07-27",
        published_basis="metadata",
        url="https://news.example/one?a=1&b=2",
    )
    actors = (
        Actor(
            id="a1",
            name="Telecom Board",
            type="RegulatoryAgency",
            named=True,
            mentions=(
                t.mention("The Telecom Board (TB)"),
                t.mention("the Board", "short"),
                t.mention("TB", "short", 2),
            ),
        ),
        Actor(
            id="a2",
            name="Blimp",
            type="Company",
            named=True,
            mentions=(t.mention("Blimp, a messaging firm"), t.mention("Blimp", nth=2), t.mention("its", "pronoun", 2)),
        ),
        Actor(
            id="a3",
            name="its service",
            type="Product",
            named=False,
            mentions=(t.mention("its service", "description"),),
        ),
        Actor(
            id="a4",
            name="Omar Sadiq",
            type="Person",
            named=True,
            mentions=(t.mention("Omar Sadiq, a spokesman for the Board"),),
        ),
        Actor(id="a5", name="Daily Star", type="Outlet", named=True, mentions=(t.mention("the Daily Star"),)),
        Actor(
            id="a6",
            name="A senior official",
            type="Person",
            named=False,
            mentions=(t.mention("A senior official", "description"),),
        ),
        Actor(id="a7", name="its keys", type="Thing", named=False, mentions=(t.mention("its keys", "description"),)),
        Actor(
            id="a8",
            name="The two",
            type="Group",
            named=False,
            members=("a1", "a2"),
            mentions=(t.mention("The two", "description"),),
        ),
    )
    statements = (
        Statement(
            id="s1",
            mode="direct",
            source=t.spans("Omar Sadiq, a spokesman for the Board"),
            cue=t.spans("told"),
            content=t.spans("“The ban is due to security concerns — nothing else,”"),
            speakers=("a4",),
            on_behalf_of=("a1",),
            addressee="a5",
            about=("a2",),
            confidence=0.95,
            rule="direct-told",
        ),
        Statement(
            id="s2",
            mode="indirect",
            stance="denial",
            source=t.spans("A senior official"),
            cue=t.spans("said"),
            content=t.spans("that TB had not asked for them"),
            speakers=("a6",),
            about=("a1",),
            confidence=0.9,
            rule="said-that",
        ),
    )
    actions = (
        Action(
            id="e1",
            type="Order",
            plover="COERCE",
            lemma="order",
            trigger=t.spans("has ordered"),
            agents=("a1",),
            agent_spans=t.spans("The Telecom Board (TB)"),
            patients=("a2",),
            patient_spans=t.spans("Blimp, a messaging firm"),
            confidence=0.9,
            rule="order",
        ),
        Action(
            id="e2",
            type="ShutDown",
            plover="COERCE",
            lemma="close",
            trigger=(t.span("close", 2),),
            agents=("a2",),
            patients=("a3",),
            patient_spans=t.spans("its service"),
            modality="ordered",
            under="e1",
            date="2015-11-30",
            date_span=t.span("by Nov. 30"),
            confidence=0.8,
            rule="close",
        ),
        Action(
            id="e3",
            type="Refuse",
            plover="REJECT",
            lemma="refuse",
            trigger=t.spans("refused"),
            agents=("a2",),
            agent_spans=(t.span("Blimp", 2),),
            patients=("a7",),
            patient_spans=t.spans("its keys"),
            confidence=0.9,
            rule="refuse",
        ),
        Action(
            id="e4",
            type="Request",
            plover="REQUEST",
            lemma="ask",
            trigger=t.spans("asked"),
            agents=("a1",),
            agent_spans=(t.span("TB", 2),),
            polarity="negative",
            within="s2",
            confidence=0.7,
            rule="ask",
        ),
    )
    head, byline = t.span("Regulator closes messaging service"), t.span("By Dana Whitlock")
    tail = t.span("Follow us on Chirper 😀")
    passages = (
        Passage(*head, "headline"),
        Passage(*byline, "byline"),
        Passage(t.span("The Telecom")[0], t.span("meet again.")[1], "body"),
        Passage(*tail, "furniture"),
    )
    dates = (TimeExpression(start=t.span("Nov. 30")[0], end=t.span("Nov. 30")[1], type="DATE", value="2015-11-30"),)
    return t, Analysis(
        article=t.article,
        passages=passages,
        actors=actors,
        statements=statements,
        actions=actions,
        dates=dates,
        sentences=t.sentences(),
        model="en_core_web_sm 3.8.0",
    )


def _two() -> tuple[Text, Analysis]:
    t = Text(
        "two/../odd id", TWO, publisher="Evening Echo", published_basis="unknown", published_note="No date is printed."
    )
    actors = (
        Actor(
            id="a1",
            name="Telecom Board",
            type="RegulatoryAgency",
            named=True,
            mentions=(t.mention("The Telecom Board"), t.mention("its", "pronoun"), t.mention("the Board", "short")),
        ),
        Actor(id="a2", name="Blimp", type="Company", named=True, mentions=(t.mention("Blimp"),)),
        Actor(id="a3", name="Omar Sadiq", type="Person", named=True, mentions=(t.mention("its spokesman Omar Sadiq"),)),
        Actor(id="a4", name="Daily Star", type="Outlet", named=True, mentions=(t.mention("the Daily Star"),)),
        Actor(
            id="a5",
            name="The service",
            type="Product",
            named=False,
            mentions=(t.mention("The service", "description"),),
        ),
    )
    statements = (
        Statement(
            id="s1",
            mode="direct",
            source=t.spans("its spokesman Omar Sadiq"),
            cue=t.spans("was quoted", "as saying"),
            content=t.spans("“The ban is due to security concerns,”"),
            speakers=("a3",),
            on_behalf_of=("a1",),
            outlet="a4",
            about=("a2",),
            confidence=0.95,
            rule="direct-quoted",
        ),
        Statement(
            id="s2",
            mode="indirect",
            source=t.spans("the Board"),
            cue=(t.span("said"),),
            content=t.spans("The service ends on December 1"),
            speakers=("a1",),
            confidence=0.9,
            rule="said-after",
        ),
    )
    actions = (
        Action(
            id="e1",
            type="Ban",
            plover="COERCE",
            lemma="ban",
            trigger=t.spans("banned"),
            agents=("a1",),
            agent_spans=t.spans("The Telecom Board"),
            patients=("a2",),
            patient_spans=t.spans("Blimp"),
            date="2015-W30",
            date_span=t.span("on Monday"),
            confidence=0.9,
            rule="ban",
        ),
        Action(
            id="e2",
            type="ShutDown",
            plover="COERCE",
            lemma="end",
            trigger=t.spans("ends"),
            agents=(),
            patients=("a5",),
            patient_spans=t.spans("The service"),
            within="s2",
            modality="planned",
            date="2015-12-01",
            date_span=t.span("on December 1"),
            confidence=0.9,
            rule="end",
        ),
    )
    return t, Analysis(
        article=t.article, actors=actors, statements=statements, actions=actions, sentences=t.sentences()
    )


def story() -> Story:
    """Two articles, resolved: a reprint cut short, a disagreement, judgements of a rule and of a person."""
    one, first = _one()
    two, second = _two()

    def actor(name: str, kind: Any, *refs: Ref, named: bool = True, **values: Any) -> StoryActor:
        where = ids.named(BASE, "actor", name, one.iri)
        return StoryActor(iri=where, name=name, type=kind, named=named, refs=refs, **values)

    def r(article: Text, local: str) -> Ref:
        return Ref(article.id, local)

    old = ids.named(BASE, "actor", "Telecom Board", two.iri, "0")
    board = actor(
        "Telecom Board",
        "RegulatoryAgency",
        r(one, "a1"),
        r(two, "a1"),
        alt_names=("TB", "the Board"),
        acronyms=("TB",),
        replaces=(old,),
        same_as=("http://www.wikidata.org/entity/Q1",),
    )
    blimp = actor("Blimp", "Company", r(one, "a2"), r(two, "a2"))
    service = actor("its service", "Product", r(one, "a3"), r(two, "a5"), named=False)
    omar = actor("Omar Sadiq", "Person", r(one, "a4"), r(two, "a3"))
    star = actor("Daily Star", "Outlet", r(one, "a5"), r(two, "a4"))
    official = actor("A senior official", "Person", r(one, "a6"), named=False, possibly_same=(omar.iri,))
    keys = actor("its keys", "Thing", r(one, "a7"), named=False)
    both = actor("The two", "Group", r(one, "a8"), named=False, members=(board.iri, blimp.iri))

    said = StoryStatement(
        iri=ids.named(BASE, "statement", "The ban is due to security concerns"),
        kind="speech",
        mode="direct",
        stance="neutral",
        speakers=(omar.iri,),
        on_behalf_of=(board.iri,),
        addressees=(star.iri,),
        outlets=(star.iri,),
        about=(blimp.iri,),
        refs=(r(one, "s1"), r(two, "s1")),
        variants=(
            Variant(left=r(one, "s1"), right=r(two, "s1"), relation="shortened", changes=(("— nothing else", ""),)),
        ),
    )
    denial = StoryStatement(
        iri=ids.named(BASE, "statement", "had not asked"),
        kind="speech",
        mode="indirect",
        stance="denial",
        speakers=(official.iri,),
        about=(board.iri,),
        refs=(r(one, "s2"),),
    )
    ends = StoryStatement(
        iri=ids.named(BASE, "statement", "The service ends"),
        kind="speech",
        mode="indirect",
        stance="neutral",
        speakers=(board.iri,),
        refs=(r(two, "s2"),),
    )
    order = StoryAction(
        iri=ids.named(BASE, "action", "has ordered"),
        type="Order",
        plover="COERCE",
        label="has ordered",
        agents=(board.iri,),
        patients=(blimp.iri,),
        asserted=True,
        refs=(r(one, "e1"),),
    )
    closing = StoryAction(
        iri=ids.named(BASE, "action", "close"),
        type="ShutDown",
        plover="COERCE",
        label="close",
        asserted=False,
        refs=(r(one, "e2"), r(two, "e2")),
    )
    refusal = StoryAction(
        iri=ids.named(BASE, "action", "refused"),
        type="Refuse",
        plover="REJECT",
        label="refused",
        agents=(blimp.iri,),
        patients=(keys.iri,),
        asserted=True,
        refs=(r(one, "e3"),),
    )
    asking = StoryAction(
        iri=ids.named(BASE, "action", "asked"),
        type="Request",
        plover="REQUEST",
        label="asked",
        asserted=False,
        refs=(r(one, "e4"),),
    )
    ban = StoryAction(
        iri=ids.named(BASE, "action", "banned"),
        type="Ban",
        plover="COERCE",
        label="banned",
        agents=(board.iri,),
        patients=(blimp.iri,),
        dates=("2015-W30",),
        asserted=True,
        refs=(r(two, "e1"),),
    )
    judgements = (
        Judgement(
            iri=ids.named(BASE, "judgement", "", "1"),
            subject="actor",
            left=r(one, "a1"),
            right=r(two, "a1"),
            decision="same",
            score=0.97,
            features=(Feature("name", 1.0, "Both are called Telecom Board."),),
            by="same-name",
        ),
        Judgement(
            iri=ids.named(BASE, "judgement", "", "3"),
            subject="actor",
            left=r(one, "a6"),
            right=r(two, "a3"),
            decision="possibly_same",
            score=0.1,
            features=(Feature("role", 0.1, "Both speak for the Board."),),
            by="same-role",
        ),
        Judgement(
            iri=ids.named(BASE, "judgement", "", "2"),
            subject="statement",
            left=r(one, "s1"),
            right=r(two, "s1"),
            decision="same",
            score=0.8,
            features=(
                Feature("words", 0.8, "The shorter stands in the longer."),
                Feature("speaker", 1.0, "One speaker."),
            ),
            by="Dana Whitlock",
            person=True,
        ),
    )
    dates = Disagreement(
        iri=ids.named(BASE, "disagreement", "", closing.iri, "date"),
        about=closing.iri,
        aspect="date",
        positions=(Position("2015-12-01", (r(two, "e2"),)), Position("2015-11-30", (r(one, "e2"),))),
    )
    deadline = replace(dates, iri=ids.named(BASE, "disagreement", "", service.iri, "date"), about=service.iri)
    actors = (board, blimp, service, omar, star, official, keys, both)
    actions, statements = (order, closing, refusal, asking, ban), (said, denial, ends)
    homes = {ref: item.iri for item in (*actors, *actions, *statements) for ref in item.refs}
    return Story(
        base=BASE,
        analyses=(with_iris(first, homes), with_iris(second, homes)),
        actors=actors,
        actions=actions,
        statements=statements,
        judgements=judgements,
        disagreements=(dates, deadline),
    )


def with_iris(analysis: Analysis, homes: dict[Ref, str]) -> Analysis:
    """The analysis with the identifiers that resolution gave."""

    def named(values: Any) -> Any:
        return tuple(replace(item, iri=homes[Ref(analysis.article.id, item.id)]) for item in values)

    return replace(
        analysis,
        actors=named(analysis.actors),
        statements=named(analysis.statements),
        actions=named(analysis.actions),
    )


def shuffled(value: Story) -> Story:
    """The same story with its parts in reverse order."""
    return Story(
        base=value.base,
        analyses=value.analyses,
        **{
            name: tuple(reversed(getattr(value, name)))
            for name in ("actors", "actions", "statements", "judgements", "disagreements")
        },
    )


def rebased(value: Any, base: str) -> Any:
    """A value with every instance IRI moved to another base; digests stay those of the default base."""
    if isinstance(value, str):
        return value.replace(BASE, base)
    if isinstance(value, tuple):
        return tuple(rebased(item, base) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: rebased(getattr(value, item.name), base) for item in fields(value)})
    return value


ODD = (
    "".join(map(chr, range(33)))
    + "\x7f\x85\u200e\u200f\u202e\u2066\u2028\ufeff\ufffe\uffff\ud800😀\U0010ffff\"'\\`${}<>|^"
)


def odd_story(words: str) -> Story:
    """An article that is called, printed and about `words`."""
    text = f"He {words} it."
    article = Article(
        id=words, text=text, sha256=ids.text_sha256(words), source=words, title=words, publisher=words, url=words
    )
    iri = ids.named(ids.DEFAULT_BASE, "actor", words)
    actor = Actor(id="a", iri=iri, name=words, type="Thing", named=True, mentions=(Mention(0, len(text), "name"),))
    known = StoryActor(iri=iri, name=words, alt_names=("x",), type="Thing", named=True, refs=(Ref(words, "a"),))
    return Story(base=ids.DEFAULT_BASE, analyses=(Analysis(article=article, actors=(actor,)),), actors=(known,))
