"""How short a text may be until its encoding is mistaken, on whole texts cut to pieces."""

from collections import Counter
from collections.abc import Iterator

import pytest

from corpora import cases, is_own
from hexapla.errors import SourceError
from hexapla.readers import read_source

STEP, SHORT_STEP = 97, 7
"""characters between samples, in a further corpus and in our own, which is short: prime, so that they fall
anywhere in a sentence"""


def samples(prefixes: tuple[str, ...], length: int) -> Iterator[str]:
    """Cut samples of Chinese out of the cases."""
    for folder in (folder for folder in cases() if folder.name.startswith(prefixes)):
        for path in sorted(folder.glob("*.txt")) if ".gb18030" not in folder.name else []:
            text = path.read_text(encoding="utf-8").replace("\n", "")
            for start in range(0, len(text) - length, SHORT_STEP if is_own(path) else STEP):
                sample = text[start : start + length]
                if sum(char > "\u3000" for char in sample) * 2 > length:
                    yield sample


def outcome(sample: str, codec: str) -> str:
    """Tell what becomes of a sample that was written in an encoding."""
    try:
        data = sample.encode(codec)
    except UnicodeEncodeError:
        return "not in the set"
    try:
        return "right" if read_source("a.txt", data).text == sample else "wrong"
    except SourceError:
        return "refused"


TRADITIONAL, SIMPLIFIED = ("zhhant-", "tw-"), ("zh-",)


@pytest.mark.parametrize(
    ("prefixes", "codec", "length", "wrong", "refused"),
    [
        (TRADITIONAL, "big5", 6, 0, 0.02),
        (TRADITIONAL, "big5", 15, 0, 0.001),
        (TRADITIONAL, "big5", 40, 0, 0),
        (SIMPLIFIED, "gb18030", 6, 0, 0.03),
        (SIMPLIFIED, "gb18030", 15, 0, 0.001),
        (SIMPLIFIED, "gb18030", 40, 0, 0),
        # Shorter ones without a mark may consist of ASCII bytes, and are UTF-8 then.
        (SIMPLIFIED, "utf-16-le", 15, 0, 0.001),
        (SIMPLIFIED, "utf-16-be", 15, 0, 0.001),
        (TRADITIONAL, "utf-16-le", 15, 0, 0.001),
        (TRADITIONAL, "utf-16-be", 40, 0, 0),
    ],
)
def test_short_texts(
    prefixes: tuple[str, ...], codec: str, length: int, wrong: float, refused: float
) -> None:
    counts = Counter(outcome(sample, codec) for sample in samples(prefixes, length))
    total = counts["right"] + counts["wrong"] + counts["refused"]
    assert total > 100
    assert counts["wrong"] <= wrong * total, counts
    assert counts["refused"] <= refused * total, counts
