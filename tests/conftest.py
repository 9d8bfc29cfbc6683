"""What holds for all tests: no test judges by the clock, Hypothesis' own included."""

import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import FileSystemLoader

from corpora import FURTHER, VARIABLE

# The quick tests try the same examples in every run: a state of the code passes or it does not.
# New examples are drawn by `make test-slow`.
BUSY = [HealthCheck.too_slow]
settings.register_profile(
    "hexapla", deadline=None, max_examples=20, derandomize=True, suppress_health_check=BUSY
)
settings.register_profile("thorough", deadline=None, max_examples=200, suppress_health_check=BUSY)
settings.load_profile("hexapla")
# What tests share stays to the end: to look through it for garbage again and again takes a tenth of the time.
gc.set_threshold(100_000, 50, 1_000)


TOGETHER = {"agreement", "exporters", "pages"}
"""folders whose files look at the same documents"""
LONGEST = ("site", "publish", "other sites", "hosts", "hostile", "exporters")
"""groups that take longest, the longest first: begun last, one would keep a worker busy when all is done"""


def pytest_report_header() -> str:
    """Say on which texts the tests run."""
    return f"texts: tests/corpus, {f'and {FURTHER}' if FURTHER else f'no further corpus ({VARIABLE})'}"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file, or of a folder that shares documents, together on one of several workers.

    Else each worker would make for itself what they share. The longest groups come first.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(group_of_file(item.path))
    items.sort(key=rank_group)


def rank_group(item: pytest.Item) -> int:
    """Return the place of a test's group among the longest."""
    mark = item.get_closest_marker("xdist_group")
    name = mark.args[0] if mark else ""
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


@cache
def group_of_file(path: Path) -> pytest.MarkDecorator:
    """Return the mark of the tests of a file."""
    file = path.relative_to(Path(__file__).parent)
    return pytest.mark.xdist_group(file.parts[0] if file.parts[0] in TOGETHER else str(file))


@pytest.fixture(scope="session", autouse=True)
def _list_installed_themes_once() -> Iterator[None]:
    """List the files of an installed theme once for all sites that are built: Material has 10,000."""
    list_again = FileSystemLoader.list_templates
    installed = cache(lambda folder: frozenset(list_again(FileSystemLoader(folder))))

    def list_templates(loader: FileSystemLoader) -> list[str]:
        theirs = {folder for folder in loader.searchpath if "site-packages" in Path(folder).parts}
        own = FileSystemLoader([folder for folder in loader.searchpath if folder not in theirs])
        return sorted(set(list_again(own)).union(*map(installed, theirs)))

    with mock.patch.object(FileSystemLoader, "list_templates", list_templates):
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the specimens, as `make site` builds it, for tests that leave it as it is."""
    from hexapla.site import publish_site  # noqa: PLC0415 - most tests need nothing of it

    target = tmp_path_factory.mktemp("built") / "site"
    published = publish_site(config_file=Path(__file__).parents[1] / "mkdocs.yml", site_dir=target)
    assert published.site.failures == ()
    return target
