"""From drafts to clauses: unnumbered paragraphs take their place, everything gets its id and its spans."""

import re
from collections import Counter
from collections.abc import Sequence

from hexapla.findings import Span
from hexapla.model import Clause, Role
from hexapla.segment.drafts import Draft
from hexapla.segment.masks import Holes
from hexapla.segment.numerals import Value
from hexapla.text import joined

__all__ = ["clauses"]

SPACE = "\x1f \n"
WORD = re.compile(r"[A-Za-z0-9]+")
CODE = re.compile(r"(?<![A-Za-z])[LRDA](?=[. ]{0,3}\d)")


class Naming:
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


def clauses(text: str, view: str, drafts: Sequence[Draft], holes: Holes) -> tuple[Clause, ...]:
    """Make the clauses of a version.

    Post-conditions:
        1. The spans of the clauses and the holes tile the drafts' stretch; white space belongs to the clause
        before.
        2. Ids are unique.
        3. Unnumbered paragraphs after a unit's first are its parts; elsewhere each is a unit by itself.
    """
    naming = Naming()
    chained = restarting(drafts)
    counts: Counter[str] = Counter()
    last_paragraph: dict[str, str] = {}
    prefixes: dict[tuple[int, str], str] = {}
    made: list[Clause] = []
    for n, draft in enumerate(drafts):
        owner = owner_of(n, drafts)
        if draft.chosen:
            draft.id = naming.free(wanted_id(draft, drafts, view, chained, last_paragraph, prefixes))
            counts[draft.id] = 1 if view[slice(*draft.text)].strip(SPACE) else 0
            made.append(numbered(text, draft, holes))
            extra = draft.more
        else:
            extra = [draft.text, *draft.more]
        for span in extra:
            if not view[slice(*span)].strip(SPACE):
                widen(made, span, holes)
                continue
            above = owner.id if owner else ""
            counts[above] += 1
            wanted = f"{above}__para_{counts[above]}" if above else f"para_{counts[above]}"
            name = naming.free(wanted)
            last_paragraph[above] = name
            made.append(unnumbered(text, span, holes, name, owner))
    return tuple(made)


def owner_of(n: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return what the paragraphs after the n-th draft belong to.

    That is its unit or division; but itself if its children follow or its list goes on after the paragraph.
    """
    draft = drafts[n]
    if draft.chosen is None:
        return None
    following = drafts[n + 1] if n + 1 < len(drafts) else None
    while draft.role is Role.PART and draft.parent >= 0 and not (following and holds(draft, following)):
        draft = drafts[draft.parent]
    return draft


def holds(draft: Draft, following: Draft) -> bool:
    """Tell whether a paragraph between two drafts belongs to the first."""
    if following.chosen is None or following.depth > draft.depth:
        return True
    mark = following.chosen.mark
    return following.parent == draft.parent and mark.value[-1] not in mark.scheme.first


def restarting(drafts: Sequence[Draft]) -> frozenset[str]:
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


def wanted_id(
    draft: Draft,
    drafts: Sequence[Draft],
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
    own = f"{mark.scheme.eid}_{token(printed, mark.value, spelled=mark.scheme.reader == 'ordinal')}"
    alone = mark.scheme.counts_on or mark.family.startswith("1.1")
    if draft.parent < 0 or (alone and mark.family not in chained):
        return own
    above = drafts[draft.parent]
    place = (draft.parent, mark.family)
    if place not in prefixes or mark.value[-1] in mark.scheme.first:
        below = draft.role is Role.PART and above.role is not Role.PART and above.id in last_paragraph
        prefixes[place] = last_paragraph[above.id] if below else above.id
    return f"{prefixes[place]}__{own}"


def token(printed: str, value: Value, *, spelled: bool) -> str:
    """Return a mark's number for an id: `12`, `4-1`, `a`, `iv`.

    イ as its place in its row; a word (Zweiter Teil) as its value.
    """
    words = [] if spelled else WORD.findall(printed)
    last = words[-1].lower() if words else ""
    if last.isalpha() and len(value) == 1:
        return str(last)
    code = CODE.search(printed)
    return (code[0].lower() if code else "") + "-".join(map(str, value))


def numbered(text: str, draft: Draft, holes: Holes) -> Clause:
    """Make the clause of a mark, without the paragraphs after its first."""
    if draft.chosen is None:
        raise ValueError(draft)
    mark = draft.chosen.mark
    end = draft.more[0][0] if draft.more else draft.end
    printed = cut(text, (mark.pos, mark.end), holes)
    named = mark.scheme.reader == "none"
    return Clause(
        id=draft.id,
        number=None if named else on_one_line(printed),
        heading=printed if named else cut(text, draft.heading, holes) if draft.heading else None,
        text=cut(text, draft.text, holes),
        depth=draft.depth,
        spans=read_order(draft, mark.pos, mark.end, end, holes),
        role=draft.role,
    )


def read_order(draft: Draft, pos: int, after: int, end: int, holes: Holes) -> tuple[Span, ...]:
    """Return a clause's spans as it is read: a caption that is printed above its number follows it."""
    if draft.heading is None or draft.heading[0] > pos:
        return holes.outside(draft.start, end)
    return (*holes.outside(pos, after), *holes.outside(draft.start, pos), *holes.outside(after, end))


def on_one_line(printed: str) -> str:
    """Return a mark that a line end cuts as one: without a space between wide characters."""
    head, *rest = (piece.strip() for piece in printed.split("\n"))
    return joined(head, *rest) if rest else printed


def unnumbered(text: str, span: Span, holes: Holes, name: str, owner: Draft | None) -> Clause:
    """Make the clause of a paragraph without a number."""
    return Clause(
        id=name,
        number=None,
        heading=None,
        text=cut(text, span, holes),
        depth=owner.depth + 1 if owner else 0,
        spans=holes.outside(*span),
        role=Role.PART if owner and owner.role is not Role.DIVISION else Role.UNIT,
    )


def widen(made: list[Clause], span: Span, holes: Holes) -> None:
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
                spans=united((*last.spans, *holes.outside(*span))),
                role=last.role,
            )
        )


def united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Unite spans that touch."""
    one: list[Span] = []
    for start, end in spans:
        if one and one[-1][1] == start:
            one[-1] = (one[-1][0], end)
        else:
            one.append((start, end))
    return tuple(one)


def cut(text: str, span: Span, holes: Holes) -> str:
    """Cut a stretch from the source, without holes and outer white space."""
    pieces = holes.outside(*span) if holes.all else (span,)
    return "".join(text[start:end] for start, end in pieces).strip().strip("\ufeff\u200b\u2060").strip()
