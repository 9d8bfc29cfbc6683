"""Several versions in one file → one text that segmentation takes apart again."""

from collections.abc import Iterable, Sequence

from hexapla.readers.table_rows import SourceLine


def join_versions(versions: Sequence[tuple[str, Iterable[SourceLine]]]) -> list[SourceLine]:
    """Write versions one after another under marks; one alone without a mark.

    Args:
        versions: label and lines of each.
    """
    if len(versions) == 1:
        return list(versions[0][1])
    out: list[SourceLine] = []
    for number, (label, lines) in enumerate(versions, start=1):
        out += [SourceLine(f"Version {number}: {label}".rstrip(": ")), SourceLine(""), *lines, SourceLine("")]
    return out
