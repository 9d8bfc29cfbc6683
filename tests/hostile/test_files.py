"""Paths, names, sizes and settings that are meant to lead astray: refused with a reason, or shown."""

import sys
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla import collection
from hexapla.cli import app
from hexapla.pipeline import (
    BuildOptions,
    build_collection,
    check_collection,
    open_build_context,
)
from hexapla.segmentation import segment
from hostile.attacks import ADDRESSES

TEXT = "第一条 菜园由社区管理。\n第二条 每户应当清理地块。\n"


def document(root: Path, settings: str | bytes | None = None, name: str = "rules") -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    if settings is not None:
        data = settings if isinstance(settings, bytes) else settings.encode()
        (folder / "document.yml").write_bytes(data)
    return root


def failures(root: Path) -> list[str]:
    return [str(problem) for each in collection.load_collection(root).failures for problem in each.problems]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
)
REFUSED: dict[str, str | bytes] = {
    "a path out of the folder": "versions: [{file: ../../../etc/passwd}]",
    "an absolute path": "versions: [{file: /etc/passwd}]",
    "a path of Windows": "versions: [{file: 'C:\\Windows\\win.ini'}]",
    "a bomb of aliases": BOMB,
    "a tag that makes an object": "title: !!python/object/apply:os.system ['touch /tmp/pwned']",
    "a tag of one's own": "title: !evil x",
    "nesting without end": "title: " + "[" * 5000,
    "a control character": 'title: "a\\0b"',
    "bytes that are no text": b"title: \xff\xfe",
    **{
        f"the address {each}": f"versions: [{{file: a.txt, provenance: {{url: '{each}'}}}}]"
        for each in ADDRESSES
    },
}


@pytest.mark.parametrize("what", REFUSED)
def test_settings_that_lead_astray_are_refused_with_their_place(what: str, tmp_path: Path) -> None:
    (told, *_) = failures(document(tmp_path, REFUSED[what]))
    assert "document.yml" in told


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../../secret.txt"])
def test_a_symbolic_link_out_of_the_collection_is_not_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("第一条 秘密。\n", encoding="utf-8")
    root = document(tmp_path / "texts")
    (root / "rules" / "b.txt").symlink_to(target)
    told = failures(root)
    assert told
    assert "symbolic link" in told[0]
    assert not collection.load_collection(root).documents


def test_twins_by_composition_and_by_case_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for name in (
        unicodedata.normalize("NFC", "Bébé"),
        unicodedata.normalize("NFD", "Bébé"),
        "Rules",
        "rules",
    ):
        if not (tmp_path / name).exists():
            document(tmp_path, name=name)
    loaded = collection.load_collection(tmp_path)
    ids = [each.id.casefold() for each in loaded.documents]
    assert len(ids) == len(set(ids))
    assert len(loaded.documents) + len(loaded.failures) == len(list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    "name", ["x" * 255, "长" * 85, "-rf", "con", "a\nb", "a\x1b]0;pwned\x07b", " ", "#%?&"]
)
def test_any_name_of_a_folder_builds(name: str, tmp_path: Path) -> None:
    root = document(tmp_path / "texts", name=name)
    with open_build_context(BuildOptions(), tmp_path / "shelf") as context:
        site = build_collection(collection.survey_collection(root), context, language="en")
    assert len(site.documents) + len(site.failures) == 1
    assert all(len(part.encode()) <= 255 for page in site.pages for part in page.uri.split("/"))


def test_a_terminal_is_told_nothing_that_it_would_obey(tmp_path: Path) -> None:
    root = document(tmp_path / "texts", 'title: "x"\nbase: Q\n', name="a\x1b[2Jb\u202ec")
    (root / "a\x1b[2Jb\u202ec" / "b.txt").write_bytes(b"\x81\x00\xff\xfe\x00\x81\x8d")
    done = CliRunner().invoke(app, ["check", "--sources", str(root), "--no-cache"])
    assert "\x1b[2J" not in done.stderr
    assert "\u202e" not in done.stderr


def test_an_annotation_cannot_be_ended_by_a_name(tmp_path: Path) -> None:
    root = document(tmp_path / "texts", "base: Q\nversions: [{siglum: A}]", name="a%0A::error::b,line=1:")
    done = CliRunner().invoke(app, ["check", "--sources", str(root), "--no-cache", "--format", "github"])
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        assert line.startswith(("::notice file=", "::warning file=", "::error file="))
        assert line.count("::") >= 2
        properties = line.split("::")[1]
        assert properties.count("line=") <= 2


@pytest.mark.parametrize("text", ["\0" * 1000, "\ufffe\uffff", "\u202e" * 1000, "第" * 10_000, "(" * 10_000])
def test_strange_characters_make_a_document(text: str, tmp_path: Path) -> None:
    root = document(tmp_path / "texts")
    (root / "rules/b.txt").write_text(text, encoding="utf-8")
    with open_build_context(BuildOptions(), tmp_path / "shelf") as context:
        assert list(check_collection(collection.survey_collection(root), context))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["长" * 17_000_000, "".join(f"第{n}条 应当申请。\n" for n in range(1, 100_001))],
    ids=["one line of 50 MB", "100,000 clauses"],
)
def test_very_large_texts_are_segmented(text: str, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(text, encoding="utf-8")
    loaded = collection.load_files([path])
    made = segment(loaded.sources, loaded.plan)
    assert made.versions
    assert sum(len(version.text) for version in made.versions) <= len(text)


@pytest.mark.slow
def test_two_hundred_versions_are_checked(tmp_path: Path) -> None:
    folder = tmp_path / "texts/rules"
    folder.mkdir(parents=True)
    for number in range(200):
        (folder / f"{1800 + number}.txt").write_text(TEXT.replace("清理", f"清理{number}"), encoding="utf-8")
    with open_build_context(BuildOptions(), tmp_path / "shelf") as context:
        remarks = list(check_collection(collection.survey_collection(tmp_path / "texts"), context))
    assert all(each.code != "document_failed" for each in remarks)
