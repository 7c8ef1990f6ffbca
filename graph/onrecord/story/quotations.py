"""Deeds and statements that are told by quoting their sentences, because no clause of ours tells them whole."""

from __future__ import annotations

from onrecord.model import Ref
from onrecord.story import anchors, content_words, deed_lines, deed_words, excerpts
from onrecord.story.index import Index, once_an_index
from onrecord.value_groups import NAMES

_MARKS = "“”"


@once_an_index
def quotation(look: Index, ref: Ref) -> str:
    """The sentence of the report at `ref` as a line quotes it (`excerpts`); empty if it cannot be quoted alone."""
    found = _excerpt(look, ref)
    return found.words if found is not None else ""


@once_an_index
def can_be_quoted(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` has a clause of its own in a quotation that names somebody or says how much or when.

    That of a deed of no kind must be news (`deed_lines.is_worth_telling`).
    """
    found = _excerpt(look, ref) if deed_lines.is_deed(look, ref) and deed_lines.has_clause(look, ref) else None
    if found is None or not deed_lines.is_worth_telling(look, ref):
        return False
    if content_words.is_open(found.words.strip(_MARKS)):
        return False  # "when I attended its meeting"
    named = any(one.form in NAMES for span in found.places for one, _ in look.mentioned(ref.article, *span))
    return named or "[" in found.words or any(map(str.isdigit, found.words))


@once_an_index
def spoken(look: Index, ref: Ref) -> str:
    """The sentences of the printing at `ref` as a line quotes them; empty if they cannot be quoted alone."""
    found = spoken_in(look, ref)
    return found.words if found is not None else ""


@once_an_index
def reported(look: Index, ref: Ref) -> str:
    """The sentences of the printing at `ref` as a report may quote them, which tells of the same things beside them."""
    item = look.statements[ref]
    spans = sorted((*item.cue, *item.content)) or [*item.source]
    if not spans:
        return ""
    whole = (spans[0][0], max(end for _, end in spans) - 1)
    found = excerpts.spoken(look, (ref.article, whole), _known(look, ref.article))
    return found.words if found is not None and not content_words.is_open(found.words.strip(_MARKS)) else ""


@once_an_index
def spoken_in(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    """The sentences that `spoken` quotes: those that say it, with those before them that tell what they point to."""
    item = look.statements[ref]
    spans = sorted((*item.cue, *item.content)) or [*item.source]
    if not spans:
        return None
    whole = (spans[0][0], max(end for _, end in spans) - 1)
    by = frozenset(look.owners(ref.article, item.speakers))
    found = excerpts.spoken(look, (ref.article, whole), _known(look, ref.article), by=by)
    if found is None or content_words.is_open(found.words.strip(_MARKS)):
        return None
    return found if anchors.has_details(look, ref.article, found.places, {*by}) else None


def _excerpt(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    known = _known(look, ref.article)
    return excerpts.excerpt(look, (ref.article, look.actions[ref].trigger[0][0]), known)


@once_an_index
def _known(look: Index, article: str) -> frozenset[str]:
    return deed_words.common_words(look, (article,))
