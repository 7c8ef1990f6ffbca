"""Resolution across articles: blocking -> features -> judgement -> clusters -> merge. It uses neither spaCy nor RDF.

`resolve` takes the analyses of any number of articles and returns the story: which actors, statements and actions in
different articles are the same, why, and where the articles disagree.
"""

from __future__ import annotations

from onrecord.resolve.corrections import Correction
from onrecord.resolve.corrections import load as load_corrections
from onrecord.resolve.gazetteer import KnownActor
from onrecord.resolve.gazetteer import load_csv as load_gazetteer
from onrecord.resolve.story import resolve

__all__ = ["Correction", "KnownActor", "load_corrections", "load_gazetteer", "resolve"]
