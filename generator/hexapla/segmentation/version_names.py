"""What versions are called: the shortest names that tell them apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

DATES = (4, 7, 10)
"""characters of a year, of a month, of a day in ISO 8601"""
LONGEST_TITLE = 40
"""characters; a longer title is no short name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNames:
    """What a version can be called."""

    siglum: str
    own: str | None
    """the editor's label"""
    part: str | None
    """the mark of its part in a compilation, or the year in the part's title"""
    issued: str | None
    title: str | None
    path: str
    """of the source"""


def assign_labels(versions: Sequence[VersionNames]) -> list[str]:
    """Name each version by the shortest that tells it from the others.

    That is the mark of its part, else as much of its date as is needed (2019; 2022-03 beside 2022-11), else
    its file; where this is another's too, its title, its file or at last its siglum. “2022 and 2022” would be
    no citation.

    Post-conditions:
        1. Labels are unique, letters of both cases being the same, but for labels of the editor's own that
           repeat each other: those stay as they are.
        2. What is derived gives way to what the editor says.
    """
    titles = Counter(fold_name(one.title) for one in versions if one.title)
    ladders = [tuple(iterate_names(one, titles)) for one in versions]
    steps = [0] * len(versions)
    while moving := [
        at for group in group_equal_names(ladders, steps) for at in select_to_rename(group, ladders, steps)
    ]:
        for at in moving:
            steps[at] += 1
    chosen = [names[step] for names, step in zip(ladders, steps, strict=True)]
    for group in group_equal_names(ladders, steps):
        for at in group:
            if versions[at].own is None:  # an editor calls another version by this one's siglum
                chosen[at] = number_name(chosen[at], {fold_name(name) for name in chosen})
    return chosen


def iterate_names(one: VersionNames, titles: Counter[str]) -> Iterator[str]:
    """Yield what a version can be called, the best name first, each once; the last is its siglum."""
    if one.own is not None:
        yield one.own
        return
    path = PurePosixPath(one.path)
    issued = one.issued or ""
    dates = [issued[:length] for length in DATES if len(issued) >= length]
    title = (
        [one.title]
        if one.title and titles[fold_name(one.title)] == 1 and len(one.title) <= LONGEST_TITLE
        else []
    )
    files = [path.stem, path.name, one.path]
    if one.part is not None and one.part not in dates:
        names = [one.part, *title, *(f"{file} {one.part}" for file in files)]
    else:
        names = [*dates, *title, *files] if dates else [path.stem, *title, *files]
    yield from dict.fromkeys(name for name in (*names, one.siglum) if name)


def group_equal_names(ladders: Sequence[Sequence[str]], steps: Sequence[int]) -> list[list[int]]:
    """Return the groups of versions that would bear one name."""
    groups: dict[str, list[int]] = {}
    for at, (names, step) in enumerate(zip(ladders, steps, strict=True)):
        groups.setdefault(fold_name(names[step]), []).append(at)
    return [group for group in groups.values() if len(group) > 1]


def select_to_rename(
    group: Sequence[int], ladders: Sequence[Sequence[str]], steps: Sequence[int]
) -> list[int]:
    """Return who of a group takes the next name: those that have a more exact date, else all that can."""
    able = [at for at in group if steps[at] + 1 < len(ladders[at])]
    dated = [at for at in able if ladders[at][steps[at] + 1].startswith(f"{ladders[at][steps[at]]}-")]
    return dated or able


def number_name(name: str, taken: set[str]) -> str:
    """Add a number to a name that is taken."""
    return next(new for number in count(2) if fold_name(new := f"{name} {number}") not in taken)


def fold_name(name: str) -> str:
    """Fold what a reader does not see in a name, or may not."""
    return " ".join(name.split()).casefold()
