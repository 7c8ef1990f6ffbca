"""Removes common words that look like names only because of their capitals, or cuts them off names.

Pure functions from names to names, as in `repairs`.
"""

from __future__ import annotations

from onrecord.language.kinds import NATIONS
from onrecord.language.lexicon.actor_words import ACTING, ActorWords
from onrecord.language.mentions.repairs import UNKNOWN, Name
from onrecord.language.syntax.phrase_relations import is_premodifier
from onrecord.language.syntax.relations import is_subject
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import MAY_CLOSE, MAY_OPEN
from onrecord.word_sets import word_set

_ACRONYMS = word_set("common_acronym")
_CAPTIONS = word_set("caption")
_PAPERS = word_set("paper_of_name")
_POSSESSIVES = word_set("possessive_ending")
_PERCENT = word_set("percent")
_NO_NOUNS = frozenset({"JJ", "JJR", "JJS", "RB", "VBG", "VBN"})
_TITLED = frozenset({"PERSON", "ORG", "PRODUCT", UNKNOWN})


def without_papers(tree: Tree, names: list[Name]) -> list[Name]:
    """Names without a word for a publication ("Halden News Poll") and without a share ("Lund 34 percent").

    A name that is all of what is in quotation marks, and that is not used elsewhere, is labelled as a title: "Chasing
    Lund".
    """
    others = {_words(tree, name) for name in names if not _quoted(tree, name)}
    kept = []
    for name in names:
        end = name.end
        if name.label != "PERSON" and end - name.start > 1 and tree.lower[end - 1] in _PAPERS:
            end -= 1
        if (
            end - name.start > 1
            and tree.lower[end : end + 1]
            and tree.lower[end] in _PERCENT
            and _figure(tree, end - 1)
        ):
            end -= 1
        label = name.label
        bare = name.start + (tree.lower[name.start] == "the")
        title = end - bare > 1 or label != "PERSON"
        if title and label in _TITLED and _quoted(tree, name) and _words(tree, name) not in others:
            label = "WORK_OF_ART"
        kept.append(Name(name.start, end, label, name.titled))
    return kept


def without_owned(tree: Tree, names: list[Name]) -> list[Name]:
    """Names cut off after a possessor that is a name elsewhere in the article: "Lund's Blessing" in a headline.

    What it owns is kept if it is a name elsewhere too: "the Post's Ada Moe".
    """
    known = {_words(tree, name): name.label for name in names}
    kept = []
    for name in names:
        cut = next((item for item in range(name.start + 1, name.end - 1) if tree.text[item] in _POSSESSIVES), None)
        owner = known.get(tuple(tree.lower[name.start : cut])) if cut is not None else None
        if cut is None or owner is None:
            kept.append(name)
            continue
        kept.append(Name(name.start, cut, owner, name.titled))
        owned = known.get(tuple(tree.lower[cut + 1 : name.end]))
        if owned is not None:
            kept.append(Name(cut + 1, name.end, owned))
    return kept


def without_common_nouns(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names without single common nouns that are merely capitalised: "Day".

    Also left out are acronyms of common nouns ("PAC"), single letters (the party "(D)" after a name), tags of posts
    ("#Halden") and the first word of a credit ("Image: Ada Moe").
    """
    common = known.senses.keys() | known.noun_type.keys() | known.things
    single = [name for name in names if name.end - name.start == 1]
    bare = {name for name in single if tree.lower[name.start] in _ACRONYMS or not tree.text[name.start][1:].rstrip(".")}
    within = {tree.text[token] for first, last in tree.sents for token in range(first, last) if _inside(tree, token)}
    bare |= {
        name
        for name in single
        if _several_people(tree, name, known)
        or (tree.text[name.start] not in within and _only_opens(tree, name, known))
        or (name.label == "PERSON" and tree.text[name.start] not in within and tree.lower[name.start] in common)
    }
    return [
        name
        for name in names
        if name not in bare
        if not is_caption(tree, name.end - 1)
        if not is_hashtag(tree, name.start)
        if name.label != UNKNOWN
        or name.end - name.start > 1
        or tree.text[name.start].isupper()
        or tree.lower[name.start] not in common
    ]


def _only_opens(tree: Tree, name: Name, known: ActorWords) -> bool:
    """Whether what reads as a name of one word is a common noun that opens its sentence: "Land was bought for it".

    It is none if it is a forename, or the model takes it for a place or a people: "China". What it takes for a body
    that does something is one, "Apple said", unless the noun is one for people and bodies: "Management said".
    """
    word, label = tree.lower[name.start], name.label
    if not tree.text[name.start][1:].islower() or label in NATIONS or word in known.forenames:
        return False
    if tree.tag[name.start] in _NO_NOUNS:
        return True  # "Sporadic shots rang out"
    if word in known.name_whole or (label == "PERSON" and _says(tree, name.start, known)):
        return False  # "Senate leaders", "Wolf reported"
    singular = word.removesuffix("s")
    forms = (word, singular, singular.removesuffix("e"))
    if label == "ORG" and not is_premodifier(tree, name.start):
        return any(form in known.noun_type or known.senses.get(form) in ACTING for form in forms)
    return any(form in listed for form in forms for listed in (known.common, known.senses, known.noun_type))


def _says(tree: Tree, token: int, known: ActorWords) -> bool:
    """Whether a word is the subject of a verb for what people do: "report", "deny"."""
    return is_subject(tree, token) and tree.lemma[tree.head[token]] in known.evidence.get("subject", {})


def _several_people(tree: Tree, name: Name, known: ActorWords) -> bool:
    """Whether a name is a plural noun for people, capitalised because it starts a sentence: "Aides said"."""
    word = tree.lower[name.start]
    if not word.endswith("s") or not tree.text[name.start][1:].islower():
        return False
    return not _inside(tree, name.start) and known.noun_type.get(word.removesuffix("s")) == "Person"


def _inside(tree: Tree, token: int) -> bool:
    """Whether other words precede a word in its sentence, so that its capital is not the sentence's."""
    sentence = tree.sent[token]
    key = ("first_word", sentence)  # once a sentence: there may be thousands of marks before it
    if key not in tree.known:
        words = (place for place in range(*tree.sents[sentence]) if tree.text[place][:1].isalnum())
        tree.known[key] = next(words, len(tree))
    first: int = tree.known[key]
    return first < token


def is_caption(tree: Tree, token: int) -> bool:
    """Whether a word introduces the credit of a picture: "Image: Ada Moe"."""
    return tree.lower[token] in _CAPTIONS and tree.text[token + 1 : token + 2] == [":"]


def is_hashtag(tree: Tree, token: int) -> bool:
    """Whether a word is the tag of a post, "#Halden": it files the post and speaks of nobody."""
    return tree.text[token][:1] == "#" or (
        token > 0 and tree.text[token - 1] == "#" and tree.end[token - 1] == tree.start[token]
    )


def _words(tree: Tree, name: Name) -> tuple[str, ...]:
    return tuple(tree.lower[name.start : name.end])


def _figure(tree: Tree, token: int) -> bool:
    return tree.text[token][:1].isdigit()


def _quoted(tree: Tree, name: Name) -> bool:
    """Whether a name is all there is between two quotation marks."""
    end = name.end + (tree.text[name.end : name.end + 1] in ([","], ["."]))
    opens = name.start > 0 and tree.text[name.start - 1] in MAY_OPEN
    return opens and end < len(tree) and tree.text[end] in MAY_CLOSE
