"""What each clause is for the alignment: a division, a unit or a part (contract: the clauses by which one cites)."""

from collections.abc import Sequence

from hexapla.model import Role
from hexapla.segment.drafts import Draft
from hexapla.segment.schemes import Level

__all__ = ["assign"]


def assign(drafts: Sequence[Draft], view: str, unit: str | None) -> None:
    """Set the role of every draft.

    Post-conditions:
        1. Below a unit of article level there are parts only.
        2. No part stands before the first unit, or directly below a division.
    """
    wanted = unit if unit and any(draft.chosen and draft.chosen.mark.family == unit for draft in drafts) else None
    for draft in drafts:
        if draft.chosen:
            draft.role = role_of(draft, drafts, view, wanted)


def role_of(draft: Draft, drafts: Sequence[Draft], view: str, unit: str | None) -> Role:
    """Return the role of a numbered draft; those above it have theirs."""
    above = ancestors(draft, drafts)
    kids = [drafts[n] for n in draft.children]
    has_text = bool(view[slice(*draft.text)].strip(" \n\x1f\x1e"))
    if draft.chosen is None:
        return Role.UNIT
    if unit is not None:
        if any(one.chosen and one.chosen.mark.family == unit for one in above):
            return Role.PART
        if draft.chosen.mark.family == unit:
            return Role.UNIT
    if any(one.role is Role.UNIT and one.level in (Level.ARTICLE, Level.ITEM) for one in above):
        return article_in_article(draft)
    if draft.level in (Level.DIVISION, Level.ANNEX):
        return Role.UNIT if has_text else Role.DIVISION
    if draft.level is Level.ARTICLE:
        nested = any(kid.level is Level.ARTICLE or kid.level is Level.DIVISION for kid in kids)
        return Role.DIVISION if nested and not has_text else Role.UNIT
    if draft.level is Level.ITEM:
        return Role.PART if any(one.role is Role.UNIT for one in above) else Role.UNIT
    citable = any(kid.level is not Level.ITEM for kid in kids)
    return Role.DIVISION if citable and not has_text else Role.UNIT


def article_in_article(draft: Draft) -> Role:
    """A section within an article that has text of its own is a unit, everything else below is a part."""
    return Role.UNIT if draft.level is Level.ARTICLE else Role.PART


def ancestors(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts above one, nearest first."""
    above = []
    while draft.parent >= 0:
        draft = drafts[draft.parent]
        above.append(draft)
    return above
