"""Where `-o` may lead: never over what is read, through links, into pipes; and in which form."""

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla.cli import app
from hexapla.cli.main import COMMANDS, load_command
from hexapla.errors import UsageError
from hexapla.output import resolve_output

OLD = "第一条 借阅人应当在三十日内归还图书。\n第二条 遗失的，照价赔偿。\n"
NEW = "第一条 借阅人可以在六十日内归还图书。\n第二条 遗失的，照价赔偿。\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one document, and two texts beside it; we are in its folder."""
    document = tmp_path / "texts/library"
    document.mkdir(parents=True)
    for folder in (tmp_path, document):
        (folder / "old.txt").write_text(OLD, encoding="utf-8")
        (folder / "new.txt").write_text(NEW, encoding="utf-8")
    plugins = "plugins: [hexapla: {sources: texts, cache: ''}]"
    config = f"site_name: T\ntheme: {{name: material, font: false}}\n{plugins}\n"
    (tmp_path / "mkdocs.yml").write_text(config)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str | Path) -> None:
    result = CliRunner().invoke(app, [*map(str, words)], catch_exceptions=False)
    assert result.exit_code == 0, result.output


def texts(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


AD_HOC = [
    ("show", "old.txt"),
    ("compare", "old.txt", "new.txt"),
    ("align", "old.txt", "new.txt"),
    ("export", "old.txt", "new.txt", "--format", "json"),
]


@pytest.mark.parametrize("command", AD_HOC, ids=lambda each: each[0])
def test_a_dash_is_stdout(command: tuple[str, ...], here: Path) -> None:
    said = [CliRunner().invoke(app, [*command, *out]).stdout for out in ((), ("-o", "-"))]
    assert said[0] == said[1] != ""
    assert not (here / "-").exists()


@pytest.mark.parametrize("command", AD_HOC, ids=lambda each: each[0])
@pytest.mark.parametrize("name", ["old.txt", "./texts/../old.txt", "link.txt", "twin.txt"])
def test_an_input_is_never_written_over(command: tuple[str, ...], name: str, here: Path) -> None:
    (here / "link.txt").symlink_to("old.txt")
    (here / "twin.txt").hardlink_to(here / "old.txt")
    before = texts(here)
    with pytest.raises(UsageError, match="is read"):
        run(*command, "-o", name)
    assert texts(here) == before


@pytest.mark.parametrize("command", AD_HOC, ids=lambda each: each[0])
@pytest.mark.parametrize("name", ["texts/library/new.txt", "texts/library/report.txt", "in/library/x.txt"])
def test_nothing_is_written_among_the_texts_that_the_configuration_names(
    command: tuple[str, ...], name: str, here: Path
) -> None:
    (here / "in").symlink_to("texts")
    before = texts(here)
    with pytest.raises(UsageError, match="is inside"):
        run(*command, "-o", name)
    assert texts(here) == before


def test_the_texts_are_known_from_inside_of_them_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "texts/library")
    before = texts(here)
    with pytest.raises(UsageError, match="is inside"):
        run("compare", "old.txt", "new.txt", "-o", "report.html")
    assert texts(here) == before
    run("compare", "old.txt", "new.txt", "-o", here / "report.html")


@pytest.mark.parametrize(
    "said", ["", "plugins: hexapla\n", "{", "plugins: [{hexapla: {sources: 3}}]\n", None]
)
def test_without_a_configuration_that_can_be_read_the_usual_folder_is_kept(
    said: str | None, here: Path
) -> None:
    (here / "mkdocs.yml").unlink()
    if said is not None:
        (here / "mkdocs.yml").write_text(said)
    (here / "source_texts").mkdir()
    with pytest.raises(UsageError, match="is inside"):
        run("compare", "old.txt", "new.txt", "-o", "source_texts/report.txt")


@pytest.mark.parametrize(
    "command",
    [
        ("bundle", "-o", "texts/x.zip"),
        ("check", "-o", "texts/library/new.txt"),
        ("check", "-o", "mkdocs.yml", "--format", "text"),
        ("export", "texts/library", "--format", "json", "-o", "texts/library"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_over_or_among_what_a_collection_is_made_of(
    command: tuple[str, ...], here: Path
) -> None:
    before = texts(here)
    with pytest.raises(UsageError):
        run(*command)
    assert texts(here) == before


def test_an_import_does_not_write_over_its_own_files_even_if_forced(here: Path) -> None:
    before = texts(here)
    with pytest.raises(UsageError, match="is read"):
        run("import", "old.txt", "new.txt", "--into", ".", "--force")
    assert texts(here) == before


def test_a_cache_among_the_texts_is_refused_unless_it_is_hidden(here: Path) -> None:
    with pytest.raises(UsageError, match="is inside"):
        run("check", "--cache", "texts/cache", "--fail-on", "never")
    run("check", "--cache", "texts/.cache", "--fail-on", "never")
    assert not (here / "texts/cache").exists()


@POSIX
@pytest.mark.parametrize("target", ["result.txt", "folder/result.txt"])
def test_a_link_stays_and_what_it_leads_to_is_written(target: str, here: Path) -> None:
    (here / "folder").mkdir()
    (here / "out.txt").symlink_to(target)
    for _ in range(2):  # first there is no file, then there is one
        run("compare", "old.txt", "new.txt", "-o", "out.txt")
        assert (here / "out.txt").is_symlink()
        assert "六十日" in (here / target).read_text(encoding="utf-8")
        assert not (here / target).is_symlink()


@POSIX
@pytest.mark.parametrize("rights", [0o600, 0o664, 0o755])
def test_a_file_keeps_its_rights(rights: int, here: Path) -> None:
    (here / "out.txt").write_text("before")
    (here / "out.txt").chmod(rights)
    run("compare", "old.txt", "new.txt", "-o", "out.txt")
    assert stat.S_IMODE((here / "out.txt").stat().st_mode) == rights
    assert "before" not in (here / "out.txt").read_text(encoding="utf-8")
    assert not list(here.glob(".out*"))


@POSIX
def test_a_new_file_has_the_rights_of_any_new_file(here: Path) -> None:
    (here / "plain.txt").touch()
    run("compare", "old.txt", "new.txt", "-o", "out.txt")
    assert (here / "out.txt").stat().st_mode == (here / "plain.txt").stat().st_mode


@POSIX
@pytest.mark.parametrize(
    "command", [*AD_HOC, ("check", "--fail-on", "never"), ("bundle",)], ids=lambda c: c[0]
)
def test_a_pipe_stays_a_pipe_and_gets_everything(command: tuple[str, ...], here: Path) -> None:
    pipe = here / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    run(*command, "-o", pipe)
    reader.join(60)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    run(*command, "-o", "file")
    assert got == [(here / "file").read_bytes()]
    assert got[0]


@POSIX
def test_a_device_stays_a_device() -> None:
    place = resolve_output(Path(os.devnull))
    place.write(b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout")
def test_an_open_file_of_the_shell_is_written_where_it_stands(here: Path) -> None:
    with (here / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        command = [sys.executable, "-m", "hexapla", "compare", "old.txt", "new.txt", "-o", "/dev/stdout"]
        subprocess.run(command, stdout=log, check=True)  # noqa: S603 - our own command
        log.seek(0, os.SEEK_END)
        log.write(b"after\n")
    found = (here / "log").read_text(encoding="utf-8")
    assert found.startswith("before\nA old")
    assert found.endswith("\nafter\n")


@POSIX
def test_links_in_a_circle_folders_and_sockets_are_no_outputs(here: Path) -> None:
    (here / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as ours:
        ours.bind("socket")
    for name in ("loop", "texts", "socket"):
        with pytest.raises((UsageError, OSError)):
            run("compare", "old.txt", "new.txt", "-o", name)
    assert stat.S_ISSOCK((here / "socket").stat().st_mode)


@pytest.mark.parametrize(
    ("command", "suffix", "told"),
    [
        ("show", ".docx", "hexapla export --format redline"),
        ("show", ".PDF", "hexapla export --format pdf"),
        ("show", ".csv", "hexapla export --format changes"),
        ("show", ".xlsx", "hexapla export --format xlsx"),
        ("compare", ".odt", "No command writes .odt"),
        ("compare", ".diff", "say --format"),
        ("show", ".html", "hexapla compare --format html"),
        ("align", ".json", "hexapla align writes .txt"),
    ],
)
def test_a_suffix_that_a_command_cannot_write_is_refused_and_the_way_is_told(
    command: str, suffix: str, told: str, here: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        run(command, "old.txt", "new.txt", "-o", f"out{suffix}")
    assert told in str(caught.value)
    assert not (here / f"out{suffix}").exists()


def list_commands_with_an_output() -> set[str]:
    """Return the commands that take `-o`, as the program itself has them."""
    found = set()
    for name in COMMANDS:
        command = load_command(name)
        for own, each in getattr(command, "commands", {"": command}).items():
            if any("--output" in param.opts for param in each.params):
                found.add(f"{name} {own}".strip())
    return found


FILES = ("old.txt", "new.txt")
WITH_OUTPUT: dict[str, tuple[str, ...]] = {
    "align": FILES,
    "amend apply": FILES,
    "amend generate": FILES,
    "amend parse": ("new.txt",),
    "bundle": (),
    "changes": (),
    "check": (),
    "compare": FILES,
    "export": (*FILES, "--format", "json"),
    "mapping export": ("texts/library",),
    "notes export": ("texts/library",),
    "reuse": (),
    "show": ("old.txt",),
}
"""command → what it is given"""
NO_TEXT = ("bundle", "mapping export", "notes export")


def test_commands_with_an_output_are_known() -> None:
    assert list_commands_with_an_output() == set(WITH_OUTPUT)


@pytest.mark.parametrize("suffix", [".odt", ".png", ".gz"])
@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_no_command_gives_its_result_the_name_of_something_else(
    command: str, suffix: str, here: Path
) -> None:
    with pytest.raises(UsageError, match=r"writes|not written under"):
        run(*command.split(), *WITH_OUTPUT[command], "-o", f"out{suffix}")
    assert not list(here.glob("out*"))


@pytest.mark.parametrize("command", ["amend generate", "mapping export", "notes export"])
def test_a_text_is_no_document_and_a_workbook_no_text(command: str, here: Path) -> None:
    wrong = "out.docx" if command.startswith("amend") else "out.csv"
    with pytest.raises(UsageError, match=f"hexapla {command} writes"):
        run(*command.split(), *WITH_OUTPUT[command], "-o", wrong)
    assert not (here / wrong).exists()


@pytest.mark.parametrize("command", NO_TEXT)
def test_what_is_no_text_does_not_go_to_stdout(command: str, here: Path) -> None:
    with pytest.raises(UsageError, match="name a file"):
        run(*command.split(), *WITH_OUTPUT[command], "-o", "-")
    assert not (here / "-").exists()


def test_the_suffix_chooses_the_form(here: Path) -> None:
    run("show", "old.txt", "-o", "out.json")
    run("check", "-o", "remarks.JSON", "--fail-on", "never")
    run("check", "-o", "remarks.sarif", "--fail-on", "never")
    run("compare", "old.txt", "new.txt", "-o", "report-2.0")
    assert json.loads((here / "out.json").read_text(encoding="utf-8"))["schema"] == "hexapla/1"
    assert "remarks" in json.loads((here / "remarks.JSON").read_text(encoding="utf-8"))
    assert json.loads((here / "remarks.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "[-" in (here / "report-2.0").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["out.txt", "out.diff", "out", "out.json"])
def test_a_form_that_is_asked_for_comes_first(name: str, here: Path) -> None:
    run("compare", "old.txt", "new.txt", "--format", "json", "-o", name)
    assert json.loads((here / name).read_text(encoding="utf-8"))["schema"] == "hexapla/1"


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "--format", "text", "-o", "out.docx"),
        ("compare", "--format", "json", "-o", "out.html"),
        ("export", "--format", "docx", "-o", "out.pdf"),
        ("export", "--format", "xlsx", "-o", "out.txt"),
    ],
    ids=" ".join,
)
def test_a_name_that_says_plainly_something_else_is_refused(arguments: tuple[str, ...], here: Path) -> None:
    command, *options = arguments
    with pytest.raises(UsageError, match="--format"):
        run(command, "old.txt", "new.txt", *options)
    assert not list(here.glob("out.*"))
