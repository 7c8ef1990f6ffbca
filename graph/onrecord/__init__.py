"""Onrecord: who did what, who said what, to whom, via whom and according to which article, as RDF with evidence.

The whole pipeline in a few lines::

    import onrecord

    articles = [item for item in onrecord.read(["seeds/"]) if isinstance(item, onrecord.Article)]
    story = onrecord.resolve(onrecord.analyse(article) for article in articles)
    for statement in story.statements:
        print(statement.mode, statement.speakers)
    onrecord.write(story, "out/")

Importing the package is cheap: spaCy and the RDF libraries are imported by the first call that needs them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.articles import read
    from onrecord.errors import ArticleError, OnrecordError
    from onrecord.evaluation import evaluate
    from onrecord.model import Analysis, Article, Story
    from onrecord.outputs import write
    from onrecord.pipeline import analyse, build, reader, resolve
    from onrecord.settings import Settings

__version__ = "0.1.0"

_PLACES = {
    "Analysis": "model",
    "Article": "model",
    "ArticleError": "errors",
    "OnrecordError": "errors",
    "Settings": "settings",
    "Story": "model",
    "analyse": "pipeline",
    "build": "pipeline",
    "evaluate": "evaluation",
    "read": "articles",
    "reader": "pipeline",
    "resolve": "pipeline",
    "write": "outputs",
}

__all__ = [
    "Analysis",
    "Article",
    "ArticleError",
    "OnrecordError",
    "Settings",
    "Story",
    "__version__",
    "analyse",
    "build",
    "evaluate",
    "read",
    "reader",
    "resolve",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keeps the subpackage ``resolve``, once it is imported, from hiding the function ``onrecord.resolve``."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _PLACES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
