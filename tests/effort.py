"""How many examples a law is tried on: a share of what the run was told to try."""

from hypothesis import settings

__all__ = ["examples"]


def examples(share: float) -> settings:
    """Try a law on so many times as many examples as others.

    Above 1 for laws that are quick or have many cases, below for slow ones. `make test-slow` tries ten times
    as many of each.
    """
    asked = settings().max_examples
    return settings(max_examples=max(1, round(asked * share)), deadline=None)
