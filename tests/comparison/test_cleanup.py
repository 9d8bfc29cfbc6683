"""White space that says nothing takes no word into a mark."""

import pytest

from hexapla.comparison import diff_texts
from hexapla.model import Op

MARKS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


@pytest.mark.parametrize(
    ("base", "target", "marked"),
    [
        (
            "Tools are lent to\nmembers.",
            "Tools are lent\nto members.",
            "Tools are lent[- -]{+\n+}to[-\n-]{+ +}members.",
        ),
        ("园门每日\n开放。", "园门每\n日开放。", "园门每{+\n+}日[-\n-]开放。"),
        ("在 30 日内", "在30日内", "在[- -]30[- -]日内"),
        # spaces between words are writing: the words around them are marked
        ("the therapist may", "the the rapist may", "the [-therapist-]{+the rapist+} may"),
        ("tool shed rules", "toolshed rules", "[-tool shed-]{+toolshed+} rules"),
        # so are words that differ in more
        ("lent to\nmembers", "lent\nfor members", "lent[- to-]\n{+for +}members"),
    ],
)
def test_words_that_only_stand_on_another_line_are_not_marked(base: str, target: str, marked: str) -> None:
    assert "".join(MARKS[edit.op].format(edit.text) for edit in diff_texts(base, target, "en")) == marked
