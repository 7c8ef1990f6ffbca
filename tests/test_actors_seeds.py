"""The actors of the five articles in seeds/, with the real model."""

from __future__ import annotations

import pytest

from conftest import SEEDS
from onrecord.articles import read
from onrecord.pipeline import analyse

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def analyses(nlp):
    return [analyse(article, nlp) for article in read([str(SEEDS)])]


def kinds_of(analyses, name):
    return {actor.type for item in analyses for actor in item.actors if actor.name == name}


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Pakistan Telecommunication Authority", {"RegulatoryAgency"}),
        ("Inter-Services Intelligence", {"IntelligenceAgency"}),
        ("Ministry of Interior", {"Ministry"}),
        ("interior ministry", {"Ministry"}),
        ("BlackBerry", {"Company"}),
        ("BlackBerry Enterprise Services", {"Product"}),
        ("BlackBerry Internet Services", {"Product"}),
        ("Messenger", {"Product"}),
        ("Khurram Mehran", {"Person"}),
        ("Marty Beard", {"Person"}),
        ("David Cameron", {"Person"}),
        ("The Wall Street Journal", {"Outlet"}),
        ("The Guardian", {"Outlet"}),
        ("The Express Tribune", {"Outlet"}),
        ("Reuters", {"Outlet"}),
        ("Engadget", {"Outlet"}),
        ("TechWeekEurope", {"Outlet"}),
        ("Ufone", {"Company"}),
        ("Telenor Pakistan", {"Company"}),
        ("Pakistan", {"State"}),
        ("Saudi Arabia", {"State"}),
        ("India", {"State"}),
    ],
)
def test_names_and_kinds(analyses, name, kinds):
    assert kinds_of(analyses, name) == kinds


@pytest.mark.parametrize(
    ("article", "name", "mention"),
    [
        ("000", "the Pakistani government", "the Pakistani government"),
        ("000", "BlackBerry Enterprise Services", "BES"),
        ("000", "The Wall Street Journal", "WSJ"),
        ("000", "Reuters", "the news source"),
        ("001", "Pakistan Telecommunication Authority", "PTA"),
        ("001", "Khurram Mehran", "a spokesperson of PTA"),
        ("002", "BlackBerry", "the Canadian firm"),
        ("002", "The Wall Street Journal", "the paper"),
        ("002", "Khurram Mehran", "Mehran"),
        ("002", "Pakistan’s authorities", "Pakistan’s authorities"),
        ("003", "Ministry of Interior", "the interior ministry"),
        ("003", "Khurram Mehran", "he"),
        ("004", "Marty Beard", "BlackBerry COO"),
        ("004", "BlackBerry", "the company"),
    ],
)
def test_mentions(analyses, article, name, mention):
    analysis = next(item for item in analyses if item.article.id.startswith(article))
    actor = next(item for item in analysis.actors if item.name == name)
    assert mention in {analysis.article.text[item.start : item.end] for item in actor.mentions}


def test_the_three_operators_are_a_group(analyses):
    analysis = next(item for item in analyses if item.article.id.startswith("001"))
    names = {actor.id: actor.name for actor in analysis.actors}
    group = next(actor for actor in analysis.actors if actor.members)
    assert group.type == "Group"
    assert [names[item] for item in group.members] == ["Mobilisk", "Ufone", "Telenor Pakistan"]


def test_unnamed_sources_are_actors(analyses):
    unnamed = {actor.name for item in analyses for actor in item.actors if not actor.named}
    assert "A senior official at the Pakistan Telecommunication Authority" in unnamed
    assert "Officials at two of the country’s mobile operators" in unnamed
    assert {"insiders", "a BlackBerry spokeswoman", "Pakistani officials", "a PTA spokesperson"} <= unnamed


def test_furniture_yields_no_actor(analyses):
    names = {actor.name for item in analyses for actor in item.actors}
    assert not names & {"Facebook Tweet", "Reddit", "Flickr", "Desiree Salas", "StumbleUponShare"}
