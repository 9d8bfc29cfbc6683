"""The specimens' site, served over http, and a Chromium to look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from chromium import FLAGS, find
from hexapla.site import publish_site
from tabs import serving

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with --offline."""
    target = tmp_path_factory.mktemp("built") / "offline"
    publish_site(config_file=ROOT / "mkdocs.yml", site_dir=target, offline=True)
    return target


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that asks the network nothing on its own account."""
    path = find()
    assert path, "no Chromium: run `make chromium`"
    expect.set_options(timeout=30_000)  # milliseconds: a busy machine is no fault
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()
