"""Fuzz segmentation and the readers, guided by coverage: `make fuzz`. Needs atheris, which few systems have.

    python tests/fuzz.py [segment|read] [options of libFuzzer, as -max_total_time=600]

An input that raises anything but a `SourceError` is a find; it is written to a file `crash-…`.
"""

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["hexapla"]):
    from hexapla.errors import SourceError
    from hexapla.plan import Plan
    from hexapla.readers import READERS, read
    from hexapla.segment import segment

SUFFIXES = sorted(READERS)


def fuzz_segment(data: bytes) -> None:
    """Segment any text: it never refuses, and every character is in one place."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data))
    source = read("a.txt", text.encode(), encoding="utf-8")
    for version in segment((source,), Plan(id="a")).versions:
        own = [span for clause in version.clauses for span in clause.spans]
        spans = sorted(own + [span for aside in version.set_aside for span in aside.spans])
        if "".join(source.text[slice(*span)] for span in spans) != version.text:
            raise AssertionError(text)


def fuzz_read(data: bytes) -> None:
    """Read any bytes as any format: a source, or a reason."""
    if data:
        name = "a" + SUFFIXES[data[0] % len(SUFFIXES)]
        try:
            read(name, data[1:])
        except SourceError:
            return


TARGETS: dict[str, Callable[[bytes], None]] = {"segment": fuzz_segment, "read": fuzz_read}

if __name__ == "__main__":
    chosen = TARGETS[sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in TARGETS else "segment"]
    atheris.Setup(sys.argv, chosen)
    atheris.Fuzz()
