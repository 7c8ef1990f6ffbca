"""Identifiers: pure, readable, and different wherever the content is."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord import ids

BASE = "https://example.org/id/"


def test_text_sha256_is_of_utf8() -> None:
    assert ids.text_sha256("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_slug_drops_accents_and_cuts_at_a_word() -> None:
    assert ids.slug("Kārlis Dambrāns & Söhne") == "karlis-dambrans-sohne"
    assert ids.slug("one two three", limit=8) == "one-two"
    assert ids.slug("abcdefghij", limit=4) == "abcd"
    assert ids.slug("日本") == ""


def test_a_name_without_latin_letters_still_gets_an_iri() -> None:
    assert re.fullmatch(r"https://example\.org/id/actor/[0-9a-f]{10}", ids.named(BASE, "actor", "日本"))


def test_parts_do_not_run_together() -> None:
    assert ids.digest("ab", "c") != ids.digest("a", "bc")


def test_ids_that_slug_alike_stay_apart() -> None:
    assert ids.article_iri(BASE, "a/b", "0") != ids.article_iri(BASE, "a-b", "0")
    assert ids.article_iri(BASE, "a", "0") != ids.article_iri(BASE, "a", "1")


def test_passage_iri_counts_characters() -> None:
    assert ids.passage_iri(f"{BASE}article/a", 3, 7) == f"{BASE}article/a/text#char=3,7"


@given(st.text(), st.text())
def test_an_iri_is_plain_ascii_whatever_the_name(name: str, part: str) -> None:
    assert re.fullmatch(r"https://example\.org/id/actor/[a-z0-9-]+", ids.named(BASE, "actor", name, part))


def test_a_digest_counts_every_part_in_its_place():
    whole = ids.add_digests(0, [("sun", "warms", "stone"), ("rain", "wets", "stone")])
    assert whole == ids.add_digests(0, [("rain", "wets", "stone"), ("sun", "warms", "stone")])
    for other in (
        ("sun", "warms", "sand"),
        ("sun", "dries", "stone"),
        ("wind", "warms", "stone"),
        ("sunw", "arms", "stone"),
    ):
        assert whole != ids.add_digests(0, [other, ("rain", "wets", "stone")])
