"""Where the texts of tests lie: our own corpus, and a further one where a machine has it.

`tests/corpus/` and the benchmark of alignment are our own writing and always there. A further corpus is the
folder that the environment variable HEXAPLA_CORPUS names, else a folder `shared` beside the repository; what
it holds is read at test time and never copied. It is laid out like ours, `alignment` beside the others, and
may use the second name of each kind.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

__all__ = [
    "BENCHMARK",
    "FURTHER",
    "OWN",
    "VARIABLE",
    "case_of",
    "cases",
    "compilations",
    "golds",
    "hard_texts",
    "is_own",
    "label",
    "readings",
]

OWN = Path(__file__).parent / "corpus"
BENCHMARK = Path(__file__).parents[1] / "benchmarks/clause-alignment/texts"
"""our own texts with a gold alignment, which others can use without the rest"""
VARIABLE = "HEXAPLA_CORPUS"
NAMES = {
    "alignment": ("alignment", "cases"),
    "compilation": ("compilation", "seeds"),
    "readings": ("readings",),
    "segmentation": ("segmentation", "tricky"),
}
"""kind → names of its folder"""


def further() -> Path | None:
    """Return the folder of the further corpus; None where there is none."""
    named = os.environ.get(VARIABLE)
    if named and not Path(named).is_dir():
        raise pytest.UsageError(f"{VARIABLE}: {named} is no folder; unset it, or name the folder of a corpus")
    beside = Path(__file__).parents[2] / "shared"
    return Path(named).resolve() if named else beside if beside.is_dir() else None


FURTHER = further()


def folders(kind: str) -> Iterator[Path]:
    """Yield the folders of a kind, our own first."""
    if kind == "alignment":
        yield BENCHMARK
    for root in filter(None, (OWN, FURTHER)):
        yield from (root / name for name in NAMES[kind] if (root / name).is_dir())


def is_own(path: Path) -> bool:
    """Tell whether a text is our own writing."""
    return path.is_relative_to(OWN) or path.is_relative_to(BENCHMARK)


def golds() -> list[Path]:
    """Return the files of gold alignments; the versions stand beside each."""
    return [path for folder in folders("alignment") for path in sorted(folder.glob("*/gold*.json"))]


def cases() -> list[Path]:
    """Return the folders of versions in plain text that have a gold alignment."""
    return list(dict.fromkeys(path.parent for path in golds() if list(path.parent.glob("*.txt"))))


def case_of(name: str) -> Path:
    """Return a folder of versions by its name."""
    return next(path for path in cases() if path.name == name)


def hard_texts() -> list[Path]:
    """Return the files of short texts that are hard to segment, with what a careful reader finds in them."""
    return [path for folder in folders("segmentation") for path in sorted(folder.glob("*.json"))]


def readings() -> list[Path]:
    """Return the tables of pairs marked as a pen would mark them."""
    return [path for folder in folders("readings") for path in sorted(folder.glob("*.json"))]


def compilations() -> list[Path]:
    """Return the pages that hold several versions in one file, each alone in its folder."""
    return [path for folder in folders("compilation") for path in sorted(folder.glob("*.txt"))]


def label(path: Path) -> str:
    """Name a test by its text: the folder of a gold file, else the file."""
    return path.parent.name + path.stem.removeprefix("gold") if path.stem.startswith("gold") else path.stem
