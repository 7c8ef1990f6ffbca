"""Clusters respect what speaks against them, and come out alike in any order of the verdicts."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Feature
from onrecord.resolve.clusters import Verdict, balanced, partition, promise, total
from onrecord.resolve.judgements import telling

EVIDENCE = (Feature("test", 0.5, "a test"),)
CONTRADICTION = (Feature("test", -1.0, "a test"),)


def same(left: int, right: int, score: float = 0.9, *, person: bool = False) -> Verdict:
    return Verdict(left, right, "same", score, EVIDENCE, "test", person)


def different(left: int, right: int, *, person: bool = False) -> Verdict:
    return Verdict(left, right, "different", -1.0, CONTRADICTION, "test", person, contradicted=True)


def test_verdicts_are_followed_across() -> None:
    assert partition(4, [same(0, 1), same(1, 2)]) == [[0, 1, 2], [3]]


def test_a_negative_verdict_keeps_whole_clusters_apart() -> None:
    assert partition(4, [same(0, 1, 1.0), same(2, 3, 1.0), same(1, 2, 0.9), different(0, 3)]) == [[0, 1], [2, 3]]


def test_the_surest_verdict_comes_first() -> None:
    assert partition(3, [same(0, 1, 0.86), same(1, 2, 0.99), different(0, 2)]) == [[0], [1, 2]]


def test_a_person_outweighs_the_rules() -> None:
    assert partition(2, [different(0, 1), same(0, 1, person=True)]) == [[0, 1]]
    assert partition(2, [same(0, 1, 1.0), different(0, 1, person=True)]) == [[0], [1]]
    assert balanced(2, [different(0, 1), same(0, 1, person=True)], 0.5) == [[0, 1]]
    assert balanced(2, [same(0, 1, 1.0), different(0, 1, person=True)], 0.5) == [[0], [1]]


def test_whoever_shares_no_facet_stays_apart_whatever_links_them() -> None:
    bridge = [same(0, 1), same(1, 2, 0.8)]
    hit, mow, kill = frozenset({"hit"}), frozenset({"hit", "kill"}), frozenset({"kill"})
    assert balanced(3, bridge, 0.5) == [[0, 1, 2]]
    assert balanced(3, bridge, 0.5, [hit, mow, kill]) == [[0, 1], [2]]


def test_one_contradiction_among_many_verdicts_may_be_tolerated() -> None:
    left, right = range(4), range(4, 8)
    inner = [same(one, two, 1.0) for side in (left, right) for one in side for two in side if one < two]
    between = [same(one, two, 0.7) for one in left for two in right if (one, two) != (0, 4)]
    assert len(balanced(8, [*inner, *between, different(0, 4)], 0.5)) == 2
    assert len(balanced(8, [*inner, *between, different(0, 4)], 0.5, tolerated=0.1)) == 1


def test_balanced_weighs_all_that_is_known_of_two_clusters() -> None:
    doubtful = [Verdict(0, 2, "different", -0.2, EVIDENCE, "test"), Verdict(1, 3, "different", -0.2, EVIDENCE, "test")]
    bridge = [same(0, 1), same(2, 3), same(1, 2, 0.55)]
    assert balanced(4, bridge, 0.5) == [[0, 1, 2, 3]]
    assert balanced(4, bridge + doubtful, 0.5) == [[0, 1], [2, 3]]


def test_balanced_never_joins_across_a_contradiction() -> None:
    bridge = [same(0, 1), same(1, 2), same(0, 3), same(3, 2), different(0, 2)]
    found = balanced(4, bridge, 0.5)
    assert not any({0, 2} <= set(group) for group in found)


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])
verdict_lists = st.lists(
    st.builds(
        lambda pair, score: same(*pair, score) if score >= 0.5 else Verdict(*pair, "different", score, EVIDENCE, "t"),
        pairs,
        st.sampled_from([-0.5, 0.1, 0.4, 0.6, 0.8, 1.0]),
    ),
    max_size=20,
    unique_by=lambda item: (item.left, item.right),
)


@settings(deadline=None)
@given(verdict_lists, st.randoms(use_true_random=False))
def test_the_order_of_verdicts_does_not_matter(verdicts: list[Verdict], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(verdicts)
    random.shuffle(shuffled)
    assert partition(8, verdicts) == partition(8, shuffled)
    assert balanced(8, verdicts, 0.5) == balanced(8, shuffled, 0.5)


@given(verdict_lists)
def test_no_cluster_holds_a_negative_verdict(verdicts: list[Verdict]) -> None:
    groups = partition(8, verdicts)
    assert sorted(item for group in groups for item in group) == list(range(8))
    foes = [(item.left, item.right) for item in verdicts if item.decision == "different"]
    assert not any({left, right} <= set(group) for left, right in foes for group in groups)


@given(verdict_lists)
def test_every_merge_is_explained_by_one_verdict_less_than_it_has_members(verdicts: list[Verdict]) -> None:
    groups = partition(8, verdicts)
    kept = telling(verdicts, groups, "action")
    merges = [item for item in kept if item.decision == "same"]
    assert len(merges) == sum(len(group) - 1 for group in groups)
    assert all(any({item.left, item.right} <= set(group) for group in groups) for item in merges)


def test_the_four_closest_refusals_of_a_cluster_are_kept() -> None:
    refused = [Verdict(0, other, "different", 0.4 + other / 100, EVIDENCE, "test") for other in range(1, 8)]
    kept = telling(refused, [[item] for item in range(8)], "action")
    assert [(item.left, item.right) for item in kept] == [(0, 4), (0, 5), (0, 6), (0, 7)]


@given(st.lists(st.sampled_from([-0.35, -0.1, 0.05, 0.1, 0.15, 0.3]), max_size=12), st.randoms(use_true_random=False))
def test_scores_add_up_alike_in_any_order(scores: list[float], random: Random) -> None:
    features = [Feature("test", score, "a test") for score in scores]
    shuffled = random.sample(features, len(features))
    assert (total(features), promise(features)) == (total(shuffled), promise(shuffled))


def test_tenths_add_up_to_the_whole() -> None:
    assert promise([Feature("test", 0.1, "a test")] * 10) == 1.0
