"""A law while it is amended: its text as entries (title, notes, divisions, articles), each with its passages.

The text is what its entries spell, character for character: whatever no command touches stays as it was.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from hexapla.amending.law_passages import (
    Passage,
    build_tree,
    label_passages,
    spell_passages,
)
from hexapla.model import Clause, Role, Version
from hexapla.text.numerals import reference_label
from hexapla.units import Unit, build_units

DIVISION_KINDS = {"编": "book", "編": "book", "章": "chapter", "节": "section", "節": "section"}
DIVISION_LEVELS = ("part", "book", "chapter", "section")
FRONT_KINDS = ("title", "note", "contents")
"""what stands before the clauses and has a name; all other text outside them is counted as paragraphs"""
DIVISION_NUMBER = regex.compile(rf"第[^条條]{{1,14}}[{''.join(DIVISION_KINDS)}]")
"""a number of a division, also of one whose heading runs over two lines and was read as a unit"""
DIVISION_KIND = regex.compile(f"[{''.join(DIVISION_KINDS)}]")
"""the word of a division in its number"""


@dataclass(slots=True, eq=False)
class Entry:
    """A stretch of the law that an instrument can name."""

    kind: str
    """title, note, contents, …: as it is set aside; division; article; other: text without a number"""
    number: str = ""
    """as printed"""
    between: str = ""
    """white space after the number; of an article with a heading, the heading too"""
    passages: list[Passage] = field(default_factory=list)
    gap: str = "\n"
    """what parts it from the next entry"""
    id: str = ""
    """of its unit or division in the base; empty for what an instrument brought in"""
    label: str = ""
    """its number in the base"""
    fixed: str = ""
    """the number that an instrument gives it"""
    level: str = ""
    """of a division: book, chapter, section"""
    base_level: str = ""
    """the level by which the base calls a division to which an instrument gives another"""
    anchor: "Entry | None" = None
    """of what an instrument brought in: the entry after which it stands, if that was said"""
    covers: str = ""
    """of a division: the number of the first article that it holds, if that was said"""
    under: "Entry | None" = None
    """the division into which an article comes, if that was said"""
    removed: bool = False
    restated: bool = False
    locked: bool = False
    """a command for it is in doubt: it stays as it was"""
    rearranged: bool = False
    """its passages have other numbers than in the base"""

    @property
    def new_label(self) -> str:
        """The number that it bears now."""
        return reference_label(self.number) if self.number else ""

    def walk(self) -> Iterator[Passage]:
        """Yield its passages with all below them."""
        for passage in self.passages:
            yield from passage.walk()

    def spell(self, *, plain: bool = False) -> str:
        """Write it as the text it is."""
        return (
            self.number
            + (" " if plain and self.number else self.between)
            + spell_passages(self.passages, plain=plain)
        )

    @property
    def words(self) -> str:
        """Its words without its number."""
        return spell_passages(self.passages, plain=True)


@dataclass(slots=True)
class DraftLaw:
    """A law that is being amended."""

    entries: list[Entry]
    lead: str
    """white space before the first entry"""
    gap: str
    """what usually parts two articles"""
    inner_gap: str
    """what usually parts two paragraphs of an article"""
    between: str
    """white space that usually follows the number of an article"""
    pattern: str
    """the number of an article, as this law prints them"""
    by_label: dict[str, list[Entry]] = field(default_factory=dict)
    """the articles of the base by their numbers"""
    merged: dict[str, Entry] = field(default_factory=dict)
    """ids of articles that became part of another, with that one"""

    def spell(self) -> str:
        """Write the law as the text it is."""
        last = len(self.entries) - 1
        return self.lead + "".join(
            entry.spell() + (entry.gap or (self.gap if index < last else ""))
            for index, entry in enumerate(self.entries)
        )

    def of_kind(self, kind: str) -> list[Entry]:
        """Return the entries of a kind, in order."""
        return [entry for entry in self.entries if entry.kind == kind]


BLANK = regex.compile(r"\s*")


def skip_space(text: str, at: int) -> int:
    """Return where the next word begins."""
    found = BLANK.match(text, at)
    return found.end() if found else at


def split_space(text: str) -> tuple[str, str]:
    """Part the white space at the end from a text."""
    core = text.rstrip()
    return core, text[len(core) :]


def find_marks(version: Version) -> list[tuple[int, str, Clause | None]]:
    """Find where entries begin: at units and divisions, and at text set aside before and after them."""
    clauses = [clause for clause in version.clauses if clause.role is not Role.PART]
    marks: list[tuple[int, str, Clause | None]] = [
        (clause.spans[0][0], "division" if clause.role is Role.DIVISION else "article", clause)
        for clause in clauses
    ]
    first = marks[0][0] if marks else version.extent[1]
    last = max((span[1] for clause in version.clauses for span in clause.spans), default=version.extent[1])
    front = dict.fromkeys(FRONT_KINDS, -1)
    for index, aside in enumerate(version.set_aside):
        start = aside.spans[0][0]
        if aside.kind == "blank" or first <= start < last:
            continue
        named = start < first and aside.kind in front and front[aside.kind] in (-1, index - 1)
        marks.append((start, aside.kind if named else "other", None))
        if named:
            front[aside.kind] = index
    return sorted(marks, key=lambda mark: mark[0])


def read_unit(unit: Unit, source: str, start: int, end: int) -> Entry:
    """Read a unit as an entry."""
    number = unit.number or ""
    if not number or not source.startswith(number, start):
        core, gap = split_space(source[start:end])
        passages = [Passage("", "", core)]
        return Entry("other", passages=passages, gap=gap, id=unit.id)
    at = start + len(number)
    body = skip_space(source, at)
    heading = unit.heading or ""
    if heading and source.startswith(heading, body):
        body = skip_space(source, body + len(heading))
    bounds = [body]
    numbers = [""]
    for part in unit.parts:
        begin = skip_space(source, part.spans[0][0])
        if bounds[-1] < begin < end:
            bounds.append(begin)
            numbers.append(part.number or "")
        elif begin == bounds[-1]:
            numbers[-1] = part.number or ""
    flat = []
    for index, begin in enumerate(bounds):
        stop = bounds[index + 1] if index + 1 < len(bounds) else end
        core, gap = split_space(source[begin:stop])
        mark = numbers[index] if core.startswith(numbers[index]) else ""
        rest = core[len(mark) :]
        text = rest.lstrip() if mark else rest
        flat.append(Passage(mark, rest[: len(rest) - len(text)], text, gap))
    tree = build_tree(flat)
    label_passages(tree)
    return Entry(
        "article",
        number,
        source[at:body],
        tree,
        flat[-1].gap,
        id=unit.id,
        label=reference_label(number),
    )


def read_division(clause: Clause, source: str, start: int, end: int) -> Entry:
    """Read the heading of a division."""
    number = clause.number if clause.number and source.startswith(clause.number, start) else ""
    core, gap = split_space(source[start + len(number) : end])
    text = core.lstrip()
    kind = DIVISION_KIND.search(number)
    return Entry(
        "division",
        number,
        core[: len(core) - len(text)],
        [Passage("", "", text)],
        gap,
        id=clause.id,
        label=reference_label(number) if number else "",
        level=DIVISION_KINDS[kind[0]] if kind else "part" if number else "",
    )


def commonest(values: Iterator[str], default: str) -> str:
    """Return the commonest value, the first among equals."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else default


def add_aside(entries: list[Entry], kind: str, text: str) -> None:
    """Add text that stands outside the clauses; lines of one kind that follow each other are one entry."""
    core, gap = split_space(text)
    line = gap.find("\n") % (len(gap) + 1)  # spaces at the end of a line of notes are kept with it
    core, gap = core + gap[:line], gap[line:]
    passage = Passage("", "", core)
    if entries and entries[-1].kind == kind:
        last = entries[-1]
        last.passages[-1].gap = last.gap
        last.passages.append(passage)
        last.gap = gap
    else:
        entries.append(Entry(kind, passages=[passage], gap=gap))


def draft_law(version: Version) -> DraftLaw:
    """Read a version as a law to be amended.

    Post-condition: the draft spells the version's text.
    """
    source = version.source.text
    units = {unit.id: unit for unit in build_units(version)}
    marks = find_marks(version)
    starts = [skip_space(source, mark[0]) for mark in marks]
    begin, stop = version.extent
    entries: list[Entry] = []
    mixed = any(regex.search("[条條]", unit.number or "") for unit in units.values())
    if not marks or source[begin : starts[0]].strip():
        marks, starts = [(begin, "other", None), *marks], [begin, *starts]
    for index, (_, kind, clause) in enumerate(marks):
        start = starts[index]
        end = starts[index + 1] if index + 1 < len(starts) else stop
        if start >= end:
            continue
        heads = kind == "division" or (mixed and clause and DIVISION_NUMBER.match(clause.number or ""))
        if clause and heads:
            entries.append(read_division(clause, source, start, end))
        elif clause:
            entries.append(read_unit(units[clause.id], source, start, end))
        else:
            add_aside(entries, kind, source[start:end])
    articles = [entry for entry in entries if entry.kind == "article"]
    gap = commonest((entry.gap for entry in articles[:-1]), "\n")
    inner = commonest((each.gap for entry in articles for each in list(entry.walk())[:-1]), gap)
    for entry in articles:
        list(entry.walk())[-1].gap = inner
    by_label: dict[str, list[Entry]] = {}
    for entry in articles:
        if entry.id:
            by_label.setdefault(entry.label, []).append(entry)
    return DraftLaw(
        entries,
        source[begin : starts[0]],
        gap,
        inner,
        commonest((entry.between for entry in articles), " "),
        articles[0].number if articles else "第一条",
        by_label,
    )
