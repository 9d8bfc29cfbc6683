"""Paratexts: what is a text's own and belongs to no clause: title, notes of adoption, footnotes, signature.

Segmentation sets them aside by stretches; here they are read from that, as `units` are from the clauses.
Whatever else was set aside (page furniture, headers, contents, ornaments) is the page's or the printer's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Role, Version
from hexapla.text import RAISED, join_pieces

TITLE = "title"
FOOTNOTE = "footnote"
PARATEXT_KINDS = (TITLE, "note", "signature", FOOTNOTE)
"""kinds of set-aside text that are the text's own, as `SetAside.kind` has them, in the order of telling"""
HEADING = "heading"
"""the kind of the heading of a division, whose number is its mark; it is a clause's, and stands in no row"""
MARK = compile_lazily(rf"[{RAISED}]+")
WORD_CHARACTER = compile_lazily(r"\w")
LINE_BREAK = compile_lazily(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""what `str.splitlines` ends a line at"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paratext:
    """A line of a title, a note of adoption or a signature; or a foot- or endnote with all its lines."""

    kind: str
    """one of `PARATEXT_KINDS`"""
    text: str
    """as one line, without outer white space and without the mark of a footnote"""
    mark: str | None
    """the raised sign that leads to a footnote"""
    spans: tuple[Span, ...]
    """in the source; they spell mark and text and nothing else but white space"""


def extract_paratexts(version: Version) -> tuple[Paratext, ...]:
    """Return a version's own text outside its clauses, in its order; lines without a word are none."""
    source = version.source.text
    own = sorted(
        (start, end, each.kind)
        for each in version.set_aside
        if each.kind in PARATEXT_KINDS and each.clause is None
        for start, end in each.spans
    )
    made = (build_paratext(kind, spans, source) for kind, spans in group_paratext_spans(own, source))
    return tuple(each for each in made if WORD_CHARACTER.search(each.text))


def extract_division_headings(version: Version) -> dict[str, Paratext]:
    """Return the headings of a version's divisions by the ids of their clauses, in its order.

    A division without a number, or with a text of its own, is left out.
    """
    return {
        clause.id: Paratext(
            kind=HEADING, text=" ".join(clause.heading.split()), mark=clause.number, spans=clause.spans
        )
        for clause in version.clauses
        if clause.role is Role.DIVISION and clause.number and clause.heading and not clause.text
    }


def group_paratext_spans(
    own: Iterable[tuple[int, int, str]], source: str
) -> Iterator[tuple[str, list[Span]]]:
    """Yield what makes a paratext: a note whole, else a line, whatever was set aside from its inside."""
    kind, spans = "", list[Span]()
    for start, end, name in split_into_lines(own, source):
        if name == FOOTNOTE:
            goes_on = MARK.match(source[start:end].lstrip()) is None
        else:
            goes_on = bool(spans) and not LINE_BREAK.search(source, spans[-1][1] - 1, start)
        if spans and not (goes_on and name == kind):
            yield kind, spans
            spans = []
        kind = name
        spans.append((start, end))
    if spans:
        yield kind, spans


def split_into_lines(own: Iterable[tuple[int, int, str]], source: str) -> Iterator[tuple[int, int, str]]:
    """Part what is told by lines into lines, each with its line break."""
    for start, end, kind in own:
        at = start
        for piece in [source[start:end]] if kind == FOOTNOTE else source[start:end].splitlines(keepends=True):
            yield at, at + len(piece), kind
            at += len(piece)


def build_paratext(kind: str, spans: list[Span], source: str) -> Paratext:
    """Make a paratext of where it stands."""
    close = tuple(tight for span in spans if (tight := trim_span(source, span)))
    text = "".join(source[slice(*span)] for span in spans).strip()
    found = MARK.match(text) if kind == FOOTNOTE else None
    if found:
        text = text[found.end() :]
    return Paratext(
        kind=kind,
        text=join_pieces(*(line.strip() for line in text.splitlines())),
        mark=found[0] if found else None,
        spans=close,
    )


def trim_span(source: str, span: Span) -> Span | None:
    """Take the white space off the ends of a span; None if nothing is left."""
    start, end = span
    text = source[start:end]
    left = start + len(text) - len(text.lstrip())
    return (left, start + len(text.rstrip())) if text.strip() else None


def stated_title(version: Version) -> str:
    """Return a version's title as its text or its editor states it; empty where a file's name stands for it.

    A file's name is a name for lists and screens. In a file made from the texts it would be text that none
    of them has.
    """
    named = version.title == PurePosixPath(version.source.path).stem
    if named and not any(each.kind == TITLE for each in version.set_aside):
        return ""
    return version.title
