"""How the matrix products of a pipeline's neural networks are computed: by numpy, in one thread.

They are most of what reading costs. thinc computes them with BLIS by default, which numpy's own library (OpenBLAS in
its wheels) outdoes; by how much depends on the processor. ``scripts/bench_products.py`` shows it, and that no tag, arc
or entity differs. One thread, because reading is shared out by articles, and so that a product is the same on any
number of cores.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def by_numpy(nlp: Language) -> None:
    """Let numpy compute the products of `nlp`'s networks; networks on other devices or of other kinds stay as are."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Model[Any, Any] | None = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if type(node.ops) is NumpyOps:
                    node.ops = ops


def in_one_thread() -> AbstractContextManager[object]:
    """Within the block matrix products use one thread; before and after as many as the process has set."""
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit


@cache
def _controller() -> ThreadpoolController:
    """The libraries loaded; cached, because looking for them takes a millisecond."""
    return ThreadpoolController()
