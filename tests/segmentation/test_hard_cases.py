"""Every row of the documented table of hard cases holds."""

import re
from pathlib import Path

import pytest

from segmentation.texts import cut, outline, tiles

PAGE = Path(__file__).parents[2] / "docs" / "method" / "segmentation.md"
ROW = re.compile(r"^\| (?P<case>[^|]+?) \| `(?P<text>[^`]+)` \| `(?P<read>[^`]+)` \|", re.MULTILINE)
ROWS = [found.groupdict() for found in ROW.finditer(PAGE.read_text(encoding="utf-8"))]


def test_the_table_is_found() -> None:
    assert len(ROWS) >= 35


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_row(row: dict[str, str]) -> None:
    document = cut(row["text"].replace("⏎", "\n"))
    tiles(document)
    assert " ∥ ".join(outline(version) for version in document.versions) == row["read"]
