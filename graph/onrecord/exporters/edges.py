"""The network of a story as plain rows, from which all tabular and network formats are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.action_kinds import SAY
from onrecord.model import Action, Ref, Span, Story, StoryAction, StoryActor, StoryStatement
from onrecord.story.index import Index, build_index


@dataclass(frozen=True, slots=True)
class Edge:
    """One directed edge: an action by somebody on somebody, or a statement by somebody about somebody."""

    iri: str
    source: str
    target: str
    kind: str
    """The kind of the action; "Say" for a statement."""
    label: str
    asserted: bool
    date: str
    weight: int
    """Number of reports or printings."""
    articles: int
    article: str
    """Id of the article of the first account."""
    sentence: str


def nodes(story: Story) -> list[StoryActor]:
    """The actors and things of a story, by IRI."""
    return sorted(story.actors, key=lambda item: item.iri)


def edges_of(story: Story) -> Iterator[Edge]:
    """The edges of a story, by IRI. An edge links two actors only if a single report links them."""
    look = build_index(story)
    known = {item.iri for item in story.actors}
    told: tuple[StoryAction | StoryStatement, ...] = (*story.actions, *story.statements)
    events = sorted(told, key=lambda item: item.iri)
    for event in events:
        pairs = _roles(event, look) if isinstance(event, StoryAction) else _voices(event)
        for source, target in pairs:
            if source in known and target in known and source != target:
                yield _edge(event, source, target, look)


def _roles(action: StoryAction, look: Index) -> list[tuple[str, str]]:
    """Pairs of agent and patient: those of the story action, or of its first report if no article asserts it."""
    agents, patients = action.agents, action.patients
    if not action.asserted and action.refs:
        first = look.actions[action.refs[0]]
        agents = look.owners(action.refs[0].article, first.agents)
        patients = look.owners(action.refs[0].article, first.patients)
    return [(agent, patient) for agent in agents for patient in patients]


def _voices(said: StoryStatement) -> list[tuple[str, str]]:
    return [(speaker, subject) for speaker in said.speakers for subject in said.about]


def _edge(event: StoryAction | StoryStatement, source: str, target: str, look: Index) -> Edge:
    first = event.refs[0]
    return Edge(
        iri=event.iri,
        source=source,
        target=target,
        kind=event.type if isinstance(event, StoryAction) else SAY,
        label=event.label or sentence(look, first),
        asserted=event.asserted if isinstance(event, StoryAction) else True,
        date=next(iter(sorted(event.dates)), "") or _only_told(event, look),
        weight=len(event.refs),
        articles=len({ref.article for ref in event.refs}),
        article=first.article,
        sentence=sentence(look, first),
    )


def _only_told(event: StoryAction | StoryStatement, look: Index) -> str:
    """The first date in any report of an action that no article asserts; asserted actions have only asserted dates."""
    if isinstance(event, StoryAction) and event.asserted:
        return ""
    found = (look.actions[ref].date for ref in event.refs if ref in look.actions)
    return next((date for date in found if date), "")


def sentence(look: Index, ref: Ref) -> str:
    """The sentence that contains an account, on one line."""
    return look.words(ref.article, [look.sentence(ref.article, _place(look, ref)[0])])


def _place(look: Index, ref: Ref) -> Span:
    if ref in look.actions:
        account: Action = look.actions[ref]
        return account.trigger[0]
    said = look.statements[ref]
    return (said.cue or said.source or said.content)[0]
