"""Rank doubtful links by how useful it is to review them."""

from hexapla.model import CHECK_FROM, Alignment, Confidence, Link


def rank_doubtful_links(alignment: Alignment) -> tuple[Link, ...]:
    """Rank the links that an editor should look at.

    Links whose score is nearest to `CHECK_FROM` come first, since a review is most likely to change them; of
    equally near ones, links in rows of many versions come first, since one decision settles several links.
    """
    versions = {row.id: sum(map(bool, row.cells)) for row in alignment.rows}
    doubtful = [
        (abs(link.score - CHECK_FROM), -versions[row.id], link.a, link.b, link)
        for row in alignment.rows
        for link in row.links
        if link.confidence is not Confidence.STRONG
    ]
    return tuple(entry[-1] for entry in sorted(doubtful, key=lambda entry: entry[:-1]))
