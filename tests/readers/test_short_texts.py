"""How short a text may be until its encoding is mistaken, on real ones."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hexapla.errors import SourceError
from hexapla.readers import read

CASES = Path(__file__).parents[3] / "shared/cases"
STEP = 97
"""characters between samples: prime, so that they fall anywhere in a sentence"""


def samples(pattern: str, length: int) -> Iterator[str]:
    """Cut samples of Chinese out of the cases."""
    for path in sorted(CASES.glob(pattern)):
        if ".gb18030" not in path.parent.name:
            text = path.read_text(encoding="utf-8").replace("\n", "")
            for start in range(0, len(text) - length, STEP):
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
        return "right" if read("a.txt", data).text == sample else "wrong"
    except SourceError:
        return "refused"


TRADITIONAL, SIMPLIFIED = "tw-*/*.txt", "zh-*/*.txt"


@pytest.mark.parametrize(
    ("pattern", "codec", "length", "wrong", "refused"),
    [
        (TRADITIONAL, "big5", 6, 0, 0.02),
        (TRADITIONAL, "big5", 15, 0, 0.001),
        (TRADITIONAL, "big5", 40, 0, 0),
        (SIMPLIFIED, "gb18030", 6, 0, 0.02),
        (SIMPLIFIED, "gb18030", 15, 0, 0.001),
        (SIMPLIFIED, "gb18030", 40, 0, 0),
        # Shorter ones without a mark may consist of ASCII bytes, and are UTF-8 then.
        (SIMPLIFIED, "utf-16-le", 15, 0, 0.001),
        (SIMPLIFIED, "utf-16-be", 15, 0, 0.001),
        (TRADITIONAL, "utf-16-le", 15, 0, 0.001),
        (TRADITIONAL, "utf-16-be", 40, 0, 0),
    ],
)
def test_short_texts(pattern: str, codec: str, length: int, wrong: float, refused: float) -> None:
    if not CASES.is_dir():
        pytest.skip("the shared cases are not beside the repository")
    counts = Counter(outcome(sample, codec) for sample in samples(pattern, length))
    total = counts["right"] + counts["wrong"] + counts["refused"]
    assert total > 100
    assert counts["wrong"] <= wrong * total, counts
    assert counts["refused"] <= refused * total, counts
