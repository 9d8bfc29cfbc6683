"""`notes.yml`: what an editor writes beside clauses: reasons, comments, ticks of a review."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Self

from pydantic import AfterValidator, model_validator

from hexapla.collection.entry_lists import ClauseName, read_entry_list, split_clause_name
from hexapla.collection.settings import IsoDate, Line, StrictModel
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import AnnotationKind, NoteEntry

PLAIN_LINES: Final = compile_lazily_with_properties(
    r"[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*(?:\n+[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*)+"
)
"""several lines that a block of YAML holds as they are"""


def read_annotation_kind(text: str) -> str:
    """Check what a note is for."""
    names = [kind.value for kind in AnnotationKind]
    if text not in names:
        raise ValueError(f"“{text}” is no kind of note: write {', '.join(names[:-1])} or {names[-1]}")
    return text


def trim_text(text: str) -> str:
    """Take white space off the ends of lines and of the text; line ends stay."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


class NoteSettings(StrictModel):
    """One note."""

    clause: ClauseName
    text: Annotated[str, AfterValidator(trim_text)] = ""
    kind: Annotated[str, AfterValidator(read_annotation_kind)] = AnnotationKind.COMMENT.value
    author: Line | None = None
    date: IsoDate | None = None

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """Check that there is a text; a review may be a mere tick."""
        if not self.text and self.kind != AnnotationKind.REVIEW:
            raise ValueError("a note has a “text”; only a review may be without")
        return self


def read_notes(path: str, file: str, data: bytes) -> tuple[NoteEntry, ...]:
    """Read `notes.yml`.

    Args:
        path: as the user would type it, for problems.
        file: as the notes shall name it.
        data: the file's bytes.

    Whether the clauses exist is known only after segmentation: `annotations` reports those that do not.

    Raises:
        SettingsError: with all problems that can be seen in the file alone.
    """
    return tuple(
        NoteEntry(
            clause=split_clause_name(entry.clause),
            text=entry.text,
            kind=AnnotationKind(entry.kind),
            author=entry.author,
            date=entry.date,
            file=file,
            line=line,
        )
        for line, entry in read_entry_list(path, data, NoteSettings).numbered()
    )


def write_notes(notes: Iterable[NoteEntry]) -> str:
    r"""Write `notes.yml`.

    Post-condition: `read_notes` of it gives the same notes.

    >>> print(
    ...     write_notes([NoteEntry(clause=("A", "art_3"), text="Too long.\nCut it.", file="", line=1)]),
    ...     end="",
    ... )
    - clause: A/art_3
      text: |-
        Too long.
        Cut it.
    """
    joiner = "\n  "  # Python 3.11 takes no backslash inside an expression
    return "".join(f"- {joiner.join(write_note(note))}\n" for note in notes)


def write_note(note: NoteEntry) -> Iterator[str]:
    """Yield the lines of a note."""
    yield f"clause: {'/'.join(note.clause)}"
    if note.kind is not AnnotationKind.COMMENT:
        yield f"kind: {note.kind.value}"
    if note.author:
        yield f"author: {quote_text(note.author)}"
    if note.date:
        yield f"date: {note.date}"
    if PLAIN_LINES.fullmatch(note.text):
        yield "text: |-"
        yield from (f"  {line}".rstrip() for line in note.text.split("\n"))
    elif note.text:
        yield f"text: {quote_text(note.text)}"


def quote_text(text: str) -> str:
    """Write a text on one line, so that YAML reads it as it is."""
    return json.dumps(text, ensure_ascii=False)
