"""All outputs say it in the same words, and call a clause by the same name."""

import csv
import io
import re
from collections import Counter

import pytest
from selectolax.lexbor import LexborNode

from agreement.outputs import SAY, file, pages, remarks_in_word, rows_of, sheets
from agreement.test_agreement import DOCUMENTS, document
from hexapla.exporters import Scope
from hexapla.model import Change, Comparison
from hexapla.pages import comparison_lines, uris
from hexapla.pages.change_kinds import BESIDE
from hexapla.pairs import is_succession
from hexapla.pipeline import AnalysedDocument
from hexapla.reading import Status, main_status, row_statuses, statuses_by_change
from hexapla.reading.labels import label_document

Words = tuple[frozenset[str], tuple[str, ...]]
"""what is said of a row in a word or two each, and in sentences"""
SILENT = frozenset({"unchanged", "the same", ""})


def page_of(comparison: Comparison) -> str:
    """Return the last part of a comparison's address."""
    pair = comparison.base, comparison.target
    return uris.compare_uri(comparison.document.id, *pair).rpartition("/")[2]


def texts(row: LexborNode, selector: str) -> tuple[str, ...]:
    """Return the texts of some elements."""
    return tuple(" ".join(each.text().split()) for each in row.css(selector))


def sole(comparison: Comparison) -> list[Change]:
    """Return the changes that are all of their row: tables tell several of a row below each other."""
    often = Counter(change.row for change in comparison.changes)
    return [change for change in comparison.changes if often[change.row] == 1]


def on_the_page(built: AnalysedDocument, comparison: Comparison) -> dict[str, Words]:
    """Read the words beside each row; what only says how its words are shown, with a switch, is no fact."""
    told = {}
    for row in rows_of(pages(built)[page_of(comparison)]):
        small = (word for line in texts(row, ".hx-flags:not(:has(input))") for word in line.split(" · "))
        words = frozenset({*texts(row, ".hx-k"), *small}) - SILENT
        told[row.attributes["id"] or ""] = words, texts(row, ".hx-note:not(.hx-leans)")
    return told


def in_the_workbook(built: AnalysedDocument, comparison: Comparison) -> dict[str, str]:
    """Read the remark beside each row."""
    rows = sheets(built)[1 + built.comparisons.index(comparison)]
    return {row[-1]: row[-2] for row in rows if row[-2] != "continued"}


def on_the_terminal(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """Read what a clause is called and what is said of it, as far as it differs."""
    found = {}
    for line in comparison_lines(comparison):
        if match := re.search(r"^(.*?)  \((.*)\)  #(\S+)$", line):
            found[match[3]] = match[1], match[2]
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_tables_and_terminal_use_the_same_words(name: str) -> None:
    made = document(name)
    for comparison in made.comparisons:
        page, table = on_the_page(made, comparison), in_the_workbook(made, comparison)
        terminal, word = on_the_terminal(comparison), remarks_in_word(made, comparison)
        ordered = is_succession(comparison)
        for change in sole(comparison):
            alone = {Status.ONLY_BASE, Status.ONLY_TARGET} & set(row_statuses(change))
            if alone and not ordered:  # files name versions by their labels
                continue
            words, notes = page[change.id]
            lines = [line for line in table.get(change.row, "").split("\n") if line]
            assert tuple(lines[len(lines) - len(notes) :]) == notes
            said = {word for line in lines[: len(lines) - len(notes)] for word in line.split(", ")}
            assert said == words
            assert word[change.id].split("\n") == (lines or [""])
            if change.id in terminal:
                assert set(re.split(", |: ", terminal[change.id][1])) == words


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_read_backwards_tells_the_same_rows(name: str) -> None:
    made = document(name)
    for comparison in made.comparisons:
        back = comparison.reversed()
        said = statuses_by_change(back)
        for row in rows_of(pages(made)[page_of(back)]):
            of = said[row.attributes["id"] or ""]
            tokens = (row.attributes["data-k"] or "").split()
            assert [token for token in tokens if token not in BESIDE] == [*of]
            assert row.attributes["data-s"] == main_status(of)
            assert ("data-changed" in row.attributes) == main_status(of).changed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_output_calls_a_clause_by_the_same_name(name: str) -> None:
    made = document(name)
    names = label_document(made.document)

    def called(siglum: str, cell: tuple[str, ...], separator: str, unnumbered: str) -> str:
        return separator.join(names[siglum, unit] or unnumbered for unit in cell)

    text = file(made, "changes", Scope.DOCUMENT).decode("utf-8-sig")
    commas = {
        (each["base"], each["target"], each["row"]): (each["base_number"], each["target_number"])
        for each in csv.DictReader(io.StringIO(text, newline=""))
    }
    for comparison in made.comparisons:
        sigla, terminal = (comparison.base, comparison.target), on_the_terminal(comparison)
        for change in sole(comparison):
            due = tuple(called(*each, "; ", "¶") for each in zip(sigla, change.cells, strict=True))
            assert commas[*sigla, change.row] == due
            if change.id in terminal:
                place = {called(*each, "、", "¶") or "—" for each in zip(sigla, change.cells, strict=True)}
                assert set(re.split(" [→⇄] ", terminal[change.id][0])) == place
    concordance = pages(made).get("concordance.html")
    for row in concordance.css("tbody tr[id]") if concordance else ():
        cells = next(each.cells for each in made.alignment.rows if each.id == row.attributes["id"])
        shown = [
            names[siglum, unit] or SAY("unnumbered")
            for siglum, cell in zip(made.document.sigla, cells, strict=True)
            for unit in cell
        ]
        assert [link.text().strip() for link in row.css("td a")] == shown
