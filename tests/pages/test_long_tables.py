"""A comparison of many clauses is drawn by runs; every row stands in it once, in its order."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document


@pytest.mark.parametrize(("clauses", "runs"), [(60, 0), (540, 14)])
def test_long_comparisons_are_cut_into_runs(tmp_path: Path, clauses: int, runs: int) -> None:
    for name, word in (("a", "may"), ("b", "shall")):
        lines = (
            f"Section {at}. Keeper {at} of lamp {at * 7} {word} light it at dusk on day {at * 3}."
            for at in range(1, clauses + 1)
        )
        (tmp_path / f"{name}.txt").write_text("Lamp rules\n" + "\n".join(lines), encoding="utf-8")
    built = build_document(load_files([tmp_path / "a.txt", tmp_path / "b.txt"]))
    pages = render_document(built.alignment, built.comparisons, language="en")
    html = next(page.html for page in pages if page.uri.endswith("compare-A-B.html"))
    table = LexborHTMLParser(html).css(".hx-table")[0]
    assert len(table.css(".hx-run")) == runs
    names = [row.attributes["id"] for row in table.css(".hx-row")]
    assert names == [f"A__sec_{at}" for at in range(1, clauses + 1)]
