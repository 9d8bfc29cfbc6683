"""`hexapla align --explain`: what goes where, in which words, and the exit status."""

import json
import re
from pathlib import Path

import pytest

from commands import run
from small_collections import written_pair

OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出申请。\n第三条 花园每日开放。\n"
NEW = "第一条 为了规范花园的管理，制定本办法。\n第二条 花园每日开放。\n第三条 居民应当在六十日内书面申请。\n"
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return written_pair(tmp_path, OLD, NEW)


def test_a_pair_is_explained_in_the_language_of_the_text_or_as_asked(pair: tuple[Path, Path]) -> None:
    asked = ("align", *pair, "--explain", "A/art_2", "B/art_3")
    chinese, english = run(*asked), run(*asked, "--language", "en")
    assert chinese.returncode == english.returncode == 0, chinese.stderr
    assert chinese.stdout.startswith("A/art_2 与 B/art_3 相对应。")
    assert english.stdout.startswith("A/art_2 and B/art_3 are linked.")
    steps = english.stdout.partition("\n\n")[2]
    assert "needed" in steps
    assert not HAN.search(steps)
    assert len(english.stdout.splitlines()) == len(chinese.stdout.splitlines())


def test_an_explanation_as_data_is_one_object(pair: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    result = run("align", *pair, "--explain", "A/art_2", "B/art_2", "-o", out)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["schema"] == "hexapla/1"
    assert (data["linked"], data["reason"]) == (False, "equal_elsewhere")
    assert data["rival"] == {"a": ["A", "art_3"], "b": ["B", "art_2"], "score": 1.0}
    assert data["a"] == {
        "version": "A",
        "clause": "art_2",
        "unit": "art_2",
        "row": "A__art_2",
        "not_in_text": False,
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--explain", "A/art_22", "B/art_1"], "Nearest: A/art_2"),
        (["--explain", "C/art_1", "B/art_1"], "The versions are A, B."),
        (["--explain", "A/art_1", "B/art_1", "--review"], "two questions"),
        (["--format", "json"], "hexapla compare --format json"),
    ],
)
def test_a_question_that_cannot_be_answered_is_an_error(
    options: list[str], message: str, pair: tuple[Path, Path]
) -> None:
    result = run("align", *pair, *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
