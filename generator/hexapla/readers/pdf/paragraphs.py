"""Printed lines → paragraphs: joined only where a line was broken because it was full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import inf
from statistics import median

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.pdf.margins import NUMBERED, is_page_number
from hexapla.readers.pdf.page_lines import CLOSING, HYPHEN, PdfLine
from hexapla.text import is_wide

INDENT = 0.8
"""line heights by which a line must stand in to begin a paragraph"""
LEADING = 1.45
"""times the usual distance of lines, from which on a gap parts paragraphs"""
SIZES = 0.15
"""share by which the fonts of a paragraph's lines may differ in size"""
SLACK = 0.35
"""line heights that may be left at the end of a full line"""
MARKED_SHARE = 0.6
"""share of paragraphs that begin with an indent or a gap, from which on all do"""
NARROWEST = 15
"""times the size of the font: where all lines are shorter, none was broken because it was full"""
NEAR = 10.0
"""points within which blocks begin at the same place"""
SENTENCE_END = compile_lazily_with_properties(r"[。；：！？.;:!?…][\"'”’」』)）\]】]*$")
SURELY_NUMBERED = compile_lazily_with_properties(
    r"\s*(?:\[\d{1,4}\]|第\s*[一二三四五六七八九十百千零〇\d]+\s*(?:条|條|章|节|節|编|編)[\s\u3000])"
)
"""begins a paragraph whatever stands before it: a reference has no brackets, and no space after it"""
WORD = compile_lazily_with_properties(r"[\p{L}]+")


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """A paragraph as text, and where it begins."""

    text: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one column on one page, and its bounds."""

    lines: Sequence[PdfLine]
    left: float
    right: float


def join_paragraphs(blocks: Sequence[Sequence[PdfLine]]) -> Iterator[PdfParagraph]:
    """Join lines.

    Post-conditions:
        1. Every line is in one paragraph, in order.
        2. Nothing but hyphens at line ends is taken away, nothing but spaces between lines is added.
    """
    bounded = list(measure_blocks([block for block in blocks if block]))
    pitch = usual_pitch(bounded)
    pairs = [
        (block, line, after, following)
        for block, next_block in zip_longest(bounded, bounded[1:])
        for line, after, following in pair_lines(block, next_block)
    ]
    signed = has_paragraph_marks(pairs, pitch)
    words = {word for _, line, _, _ in pairs for word in WORD.findall(line.text)}
    open_lines: list[PdfLine] = []
    for block, line, after, following in pairs:
        open_lines.append(line)
        if following is None or not is_same_paragraph(
            (block, line, after, following), pitch, signed=signed, first=len(open_lines) == 1
        ):
            yield PdfParagraph(join_lines(open_lines, words), open_lines[0].page, open_lines[0].number)
            open_lines = []


LinePair = tuple[TextBlock, PdfLine, TextBlock, PdfLine | None]
"""a line with its block, and the next one with its own"""


def measure_blocks(blocks: Sequence[Sequence[PdfLine]]) -> Iterator[TextBlock]:
    """Find out how far to the right lines reach: in a block, or in all that begin where it does.

    Punctuation may hang beyond the margin, so lines that end with it tell nothing.
    """
    widest: dict[int, float] = {}
    for block in blocks:
        place = round(min(line.left for line in block) / NEAR)
        inner = [line.right for line in block if line.text[-1] not in CLOSING]
        widest[place] = max([widest.get(place, -inf), *(inner or (line.right for line in block))])
    for block in blocks:
        left = min(line.left for line in block)
        yield TextBlock(block, left, widest[round(left / NEAR)])


def pair_lines(
    block: TextBlock, after: TextBlock | None
) -> Iterator[tuple[PdfLine, TextBlock, PdfLine | None]]:
    """Yield every line of a block with the one after it."""
    for index, line in enumerate(block.lines):
        if index + 1 < len(block.lines):
            yield line, block, block.lines[index + 1]
        elif after is not None:
            yield line, after, after.lines[0]
        else:
            yield line, block, None


def usual_pitch(blocks: Sequence[TextBlock]) -> float:
    """Return the usual distance from line to line, in points; 0 without any."""
    found = [
        line.middle - after.middle
        for block in blocks
        for line, after in pairwise(block.lines)
        if line.middle > after.middle
    ]
    return median(found) if found else 0.0


def is_full(block: TextBlock, line: PdfLine, following: PdfLine) -> bool:
    """Tell whether the next line's first word did not fit on a line."""
    if block.right - block.left < NARROWEST * line.size:
        return False
    together = is_wide(line.text[-1]) or is_wide(following.text[0])
    space = 0.0 if together else (line.right - line.left) / len(line.text)
    return line.right + space + following.first_word > block.right - SLACK * line.height * 0.5


def is_separated(pair: LinePair, pitch: float) -> bool:
    """Tell whether a gap or another size parts a line from the next."""
    block, line, after, following = pair
    if following is None or abs(line.size - following.size) > SIZES * max(line.size, following.size):
        return True
    if block is not after or pitch <= 0:
        return False
    return line.middle - following.middle > LEADING * pitch


def is_indented(pair: LinePair) -> bool:
    """Tell whether the next line stands in from its block, and more than this one."""
    block, line, after, following = pair
    if following is None:
        return False
    inside = following.left - after.left
    return inside > INDENT * following.height and inside > line.left - block.left + INDENT * line.height / 2


def has_paragraph_marks(pairs: Sequence[LinePair], pitch: float) -> bool:
    """Tell whether the text shows where paragraphs begin, by indents or by gaps."""
    begun = [pair for pair in pairs if pair[3] is not None and not is_full(pair[0], pair[1], pair[3])]
    shown = sum(is_separated(pair, pitch) or is_indented(pair) for pair in begun)
    return bool(begun) and shown >= MARKED_SHARE * len(begun)


def is_same_paragraph(pair: LinePair, pitch: float, *, signed: bool, first: bool) -> bool:
    """Tell whether the next line belongs to the same paragraph.

    A line that is full and ends like a sentence may end a paragraph or not. It is taken to go on where the
    text shows its paragraphs by indents or gaps and shows none here; without such signs, only in Latin
    script, where a paragraph has many sentences.
    """
    block, line, after, following = pair
    if following is None or not is_full(block, line, following) or is_separated(pair, pitch):
        return False
    ended = bool(SENTENCE_END.search(line.text))
    if NUMBERED.match(following.text) and (ended or SURELY_NUMBERED.match(following.text)):
        return False
    if is_page_number(line.text) or is_page_number(following.text):
        return False
    hanging = first and bool(NUMBERED.match(line.text))
    if is_indented(pair) and not hanging:
        return False
    if ended and (block is not after or not signed):
        return not is_wide(line.text[-1]) and block is after
    return True


def join_lines(lines: Sequence[PdfLine], words: set[str]) -> str:
    """Write lines as one: no space beside Han, hyphens dealt with."""
    out = lines[0].text
    for line in lines[1:]:
        if out.endswith(("-", HYPHEN, "\N{HYPHEN}")) and line.text[:1].isalpha():
            out = join_divided_word(out, line.text, words)
        else:
            gap = "" if is_wide(out[-1]) or is_wide(line.text[0]) else " "
            out += gap + line.text
    return out.replace(HYPHEN, "-")


def join_all_lines(lines: Sequence[PdfLine]) -> PdfParagraph:
    """Write lines as one paragraph, whatever their widths."""
    words = {word for line in lines for word in WORD.findall(line.text)}
    return PdfParagraph(join_lines(lines, words), lines[0].page, lines[0].number)


def join_divided_word(head: str, tail: str, words: set[str]) -> str:
    """Join a word that was divided.

    The hyphen goes if the whole word stands elsewhere in the text, or if it goes on in small letters and
    its halves are no words of the text by themselves.
    """
    first, second = WORD.findall(head[:-1])[-1:], WORD.match(tail)
    if not first or second is None or not head[-2:-1].isalpha():
        return head[:-1] + "-" + tail
    whole = first[0] + second[0] in words
    parts = first[0] in words and second[0] in words
    if whole or (second[0][0].islower() and not parts):
        return head[:-1] + tail
    return head[:-1] + "-" + tail
