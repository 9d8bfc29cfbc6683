"""Files made by a real word processor hold the same clauses as the text they were made of."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpora import cases
from hexapla.model import Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import remove_space
from readers.office import convert
from readers.test_word import OUTLINE, STATUTE
from readers.word import numbered

ENOUGH = {"docx": 0.999, "odt": 0.999, "pdf": 0.995}
RESTARTED = [(form, text, "") for form, text, _ in STATUTE]
"""LibreOffice knows no level that never begins anew"""
pytestmark = pytest.mark.slow


def version_in(path: Path) -> Version:
    (version,) = segment([read_source(path.name, path.read_bytes())], Plan(id="a")).versions
    return version


def cited(version: Version) -> Iterator[tuple[str, str]]:
    """Yield numbered clauses with the unnumbered text below them, white space aside."""
    number, text = "", ""
    for clause in version.clauses:
        if clause.number is not None:
            yield remove_space(number), remove_space(text)
            number, text = clause.number, ""
        text += (clause.heading or "") + clause.text
    yield remove_space(number), remove_space(text)


@pytest.mark.parametrize("form", ENOUGH)
def test_every_case_comes_back(form: str, tmp_path: Path) -> None:
    texts = []
    for path in (path for folder in cases() for path in sorted(folder.glob("*.txt"))):
        texts.append(tmp_path / f"{path.parent.name}--{path.stem}.txt")
        texts[-1].write_text(read_source(path.name, path.read_bytes()).text, encoding="utf-8")
    for text, made in zip(texts, convert(texts, form, tmp_path), strict=True):
        wanted, found = list(cited(version_in(text))), list(cited(version_in(made)))
        assert [number for number, _ in found] == [number for number, _ in wanted], made.name
        whole = sum(len(words) for _, words in wanted)
        kept = sum(len(a) for (_, a), (_, b) in zip(wanted, found, strict=True) if a == b)
        assert kept >= ENOUGH[form] * whole, made.name


@pytest.mark.parametrize("levels", [RESTARTED, OUTLINE], ids=["statute", "outline"])
def test_list_numbers_are_the_same_through_a_word_processor(
    levels: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    order = [0, 1, 2, 2, 1, 0, 1, 2]
    word = tmp_path / "a.docx"
    word.write_bytes(numbered(levels, [(level, "words") for level in order]))
    lines = [remove_space(line) for line in read_source("a.docx", word.read_bytes()).text.splitlines()]
    for form in ("odt", "pdf"):
        (made,) = convert([word], form, tmp_path)
        found = read_source(made.name, made.read_bytes()).text.splitlines()
        assert [remove_space(line) for line in found] == lines


SENTENCE = "The garden is open to all members of the association who keep the rules of the house. "


def columns(path: Path) -> None:
    """Write a document in two columns with a header and a page number."""
    made = Document()
    made.add_paragraph("Rules of the Garden")
    section = made.add_section(WD_SECTION.CONTINUOUS)
    element = OxmlElement("w:cols")
    element.set(qn("w:num"), "2")
    element.set(qn("w:space"), "720")
    for old in section._sectPr.findall(qn("w:cols")):  # noqa: SLF001 - python-docx knows no columns
        section._sectPr.remove(old)  # noqa: SLF001 - as above
    section._sectPr.append(element)  # noqa: SLF001 - as above
    for number in range(1, 61):
        made.add_paragraph(f"Article {number}")
        made.add_paragraph(SENTENCE * (1 + number % 3) + f"This is the end of {number}.")
    header = made.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "Garden Association, internal paper"
    out = BytesIO()
    made.save(out)
    path.write_bytes(out.getvalue())


def test_columns_are_read_one_after_another_without_headers(tmp_path: Path) -> None:
    word = tmp_path / "a.docx"
    columns(word)
    (made,) = convert([word], "pdf", tmp_path)
    source = read_source(made.name, made.read_bytes())
    found = list(cited(version_in(made)))[1:]
    assert [number for number, _ in found] == [f"Article{number}" for number in range(1, 61)]
    wanted = [remove_space(SENTENCE * (1 + n % 3)) + f"Thisistheendof{n}." for n in range(1, 61)]
    assert [text for _, text in found] == wanted
    assert "internal paper" not in source.text
    assert [each.code for each in source.findings] == ["page_lines_left_out"]
    place = source.place(source.text.index("Article 60"))
    assert place is not None
    assert (place.page or 0) > 1
