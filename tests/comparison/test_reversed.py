"""A comparison read backwards is the comparison of the two versions in the other order."""

from pathlib import Path

import pytest

from agreement.documents import SHORT, built
from hexapla.comparison import compare
from hexapla.model import Change


def told(change: Change) -> tuple[object, ...]:
    flags = tuple(flag for flag in change.flags if flag.value != "reference_stale")
    return change.id, change.cells, change.relation, change.moved, change.renumbered, flags


@pytest.mark.parametrize("name", SHORT)
def test_it_tells_the_same_of_every_row(name: str, tmp_path: Path) -> None:
    made = built(tmp_path, *SHORT[name])
    for comparison in made.comparisons:
        back = comparison.reversed()
        anew = compare(made.alignment, comparison.target, comparison.base)
        assert (back.base, back.target) == (anew.base, anew.target)
        assert list(map(told, back.changes)) == list(map(told, anew.changes))
        assert [(each.kind, each.base, each.target) for each in back.set_aside_changes] == [
            (each.kind, each.base, each.target) for each in anew.set_aside_changes
        ]
        assert back.reversed() == comparison
