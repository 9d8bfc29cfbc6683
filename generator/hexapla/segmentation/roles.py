"""What each clause is for the alignment: a division, a unit (one cites by it) or a part."""

from collections.abc import Sequence

from hexapla.languages.schemes import Level
from hexapla.model import Role
from hexapla.segmentation.draft_clauses import ClauseDraft
from hexapla.segmentation.marks import HEADING_PREFIX


def assign_roles(drafts: Sequence[ClauseDraft], view: str, unit: str | None) -> None:
    """Set the role of every draft.

    Post-conditions:
        1. Below a unit of article level there are parts only.
        2. No part stands before the first unit, or after a division before the next unit.
    """
    opened = False
    wanted = unit if unit and any(is_of_scheme(draft, unit) for draft in drafts) else None
    for draft in drafts:
        if draft.chosen:
            draft.role = determine_role(draft, drafts, view, wanted)
            if draft.role is Role.PART and not opened:
                draft.role = Role.UNIT
            opened = draft.role is not Role.DIVISION


def is_of_scheme(draft: ClauseDraft, scheme: str) -> bool:
    """Tell whether a draft's mark is of a scheme, in a heading of Markdown or not."""
    return draft.chosen is not None and draft.chosen.mark.family.removeprefix(HEADING_PREFIX) == scheme


def determine_role(draft: ClauseDraft, drafts: Sequence[ClauseDraft], view: str, unit: str | None) -> Role:
    """Return the role of a numbered draft; those above it have theirs."""
    above = list_ancestors(draft, drafts)
    if unit is not None:
        if any(is_of_scheme(one, unit) for one in above):
            return Role.PART
        if is_of_scheme(draft, unit):
            return Role.UNIT
    if any(one.role is Role.UNIT and one.level in (Level.ARTICLE, Level.ITEM) for one in above):
        return Role.UNIT if draft.level is Level.ARTICLE else Role.PART
    if draft.level is Level.ITEM:
        nearest = next((one for one in above if one.role is not Role.PART), None)
        return Role.PART if nearest and nearest.role is Role.UNIT else Role.UNIT
    return Role.DIVISION if is_division(draft, [drafts[n] for n in draft.children], view) else Role.UNIT


def is_division(draft: ClauseDraft, kids: Sequence[ClauseDraft], view: str) -> bool:
    """Tell whether a draft is but a heading above others that are cited.

    In a decimal outline (1, 1.1) it is not: the whole section is cited by its number.
    """
    if view[slice(*draft.text)].strip(" \n\x1f\x1e"):
        return False
    if draft.level in (Level.DIVISION, Level.ANNEX):
        return True
    if draft.level is Level.ARTICLE:
        return any(kid.level in (Level.ARTICLE, Level.DIVISION) for kid in kids)
    decimal = any(kid.chosen and len(kid.chosen.mark.value) > 1 for kid in kids)
    return not decimal and any(kid.level is not Level.ITEM for kid in kids)


def list_ancestors(draft: ClauseDraft, drafts: Sequence[ClauseDraft]) -> list[ClauseDraft]:
    """Return the drafts above one, nearest first."""
    above = []
    while draft.parent >= 0:
        draft = drafts[draft.parent]
        above.append(draft)
    return above
