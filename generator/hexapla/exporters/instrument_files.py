"""Files of an amending instrument: its text, and the same as a Word document."""

from collections.abc import Iterable, Iterator
from typing import Final

from hexapla.exporters.word.document_parts import write_document, write_paragraph, write_run
from hexapla.model import File

FORMAT: Final = "instrument"
SIZE: Final = 24
"""of the text, in half points"""


def write_instrument_docx(text: str, *, title: str, language: str) -> bytes:
    """Write an instrument as a Word document, a line a paragraph."""
    first, *lines = text.rstrip("\n").split("\n")
    body = [write_paragraph(write_run(first), "Title")]
    body += [write_paragraph(write_run(line)) for line in lines if line.strip()]
    return write_document("".join(body), title=title, language=language, landscape=False, size=SIZE)


def write_instrument_files(
    instruments: Iterable[tuple[str, str, str]], *, folder: str, title: str, language: str
) -> Iterator[File]:
    """Write instruments as files.

    Args:
        instruments: of each the sigla of both versions, and its text.
        folder: of the document in the site.
        title: of the document.
        language: of the texts, BCP 47.
    """
    for base, target, text in instruments:
        name = f"{folder}/instrument-{base}-{target}"
        yield File(uri=f"{name}.txt", data=text.encode(), format=FORMAT, base=base, target=target)
        data = write_instrument_docx(text, title=title, language=language)
        yield File(uri=f"{name}.docx", data=data, format=FORMAT, base=base, target=target)
