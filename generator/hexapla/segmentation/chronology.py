"""What the dates of versions say of their order, and what they cannot say."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hexapla.findings import Finding, make_finding
from hexapla.model import Order, Version, is_order_known
from hexapla.plan import Plan


def find_undecided_dates(dates: Sequence[str]) -> frozenset[int]:
    """Return the places of dates that do not say whether another one is earlier.

    A date that leaves something open begins all those that it cannot be told from, so in the order of letters
    they follow it at once.
    """
    found: set[int] = set()
    opens: int | None = None
    for at in sorted(range(len(dates)), key=lambda at: (dates[at], at)):
        if opens is None or is_order_known(dates[opens], dates[at]):
            opens = at
        else:
            found |= {opens, at}
    return frozenset(found)


def derive_order(plan: Plan, versions: Sequence[Version]) -> tuple[Order, str]:
    """Return the order and why: chronological if every version is dated and the dates say which is older."""
    if plan.order is not None:
        return plan.order, "as the editor says"
    dates = [version.issued for version in versions if version.issued]
    if len(versions) < 2 or len(dates) < len(versions):  # noqa: PLR2004 - one version is in no order
        return Order.PARALLEL, "not every version is dated"
    if doubtful := sorted(find_undecided_dates(dates), key=lambda at: (dates[at], at)):
        one, other = (versions[at] for at in doubtful[:2])
        same = one.issued == other.issued
        why = "two versions bear the same date: " if same else "two dates are not exact enough: "
        return Order.PARALLEL, why + format_dated_sigla(one, other)
    return Order.CHRONOLOGICAL, "every version is dated"


def report_order(plan: Plan, versions: Sequence[Version], given: Sequence[str]) -> Iterator[Finding]:
    """Tell how the order was derived, and where dates contradict it.

    Args:
        plan: what the editor says.
        versions: in their order.
        given: their sigla in the order in which they were given.
    """
    order, reason = derive_order(plan, versions)
    if plan.order is None and len(versions) > 1:
        yield make_finding("order_derived", order=order.value, reason=reason)
        places = find_undecided_dates([version.issued or "" for version in versions])
        if places and all(version.issued for version in versions):
            sigla = ", ".join(versions[at].siglum for at in sorted(places))
            yield make_finding("order_undecided", versions=sigla)
    if [version.siglum for version in versions] != list(given):
        yield make_finding("order_by_date", versions=format_dated_sigla(*versions))
    if order is Order.CHRONOLOGICAL:
        for before, after in pairwise(version for version in versions if version.issued):
            earlier, later = before.issued or "", after.issued or ""
            if earlier > later and is_order_known(earlier, later):
                yield make_finding(
                    "order_contradicted", before=format_dated_sigla(before), after=format_dated_sigla(after)
                )


def format_dated_sigla(*versions: Version) -> str:
    """Name versions with their dates, in words of no language: `A 2018 / B 2024-06`."""
    return " / ".join(f"{version.siglum} {version.issued}" for version in versions)
