"""Forms of English verbs and nouns, from lemminflect (Jascob 2019), which knows the irregular ones."""

from __future__ import annotations

from functools import cache
from typing import Literal

from onrecord.word_sets import word_set

Form = Literal["VB", "VBD", "VBG", "VBN", "VBZ"]
"""Penn Treebank tags: base, past, gerund, past participle, third person singular."""


@cache
def verb(lemma: str, form: Form) -> str:
    """`lemma` in `form`; the verb comes first in a lemma of several words ("shut down", "cease support")."""
    head, _, rest = lemma.partition(" ")
    if form == "VB":
        return lemma
    from lemminflect import getInflection  # noqa: PLC0415  # two seconds of tables, needed by whoever writes labels alone

    if not getInflection(head.casefold(), "VB", inflect_oov=False):
        head = base(head)  # a form in place of a lemma
    found = getInflection(head.casefold(), form)
    return f"{found[0] if found else head} {rest}".strip()


@cache
def base(word: str) -> str:
    """The base form of a verb in any form."""
    from lemminflect import getLemma  # noqa: PLC0415  # as above

    found = getLemma(word.casefold(), "VERB")
    return str(found[0]) if found else word


@cache
def is_verb(word: str) -> bool:
    """Whether `word` can be a form of a verb."""
    from lemminflect import getAllLemmas  # noqa: PLC0415  # as above

    return "VERB" in getAllLemmas(word.casefold(), "VERB")


@cache
def is_noun(word: str) -> bool:
    """Whether `word` can be a form of a common noun."""
    from lemminflect import getAllLemmas  # noqa: PLC0415  # as above

    return "NOUN" in getAllLemmas(word.casefold(), "NOUN")


@cache
def is_adjective(word: str) -> bool:
    """Whether `word` can be a form of an adjective only: no noun, no verb, no adverb."""
    from lemminflect import getAllLemmas  # noqa: PLC0415  # as above

    return set(getAllLemmas(word.casefold())) == {"ADJ"}


@cache
def is_comparative(word: str) -> bool:
    """Whether `word` is the comparative of an adjective: "finer"."""
    from lemminflect import getAllLemmas, getInflection  # noqa: PLC0415  # as above

    small = word.casefold()
    lemmas = getAllLemmas(small, "ADJ").get("ADJ", ())
    return any(small in getInflection(lemma, "JJR") for lemma in lemmas if lemma != small)


@cache
def is_plural(noun: str) -> bool:
    """Whether a common noun is a plural."""
    from lemminflect import getLemma  # noqa: PLC0415  # as above

    word = noun.casefold()
    if word in word_set("plural_without_s"):
        return True
    if not word.endswith(tuple(word_set("plural_ending"))):
        return False
    found = getLemma(word, "NOUN")
    return bool(found) and found[0] != word


@cache
def singular(noun: str) -> str:
    """A noun in lower case and in the singular, if lemminflect knows one."""
    from lemminflect import getLemma  # noqa: PLC0415  # as above

    found = getLemma(noun.casefold(), "NOUN")
    return str(found[0]) if found else noun.casefold()


@cache
def plural_noun(noun: str) -> str:
    """The plural of a noun; the noun itself if lemminflect knows none."""
    from lemminflect import getInflection  # noqa: PLC0415  # as above

    found = getInflection(noun, "NNS", inflect_oov=False)
    return str(found[0]) if found else noun


@cache
def is_common(word: str) -> bool:
    """Whether `word`, in lower case, is a common word of English: no name, no nationality."""
    from lemminflect import getAllLemmas  # noqa: PLC0415  # as above

    small = word.casefold()
    return small in word_set("says_nothing_of_count") or small in word_set("links_object") or bool(getAllLemmas(small))
