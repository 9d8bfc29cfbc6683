"""Where the files of a collection can be edited, and that the editor's desk of a comparison is told."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.site import publish_site
from hexapla.site.edit_address import find_edit_address, find_new_file_address
from small_collections import written

HOST = "https://github.com/our/texts"
CONFIG = f"""\
site_name: Ours
repo_url: {HOST}
edit_uri: edit/main/docs/
theme: {{name: own}}
plugins: [hexapla]
"""


def edited(root: Path, repo_url: str | None, edit_uri: str | None, sources: str = "source_texts") -> str:
    """Return where the source texts of a project are edited."""
    return find_edit_address(repo_url, edit_uri, root=root, docs=root / "docs", sources=root / sources)


def test_the_way_leads_from_the_pages_to_the_texts(tmp_path: Path) -> None:
    assert edited(tmp_path, HOST + "/", "/edit/main/docs") == HOST + "/edit/main/source_texts/"
    assert (
        edited(tmp_path, HOST, "edit/main/docs/", "docs/the texts") == HOST + "/edit/main/docs/the%20texts/"
    )
    assert edited(tmp_path, HOST, None) == HOST + "/edit/master/source_texts/"


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "sources"),
    [
        (None, "edit/main/docs/", "source_texts"),
        (HOST, "", "source_texts"),
        ("https://code.example/our/texts", None, "source_texts"),
        (HOST, "?query=docs/", "source_texts"),
        ("javascript:alert(1)//", "edit/main/docs/", "source_texts"),
        (HOST, "edit/main/docs/", "../elsewhere"),
    ],
)
def test_what_is_not_known_leads_nowhere(
    tmp_path: Path, repo_url: str | None, edit_uri: str | None, sources: str
) -> None:
    assert edited(tmp_path, repo_url, edit_uri, sources) == ""


def test_a_new_file_is_made_where_the_host_is_known() -> None:
    gitlab = "https://gitlab.com/our/sub/texts/-/{}/main/source_texts/"
    new = gitlab.format("new") + "{folder}?file_name={name}"
    assert find_new_file_address(gitlab.format("edit")) == new
    github = "https://github.com/edit/edit/{}/edit/texts/"  # the owner, the repository and the branch too
    assert find_new_file_address(github.format("edit")) == github.format("new") + "{folder}?filename={name}"
    for unknown in ("", "https://code.example/our/texts/edit/main/", HOST + "/blob/main/source_texts/"):
        assert find_new_file_address(unknown) == ""


def test_the_desk_links_to_decisions_that_are_there_and_to_where_they_are_made(tmp_path: Path) -> None:
    written(tmp_path / "source_texts", 2)
    (tmp_path / "source_texts/doc-0/alignment.yml").write_text("[]\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    publish_site(config_file=tmp_path / "mkdocs.yml", site_dir=tmp_path / "site")

    def place(document: str) -> str | None:
        page = LexborHTMLParser((tmp_path / f"site/texts/{document}/compare-A-B.html").read_text())
        sheet = page.css_first("[data-works]")
        assert sheet is not None
        desk = json.loads(sheet.attributes["data-works"] or "")["desk"]
        assert ("edit" in desk) == ("place" in desk)
        return desk.get("place")  # type: ignore[no-any-return]

    assert place("doc-0") == HOST + "/edit/main/source_texts/doc-0/alignment.yml"
    assert place("doc-1") == HOST + "/new/main/source_texts/doc-1?filename=alignment.yml"
