"""Take a source apart into its versions: by their marks, or by titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.findings import Span
from hexapla.languages import lists_of, words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Markup, MarkupKind, Source
from hexapla.segmentation.dates import find_stated_date
from hexapla.segmentation.document_titles import (
    find_alike_texts,
    find_dated_titles,
    find_document_titles,
    find_repeated_titles,
)
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, split_lines
from hexapla.segmentation.front_matter import (
    DATED,
    FIRST_MARK,
    MARKED,
    could_be_title,
    find_next_text,
    names_kind,
)
from hexapla.segmentation.notes import is_note
from hexapla.segmentation.run_on_versions import find_run_on_marks, find_run_on_titles
from hexapla.segmentation.translations import find_translation_titles
from hexapla.segmentation.version_marks import (
    FRAMING_SIGNS,
    VersionMark,
    find_version_marks,
)
from hexapla.text import HIDDEN
from hexapla.text.numerals import read_numeral

N = r"[一二三四五六七八九十\d]{1,3}"
WORDS = {
    word: n
    for found in lists_of("numbers", "units")
    for n, same in enumerate(found.words[:11])
    for word in same.split("/")
    if n > 1
}
PROMISE = compile_lazily(
    rf"(?P<n>{N}) *(?:篇|则|[個个种種][^\s。,;]{{0,4}}(?:版本|文本)|份|套|稿)(?!文)|"
    rf"(?<!\d)(?P<w>\d{{1,3}}|{'|'.join(WORDS)}) (?:{write_alternation(words_of('versions', 'announced'))})",
    re.IGNORECASE,
)
UNSEEN = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff\u200b\u200c\u200d\u200e\u200f"
OPENING = compile_lazily(r"[(（]")
SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class VersionPart:
    """One version in a source."""

    extent: Span
    body: int
    """where its text begins, after title and mark"""
    number: int | None
    label: str | None
    title: str | None
    issued: str | None
    holes: tuple[ExcludedSpan, ...]
    """title and mark"""
    extract: bool = False
    """only the clauses that changed stand in it, as in a table of old and new wording"""


@dataclass(frozen=True, slots=True)
class Compilation:
    """The parts of a source, in order."""

    parts: tuple[VersionPart, ...]
    front: Span
    """what stands before the first part"""
    title: str | None
    promised: int | None


def split_compilation(text: str, view: str, start: int, end: int) -> Compilation | None:
    """Return the parts of a compilation; None if the stretch is one version.

    Post-conditions:
        1. `front` and the parts' extents tile `[start, end)`.
        2. Numbers of parts rise.
    """
    run = find_version_marks(view, start, end) or find_run_on_marks(view, start, end)
    if run:
        return split_at_marks(text, view, start, end, run)
    ways = (
        find_dated_titles,
        find_repeated_titles,
        find_document_titles,
        find_translation_titles,
        find_alike_texts,
        find_run_on_titles,
    )
    if titles := next((found for way in ways if (found := way(view, start, end))), None):
        return split_at_titles(text, start, end, titles)
    republished = find_republished_title(view, start, end)
    return split_at_republished(text, start, end, republished) if republished else None


def find_republished_title(view: str, start: int, end: int) -> TextLine | None:
    """Return the title of a text that a decision before it amends and publishes anew; None if there is none.

    The decision has clauses of its own and names the text in its title marks: 《…办法》根据本决定作相应修改.
    """
    gap, marked = False, False
    for line in split_lines(view, start, end):
        if not line.text:
            gap = True
            continue
        if gap and marked and names_kind(line.text) and could_be_title(line.text):
            first = FIRST_MARK.match(view, find_first_after_note(view, line, end))
            named = view.find(f"《{line.text}》", start, line.start) >= 0
            if named and first is not None and first["weak"] is None:
                return line
        marked = marked or MARKED.match(line.text) is not None
        gap = False
    return None


def find_first_after_note(view: str, line: TextLine, end: int) -> int:
    """Return where the text below a title begins, behind a note of adoption."""
    at = find_next_text(view, line.end, end)
    stop = view.find("\n", at, end)
    noted = stop >= 0 and is_note(view[at:stop].strip(" " + HIDDEN))
    return find_next_text(view, stop, end) if noted else at


def split_at_republished(text: str, start: int, end: int, title: TextLine) -> Compilation:
    """Make two parts: the decision, and the text as it reads now."""
    decision = VersionPart((start, title.start), start, 1, None, None, None, ())
    amended = split_at_titles(text, title.start, end, [title]).parts[0]
    return Compilation((decision, replace(amended, number=2)), (start, start), None, None)


def split_by_format(source: Source, view: str, start: int, end: int) -> Compilation | None:
    """Return the parts that a source's format tells apart; None if it tells of no more than one."""
    heads = [
        one
        for one in source.markup
        if one.kind is MarkupKind.VERSION and start <= one.start and one.end <= end
    ]
    if len(heads) > 1:
        return split_at_heads(source.text, view, start, end, heads)
    witnesses = [one for one in source.markup if one.kind is MarkupKind.WITNESS and start <= one.start < end]
    return split_at_witnesses(source, start, end, witnesses) if len(witnesses) > 1 else None


def split_at_heads(text: str, view: str, start: int, end: int, heads: Sequence[Markup]) -> Compilation:
    """Make parts of the columns of a table of old and new wording, each under its head."""
    holes = [(ExcludedSpan(head.start, head.end, "version_mark"),) for head in heads]
    parts = (
        replace(part, body=own[0].end, holes=own, extract=True)
        for part, own in zip(make_parts(heads, end), holes, strict=True)
    )
    front = (start, heads[0].start)
    return Compilation(tuple(parts), front, read_front_title(text, view, front), None)


def split_at_witnesses(source: Source, start: int, end: int, witnesses: Sequence[Markup]) -> Compilation:
    """Make parts of the versions that a file tells apart by its markup, with the titles it states."""
    titles = {(one.start, one.end): one.value for one in source.markup if one.kind is MarkupKind.TITLE}
    dates = {(one.start, one.end): one.value for one in source.markup if one.kind is MarkupKind.DATE}
    spans = [(one.start, one.end) for one in witnesses]
    parts = (
        replace(part, title=titles.get(span), issued=dates.get(span) or part.issued)
        for part, span in zip(make_parts(witnesses, end), spans, strict=True)
    )
    return Compilation(tuple(parts), (start, witnesses[0].start), titles.get((0, 0)), None)


def make_parts(starts: Sequence[Markup], end: int) -> list[VersionPart]:
    """Make a part from each of these places to the next, with the label that stands there."""
    stops = [*(one.start for one in starts[1:]), end]
    return [
        VersionPart(
            extent=(one.start, stop),
            body=one.start,
            number=number,
            label=one.value,
            title=None,
            issued=find_stated_date(one.value),
            holes=(),
        )
        for number, (one, stop) in enumerate(zip(starts, stops, strict=True), start=1)
    ]


def split_at_marks(text: str, view: str, start: int, end: int, run: Sequence[VersionMark]) -> Compilation:
    """Make parts of marks; a title that is repeated before each mark belongs to the part."""
    length = measure_common_suffix([view[max(start, mark.start - 80) : mark.start] for mark in run])
    before = (run[0].start - length, run[0].start) if length else run[0].title
    title = text[slice(*before)].strip() if before else None
    starts = [mark.start - length for mark in run]
    parts = []
    for begin, stop, mark in zip(starts, [*starts[1:], end], run, strict=True):
        holes = [ExcludedSpan(begin, mark.start, "title")] if length else []
        label = extract_label(text, mark)
        parts.append(
            VersionPart(
                extent=(begin, stop),
                body=mark.end,
                number=mark.number,
                label=label,
                title=title,
                issued=find_stated_date(view[mark.start : mark.end]),
                holes=(*holes, ExcludedSpan(mark.start, mark.end, "version_mark")),
            )
        )
    front = (start, starts[0])
    announced = max(
        (n for n in (read_promised_count(view, front), run[-1].number) if n is not None), default=None
    )
    return Compilation(tuple(parts), front, title or read_front_title(text, view, front), announced)


def extract_label(text: str, mark: VersionMark) -> str:
    """Return what a mark says without its brackets, and without the title before it."""
    if mark.title is None:
        label = text[mark.start : mark.end].lstrip(UNSEEN + "【[")
        return OPENING.split(label, maxsplit=1)[0].rstrip(UNSEEN + "】]:：")
    return text[mark.title[1] : mark.end].strip(FRAMING_SIGNS + "（）：\n\u3000")


def split_at_titles(text: str, start: int, end: int, titles: Sequence[TextLine]) -> Compilation:
    """Make parts that begin with their titles; what stands before the first is front matter."""
    parts = []
    for n, line in enumerate(titles):
        stop = titles[n + 1].start if n + 1 < len(titles) else end
        title = text[line.start : line.end].strip().lstrip("# ").strip("* ")
        issued = find_stated_date(line.text)
        bare = DATED.sub("", title).strip() if issued else title
        parts.append(
            VersionPart(
                extent=(line.start, stop),
                body=line.end,
                number=n + 1,
                label=issued[:4] if issued else None,
                title=bare or title,
                issued=issued,
                holes=(ExcludedSpan(line.start, line.end, "title"),),
            )
        )
    names = {part.title for part in parts}
    return Compilation(tuple(parts), (start, titles[0].start), names.pop() if len(names) == 1 else None, None)


def measure_common_suffix(before: Sequence[str]) -> int:
    """Return the length of the title that stands before every mark; 0 if it is too short to be one."""
    length = 0
    while all(len(one) > length and one[-1 - length] == before[0][-1 - length] for one in before):
        length += 1
    suffix = before[0][len(before[0]) - length :]
    title = re.split(r"[。.!?;\n】\x1f]", suffix)[-1].lstrip()
    return len(title) if len(title.strip()) >= SHORTEST_TITLE else 0


def read_front_title(text: str, view: str, front: Span) -> str | None:
    """Return the first line before the parts, without its promise of a number of parts."""
    for line in split_lines(view, *front):
        if line.text:
            left = view.index(line.text[0], line.start)
            words = re.sub(
                r"[【\[(][^】\])]*[】\])]$|(?:范文)?[一二三四五六七八九十\d]{1,3}[篇则份]$", "", line.text
            ).rstrip()
            return text[left : left + len(words)].strip(HIDDEN + " ") or None
    return None


def read_promised_count(view: str, front: Span) -> int | None:
    """Return how many versions the front matter announces."""
    found = PROMISE.search(view, *front)
    if not found:
        return None
    words = found["w"]
    if words:
        return WORDS.get(words.lower()) or int(words)
    return read_numeral(found["n"])
