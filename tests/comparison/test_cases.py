"""The laws of edits on whole texts: our own, and those of a further corpus."""

from pathlib import Path

import pytest

from corpora import cases, is_own
from hexapla.comparison import compare, compare_all
from hexapla.model import Comparison, Op
from hexapla.units import build_units
from whole_texts import align_text

pytestmark = pytest.mark.xdist_group("whole texts")


def spells(comparison: Comparison, skipped: Op) -> list[str]:
    texts = (
        "".join(edit.text for edit in (*change.heading_edits, *change.edits) if edit.op is not skipped)
        for change in comparison.changes
    )
    return sorted(filter(None, texts))


@pytest.mark.parametrize(
    "folder",
    [pytest.param(path, id=path.name, marks=() if is_own(path) else pytest.mark.slow) for path in cases()],
)
def test_every_text_stands_in_the_changes(folder: Path) -> None:
    alignment = align_text(folder.name)
    document = alignment.document
    for comparison in compare_all(alignment):
        for siglum, skipped in ((comparison.base, Op.INSERT), (comparison.target, Op.DELETE)):
            version = document.version(siglum)
            text = "\n".join(f"{unit.heading or ''}\n{unit.text}" for unit in build_units(version))
            told = spells(comparison, skipped)
            assert sum(map(len, "".join(told).split())) == sum(map(len, text.split()))
    first, last = document.sigla[0], document.sigla[-1]
    there, back = compare(alignment, first, last), compare(alignment, last, first)
    assert spells(there, Op.INSERT) == spells(back, Op.DELETE)
    assert [change.flags for change in there.changes] == [change.flags for change in back.changes] or any(
        change.findings for change in (*there.changes, *back.changes)
    )
    assert [change.moved for change in there.changes] == [change.moved for change in back.changes]
