"""Pages and files of versions that divide clauses into heading and text differently."""

from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.model import Alignment, Op
from hexapla.pages import render_document
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read_source
from hexapla.reading.printed import write_unit_lines
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.search.passages import collect_unit_changes
from hexapla.segmentation import segment
from hexapla.site.verify import find_row_differences
from other_direction import render_direction

RUN_IN = """TERMS OF THE ORCHARD

1. Meanings.

1.1. "Picker" means anyone who gathers fruit with the warden's leave.

1.2. "Season" means the weeks from the first of August to the end of October.

2. Use of ladders. Ladders are brought back before seven.
"""
APART = """TERMS OF THE ORCHARD

1. Meanings

1.1. "Picker"
    means anyone who gathers fruit with the warden's leave.

1.2. "Season"
    means the weeks from the first of August to the end of October.

2. Use of ladders
    Ladders are brought back before eight.
"""
NAMES = ("2004.txt", "2014.txt")


@cache
def aligned() -> Alignment:
    sources = [read_source(name, text.encode()) for name, text in zip(NAMES, (RUN_IN, APART), strict=True)]
    plan = Plan(id="orchard", versions=tuple(VersionPlan(file=name) for name in NAMES))
    return align(segment(sources, plan))


@cache
def pages() -> dict[str, str]:
    made = render_document(aligned(), compare_all(aligned()))
    return {page.uri.rpartition("/")[2]: page.html for page in made}


@cache
def page(base: str, target: str) -> LexborHTMLParser:
    return LexborHTMLParser(render_direction(aligned(), compare_all(aligned()), base, target))


@pytest.mark.parametrize("pair", [("A", "B"), ("B", "A")])
def test_a_term_that_only_changed_its_line_bears_no_mark(pair: tuple[str, str]) -> None:
    tree = page(*pair)
    marks = [mark.text().partition(": ")[2].removesuffix("]") for mark in tree.css(".hx-table :is(ins, del)")]
    assert sorted(marks) == [".", ".", "eight", "seven"]
    rows = [row for row in tree.css(".hx-row") if row.attributes["data-k"] != "chapter"]
    assert [row.attributes["data-k"] for row in rows] == ["punct", "same", "same", "word"]
    assert [message for row in rows for message in find_row_differences("page", row)] == []


def test_the_heading_stands_where_its_version_has_it() -> None:
    tree = page("A", "B")
    headings = [node.text().strip() for node in tree.css(".hx-b .hx-said")]
    assert headings == ["Meanings", '"Picker"', '"Season"', "Use of ladders"]
    assert not tree.css(".hx-a .hx-said")


def test_the_synopsis_and_the_history_call_it_the_same() -> None:
    synopsis = LexborHTMLParser(pages()["synopsis.html"])
    assert [node.text() for node in synopsis.css(".hx-eq > summary")] == ["same as B"] * 2
    stages = LexborHTMLParser(pages()["history.html"]).css(".hx-hist")
    assert [len(each.css(".hx-st")) for each in stages] == [2, 1, 1, 2]


def test_files_print_both_versions_whole() -> None:
    (comparison,) = compare_all(aligned())
    found = PrintedDocument(aligned()).rows(comparison)
    assert any(not passage.change.heading_edits for passage in found)
    for passage in found:
        for own, skipped in ((passage.base, Op.INSERT), (passage.target, Op.DELETE)):
            printed = "".join(piece.text for piece in passage.pieces if piece.op is not skipped)
            assert (
                printed.split() == "\n".join(line for unit in own for line in write_unit_lines(unit)).split()
            )
        words = {word for piece in passage.pieces if piece.op is not Op.EQUAL for word in piece.text.split()}
        assert words <= {".", "seven", "eight"}


def test_a_search_finds_no_change_in_the_term() -> None:
    found = collect_unit_changes(aligned(), compare_all(aligned()))
    term = compare(aligned(), "A", "B").changes[1].cells
    for siglum, cell in zip("AB", term, strict=True):
        for unit in cell:
            own = found.get((siglum, unit))
            assert own is None or not own.added | own.removed
