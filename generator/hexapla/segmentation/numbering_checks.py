"""What a reader should know about the marks of a version."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hexapla.findings import Finding, make_finding
from hexapla.languages.patterns import EXCERPT
from hexapla.languages.schemes import Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.context_rules import CONJUNCTION
from hexapla.segmentation.draft_clauses import ClauseDraft
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.marks import SECTION, Mark
from hexapla.segmentation.number_steps import is_first, measure_distance

LEFT_OUT = compile_lazily(rf"(?:{EXCERPT})$")
FIRST, SECOND, EIGHTH, NINTH = (1,), (2,), (8,), (9,)
FEW = 3
"""outermost clauses of which one has a heading make the others' lack of one doubtful; deeper down, two"""
SHORT = 24
"""characters of a sentence that is a heading with a full stop"""
PLACED = 100
"""from here on the first part of a number names a book, a title and a chapter, a figure each"""
LEADING_ON = (":", "：", "–", "—", "-")
BULLET = compile_lazily(r"(?:^|\n)[ \t]*[-–—•*]\s*$")
FAR = 16
"""characters before a mark in which it is looked for what leads on to it"""
MOST_MOVED = 20
"""numbers between two neighbours that are looked for elsewhere in the list, at most"""


def check_numbering(text: str, view: str, drafts: Sequence[ClauseDraft]) -> tuple[Finding, ...]:
    """Report gaps, repetitions, damaged marks, headings that run on, and texts without marks.

    Spans are those of the marks, in the order of the text; version and line are for the caller to add.
    """
    numbered = [(draft, draft.chosen.mark) for draft in drafts if draft.chosen]
    found = [
        *report_sequence_errors(text, numbered),
        *report_damaged_marks(text, numbered),
        *report_run_on_headings(text, view, numbered),
    ]
    found += report_ambiguous_marks(text, numbered, drafts)
    if all(mark.family == SECTION for _, mark in numbered):
        found.append(make_finding("no_clauses"))
    return tuple(sorted(found, key=lambda one: one.spans or ()))


def locate_mark(mark: Mark) -> tuple[tuple[int, int]]:
    """Return the spans of a finding at a mark."""
    return ((mark.pos, mark.end),)


def extract_printed_mark(text: str, mark: Mark) -> str:
    """Return a mark as printed, on one line."""
    return text[mark.pos : mark.end].replace("\n", "")


def report_sequence_errors(text: str, numbered: Sequence[tuple[ClauseDraft, Mark]]) -> Iterator[Finding]:
    """Report numbers that repeat or are skipped in a list.

    An annex begins all counting anew; articles are counted through their divisions, unless they begin anew
    there. Nothing is skipped below a heading that says that provisions are left out (附則　抄), nor where
    the first article below a division is numbered by its place (L. 111-4, L. 121-1). Of a text without its
    beginning the first lists begin where the copy does.
    """
    lists = count_list_values(numbered)
    last: dict[tuple[int, str], Mark] = {}
    counted: dict[str, Mark] = {}
    latest: dict[str, Mark] = {}
    excerpt = divided = False
    above: ClauseDraft | None = None
    headless = bool(numbered) and not is_first(numbered[0][1])
    for n, (draft, mark) in enumerate(numbered):
        divided = divided or mark.scheme.level is Level.DIVISION
        if mark.scheme.level is Level.ANNEX:
            counted.clear()
            excerpt = LEFT_OUT.search(extract_printed_mark(text, mark)) is not None
        if mark.scheme.reader == "none":
            above = draft
            continue
        within = last.get((draft.parent, mark.family))
        before = (counted.get(mark.family) if mark.scheme.counts_on else None) or within
        last[draft.parent, mark.family] = counted[mark.family] = mark
        nearest = latest.get(mark.family)
        latest[mark.family] = mark
        second = mark.value == SECOND and above is not None and is_first_paragraph(text, above)
        above = draft
        inside = headless and draft.depth == n
        if before is None and draft.parent >= 0 and not (second or inside) and is_late_start(mark, nearest):
            printed = extract_printed_mark(text, mark)
            yield make_finding(
                "number_skipped", spans=locate_mark(mark), before="the beginning", after=printed
            )
        gaps = not excerpt and not (divided and is_numbered_by_place(mark))
        yield from report_step(text, mark, before, within, lists[draft.parent, mark.family], gaps=gaps)
        divided = divided and not mark.scheme.counts_on


def report_step(
    text: str,
    mark: Mark,
    before: Mark | None,
    within: Mark | None,
    values: Counter[Value],
    *,
    gaps: bool,
) -> Iterator[Finding]:
    """Report what is wrong with the step from the number before to this one.

    Args:
        text: the source.
        mark: the number.
        before: the one before it, perhaps in another division.
        within: the one before it in its own list.
        values: how often each value stands in that list.
        gaps: a number left out is a fault here.
    """
    distance = 1 if before is None else measure_distance(before.last or before.value, mark.value)
    printed = extract_printed_mark(text, mark)
    if distance == 0 or (within is not None and is_restart(mark, within)):
        yield make_finding("number_repeated", spans=locate_mark(mark), number=printed)
    elif within is not None and distance == -1 and values[mark.value] == 1:
        last = extract_printed_mark(text, within)
        yield make_finding("number_out_of_order", spans=locate_mark(mark), number=printed, before=last)
    elif before is not None and distance > 1 and gaps and not has_numbers_elsewhere(before, mark, values):
        last = extract_printed_mark(text, before)
        yield make_finding("number_skipped", spans=locate_mark(mark), before=last, after=printed)


def is_numbered_by_place(mark: Mark) -> bool:
    """Tell whether an article's number begins with the place of its division, of which it is the first."""
    return mark.scheme.counts_on and len(mark.value) > 1 and mark.value[-1] == 1 and mark.value[0] >= PLACED


def is_late_start(mark: Mark, nearest: Mark | None) -> bool:
    """Tell whether a list of items begins with a later number that does not go on from the list before it."""
    if mark.scheme.level not in (Level.OUTLINE, Level.ITEM) or len(mark.value) > 1:
        return False
    if mark.value[0] in (0, *mark.scheme.first):
        return False
    return nearest is None or measure_distance(nearest.value, mark.value) != 1


def is_first_paragraph(text: str, draft: ClauseDraft) -> bool:
    """Tell whether an article's own text is a paragraph that bears no number, as before 2. in contracts."""
    return draft.level is Level.ARTICLE and text[slice(*draft.text)].rstrip().endswith(("。", "."))


def is_restart(mark: Mark, before: Mark) -> bool:
    """Tell whether articles begin anew where nothing parts them."""
    return mark.scheme.counts_on and set(mark.value) == {1} and before.value > mark.value


def count_list_values(numbered: Sequence[tuple[ClauseDraft, Mark]]) -> dict[tuple[int, str], Counter[Value]]:
    """Return how often each number stands in each list."""
    lists: dict[tuple[int, str], Counter[Value]] = {}
    for draft, mark in numbered:
        lists.setdefault((draft.parent, mark.family), Counter())[mark.value] += 1
    return lists


def has_numbers_elsewhere(before: Mark, after: Mark, values: Counter[Value]) -> bool:
    """Tell whether the numbers between two stand in the same list, each once, at another place."""
    if len(before.value) != 1 or len(after.value) != 1 or after.value[0] - before.value[0] > MOST_MOVED:
        return False
    between = range(before.value[0] + 1, after.value[0])
    return all(values[(number,)] == 1 for number in (before.value[0], *between, after.value[0]))


def report_damaged_marks(text: str, numbered: Sequence[tuple[ClauseDraft, Mark]]) -> Iterator[Finding]:
    """Report marks that were read as others than printed."""
    for _, mark in numbered:
        if mark.damaged:
            number = f"{mark.family} {'-'.join(map(str, mark.value))}"
            yield make_finding(
                "suspected_ocr_mark",
                spans=locate_mark(mark),
                printed=extract_printed_mark(text, mark),
                number=number,
            )


def report_run_on_headings(
    text: str, view: str, numbered: Sequence[tuple[ClauseDraft, Mark]]
) -> Iterator[Finding]:
    """Report outline clauses whose heading, which enough of their neighbours have, runs into the text."""
    headings = Counter(
        (draft.parent, mark.family)
        for draft, mark in numbered
        if draft.heading and (draft.children or view[slice(*draft.text)].strip(" \n\x1f"))
    )
    lists = Counter((draft.parent, mark.family) for draft, mark in numbered)
    headed = {
        place_of
        for place_of, count in headings.items()
        if count * (FEW if place_of[0] < 0 else 2) >= lists[place_of]
    }
    for draft, mark in numbered:
        if draft.level is not Level.OUTLINE or draft.heading or (draft.parent, mark.family) not in headed:
            continue
        own = view[slice(*draft.text)].strip(" \n\x1f")
        only = bool(draft.children) and len(own) <= SHORT and own.find("。") == len(own) - 1
        if own and "\n" not in own and not only:
            yield make_finding(
                "run_on_heading", spans=locate_mark(mark), number=extract_printed_mark(text, mark)
            )


def leads_on(text: str, mark: Mark) -> bool:
    """Tell whether what stands before a mark could lead on to a list: a colon, a dash, a word left open."""
    before = BULLET.sub("", text[max(0, mark.start - FAR) : mark.start]).rstrip()
    if before[-1:] in LEADING_ON:
        return True
    return not mark.line and before[-1:].isalnum() and not CONJUNCTION.search(before)


def report_ambiguous_marks(
    text: str, numbered: Sequence[tuple[ClauseDraft, Mark]], drafts: Sequence[ClauseDraft]
) -> Iterator[Finding]:
    """Report an (i) after (h) that nothing follows: the ninth letter, or the first item below (h).

    It is the ninth letter beyond doubt if what stands before it ends like an item and leads on to no list.
    """
    for n, (draft, mark) in enumerate(numbered):
        if mark.scheme.reader not in ("letter", "roman") or not leads_on(text, mark):
            continue
        following = numbered[n + 1][1] if n + 1 < len(numbered) else None
        if following is not None and following.family == mark.family and following.value > mark.value:
            continue
        above = drafts[draft.parent].chosen if draft.parent >= 0 else None
        ninth = mark.scheme.reader == "letter" and mark.value == NINTH
        below_h = above is not None and above.mark.scheme.reader == "letter" and above.mark.value == EIGHTH
        if ninth or (mark.scheme.reader == "roman" and mark.value == FIRST and below_h):
            yield make_finding(
                "ambiguous_mark", spans=locate_mark(mark), number=extract_printed_mark(text, mark)
            )
