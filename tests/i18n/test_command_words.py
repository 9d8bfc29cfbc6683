"""What the command says in Chinese: nothing is missing or left over, and values stand in their places."""

import os
import re
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from commands import run
from hexapla.i18n import choose_command_language, translate_help, translate_sentence
from hexapla.i18n.catalogues import read_command_catalogue
from hexapla.i18n.command_words import find_sentence, match_values, read_sentences
from sentences import helps, templates

LOCALES = Path(__file__).parents[2] / "generator/hexapla/i18n/locales/command"
NAMES = """
Akoma Ctrl CSV Dask DOCUMENT Excel HTML HEXAPLA INHERIT JSON LANG Markdown MkDocs Ntoso PATH PDF Python README
TEI TOML Word XML YAML Chromium Chrome hexapla
""".split()


def written(template: str) -> str:
    """Return a sentence as it would be said: with some value in each place."""
    return re.sub(r"\{(\d+)\}", r"<\1>", template)


@cache  # each is looked for among a thousand patterns
def find_template(template: str) -> tuple[str, dict[str, str]] | None:
    """Return the name of the sentence that a template makes, and its values."""
    return find_sentence(written(template))


def test_every_error_and_every_word_on_the_way_can_be_said_in_chinese() -> None:
    missing = [f"{place}: {each}" for each, place in templates().items() if find_template(each) is None]
    assert missing == []


def test_every_help_can_be_said_in_chinese() -> None:
    assert [each for each in helps() if find_sentence(each) is None] == []


def test_a_value_stays_whole_and_in_its_place() -> None:
    for each in templates():
        found = find_template(each)
        assert found is not None
        assert list(found[1].values()) == [f"<{at}>" for at in range(1, len(found[1]) + 1)], each


def test_no_sentence_is_left_over() -> None:
    """But for what the library of commands says, under the last heading."""
    own = (
        (LOCALES / "en.ftl").read_text(encoding="utf-8").partition("## What the library of commands says")[0]
    )
    known = {each.id.name for each in FluentParser().parse(own).body if isinstance(each, Message)}
    used = [find_template(each) for each in (*templates(), *helps())]
    assert known - {each[0] for each in used if each} == set()


def test_both_catalogues_hold_the_same_sentences_with_the_same_values() -> None:
    names = {}
    for language in ("en", "zh"):
        text = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
        assert not [each for each in FluentParser().parse(text).body if type(each).__name__ == "Junk"]
        names[language] = re.findall(r"^([a-z][\w-]*) = ", text, re.MULTILINE)
        assert len(set(names[language])) == len(names[language])
    assert names["en"] == names["zh"]
    for name, said in read_command_catalogue("en").items():
        values = set(re.findall(r"\$v\d", said))
        assert set(re.findall(r"\$v\d", read_command_catalogue("zh")[name])) == values, name


def test_every_sentence_has_han_words() -> None:
    assert [
        name for name, said in read_command_catalogue("zh").items() if not re.search("[一-鿿]", said)
    ] == []


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        ("en", {"LANG": "zh_TW.UTF-8"}, "en"),
        ("zh", {}, "zh"),
    ],
)
def test_the_language_is_that_of_the_option_then_of_the_environment(
    asked: str | None, environment: dict[str, str], language: str
) -> None:
    assert choose_command_language(asked, environment) == language


def test_what_is_none_of_ours_stays_as_it_is() -> None:
    assert translate_sentence("zh", "A stranger's words: none.") == "A stranger's words: none."
    assert translate_sentence("en", "Nothing has changed.") == "Nothing has changed."


def test_a_long_value_costs_time_in_proportion_to_it() -> None:
    _, patterns = read_sentences()
    said = "a: b; " * 20_000
    assert [each.name for each in patterns if match_values(each.literals, said)] == []


def test_help_keeps_its_examples() -> None:
    said = translate_help("zh", "Nothing has changed.\n\n**Example**\n\n    hexapla build")
    assert said == "没有变化。\n\n**示例**\n\n    hexapla build"


# ---------------------------------------------------------------- on the screen


@pytest.fixture
def chinese() -> object:
    with mock.patch.dict(os.environ, {"LANG": "zh_CN.UTF-8"}):
        os.environ.pop("LC_ALL", None)
        os.environ.pop("LC_MESSAGES", None)
        yield


@pytest.mark.usefixtures("chinese")
def test_a_chinese_environment_hears_chinese(tmp_path: Path) -> None:
    assert "逐条对齐" in (help_ := run("--help").stdout)
    assert "选项" in help_
    assert "显示帮助后退出" in help_
    assert "直接比较" in help_
    assert "输出格式" in run("compare", "--help").stdout
    away = run(
        "compare",
        tmp_path / "a.txt",
        tmp_path / "b.txt",
        "--strict",
        "--format",
        "html",
        "--open",
        "--author",
        "甲",
    )
    assert away.returncode == 2
    assert "错误：" in away.stderr
    assert "对 html 不起作用" in away.stderr.replace("\n", "")
    wrong = run("compare", "--nothing")
    assert wrong.returncode == 2
    assert "没有选项" in wrong.stderr


def test_who_asks_for_a_language_hears_it_and_the_next_does_not() -> None:
    assert "没有命令" in run("--language", "zh", "compar").stderr
    assert "No such command" in run("compar").stderr
    assert "逐条对齐" in run("--language", "zh", "--help").stdout
    assert "clause by clause" in run("--help").stdout


@pytest.mark.usefixtures("chinese")
def test_what_is_printed_is_chinese_but_for_what_machines_read(tmp_path: Path) -> None:
    home = tmp_path / "source_texts/rules"
    home.mkdir(parents=True)
    (home / "old.txt").write_text(
        "灯塔守则\n第一条 日落前点灯。\n第二条 每班六小时。\n第三条 依照第九条值守。\n", "utf-8"
    )
    (home / "new.txt").write_text(
        "灯塔守则\n第一条 日落前点灯。\n第二条 每班八小时。\n第三条 依照第九条值守。\n", "utf-8"
    )
    told = run("compare", home / "old.txt", home / "new.txt").stdout
    assert "相同 2 行" in told
    assert "row" not in told
    assert "编号条款" in run("build", "--theme", "own", cwd=tmp_path).stderr
    checked = run("check", cwd=tmp_path)
    assert "1 份文档" in checked.stderr
    assert ": warning: " in checked.stdout
    assert "第九条" in checked.stdout
    assert not re.search(r"warning: [A-Za-z]{4}", checked.stdout)
    assert "读取 PDF" in run("doctor").stdout
    english = run("--language", "en", "compare", home / "old.txt", home / "new.txt").stdout
    assert "3 rows, 2 the same" in english


def test_how_a_command_is_called_is_said_in_the_language_and_what_one_types_stays() -> None:
    for words in (("--help",), ("amend", "--help"), ("amend", "generate", "--help")):
        said = run("--language", "zh", *words).stdout
        assert "用法：" in said
        assert "Usage" not in said
        assert "[选项]" in said
    assert "amend generate [选项]" in said
    assert "Usage: " in run("amend", "--help").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "x"), "缺选项 '--format'。可选：docx, redline"),
        (("export", "x", "--format", "nope"), "'--format' 的值不对：'nope' 不在可选的"),
    ],
)
def test_what_the_library_breaks_into_lines_is_understood(words: tuple[str, ...], told: str) -> None:
    said = re.sub(r"[\s│]+", " ", run("--language", "zh", *words).stderr)
    assert told in said
    assert "error" not in said
    assert "用法：" in said
