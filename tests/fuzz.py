"""Fuzz segmentation and the readers, guided by coverage: `make fuzz`. Needs atheris, which few systems have.

    python tests/fuzz.py [segment|read|packed] [options of libFuzzer, as -max_total_time=600]

`packed` is `read` with the input inside of an archive that is in order: no machine guesses a zip file.

An input that raises anything but a `SourceError` is a find; it is written to a file `crash-…`.
"""

import importlib
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hexapla"]):
    importlib.import_module("hexapla.readers.markdown.markdown_source")
    from hexapla.errors import SourceError
    from hexapla.plan import Plan
    from hexapla.readers import READERS, read_source, registry
    from hexapla.segmentation import segment

    for load in (
        *(registry.load_html, registry.load_docx, registry.load_odt),
        *(registry.load_pdf, registry.load_epub, registry.load_xml),
    ):
        load()  # readers are loaded with the first file of their format, which is too late to be watched

SUFFIXES = sorted(READERS)
CORPUS = Path(__file__).parent / "corpus/segmentation"
LONGEST_SEED = 1500
"""bytes of a text to begin with"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"'
    ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
)
PACKED: tuple[tuple[str, str, dict[str, str]], ...] = (
    (".docx", "word/document.xml", {}),
    (".odt", "content.xml", {}),
    (".epub", "a.xhtml", {"META-INF/container.xml": CONTAINER, "a.opf": OPF}),
)
"""suffix, the member that is made up, the other members"""
SAMPLES = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>1. One</w:t></w:r></w:p></w:body></w:document>',
    (
        f'<o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0"><o:body><o:text>'
        "<t:p>1. One</t:p></o:text></o:body></o:document-content>"
    ),
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>1. One</p><ol><li>two</li></ol></body></html>',
)
"""to begin with, in the order of `PACKED`"""


def fuzz_segment(data: bytes) -> None:
    """Segment any text: it never refuses, and every character is in one place."""
    text = data.decode("utf-8", "replace")
    source = read_source("a.txt", text.encode(), encoding="utf-8")
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
            read_source(name, data[1:])
        except SourceError:
            return


def fuzz_packed(data: bytes) -> None:
    """Read any bytes as the main part of a Word, OpenDocument or EPUB file."""
    if data:
        suffix, name, others = PACKED[data[0] % len(PACKED)]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for other, text in others.items():
                archive.writestr(other, text)
            archive.writestr(name, data[1:])
        try:
            read_source("a" + suffix, packed.getvalue())
        except SourceError:
            return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "segment": fuzz_segment,
    "read": fuzz_read,
    "packed": fuzz_packed,
}


def seeds(target: str, folder: Path) -> None:
    """Write files to begin with: what a machine would take days to guess."""
    if target == "segment":
        for path in CORPUS.glob("*.json"):
            text = json.loads(path.read_text(encoding="utf-8"))["text"]
            (folder / path.stem).write_bytes(text.encode()[:LONGEST_SEED])
    for number, sample in enumerate(SAMPLES):
        read = [SUFFIXES.index(suffix) for suffix in (".html", ".xml", ".md", ".pdf", ".txt")]
        kinds = {"packed": [number], "read": read, "segment": []}
        for kind in kinds[target]:
            (folder / f"{number}-{kind}").write_bytes(bytes([kind]) + sample.encode())


if __name__ == "__main__":
    chosen = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in TARGETS else "segment"
    with tempfile.TemporaryDirectory() as corpus:
        seeds(chosen, Path(corpus))
        atheris.Setup([*sys.argv, corpus], TARGETS[chosen])
        atheris.Fuzz()
