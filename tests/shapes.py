"""Shapes of hostile text: a unit that is written over and over until the text has its length."""

from __future__ import annotations

_MARKS = [
    '"', "'", "“", "”", "‘", "’", "«", "»", "(", ")", "[", "]", "{", "}", ".", ",", ";", ":", "!", "?", "-", "–", "—",
    "…", "/", "&", "%", "$1", "•", "* ", "\t", "\n", "\u00a0", "\u200b", "\u00ad", "&amp;", "&quot;",
]  # fmt: skip
_PAIRS = ['" "', "“ ”", "“ “", "” ”", "‘ ’", "( )", ") (", "[(", "“(‘", '"a', "“a", "a”", "‘a’", "' s", ": -", "?! "]
_WORDS = {
    "a long sentence": "the very old and tired dog of the ",
    "and": "and the man went ",
    "which": "which was the house ",
    "said that": "he said that ",
    "names said that": "Ann Lee said that Ben Cole said that ",
    "names": "Ann Lee, Ben Cole, Ida Moss, Tom Bell, ",
    "one surname": "Ann Lee and Ben Lee met Ida Lee. ",
    "organisations": "the Bank of Leeds, the Ministry of Health, Alder Foods Inc., ",
    "acronyms": "the Port Telecom Authority (PTA), PTA, ",
    "quotations": '"We will go," said Ann Lee. ',
    "paragraphs of quotations": "“We will go,” said Ann Lee.\n\n",
    "quotations without end": "“We will go and\n\n",
    "dates": "on March 3, 2014, two days later, last Friday, in May, ",
    "posts": "5 March 2024 14:32\n\nThe board met today.\n\n",
    "bylines": "By Jane Roe | Posted: Mar 4, 2014\n\n",
    "one byline": "By Jane Roe, Mark Roe and Ann Lee, ",
    "datelines": "LEEDS (Reuters) - The board met.\n\n",
    "capitals": "LEEDS YORK HULL ",
    "labels": "Ann Lee: We met.\n\nBen Cole: We did.\n\n",
    "questions": "Why did you go?\n\nWe had to go.\n\n",
    "lists": "The board agreed to:\n- go;\n- sue;\n- stay.\n\n",
    "prepositions": "in the house of the man with the dog at the gate ",
    "conditions": "if he goes then she says that ",
    "pronouns": "he told him that she gave her his book and they saw it. ",
    "buttons": "Share on Facebook ",
    "copyright": "© 2015 The Post ",
    "headlines": "Minister Orders Bank To Close Office\n\n",
    "numbers": "1,000,000 2,000 3.5 ",
    "addresses": "http://x.y/z?a=b#c ",
    "sentences": "The board met. ",
    "short sentences": "No. ",
    "deeds": "The board banned the firm, fined it, sued it and closed it. ",
    "orders": "ordered the firm to order the bank to ",
    "of": "the head of the ",
    "appositions": "Ann Lee, the head of the bank, ",
    "relatives": "the man who saw the dog that bit the cat which ",
    "states": "Norway, the Norwegian government, Oslo and Sweden ",
    "initials": "A. B. C. ",
}
SHAPES = {
    **{f"run of {mark!r}": mark for mark in _MARKS},
    **{f"pairs of {pair!r}": f"{pair} " for pair in _PAIRS},
    **_WORDS,
}


def text(unit: str, length: int) -> str:
    """`unit` over and over, with a sentence before it, cut to `length` characters."""
    return ("The board met on Friday. " + unit * (length // len(unit) + 1))[:length]
