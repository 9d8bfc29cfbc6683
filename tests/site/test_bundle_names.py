"""Names that every file system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.collection.file_names import document_id, explain_name_problem, make_portable


@pytest.mark.parametrize("name", ["garden-bylaws", "花园管理办法", "2023年修订", "con-tract"])
def test_most_names_stay(name: str) -> None:
    assert make_portable(name) == name


@pytest.mark.parametrize("name", ["con", "NUL", "aux.2018", "COM1", "x" * 100, "第" * 49])
def test_names_that_windows_does_not_take_are_changed(name: str) -> None:
    assert make_portable(name) != name
    assert explain_name_problem(f"texts/{make_portable(name)}/read-A.html") is None


@pytest.mark.parametrize(
    ("path", "fine"),
    [
        ("texts/a/read-A.html", True),
        ("docs/con.html", False),
        ("docs/aux/index.html", False),
        ("docs/a./b.html", False),
        ("docs/what?.html", False),
        ("x/" * 100, False),
    ],
)
def test_what_is_wrong_with_a_path(path: str, fine: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (explain_name_problem(path) is None) is fine


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_two_documents_keep_two_names(one: str, other: str) -> None:
    first, second = document_id(one), document_id(other)
    if first.casefold() != second.casefold():
        assert make_portable(first).casefold() != make_portable(second).casefold()
    long = f"texts/{make_portable(first)}/files/{make_portable(first)}-A-B.redline.docx"
    assert explain_name_problem(long) is None
