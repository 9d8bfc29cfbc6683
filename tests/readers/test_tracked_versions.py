"""Word documents with tracked changes: resolved in their tree, and read as several versions."""

import pytest
from lxml import etree

from exporters.word_package.documents import deleted, inserted, paragraph, row, run, table, word_file
from exporters.word_package.resolved import accept, texts
from hexapla.readers import read_source
from hexapla.readers.office.docx_changes import accept_changes, list_authors, reject_changes
from hexapla.readers.office.docx_versions import split_tracked_changes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def change(name: str, author: str, content: str = "") -> str:
    return f'<w:{name} w:id="7" w:author="{author}" w:date="2020-01-01T00:00:00Z">{content}</w:{name}>'


def mark(name: str) -> str:
    return f"<w:rPr>{change(name, 'Ann')}</w:rPr>"


def gone(text: str, name: str = "del", author: str = "Ann") -> str:
    return change(name, author, f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


CASES = {
    "words": (paragraph("a ", gone("b"), change("ins", "Ann", run("c")), " d"), ["a c d"], ["a b d"]),
    "an end deleted": (
        paragraph("a", properties=mark("del")) + paragraph("b"),
        ["ab"],
        ["a", "b"],
    ),
    "an end inserted": (
        paragraph("a", properties=mark("ins")) + paragraph("b"),
        ["a", "b"],
        ["ab"],
    ),
    "a paragraph deleted": (
        paragraph("a") + paragraph(gone("b"), properties=mark("del")) + paragraph("c"),
        ["a", "c"],
        ["a", "b", "c"],
    ),
    "a move": (
        paragraph("a", change("moveFrom", "Ann", run("b")))
        + paragraph(change("moveTo", "Ann", run("b")), "c"),
        ["a", "bc"],
        ["ab", "c"],
    ),
    "a row": (
        table(("a", "b")).replace(
            "</w:tbl>",
            row(("c", "d")).replace("<w:tr>", f"<w:tr><w:trPr>{change('ins', 'Ann')}</w:trPr>") + "</w:tbl>",
        ),
        ["a", "b", "c", "d"],
        ["a", "b"],
    ),
    "what was inserted and deleted again": (
        paragraph("a", change("ins", "Ann", gone("b", author="Bo")), "c"),
        ["ac"],
        ["ac"],
    ),
    "a list that was none": (
        paragraph(
            "a",
            properties='<w:jc w:val="left"/>' + change("pPrChange", "Ann", "<w:pPr><w:keepNext/></w:pPr>"),
        ),
        ["a"],
        ["a"],
    ),
}


def lines(block: str, resolve: object) -> list[str]:
    assert callable(resolve)
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{block}</w:body>')
    resolve(root)
    assert not [
        each
        for each in root.iter()
        if str(each.tag).endswith(("}ins", "}del", "}moveFrom", "}moveTo", "Change"))
    ]
    return ["".join(map(str, each.itertext(f"{{{W}}}t"))) for each in root.iter(f"{{{W}}}p")]


@pytest.mark.parametrize("name", CASES)
def test_changes_are_accepted_and_rejected(name: str) -> None:
    block, accepted, rejected = CASES[name]
    assert lines(block, accept_changes) == accepted
    assert lines(block, reject_changes) == rejected


def test_formatting_that_is_rejected_is_what_it_was() -> None:
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{CASES["a list that was none"][0]}</w:body>')
    reject_changes(root)
    assert [str(each.tag).rpartition("}")[2] for each in next(root.iter(f"{{{W}}}pPr"))] == ["keepNext"]


def test_a_document_is_what_it_was_and_what_it_became() -> None:
    data = word_file(paragraph("The gate is ", deleted("shut"), inserted("open"), "."), footnotes=["n"])
    before, after = split_tracked_changes("a.docx", data)
    assert (before.label, after.label) == ("before changes", "all changes accepted")
    assert texts(before.data, accept)["body"] == ["The gate is shut."]
    assert texts(after.data, accept)["body"] == ["The gate is open."]
    assert read_source("a.docx", after.data).text == read_source("a.docx", data).text


def test_each_author_makes_a_version() -> None:
    data = word_file(
        paragraph("a ", gone("b"), change("ins", "Ann", run("c")), " d"),
        paragraph("e ", gone("f", author="Bo/../x"), change("ins", "Bo/../x", run("g")), " h"),
    )
    states = split_tracked_changes("a.docx", data, by_author=True)
    assert [state.label for state in states] == ["before changes", "1 Ann", "2 Bo____x"]
    assert [texts(state.data, accept)["body"] for state in states] == [
        ["a b d", "e f h"],
        ["a c d", "e f h"],
        ["a c d", "e g h"],
    ]
    assert list_authors(etree.fromstring(f'<w:body xmlns:w="{W}">{change("ins", "Ann")}</w:body>')) == ["Ann"]


def test_a_document_without_changes_is_one_version() -> None:
    assert split_tracked_changes("a.docx", word_file(paragraph("a"))) == ()
