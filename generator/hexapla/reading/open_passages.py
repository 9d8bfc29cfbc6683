"""What a draft leaves open: text in brackets, options to choose from; comments in brackets are kept apart.

“The keeper [shall][should] light the lamps” is one choice, “by [30] June” one open passage, “[Note: to be
discussed]” a comment and no text at all. Brackets mean other things too: a number of a note, a heading, a
year, a link, a word on text that was taken out. These are left alone, and one bracket alone makes no draft.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Document, Version
from hexapla.units import Unit, build_units

PAIRS: Final = {"[": "]", "【": "】", "［": "］"}
BRACKET: Final = compile_lazily(r"[][【】［］]")
BETWEEN_OPTIONS: Final = compile_lazily(r"\s{0,2}(?:/|or\b|或)?\s{0,2}")
NO_TEXT: Final = compile_lazily(
    r"\s*(?:\W*|[0-9０-９]{1,2}|[a-z*†‡]|(?:1[6-9]|20)\d\d|F\d{1,3}.*|[ivxl]{1,5})\s*", re.DOTALL
)
"""numbers of notes, years of reports, marks of amendments, nothing at all"""
FEW: Final = 2
"""open passages from which a text is taken for a draft, if it has no options"""
COMMENT = compile_lazily(
    rf"\s*(?:{write_alternation(words_of('drafts', 'comment'))})\s*(?:[:：]|$|\d|by\b|to\b)", re.IGNORECASE
)
CLOSED = compile_lazily(rf"\s*(?:{write_alternation(words_of('drafts', 'closed'))})\b", re.IGNORECASE)
OPTION = compile_lazily(
    rf"^[\[【［]?(?:{write_alternation(words_of('drafts', 'option'))}) ?([A-H]|[1-9]|[一二三四五六])(?![\w])",
    re.IGNORECASE | re.MULTILINE,
)
FIRST_OPTIONS: Final = frozenset("Aa1一")


class OpenKind(StrEnum):
    """What stands in brackets."""

    TEXT = "text"
    """words on which nobody has agreed yet"""
    CHOICE = "choice"
    """several wordings, of which one is to stay"""
    COMMENT = "comment"
    """a remark on the text, and no part of it"""


@dataclass(frozen=True, slots=True)
class OpenPassage:
    """A passage that a draft leaves open."""

    kind: OpenKind
    unit: str
    """id of the clause"""
    start: int
    """in `Unit.text`"""
    end: int
    options: int = 1
    """wordings to choose from"""


@dataclass(frozen=True, slots=True)
class DraftCount:
    """How much a version leaves open."""

    version: str
    """siglum"""
    texts: int
    choices: int
    comments: int

    @property
    def open(self) -> int:
        """All that is to be decided; comments are not."""
        return self.texts + self.choices


def count_drafts(document: Document) -> tuple[DraftCount, ...]:
    """Count what each version leaves open, in their order; none where no version is a draft.

    A version is a draft if it has a choice, or a few open passages.
    """
    counts = [count_version(version) for version in document.versions]
    drafts = any(each.choices or each.open >= FEW for each in counts)
    return tuple(counts) if drafts else ()


def count_version(version: Version) -> DraftCount:
    """Count what a version leaves open."""
    kinds = Counter(each.kind for each in find_open_passages(*build_units(version)))
    return DraftCount(version.siglum, *(kinds[kind] for kind in OpenKind))


def find_open_passages(*units: Unit) -> tuple[OpenPassage, ...]:
    """Find what clauses leave open, in order; brackets in brackets are part of the outer ones.

    Args:
        units: clauses of one version with their paragraphs and items, in its order. A choice may be one
            between clauses: its labels then stand at the ends of the clauses before.
    """
    bracketed = (each for unit in units for each in unite_options(unit, list(find_bracketed(unit))))
    order = {unit.id: at for at, unit in enumerate(units)}
    found = [*bracketed, *find_labelled_options(units)]
    return tuple(sorted(found, key=lambda each: order[each.unit]))


def find_bracketed(unit: Unit) -> Iterator[OpenPassage]:
    """Yield the outermost brackets of a clause that leave something open, or hold a comment."""
    text, waiting, start = unit.text, list[str](), 0
    for found in BRACKET.finditer(text):
        if found[0] in PAIRS:
            if not waiting:
                start = found.start()
            waiting.append(PAIRS[found[0]])
        elif waiting and found[0] == waiting[-1]:
            waiting.pop()
            if not waiting and (kind := judge_bracket(text, start, found.end())):
                yield OpenPassage(kind, unit.id, start, found.end())


def judge_bracket(text: str, start: int, end: int) -> OpenKind | None:
    """Say what a pair of brackets holds; None: nothing that a draft leaves open."""
    inside = text[start + 1 : end - 1]
    if COMMENT.match(inside):
        return OpenKind.COMMENT
    label = OPTION.match(inside)
    if label and label.end() == len(inside):
        return None
    if NO_TEXT.fullmatch(inside) or CLOSED.match(inside) or text[end : end + 1] == "(":
        return None
    opens_line = start == 0 or text[start - 1] == "\n"
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else line_end].strip()
    is_heading = opens_line and bool(rest) and rest[0] not in PAIRS and "\n" not in inside
    return None if is_heading and not rest.startswith((".", "。", ";", "；")) else OpenKind.TEXT


def unite_options(unit: Unit, found: Sequence[OpenPassage]) -> Iterator[OpenPassage]:
    """Yield passages, those that stand side by side as one choice."""
    last: OpenPassage | None = None
    for each in found:
        beside = last and BETWEEN_OPTIONS.fullmatch(unit.text, last.end, each.start)
        if last and beside and OpenKind.COMMENT not in (last.kind, each.kind):
            last = OpenPassage(OpenKind.CHOICE, unit.id, last.start, each.end, last.options + 1)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def find_labelled_options(units: Sequence[Unit]) -> Iterator[OpenPassage]:
    """Yield choices whose wordings stand behind labels: Option A, Option B.

    A choice that goes on in the clauses below ends, as a passage, with the clause in which it begins.
    """
    labels = [(unit, each) for unit in units for each in OPTION.finditer(unit.text)]
    starts = [at for at, (_, each) in enumerate(labels) if each[1] in FIRST_OPTIONS]
    for first, after in pairwise([*starts, len(labels)]):
        unit, label = labels[first]
        below, begins = labels[after] if after < len(labels) else (None, None)
        end = begins.start() if begins and below is unit else len(unit.text)
        if after - first > 1:
            yield OpenPassage(OpenKind.CHOICE, unit.id, label.start(), end, after - first)
