"""`verify` holds for what was built, and finds every kind of damage by what pages say, not only by hashes."""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from corpora import compilations, label
from hexapla.errors import UsageError
from hexapla.pipeline.provenance import hash_data
from hexapla.site import publish_site, verify_site
from hexapla.site.manifest import NAME, SCHEMA, Manifest
from hexapla.site.verify import find_differences, open_site

ROOT = Path(__file__).parents[2]
COMPARE = "texts/garden-bylaws/compare-A-B.html"
READ = "texts/garden-bylaws/read-A.html"
RULES = "texts/responsibility-rules/read-A.html"

pytestmark = pytest.mark.xdist_group("site")  # that of the browser's tests


CONFIG = "site_name: Rules\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"


def built(home: Path, *, offline: bool = False) -> Path:
    """Build a site of the texts in a folder, without the manual of the project."""
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    publish_site(config_file=home / "mkdocs.yml", sources=home / "texts", offline=offline)
    return home / "site"


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    return dict(open_site(site))


def test_the_specimens_make_a_site_that_holds(site: Path) -> None:
    assert (site / "index.html").exists()
    assert (site / "texts/garden-bylaws/synopsis.html").exists()
    assert verify_site(site, ROOT / "source_texts") is None


def test_an_offline_bundle_holds_as_a_zip_with_a_folder_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "source_texts/garden-bylaws", tmp_path / "texts/garden-bylaws")
    site = built(tmp_path, offline=True)
    bundle = tmp_path / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, data in open_site(site).items():
            archive.writestr(f"bundle/{name}", data)
    assert verify_site(bundle) is None


@pytest.mark.parametrize("page", compilations(), ids=label)
def test_a_scraped_page_holds(page: Path, tmp_path: Path) -> None:
    sources = tmp_path / "texts"
    sources.mkdir()
    (sources / page.name).write_bytes(page.read_bytes())
    assert verify_site(built(tmp_path), sources) is None


def once(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    def change(html: str) -> str:
        changed, count = re.subn(pattern, replacement, html, count=1, flags=re.DOTALL)
        assert count == 1, f"nothing to damage: {pattern}"
        return changed

    return change


def swapped_rows(html: str) -> str:
    rows = re.split(r'(?=<div class="hx-row)', html)
    whole = [n for n, row in enumerate(rows) if 'data-k="chapter"' not in row and "details" not in row]
    at = next(n for n in whole[1:] if n + 1 in whole)
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return "".join(rows)


def crossed_cells(html: str) -> str:
    rows = re.split(r'(?=<div class="hx-row)', html)
    at = next(n for n, row in enumerate(rows) if n and "<ins>" in row and "<del>" in row)
    crossed = {"hx-cell hx-a": "hx-cell hx-b", "hx-cell hx-b": "hx-cell hx-a"}
    rows[at] = re.sub("hx-cell hx-[ab]", lambda match: crossed[match[0]], rows[at])
    return "".join(rows)


DAMAGE: dict[str, tuple[str, Callable[[str], str]]] = {
    "a dropped character": (READ, once("neighbors grow", "neighbor grow")),
    "a changed character in a column": (COMPARE, once(r"(hx-cell hx-a.*?)food", r"\1foot")),
    "a clause that is gone": (READ, once(r'<div class="hx-rc" id="A__sec_4">.*?(?=<div class="hx-rc)', "")),
    "two clauses in the wrong order": (COMPARE, swapped_rows),
    "a clause in the wrong column": (COMPARE, crossed_cells),
    "a row that is gone": (
        COMPARE,
        once(r'<div class="hx-row[^"]* hx-row-same".*?(?=<div class="hx-row)', ""),
    ),
    "a wrong count": (COMPARE, once(r'(<li data-f="all"><span class="hx-f"><b>)\d+', r"\g<1>3")),
    "a removed word shown as kept": (
        COMPARE,
        once(r"(hx-table.*?)<del><span[^>]*>[^<]*</span>([^<]+)<span[^>]*>[^<]*</span></del>", r"\1\2"),
    ),
    "a kept word shown as added": (
        COMPARE,
        once(r"(hx-cell hx-b(?:(?!</div>).)*)The Garden exists", r"\1The <ins>Garden</ins> exists"),
    ),
    "a text set aside that is shortened": (RULES, once(r"(<dd[^>]*>).(?=.)", r"\1")),
    "an inserted word": (COMPARE, once(r"(hx-table.*?<ins><span[^>]*>[^<]*</span>)", r"\1not ")),
    "a text as a tag": (READ, once("(hx-text.*?)Community Garden", r"\1Community Garden<b>x</b>")),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_by_what_the_page_says(name: str, files: dict[str, bytes]) -> None:
    path, damage = DAMAGE[name]
    html = files[path].decode()
    damaged = {**files, path: damage(html).encode()}
    manifest = cast("Manifest", json.loads(files[NAME]))
    manifest["files"][path] = hash_data(damaged[path])  # as a forger would
    found = next(find_differences(manifest, damaged, None), None)
    assert found is not None
    assert path in found


def test_any_other_change_is_found_by_its_hash(files: dict[str, bytes]) -> None:
    manifest = cast("Manifest", json.loads(files[NAME]))
    path = "texts/garden-bylaws/synopsis.html"
    assert list(find_differences(manifest, {**files, path: files[path] + b" "}, None)) == [
        f"{path}: not the file that was built"
    ]
    without = {name: data for name, data in files.items() if name != path}
    assert list(find_differences(manifest, without, None)) == [f"{path}: missing"]
    more = {**files, "texts/more.html": b""}
    assert list(find_differences(manifest, more, None)) == [
        "texts/more.html: was not there when the site was built"
    ]


def test_a_changed_source_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    manifest = cast("Manifest", json.loads(files[NAME]))
    for path in (ROOT / "source_texts").rglob("*.*"):
        copy = tmp_path / path.relative_to(ROOT / "source_texts")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    changed = tmp_path / "garden-bylaws" / "2012.txt"
    changed.write_bytes(changed.read_bytes().replace(b"Quarry", b"quarry", 1))
    assert list(find_differences(manifest, files, tmp_path)) == [
        "garden-bylaws/2012.txt: not the source that was read"
    ]


def test_a_place_that_is_no_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no site")
    with pytest.raises(UsageError, match=r"provenance\.json"):
        verify_site(tmp_path)
    with pytest.raises(UsageError, match="neither a folder nor a zip"):
        verify_site(tmp_path / "a.txt")


def zipped(place: Path, name: str, data: bytes) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return place


DAMAGED = {
    "no JSON": b"0" * 100,
    "deep": b"[" * 100_000,
    "no table": b"[]",
    "nothing said": json.dumps({"schema": SCHEMA}).encode(),
    "numbers for lists": json.dumps({"schema": SCHEMA, "documents": 3, "files": {}, "settings": {}}).encode(),
    "words for documents": json.dumps({"schema": SCHEMA, "documents": ["x"]}).encode(),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_zip_of_a_stranger_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"provenance\.json"):
        verify_site(zipped(tmp_path / "a.zip", NAME, DAMAGED[name]))


def test_no_more_is_unpacked_than_a_site_can_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hexapla.site.verify.LARGEST_FILE", 1 << 20)
    with pytest.raises(UsageError, match="unpacks to over 1 MiB; unpack it"):
        verify_site(zipped(tmp_path / "a.zip", NAME, b"0" * (2 << 20)))


def test_a_zip_that_is_damaged_inside_is_told(tmp_path: Path) -> None:
    place = zipped(tmp_path / "a.zip", NAME, json.dumps({"schema": SCHEMA, "x": "y" * 500}).encode())
    data = bytearray(place.read_bytes())
    data[40:60] = bytes(20)
    place.write_bytes(data)
    with pytest.raises(UsageError, match="damaged"):
        verify_site(place)
