"""Doubtful links, most useful first: where an editor's minute changes most."""

from hexapla.model import CHECK_FROM, Alignment, Confidence, Link

__all__ = ["rank_doubtful_links"]


def rank_doubtful_links(alignment: Alignment) -> tuple[Link, ...]:
    """Rank the links that an editor should look at.

    The nearer a score to the bar of confidence, the likelier it is that a look changes the verdict; of equal
    ones, links in rows of many versions come first, since one decision there settles several.
    """
    versions = {row.id: sum(map(bool, row.cells)) for row in alignment.rows}
    doubtful = [
        (abs(link.score - CHECK_FROM), -versions[row.id], link.a, link.b, link)
        for row in alignment.rows
        for link in row.links
        if link.confidence is not Confidence.STRONG
    ]
    return tuple(entry[-1] for entry in sorted(doubtful, key=lambda entry: entry[:-1]))
