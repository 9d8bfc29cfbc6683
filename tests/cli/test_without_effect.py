"""What cannot be done, or would have no effect, is told with exit status 2 instead of being passed over."""

import json
from pathlib import Path

import pytest

from commands import run

RULES = "第一条 花园由管理小组管理。\n第二条 地块每年抽签分配。\n"
PARTS = (
    "第一篇\n《花园管理办法》\n第一条 花园由管理小组管理。\n第二条 地块每年抽签分配。\n\n"
    "第二篇\n《花园管理办法》\n第一条 花园由居民管理。\n第二条 地块每两年抽签分配。\n"
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Two texts, and a collection of one document with a compilation and a text."""
    folder = tmp_path / "texts/garden"
    folder.mkdir(parents=True)
    for place in (tmp_path / "old.txt", tmp_path / "new.txt", folder / "2020.txt"):
        place.write_text(RULES, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (folder / "both.txt").write_text(PARTS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("files", [("old.txt",), ("empty.txt",), ("old.txt", "empty.txt")], ids=" ".join)
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_one_text_is_not_compared(files: tuple[str, ...], form: str, here: Path) -> None:
    done = run("compare", *files, "--format", form, "-o", "out", cwd=here)
    assert done.returncode == 2
    assert "nothing to compare" in done.stderr
    assert ("no text in empty.txt" in done.stderr) is ("empty.txt" in files)
    assert not (here / "out").exists()


def test_one_text_in_a_folder_is_not_compared(here: Path) -> None:
    (here / "alone").mkdir()
    (here / "old.txt").rename(here / "alone/old.txt")
    done = run("compare", "alone", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "1 version found" in done.stderr


def settings(here: Path, *lines: str) -> None:
    (here / "texts/garden/document.yml").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


MISTAKEN = (
    "base: Q",
    "comparisons: [A-R]",
    "versions:",
    "  - file: both.txt",
    "    part: 1",
    "  - file: both.txt",
    "    part: 7",
    "    label: the last",
    "  - file: 2020.txt",
    "    part: 1",
)


@pytest.mark.parametrize(
    "command",
    [("show",), ("compare",), ("align",), ("export", "--format", "json"), ("import", "--into", "new")],
    ids=lambda each: each[0],
)
def test_a_part_that_is_not_there_is_told_at_its_line_with_the_rest(
    command: tuple[str, ...], here: Path
) -> None:
    settings(here, *MISTAKEN)
    name, *options = command
    done = run(name, "texts/garden", *options, cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    told = [line.removeprefix("error: ") for line in done.stderr.splitlines()]
    assert told == [
        "texts/garden/document.yml:1: base: “Q” is no siglum; the sigla are A, B, C",
        "texts/garden/document.yml:2: comparisons: “R” is no siglum; the sigla are A, B, C",
        "texts/garden/document.yml:7: part: “both.txt” holds no part 7; its parts are 1, 2",
        (
            "texts/garden/document.yml:10: part: “2020.txt” holds no part 1; "
            "it is one version as a whole: leave `part:` out"
        ),
    ]


def test_a_version_that_is_not_there_is_told_beside_a_mistake_that_can_be_seen_at_once(here: Path) -> None:
    settings(here, "base: Q", "colour: red", "comparisons: [A-B, A-R]")
    done = run("show", "texts/garden", cwd=here)
    assert done.returncode == 2
    told = [line.partition("document.yml:")[2] for line in done.stderr.splitlines()]
    assert [line[:28] for line in told] == [
        "1: base: “Q” is no siglum; t",
        "2: the key “colour” is unkno",
        "3: comparisons: “R” is no si",
    ]


@pytest.mark.parametrize("line", ["base: Q", "comparisons: [A-Q]"])
def test_a_version_that_is_not_there_is_told_also_where_nothing_else_is_wrong(line: str, here: Path) -> None:
    settings(here, line)
    for command in (("show",), ("compare",), ("export", "--format", "json")):
        done = run(command[0], "texts/garden", *command[1:], cwd=here)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"texts/garden/document.yml:1: {line[:4]}" in done.stderr
        assert "“Q” is no siglum; the sigla are A, B, C" in done.stderr


def test_in_a_collection_it_is_the_documents_own_failure(here: Path) -> None:
    settings(here, *MISTAKEN)
    done = run("check", "--sources", "texts", "--no-cache", "--format", "json", cwd=here)
    remarks = json.loads(done.stdout)["remarks"]
    assert done.returncode == 1
    assert [(each["severity"], each["line"]) for each in remarks] == [("error", n) for n in (1, 2, 7, 10)]


def test_parts_that_are_there_are_as_they_were(here: Path) -> None:
    settings(here, "versions:", *MISTAKEN[3:6], "    part: 2", "    siglum: Z")
    shown = json.loads(run("show", "texts/garden", "--format", "json", cwd=here).stdout)
    assert [each["siglum"] for each in shown["documents"][0]["versions"]] == ["A", "Z", "C"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "old.txt", "new.txt", "--format", "json", "--no-notes"), "--notes has no effect on json"),
        (("export", "old.txt", "new.txt", "--format", "tei", "--language", "en"), "--language has no effect"),
        (("align", "old.txt", "new.txt", "--language", "zh"), "--language goes with --explain"),
        (("check", "--sources", "texts", "--no-cache", "--cache", "c"), "--no-cache and --cache"),
        (("check", "--sources", "texts", "--scheduler", "x:1", "-j", "2"), "--workers has no effect"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_an_option_without_effect_is_refused(arguments: tuple[str, ...], told: str, here: Path) -> None:
    done = run(*arguments, cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
