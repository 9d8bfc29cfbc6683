"""document.yml: what it may say, and how it is told what is wrong with it."""

from textwrap import dedent

import pytest

from hexapla.collection.document_yml import build_plan, declared_encodings, read_settings
from hexapla.errors import SettingsError
from hexapla.model import Completeness, Order, Provenance
from hexapla.plan import Plan, VersionPlan

FILES = ["2019.txt", "2023.txt"]


def planned(text: str, files: list[str] | None = None) -> Plan:
    files = FILES if files is None else files
    return build_plan(
        "bylaws", read_settings("bylaws/document.yml", dedent(text).encode(), files), files, "bylaws/"
    )


def complaints(text: str | bytes, files: list[str] | None = None) -> list[str]:
    data = dedent(text).encode() if isinstance(text, str) else text
    with pytest.raises(SettingsError) as caught:
        read_settings("document.yml", data, FILES if files is None else files)
    return [str(problem).removeprefix("document.yml:") for problem in caught.value.problems]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "~\n", "title:\n"])
def test_nothing_said_is_nothing_planned(text: str) -> None:
    assert planned(text) == Plan(id="bylaws")


def test_every_key() -> None:
    text = """\
        title: Bylaws
        language: en-GB
        order: chronological
        base: Old
        unit: section
        schemes: [section, (a)]
        versions:
          - file: 2023.txt
            siglum: New
            label: 2023
            title: Bylaws as
              amended
            issued: 2023-02-25
            completeness: cut_off
            encoding: gb18030
            provenance:
              url: https://example.org/bylaws
              retrieved: 2024-05
              note: Scanned.
          - file: 2019.txt
            siglum: Old
            part: 2
            issued: 2019
        """
    new = VersionPlan(
        file="bylaws/2023.txt",
        siglum="New",
        label="2023",
        title="Bylaws as amended",
        issued="2023-02-25",
        completeness=Completeness.CUT_OFF,
        provenance=Provenance(url="https://example.org/bylaws", retrieved="2024-05", note="Scanned."),
    )
    old = VersionPlan(file="bylaws/2019.txt", siglum="Old", part=2, issued="2019")
    assert planned(text) == Plan(
        id="bylaws",
        title="Bylaws",
        language="en-GB",
        order=Order.CHRONOLOGICAL,
        base="Old",
        unit="section",
        schemes=("section", "(a)"),
        versions=(new, old),
    )
    made = read_settings("document.yml", dedent(text).encode(), FILES)
    assert declared_encodings(made, FILES) == {"2023.txt": "gb18030"}


def test_texts_that_are_not_listed_follow() -> None:
    versions = planned("versions: [{file: 2023.txt, siglum: X}]").versions
    assert [(version.file, version.siglum) for version in versions] == [
        ("bylaws/2023.txt", "X"),
        ("bylaws/2019.txt", None),
    ]


def test_the_only_text_need_not_be_named() -> None:
    versions = planned("versions: [{part: 1, siglum: X}, {part: 2, siglum: Y}]", ["all.txt"]).versions
    assert [(version.file, version.part) for version in versions] == [
        ("bylaws/all.txt", 1),
        ("bylaws/all.txt", 2),
    ]


AS_WRITTEN = [
    ("title: 2019", "2019"),
    ("title: no", "no"),
    ("title: 1.10", "1.10"),
    ("title: 2019-04-01", "2019-04-01"),
    ("title: 'null'", "null"),
    ("title: 0x10", "0x10"),
    ("title: >\n  one\n  two\n", "one two"),
    ("title: “{{ 1 }}” <b>", "“{{ 1 }}” <b>"),
    ("%YAML 1.1\n---\ntitle: yes\n", "yes"),
    ("\ufefftitle: a\r\nlanguage: no\r\n", "a"),
]


@pytest.mark.parametrize(("text", "title"), AS_WRITTEN)
def test_values_are_read_as_they_are_written(text: str, title: str) -> None:
    assert planned(text).title == title


WRONG = [
    ("titel: x", "1: the key “titel” is unknown; did you mean “title”?"),
    ("Title: x", "1: the key “Title” is unknown; did you mean “title”?"),
    (
        "colour: x",
        (
            "1: the key “colour” is unknown; "
            "the keys here are title, language, order, base, rank, group, unit, schemes, meaning, "
            "comparisons, formerly, downloads, fold, versions"
        ),
    ),
    ("\nurl: x", "2: the key “url” does not belong here but under “provenance”"),
    ("siglum: x", "1: the key “siglum” does not belong here but in an entry of “versions”"),
    ("title: []", "1: “title” must be a text, not a list"),
    ("title: ' '", "1: title: the value is blank: write something, or leave the key out"),
    ('title: "a\\0"', "1: this value holds a control character: leave it out"),
    ('title: "\\uD800"', "1: this value holds a control character: leave it out"),
    ("order: newest", "1: order: “newest” is none of chronological, parallel, levels"),
    ("language: Chinese!", "1: language: “Chinese!” is no language tag: write one like zh-Hans, en or de"),
    (
        "base: Old",
        "1: base: “Old” is no siglum: no entry gives it, and those that are given out are A, B, C …",
    ),
    (
        "comparisons: [A-new]",
        "1: comparisons: “new” is no siglum: no entry gives it, and those that are given out are A, B, C …",
    ),
    ("base: Ä", "1: base: “Ä” is no siglum: one letter A–Z, then up to seven letters or digits"),
    ("versions: 2019.txt", "1: “versions” must be a list (lines that begin with “- ”), not a single value"),
    ("versions: [2019.txt]", "1: this entry must hold lines of the form “key: value”, not a single value"),
    ("[a]", "1: this file must hold lines of the form “key: value”, not a list"),
    ("just words", "1: this file must hold lines of the form “key: value”, not a single value"),
    ("title: a\ntitle: b", "2: the key “title” is repeated; it stands on line 1 already"),
    ("title: &t a\nbase: *t", "2: aliases (*name) are not read here: write the value out"),
    (
        "title: !!python/name:os.system x",
        "1: the tag “tag:yaml.org,2002:python/name:os.system” means nothing here: leave it out",
    ),
    ("? [a]\n: b", "1: a key must be a word"),
    ("title: a: b", "1: this is no YAML: mapping values are not allowed here"),
    ("title: [a", "1: this is no YAML: expected ',' or ']', but got '<stream end>'"),
    ("a\n\x01", "2: this is no YAML: it holds a control character"),
    ("a: 1\n---\nb: 2", "2: this is no YAML: but found another document"),
    ("a: *b", "1: this is no YAML: found undefined alias 'b'"),
]


@pytest.mark.parametrize(("text", "complaint"), WRONG)
def test_what_is_wrong(text: str, complaint: str) -> None:
    assert complaints(text) == [complaint]


WRONG_IN_A_VERSION = [
    ("file: 2022.txt", "file: there is no text “2022.txt” in this folder; did you mean “2023.txt”?"),
    ("file: old", "file: there is no text “old” in this folder; the texts here are: 2019.txt, 2023.txt"),
    (
        "file: ../2019.txt",
        "file: “../2019.txt” leads out of the folder: put the text into it, and write its name only",
    ),
    (
        "file: /etc/passwd",
        "file: “/etc/passwd” leads out of the folder: put the text into it, and write its name only",
    ),
    ("label: x", "say which text this is (`file: …`): the folder does not hold exactly one"),
    ("issued: 2019-4-3", "issued: “2019-4-3” is no date: write 2019-04-03"),
    ("issued: 2019年4月3日", "issued: “2019年4月3日” is no date: write 2019-04-03"),
    ("issued: 2019年4月", "issued: “2019年4月” is no date: write 2019-04"),
    ("issued: 2019-02-30", "issued: “2019-02-30” is no date: write 2019, 2019-04 or 2019-04-23"),
    ("issued: 20190423", "issued: “20190423” is no date: write 2019, 2019-04 or 2019-04-23"),
    ("issued: '0000'", "issued: “0000” is no date: write 2019, 2019-04 or 2019-04-23"),
    ("part: 0", "part: “0” is no whole number from 1"),
    ("part: ²", "part: “²” is no whole number from 1"),
    ("part: 999999999999", "part: “999999999999” is no whole number from 1"),
    ("part: [1]", "part: “['1']” is no whole number from 1"),
    ("completeness: half", "completeness: “half” is none of whole, cut_off, fragment"),
    (
        "encoding: klingon",
        "encoding: “klingon” is no encoding: names are utf-8, gb18030, big5, utf-16, windows-1252 …",
    ),
    ("siglum: A B", "siglum: “A B” is no siglum: one letter A–Z, then up to seven letters or digits"),
    (
        "siglum: ABCDEFGHI",
        "siglum: “ABCDEFGHI” is no siglum: one letter A–Z, then up to seven letters or digits",
    ),
    (
        "provenance: {url: 'javascript:alert(1)'}",
        "url: “javascript:alert(1)” is no web address: it must begin with https:// or http://",
    ),
    (
        "provenance: {url: 'http://[x'}",
        "url: “http://[x” is no web address: it must begin with https:// or http://",
    ),
    ("provenance: {retrieved: now}", "retrieved: “now” is no date: write 2019, 2019-04 or 2019-04-23"),
    ("provenance: {source: x}", "the key “source” is unknown; the keys here are url, retrieved, note"),
    ("provenance: x", "“provenance” must hold lines of the form “key: value”, not a single value"),
    ("sigla: A", "the key “sigla” is unknown; did you mean “siglum”?"),
]


@pytest.mark.parametrize(("key", "complaint"), WRONG_IN_A_VERSION)
def test_what_is_wrong_in_a_version(key: str, complaint: str) -> None:
    if not key.startswith(("file", "label")):
        key = f"file: 2019.txt\n    {key}"
    line = 2 + key.count("\n")
    assert complaints(f"versions:\n  - {key}\n") == [f"{line}: {complaint}"]


def test_unknown_numberings_are_told_the_known_ones() -> None:
    (unit, schemes) = complaints("unit: paragraf\nschemes: [条, 項]")
    assert unit.startswith("1: unit: “paragraf” is no numbering that is known; their names are ")
    assert schemes.startswith("2: schemes: “項” is no numbering")


CONTRADICTIONS = [
    (
        "[{file: 2019.txt, siglum: A}, {file: 2023.txt, siglum: a}]",
        "siglum: “a” is taken by entry 1; sigla differ by more than case",
    ),
    (
        "[{file: 2019.txt}, {file: 2019.txt}]",
        "“2019.txt” is entry 1 already: remove one, or give each its `part:`",
    ),
    (
        "[{file: 2019.txt, part: 1}, {file: 2019.txt, part: 1}]",
        "“2019.txt” part 1 is entry 1 already: remove one, or give each its `part:`",
    ),
    (
        "[{file: 2019.txt, part: 1}, {file: 2019.txt}]",
        "“2019.txt” stands here as a whole and in parts: give every entry of it its `part:`",
    ),
    (
        "[{file: 2019.txt, part: 1, encoding: big5}, {file: 2019.txt, part: 2, encoding: gbk}]",
        "encoding: “2019.txt” was said to be big5 above; a file has one encoding",
    ),
    (
        "[{file: 2019.txt, siglum: A}, {file: 2023.txt, siglum: B}]\nbase: C",
        "base: “C” is no siglum; the sigla are A, B",
    ),
]


@pytest.mark.parametrize(("versions", "complaint"), CONTRADICTIONS)
def test_contradictions(versions: str, complaint: str) -> None:
    (found,) = complaints(f"versions: {versions}")
    assert found.partition(": ")[2] == complaint


@pytest.mark.parametrize(
    "text",
    [
        "base: B",
        "base: B\nversions: [{file: 2019.txt, siglum: X}]",
        "base: B\nversions: [{file: 2019.txt, siglum: X}, {file: 2023.txt}]",
    ],
)
def test_base_may_be_a_letter_that_is_still_to_be_given_out(text: str) -> None:
    assert planned(text).base == "B"


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    text = """\
        titel: x
        order: newest
        base: Q
        versions:
          - file: 2018.txt
            siglum: A
            issued: 2019-4-3
          - siglum: a
            provenance: [x]
        order: parallel
        """
    assert [complaint.partition(":")[0] for complaint in complaints(text)] == [
        *("1", "2", "5", "7", "8", "8", "9", "10")
    ]


def test_undecodable_settings() -> None:
    (found,) = complaints("title: 中文\n".encode("gb18030"))
    assert found == "1: the byte 0xd6 is no UTF-8: save this file as UTF-8"


HOSTILE = [
    ("[" * 20_000, "nested too deeply"),
    ("&a [*a]", "aliases"),
    ("title: &x 1\nbase: &x 2\n", "base"),
    ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "aliases"),
]


@pytest.mark.parametrize(("text", "complaint"), HOSTILE)
def test_hostile_yaml_is_refused_without_a_traceback(text: str, complaint: str) -> None:
    assert any(complaint in each for each in complaints(text))
