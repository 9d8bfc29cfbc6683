"""Cut the texts into the clauses that the gold cites, so that all methods link the same clauses.

A clause begins with its mark, printed at the beginning of a line, and ends before the next. Of the gold only
the marks are read, never what belongs together. A mark may name a way (`四、（二）`): its last part begins
the line, and the part before it is that of the latest line that began with one.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scorer import remove_space

__all__ = ["Clauses", "cut", "cut_task"]

Clauses = list[tuple[str, str]]
"""mark and text of every clause of a version, in the order of the text"""


def cut_task(folder: Path, gold: dict[str, Any]) -> dict[str, Clauses]:
    """Cut the versions of a gold file; return the clauses of each by its id."""
    marks: dict[str, set[str]] = {version["id"]: set() for version in gold["versions"]}
    for pair in gold["pairs"]:
        for side in "ab":
            rows = (mark for row in pair["alignment"] for mark in row[side])
            marks[pair[side]].update(map(remove_space, (*rows, *pair.get("unscored", {}).get(side, ()))))
    return {
        version["id"]: cut((folder / version["file"]).read_text(encoding="utf-8"), marks[version["id"]])
        for version in gold["versions"]
    }


def cut(text: str, marks: Iterable[str]) -> Clauses:
    r"""Cut a text at the lines that begin with a mark.

    >>> cut("Rules\n1. One day.\nOr two.\n2. Three.\n", {"1.", "2."})
    [('1.', 'One day.\nOr two.'), ('2.', 'Three.')]
    """
    found: list[tuple[str, list[str]]] = []
    for mark, line in beginnings(text, frozenset(marks)):
        if mark is not None:
            found.append((mark, [line]))
        elif found:
            found[-1][1].append(line)
    return [(mark, "\n".join(lines).strip()) for mark, lines in found]


def beginnings(text: str, marks: frozenset[str]) -> Iterator[tuple[str | None, str]]:
    """Yield each line with the mark that it begins with, which is taken from the line; None: with none."""
    steps = splits(marks)
    ways = splits(before for before, _, _ in steps if before)
    latest: dict[str, tuple[int, ...]] = {"": ()}
    done: set[str] = set()
    for number, line in enumerate(text.splitlines()):
        head = remove_space(line)
        began = [
            (len(own), latest[before], whole)
            for before, own, whole in steps
            if before in latest and whole not in done and head.startswith(own)
        ]
        passed = [
            (latest[before], whole)
            for before, own, whole in ways
            if before in latest and head.startswith(own)
        ]
        latest |= {whole: (number, *way) for way, whole in sorted(passed)}
        if began:
            length, _, mark = max(began)
            done.add(mark)
            yield mark, without(line, length)
        else:
            yield None, line


def splits(marks: Iterable[str]) -> set[tuple[str, str, str]]:
    """Return all ways to read marks as what stands above and what begins the line, with the whole mark."""
    return {(mark[:at], mark[at:], mark) for mark in marks for at in range(len(mark))}


def without(line: str, count: int) -> str:
    """Return a line without its first characters, white space not counted."""
    at = 0
    while count:
        count -= bool(remove_space(line[at]))
        at += 1
    return line[at:].strip()
