"""Several versions in one file → one text that segmentation takes apart again."""

from collections.abc import Iterable, Sequence

from hexapla.readers.tables import Line

__all__ = ["compiled"]


def compiled(versions: Sequence[tuple[str, Iterable[Line]]]) -> list[Line]:
    """Write versions one after another under marks; one alone without a mark.

    Args:
        versions: label and lines of each.
    """
    if len(versions) == 1:
        return list(versions[0][1])
    out: list[Line] = []
    for number, (label, lines) in enumerate(versions, start=1):
        out += [Line(f"Version {number}: {label}".rstrip(": ")), Line(""), *lines, Line("")]
    return out
