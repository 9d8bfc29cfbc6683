"""What repeats is read once: with several ways to share it out, or a look to the end from each place, these
would take hours. No clock is asked: who sees such a test hang knows why."""

import pytest

from hexapla.readers import read_source
from hexapla.readers.markdown.block_places import ATTRIBUTES
from hexapla.readers.markdown.metadata_block import REMARK
from hexapla.readers.web.linked_notes import NOTE_START

LENGTH = 800_000
REPEATS = {
    "attributes without end": (".md", "# Rules\n\n{a=.", "a=.", "\n\n1. One.\n"),
    "blanks before an attribute": (".md", "# Rules\n\nx", "\t", "y\n\n1. One.\n"),
    "blanks in the data of a file": (".md", "---\ntitle: a", " ", "b\n---\n1. One.\n"),
    "open brackets": (".md", "# Rules\n\n1. One.\n\n", "[", "\n"),
    "open pictures": (".md", "# Rules\n\n1. One.\n\n", "![a](", "\n"),
    "tags that do not end": (".html", "<p>1. One.</p>", "<a", ""),
    "corrections without their like": (
        ".xml",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>1. One.</p><p>',
        "<sic/>",
        "</p></body></text></TEI>",
    ),
}


@pytest.mark.parametrize("blank", [" ", "\u3000", "\n"])
def test_a_note_of_blanks_begins_with_no_number(blank: str) -> None:
    assert NOTE_START.match(blank * 50_000 + "x") is None


@pytest.mark.parametrize("text", [" ^ [12] x", "（3）x", "↑ 7. x", "12"])
def test_a_note_begins_with_its_number(text: str) -> None:
    found = NOTE_START.match(text)
    assert found is not None
    assert found[1] in text


@pytest.mark.parametrize("name", REPEATS)
def test_a_file_that_repeats_itself_is_read_once(name: str) -> None:
    suffix, begin, repeat, end = REPEATS[name]
    text = begin + repeat * (LENGTH // len(repeat)) + end
    assert "One." in read_source(f"a{suffix}", text.encode(), encoding="utf-8").text


@pytest.mark.parametrize("text", ["# Scope {#scope}", "x {: .a b=c }", "\t{.a.b}", "x {.a c=d.e#f}"])
def test_what_dialects_write_behind_a_heading_is_known(text: str) -> None:
    assert ATTRIBUTES.search(text)
    assert not ATTRIBUTES.search(text.replace("}", ""))


def test_a_remark_begins_behind_blanks() -> None:
    assert REMARK.sub("", "2019  # the year") == "2019"
    assert REMARK.sub("", "a#b") == "a#b"


def test_of_hundreds_of_witnesses_each_is_read() -> None:
    count = 300
    every = " ".join(f"#w{n}" for n in range(count))
    witnesses = "".join(f'<witness xml:id="w{n}">W{n}</witness>' for n in range(count))
    body = "".join(
        f'<p>{n}. <app><lem wit="#w1">one</lem><rdg wit="{every}">any</rdg></app></p>' for n in range(9)
    )
    head = (
        f"<teiHeader><fileDesc><sourceDesc><listWit>{witnesses}</listWit></sourceDesc></fileDesc></teiHeader>"
    )
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}<text><body>{body}</body></text></TEI>'
    text = read_source("a.xml", data.encode(), encoding=None).text
    assert text.count("one") == 9
    assert text.count("any") == 9 * (count - 1)
