"""What is told of clauses whose words stay while what they lean on changes."""

from hexapla.model import Affected, AffectedReason, Change, Flag


def list_reasons(change: Change) -> list[Affected]:
    """Return what changed on which a clause leans, but for what its stale references say already."""
    told = Flag.REFERENCE_STALE in change.flags
    return [each for each in change.affected if not (told and each.reason is AffectedReason.CITED_REUSED)]


def is_affected(change: Change) -> bool:
    """Tell whether an output says that what a clause leans on changed."""
    return bool(list_reasons(change))
