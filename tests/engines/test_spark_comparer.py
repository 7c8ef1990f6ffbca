"""Candidates, comparisons and clusters made block by block and component by component are those made at once."""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import resolution
from onrecord.engines.spark_comparer import SparkComparer
from onrecord.resolve import resolve
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE

sys.path.insert(0, str(Path(__file__).parent))

from rows import Context

THERE = SparkComparer(Context(), worth=0)


def verdicts(chance: random.Random, count: int) -> list[Verdict]:
    found = []
    for _ in range(3 * count):
        left, right = sorted(chance.sample(range(count), 2))
        score = round(chance.uniform(-1, 1), 2)
        decision = "same" if score > 0.3 else "different"
        found.append(Verdict(left, right, decision, score, (), "rule", chance.random() < 0.05, chance.random() < 0.1))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_clusters_are_the_same(seed):
    chance = random.Random(seed)
    count = chance.choice([2, 5, 30, 90])
    given = verdicts(chance, count)
    assert THERE.partition(count, given) == HERE.partition(count, given)
    for facets in ((), [frozenset(chance.sample("abc", 2)) for _ in range(count)]):
        wanted = HERE.balanced(count, given, 0.2, facets, tolerated=0.3)
        assert THERE.balanced(count, given, 0.2, facets, tolerated=0.3) == wanted


def test_candidates_and_comparisons_are_the_same_and_in_order():
    chance = random.Random(17)
    keys = [{("word", chance.randrange(40)), ("name", chance.randrange(25))} for _ in range(300)]
    weights = {place: chance.randrange(5) for place in range(300)}
    pairs = HERE.candidates(keys, weights, 4)
    assert THERE.candidates(keys, weights, 4) == pairs

    def compare(one, two, left, right):
        return (left, right, len(one & two)) if left % 3 else None

    found = THERE.compared(compare, keys, pairs)
    assert found == list(HERE.compared(compare, keys, pairs))
    assert 0 < len(found) < len(pairs)


def test_a_long_chain_is_one_component():
    order = list(range(400))
    random.Random(3).shuffle(order)
    links = [*pairwise(order), (500, 501)]
    assert dict(THERE.components(links).collect()) == dict.fromkeys(range(400), 0) | {500: 500, 501: 500}


def test_a_story_is_the_same():
    texts = {
        f"a{number}": f"In Kenya, Lena Marek said that {who} had banned overtime at the Lowland Harbour Authority."
        for number, who in enumerate(("dockers", "the dockers", "the union", "dockers"))
    }
    told = [
        resolution.analysis(
            key,
            text,
            resolution.actor(text, "p", "Lena Marek", "Person"),
            resolution.actor(text, "h", "Lowland Harbour Authority", "RegulatoryAgency"),
            resolution.statement(text, "s1", text[text.index("that ") + 5 : -1], mode="indirect", cue="said",
                                 speakers=("p",)),
            resolution.action(text, "e1", "banned", lemma="ban"),
        )
        for key, text in texts.items()
    ]  # fmt: skip
    story = resolve(told, by=THERE)
    assert story == resolve(told)
    assert any(len(item.refs) == len(texts) for item in story.actors)
    assert story.judgements
