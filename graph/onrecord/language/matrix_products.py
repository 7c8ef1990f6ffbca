"""How the matrix products of a pipeline's neural networks are computed: by numpy.

They are most of what reading costs. thinc computes them with BLIS by default, which numpy's own library (OpenBLAS in
its wheels) outdoes; by how much depends on the processor. ``scripts/bench_products.py`` shows it, and that no tag, arc
or entity differs. Reading computes them in one thread, because it is shared out by articles.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps


def by_numpy(nlp: Language) -> None:
    """Let numpy compute the products of `nlp`'s networks; networks on other devices or of other kinds stay as are."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Model[Any, Any] | None = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if type(node.ops) is NumpyOps:
                    node.ops = ops
