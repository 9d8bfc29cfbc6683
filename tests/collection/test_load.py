"""Folders and files → documents and failures."""

import os
from pathlib import Path

import pytest

from hexapla.collection import Collection, list_paths, load_collection, load_files
from hexapla.errors import SettingsError, SourceError, UsageError
from hexapla.findings import Severity
from hexapla.readers import READERS

BYLAWS: dict[str, str | bytes] = {"bylaws/2019.txt": "§ 1 Old.", "bylaws/2023.txt": "§ 1 New."}


def written(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def failures(collection: Collection) -> dict[str, list[str]]:
    return {each.id: [problem.message for problem in each.problems] for each in collection.failures}


def test_a_folder_is_a_document_and_so_is_a_single_file(tmp_path: Path) -> None:
    collection = load_collection(written(tmp_path, {**BYLAWS, "Vertrag.md": "# § 1"}))
    assert [(each.id, [source.path for source in each.sources]) for each in collection.documents] == [
        ("bylaws", ["bylaws/2019.txt", "bylaws/2023.txt"]),
        ("Vertrag", ["Vertrag.md"]),
    ]
    assert (collection.failures, collection.ignored) == ((), ())


def test_versions_stand_in_natural_order(tmp_path: Path) -> None:
    root = written(tmp_path, {f"d/v{n}.txt": "a" for n in (10, 9, 1)})
    assert [source.path for source in load_collection(root).documents[0].sources] == [
        *("d/v1.txt", "d/v9.txt", "d/v10.txt")
    ]


def test_versions_stand_in_the_order_that_is_wanted(tmp_path: Path) -> None:
    listed = "versions:\n- file: 2023.txt\n"
    (loaded,) = load_collection(written(tmp_path, {**BYLAWS, "bylaws/document.yml": listed})).documents
    assert [source.path for source in loaded.sources] == ["bylaws/2023.txt", "bylaws/2019.txt"]
    assert [version.file for version in loaded.plan.versions] == ["bylaws/2023.txt", "bylaws/2019.txt"]


def test_decisions_are_read_and_name_their_file(tmp_path: Path) -> None:
    text = "- {together: [A/art_1, B/art_2], reason: x}"
    (loaded,) = load_collection(written(tmp_path, {**BYLAWS, "bylaws/alignment.yml": text})).documents
    assert [(each.file, each.line) for each in loaded.decisions] == [("bylaws/alignment.yml", 1)]


def test_declared_encoding_reaches_the_reader(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "d/a.txt": "Änderung für Ämter".encode("cp1252"),
        "d/document.yml": "versions: [{encoding: cp1252}]",
    }
    (loaded,) = load_collection(written(tmp_path, files)).documents
    assert loaded.sources[0].text == "Änderung für Ämter"


LEFT_ALONE = [".hidden.txt", "README.md", "readme.txt", "ReadMe", "other.yml", "2019.txt~", "~$2019.txt"]


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_is_none_of_ours(tmp_path: Path, name: str) -> None:
    (loaded,) = load_collection(written(tmp_path, {**BYLAWS, f"bylaws/{name}": "x", name: "x"})).documents
    assert (len(loaded.sources), loaded.findings) == (2, ())


def test_names_that_only_begin_like_a_readme_are_texts(tmp_path: Path) -> None:
    assert [each.id for each in load_collection(written(tmp_path, {"readmeetings.txt": "a"})).documents] == [
        "readmeetings"
    ]


def test_what_nobody_can_read_is_left_out_aloud(tmp_path: Path) -> None:
    collection = load_collection(
        written(tmp_path, {**BYLAWS, "bylaws/scan.tif": "x", "bylaws/old/1.txt": "x", "logo.png": "x"})
    )
    (loaded,) = collection.documents
    assert [(each.code, each.severity, each.message) for each in loaded.findings] == [
        (
            "file_ignored",
            Severity.NOTE,
            f"bylaws/scan.tif was left out: there is no reader for it, only for {', '.join(READERS)}.",
        ),
        (
            "file_ignored",
            Severity.NOTE,
            "bylaws/old/ was left out: texts in folders below a document’s are not read.",
        ),
    ]
    assert [str(each) for each in collection.ignored] == [
        f"{tmp_path.as_posix()}/logo.png: left out: there is no reader for it, only for {', '.join(READERS)}"
    ]


def test_settings_outside_a_document_are_left_out_aloud(tmp_path: Path) -> None:
    collection = load_collection(
        written(tmp_path, {**BYLAWS, "document.yml": "title: x", "pictures/a.png": ""})
    )
    assert [each.message for each in collection.ignored] == [
        "left out: no text in this folder",
        "left out: settings are read in a document's own folder only",
    ]


FAILED: list[tuple[str, dict[str, str | bytes], dict[str, list[str]]]] = [
    (
        "undecodable texts, all of them",
        {"d/a.txt": b"\xff\xff", "d/b.txt": b"\xfe\xfe", "d/c.txt": "c"},
        {
            "d": [
                f"the byte 0x{byte} on this line is no UTF-8, and the file reads as none of GB 18030, Big5, "
                "Shift_JIS, EUC-KR, UTF-16, Windows-1252 either; save it as UTF-8, or name its encoding in "
                "document.yml (`encoding: …`)"
                for byte in ("ff", "fe")
            ]
        },
    ),
    (
        "settings and decisions, both",
        {"d/a.txt": "a", "d/document.yml": "order: x", "d/alignment.yml": "x"},
        {
            "d": [
                "order: “x” is none of chronological, parallel, levels",
                "this file must be a list (lines that begin with “- ”), not a single value",
            ]
        },
    ),
    (
        "settings under another name",
        {"d/a.txt": "a", "d/Document.yaml": "title: x"},
        {"d": ["this file is not read under this name: rename it to document.yml"]},
    ),
    (
        "texts one folder too deep",
        {"laws/d/a.txt": "a"},
        {"laws": ["the texts lie deeper: put all versions of a document into one folder of the collection"]},
    ),
    (
        "settings without a text",
        {"d/document.yml": "title: x"},
        {"d": [f"no text in this folder: give each version a file in it ({', '.join(READERS)})"]},
    ),
    (
        "ids that differ only in case or in what an id cannot hold",
        {"a b.txt": "1", "a-b/1.txt": "2", "A-B.md": "3"},
        {
            "A-B": ["its id “A-B” is taken by {root}/a b.txt: rename one of the two"],
            "a-b": ["its id “a-b” is taken by {root}/a b.txt: rename one of the two"],
        },
    ),
]


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in FAILED], ids=[row[0] for row in FAILED])
def test_one_failed_document_never_stops_the_others(
    tmp_path: Path, files: dict[str, str | bytes], expected: dict[str, list[str]]
) -> None:
    collection = load_collection(written(tmp_path, {**files, **BYLAWS}))
    found: dict[str, list[str]] = {}
    for each in collection.failures:
        found.setdefault(each.id, []).extend(problem.message for problem in each.problems)
    root = tmp_path.as_posix()
    assert found == {id_: [text.replace("{root}", root) for text in texts] for id_, texts in expected.items()}
    assert "bylaws" in [each.id for each in collection.documents]


def test_problems_name_the_file_as_the_user_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"texts/d/a.txt": b"ok\n\xff", "texts/d/document.yml": ""})
    monkeypatch.chdir(tmp_path)
    (failure,) = load_collection(Path("texts")).failures
    assert str(failure.problems[0]).startswith("texts/d/a.txt:2: ")


@pytest.mark.parametrize("blank", [b"", b"\n \r\n", "\ufeff\u200b\u3000".encode()])
def test_an_empty_source_in_a_collection_is_an_error_and_the_document_stands(
    tmp_path: Path, blank: bytes
) -> None:
    (loaded,) = load_collection(written(tmp_path, {"d/a.txt": "a", "d/b.txt": blank})).documents
    assert [(each.code, each.severity, each.message) for each in loaded.findings] == [
        ("source_failed", Severity.ERROR, "d/b.txt holds no text; write it, or remove the file")
    ]
    assert len(loaded.sources) == 2


@pytest.mark.parametrize("files", [{}, {"README.md": "x"}, {"a.png": "x"}, {"d/.keep": ""}])
def test_a_collection_without_texts_is_misuse(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    with pytest.raises(UsageError, match=r"holds no text \(\.txt, \.md, .*\): give each document a folder"):
        load_collection(written(tmp_path, files))


@pytest.mark.parametrize(("name", "what"), [("missing", "does not exist"), ("file.txt", "is no folder")])
def test_a_collection_that_is_no_folder_is_misuse(tmp_path: Path, name: str, what: str) -> None:
    written(tmp_path, {"file.txt": "a"})
    with pytest.raises(UsageError, match=f"{name} {what}: name the folder"):
        load_collection(tmp_path / name)


def test_links_that_leave_the_collection_are_refused(tmp_path: Path) -> None:
    written(tmp_path, {"outside/secret.txt": "x", "texts/d/a.txt": "a", "texts/e/b.txt": "b"})
    (tmp_path / "texts/d/link.txt").symlink_to(tmp_path / "outside/secret.txt")
    (tmp_path / "texts/out").symlink_to(tmp_path / "outside")
    (tmp_path / "texts/loop.txt").symlink_to("loop.txt")
    (tmp_path / "texts/e/shared.txt").symlink_to("../d/a.txt")
    collection = load_collection(tmp_path / "texts")
    assert failures(collection) == {
        "d": ["this symbolic link leads out of the folder: copy the text to this place"],
        "loop": ["this symbolic link leads nowhere: remove it"],
        "out": ["this symbolic link leads out of the folder: copy the text to this place"],
    }
    assert [source.path for source in collection.documents[0].sources] == ["e/b.txt", "e/shared.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = written(tmp_path, BYLAWS)
    os.mkfifo(root / "bylaws/2020.txt")
    (loaded,) = load_collection(root).documents
    assert [each.message for each in loaded.findings] == [
        "bylaws/2020.txt was left out: it is no file that can be read."
    ]


HOSTILE = ["a\nb.txt", "x.. .txt", "{{ x }}.txt", "<script>.txt", "](javascript:x).txt", "规" * 80 + ".txt"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names(tmp_path: Path, name: str) -> None:
    (loaded,) = load_collection(written(tmp_path, {f"{name}/{name}": "a"})).documents
    (source,) = loaded.sources
    assert len(source.path.splitlines()) == 1
    assert set(loaded.id).isdisjoint("/\\<>{}\n")
    assert len(loaded.id.encode()) <= 120


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    (loaded,) = load_collection(written(tmp_path, {name: "a"})).documents
    assert (loaded.id, loaded.sources[0].path) == ("a-", "a�.txt")


def test_names_in_decomposed_form_are_found_by_the_composed_one(tmp_path: Path) -> None:
    settings = "versions: [{file: r\u00e8gles.txt, siglum: R}]"
    root = written(tmp_path, {"d/re\u0300gles.txt": "a", "d/document.yml": settings})
    (loaded,) = load_collection(root).documents
    assert (loaded.plan.versions[0].file, loaded.sources[0].path) == ("d/r\u00e8gles.txt",) * 2


def test_names_alike_in_composed_form_clash(tmp_path: Path) -> None:
    collection = load_collection(written(tmp_path, {"d/re\u0300gles.txt": "a", "d/r\u00e8gles.txt": "b"}))
    assert failures(collection) == {
        "d": ["another file here has the same name in Unicode’s composed form; rename one"]
    }


# ---------------------------------------------------------------- files named on the command line


def test_files_are_versions_in_the_order_given(tmp_path: Path) -> None:
    written(tmp_path, BYLAWS)
    files = [tmp_path / "bylaws/2023.txt", tmp_path / "bylaws/2019.txt"]
    loaded = load_files(files)
    assert (loaded.id, [source.path for source in loaded.sources]) == ("bylaws", ["2023.txt", "2019.txt"])


BRIEF = [
    ("files of one folder", ["d/a.txt", "d/b.txt"], ["a.txt", "b.txt"]),
    (
        "the same name in two folders",
        ["d/l/a.txt", "e/l/a.txt", "d/l/b.txt"],
        ["d/l/a.txt", "e/l/a.txt", "b.txt"],
    ),
    ("a way round", ["d/../d/./a.txt"], ["a.txt"]),
    ("one file twice", ["d/a.txt", "d/./a.txt"], ["a.txt", "a.txt"]),
    ("names alike in composed form", ["d/re\u0300.txt", "d/r\u00e8.txt"], ["r\u00e8.txt", "r\u00e8.txt"]),
]


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in BRIEF], ids=[row[0] for row in BRIEF])
def test_a_file_s_name_says_nothing_of_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], expected: list[str]
) -> None:
    written(tmp_path, dict.fromkeys(files, "a"))
    monkeypatch.chdir(tmp_path)
    assert [source.path for source in load_files([Path(file) for file in files]).sources] == expected
    assert [source.path for source in load_files([tmp_path / file for file in files]).sources] == expected


def test_one_file_gives_its_name(tmp_path: Path) -> None:
    written(tmp_path, {"细则 草案.txt": "a"})
    assert load_files([tmp_path / "细则 草案.txt"]).id == "细则-草案"


def test_a_folder_is_read_with_its_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {**BYLAWS, "bylaws/document.yml": "title: T"})
    for where, name in [(tmp_path, "bylaws"), (tmp_path / "bylaws", "."), (tmp_path, f"{tmp_path}/bylaws")]:
        monkeypatch.chdir(where)
        loaded = load_files([Path(name)])
        assert (loaded.id, loaded.plan.title) == ("bylaws", "T")
        assert [source.path for source in loaded.sources] == ["bylaws/2019.txt", "bylaws/2023.txt"]


def test_an_empty_file_is_no_error_by_itself(tmp_path: Path) -> None:
    assert load_files([written(tmp_path, {"a.txt": ""}) / "a.txt"]).findings == ()


def test_all_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    written(tmp_path, {"bad.txt": b"\xff\xff", "a.wpd": "x"})
    with pytest.raises(SourceError) as caught:
        load_files([tmp_path / name for name in ("missing.txt", "bad.txt", "a.wpd", "x" * 300 + ".txt")])
    lines = str(caught.value).splitlines()
    assert [line.partition(": ")[2][:26] for line in lines] == [
        "there is no such file",
        "the byte 0xff on this line",
        "no reader for this format;",
        "this file cannot be read: ",
    ]
    assert [each.line for each in caught.value.problems] == [None, 1, None, None]


def test_misuse_of_files(tmp_path: Path) -> None:
    written(tmp_path, BYLAWS)
    with pytest.raises(UsageError, match="no file was named"):
        load_files([])
    with pytest.raises(UsageError, match="is a folder: name one folder, or files only"):
        load_files([tmp_path / "bylaws", tmp_path / "bylaws/2019.txt"])
    with pytest.raises(SettingsError, match="the texts lie deeper"):
        load_files([tmp_path])


# ---------------------------------------------------------------- what a collection depends on


def test_paths_are_all_files_that_matter(tmp_path: Path) -> None:
    files = {**BYLAWS, "bylaws/document.yml": "x: y", "bylaws/README.md": "", "bad.txt": b"\xff", "a.png": ""}
    found = [path.relative_to(tmp_path).as_posix() for path in list_paths(written(tmp_path, files))]
    assert found == ["bad.txt", "bylaws/2019.txt", "bylaws/2023.txt", "bylaws/document.yml"]


def test_no_folder_has_no_paths(tmp_path: Path) -> None:
    assert list_paths(tmp_path / "missing") == ()


def test_data_of_other_programs_in_a_folder_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.txt").write_text("第一条 园门常开。\n", encoding="utf-8")
    (folder / "package.json").write_text('{"name": "x"}')
    (folder / "pom.xml").write_text("<project/>")
    (loaded,) = load_collection(tmp_path).documents
    assert [source.path for source in loaded.sources] == ["d/a.txt"]
    assert [(each.code, dict(each.values)["file"]) for each in loaded.findings] == [
        ("file_ignored", "d/package.json"),
        ("file_ignored", "d/pom.xml"),
    ]


def test_data_of_other_programs_that_are_named_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "a.txt").write_text("第一条 园门常开。\n", encoding="utf-8")
    with pytest.raises(SourceError, match="another program's JSON"):
        load_files([tmp_path / "a.txt", tmp_path / "package.json"])
    (tmp_path / "document.yml").write_text("versions:\n  - file: package.json\n  - file: a.txt\n")
    with pytest.raises(SourceError, match="another program's JSON"):
        load_files([tmp_path])


FOREIGN = [
    ("package.json", '{"name": "x"}', "another program's JSON"),
    ("list.json", "[1, 2]", "another program's JSON"),
    ("feed.xml", '<rss version="2.0"/>', "the XML vocabulary of <rss> is not known here"),
]


@pytest.mark.parametrize(("name", "text", "reason"), FOREIGN)
def test_other_programs_data_beside_documents_are_named_and_left_out(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / "rules.txt").write_text("words", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = load_collection(tmp_path)
    (left_out,) = loaded.ignored
    assert [each.id for each in loaded.documents] == ["rules"]
    assert not loaded.failures
    assert left_out.path.endswith(name)
    assert reason in left_out.message
    assert "take it out of the source texts" in left_out.message


@pytest.mark.parametrize("text", ["<TEI><text><p>x</p></text></TEI>", "<broken", "<akomaNtoso/>"])
def test_texts_and_damaged_files_are_documents(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert not load_collection(tmp_path).ignored
