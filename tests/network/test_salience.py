"""What deserves the first lines."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Story, StoryAction, StoryStatement
from onrecord.network.lookup import build_lookup
from onrecord.network.salience import rate_salience
from stories import seeds_story


def ranked(story: Story) -> tuple[StoryAction, dict[str, float]]:
    """The action worth most, and what everything is worth."""
    found = rate_salience(story, build_lookup(story))
    return max(story.actions, key=lambda one: found[one.iri]), found


def test_the_first_line_is_told_by_several_of_named_actors_with_a_kind_of_its_own() -> None:
    story = seeds_story()
    first, _ = ranked(story)
    named = {actor.iri for actor in story.actors if actor.named}
    assert len({ref.article for ref in first.refs}) > 1
    assert first.type not in {"Act", "Say", "Decide"}
    assert set(first.agents) & named


def test_what_makes_a_line_worth_less() -> None:
    story = seeds_story()
    first, found = ranked(story)
    nobody = tuple(replace(actor, named=False) for actor in story.actors)
    worse: list[Story] = [
        replace(
            story,
            actions=tuple(replace(a, type="Act") if a == first else a for a in story.actions),
            analyses=tuple(
                replace(item, actions=tuple(replace(one, type="Act") for one in item.actions))
                for item in story.analyses
            ),
        ),
        replace(story, actions=tuple(replace(a, refs=a.refs[:1]) if a == first else a for a in story.actions)),
        replace(story, actors=nobody),
        replace(
            story,
            analyses=tuple(
                replace(item, actions=tuple(replace(one, confidence=0.1) for one in item.actions))
                for item in story.analyses
            ),
        ),
    ]
    for other in worse:
        assert rate_salience(other, build_lookup(other))[first.iri] < found[first.iri]


def test_a_quotation_of_a_named_speaker_goes_before_one_of_nobody() -> None:
    story = seeds_story()
    found = rate_salience(story, build_lookup(story))
    said: StoryStatement = next(one for one in story.statements if one.mode == "direct" and len(one.speakers) == 1)
    silent = replace(story, statements=tuple(replace(s, speakers=()) if s == said else s for s in story.statements))
    assert rate_salience(silent, build_lookup(silent))[said.iri] < found[said.iri]
