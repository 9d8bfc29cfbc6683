"""From drafts to clauses: unnumbered paragraphs take their place, everything gets its id and its spans."""

from collections import Counter
from collections.abc import Sequence

from hexapla.findings import Span
from hexapla.languages.schemes import Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Clause, Role
from hexapla.segmentation.draft_clauses import ClauseDraft
from hexapla.segmentation.folded_view import ExcludedSpans
from hexapla.segmentation.mark_numbers import Value, read_roman
from hexapla.segmentation.surroundings import is_operative
from hexapla.text import join_pieces

SPACE = "\x1f \n"
UNSEEN = "\ufeff\u200b\u2060"
WORD = compile_lazily(r"[^\W_]+")
CODE = compile_lazily(r"(?<![A-Za-z])[LRDA](?=[. ]{0,3}\d)")


class IdAllocator:
    """Gives ids that are unique in a version and free of wording, and of place unless a number repeats."""

    def __init__(self) -> None:
        """Begin with no name given."""
        self.given: set[str] = set()
        self.repeats: Counter[str] = Counter()

    def free(self, wanted: str) -> str:
        """Return the wanted id, or its next repetition."""
        if wanted not in self.given:
            self.given.add(wanted)
            return wanted
        while True:
            self.repeats[wanted] += 1
            name = f"{wanted}__rep_{self.repeats[wanted] + 1}"
            if name not in self.given:
                self.given.add(name)
                return name


def build_clauses(
    text: str, view: str, drafts: Sequence[ClauseDraft], holes: ExcludedSpans
) -> tuple[Clause, ...]:
    """Make the clauses of a version.

    Post-conditions:
        1. The spans of the clauses and the holes tile the drafts' stretch; white space belongs to the clause
        before.
        2. Ids are unique.
        3. Unnumbered paragraphs after a unit's first are its parts; elsewhere each is a unit by itself.
    """
    naming = IdAllocator()
    chained = find_restarting_families(drafts)
    counts: Counter[str] = Counter()
    last_paragraph: dict[str, str] = {}
    prefixes: dict[tuple[int, str], str] = {}
    made: list[Clause] = []
    run_in = find_run_in_lists(drafts, view)
    for n, draft in enumerate(drafts):
        owner = find_paragraph_owner(n, drafts, run_in)
        if draft.chosen:
            draft.id = naming.free(derive_id(draft, drafts, view, chained, last_paragraph, prefixes))
            counts[draft.id] = 1 if view[slice(*draft.text)].strip(SPACE) else 0
            made.append(build_numbered_clause(text, draft, holes))
            extra = draft.more
        else:
            extra = [draft.text, *draft.more]
        for span in extra:
            if not view[slice(*span)].strip(SPACE):
                extend_last_clause(made, span, holes)
                continue
            if owner is not None and ends_recitals(view[slice(*span)], n, drafts):
                above_next = drafts[n + 1].parent
                owner = drafts[above_next] if above_next >= 0 else None
            while owner is not None and not owner.owns(span):
                owner = drafts[owner.parent] if owner.parent >= 0 else None
            above = owner.id if owner else ""
            counts[above] += 1
            wanted = f"{above}__para_{counts[above]}" if above else f"para_{counts[above]}"
            name = naming.free(wanted)
            last_paragraph[above] = name
            made.append(build_unnumbered_clause(text, span, holes, name, owner))
    return tuple(made)


def find_run_in_lists(drafts: Sequence[ClauseDraft], view: str) -> frozenset[int]:
    """Return the drafts whose whole list stands in mid-line, behind words of a sentence."""
    lists: dict[tuple[int, str], list[int]] = {}
    on_lines: set[tuple[int, str]] = set()
    for n, draft in enumerate(drafts):
        if draft.chosen and draft.level in (Level.OUTLINE, Level.ITEM):
            mark = draft.chosen.mark
            place = (draft.parent, mark.family)
            lists.setdefault(place, []).append(n)
            if mark.line or (n and not view[slice(*drafts[n - 1].text)].strip(SPACE)):
                on_lines.add(place)
    return frozenset(n for place, own in lists.items() if place not in on_lines for n in own)


def find_paragraph_owner(n: int, drafts: Sequence[ClauseDraft], run_in: frozenset[int]) -> ClauseDraft | None:
    """Return what the paragraphs after the n-th draft belong to.

    That is its unit or division; but itself if its children follow or its list goes on after the paragraph. A
    list that runs in ends with its paragraph.
    """
    draft = drafts[n]
    following = drafts[n + 1] if n + 1 < len(drafts) else None
    if n in run_in and draft.parent < 0 and not (following and owns_paragraph_before(draft, following)):
        return None
    if draft.chosen is None:
        return None
    while (
        draft.role is Role.PART
        and draft.parent >= 0
        and not (following and owns_paragraph_before(draft, following))
    ):
        draft = drafts[draft.parent]
    return draft


def owns_paragraph_before(draft: ClauseDraft, following: ClauseDraft) -> bool:
    """Tell whether a paragraph between two drafts belongs to the first."""
    if following.chosen is None or following.depth > draft.depth:
        return True
    mark = following.chosen.mark
    return following.parent == draft.parent and mark.value[-1] not in mark.scheme.first


def ends_recitals(paragraph: str, n: int, drafts: Sequence[ClauseDraft]) -> bool:
    """Tell whether a paragraph behind the n-th draft leads on from the recitals to the clauses after it.

    It belongs to no recital: (B) The pier is new.⏎NOW THEREFORE the parties agree:⏎1. …
    """
    following = drafts[n + 1] if n + 1 < len(drafts) else None
    return (
        following is not None
        and following.chosen is not None
        and following.depth <= drafts[n].depth
        and following.chosen.mark.line
        and is_operative(paragraph.strip(SPACE))
    )


def find_restarting_families(drafts: Sequence[ClauseDraft]) -> frozenset[str]:
    """Return the families whose numbers repeat in the version, so that ids need the clause above."""
    seen: set[tuple[str, Value]] = set()
    again: set[str] = set()
    for draft in drafts:
        if draft.chosen:
            pair = (draft.chosen.mark.family, draft.chosen.mark.value)
            if pair in seen:
                again.add(pair[0])
            seen.add(pair)
    return frozenset(again)


def derive_id(
    draft: ClauseDraft,
    drafts: Sequence[ClauseDraft],
    view: str,
    chained: frozenset[str],
    last_paragraph: dict[str, str],
    prefixes: dict[tuple[int, str], str],
) -> str:
    """Build an id after Akoma Ntoso: articles by their own number, the rest under the clause above."""
    mark = draft.chosen.mark if draft.chosen else None
    if mark is None:
        return ""
    if mark.scheme.reader == "none":
        return mark.scheme.eid
    printed = "" if mark.damaged else view[mark.pos : mark.end]
    own = (
        f"{mark.scheme.eid}_{format_id_number(printed, mark.value, spelled=mark.scheme.reader == 'ordinal')}"
    )
    alone = mark.scheme.counts_on or mark.scheme.decimal
    if draft.parent < 0 or (alone and mark.family not in chained):
        return own
    above = drafts[draft.parent]
    place = (draft.parent, mark.family)
    if place not in prefixes or mark.value[-1] in mark.scheme.first:
        below = draft.role is Role.PART and above.role is not Role.PART and above.id in last_paragraph
        prefixes[place] = last_paragraph[above.id] if below else above.id
    return f"{prefixes[place]}__{own}"


def format_id_number(printed: str, value: Value, *, spelled: bool) -> str:
    """Return a mark's number for an id: `12`, `4-1`, `a`, `iv`.

    イ as its place in its row; a word (Zweiter Teil) as its value.
    """
    words = [] if spelled else WORD.findall(printed)
    if len(words) > 1 and (words[0].isdecimal() or read_roman(words[0]) == value):
        words = words[:1]  # the number stands before its word: II SKYRIUS
    last = words[-1].lower() if words else ""
    if last.isalpha() and last.isascii() and len(value) == 1:
        return str(last)
    code = CODE.search(printed)
    return (code[0].lower() if code else "") + "-".join(map(str, value))


def build_numbered_clause(text: str, draft: ClauseDraft, holes: ExcludedSpans) -> Clause:
    """Make the clause of a mark, without the paragraphs after its first."""
    if draft.chosen is None:
        raise ValueError(draft)
    mark = draft.chosen.mark
    end = draft.more[0][0] if draft.more else draft.end
    printed = extract_text(text, (mark.pos, mark.end), holes)
    named = mark.scheme.reader == "none" and not draft.unnumbered
    number = None if named or draft.unnumbered else join_mark_lines(printed)
    own = extract_text(text, draft.text, holes)
    return Clause(
        id=draft.id,
        number=number,
        heading=printed if named else extract_text(text, draft.heading, holes) if draft.heading else None,
        text=printed if draft.unnumbered else own,
        depth=draft.depth,
        spans=order_clause_spans(draft, mark.pos, mark.end, end, holes),
        role=draft.role,
    )


def order_clause_spans(
    draft: ClauseDraft, pos: int, after: int, end: int, holes: ExcludedSpans
) -> tuple[Span, ...]:
    """Return a clause's spans as it is read: a caption that is printed above its number follows it."""
    if draft.heading is None or draft.heading[0] > pos:
        return holes.outside(draft.start, end)
    return (*holes.outside(pos, after), *holes.outside(draft.start, pos), *holes.outside(after, end))


def join_mark_lines(printed: str) -> str:
    """Return a mark that a line end cuts as one: without a space between wide characters."""
    if "\n" not in printed:
        return printed
    return join_pieces(*(piece.strip() for piece in printed.split("\n")))


def build_unnumbered_clause(
    text: str, span: Span, holes: ExcludedSpans, name: str, owner: ClauseDraft | None
) -> Clause:
    """Make the clause of a paragraph without a number."""
    return Clause(
        id=name,
        number=None,
        heading=None,
        text=extract_text(text, span, holes),
        depth=owner.depth + 1 if owner else 0,
        spans=holes.outside(*span),
        role=Role.PART if owner and owner.role is not Role.DIVISION and not owner.unnumbered else Role.UNIT,
    )


def extend_last_clause(made: list[Clause], span: Span, holes: ExcludedSpans) -> None:
    """Give white space to the clause before it."""
    if made:
        last = made.pop()
        made.append(
            Clause(
                id=last.id,
                number=last.number,
                heading=last.heading,
                text=last.text,
                depth=last.depth,
                spans=join_touching_spans((*last.spans, *holes.outside(*span))),
                role=last.role,
            )
        )


def join_touching_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Unite spans that touch."""
    one: list[Span] = []
    for start, end in spans:
        if one and one[-1][1] == start:
            one[-1] = (one[-1][0], end)
        else:
            one.append((start, end))
    return tuple(one)


def extract_text(text: str, span: Span, holes: ExcludedSpans) -> str:
    """Cut a stretch from the source, without holes and outer white space."""
    if holes.all:
        cut = "".join(text[start:end] for start, end in holes.outside(*span)).strip()
    else:
        cut = text[span[0] : span[1]].strip()
    return cut.strip(UNSEEN).strip() if cut and (cut[0] in UNSEEN or cut[-1] in UNSEEN) else cut
