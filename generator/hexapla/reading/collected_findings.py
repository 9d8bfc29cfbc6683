"""All findings of a document in one list: what a command reports and a result holds."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison


def collect_findings(
    settings: Iterable[Finding], alignment: Alignment, comparisons: Sequence[Comparison]
) -> tuple[Finding, ...]:
    """List the findings of settings, document, versions, alignment, comparisons and changes, in this order.

    Of comparisons as wholes those of neighbours: each version's own text is told against the one before.
    """
    document = alignment.document
    steps = set(pairwise(document.sigla))
    neighbours = (each for each in comparisons if (each.base, each.target) in steps)
    changes = (change for comparison in comparisons for change in comparison.changes)
    return (
        *settings,
        *document.findings,
        *(finding for version in document.versions for finding in version.findings),
        *alignment.findings,
        *(finding for comparison in neighbours for finding in comparison.findings),
        *(finding for change in changes for finding in change.findings),
    )
