"""What is a text's own and belongs to no clause: titles, notes, signatures, line by line and note by note."""

import pytest

from hexapla.model import Version
from hexapla.paratexts import extract_paratexts, stated_title
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

DEED = """Deed of the orchard

Adopted on 4 May 2019

1. The giver gives the orchard.¹

2. The parish keeps the wall.²

¹ With all its trees,
  those by the road too.
² And the gate.

Signed: Jonas Ek
"""
CHINESE = """# 船屋借用办法

（2019年5月4日会员大会通过）

第一条 船只借用后应当清洗。

第二条 船桨放回原处。

船屋管理委员会
2019年5月4日
"""
READ = [
    (
        "deed.txt",
        DEED,
        [
            ("title", None, "Deed of the orchard"),
            ("note", None, "Adopted on 4 May 2019"),
            ("footnote", "¹", "With all its trees, those by the road too."),
            ("footnote", "²", "And the gate."),
            ("signature", None, "Signed: Jonas Ek"),
        ],
    ),
    (
        "boats.md",
        CHINESE,
        [
            ("title", None, "船屋借用办法"),
            ("note", None, "（2019年5月4日会员大会通过）"),
            ("signature", None, "船屋管理委员会"),
            ("signature", None, "2019年5月4日"),
        ],
    ),
    ("clauses.txt", "1. The gate is shut at dusk.\n\n2. The key hangs in the hall.\n", []),
]


def version(name: str, text: str) -> Version:
    return segment([read_source(name, text.encode())], Plan(id="x")).versions[0]


@pytest.mark.parametrize(("name", "text", "expected"), READ, ids=[name for name, _, _ in READ])
def test_a_text_s_own_is_read_by_lines_and_notes(
    name: str, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = extract_paratexts(version(name, text))
    assert [(each.kind, each.mark, each.text) for each in found] == expected
    for each in found:
        spelled = "".join(text[slice(*span)] for span in each.spans)
        assert "".join(spelled.split()) == (each.mark or "") + "".join(each.text.split())


def test_a_mark_in_a_title_is_no_word_of_it() -> None:
    text = "Rules of the ferry¹ house\n\n1. The bell is rung twice.\n\n2. Dogs are led.\n\n¹ Built in 1902.\n"
    (title, note) = extract_paratexts(version("ferry.txt", text))
    assert (title.text, note.text) == ("Rules of the ferry house", "Built in 1902.")
    assert [text[slice(*span)] for span in title.spans] == ["Rules of the ferry", "house"]


TITLED = [
    ("scan-17.txt", "1. The gate is shut.\n\n2. The key hangs in the hall.\n", ""),
    ("Charter.txt", "Charter\n\n1. The gate is shut.\n\n2. The key hangs in the hall.\n", "Charter"),
    ("deed.txt", DEED, "Deed of the orchard"),
]


@pytest.mark.parametrize(("name", "text", "title"), TITLED)
def test_a_file_s_name_is_no_stated_title(name: str, text: str, title: str) -> None:
    assert stated_title(version(name, text)) == title
