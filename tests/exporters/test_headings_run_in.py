"""A heading that is compared with its text is printed as its version prints it."""

from pathlib import Path

import pytest

from hexapla.collection import load_files
from hexapla.model import Op
from hexapla.pipeline import build_document
from hexapla.reading.printed import write_unit_lines
from hexapla.reading.printed_rows import PrintedDocument

SPLIT = (
    "一、茶水\n（一）茶炉早晨由值日的人生火烧水。晚上九点以后封火落锁。\n（二）茶叶放在铁罐里。\n",
    "一、茶水\n（一）茶炉早晨由值日的人生火烧水。\n（二）晚上九点以后封火落锁。\n（三）茶叶放在铁罐里。\n",
)
ON_ITS_LINE = (
    "1. The kettle. The kettle is filled before dawn by whoever wakes first.\n\n2. Cups are washed.\n",
    "1. The kettle\n\n   The kettle is filled before noon by whoever wakes first.\n\n2. Cups are washed.\n",
)


@pytest.mark.parametrize("texts", [SPLIT, SPLIT[::-1], ON_ITS_LINE, ON_ITS_LINE[::-1]])
def test_the_pieces_of_a_row_spell_the_lines_of_both_versions(texts: tuple[str, str], tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "ab"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    made = build_document(load_files(paths))
    rows = list(PrintedDocument(made.alignment).rows(made.comparisons[0]))
    assert any(unit.heading for row in rows for unit in (*row.base, *row.target))
    for row in rows:
        for units, other in ((row.base, Op.INSERT), (row.target, Op.DELETE)):
            spelled = "".join(piece.text for piece in row.pieces if piece.op is not other)
            assert (
                spelled.split("\n") == [line for unit in units for line in write_unit_lines(unit)]
                or not units
            )
