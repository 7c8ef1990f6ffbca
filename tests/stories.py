"""Stories made by hand: two articles with everything that the graph can hold, the seeds, odd ones and large ones.

All are put together by `join` out of analyses that `resolution` writes; what a story says beyond its articles (other
names, variants, judgements) is given beside them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from onrecord import ids
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Article,
    Course,
    Disagreement,
    Feature,
    Judgement,
    Juxtaposition,
    Mention,
    Passage,
    Place,
    Position,
    Ref,
    Span,
    Statement,
    Step,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
    Thread,
    TimeExpression,
    Variant,
)
from onrecord.shelf import Shelf
from onrecord.story.index import build_index
from onrecord.story.origins import with_origins
from onrecord.story.reuse import find_reuse
from resolution import action, actor, analysis, span, statement

BASE = ids.DEFAULT_BASE
HERE = Path(__file__).resolve().parent
More = Mapping[str, Mapping[str, Any]]
"""Fields of a story's nodes that its analyses do not tell, by IRI."""


def join(analyses: Sequence[Analysis], more: More | None = None, **values: Any) -> Story:
    """A story out of analyses whose things have IRIs: those of one IRI are one. `values` are other fields of it."""
    told: dict[str, list[tuple[Ref, Any]]] = {}
    homes: dict[tuple[str, str], str] = {}
    for item in analyses:
        things: tuple[Actor | Statement | Action, ...] = (*item.actors, *item.statements, *item.actions)
        for one in things:
            assert one.iri is not None  # what is joined here is resolved
            homes[item.article.id, one.id] = one.iri
            if not isinstance(one, Actor) or one.mentions:
                told.setdefault(one.iri, []).append((Ref(item.article.id, one.id), one))
    nodes: dict[type, list[Any]] = {StoryActor: [], StoryStatement: [], StoryAction: []}
    for iri, refs in sorted(told.items()):
        node = structs.replace(_node(iri, refs, homes), **(more or {}).get(iri, {}))
        nodes[type(node)].append(node)
    fields_ = {"disagreements": _dates(nodes[StoryAction], told), **values}
    return Story(
        base=BASE,
        analyses=tuple(analyses),
        actors=tuple(nodes[StoryActor]),
        statements=tuple(nodes[StoryStatement]),
        actions=tuple(nodes[StoryAction]),
        **fields_,
    )


def _node(
    iri: str, told: list[tuple[Ref, Any]], homes: Mapping[tuple[str, str], str]
) -> StoryActor | StoryStatement | StoryAction:
    def known(name: str, among: Iterable[tuple[Ref, Any]]) -> tuple[str, ...]:
        found = ((ref.article, getattr(one, name)) for ref, one in among)
        keys = (
            (article, key) for article, value in found for key in ((value,) if isinstance(value, str) else value or ())
        )
        return tuple(dict.fromkeys(homes[key] for key in keys))

    first, refs = told[0][1], tuple(ref for ref, _ in told)
    if isinstance(first, Actor):
        return StoryActor(
            iri=iri, name=first.name, type=first.type, named=first.named, refs=refs, members=known("members", told)
        )
    if isinstance(first, Statement):
        return StoryStatement(
            iri=iri,
            kind=first.kind,
            mode=first.mode,
            stance=first.stance,
            speakers=known("speakers", told),
            on_behalf_of=known("on_behalf_of", told),
            addressees=known("addressee", told),
            outlets=known("outlet", told),
            about=known("about", told),
            refs=refs,
        )
    own = [
        (ref, one)
        for ref, one in told
        if one.within is None and one.polarity == "positive" and one.modality == "asserted"
    ]
    return StoryAction(
        iri=iri,
        type=first.type,
        plover=first.plover,
        label=first.lemma,
        agents=known("agents", own),
        patients=known("patients", own),
        dates=tuple(dict.fromkeys(one.date for _, one in own if one.date)),
        asserted=bool(own),
        refs=refs,
    )


def _dates(actions: Iterable[StoryAction], told: Mapping[str, list[tuple[Ref, Any]]]) -> tuple[Disagreement, ...]:
    """The actions that are told of more than one date."""
    found = []
    for item in actions:
        dates: dict[str, list[Ref]] = {}
        for ref, one in told[item.iri]:
            if one.date:
                dates.setdefault(one.date, []).append(ref)
        if len(dates) > 1:
            positions = tuple(Position(date, tuple(refs)) for date, refs in sorted(dates.items()))
            iri = ids.named(BASE, "disagreement", "", item.iri, "date")
            found.append(Disagreement(iri=iri, about=item.iri, aspect="date", positions=positions))
    return tuple(found)


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


def _actor_iri(name: str) -> str:
    return ids.named(BASE, "actor", name, ids.article_iri(BASE, "one", ids.text_sha256(ONE)))


def _iri(kind: str, name: str) -> str:
    return ids.named(BASE, kind, name)


BOARD, BLIMP, SERVICE, OMAR, STAR, OFFICIAL, KEYS, BOTH = (
    _actor_iri(name)
    for name in (
        "Telecom Board", "Blimp", "its service", "Omar Sadiq", "Daily Star", "A senior official", "its keys", "The two",
    )
)  # fmt: skip
BANNED, ENDS, CLOSE = (
    _iri("statement", "The ban is due to security concerns"),
    _iri("statement", "The service ends"),
    _iri("action", "close"),
)


def _one() -> Analysis:
    found = analysis(
        "one",
        ONE,
        actor(
            ONE, "a1", "Telecom Board", "RegulatoryAgency", "the Board", "TB#2",
            iri=BOARD, words="The Telecom Board (TB)",
        ),
        actor(ONE, "a2", "Blimp", "Company", "Blimp#2", "its#2", iri=BLIMP, words="Blimp, a messaging firm"),
        actor(ONE, "a3", "its service", "Product", named=False, iri=SERVICE),
        actor(ONE, "a4", "Omar Sadiq", "Person", iri=OMAR, words="Omar Sadiq, a spokesman for the Board"),
        actor(ONE, "a5", "Daily Star", "Outlet", iri=STAR, words="the Daily Star"),
        actor(ONE, "a6", "A senior official", "Person", named=False, iri=OFFICIAL),
        actor(ONE, "a7", "its keys", "Thing", named=False, iri=KEYS),
        actor(ONE, "a8", "The two", "Group", named=False, iri=BOTH, members=("a1", "a2")),
        statement(
            ONE, "s1", "“The ban is due to security concerns — nothing else,”",
            iri=BANNED, source="Omar Sadiq, a spokesman for the Board", cue="told", speakers=("a4",),
            on_behalf_of=("a1",), addressee="a5", about=("a2",), confidence=0.95, rule="direct-told",
        ),
        statement(
            ONE, "s2", "that TB had not asked for them",
            iri=_iri("statement", "had not asked"), mode="indirect", stance="denial", source="A senior official",
            cue="said", speakers=("a6",), about=("a1",), confidence=0.9, rule="said-that",
        ),
        action(
            ONE, "e1", "has ordered",
            iri=_iri("action", "has ordered"), type="Order", plover="COERCE", lemma="order", agents=("a1",),
            agent_spans="The Telecom Board (TB)", patients=("a2",), patient_spans="Blimp, a messaging firm",
            confidence=0.9, rule="order",
        ),
        action(
            ONE, "e2", "close#2",
            iri=CLOSE, type="ShutDown", plover="COERCE", lemma="close", agents=("a2",), patients=("a3",),
            patient_spans="its service", modality="ordered", under="e1", date="2015-11-30", date_span="by Nov. 30",
            confidence=0.8, rule="close",
        ),
        action(
            ONE, "e3", "refused",
            iri=_iri("action", "refused"), type="Refuse", plover="REJECT", lemma="refuse", agents=("a2",),
            agent_spans="Blimp#2", patients=("a7",), patient_spans="its keys", confidence=0.9, rule="refuse",
        ),
        action(
            ONE, "e4", "asked",
            iri=_iri("action", "asked"), type="Request", plover="REQUEST", lemma="ask", agents=("a1",),
            agent_spans="TB#2", polarity="negative", within="s2", confidence=0.7, rule="ask",
        ),
        source="news/one.txt",
        title="Regulator closes messaging service",
        publisher="The Morning Post",
        authors=("Dana Whitlock",),
        published="2015-07-27",
        published_basis="metadata",
        url="https://news.example/one?a=1&b=2",
    )  # fmt: skip
    by = span(ONE, "Nov. 30")
    return structs.replace(
        found,
        passages=(
            Passage(*span(ONE, "Regulator closes messaging service"), "headline"),
            Passage(*span(ONE, "By Dana Whitlock"), "byline"),
            Passage(span(ONE, "The Telecom")[0], span(ONE, "meet again.")[1], "body"),
            Passage(*span(ONE, "Follow us on Chirper 😀"), "furniture"),
        ),
        dates=(TimeExpression(start=by[0], end=by[1], type="DATE", value="2015-11-30"),),
        model="en_core_web_sm 3.8.0",
    )


def _two() -> Analysis:
    return analysis(
        "two/../odd id",
        TWO,
        actor(
            TWO, "a1", "Telecom Board", "RegulatoryAgency", "its", "the Board", iri=BOARD, words="The Telecom Board"
        ),
        actor(TWO, "a2", "Blimp", "Company", iri=BLIMP),
        actor(TWO, "a3", "Omar Sadiq", "Person", iri=OMAR, words="its spokesman Omar Sadiq"),
        actor(TWO, "a4", "Daily Star", "Outlet", iri=STAR, words="the Daily Star"),
        actor(TWO, "a5", "The service", "Product", named=False, iri=SERVICE),
        statement(
            TWO, "s1", "“The ban is due to security concerns,”",
            iri=BANNED, source="its spokesman Omar Sadiq", cue="was quoted|as saying", speakers=("a3",),
            on_behalf_of=("a1",), outlet="a4", about=("a2",), confidence=0.95, rule="direct-quoted",
        ),
        statement(
            TWO, "s2", "The service ends on December 1",
            iri=ENDS, mode="indirect", source="the Board", cue="said", speakers=("a1",), confidence=0.9,
            rule="said-after",
        ),
        action(
            TWO, "e1", "banned",
            iri=_iri("action", "banned"), type="Ban", plover="COERCE", lemma="ban", agents=("a1",),
            agent_spans="The Telecom Board", patients=("a2",), patient_spans="Blimp", date="2015-W30",
            date_span="on Monday", confidence=0.9, rule="ban",
        ),
        action(
            TWO, "e2", "ends",
            iri=CLOSE, type="ShutDown", plover="COERCE", lemma="end", patients=("a5",), patient_spans="The service",
            within="s2", modality="planned", date="2015-12-01", date_span="on December 1", confidence=0.9, rule="end",
        ),
        source="news/two/../odd id.txt",
        publisher="Evening Echo",
        published_note="No date is printed.",
    )  # fmt: skip


def story() -> Story:
    """Two articles, resolved: a reprint cut short, a disagreement, judgements of a rule and of a person."""
    one, two = _one(), _two()

    def first(local: str) -> Ref:
        return Ref(one.article.id, local)

    def second(local: str) -> Ref:
        return Ref(two.article.id, local)

    two_iri = ids.article_iri(BASE, two.article.id, two.article.sha256)
    shortened = Variant(left=first("s1"), right=second("s1"), relation="shortened", changes=(("— nothing else", ""),))
    dates = Disagreement(
        iri=ids.named(BASE, "disagreement", "", CLOSE, "date"),
        about=CLOSE,
        aspect="date",
        positions=(Position("2015-12-01", (second("e2"),)), Position("2015-11-30", (first("e2"),))),
    )
    made = join(
        (one, two),
        {
            BOARD: {
                "alt_names": ("TB", "the Board"),
                "acronyms": ("TB",),
                "replaces": (ids.named(BASE, "actor", "Telecom Board", two_iri, "0"),),
                "same_as": ("http://www.wikidata.org/entity/Q1",),
            },
            OFFICIAL: {"possibly_same": (OMAR,)},
            BANNED: {"variants": (shortened,)},
            **{_iri("action", words): {"label": words} for words in ("has ordered", "refused", "asked", "banned")},
        },
        judgements=(
            Judgement(
                iri=ids.named(BASE, "judgement", "", "1"),
                subject="actor",
                left=first("a1"),
                right=second("a1"),
                decision="same",
                score=0.97,
                features=(Feature("name", 1.0, "Both are called Telecom Board."),),
                by="same-name",
            ),
            Judgement(
                iri=ids.named(BASE, "judgement", "", "3"),
                subject="actor",
                left=first("a6"),
                right=second("a3"),
                decision="possibly_same",
                score=0.1,
                features=(Feature("role", 0.1, "Both speak for the Board."),),
                by="same-role",
            ),
            Judgement(
                iri=ids.named(BASE, "judgement", "", "2"),
                subject="statement",
                left=first("s1"),
                right=second("s1"),
                decision="same",
                score=0.8,
                features=(
                    Feature("words", 0.8, "The shorter stands in the longer."),
                    Feature("speaker", 1.0, "One speaker."),
                ),
                by="Dana Whitlock",
                person=True,
            ),
        ),
        disagreements=(
            dates,
            structs.replace(dates, iri=ids.named(BASE, "disagreement", "", SERVICE, "date"), about=SERVICE),
        ),
        side_by_side=(_beside(one, two),),
        courses=tuple(_course(about, first, second) for about in (BLIMP, SERVICE)),
        threads=tuple(_thread(*pair, first, second) for pair in ((BOARD, BLIMP), (OMAR, SERVICE))),
    )
    group = {item.article.id: 0 for item in made.analyses}
    return with_origins(made, build_index(made), group, find_reuse(made.analyses))


def _beside(*analyses: Analysis) -> Juxtaposition:
    """The first sentences of both articles."""
    one, two = ((Place(item.article.id, *item.sentences[0]),) for item in analyses)
    return Juxtaposition(iri=_iri("juxtaposition", "service"), label="service", sides=(one, two))


def _course(about: str, first: Callable[[str], Ref], second: Callable[[str], Ref]) -> Course:
    """It is ordered to close; that it should end is planned and met by the ban, as the other article tells."""
    told = "2015-07-27"
    return Course(
        iri=_iri("course", about),
        about=about,
        label="What became of it",
        steps=(
            Step(event=_iri("action", "has ordered"), refs=(first("e1"),), told=told, stage="ordered"),
            Step(event=_iri("action", "banned"), refs=(second("e1"),), dates=("2015-W30",), stage="took_effect"),
            Step(
                event=CLOSE, refs=(first("e2"), second("e2")), dates=("2015-11-30", "2015-12-01"), told=told,
                stage="took_effect", foreseen=True, met_by=1,
            ),
        ),
    )  # fmt: skip


def _thread(speaker: str, about: str, first: Callable[[str], Ref], second: Callable[[str], Ref]) -> Thread:
    return Thread(
        iri=_iri("thread", f"{speaker} {about}"),
        speaker=speaker,
        about=about,
        label="What one said about the other",
        steps=(
            Step(event=BANNED, refs=(first("s1"), second("s1")), told="2015-07-27"),
            Step(event=ENDS, refs=(second("s2"),)),
        ),
    )


def shuffled(value: Story) -> Story:
    """The same story with its parts in reverse order."""
    return Story(
        base=value.base,
        analyses=value.analyses,
        **{
            name: tuple(reversed(getattr(value, name)))
            for name in (
                "actors",
                "actions",
                "statements",
                "judgements",
                "disagreements",
                "side_by_side",
                "origins",
                "reliances",
                "courses",
                "threads",
            )
        },
    )


def rebased(value: Any, base: str) -> Any:
    """A value with every instance IRI moved to another base; digests stay those of the default base."""
    if isinstance(value, str):
        return value.replace(BASE, base)
    if isinstance(value, tuple | Shelf):
        return tuple(rebased(item, base) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: rebased(getattr(value, item.name), base) for item in fields(value)})
    if isinstance(value, Struct):
        moved = {name: rebased(getattr(value, name), base) for name in value.__struct_fields__}
        return structs.replace(value, **moved)
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
    iri = _iri("actor", words)
    whole = Actor(id="a", iri=iri, name=words, type="Thing", named=True, mentions=(Mention(0, len(text), "name"),))
    return join((Analysis(article=article, actors=(whole,)),), {iri: {"alt_names": ("x",)}})


SEEDS = HERE.parent / "seeds"
MARKED = tomllib.loads((HERE / "cases" / "seeds.toml").read_text(encoding="utf-8"))


def passages(text: str) -> tuple[Passage, ...]:
    """The paragraphs of `text`, a short first one as its headline."""
    found = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return tuple(Passage(a, b, "headline" if n == 0 and b - a < 90 else "body") for n, (a, b) in enumerate(found))


def seeds_story() -> Story:
    """The five seeds, marked by hand."""
    analyses = []
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        text = path.read_text(encoding="utf-8")
        items = (*_seed_actors(text), *_seed_statements(number, text), *_seed_actions(number, text))
        given = MARKED["article"][number]
        basis = "text" if "published" in given else "unknown"
        found = analysis(path.stem, text, *items, source=f"seeds/{path.name}", published_basis=basis, **given)
        analyses.append(structs.replace(found, passages=passages(text)))
    names = {_iri("actor", item["name"]): {"alt_names": tuple(item.get("also", ()))} for item in MARKED["actor"]}
    return join(analyses, names)


def _seed_actors(text: str) -> Iterator[Actor]:
    taken: list[Span] = []
    for item in MARKED["actor"]:
        forms = sorted((item["name"], *item.get("also", ())), key=len, reverse=True)
        pattern = "|".join(rf"\b{re.escape(form)}\b" for form in forms)
        spans = [m.span() for m in re.finditer(pattern, text)]
        spans = [one for one in spans if not any(a <= one[0] and one[1] <= b for a, b in taken)]
        taken += spans
        yield Actor(
            id=item["id"],
            iri=_iri("actor", item["name"]),
            name=item["name"],
            type=item["type"],
            named=item.get("named", True),
            mentions=tuple(Mention(a, b, "name" if text[a:b] == item["name"] else "short") for a, b in spans),
        )


def _seed_statements(number: int, text: str) -> Iterator[Statement]:
    """Statements whose source stands before the content if it is near, else behind it."""
    for item in MARKED["statement"]:
        values = {
            "mode": item["mode"],
            "addressee": item.get("addressee"),
            "outlet": item.get("outlet"),
            **{name: tuple(item.get(name, ())) for name in ("speakers", "on_behalf_of", "about")},
        }
        for one in item["printings"]:
            if one["article"] == number:
                start = text.index(one["begins"])
                content = text[start : text.index(one["ends"], start) + len(one["ends"])]
                near = text.rfind(one["source"], 0, start + 1)
                at = near if near >= 0 and start - near < 200 else text.find(one["source"], start + len(content))
                at = at if at >= 0 else text.index(one["source"])
                source, cue = span(text, one["source"], at), span(text, one["cue"], at)
                yield statement(
                    text, item["id"], content,
                    iri=_iri("statement", item["id"]), source=(source,), cue=(cue,), confidence=0.9, **values,
                )  # fmt: skip


def _seed_actions(number: int, text: str) -> Iterator[Action]:
    for item in MARKED["action"]:
        values = {name: tuple(item.get(name, ())) for name in ("agents", "patients")}
        for n, one in enumerate(item["reports"]):
            if one["article"] == number:
                start = text.index(one["around"]) + one["around"].index(one["trigger"])
                told = {name: one[name] for name in ("modality", "polarity", "within", "date") if name in one}
                yield action(
                    text, f"{item['id']}{n}", one["trigger"],
                    start=start, iri=_iri("action", item["id"]), type=item["type"], plover=item.get("plover"),
                    confidence=0.8, **values, **told,
                )  # fmt: skip


def large_story(nodes: int) -> Story:
    """A story of about `nodes` nodes in articles of their own circles of actors, with a few known everywhere."""
    verbs = ["ordered", "banned", "met", "warned", "sued", "praised"]
    per_article = 12
    analyses = []
    for number in range(max(1, nodes // (per_article + 4))):
        names = [f"Actor {number}-{n}" for n in range(per_article)] + [f"Everybody {number % 5}"]
        lines = [
            (names[n], verbs[(n + number) % len(verbs)], names[(n * 5 + 3) % len(names)]) for n in range(per_article)
        ]
        quotes = [f"“We will see what comes of {names[n]},” said {names[n + 1]}." for n in range(4)]
        text = "\n".join([*(f"{' '.join(line)}." for line in lines), *quotes])
        analyses.append(_large(number, text, names, lines))
    return join(analyses)


def _large(number: int, text: str, names: Sequence[str], lines: Sequence[tuple[str, str, str]]) -> Analysis:
    kinds: list[Any] = ["Person", "Company", "State", "Ministry", "Outlet", "CivilSocietyOrganization"]
    key = f"large{number:04}"
    items: list[Actor | Action | Statement] = [
        Actor(
            id=name,
            iri=_iri("actor", name),
            name=name,
            type=kinds[n % len(kinds)],
            named=True,
            mentions=tuple(Mention(m.start(), m.end(), "name") for m in re.finditer(rf"{re.escape(name)}\b", text)),
        )
        for n, name in enumerate(names)
    ]
    for n, (agent, verb, patient) in enumerate(lines):
        if patient != agent:
            items.append(
                action(
                    text, f"e{n}", verb,
                    start=text.index(f"{agent} {verb}"), iri=_iri("action", f"{key} {n}"), type=verb.title(),
                    agents=(agent,), patients=(patient,),
                )
            )  # fmt: skip
    items += [
        statement(
            text, f"s{n}", f"“We will see what comes of {names[n]},”",
            iri=_iri("statement", f"{key} {n}"), speakers=(names[n + 1],), about=(names[n],),
        )
        for n in range(4)
    ]  # fmt: skip
    published = f"2015-{number % 12 + 1:02}-{number % 27 + 1:02}"
    found = analysis(key, text, *items, publisher=f"Outlet {number % 9}", published=published)
    return structs.replace(found, passages=passages(text), sentences=())
