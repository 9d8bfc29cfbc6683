"""A document that was renamed: pages at its former addresses lead on."""

import re
from pathlib import Path

import pytest

from hexapla.collection.document_yml import read_settings
from hexapla.errors import SettingsError
from hexapla.site import build_bundle, publish_site, stage_site, verify_site
from small_collections import written

pytestmark = pytest.mark.xdist_group("publish")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [hexapla: {cache: cache}]\n"
    )
    written(tmp_path / "source_texts", 2)
    return tmp_path


def test_every_page_has_one_at_its_former_address(project: Path) -> None:
    (project / "source_texts/doc-0/document.yml").write_text("formerly: [old, doc-1]\n")
    published = publish_site(config_file=project / "mkdocs.yml")
    top = project / "site/texts"
    names = {path.name for path in (top / "doc-0").glob("*.html")}
    assert {path.name for path in (top / "old").glob("*.html")} == names
    page = (top / "old/compare-A-B.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="../doc-0/compare-A-B.html">' in page
    script = re.search(r'<script src="([^"]+)"', page)
    assert script is not None
    assert (top / "old" / script[1]).is_file()
    assert verify_site(project / "site", project / "source_texts") is None
    told = "\n".join(map(str, published.site.ignored))
    assert "formerly: “doc-1” is doc-1; no page leads on from there" in told
    assert "hx-" in (top / "doc-1/compare-A-B.html").read_text(encoding="utf-8")


def test_from_a_cache_too_and_for_other_builders_but_not_on_a_disk(project: Path) -> None:
    (project / "source_texts/doc-0/document.yml").write_text("formerly: [old]\n")
    for _ in range(2):
        publish_site(config_file=project / "mkdocs.yml")
    assert (project / "site/texts/old/read-A.html").is_file()
    stage_site(project / "staged", config_file=project / "mkdocs.yml")
    assert (project / "staged/docs/texts/old/read-A.html").is_file()
    bundled = build_bundle(project / "b.zip", config_file=project / "mkdocs.yml")
    assert bundled.site.documents[0].formerly == ("old",)
    import zipfile  # noqa: PLC0415

    assert not [name for name in zipfile.ZipFile(project / "b.zip").namelist() if "/old/" in name]


@pytest.mark.parametrize("name", ["../up", "a/b", "a b", "<b>", ""])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match="is no document’s id"):
        read_settings("document.yml", f"formerly: ['{name}']\n".encode(), ["a.txt"])
