"""From the page to the next build: what a reader puts right beside the evidence is exported, and carried out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord import ids
from onrecord.model import Story
from onrecord.resolve import load_corrections, resolve
from stories import seeds_story

pytestmark = pytest.mark.browser
Visits = Callable[..., Any]
BASE = ids.DEFAULT_BASE


def iri(kind: str, name: str) -> str:
    return ids.named(BASE, kind, name).removeprefix(BASE)


def open_correction(tab: Any) -> None:
    tab.locator(".panel.open details.fix:not(.note):not([open]) summary").first.click()


def test_corrections_are_kept_undone_exported_and_carried_out(seeds_page: Path, visit: Visits, tmp_path: Path) -> None:
    seen = visit(seeds_page, f"#view=network&sel={iri('statement', 'pi-report')}")
    tab = seen.tab
    open_correction(tab)
    tab.click("[data-fix=reject] >> nth=0")
    assert "Not so" in tab.inner_text("#corrections")
    tab.evaluate(f"location.hash = 'view=network&sel={iri('action', 'demand')}'")
    tab.wait_for_selector(".panel h2.sentence")
    open_correction(tab)
    tab.select_option("[data-fix=kind] >> nth=0", "Ban")
    tab.keyboard.press("Control+z")
    assert tab.inner_text("#corrections strong") == "1 correction"
    tab.select_option(".panel [data-fix=patient] >> nth=0", label="BlackBerry Enterprise Services")
    tab.evaluate(f"location.hash = 'view=network&sel={iri('actor', 'Khurram Mehran')}'")
    tab.wait_for_selector(".panel h2:has-text('Khurram')")
    open_correction(tab)
    tab.fill("[data-fix=name]", "Khurram Ali Mehran")
    tab.press("[data-fix=name]", "Enter")
    tab.fill("#corrector", "Ada Example")
    tab.press("#corrector", "Enter")
    assert tab.inner_text("#corrections strong") == "3 corrections"
    tab.reload()
    tab.wait_for_selector("html[data-ready=true]")
    assert tab.inner_text("#corrections strong") == "3 corrections"
    with tab.expect_download() as waited:
        tab.click("#save-corrections")
    path = tmp_path / "corrections.toml"
    waited.value.save_as(path)
    assert seen.faults == []

    before = resolve(seeds_story().analyses, base=BASE)
    after = resolve(seeds_story().analyses, base=BASE, corrections=load_corrections(path))
    assert after.notes == before.notes == ()
    names = {actor.name for actor in after.actors}
    assert "Khurram Ali Mehran" in names
    left = [item for analysis in after.analyses for item in analysis.statements if item.id == "pi-report"]
    assert left == []
    assert not [
        item for one in after.analyses for item in one.actions if item.id.startswith("tap") and item.within is None
    ]
    demands = [item for one in after.analyses for item in one.actions if item.id.startswith("demand")]
    assert any(item.patients == ("bes",) for item in demands)
    assert {item.by for item in after.judgements if item.person} == {"Ada Example"}


def test_every_kind_of_correction_of_an_actor_is_carried_out(seeds_page: Path, visit: Visits, tmp_path: Path) -> None:
    tab = visit(seeds_page, "#view=network").tab

    def at(name: str) -> None:
        tab.evaluate(f"location.hash = 'view=network&sel={iri('actor', name)}'")
        tab.wait_for_selector(f".panel h2:has-text('{name}')")
        open_correction(tab)

    at("Privacy International")
    tab.select_option("[data-fix=type]", "Company")
    at("A senior official")
    tab.fill("[data-fix=merge]", "Nobody at all")
    tab.press("[data-fix=merge]", "Enter")
    assert "Nobody at all" in tab.inner_text(".toast")
    tab.fill("[data-fix=merge]", "Marty Beard")
    tab.press("[data-fix=merge]", "Enter")
    at("Inter-Services Intelligence")
    tab.select_option("[data-fix=split]", index=1)
    at("David Cameron")
    tab.click("[data-fix=no-actor]")
    assert tab.inner_text("#corrections strong") == "4 corrections"
    path = tmp_path / "corrections.toml"
    with tab.expect_download() as waited:
        tab.click("#save-corrections")
    waited.value.save_as(path)

    before = resolve(seeds_story().analyses, base=BASE)
    after = resolve(seeds_story().analyses, base=BASE, corrections=load_corrections(path))
    assert after.notes == before.notes == ()
    kinds = {actor.name: actor.type for actor in after.actors}
    assert kinds["Privacy International"] == "Company"
    assert spread(before) == {"Marty Beard": [5], "Inter-Services Intelligence": [5], "David Cameron": [5]}
    assert spread(after) == {
        "Marty Beard": [6],  # with the official of one article
        "Inter-Services Intelligence": [1, 4],
        "David Cameron": [4],  # no longer in the one that names him
    }


def test_somebody_else_did_it_or_said_it(seeds_page: Path, visit: Visits, tmp_path: Path) -> None:
    seen = visit(seeds_page, f"#view=network&sel={iri('statement', 'pi-report')}")
    tab = seen.tab
    count = "#corrections strong"
    open_correction(tab)
    tab.select_option(".panel [data-fix=speaker] >> nth=0", label="BlackBerry")
    assert tab.inner_text(count) == "1 correction"
    assert "Somebody else said it: BlackBerry" in tab.inner_text(".panel .corrected")
    tab.keyboard.press("Control+z")
    assert tab.locator(count).count() == 0
    tab.select_option(".panel [data-fix=speaker] >> nth=0", label="The Express Tribune")
    tab.evaluate(f"location.hash = 'view=network&sel={iri('action', 'demand')}'")
    tab.wait_for_selector(".panel h2.sentence")
    open_correction(tab)
    tab.select_option(".panel [data-fix=agent] >> nth=0", label="Marty Beard")
    tab.keyboard.press("Control+z")
    assert tab.inner_text(count) == "1 correction"
    tab.select_option(".panel [data-fix=agent] >> nth=0", label="BlackBerry Enterprise Services")
    assert tab.inner_text(count) == "2 corrections"
    path = tmp_path / "corrections.toml"
    with tab.expect_download() as waited:
        tab.click("#save-corrections")
    waited.value.save_as(path)
    assert seen.faults == []

    before = resolve(seeds_story().analyses, base=BASE)
    after = resolve(seeds_story().analyses, base=BASE, corrections=load_corrections(path))
    assert after.notes == before.notes == ()
    assert (speakers(before, "pi-report"), agents(before, "demand")) == (
        [["Privacy International"]],
        [["Pakistan Telecommunication Authority"], ["Pakistan Telecommunication Authority"]],
    )
    assert (speakers(after, "pi-report"), agents(after, "demand")) == (
        [["The Express Tribune"]],
        [
            ["BlackBerry Enterprise Services"],
            ["Pakistan Telecommunication Authority"],
        ],  # of one report, the other stays
    )


def speakers(story: Story, key: str) -> list[list[str]]:
    """Who says each statement whose id begins so, by the names of the story."""
    return sorted(
        named(story, one.article.id, item.speakers)
        for one in story.analyses
        for item in one.statements
        if item.id.startswith(key)
    )


def agents(story: Story, key: str) -> list[list[str]]:
    """Who does each deed whose id begins so, by the names of the story."""
    return sorted(
        named(story, one.article.id, item.agents)
        for one in story.analyses
        for item in one.actions
        if item.id.startswith(key)
    )


def named(story: Story, article: str, locals_: tuple[str, ...]) -> list[str]:
    names = {(ref.article, ref.local): actor.name for actor in story.actors for ref in actor.refs}
    return [names[article, local] for local in locals_]


def spread(story: Story) -> dict[str, list[int]]:
    """In how many articles three actors are, for each that bears the name."""
    names = ("Marty Beard", "Inter-Services Intelligence", "David Cameron")
    return {name: sorted(len(one.refs) for one in story.actors if one.name == name) for name in names}
