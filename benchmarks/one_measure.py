"""One measure of the program that Python finds, in this process: seconds of work and megabytes, as JSON.

    python -m benchmarks.one_measure NAME SIZE

Only what older states of the program have too is called, so that two states can be measured by the same code.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from benchmarks.alignment_speed import make_document
from benchmarks.program_parts import align, compare_all, mark, segment
from benchmarks.texts import law

__all__ = ["MEASURES", "main"]

CLAUSES = 300
CHANGED = 0.2


def align_clauses(size: int) -> Callable[[], object]:
    """Two versions of so many clauses."""
    document = make_document(size, 2)
    return lambda: align(document)


def analyse_versions(size: int) -> Callable[[], object]:
    """So many versions of a law of 300 articles, aligned and compared, every pair."""
    document = segment(*(law(CLAUSES, changed=CHANGED, seed=seed) for seed in range(size)))
    return lambda: compare_all(align(document))


def mark_clauses(size: int) -> Callable[[], object]:
    """So many pairs of clauses of 120 characters, marked."""
    old, new = (
        [line.split("　", 1)[1] for line in law(size, characters=120, changed=1.0, seed=seed).splitlines()]
        for seed in (0, 1)
    )
    mark(old[0], new[0])  # what is made once is not measured
    return lambda: [mark(*pair) for pair in zip(old, new, strict=True)]


def segment_text(size: int) -> Callable[[], object]:
    """A statute of so many thousand characters, cut into clauses."""
    text = law(max(1, min(999, size * 1000 // 66)), changed=0)
    text *= max(1, size * 1000 // len(text))
    segment(law(5))
    return lambda: segment(text)


MEASURES: Mapping[str, Callable[[int], Callable[[], object]]] = {
    "align": align_clauses,
    "versions": analyse_versions,
    "mark": mark_clauses,
    "segment": segment_text,
}


def main(arguments: Sequence[str]) -> int:
    """Prepare a measure, take it, print what it cost."""
    name, size = arguments
    work = MEASURES[name](int(size))
    begun = time.process_time()
    work()
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": spent, "megabytes": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
