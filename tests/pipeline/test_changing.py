"""`changes`: what new and edited texts changed since a commit, in clauses."""

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla.cli import app
from small_collections import made

CLAUSES = (
    *("总则适用于全体居民。", "居民应当在三十日内申请。"),
    *("委员会负责登记工作。", "本办法自公布之日起施行。"),
)
LAW = "".join(f"第{number}条 {text}\n" for number, text in enumerate(CLAUSES, start=1))


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, capture_output=True)  # noqa: S603, S607 - git is where the user has it


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two documents that were committed."""
    monkeypatch.chdir(tmp_path)
    for name in ("law", "old"):
        folder = tmp_path / "texts" / name
        folder.mkdir(parents=True)
        (folder / "2018.txt").write_text(LAW, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    return tmp_path / "texts"


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["changes", "--sources", "texts", *arguments])
    return done.exit_code, done.stdout, str(done.exception or "")


def test_nothing_changed(root: Path) -> None:
    assert root.is_dir()
    assert run()[1] == "**No text changed.**\n"


def test_a_new_version_is_compared_with_the_one_before(root: Path) -> None:
    newer = LAW.replace("应当", "可以").replace("第3条 委员会负责登记工作。\n", "")
    (root / "law/2023.txt").write_text(newer, encoding="utf-8")
    record = json.loads(run("--format", "json")[1])
    (document,) = record["documents"]
    (version,) = document["versions"]
    assert (version["event"], version["path"], version["against"]) == ("new", "law/2023.txt", "2018")
    assert version["counts"]["reworded"] == version["counts"]["removed"] == 1
    assert record["summary"].startswith("1 document, 1 new version: 1 reworded, 1 removed")


def test_clauses_that_stayed_and_are_affected_are_counted_beside(root: Path) -> None:
    cites = LAW.replace("委员会负责登记工作。", "委员会依照本办法第二条登记。")
    (root / "law/2018.txt").write_text(cites, encoding="utf-8")
    git(root.parent, "commit", "-q", "-a", "-m", "y")
    (root / "law/2023.txt").write_text(cites.replace("三十日", "十日"), encoding="utf-8")
    record = json.loads(run("--format", "json")[1])
    assert record["documents"][0]["versions"][0]["affected"] == 1
    assert "1 reworded, 1 unchanged but affected" in record["summary"]


def test_a_new_document_counts_each_step_once(root: Path) -> None:
    folder = root / "new"
    folder.mkdir()
    for name, text in (("2019.txt", LAW), ("2023.txt", LAW.replace("应当", "可以"))):
        (folder / name).write_text(text, encoding="utf-8")
    assert run()[1].startswith("**1 document, 2 new versions: 1 reworded**\n")


def test_a_renamed_file_is_told_as_that_and_not_as_gone_and_new(root: Path) -> None:
    (root / "law/2018.txt").rename(root / "law/2017.txt")
    record = json.loads(run("--format", "json")[1])
    (document,) = record["documents"]
    (version,) = document["versions"]
    assert document["event"] == "edited"
    assert (version["event"], version["path"], version["against"]) == (
        "renamed",
        "law/2017.txt",
        "law/2018.txt",
    )
    assert record["summary"] == "1 document, 1 renamed version"
    said = run()[1].replace("&#47;", "/").replace("&#46;", ".")
    assert "renamed: 2017 (law/2017.txt), before: law/2018.txt" in said
    assert "renamed, before: law/2018.txt" in run("--format", "atom")[1]


def test_a_renamed_folder_is_told_as_that(root: Path) -> None:
    (root / "law").rename(root / "byelaw")
    record = json.loads(run("--format", "json")[1])
    (document,) = record["documents"]
    assert (document["event"], document["id"], document["formerly"]) == ("renamed", "byelaw", "law")
    assert document["versions"] == []
    assert record["summary"] == "1 document, 1 renamed as a whole"
    assert run()[1] == "**1 document, 1 renamed as a whole**\n\n- byelaw (renamed, before: law)\n"
    assert "renamed, before: law" in run("--format", "atom")[1]


def test_what_was_edited_in_a_renamed_folder_is_told_beside(root: Path) -> None:
    (root / "law/2023.txt").write_text(LAW.replace("应当", "可以"), encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "two")
    (root / "law").rename(root / "byelaw")
    (root / "byelaw/2023.txt").write_text(LAW.replace("应当", "必须"), encoding="utf-8")
    (document,) = json.loads(run("--format", "json")[1])["documents"]
    (version,) = document["versions"]
    assert (document["event"], version["event"], version["path"]) == ("renamed", "edited", "byelaw/2023.txt")
    assert version["counts"] == {"reworded": 1}


def test_a_text_outside_of_folders_that_was_renamed_is_told_as_that(root: Path) -> None:
    (root / "note.txt").write_text("第一条 甲方付款。\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "two")
    (root / "note.txt").rename(root / "memo.txt")
    (document,) = json.loads(run("--format", "json")[1])["documents"]
    assert (document["event"], document["formerly"]) == ("renamed", "note")


def test_an_edited_version_is_compared_with_its_earlier_text(root: Path) -> None:
    (root / "law/2018.txt").write_text(LAW.replace("三十日", "六十日"), encoding="utf-8")
    assert run()[1].startswith("**1 document, 1 edited version: 1 reworded**\n")


def test_a_title_and_a_signer_that_changed_are_told(root: Path) -> None:
    text = f"渡船管理办法\n\n{LAW}\n渡船管理所\n2018年5月4日\n"
    (root / "law/2018.txt").write_text(text, encoding="utf-8")
    git(root.parent, "commit", "-q", "-a", "-m", "y")
    newer = text.replace("管理办法", "管理暂行办法").replace("管理所", "管理委员会")
    (root / "law/2018.txt").write_text(newer, encoding="utf-8")
    said = "1 document, 1 edited version: no clause differs, 2 outside the clauses"
    assert run()[1].startswith(f"**{said}**\n")
    record = json.loads(run("--format", "json")[1])
    assert record["summary"] == said
    assert record["documents"][0]["versions"][0]["outside_clauses"] == 2


REWRAPPED = LAW.replace("三十日内", "三十\n日内")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (REWRAPPED, "no clause differs"),
        (LAW.replace("。", "．"), "4 form only"),
        (REWRAPPED.replace("第4条 ", "第5条 "), "1 renumbered"),
        (REWRAPPED.replace("登记", "记账"), "1 reworded"),
    ],
)
def test_other_lines_are_no_change_and_another_form_is_counted_as_that(
    root: Path, text: str, said: str
) -> None:
    (root / "law/2018.txt").write_text(text, encoding="utf-8")
    assert f": {said}, compared with its earlier text" in run()[1]
    if said == "4 form only":
        (document,) = json.loads(run("--format", "json")[1])["documents"]
        assert document["versions"][0]["counts"] == {"form_only": 4}


def test_a_document_that_is_gone_or_cannot_be_read_is_told(root: Path) -> None:
    (root / "old/2018.txt").unlink()
    (root / "old").rmdir()
    (root / "law/document.yml").write_text("titel: x\n", encoding="utf-8")
    text = run()[1]
    assert "1 removed as a whole, 1 that cannot be read" in text
    assert "titel" in text


def test_names_are_no_markup(root: Path) -> None:
    folder = root / "@team [x](javascript:x) <img>"
    folder.mkdir()
    (folder / "2018.txt").write_text(LAW, encoding="utf-8")
    text = run()[1]
    for forbidden in ("@team", "[x](", "<img>"):
        assert forbidden not in text


ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*arguments: str) -> ET.Element:
    return ET.fromstring(run("--format", "atom", *arguments)[1])  # noqa: S314 - what we wrote ourselves


def test_a_feed_has_an_entry_for_each_version_and_for_what_is_gone(root: Path) -> None:
    (root / "law/2023.txt").write_text(LAW.replace("应当", "可以"), encoding="utf-8")
    (root / "law/2018.txt").write_text(LAW.replace("三十日", "六十日"), encoding="utf-8")
    (root / "old/2018.txt").unlink()
    titles = [entry.findtext(f"{ATOM}title") for entry in feed().iter(f"{ATOM}entry")]
    assert sorted(map(str, titles)) == ["law: edited, 2018", "law: new, 2023", "old: removed"]


def test_a_feed_says_what_changed_and_bears_no_time_of_the_clock(root: Path) -> None:
    (root / "law/2023.txt").write_text(LAW.replace("应当", "可以"), encoding="utf-8")
    (entry,) = feed().iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == (
        "1 reworded, compared with 2018. one clause reworded: 应当 → 可以 (第2条)."
    )
    day = subprocess.run(["git", "log", "-1", "--format=%cs"], capture_output=True, text=True, check=True)  # noqa: S607 - git is where the user has it
    assert entry.findtext(f"{ATOM}updated") in (f"{day.stdout.strip()}T00:00:00Z", "2023-01-01T00:00:00Z")


def test_a_new_version_with_a_date_is_the_same_entry_in_the_feed_of_the_site(
    root: Path, tmp_path: Path
) -> None:
    (root / "law/2023.txt").write_text(LAW.replace("应当", "可以"), encoding="utf-8")
    dates = "versions:\n  - {file: 2018.txt, issued: 2018-05-01}\n  - {file: 2023.txt, issued: 2023-05-01}\n"
    (root / "law/document.yml").write_text(dates, encoding="utf-8")
    site = made(root, tmp_path / "shelf")
    (published,) = (site.store.get(file.digest) for file in site.files if file.uri.endswith(".atom"))
    (entry,) = feed().iter(f"{ATOM}entry")
    assert str(entry.findtext(f"{ATOM}id")) in published.decode()


@pytest.mark.parametrize(
    "options",
    [pytest.param(["-j", "2", "--no-cache"], marks=pytest.mark.slow), ["--cache", ".cache-of-ours"]],
    ids=["workers", "cache"],
)
def test_workers_and_what_is_remembered_do_not_show(root: Path, options: list[str]) -> None:
    (root / "law/2023.txt").write_text(LAW.replace("应当", "可以"), encoding="utf-8")
    (root / "old/2018.txt").write_text(LAW.replace("三十日", "六十日"), encoding="utf-8")
    alone = run("--no-cache")
    for _ in range(2):  # the second time what was remembered is used
        assert run(*options) == alone


def test_words_are_broken_as_the_settings_say(root: Path) -> None:
    assert root.is_dir()
    assert "breaks no text into words" in run("--words", "nothing")[2]


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("--output=/tmp/x", "is no revision"),
        ("-x", "is no revision"),
        ("nope", "is no commit here"),
        ("", "is no"),
    ],
)
def test_what_is_no_revision_is_refused(root: Path, revision: str, said: str) -> None:
    assert root.is_dir()
    status, _, error = run(f"--since={revision}")
    assert status
    assert said in error


def test_outside_a_checkout_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    status, _, error = run()
    assert status
    assert "not a git repository" in error
