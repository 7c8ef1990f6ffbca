"""Stories made by hand: the five seeds as a careful reader would record them, and large ones for speed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord import ids
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Article,
    Disagreement,
    Mention,
    Passage,
    Position,
    Ref,
    Span,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
BASE = ids.DEFAULT_BASE

ACTORS: dict[str, tuple[str, Any, tuple[str, ...]]] = {
    "pk": ("Pakistan", "State", ("Pakistani government", "Pakistan government", "Pakistani Government")),
    "pta": (
        "Pakistan Telecommunication Authority",
        "RegulatoryAgency",
        ("Pakistan Telecommunications Authority", "PTA"),
    ),
    "interior": ("Ministry of Interior", "Ministry", ("interior ministry",)),
    "isi": ("Inter-Services Intelligence", "IntelligenceAgency", ("Inter Services Intelligence", "ISI")),
    "bb": ("BlackBerry", "Company", ("Blackberry",)),
    "bes": ("BlackBerry Enterprise Services", "Product", ("BES",)),
    "pi": ("Privacy International", "CivilSocietyOrganization", ()),
    "mehran": ("Khurram Mehran", "Person", ("Mehran",)),
    "beard": ("Marty Beard", "Person", ()),
    "wsj": ("The Wall Street Journal", "Outlet", ("WSJ",)),
    "tribune": ("The Express Tribune", "Outlet", ()),
    "guardian": ("The Guardian", "Outlet", ()),
    "operators": ("mobile operators", "Group", ("mobile service providers", "Mobile Service providers")),
    "cameron": ("David Cameron", "Person", ()),
    "spokeswoman": ("a BlackBerry spokeswoman", "Person", ("a spokeswoman",)),
    "official": ("A senior official", "Person", ("Another senior official", "the source")),
    "uae": ("United Arab Emirates", "State", ("UAE",)),
    "messaging": ("BlackBerry's messaging services", "Product", ()),
    "users": ("customers", "Group", ()),
}

# key, kind, PLOVER root, agents, patients, [(article, words around the trigger, trigger, modality, within, date)]
ACTIONS: list[tuple[str, str, Any, str, str, list[tuple[int, str, str, Any, str | None, str | None]]]] = [
    (
        "order",
        "Order",
        "COERCE",
        "pta",
        "operators",
        [
            (1, "Pakistan has ordered all mobile", "ordered", "asserted", None, None),
            (2, "Pakistan’s mobile operators ordered to shut", "ordered", "asserted", None, "2015-07-22"),
            (3, "informing them to block", "informing", "asserted", None, None),
        ],
    ),
    (
        "cease",
        "ShutDown",
        "COERCE",
        "operators",
        "bes",
        [
            (1, "to cease customer access", "cease", "ordered", None, "2015-11-30"),
            (2, "have to cease support", "cease", "ordered", None, "2015-11-30"),
        ],
    ),
    (
        "ban",
        "Ban",
        "COERCE",
        "interior",
        "bes",
        [(3, "decided to ban BlackBerry", "ban", "asserted", None, "2015-12-01")],
    ),
    (
        "lock",
        "ShutDown",
        "COERCE",
        "pta",
        "bes",
        [
            (4, "would lock down", "lock down", "planned", "said-lock", "2015-12-01"),
            (0, "ordered closed by the PTA", "closed", "asserted", "guardian-pta", "2015-11-30"),
        ],
    ),
    (
        "demand",
        "Demand",
        "REQUEST",
        "pta",
        "bb",
        [
            (4, "PTA demanded access", "demanded", "asserted", None, None),
            (4, "essentially demanding unfettered", "demanding", "asserted", "truth", None),
        ],
    ),
    (
        "negotiate",
        "Negotiate",
        "CONSULT",
        "bb",
        "pta",
        [(4, "Blackberry attempted to negotiate with", "negotiate", "attempted", None, None)],
    ),
    (
        "exit",
        "Withdraw",
        "RETREAT",
        "bb",
        "pk",
        [(4, "decided to exit the Pakistani", "exit", "asserted", None, "2015-11-30")],
    ),
    (
        "comply",
        "Refuse",
        "REJECT",
        "bb",
        "pk",
        [(4, "BlackBerry will not comply", "not comply", "asserted", "truth", None)],
    ),
    (
        "tap",
        "Surveil",
        "COERCE",
        "isi",
        "users",
        [
            (3, "is already tapping over", "tapping", "asserted", "pi-claims", None),
            (2, "would tap all internet", "tap", "planned", "pi-report", None),
        ],
    ),
    ("release", "Publish", None, "pi", "", [(1, "released a report", "released", "asserted", None, "2015-07")]),
    (
        "consider",
        "Ban",
        "COERCE",
        "cameron",
        "messaging",
        [(0, "considered banning BlackBerry", "banning", "considered", "cameron-said", "2011")],
    ),
    (
        "threat",
        "Threaten",
        "THREATEN",
        "uae",
        "bb",
        [(1, "made the same threats in 2010", "threats", "asserted", None, "2010")],
    ),
    (
        "confirm",
        "Confirm",
        "AGREE",
        "bb",
        "bes",
        [(0, "has not officially confirmed the", "confirmed", "asserted-negative", None, None)],
    ),
    (
        "directive",
        "Order",
        "COERCE",
        "interior",
        "pta",
        [(2, "taken on the directives of", "directives", "asserted", "mehran-block", None)],
    ),
    (
        "announce",
        "Announce",
        None,
        "bb",
        "",
        [(4, "the company has announced that", "announced", "asserted", None, None)],
    ),
    (
        "notice",
        "Notify",
        None,
        "operators",
        "users",
        [(1, "expected to send a 90-day notice", "send", "planned", None, "2015-11-30")],
    ),
]

# key, speakers, on behalf of, addressee, outlet, about, mode, [(article, source, cue, content begins, content ends)]
STATEMENTS: list[tuple[str, str, str, str, str, str, Any, list[tuple[int, str, str, str, str]]]] = [
    (
        "mehran-block",
        "mehran",
        "pta",
        "tribune",
        "",
        "bes interior",
        "direct",
        [
            (
                2,
                "Khurram Mehran, a spokesperson from the Pakistan Telecommunication Authority (PTA)",
                "told",
                "“The decision to block",
                "due to security reasons,”",
            ),
            (3, "he", "claims", "The decision to block", "due to security reasons,"),
        ],
    ),
    (
        "mehran-challenge",
        "mehran",
        "pta",
        "tribune",
        "",
        "bes",
        "direct",
        [
            (1, "Khurram Mehran, a spokesperson of PTA", "told", '"There was a challenge', 'security reasons,"'),
            (3, "he", "explained", "There was a challenge", "security reasons,”"),
        ],
    ),
    (
        "wholesale",
        "spokeswoman",
        "bb",
        "wsj",
        "",
        "bes",
        "direct",
        [
            (1, "a BlackBerry spokeswoman", "told", '"While we recognize', 'BES servers,"'),
            (0, "a spokeswoman", "said", '"While we recognize', 'BES servers."'),
        ],
    ),
    (
        "truth",
        "beard",
        "bb",
        "",
        "",
        "pk bes",
        "direct",
        [(4, "BlackBerry COO Marty Beard", "said", "The truth is that", "compromise that principle.")],
    ),
    (
        "official-remain",
        "official",
        "pta",
        "",
        "wsj",
        "bb",
        "direct",
        [(2, "the source", "said", "“Remaining BB", "will continue,”")],
    ),
    (
        "official-wsj",
        "official",
        "pta",
        "wsj",
        "",
        "bes",
        "indirect",
        [
            (
                0,
                "A senior official at the Pakistan Telecommunication Authority (PTA)",
                "told",
                "that the government wanted",
                "security concerns",
            )
        ],
    ),
    (
        "pi-claims",
        "pi",
        "",
        "",
        "",
        "isi",
        "indirect",
        [(3, "a recent report by Privacy International", "claims", "that Pakistan is currently", "6,000 phones")],
    ),
    (
        "pi-report",
        "pi",
        "",
        "",
        "",
        "isi",
        "mixed",
        [
            (
                2,
                "A report dated July 21 from surveillance watchdog Privacy International",
                "claims",
                "that Pakistan’s Inter-Services",
                "monitoring capacities”",
            )
        ],
    ),
    (
        "said-lock",
        "pta",
        "",
        "",
        "",
        "bes",
        "indirect",
        [(4, "PTA", "said", "it would lock down", "for security reason")],
    ),
    (
        "guardian-pta",
        "guardian",
        "",
        "",
        "",
        "pta bes",
        "indirect",
        [(0, "The Guardian", "noted", "that a PTA spokesperson has", "security reasons")],
    ),
    (
        "cameron-said",
        "guardian",
        "",
        "",
        "",
        "cameron",
        "direct",
        [(0, "The Guardian", "recalled", '"Prime minister David', '2011 riots."')],
    ),
]

PUBLISHED = ["2015-07-27", "2015-07-27", "2015-07-27", None, "2015-11-30"]
PUBLISHERS = ["Latinos Post", None, "TechWeekEurope", None, None]


def span(text: str, begin: str, end: str | None = None) -> Span:
    """Where `begin` stands in `text`, up to the end of the next `end`; the test data is wrong if it does not."""
    start = text.index(begin)
    stop = text.index(end, start) + len(end) if end else start + len(begin)
    return start, stop


def passages(text: str) -> tuple[Passage, ...]:
    found = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return tuple(Passage(a, b, "headline" if n == 0 and b - a < 90 else "body") for n, (a, b) in enumerate(found))


def sentences(text: str) -> tuple[Span, ...]:
    ends = r"[^\n]+?(?:(?<!Nov)(?<!U\.K)[.?!][\"”’]?(?=\s+[A-Z“\"])|(?=\n)|$)"
    return tuple((m.start(), m.end()) for m in re.finditer(ends, text) if m.group().strip())


def _actors(text: str, article: str) -> tuple[Actor, ...]:
    taken: list[Span] = []
    found: list[Actor] = []
    for key, (name, kind, alternatives) in ACTORS.items():
        forms = sorted((name, *alternatives), key=len, reverse=True)
        pattern = "|".join(rf"\b{re.escape(form)}\b" for form in forms)
        spans = [m.span() for m in re.finditer(pattern, text)]
        spans = [s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in taken)]
        taken += spans
        named = kind != "Group" and key not in ("official", "spokeswoman")
        mentions = tuple(Mention(a, b, "name" if text[a:b] == name else "short") for a, b in spans)
        found.append(Actor(id=key, iri=_iri("actor", name), name=name, type=kind, named=named, mentions=mentions))
    return tuple(found)


def _iri(kind: str, name: str) -> str:
    return ids.named(BASE, kind, name)


def _split(keys: str) -> tuple[str, ...]:
    return tuple(keys.split())


def _statements(number: int, text: str) -> Iterable[Statement]:
    for key, speakers, behalf, addressee, outlet, about, mode, printings in STATEMENTS:
        for article, source, cue, begin, end in printings:
            if article == number:
                content = span(text, begin, end)
                near = text.rfind(source, 0, content[0] + 1)
                at = near if near >= 0 and content[0] - near < 200 else text.find(source, content[1])
                at = at if at >= 0 else text.index(source)
                said = text.find(cue, at)
                yield Statement(
                    id=key,
                    iri=_iri("statement", key),
                    mode=mode,
                    source=((at, at + len(source)),),
                    cue=((said, said + len(cue)),),
                    content=(content,),
                    speakers=_split(speakers),
                    on_behalf_of=_split(behalf),
                    addressee=addressee or None,
                    outlet=outlet or None,
                    about=_split(about),
                    confidence=0.9,
                    rule="by hand",
                )


def _actions(number: int, text: str) -> Iterable[Action]:
    for key, kind, plover, agents, patients, told in ACTIONS:
        for n, (article, around, trigger, modality, within, date) in enumerate(told):
            if article == number:
                start = text.index(around) + around.index(trigger)
                negative = modality.endswith("negative")
                yield Action(
                    id=f"{key}{n}",
                    iri=_iri("action", key),
                    type=kind,
                    plover=plover,
                    lemma=trigger,
                    trigger=((start, start + len(trigger)),),
                    agents=_split(agents),
                    patients=_split(patients),
                    polarity="negative" if negative else "positive",
                    modality=modality.removesuffix("-negative"),
                    date=date,
                    within=within,
                    confidence=0.8,
                    rule="by hand",
                )


def seeds_story() -> Story:
    """The five seeds, marked by hand."""
    analyses: list[Analysis] = []
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        text = path.read_text(encoding="utf-8")
        article = Article(
            id=path.stem,
            text=text,
            sha256=ids.text_sha256(text),
            source=f"seeds/{path.name}",
            published=PUBLISHED[number],
            publisher=PUBLISHERS[number],
            published_basis="text" if PUBLISHED[number] else "unknown",
        )
        analyses.append(
            Analysis(
                article=article,
                passages=passages(text),
                actors=_actors(text, path.stem),
                sentences=sentences(text),
                statements=tuple(_statements(number, text)),
                actions=tuple(_actions(number, text)),
            )
        )
    return join(analyses)


def join(analyses: list[Analysis]) -> Story:
    """A story out of analyses whose things carry their IRIs already."""
    actors: dict[str, list[tuple[Ref, Actor]]] = {}
    statements: dict[str, list[tuple[Ref, Statement]]] = {}
    actions: dict[str, list[tuple[Ref, Action]]] = {}
    groups: tuple[tuple[str, dict[str, Any]], ...] = (
        ("actors", actors),
        ("statements", statements),
        ("actions", actions),
    )
    for analysis in analyses:
        for name, group in groups:
            for item in getattr(analysis, name):
                if name != "actors" or item.mentions:
                    group.setdefault(item.iri, []).append((Ref(analysis.article.id, item.id), item))
    iri = {item.id: item.iri for analysis in analyses for item in analysis.actors}
    return Story(
        base=BASE,
        analyses=tuple(analyses),
        actors=tuple(_story_actor(*pair) for pair in sorted(actors.items())),
        actions=tuple(_story_action(key, told, iri) for key, told in sorted(actions.items())),
        statements=tuple(_story_statement(key, told, iri) for key, told in sorted(statements.items())),
        disagreements=_disagreements(actions),
    )


def _story_actor(iri: str, told: list[tuple[Ref, Actor]]) -> StoryActor:
    first = told[0][1]
    alternatives = ACTORS.get(first.id, ("", "", ()))[2]
    return StoryActor(
        iri=iri,
        name=first.name,
        alt_names=alternatives,
        type=first.type,
        named=first.named,
        refs=tuple(ref for ref, _ in told),
    )


def _story_action(key: str, told: list[tuple[Ref, Action]], iri: dict[str, str | None]) -> StoryAction:
    own = [a for _, a in told if a.within is None and a.polarity == "positive" and a.modality == "asserted"]
    first = told[0][1]
    agents = tuple(dict.fromkeys(str(iri[k]) for a in own for k in a.agents))
    patients = tuple(dict.fromkeys(str(iri[k]) for a in own for k in a.patients))
    return StoryAction(
        iri=key,
        type=first.type,
        plover=first.plover,
        label=first.lemma,
        agents=agents,
        patients=patients,
        dates=tuple(dict.fromkeys(a.date for a in own if a.date)),
        asserted=bool(own),
        refs=tuple(ref for ref, _ in told),
    )


def _story_statement(key: str, told: list[tuple[Ref, Statement]], iri: dict[str, str | None]) -> StoryStatement:
    def of(name: str) -> tuple[str, ...]:
        values = (getattr(s, name) for _, s in told)
        keys = (k for v in values if v for k in ((v,) if isinstance(v, str) else v))
        return tuple(dict.fromkeys(str(iri[k]) for k in keys))

    first = told[0][1]
    return StoryStatement(
        iri=key,
        kind=first.kind,
        mode=first.mode,
        stance=first.stance,
        speakers=of("speakers"),
        on_behalf_of=of("on_behalf_of"),
        addressees=of("addressee"),
        outlets=of("outlet"),
        about=of("about"),
        refs=tuple(ref for ref, _ in told),
    )


def _disagreements(actions: dict[str, list[tuple[Ref, Action]]]) -> tuple[Disagreement, ...]:
    found = []
    for key, told in sorted(actions.items()):
        dates: dict[str, list[Ref]] = {}
        for ref, action in told:
            if action.date:
                dates.setdefault(action.date, []).append(ref)
        if len(dates) > 1:
            positions = tuple(Position(date, tuple(refs)) for date, refs in sorted(dates.items()))
            found.append(Disagreement(iri=_iri("disagreement", key), about=key, aspect="date", positions=positions))
    return tuple(found)


def large_story(nodes: int) -> Story:
    """A story of about `nodes` nodes in articles of their own circles of actors, with a few known everywhere."""
    analyses = []
    verbs = ["ordered", "banned", "met", "warned", "sued", "praised"]
    kinds: list[Any] = ["Person", "Company", "State", "Ministry", "Outlet", "CivilSocietyOrganization"]
    per_article = 12
    for number in range(max(1, nodes // (per_article + 4))):
        names = [f"Actor {number}-{n}" for n in range(per_article)] + [f"Everybody {number % 5}"]
        lines, where, cursor = [], [], 0
        for n in range(per_article):
            line = f"{names[n]} {verbs[(n + number) % 6]} {names[(n * 5 + 3) % len(names)]}."
            where.append(cursor)
            lines.append(line)
            cursor += len(line) + 1
        quotes = [f"“We will see what comes of {names[n]},” said {names[n + 1]}." for n in range(4)]
        text = "\n".join(lines + quotes)
        article = Article(
            id=f"large{number:04}",
            text=text,
            sha256=ids.text_sha256(text),
            source=f"large{number}.txt",
            publisher=f"Outlet {number % 9}",
            published=f"2015-{number % 12 + 1:02}-{number % 27 + 1:02}",
        )
        analyses.append(_large(article, names, verbs, kinds, where, number))
    return join(analyses)


def _large(
    article: Article, names: list[str], verbs: list[str], kinds: list[Any], where: list[int], number: int
) -> Analysis:
    text = article.text
    actors = tuple(
        Actor(
            id=name,
            iri=_iri("actor", name),
            name=name,
            type=kinds[n % 6],
            named=True,
            mentions=tuple(Mention(m.start(), m.end(), "name") for m in re.finditer(rf"{re.escape(name)}\b", text)),
        )
        for n, name in enumerate(names)
    )
    actions = []
    for n, start in enumerate(where):
        verb = verbs[(n + number) % 6]
        at = text.index(verb, start)
        patient = names[(n * 5 + 3) % len(names)]
        if patient != names[n]:
            actions.append(
                Action(
                    id=f"e{n}",
                    iri=_iri("action", f"{article.id} {n}"),
                    type=verb.title(),
                    lemma=verb,
                    trigger=((at, at + len(verb)),),
                    agents=(names[n],),
                    patients=(patient,),
                    rule="made",
                )
            )
    said: list[Statement] = []
    for n in range(4):
        at = text.index("“We will see", where[-1] if not said else said[-1].content[0][1])
        end = text.index("”", at) + 1
        said.append(
            Statement(
                id=f"s{n}",
                iri=_iri("statement", f"{article.id} {n}"),
                mode="direct",
                source=(),
                cue=(),
                content=((at, end),),
                speakers=(names[n + 1],),
                about=(names[n],),
                rule="made",
            )
        )
    return Analysis(
        article=article, passages=passages(text), actors=actors, actions=tuple(actions), statements=tuple(said)
    )
