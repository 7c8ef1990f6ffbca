"""Matrix products: by numpy, in one thread, with the result that the pipeline has as shipped."""

from __future__ import annotations

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController

from conftest import SEEDS
from onrecord import pipeline
from onrecord.articles import read
from onrecord.language.load import as_shipped
from onrecord.settings import DEFAULT_MODEL
from onrecord.threads import in_one_thread


def threads() -> list[int]:
    return [library.num_threads for library in ThreadpoolController().lib_controllers if library.user_api == "blas"]


def test_products_use_one_thread_and_the_threads_set_before_come_back() -> None:
    np.ones((2, 2)) @ np.ones((2, 2))  # the library is loaded
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        assert set(threads()) == {2}
        with in_one_thread():
            assert set(threads()) == {1}
        assert set(threads()) == {2}


@pytest.mark.model
def test_networks_of_the_pipeline_use_numpy_and_annotate_as_shipped() -> None:
    ours, shipped = pipeline.reader(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    for name in ("tok2vec", "tagger", "parser", "ner"):
        nodes = list(ours.get_pipe(name).model.walk())
        assert {node.ops.use_blis for node in nodes} == {False}, name
        assert {node.ops.use_blis for node in shipped.get_pipe(name).model.walk()} == {True}, name
    for article in read([str(SEEDS)]):
        here, there = ours.make_doc(article.text), shipped.make_doc(article.text)
        for name in ("tok2vec", "tagger", "parser", "ner"):
            here, there = ours.get_pipe(name)(here), shipped.get_pipe(name)(there)
        assert [(token.tag_, token.dep_, token.head.i) for token in here] == [
            (token.tag_, token.dep_, token.head.i) for token in there
        ]
        assert here.ents
        assert [(item.start, item.end, item.label_) for item in here.ents] == [
            (item.start, item.end, item.label_) for item in there.ents
        ]
