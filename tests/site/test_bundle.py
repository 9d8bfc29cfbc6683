"""The bundle: for every file system, complete, proved, and offered by the site."""

import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from elements import find_first
from hexapla.collection.file_names import explain_name_problem
from hexapla.errors import UsageError
from hexapla.site import build_bundle, publish_site, verify_site
from hexapla.site.verify import open_site

pytestmark = pytest.mark.xdist_group("publish")

CONFIG = """
site_name: Test
theme: {name: material, font: false}
plugins: [hexapla: {cache: ""}]
"""
OFFERING = CONFIG.replace('cache: ""', 'cache: "", bundle: true')
OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出申请。\n"
HARD = ("con", "rules", "r" * 110, "r" * 111, "aux.2018")
"""names of documents that stand on this disk and not on Windows"""


def project(home: Path, *documents: str, config: str = CONFIG) -> Path:
    """Write a small project."""
    (home / "docs").mkdir(parents=True)
    (home / "docs/about.md").write_text("# About\n")
    (home / "mkdocs.yml").write_text(config)
    for name in documents:
        folder = home / "source_texts" / name
        folder.mkdir(parents=True)
        (folder / "2018.txt").write_text(OLD + name + "\n", encoding="utf-8")
        (folder / "2023.txt").write_text(OLD.replace("应当", "可以"), encoding="utf-8")
    return home


def packed(home: Path) -> Path:
    out = home / "out.zip"
    build_bundle(out, config_file=home / "mkdocs.yml")
    return out


def test_documents_that_windows_does_not_take_get_other_names_and_everything_leads_there(
    tmp_path: Path,
) -> None:
    home = project(tmp_path / "home", *HARD)
    out = packed(home)
    files = open_site(out)
    assert [name for name in files if explain_name_problem(name)] == []
    assert len({name.casefold() for name in files}) == len(files)
    folders = {name.split("/")[1] for name in files if name.startswith("texts/") and name.count("/") > 1}
    assert len(folders) == len(HARD)
    assert verify_site(out, home / "source_texts") is None
    pages = [name for name in files if name.endswith(".html")]
    for name in pages:
        for link in LexborHTMLParser(files[name].decode()).css("a[href]"):
            target, _, _ = (link.attributes.get("href") or "").partition("#")
            if target and "//" not in target:
                place = Path("/", name).parent.joinpath(target).resolve().relative_to("/").as_posix()
                assert place in files, (name, target)


def test_documents_whose_names_differ_in_case_alone_are_refused_before(tmp_path: Path) -> None:
    home = project(tmp_path / "home", "Rules", "rules")
    published = build_bundle(tmp_path / "out.zip", config_file=home / "mkdocs.yml")
    assert [failure.id for failure in published.site.failures] == ["rules"]


def test_a_page_of_the_owner_that_windows_does_not_take_is_named(tmp_path: Path) -> None:
    home = project(tmp_path / "home", "rules")
    (home / "docs/aux.md").write_text("# Aux\n")
    with pytest.raises(UsageError, match=r"aux\.html.*device"):
        packed(home)


def test_the_readme_is_proved_like_every_other_file(tmp_path: Path) -> None:
    out = packed(project(tmp_path / "home", "rules"))
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "unpacked")
    readme = tmp_path / "unpacked/site/README.txt"
    text = readme.read_text(encoding="utf-8-sig")
    assert "rules/2018.txt" in text
    assert "hexapla verify" in text
    assert verify_site(tmp_path / "unpacked/site") is None
    readme.write_text(text.replace("2018", "2019"), encoding="utf-8")
    assert verify_site(tmp_path / "unpacked/site") == "README.txt: not the file that was built"


def test_a_site_that_offers_its_copy_links_it_from_the_first_page_and_the_downloads(tmp_path: Path) -> None:
    home = project(tmp_path / "home", "rules", config=OFFERING)
    publish_site(config_file=home / "mkdocs.yml")
    site = home / "site"
    copied = site / "offline.zip"
    assert verify_site(site) is None
    assert verify_site(copied, home / "source_texts") is None
    assert copied.read_bytes() == packed(home).read_bytes()
    for page in ("index.html", "texts/rules/downloads.html"):
        parsed = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
        links = [a.attributes["href"] for a in parsed.css(".hx-files a[download]")]
        assert [each for each in links if each and each.endswith("offline.zip")], page
        said = parsed.css_first("section:has(> #offline) .hx-n")
        assert said
        assert said.text() == f"{copied.stat().st_size / 1000:.0f} kB"
    assert "offline.zip" not in open_site(copied)
    assert b"offline.zip" not in open_site(copied)["index.html"]
    assert not (site / "README.txt").exists()


def test_the_archive_is_one_folder_without_what_only_a_server_needs_and_says_unpack_first(
    tmp_path: Path,
) -> None:
    out = packed(project(tmp_path / "home", "rules"))
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        first = LexborHTMLParser(archive.read("site/index.html").decode())
    assert {name.split("/")[0] for name in names} == {"site"}
    assert not [name for name in names if name.endswith(("404.html", "sitemap.xml", "sitemap.xml.gz"))]
    told = find_first(first, "body .hx-unpack").text()
    assert "Unpack the archive first" in told
    assert "先解压" in told
    for icon in first.css("svg[viewBox='0 0 24 24']"):  # without a style it would fill the window
        assert icon.attributes["width"] == icon.attributes["height"] == "24"
