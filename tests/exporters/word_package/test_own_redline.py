"""A redline in the target's own document: accepted it is the target, rejected the base."""

import re

import pytest
from lxml import etree

from exporters.word_package.documents import PIXEL, footnote, item, paragraph, picture, run, word_file
from exporters.word_package.pairs import END, FEE, KEYS, PAIRS, WELL
from exporters.word_package.resolved import R, W, accept, markup, reject, texts, unpack
from hexapla.archive import pack
from hexapla.exporters.word_package import (
    OwnRedline,
    OwnRedlineOptions,
    RedlineGuide,
    WordPackage,
    write_own_redline,
)
from hexapla.exporters.word_package.redline_check import compare_accepted, compare_rejected, read_stories

OPTIONS = OwnRedlineOptions("An Author", "2026-03-01T00", "en")
TEXT_PARTS = ("document", "footnotes", "endnotes", "header1", "footer1", "numbering")


def redline(base: bytes, target: bytes, guide: RedlineGuide | None = None) -> OwnRedline:
    packages = WordPackage("a.docx", base), WordPackage("b.docx", target)
    made = write_own_redline(*packages, guide or RedlineGuide(), OPTIONS)
    assert made is not None
    return made


def body(made: OwnRedline) -> etree._Element:
    return etree.fromstring(unpack(made.data)["word/document.xml"])


@pytest.fixture(scope="module")
def made() -> dict[str, OwnRedline]:
    return {name: redline(*pair) for name, pair in PAIRS.items()}


@pytest.mark.parametrize("name", PAIRS)
def test_all_accepted_it_is_the_target(name: str, made: dict[str, OwnRedline]) -> None:
    assert texts(made[name].data, accept) == texts(PAIRS[name][1], accept)
    assert markup(made[name].data, accept) == markup(PAIRS[name][1], accept)


@pytest.mark.parametrize("name", PAIRS)
def test_all_rejected_it_says_what_the_base_says(name: str, made: dict[str, OwnRedline]) -> None:
    found, wanted = texts(made[name].data, reject), texts(PAIRS[name][0], accept)
    assert {story: lines for story, lines in found.items() if lines} == {
        story: lines for story, lines in wanted.items() if lines
    }


@pytest.mark.parametrize("name", PAIRS)
def test_every_part_without_text_keeps_its_bytes(name: str, made: dict[str, OwnRedline]) -> None:
    before, after = unpack(PAIRS[name][1]), unpack(made[name].data)
    kept = [part for part in before if part.endswith((".png", "styles.xml", "settings.xml", "theme1.xml"))]
    assert kept
    assert [part for part in kept if after.get(part) != before[part]] == []
    assert before.keys() <= after.keys()


@pytest.mark.parametrize("name", PAIRS)
def test_the_same_documents_give_the_same_bytes(name: str, made: dict[str, OwnRedline]) -> None:
    assert redline(*PAIRS[name]).data == made[name].data


@pytest.mark.parametrize("name", PAIRS)
def test_no_two_changes_bear_one_number(name: str, made: dict[str, OwnRedline]) -> None:
    parts = unpack(made[name].data)
    roots = (
        etree.fromstring(parts[f"word/{part}.xml"]) for part in TEXT_PARTS if f"word/{part}.xml" in parts
    )
    numbers = [
        each.get(f"{W}id")
        for root in roots
        for each in root.iter(*(W + one for one in ("ins", "del", "moveFrom", "moveTo")))
    ]
    assert len(numbers) == len(set(numbers))


def test_equal_documents_have_no_changes(made: dict[str, OwnRedline]) -> None:
    assert made["nothing"].changes == 0
    assert (
        unpack(made["nothing"].data)["word/document.xml"] == unpack(PAIRS["nothing"][1])["word/document.xml"]
    )


SMALL = {
    "a word": 2,
    "a cell": 2,
    "a footnote reworded": 2,
    "a footnote replaced beside one that is new": 5,
    "split": 2,
    "joined": 2,
    "a row inserted": 3,
    "a link": 3,
    "a reference by a hidden bookmark of another name": 0,
}


@pytest.mark.parametrize("name", SMALL)
def test_no_more_is_tracked_than_changed(name: str, made: dict[str, OwnRedline]) -> None:
    assert made[name].changes <= SMALL[name]


def test_a_paragraph_that_moved_is_tracked_as_moved(made: dict[str, OwnRedline]) -> None:
    root = body(made["moved and reworded"])
    moved = [
        "".join(map(str, root.itertext(f"{W}t")))
        for root in body(made["a paragraph moved"]).iter(f"{W}moveFrom", f"{W}moveTo")
    ]
    assert moved == [KEYS, KEYS]
    names = [each.get(f"{W}name") for each in root.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")]
    assert names == ["move1", "move1"]
    assert [each.text for each in root.iter(f"{W}delText")] == ["steward"]


def test_changes_bear_the_author_and_the_day(made: dict[str, OwnRedline]) -> None:
    signed = list(body(made["a word"]).iter(f"{W}ins", f"{W}del"))
    assert {each.get(f"{W}author") for each in signed} == {"An Author"}
    assert {str(each.get(f"{W}date"))[:10] for each in signed} == {"2026-03-01"}


def test_what_is_deleted_keeps_the_look_that_it_had(made: dict[str, OwnRedline]) -> None:
    styles = {
        "a style of another id": ['<w:pStyle w:val="Remark7"/>'],
        "a style that the target lacks": ['<w:jc w:val="center"/>', "<w:b/>"],
    }
    for name, wanted in styles.items():
        written = unpack(made[name].data)["word/document.xml"].decode()
        assert all(one in written for one in wanted), name


def test_a_list_that_the_target_lacks_is_added_once() -> None:
    base = word_file(paragraph(WELL), item(KEYS, 4), item(FEE, 4), paragraph(END), lists=(4,))
    parts = unpack(redline(base, word_file(paragraph(WELL), paragraph(END), lists=(1, 2))).data)
    numbering = etree.fromstring(parts["word/numbering.xml"])
    assert [each.get(f"{W}numId") for each in numbering.iter(f"{W}num")] == ["1", "2", "3"]
    used = etree.fromstring(parts["word/document.xml"]).iter(f"{W}numId")
    assert [each.get(f"{W}val") for each in used] == ["3", "3"]


def test_an_equal_list_of_the_target_is_used() -> None:
    base = word_file(paragraph(WELL), item(KEYS, 4), paragraph(END), lists=(4, 1))
    target = word_file(paragraph(WELL), paragraph(END), lists=(1, 4))
    assert unpack(redline(base, target).data)["word/numbering.xml"] == unpack(target)["word/numbering.xml"]


def test_changes_that_a_document_brings_along_are_told(made: dict[str, OwnRedline]) -> None:
    assert [notice.split()[1] for notice in made["changes of their own"].notices] == ["base", "target"]


def test_a_header_that_has_no_place_is_told() -> None:
    made = redline(word_file(paragraph(WELL), header="Draft of March"), word_file(paragraph(WELL)))
    assert "Draft of March" in made.notices[0]


SECTION = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
FOOTER = '<w:footerReference w:type="default" r:id="rId{}"/>'


def sections(*footers: str) -> bytes:
    """Write a document of sections with footers; one without shows that of the section before."""
    parts = unpack(word_file(paragraph(WELL), paragraph(KEYS), footer="first"))
    written = [each for each in footers if each]
    for number, text in enumerate(written, 1):
        parts[f"word/footer{number}.xml"] = re.sub(
            rb"first", text.encode(), unpack(word_file(footer="first"))["word/footer1.xml"]
        )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{R[1:-1]}/footer" Target="footer{number}.xml"/>'
        for number in range(1, len(written) + 1)
    )
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f"{relations}</Relationships>".encode()
    )
    numbers = iter(range(1, len(written) + 1))
    one, other = (SECTION.format(FOOTER.format(next(numbers)) if each else "") for each in footers)
    body = paragraph(WELL) + paragraph(properties=one) + paragraph(KEYS) + other
    parts["word/document.xml"] = re.sub(
        rb"<w:body>.*</w:body>", f"<w:body>{body}</w:body>".encode(), parts["word/document.xml"]
    )
    return pack(parts)


def test_a_footer_of_its_own_is_held_against_the_one_that_the_base_shows_there() -> None:
    made = redline(sections("Draft of March", ""), sections("Draft of March", "Final words"))
    rejected = texts(made.data, reject)
    assert rejected["footerReference 1 default"] == ["Draft of March"]
    assert texts(made.data, accept)["footerReference 1 default"] == ["Final words"]
    assert made.notices == ()


def test_a_footer_that_a_section_lost_is_told_though_its_words_stand_elsewhere() -> None:
    made = redline(sections("Draft of March", "Final words"), sections("Final words", ""))
    assert texts(made.data, reject)["footerReference 0 default"] == ["Draft of March"]
    lost, left = made.notices
    assert "restore it in a footer: “Final words”" in lost
    assert "behind in a footer: “Draft of March”" in left


def test_a_footer_that_goes_with_a_section_that_is_rejected_is_told() -> None:
    base = word_file(paragraph(WELL), paragraph(KEYS), footer="Draft of March")
    (told,) = redline(base, sections("Draft of March", "")).notices
    assert "restore it in a footer: “Draft of March”" in told


@pytest.mark.parametrize(
    "name", ["a footnote deleted", "all at once", "moved with its note", "numbered footnotes"]
)
def test_notes_are_numbered_in_the_order_of_their_marks(name: str, made: dict[str, OwnRedline]) -> None:
    parts = unpack(made[name].data)
    marks = [each.get(f"{W}id") for each in body(made[name]).iter(f"{W}footnoteReference")]
    notes = etree.fromstring(parts["word/footnotes.xml"])
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert [each.get(f"{W}id") for each in notes] == ["0", *marks]


def test_the_number_of_a_note_is_not_tracked(made: dict[str, OwnRedline]) -> None:
    notes = etree.fromstring(unpack(made["numbered footnotes"].data)["word/footnotes.xml"])
    shown = [
        (
            [one.tag.removeprefix(W) for one in each.iter(f"{W}footnoteRef", f"{W}t", f"{W}delText")],
            each.find(f"{W}p/{W}r/{W}footnoteRef") is not None,
        )
        for each in notes.iterfind(f"{W}footnote[@{W}id]")
        if each.get(f"{W}type") is None
    ]
    assert shown == [
        (["footnoteRef", "delText"], True),
        (["footnoteRef", "t"], True),
        (["footnoteRef", "t"], True),
    ]


def test_no_two_drawings_bear_one_number() -> None:
    base = word_file(paragraph(WELL, picture()), paragraph(END))
    target = word_file(paragraph(WELL), paragraph(END, picture()), image=PIXEL + b"0")
    drawings = list(body(redline(base, target)).iter("{*}docPr"))
    assert sorted(each.get("id", "") for each in drawings) == ["1", "2"]


def test_white_space_that_word_does_not_show_is_no_difference_to_tell() -> None:
    base, target = (
        word_file(f"<w:p><w:r><w:t>Opened at </w:t></w:r>{run(hour)}</w:p>") for hour in ("six", "seven")
    )
    assert redline(base, target).notices == ()


def test_a_note_without_a_paragraph_keeps_an_empty_one_and_that_is_told() -> None:
    marked = paragraph(WELL, footnote(1))
    target = word_file(marked, footnotes=["gone"])
    parts = unpack(target)
    parts["word/footnotes.xml"] = re.sub(
        rb"(<w:footnote w:id=.1.[^>]*>).*?(</w:footnote>)", rb"\1\2", parts["word/footnotes.xml"]
    )
    made = redline(word_file(marked, footnotes=["Half for pensioners."]), pack(parts))
    assert made.notices == ("Accepting all changes leaves an empty paragraph in footnote 1.",)


def test_a_header_without_a_paragraph_keeps_an_empty_one_and_that_is_told() -> None:
    target = unpack(word_file(paragraph(WELL), header="gone"))
    target["word/header1.xml"] = re.sub(rb"(<w:hdr [^>]*>).*(</w:hdr>)", rb"\1\2", target["word/header1.xml"])
    made = redline(word_file(paragraph(WELL), header="Draft of March"), pack(target))
    assert made.notices == ("Accepting all changes leaves an empty paragraph in a header.",)


@pytest.mark.parametrize("name", sorted(PAIRS.keys() - {"changes of their own"}))
def test_where_both_versions_are_held_nothing_is_told(name: str, made: dict[str, OwnRedline]) -> None:
    assert made[name].notices == ()


def test_what_is_lost_or_left_is_told_with_its_story() -> None:
    base, target = word_file(paragraph(WELL), paragraph(KEYS)), word_file(paragraph(WELL), paragraph(FEE))
    before, after = (read_stories(WordPackage("a.docx", each)) for each in (base, target))
    lost, left = compare_rejected(before, after)
    assert KEYS[:20] in lost
    assert FEE[:20] in left
    assert "in the text" in next(compare_accepted(before, after))


def test_a_summary_stands_where_both_versions_have_words_and_ends_with_what_is_not_tracked() -> None:
    base = word_file(paragraph(KEYS), paragraph(WELL), header="Draft of March")
    guide = RedlineGuide(summary=("Changes from A to B.", "one removed."))
    parts = unpack(redline(base, word_file(paragraph(WELL)), guide).data)
    lines = [
        "".join(map(str, each.itertext()))
        for each in etree.fromstring(parts["word/comments.xml"]).iter(f"{W}p")
    ]
    assert lines[:2] == list(guide.summary)
    assert "Draft of March" in lines[2]
    mark = next(etree.fromstring(parts["word/document.xml"]).iter(f"{W}commentReference"))
    around = [each for each in mark.iterancestors() if each.tag == f"{W}p"]
    assert WELL in "".join(map(str, around[0].itertext()))
