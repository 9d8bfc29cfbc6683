"""One content, several hosts: every page says the same at the same address, and no text is lost."""

import shutil
from pathlib import Path

import pytest

from hexapla.site import verify_site
from hosts import HOSTS, SPECIMENS, build_once, main_text

pytestmark = pytest.mark.xdist_group("hosts")

ROOT = Path(__file__).parents[2]
LOST_PAGE = "404.html"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every page in our own frame, by address."""
    site = build_once("own", tmp_path_factory)
    return read_texts(site)


def read_texts(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name: main_text(path) for name, path in sorted(found.items()) if name != LOST_PAGE}


@pytest.mark.parametrize("host", [each for each in HOSTS if each != "own"])
def test_every_page_says_the_same_in_every_host(
    texts: dict[str, str], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, host: str
) -> None:
    site = build_once(host, tmp_path_factory)
    for name in SPECIMENS:
        shutil.copytree(ROOT / "source_texts" / name, tmp_path / name)
    assert verify_site(site, tmp_path) is None
    theirs = read_texts(site)
    assert sorted(theirs) == sorted(texts)
    assert [name for name, text in theirs.items() if text != texts[name]] == []
