"""Long runs of like lines, read by their first lines: what stands between these and the last is put back.

A text of half a million numbered lines that are all alike is read as one of a few hundred. The clause of each
line left out is made as its neighbours are; where these are not alike, or something is reported of them, the
text is read as a whole.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from hexapla.findings import Finding, Span
from hexapla.model import Clause, Document, Source, Version
from hexapla.text.like_lines import MOST_LINES, LineRun, find_line_runs, shorten_text

LOOKED_AT = 3
"""clauses before those that are left out that have to be alike"""


@dataclass(frozen=True, slots=True)
class ShortenedSource:
    """A source with the lines that are left out of it."""

    whole: Source
    short: Source
    runs: tuple[LineRun, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """Where the last line of each run begins in the shortened text."""
        saved = accumulate((run.stop - run.start - len(run.stand_in) for run in self.runs), initial=0)
        return tuple(run.start - less for run, less in zip(self.runs, saved, strict=False))

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the shortened text that are the last ones of the runs, from 1."""
        return tuple(self.short.text.count("\n", 0, at) + 1 for at in self.places)


def shorten_source(source: Source) -> ShortenedSource | None:
    """Leave out of a source of plain text what stands within long runs; None where there is none."""
    if source.markup or source.places:
        return None
    runs = find_line_runs(source.text)
    if not runs:
        return None
    return ShortenedSource(source, replace(source, text=shorten_text(source.text, runs)), runs)


def segment_shortened(
    sources: Sequence[Source], cut: Callable[[Sequence[Source]], Document]
) -> Document | None:
    """Cut sources without the lines within long runs, and put these back.

    None where no source has such runs, or where their clauses do not show what those left out are, unless the
    text has more lines than can be read one by one: then what was left out stays with the clause around it.
    """
    shortened = {source.path: one for source in sources if (one := shorten_source(source))}
    if not shortened or len({source.path for source in sources}) < len(sources):
        return None
    document = cut([shortened[one.path].short if one.path in shortened else one for one in sources])
    return restore_document(document, sources, shortened)


def restore_document(
    document: Document, sources: Sequence[Source], shortened: Mapping[str, ShortenedSource]
) -> Document | None:
    """Put back what was left out; None where it cannot be told what that is."""
    versions = []
    for version in document.versions:
        one = shortened.get(version.source.path)
        restored = restore_version(version, one) if one else version
        if restored is None:
            return None
        versions.append(restored)
    aside = tuple(
        replace(each, spans=OffsetMap(shortened[each.file]).move(each.spans))
        if each.file is not None and each.file in shortened
        else each
        for each in document.set_aside
    )
    return replace(document, sources=tuple(sources), versions=tuple(versions), set_aside=aside)


class OffsetMap:
    """Leads from places in a shortened text to those in the whole one."""

    def __init__(self, shortened: ShortenedSource) -> None:
        """Look at each run once."""
        self.runs, self.places, self.lines = shortened.runs, shortened.places, shortened.lines
        self.counts = tuple(accumulate(run.lines for run in self.runs))

    def begin(self, at: int) -> int:
        """Return where what begins at a place begins: the last line of a run, not what was left out."""
        n = bisect_right(self.places, at) - 1
        if n < 0:
            return at
        run, within = self.runs[n], at - self.places[n]
        own = len(run.stand_in)
        return run.last + within if within < own else run.stop + within - own

    def stretched(self, at: int) -> int:
        """Return where what begins at a place begins, what was left out before it included."""
        n = bisect_right(self.places, at) - 1
        return self.runs[n].start if n >= 0 and self.places[n] == at else self.begin(at)

    def stretch(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return where spans stand in the whole text, if what was left out goes with what follows it."""
        return tuple((self.stretched(start), self.stretched(stop)) for start, stop in spans)

    def move(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return where spans stand in the whole text."""
        return tuple((self.begin(start), self.stretched(stop)) for start, stop in spans)

    def count_line(self, line: int) -> int:
        """Return the number of a line of the shortened text in the whole one."""
        n = bisect_right(self.lines, line) - 1
        return line + (self.counts[n] if n >= 0 else 0)


def restore_version(version: Version, shortened: ShortenedSource) -> Version | None:
    """Put the clauses of the lines back that were left out of a version."""
    places, own = OffsetMap(shortened), locate_own_runs(version, shortened)
    sure = all(is_readable(version, n, run) for n, run in own)
    doubted = [one for one in version.findings if names_stand_in(one, version, own)]
    clauses = restore_all(version, shortened, own, places) if sure else []
    sure = sure and len({clause.id for clause in clauses}) == len(clauses)
    if (doubted or not sure) and shortened.whole.text.count("\n") <= MOST_LINES:
        return None
    if not sure:
        clauses = [stretch_clause(clause, shortened, places) for clause in version.clauses]
    return replace(
        version,
        source=shortened.whole,
        extent=places.move([version.extent])[0],
        clauses=tuple(clauses),
        set_aside=tuple(replace(one, spans=places.stretch(one.spans)) for one in version.set_aside),
        findings=tuple(move_finding(one, places) for one in version.findings if one not in doubted),
    )


def locate_own_runs(version: Version, shortened: ShortenedSource) -> list[tuple[int, LineRun]]:
    """Return the runs of a version, each with the clause that its last line begins; -1 if none does."""
    begins = {clause.spans[0][0]: n for n, clause in enumerate(version.clauses) if clause.spans}
    start, end = version.extent
    pairs = zip(shortened.runs, shortened.places, strict=True)
    return [(begins.get(at, -1), run) for run, at in pairs if start <= at < end]


def restore_all(
    version: Version, shortened: ShortenedSource, own: Sequence[tuple[int, LineRun]], places: "OffsetMap"
) -> list[Clause]:
    """Return all clauses, those of the lines that were left out in their places.

    Ids below the last line's clause begin with its id, and so bear its number.
    """
    runs = dict(own)
    made: list[Clause] = []
    old = new = ""
    for n, clause in enumerate(version.clauses):
        moved = replace(clause, spans=places.move(clause.spans))
        if n in runs:
            made += restore_clauses(shortened.whole.text, version.clauses[n - 1], runs[n])
            moved = renumber(moved, runs[n])
            old, new = f"{clause.id}__", f"{moved.id}__"
        elif old and clause.id.startswith(old):
            moved = replace(moved, id=new + clause.id.removeprefix(old))
        made.append(moved)
    return made


def stretch_clause(clause: Clause, shortened: ShortenedSource, places: "OffsetMap") -> Clause:
    """Let a clause that stands around what was left out hold it."""
    spans = places.stretch(clause.spans)
    at = shortened.short.text.find(clause.text, clause.spans[0][0], clause.spans[-1][1])
    if at < 0 or len(spans) > 1 or spans == places.move(clause.spans):
        return replace(clause, spans=spans)
    return replace(
        clause, spans=spans, text=shortened.whole.text[places.stretched(at) : spans[-1][1]].strip()
    )


def is_readable(version: Version, n: int, run: LineRun) -> bool:
    """Tell whether the clauses before the n-th, and it, are one line each, alike but for their number."""
    if n < LOOKED_AT:
        return False
    text, clauses = version.source.text, version.clauses
    first = clauses[n]
    for step in range(LOOKED_AT + 1):
        one, number = clauses[n - step], str(run.first_number - step)
        line = text[one.spans[0][0] : one.spans[0][1]].split("\n", 1)[0]
        like = (one.depth, one.role, one.heading) == (first.depth, first.role, None)
        whole = step == 0 or (len(one.spans) == 1 and line.endswith(one.text) and "\n" not in one.text)
        told = (one.number or "").replace(number, "") == (first.number or "").replace(
            str(run.first_number), ""
        )
        named = one.id.removesuffix(number) == first.id.removesuffix(str(run.first_number)) != one.id
        if not (like and whole and told and named and line.startswith(run.head + number)):
            return False
    return True


def names_stand_in(one: Finding, version: Version, own: Sequence[tuple[int, LineRun]]) -> bool:
    """Tell whether something is reported of a line that bears another number in the whole text."""
    for n, run in own:
        if n < 0:
            continue
        start, end = version.clauses[n].spans[0]
        if any(start <= begin < end for begin, _ in one.spans or ()) and one.code != "full_stop_missing":
            return True
        if any(value in (version.clauses[n].number, run.stand_in) for _, value in one.values):
            return True
    return False


def restore_clauses(text: str, like: Clause, run: LineRun) -> Iterator[Clause]:
    """Yield the clauses of the lines that were left out, made as the one before them."""
    before = str(run.first_number - 1)
    stem, (printed, behind) = like.id.removesuffix(before), (like.number or "").split(before, 1)
    line_start = text.rfind("\n", 0, run.start - 1) + 1
    line = text[line_start : run.start].rstrip("\n")
    gap = len(line) - len(like.text) - len(run.head) - len(before)
    known = {like.text: like.text}
    at, own = run.start, len(run.head) + gap
    for number in range(run.first_number, run.first_number + run.lines):
        name = str(number)
        end = text.index("\n", at) + 1
        words = text[at + own + len(name) : end].strip()
        yield Clause(
            id=stem + name,
            number=printed + name + behind,
            heading=None,
            text=known.setdefault(words, words),
            depth=like.depth,
            spans=((at, end),),
            role=like.role,
        )
        at = end


def renumber(clause: Clause, run: LineRun) -> Clause:
    """Give the last line's clause the number that it bears in the whole text."""
    stand_in, own = str(run.first_number), str(run.first_number + run.lines)
    return replace(
        clause,
        id=f"{clause.id.removesuffix(stand_in)}{own}",
        number=(clause.number or "").replace(stand_in, own, 1),
    )


def move_finding(one: Finding, places: OffsetMap) -> Finding:
    """Let a finding name its place in the whole text."""
    spans = places.move(one.spans) if one.spans else one.spans
    return replace(one, spans=spans, line=places.count_line(one.line) if one.line else one.line)
