"""Hostile names, links, settings and texts through bundle, search, feed and every export."""

import csv
import io
import json
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from hexapla.cli import app
from hexapla.site import PublishedSite, build_bundle, verify_site
from hexapla.site.verify import open_site
from hostile.attacks import FREE, VECTORS, attack, document_with, safe_name

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla: {cache: ''}]\n"
NAMES = (
    *("x" * 255, "长" * 85, "-rf", "con", "a\x1b]0;pwned\x07b", "\u202egnp.exe", "#%?&"),
    *("Rules", "rules", unicodedata.normalize("NFC", "Bébé"), unicodedata.normalize("NFD", "Bébé")),
    safe_name(VECTORS[1]),
)
HOSTILE = ("said", "fields")
"""documents that say hostile things in every clause, and in every field"""
TEXT = "第一条 菜园由社区管理。\n第二条 每户{}清理地块。\n"
BOMB = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(2000))
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>&e;</p></html>'
FORMS = ("docx", "redline", "xlsx", "csv", "changes", "json", "tei", "akn")

pytestmark = [
    pytest.mark.xdist_group("hostile"),
    pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names"),
]


@dataclass(frozen=True)
class Packed:
    """A bundle of hostile texts, and what it was made of."""

    sources: Path
    out: Path
    published: PublishedSite


def write(folder: Path, settings: str | None = None, **texts: str) -> None:
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if settings is not None:
        (folder / "document.yml").write_text(settings, encoding="utf-8")


def said(folder: Path) -> None:
    """Write a document whose texts and settings are vectors."""
    lines = [f"第{number}条 {vector} 应当申请。" for number, vector in enumerate(VECTORS, start=1)]
    lines += ["第30条 =1+1", "第31条 +1+cmd|' /C calc'!A0", "第32条 -2+3", "第33条 @SUM(A1)"]
    text = "\n".join(lines) + "\n"
    quoted = VECTORS[4].replace("'", "''")
    settings = (
        f"title: '={quoted}'\nversions:\n"
        f"  - {{file: a.txt, label: '={quoted}', issued: 2018-01-01}}\n"
        f"  - {{file: b.txt, label: '@{quoted}', issued: 2023-01-01}}\n"
    )
    write(folder, settings, a=text, b=text.replace("应当", "可以"))


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    project = tmp_path_factory.mktemp("whole")
    sources = project / "source_texts"
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text(CONFIG)
    for name in NAMES:
        write(sources / name, **{"2018": TEXT.format("应当"), "2023": TEXT.format("可以")})
    said(sources / HOSTILE[0])
    document_with(sources / HOSTILE[1], {field: attack(field, f"={VECTORS[4]}") for field in sorted(FREE)})
    (project / "secret.txt").write_text("第一条 机密文字。\n", encoding="utf-8")
    for name in ("link", "bomb", "above", "entity"):
        write(sources / name, a=TEXT.format("应当"))
    (sources / "link/b.txt").symlink_to(project / "secret.txt")
    (sources / "bomb/document.yml").write_text(BOMB)
    (sources / "above/document.yml").write_text("versions: [{file: ../../secret.txt}]")
    (sources / "entity/b.html").write_bytes(XXE)
    published = build_bundle(project / "out.zip", config_file=project / "mkdocs.yml")
    return Packed(sources=sources, out=project / "out.zip", published=published)


@pytest.fixture(scope="module")
def names(packed: Packed) -> list[str]:
    return zipfile.ZipFile(packed.out).namelist()


def test_every_document_is_there_or_is_told_as_failed(packed: Packed) -> None:
    site = packed.published.site
    failed = {Path(failure.path).name for failure in site.failures}
    assert {"link", "bomb", "above"} <= failed
    assert len(site.documents) + len(site.failures) == len(list(packed.sources.iterdir()))
    home = open_site(packed.out)["index.html"].decode()
    assert all(failure.id in home for failure in site.failures)


def test_every_text_of_the_bundle_is_complete(packed: Packed) -> None:
    assert verify_site(packed.out) is None


def test_no_name_in_the_bundle_leads_out_of_it_or_is_taken_twice(names: list[str]) -> None:
    for name in names:
        parts = name.split("/")
        assert not {"", ".", ".."} & set(parts)
        assert not any(unicodedata.category(char) in {"Cc", "Cf"} or char in '\\:*?"<>|' for char in name)
        assert all(len(part.encode()) <= 255 for part in parts)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(names)


def test_nothing_of_other_files_is_in_the_bundle(packed: Packed) -> None:
    for name, data in open_site(packed.out).items():
        assert "机密文字".encode() not in data, name
        assert b"root:x:0" not in data, name


def test_no_page_of_the_bundle_runs_what_a_text_or_a_setting_says(packed: Packed) -> None:
    for name, data in open_site(packed.out).items():
        if name.endswith(".html"):
            for node in LexborHTMLParser(data.decode()).css("*"):
                assert not [key for key in node.attributes if key.startswith("on") or "pwned" in key], name
                if node.tag in {"script", "style", "iframe", "img"}:
                    assert "pwned" not in (node.html or ""), name


def test_data_of_the_search_are_data(packed: Packed) -> None:
    scripts = {name: data for name, data in open_site(packed.out).items() if name.endswith(".js")}
    told = {name: data.decode() for name, data in scripts.items() if b"pwned" in data}
    assert told
    for name, text in told.items():
        assert "</script" not in text, name
        assert not {"\u2028", "\u2029"} & set(text), name


def test_the_feed_is_a_feed(packed: Packed) -> None:
    feed = etree.fromstring(open_site(packed.out)["changes.atom"])
    assert len(feed.findall("{*}entry")) >= len(NAMES) - 3
    assert not feed.xpath("//*[local-name()='script' or local-name()='img']")
    links = [str(each.get("href")) for each in feed.iter("{*}link")]
    assert all(not link.lower().startswith(("javascript:", "data:", "//")) for link in links)


def exported(packed: Packed, name: str, form: str, out: Path) -> bytes:
    pair = {"redline": ("--base", "A", "--target", "B"), "akn": ("--base", "A")}.get(form, ())
    command = [
        "export",
        str(packed.sources / name),
        "--format",
        form,
        *pair,
        "-o",
        str(out),
        "--fail-on",
        "never",
    ]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    return out.read_bytes()


def markup_in(data: bytes) -> Iterator[bytes]:
    """Yield the XML of a file, which may be an archive of such."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from (archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels")))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_an_export_holds_texts_and_nothing_that_acts(
    form: str, name: str, packed: Packed, tmp_path: Path
) -> None:
    data = exported(packed, name, form, tmp_path / "out")
    if form in {"csv", "changes"}:
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(("=", "@", "+", "-", "\t"))]
    elif form == "json":
        json.loads(data)
    else:
        for part in markup_in(data):
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
            acting = "local-name()='f' or local-name()='script' or local-name()='instrText'"
            assert not root.xpath(f"//*[{acting}]")
            targets = [
                value for node in root.iter() for key, value in node.items() if key in {"Target", "href"}
            ]
            assert not [each for each in targets if "pwned" in str(each)]
