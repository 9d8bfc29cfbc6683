"""Our specimens and the texts of the corpora as documents, each made once for all tests of a process."""

from functools import cache
from pathlib import Path

from corpora import case_of, cases
from hexapla.alignment import align
from hexapla.collection import CollectedDocument, load_files
from hexapla.model import Alignment, Document
from hexapla.segmentation import segment

__all__ = ["NAMES", "SPECIMENS", "align_text", "segment_text"]

FOLDER = Path(__file__).parents[1] / "source_texts"
SPECIMENS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
NAMES = [*SPECIMENS, *(path.name for path in cases())]


@cache
def load_text(name: str) -> CollectedDocument:
    """Read a specimen with its settings, or the plain texts of a case."""
    return load_files([FOLDER / name] if name in SPECIMENS else sorted(case_of(name).glob("*.txt")))


@cache
def segment_text(name: str) -> Document:
    """Cut it into clauses."""
    loaded = load_text(name)
    return segment(loaded.sources, loaded.plan)


@cache
def align_text(name: str) -> Alignment:
    """Align its versions."""
    return align(segment_text(name), load_text(name).decisions)
