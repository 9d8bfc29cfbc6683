"""Compare what clauses are for: a purpose, a definition, a penalty (`languages.clause_roles`).

A role that few clauses of either version have is evidence for a link, as a heading is. A clause that says
what follows upon a breach is not the clause whose breach it is, however many words they share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints
from hexapla.languages.clause_roles import ROLES, SANCTIONS, find_roles
from hexapla.units import Unit


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """The roles of the units of two versions, by position; units that are settled have none."""

    left: Bools
    """unit x role, as in `ROLES`"""
    right: Bools
    rarity: Floats
    """per role one divided by the number of units that have it on the side where they are more"""
    single: Bools
    """per role whether one unit of each version has it"""

    @classmethod
    def of(cls, left: Sequence[Unit], right: Sequence[Unit], open_: tuple[Ints, Ints]) -> "RoleComparison":
        """Find the roles of the units that are still open, given by position."""
        mine, yours = (mark_roles(units, places) for units, places in zip((left, right), open_, strict=True))
        often = mine.sum(axis=0), yours.sum(axis=0)
        return cls(mine, yours, 1 / np.maximum(np.maximum(*often), 1), (often[0] == 1) & (often[1] == 1))

    def share(self, left: Ints, right: Ints) -> Floats:
        """Return per pair the rarity of the rarest role that both units have, 0 to 1; 0 if none."""
        common = self.left[left] & self.right[right]
        rarest: Floats = (common * self.rarity).max(axis=1, initial=0.0)
        return rarest

    def clash(self, left: Ints, right: Ints) -> Bools:
        """Return per pair whether its units differ in what they are for.

        One alone says what follows upon a breach; or one alone has a role that a single unit of either
        version has, so that another unit is its counterpart.
        """
        sanction = [at for at, role in enumerate(ROLES) if role in SANCTIONS]
        one, other = (np.asarray(side[:, sanction].any(axis=1)) for side in (self.left, self.right))
        elsewhere = ((self.left[left] != self.right[right]) & self.single).any(axis=1)
        unlike: Bools = (one[left] != other[right]) | elsewhere
        return unlike


def mark_roles(units: Sequence[Unit], places: Ints) -> Bools:
    """Return unit x role: what the units at the given places are for, by their headings and texts."""
    out = np.zeros((len(units), len(ROLES)), bool)
    for at in places.tolist():
        found = find_roles(units[at].headed_text)
        out[at] = [role in found for role in ROLES]
    return out
