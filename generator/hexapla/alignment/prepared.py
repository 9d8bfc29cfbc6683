"""Prepare a version for alignment: its units as folded characters, with keys, references and headings.

The characters of all units are in one array, so that numpy can process them at once.

Keys leave out cross-references, since these change when clauses are renumbered. What alignment needs of a
reference is where it stands in the folded text and which clause it cites; `hexapla.references`, which parses
and resolves references in the original text, has a finer grammar.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Bools, Ints
from hexapla.language import guess_language
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Version
from hexapla.text import fold_case, make_key, number_label, simplify_character
from hexapla.text.numerals import HAN_NUMERALS
from hexapla.units import Unit, build_units

Codes = NDArray[np.uint32]
BREAK, UNIT_END = "\x1d", "\x1e"
"""BREAK separates the heading, the text and the parts of a unit; UNIT_END ends a unit"""
LOOKALIKE_GROUPS = (
    "己已巳 未末 人入八 日曰 土士 干千于 天夭 大太犬 目自 白百 王玉主 刀力 儿几 乌鸟 免兔 问间 拔拨 辨辩辫 "
    "侯候 戊戌戍 析折拆 陈阵 贷货贸 徒徙 博搏 账帐 即既 竟竞 密蜜 设没 失矢先 历厉 治冶 晴睛 第笫弟 "
    "延廷 处外 仓仑 今令 名各 住往佳 任仕 使便 放故 买卖 官宫 申甲由 石右 午牛 友反 乎平 宇字 考老 "
    "幸辛 茶荼 孤狐 洒酒 准淮 券卷 究穷 哀衷 崇祟 概慨 继断 汇江 丢去 体休 但伹"
).split()
"""characters that OCR confuses, which differ by one stroke or its length; a selection made for this project

Each group folds to its first character, in keys and n-grams only. Folding merges a few rare words; this is
harmless, since only whole clauses are compared. A character may be in one group only, since folding is not
repeated: 矢 would fold to 失, but 失 to 先."""
LOOKALIKES = {ord(char): ord(group[0]) for group in LOOKALIKE_GROUPS for char in group[1:]} | {
    ord("0"): ord("o"),
    ord("1"): ord("l"),
}
RUN = rf"[{HAN_NUMERALS}\d]{{1,12}}"
HAN_REFERENCE = compile_lazily(
    rf"第\s{{0,2}}({RUN}(?:-\d{{1,4}})?)\s{{0,2}}"
    rf"(?:([条條])(之[{HAN_NUMERALS}]{{1,4}})?(?:第?\s{{0,2}}{RUN}\s{{0,2}}[款項项目])*|[款項项])"
)
SIGN_REFERENCE = compile_lazily(
    r"§{1,2}\s{0,2}(\d{1,5}[a-z]?)(?:\s{0,2}(?:absatz|abs\.|satz|nummer|nr\.)\s{0,2}\d{1,3}[a-z]?)*"
)
CITED_WORDS = [word.lower() for word in words_of("references", "clauses")]
"""before the number of a clause of the same text"""
WORD_REFERENCE = compile_lazily(
    rf"\b(?:{write_alternation(CITED_WORDS)})\s{{1,2}}(\d{{1,4}}(?:\.\d{{1,4}}){{0,5}})(?:\([a-z0-9]\))*"
)
SET_PHRASE = compile_lazily(
    write_alternation([fold_case(phrase) for phrase in words_of("set_phrases", "words")])
)
MOST_SET = 0.5
"""share of a unit in set phrases above which they are all that it says"""
TITLE_CLOSE = "》"
"""a reference right after a closing title mark cites another text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedVersion:
    """A version with folded texts; the tuples have one entry per unit."""

    version: Version
    units: tuple[Unit, ...]
    ids: tuple[str, ...]
    language: str
    """guessed from this version's own text, so that no other version changes it"""
    keys: tuple[bytes, ...]
    """folded heading, text and parts in UTF-32, without cross-references and punctuation"""
    loose: tuple[bytes, ...]
    """the same with look-alikes folded"""
    headings: tuple[str, ...]
    """keys of the headings; empty where there is none"""
    labels: tuple[str, ...]
    """the units' numbers in one spelling; empty for unnumbered ones"""
    references: tuple[tuple[str, ...], ...]
    """labels of the clauses of this text to which each unit refers"""
    codes: Codes
    """the folded characters of all units, look-alikes folded, with BREAK and UNIT_END; a comma in place of
    each character of a set phrase"""
    starts: Ints
    """where each unit begins in `codes`, and the end"""

    @property
    def size(self) -> int:
        """Number of units."""
        return len(self.units)


def prepare_version(version: Version) -> PreparedVersion:
    """Fold a version's units.

    Post-conditions:
        1. Units with equal keys have the same text, apart from cross-references, punctuation, case and width.
        2. The result depends on this version only.
    """
    return prepare_units(version, build_units(version), guess_language(version.text))


def prepare_units(version: Version, cited: tuple[Unit, ...], language: str) -> PreparedVersion:
    """Fold the given units of a version, or parts of units read as units, as `prepare_version` does."""
    text = fold_units(cited)
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if language == "zh-Hant":
        codes = map_characters(codes, simplify_character)
    starts = np.concatenate([[0], np.flatnonzero(codes == ord(UNIT_END)) + 1]).astype(np.int64)
    found = sorted(find_references(text))
    kept = mark_key_characters(codes, starts, found)
    alike = map_characters(codes, fold_lookalike)
    telling = blank_set_phrases(codes, alike, starts)
    return PreparedVersion(
        version=version,
        units=cited,
        ids=tuple([unit.clause.id for unit in cited]),
        language=language,
        keys=slice_keys(codes, kept, starts),
        loose=slice_keys(alike, kept, starts),
        headings=tuple([make_key(unit.heading) if unit.heading else "" for unit in cited]),
        labels=tuple([number_label(unit.number) for unit in cited]),
        references=group_references_by_unit(found, starts),
        codes=telling,
        starts=starts,
    )


def blank_set_phrases(codes: Codes, alike: Codes, starts: Ints) -> Codes:
    """Return `alike` with a comma in place of each character of a set phrase, which is found in `codes`.

    A unit of which little else is left keeps them.
    """
    text = codes.tobytes().decode("utf-32-le", "surrogatepass")
    blank = np.zeros(len(codes), bool)
    for found in SET_PHRASE.finditer(text):
        blank[slice(*found.span())] = True
    if blank.any() and len(starts) > 1:
        share = np.add.reduceat(blank, starts[:-1], dtype=np.int64) / np.diff(starts)
        blank &= ~np.repeat(share > MOST_SET, np.diff(starts))
    return np.where(blank, np.uint32(ord(",")), alike)


def rank_by_content(sides: Sequence[PreparedVersion]) -> list[int]:
    """Return per version its rank in an order that depends on the contents only (SHA-256 of the keys)."""
    digests = [hashlib.sha256(b"\x1e".join(side.keys)).digest() for side in sides]
    order = sorted(range(len(sides)), key=digests.__getitem__)
    return [order.index(at) for at in range(len(sides))]


def map_characters(codes: Codes, function: Callable[[int], int]) -> Codes:
    """Apply a function of one code point to every character, calling it once per distinct one."""
    seen = np.zeros(int(codes.max(initial=0)) + 1, bool)
    seen[codes] = True
    table = np.zeros(len(seen), np.uint32)
    for code in np.flatnonzero(seen).tolist():
        table[code] = function(code)
    return table[codes]


def fold_units(cited: Sequence[Unit]) -> str:
    """Join the folded texts of all units, with BREAK between the lines of a unit and UNIT_END after each."""
    lines = [list(filter(None, (unit.heading, *unit.lines))) for unit in cited]
    if any(BREAK in line or UNIT_END in line for own in lines for line in own):
        lines = [[line.replace(BREAK, " ").replace(UNIT_END, " ") for line in own] for own in lines]
    return fold_case("".join([BREAK.join(own) + UNIT_END for own in lines]))


def find_references(folded: str) -> Iterator[tuple[int, int, str]]:
    """Find the cross-references of a folded text: start, end, and the label of the cited clause.

    The label is empty if the reference cites no clause of this text (`第二款`, or a clause of another law).
    """
    for found in HAN_REFERENCE.finditer(folded):
        before = folded[found.start() - 1] if found.start() else ""
        inside = found[2] and before != TITLE_CLOSE
        yield *found.span(), number_label(found[1] + (found[3] or "")) if inside else ""
    for pattern in (SIGN_REFERENCE, WORD_REFERENCE):
        for found in pattern.finditer(folded):
            yield *found.span(), number_label(found[1])


def mark_key_characters(codes: Codes, starts: Ints, found: Sequence[tuple[int, int, str]]) -> Bools:
    """Mark the characters that belong to a key: those outside references.

    A unit that consists of references only keeps them.
    """
    counting = map_characters(codes, is_key_character).astype(bool)
    kept = counting.copy()
    for start, end, _ in found:
        kept[start:end] = False
    if len(starts) > 1:
        left = np.add.reduceat(kept, starts[:-1], dtype=np.int64)
        for unit in np.flatnonzero(left == 0):
            kept[starts[unit] : starts[unit + 1]] = counting[starts[unit] : starts[unit + 1]]
    return kept


def slice_keys(codes: Codes, kept: Bools, starts: Ints) -> tuple[bytes, ...]:
    """Cut the kept characters into one key per unit.

    Args:
        codes: code points, shape (characters,).
        kept: whether a character belongs to a key, same shape.
        starts: where each unit begins in `codes`, and the end, shape (units + 1,).

    Returns:
        Per unit its key, in UTF-32.
    """
    held = codes[kept].tobytes()
    ends = np.concatenate([[0], np.cumsum(kept)])[starts] * codes.itemsize
    bounds = ends.tolist()
    return tuple([held[start:end] for start, end in pairwise(bounds)])


def group_references_by_unit(
    found: Sequence[tuple[int, int, str]], starts: Ints
) -> tuple[tuple[str, ...], ...]:
    """Return per unit the labels that it cites, in order, each once.

    Args:
        found: references as `find_references` yields them, sorted.
        starts: where each unit begins in the text, and the end, shape (units + 1,).
    """
    led = [(start, target) for start, _, target in found if target]
    where = np.searchsorted(starts, [start for start, _ in led], side="right") - 1
    out: list[list[str]] = [[] for _ in range(len(starts) - 1)]
    for unit, (_, target) in zip(where.tolist(), led, strict=True):
        out[unit].append(target)
    return tuple([tuple(dict.fromkeys(targets)) if targets else () for targets in out])


@lru_cache(maxsize=1 << 16)
def is_key_character(code: int) -> int:
    """Return 1 if a code point is kept by `key`, else 0."""
    return int(bool(make_key(chr(code))))


def fold_lookalike(code: int) -> int:
    """Return the first character of a look-alike group for its other members, else the code point itself."""
    return LOOKALIKES.get(code, code)
