"""Texts for the tests of segmentation, and how they are cut."""

from hexapla.model import Document, Source, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

__all__ = ["cut", "cut_one", "outline", "source", "tiles"]

DERIVED = {
    "title_derived",
    "language_guessed",
    "order_derived",
    "set_aside",
    "run_on_heading",
    "promised_version_missing",
}


def source(text: str, media_type: str = "text/plain", path: str = "text.txt") -> Source:
    """Make a source as a reader would."""
    if media_type == "text/markdown":
        return read_source("text.md", text.encode())
    return Source(path=path, media_type=media_type, encoding="utf-8", text=text, sha256="0" * 64)


def cut(text: str, media_type: str = "text/plain") -> Document:
    """Segment one text without an editor's plan."""
    return segment([source(text, media_type)], Plan(id="text"))


def cut_one(text: str, media_type: str = "text/plain") -> Version:
    """Segment a text that is one version, with every character in one place."""
    document = cut(text, media_type)
    tiles(document)
    (version,) = document.versions
    return version


def outline(version: Version) -> str:
    """Write numbered clauses in the notation of the table of hard cases."""
    marks = [
        "›" * clause.depth + " ".join(clause.number.split()) for clause in version.clauses if clause.number
    ]
    codes = [one.code for one in version.findings if one.code not in DERIVED]
    return " ".join([*marks, *sorted(codes)])


def tiles(document: Document) -> None:
    """Assert that every character of every source stands in exactly one place."""
    for one in document.sources:
        spans = [span for aside in document.set_aside if aside.file == one.path for span in aside.spans]
        for version in document.versions:
            if version.source is one:
                spans += [span for clause in version.clauses for span in clause.spans]
                spans += [span for aside in version.set_aside for span in aside.spans]
        at = 0
        for start, end in sorted(spans):
            assert start == at, f"{at} to {start} is nowhere or twice"
            assert end > start
            at = end
        assert at == len(one.text)
