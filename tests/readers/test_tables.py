"""Tables of all formats that have them are the same rows and cells."""

from collections.abc import Sequence

import pytest

from hexapla.model import Clause
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from readers.word import document

ROWS = [
    ("Boat", "Fee", "Remark"),
    ("Dinghy", "400", "per season"),
    ("Barge", "1,200", ""),
    ("Ferry", "", "free"),
]
PAGE = "<h1>Dues</h1><p>1. Open to all.</p><p>2. The fees are these:</p>{}<p>They fall due in May.</p>"
MARKDOWN = "# Dues\n\n1. Open to all.\n\n2. The fees are these:\n\n{}\n\nThey fall due in May.\n"


def html(rows: Sequence[Sequence[str]]) -> bytes:
    made = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return PAGE.format(f"<table>{''.join(f'<tr>{row}</tr>' for row in made)}</table>").encode()


def markdown(rows: Sequence[Sequence[str]]) -> bytes:
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    return MARKDOWN.format("\n".join([head, "|" + "---|" * len(rows[0]), *others])).encode()


def word(rows: Sequence[Sequence[str]]) -> bytes:
    made = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    grid = f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"
    first = map(paragraph, ("Dues", "1. Open to all.", "2. The fees are these:"))
    return document(*first, grid, paragraph("They fall due in May."))


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def clauses(name: str, data: bytes) -> tuple[Clause, ...]:
    made = segment([read_source(name, data)], Plan(id="dues"))
    return made.versions[0].clauses


def cells(name: str, data: bytes) -> list[tuple[int, int, str]]:
    return [
        (cell.row, cell.column, clause.text[cell.start : cell.end])
        for clause in clauses(name, data)
        for cell in clause.cells
    ]


WRITERS = {"x.html": html, "x.md": markdown, "x.docx": word}


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_is_its_rows_and_cells(name: str) -> None:
    told = [(n, m, text) for n, row in enumerate(ROWS, 1) for m, text in enumerate(row, 1) if text]
    assert cells(name, WRITERS[name](ROWS)) == told


@pytest.mark.parametrize("name", WRITERS)
def test_its_lines_are_paragraphs_of_the_clause_above_it(name: str) -> None:
    own = [clause for clause in clauses(name, WRITERS[name](ROWS)) if clause.id.startswith("lvl_2")]
    assert [bool(clause.cells) for clause in own] == [False, True, True, True, True, False]


def test_a_cell_of_several_paragraphs_stands_on_several_lines() -> None:
    page = html(ROWS).replace(b"per season", b"<p>per season</p><p>or part of it</p>")
    assert [(row, column, text) for row, column, text in cells("x.html", page) if row == 2] == [
        (2, 1, "Dinghy"),
        (2, 2, "400"),
        (2, 3, "per season"),
        (2, 3, "or part of it"),
    ]


FRAMES: dict[str, Sequence[Sequence[str]]] = {
    "one column": [("The keeper opens the gate.",), ("He shuts it at dusk.",)],
    "clauses in the cells": [("3.", "The keeper opens the gate."), ("4.", "He shuts it at dusk.")],
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_that_only_sets_a_text_is_none(name: str) -> None:
    assert cells("x.html", html(FRAMES[name])) == []


def test_of_a_table_in_a_table_the_inner_one_counts() -> None:
    inner = html(ROWS).decode().split("<table>")[1].split("</table>")[0]
    page = PAGE.format(f"<table><tr><td>left</td><td>right <table>{inner}</table></td></tr></table>")
    assert [text for _, _, text in cells("x.html", page.encode())][:3] == list(ROWS[0])
