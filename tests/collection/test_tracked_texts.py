"""`versions: tracked` in document.yml: the tracked changes of a Word document tell its versions."""

from pathlib import Path

import pytest

from exporters.word_package.documents import deleted, inserted, paragraph, word_file
from hexapla.collection import load_files
from hexapla.errors import SettingsError


def exchanged(old: str, new: str, author: str) -> str:
    return (deleted(old) + inserted(new)).replace("Someone", author)


CONTRACT = word_file(
    paragraph("1. The gate opens at ", exchanged("six", "seven", "Ann"), "."),
    paragraph("2. It shuts at ", exchanged("eight", "nine", "Ben"), "."),
)
STATES = {
    "tracked": {"(before changes)": ("six", "eight"), "(all changes accepted)": ("seven", "nine")},
    "tracked by author": {
        "(before changes)": ("six", "eight"),
        "(1 Ann)": ("seven", "eight"),
        "(2 Ben)": ("seven", "nine"),
    },
}


def folder(home: Path, settings: str, name: str = "gate.docx", data: bytes = CONTRACT) -> Path:
    (home / "gate").mkdir()
    (home / "gate" / name).write_bytes(data)
    (home / "gate" / "document.yml").write_text(settings, encoding="utf-8")
    return home / "gate"


@pytest.mark.parametrize("said", STATES)
def test_tracked_changes_tell_the_versions(said: str, tmp_path: Path) -> None:
    made = load_files([folder(tmp_path, f"title: Gate\nversions: {said}\n")])
    assert made.plan.title == "Gate"
    assert [source.path for source in made.sources] == [f"gate/gate {state}.docx" for state in STATES[said]]
    for source, (opens, shuts) in zip(made.sources, STATES[said].values(), strict=True):
        assert source.text == f"1. The gate opens at {opens}.\n2. It shuts at {shuts}.\n"


def test_without_the_word_all_changes_are_accepted(tmp_path: Path) -> None:
    made = load_files([folder(tmp_path, "title: Gate\n")])
    assert [source.path for source in made.sources] == ["gate/gate.docx"]


def test_a_folder_without_tracked_changes_is_told_at_the_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_files([folder(tmp_path, "title: Gate\nversions: tracked\n", "gate.txt", b"1. The gate.\n")])
    (problem,) = caught.value.problems
    assert problem.line == 2
    assert "no text here is a Word document with tracked changes" in problem.message


def test_another_word_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="must be a list"):
        load_files([folder(tmp_path, "versions: trakked\n")])
