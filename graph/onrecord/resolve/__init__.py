"""Resolution across articles: blocking -> features -> judgement -> clusters -> merge. No spaCy, no RDF.

`resolve` takes the analyses of any number of articles and gives the story: which actors, statements and actions of
different articles are one, why, and where the articles disagree.
"""

from __future__ import annotations

from onrecord.resolve.story import resolve

__all__ = ["resolve"]
