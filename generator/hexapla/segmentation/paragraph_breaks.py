"""Where paragraphs end: as the source's format says, at blank lines, after sentences; not within a stanza."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import (
    BLANK,
    BULLET,
    TextLine,
    is_ended,
    iterate_lines,
    measure_width,
)
from hexapla.segmentation.surroundings import is_operative
from hexapla.segmentation.text_structure import PLAIN, TextStructure
from hexapla.text import HIDDEN
from hexapla.text.scripts import is_small_letter

INDENTS = ("  ", HIDDEN + "  ")
HANGING = "   "
"""deeper than the first line of a paragraph: below a number, a sentence goes on there"""
SENTENCE_PARTS = compile_lazily(r"[,;。、]")
"""a line with these is no heading"""
FEWEST_VERSES = 3
LIST_LEADS = ":—–-"
"""signs at the end of a line that lead on to a list"""
LIST_PARTS = frozenset(";,")
"""signs that part the lines of a list without numbers, which is a part of its sentence"""
LONGEST_VERSE = 70
"""columns"""


def split_paragraphs(
    view: str, start: int, end: int, wrapped: int, structure: TextStructure = PLAIN
) -> list[Span]:
    """Cut a stretch into paragraphs that tile it.

    A blank line ends a paragraph, and so does a line break after the end of a sentence; in a text whose lines
    were broken at a width (`wrapped`), only after a line that is shorter than that; in a stanza none does.
    Where
    the source's format says that a paragraph or an item without a number begins, one does in any case.
    """
    first = view.find("\n", start, end)
    if first < 0 or not view[first:end].strip(BLANK):
        return [(start, end)]
    cuts = [start]
    firm: set[int] = set()
    last: TextLine | None = None
    gap = listed = False
    bullets = structure.bullets
    verses = find_verses(view, start, end)
    for line in iterate_lines(view, start, end):
        if not line.text:
            gap = gap or (last is not None and HIDDEN not in view[line.start : line.end])
            continue
        torn = (
            bullets is None
            and gap
            and last is not None
            and HIDDEN in view[last.end : line.start]
            and not is_ended(last.text)
        )
        stated = bullets is not None and (
            line.start in structure.paragraphs or find_line_text(view, line.start) in bullets
        )
        broken = (
            line.start not in verses
            and last is not None
            and is_paragraph_break(last, line, view, wrapped, listed=listed)
        )
        listed = listed or line.text[-1] in LIST_LEADS
        if last is not None and (stated or (not torn and (gap or broken))):
            cuts.append(line.start)
            firm |= {line.start} if stated or gap else set()
        last, gap = line, False
    return join_announced(view, list(pairwise([*cuts, end])), firm)


def join_announced(view: str, paragraphs: list[Span], firm: Collection[int]) -> list[Span]:
    """Join what a colon announces to its sentence: the one line behind it, or lines parted by semicolons.

    What begins at a `firm` place, as the format or a blank line says, stays apart.
    """
    found: list[Span] = []
    joining = False
    for n, (begin, stop) in enumerate(paragraphs):
        before = view[paragraphs[n - 1][0] : begin].rstrip(BLANK)[-1:] if n else ""
        own = view[begin:stop].rstrip(BLANK)[-1:]
        final = stop == paragraphs[-1][1]
        announced = before == ":" and (own in LIST_PARTS or (final and n == 1))
        joining = begin not in firm and (announced or (joining and before in LIST_PARTS))
        if joining:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((begin, stop))
    return found


def find_verses(view: str, start: int, end: int) -> frozenset[int]:
    """Return where lines begin that go on in a stanza."""
    found: list[int] = []
    run: list[TextLine] = []
    for line in (*iterate_lines(view, start, end), TextLine(end, end, "")):
        if line.text:
            run.append(line)
            continue
        if is_stanza([each.text for each in run]):
            found += [each.start for each in run[1:]]
        run = []
    return frozenset(found)


def is_stanza(lines: Sequence[str]) -> bool:
    """Tell whether lines that no blank line parts are verses.

    They are short and about as long as each other, begin with capitals, and most go on in the next.

    >>> is_stanza(["The boats come home at night", "And every mast wears a light;", "Along the quay we"])
    True
    >>> is_stanza(["Boats", "Every boat bears a light at its mast.", "Fees"])
    False
    """
    if len(lines) < FEWEST_VERSES:
        return False
    widths = [measure_width(line) for line in lines]
    ended = sum(map(is_ended, lines[:-1]))
    return (
        max(widths) <= LONGEST_VERSE
        and min(widths) * 5 >= max(widths) * 3
        and ended * 2 < len(lines) - 1
        and all(line[0].isupper() or not line[0].isalpha() for line in lines)
        and not any(map(BULLET.match, lines))
    )


def find_line_text(view: str, at: int) -> int:
    """Return where a line's first sign stands, seen or not, behind its blanks."""
    while view[at : at + 1] == " ":
        at += 1
    return at


def is_paragraph_break(last: TextLine, line: TextLine, view: str, wrapped: int, *, listed: bool) -> bool:
    """Tell whether a new paragraph begins with `line`; a bullet belongs to the words that lead on to it.

    A semicolon ends the item of a list (`listed`); otherwise a small letter goes on with its sentence.
    """
    if BULLET.match(line.text) and last.text[-1] in ":;,":
        return False
    if view.startswith(INDENTS, line.start) and not view.startswith(INDENTS, last.start):
        hanging = view.startswith(HANGING, line.start) and SENTENCE_PARTS.search(last.text)
        return is_ended(last.text) or not (last.text.isascii() or last.text[-1] in ",、" or hanging)
    if not is_ended(last.text):
        return line.text[-1] == ":" and is_operative(line.text)
    if last.text[-1] == ";" and not listed and is_small_letter(line.text):
        return False
    return not wrapped or measure_width(last.text) < wrapped * 0.9 or last.text[-1] in ":;"
