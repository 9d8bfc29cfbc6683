"""Peers of the alignment: the baselines of the benchmark `clause-alignment`, and one that only we can run.

The likeness of two clauses may also be that of their vectors in a sentence model, which hexapla loads.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks import scoring  # its folder is where the baselines are found
from hexapla.alignment import SentenceEncoder

from baselines import (  # isort: skip
    FLOORS,
    Comparer,
    Likeness,
    Texts,
    assign,
    compare_dice,
    compare_tfidf,
    link_by_difflib,
    link_by_number,
)

__all__ = [
    "FLOORS",
    "Comparer",
    "assign",
    "compare_dice",
    "compare_meaning",
    "compare_tfidf",
    "link_by_difflib",
    "link_by_number",
    "scoring",
]


def compare_meaning(encoder: SentenceEncoder) -> Comparer:
    """Cosine of the vectors of a sentence model, as they come."""
    known: dict[str, NDArray[np.float64]] = {}

    def vector(text: str) -> NDArray[np.float64]:
        if text not in known:
            found = np.array(encoder.run(text), np.float64)
            known[text] = found / max(float(np.linalg.norm(found)), 1e-9)
        return known[text]

    def compare(left: Texts, right: Texts) -> Likeness:
        mine, yours = (np.array([vector(text) for _, text in side]) for side in (left, right))
        cosine: Likeness = mine @ yours.T if len(left) and len(right) else np.zeros((len(left), len(right)))
        return cosine

    return compare
