"""What a user gets who compares two files into a Word document."""

from pathlib import Path

import pytest
from lxml import etree

import hexapla as hx
from commands import run
from exporters.word_package.documents import deleted, footnote, inserted, paragraph, table, word_file
from exporters.word_package.resolved import accept, reject, texts, unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD = (
    "1. The gate of the well is opened at six and locked at nine.",
    "2. Keys are kept by the steward, who writes down each borrower.",
    "3. Hoses may be used on Tuesdays and Fridays, never in a drought.",
    "4. Each household pays 40 crowns a year for the pump.",
)
NEW = (OLD[0].replace("nine", "ten"), "2. H" + OLD[2][4:], OLD[3].replace("4.", "3."), "4. K" + OLD[1][4:])
NOTES = (["Half for pensioners."], ["A third for pensioners."])


def write_pair(folder: Path) -> list[str]:
    for name, lines, notes in (("draft-1.docx", OLD, NOTES[0]), ("draft-2-final.docx", NEW, NOTES[1])):
        blocks = (paragraph(line, *([footnote(1)] if "crowns" in line else [])) for line in lines)
        (folder / name).write_bytes(
            word_file(*blocks, table(("Plot", "Fee")), paragraph("Signed"), footnotes=notes)
        )
    return [str(folder / "draft-1.docx"), str(folder / "draft-2-final.docx")]


def part(path: Path, name: str) -> etree._Element:
    return etree.fromstring(unpack(path.read_bytes())[name])


@pytest.mark.parametrize("command", [["compare"], ["export", "--format", "redline"]])
def test_of_two_word_files_it_is_the_newer_one(command: list[str], tmp_path: Path) -> None:
    files, out = write_pair(tmp_path), tmp_path / "changes.docx"
    run(command[0], *files, *command[1:], "-o", str(out))
    base, target = (Path(file).read_bytes() for file in files)
    assert texts(out.read_bytes(), accept) == texts(target, accept)
    assert texts(out.read_bytes(), reject) == texts(base, accept)
    assert unpack(out.read_bytes())["word/theme/theme1.xml"] == unpack(target)["word/theme/theme1.xml"]


def test_a_clause_that_moved_is_remarked_on(tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    run("compare", *write_pair(tmp_path), "-o", str(out))
    said = ["".join(map(str, each.itertext())) for each in part(out, "word/comments.xml")]
    assert any("2" in one and "4" in one for one in said)
    marks = {each.get(f"{W}id") for each in part(out, "word/document.xml").iter(f"{W}commentReference")}
    assert marks == {each.get(f"{W}id") for each in part(out, "word/comments.xml")}


def test_no_name_of_a_file_is_text_of_it(tmp_path: Path) -> None:
    for more in ((), ("--plain",)):
        out = tmp_path / "changes.docx"
        run("compare", *write_pair(tmp_path), "-o", str(out), *more)
        assert "draft" not in "".join(map(str, part(out, "word/document.xml").itertext()))


def test_plain_typesets_it_anew(tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    run("compare", *write_pair(tmp_path), "-o", str(out), "--plain")
    assert "word/theme/theme1.xml" not in unpack(out.read_bytes())
    notes = "".join(map(str, part(out, "word/footnotes.xml").itertext()))
    assert "third" in notes
    assert "Half" in notes


def test_author_and_date_are_as_asked(tmp_path: Path) -> None:
    for more in ((), ("--plain",)):
        out = tmp_path / "changes.docx"
        signed = ("--author", "A & B", "--date", "2026-03-01")
        run("compare", *write_pair(tmp_path), "-o", str(out), *signed, *more)
        changes = list(part(out, "word/document.xml").iter(f"{W}ins"))
        assert {each.get(f"{W}author") for each in changes} == {"A & B"}
        assert {str(each.get(f"{W}date"))[:10] for each in changes} == {"2026-03-01"}


@pytest.mark.parametrize("more", [[], ["--plain"], ["--no-notes"]])
def test_a_summary_is_a_comment_and_no_text(more: list[str], tmp_path: Path) -> None:
    files, out = write_pair(tmp_path), tmp_path / "changes.docx"
    run("export", *files, "--format", "redline", "-o", str(out), "--language", "en", "--summary", *more)
    plain = tmp_path / "plain.docx"
    run("export", *files, "--format", "redline", "-o", str(plain), "--language", "en", *more)
    for resolve in (accept, reject):
        assert texts(out.read_bytes(), resolve) == texts(plain.read_bytes(), resolve)
    lines = ["".join(map(str, each.itertext())) for each in part(out, "word/comments.xml")[0]]
    assert len(lines) > 2
    assert "draft-1" in lines[0]
    assert "nine" not in lines[0]
    assert "footnote" in lines[-1]
    said = ["".join(map(str, each.itertext())) for each in part(out, "word/comments.xml")]
    assert (len(said) > 1) is ("--no-notes" not in more)


REFUSED = [
    (["--summary"], "--summary has no effect on text"),
    (["--author", "A"], "--author has no effect on text"),
    (["-o", "x.docx", "--date", "1.3.2026"], "--date 2026-03-01"),
    (["-o", "x.docx", "--author", " "], "--author is empty"),
    (["--format", "docx", "--plain", "-o", "x.docx"], "--plain has no effect on docx"),
]


@pytest.mark.parametrize(("more", "told"), REFUSED)
def test_what_has_no_effect_is_refused(
    more: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_pair(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = run("compare", *files, *more)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [("md", b"#"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("docx", b"PK"), ("xml", b"<?xml")],
)
def test_compare_writes_what_the_name_says(suffix: str, begins: bytes, tmp_path: Path) -> None:
    for name, lines in (("a.txt", OLD), ("b.txt", NEW)):
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / f"out.{suffix}"
    run("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(out))
    assert out.read_bytes().startswith(begins)


def test_a_redline_is_of_two_versions(tmp_path: Path) -> None:
    files = write_pair(tmp_path)
    third = tmp_path / "draft-3.docx"
    third.write_bytes(word_file(*(paragraph(line.replace("crowns", "marks")) for line in NEW)))
    done = run("compare", *files, str(third), "-o", str(tmp_path / "x.docx"))
    assert done.returncode == 2
    assert "two versions" in done.stderr


def test_one_document_with_tracked_changes_is_two_versions(tmp_path: Path) -> None:
    file = tmp_path / "contract.docx"
    lines = (paragraph("1. The gate is ", deleted("shut"), inserted("open"), "."), paragraph(OLD[1]))
    file.write_bytes(word_file(*lines))
    assert "[-shut-]{+open+}" in run("compare", file).stdout
    by_author = run("compare", file, "--by-author").stdout
    assert "before changes" in by_author
    assert "1 Someone" in by_author


def test_versions_by_author_need_tracked_changes(tmp_path: Path) -> None:
    done = run("compare", *write_pair(tmp_path), "--by-author")
    assert done.returncode == 2
    assert "--by-author" in done.stderr


def test_the_library_writes_the_same_redline(tmp_path: Path) -> None:
    files = write_pair(tmp_path)
    run("compare", *files, "-o", str(tmp_path / "command.docx"), "--author", "A", "--date", "2026-03-01")
    hx.compare(*files).redline(tmp_path / "library.docx", author="A", date="2026-03-01")
    assert (tmp_path / "library.docx").read_bytes() == (tmp_path / "command.docx").read_bytes()
