"""A version as a text that people can edit: one clause a paragraph, headings on lines of their own.

What is written is read again and segmented. Only a form in which the clauses are the same as before is taken:
the clean one; else the original's own lines without what was set aside; else the original's stretch as it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from hexapla.model import Clause, Source, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import join_pieces, remove_space

RETAINED_KINDS = frozenset({"title", "note", "footnote", "signature"})
"""kinds of set-aside text that belong to the document: they stay in the text"""
MARK = "footnote_mark"
"""stays too, in its place inside a clause"""

ENDS = ".。:：;；!！?？)）】]"
"""what a heading ends with that runs into its text"""

ClauseContent = tuple[str | None, str, str, int]


def write_clean_text(version: Version, name: str, plan: Plan) -> str:
    """Write a version as plain text.

    Args:
        version: the version.
        name: of the file that it will be in.
        plan: as the version was segmented.

    Post-conditions:
        1. The text, read and segmented, is one version with the same clauses: number, heading, text, depth.
        2. It ends with a line feed, or is empty.
    """
    wanted = summarise_clauses(version.clauses)
    forms: Sequence[Callable[[Version], str]] = (
        write_headings_apart,
        write_headings_run_in,
        write_as_printed,
    )
    for form in forms:
        text = form(version)
        if read_clauses(text, name, plan) == wanted:
            return text
    return end_with_line_feed(version.text)


def summarise_clauses(clauses: Sequence[Clause]) -> list[ClauseContent]:
    """Say what clauses are, white space aside."""
    return [
        (clause.number, remove_space(clause.heading or ""), remove_space(clause.text), clause.depth)
        for clause in clauses
    ]


def read_clauses(text: str, name: str, plan: Plan) -> list[ClauseContent] | None:
    """Read a text that is yet to be written; None if it would not be one version."""
    own = Plan(id=plan.id, unit=plan.unit, schemes=plan.schemes)
    versions = segment([read_source(name, text.encode(), encoding="utf-8")], own).versions
    return summarise_clauses(versions[0].clauses) if len(versions) == 1 else None


def write_headings_apart(version: Version) -> str:
    """Write every clause as a paragraph, a heading on the line of its number and the text below it."""
    return write_paragraphs(version, apart=True)


def write_headings_run_in(version: Version) -> str:
    """Write every clause as one line, with its heading."""
    return write_paragraphs(version, apart=False)


def write_paragraphs(version: Version, *, apart: bool) -> str:
    """Write clauses as paragraphs, an empty line between them; titles and the like stay in their places."""
    marks = {span[0]: span for aside in version.set_aside if aside.kind == MARK for span in aside.spans}
    placed = [
        (clause.spans[0][0], write_clause(restore_note_marks(clause, version.source, marks), apart=apart))
        for clause in version.clauses
        if clause.spans
    ]
    for aside in version.set_aside:
        if aside.kind in RETAINED_KINDS:
            placed += [(start, version.source.text[start:end].strip()) for start, end in aside.spans]
    placed.sort(key=lambda each: each[0])
    return "\n\n".join(text for _, text in placed if text) + "\n"


def restore_note_marks(clause: Clause, source: Source, marks: Mapping[int, tuple[int, int]]) -> Clause:
    """Put the marks of notes back into a clause's heading and text.

    A clause's spans spell its number, heading and text but for white space, so counting tells which is which.
    """
    if not any(end in marks for _, end in clause.spans):
        return clause
    lengths = [len(remove_space(part or "")) for part in (clause.number, clause.heading, clause.text)]
    parts, which, count = ["", "", ""], 0, 0
    for start, end in clause.spans:
        for char in source.text[start:end]:
            if remove_space(char):
                while which < len(parts) - 1 and count == lengths[which]:
                    which, count = which + 1, 0
                count += 1
            parts[which] += char
        parts[which] += source.text[slice(*marks.get(end, (0, 0)))]
    _, heading, text = (part.strip() for part in parts)
    return replace(clause, heading=heading or None, text=text)


def write_clause(clause: Clause, *, apart: bool) -> str:
    """Write a clause; a heading that ends like a sentence (总则。) is only one on the text's line."""
    heading, text = unwrap(clause.heading or ""), unwrap(clause.text)
    number = clause.number
    if number and number[-1].isalnum() and (heading or text):
        number += " "
    if apart and heading and text and heading[-1] not in ENDS:
        return f"{join_pieces(number, heading)}\n{text}"
    return join_pieces(number, heading, text)


def unwrap(text: str) -> str:
    """Write lines as one, as their language does."""
    return join_pieces(*(line.strip() for line in text.split("\n")))


def write_as_printed(version: Version) -> str:
    """Write the original's own lines without what was set aside."""
    gone = sorted(
        span for aside in version.set_aside if aside.kind not in RETAINED_KINDS for span in aside.spans
    )
    return end_with_line_feed("".join(cut_out_spans(version.source, version.extent, gone)))


def cut_out_spans(source: Source, extent: tuple[int, int], gone: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield what is left of a stretch."""
    at = extent[0]
    for start, end in gone:
        yield source.text[at:start]
        at = max(at, end)
    yield source.text[at : extent[1]]


def end_with_line_feed(text: str) -> str:
    """End a text with one line feed."""
    text = text.strip("\n")
    return f"{text}\n" if text else ""
