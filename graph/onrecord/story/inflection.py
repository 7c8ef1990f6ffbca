"""Forms of English verbs and nouns, from lemminflect (Jascob 2019), which knows the irregular ones."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from onrecord.word_sets import word_set

Form = Literal["VB", "VBD", "VBG", "VBN", "VBZ"]
"""Penn Treebank tags: base, past, gerund, past participle, third person singular."""
_WORDS = 1 << 14
"""Words of which is held what they are forms of: those of some hundred articles."""


@lru_cache(maxsize=_WORDS)
def _known(word: str) -> dict[str, tuple[str, ...]]:
    """The lemmas of a word that the tables hold, by part of speech."""
    from lemminflect import getAllLemmas  # noqa: PLC0415  # two seconds of tables, needed by whoever writes labels alone

    return getAllLemmas(word)  # type: ignore[no-any-return]  # lemminflect has no types


def _lemmas(word: str, kind: str) -> tuple[str, ...]:
    """The lemmas of a word as a part of speech; of one that the tables do not hold, as rules make them."""
    from lemminflect import getAllLemmasOOV  # noqa: PLC0415  # as above

    found: tuple[str, ...] = _known(word).get(kind) or getAllLemmasOOV(word, kind).get(kind, ())
    return found


@lru_cache(maxsize=_WORDS)
def verb(lemma: str, form: Form) -> str:
    """`lemma` in `form`; the verb comes first in a lemma of several words ("shut down", "cease support")."""
    head, _, rest = lemma.partition(" ")
    if form == "VB":
        return lemma
    from lemminflect import getInflection  # noqa: PLC0415  # as above

    if not getInflection(head.casefold(), "VB", inflect_oov=False):
        head = base(head)  # a form in place of a lemma
    found = getInflection(head.casefold(), form)
    return f"{found[0] if found else head} {rest}".strip()


@lru_cache(maxsize=_WORDS)
def base(word: str) -> str:
    """The base form of a verb in any form."""
    found = _lemmas(word.casefold(), "VERB")
    return found[0] if found else word


@lru_cache(maxsize=_WORDS)
def is_verb(word: str) -> bool:
    """Whether `word` can be a form of a verb."""
    return "VERB" in _known(word.casefold())


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The forms of a verb that differ from its base form."""
    return tuple(verb(lemma, tag) for tag in ("VBD", "VBN", "VBG", "VBZ"))


@lru_cache(maxsize=_WORDS)
def is_noun(word: str) -> bool:
    """Whether `word` can be a form of a common noun."""
    return "NOUN" in _known(word.casefold())


@lru_cache(maxsize=_WORDS)
def is_adjective(word: str) -> bool:
    """Whether `word` can be a form of an adjective only: no noun, no verb, no adverb."""
    return set(_known(word.casefold())) == {"ADJ"}


@lru_cache(maxsize=_WORDS)
def is_comparative(word: str) -> bool:
    """Whether `word` is the comparative of an adjective: "finer"."""
    from lemminflect import getInflection  # noqa: PLC0415  # as above

    small = word.casefold()
    return any(small in getInflection(lemma, "JJR") for lemma in _known(small).get("ADJ", ()) if lemma != small)


@lru_cache(maxsize=_WORDS)
def is_plural(noun: str) -> bool:
    """Whether a common noun is a plural."""
    word = noun.casefold()
    if word in word_set("plural_without_s"):
        return True
    if not word.endswith(tuple(word_set("plural_ending"))):
        return False
    found = _lemmas(word, "NOUN")
    return bool(found) and found[0] != word


@lru_cache(maxsize=_WORDS)
def singular(noun: str) -> str:
    """A noun in lower case and in the singular, if lemminflect knows one."""
    found = _lemmas(noun.casefold(), "NOUN")
    return found[0] if found else noun.casefold()


@lru_cache(maxsize=_WORDS)
def plural_noun(noun: str) -> str:
    """The plural of a noun; the noun itself if lemminflect knows none."""
    from lemminflect import getInflection  # noqa: PLC0415  # as above

    found = getInflection(noun, "NNS", inflect_oov=False)
    return str(found[0]) if found else noun


@lru_cache(maxsize=_WORDS)
def is_common(word: str) -> bool:
    """Whether `word`, in lower case, is a common word of English: no name, no nationality."""
    small = word.casefold()
    return small in word_set("says_nothing_of_count") or small in word_set("links_object") or bool(_known(small))
