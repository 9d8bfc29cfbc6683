"""Documents for files: our specimens, and what a hostile hand would write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hexapla.collection import load_files
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading.captions import Wording

SPECIMENS = Path(__file__).parents[2] / "source_texts"
FIRST = """第一条 =1+1 <b>&amp;</b> ]]> \x1b\x0b {{ x }}
第二条 @SUM(A1) \u202eabc\u202c \ufffe _x0041_ "'
第三条 <r><t>x</t></r>
第四条 +49 -1 | x
"""
SECOND = """第一条 -1+1 <i>&lt;</i> ]]> \x1b {{ y }}
第二条 @SUM(B1) \u202eabd _x0042_
第三条 \t=2\r第四条 x
"""


def of(*paths: Path) -> AnalysedDocument:
    return build_document(load_files(list(paths)))


@pytest.fixture(scope="session")
def garden() -> AnalysedDocument:
    return of(SPECIMENS / "garden-bylaws")


@pytest.fixture(scope="session")
def tools() -> AnalysedDocument:
    return of(SPECIMENS / "tool-room")


@pytest.fixture(scope="session")
def rules() -> AnalysedDocument:
    return of(SPECIMENS / "responsibility-rules")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> AnalysedDocument:
    return written(tmp_path_factory.mktemp("hostile"))(FIRST, SECOND)


@pytest.fixture(scope="session", params=["garden", "tools", "rules", "hostile"])
def built(request: pytest.FixtureRequest) -> AnalysedDocument:
    made: AnalysedDocument = request.getfixturevalue(request.param)
    return made


def written(folder: Path) -> Callable[..., AnalysedDocument]:
    def make(*texts: str) -> AnalysedDocument:
        paths = [folder / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        return of(*paths)

    return make


@pytest.fixture
def from_texts(tmp_path: Path) -> Callable[..., AnalysedDocument]:
    return written(tmp_path)


@pytest.fixture
def from_dated(tmp_path: Path) -> Callable[..., AnalysedDocument]:
    """Build texts of which each replaces the one before."""

    def make(*texts: str) -> AnalysedDocument:
        own = "".join(
            f"  - {{file: {number}.txt, issued: {2011 + number}-01-01}}\n" for number in range(len(texts))
        )
        (tmp_path / "document.yml").write_text(f"versions:\n{own}", encoding="utf-8")
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
        return of(tmp_path)

    return make


@pytest.fixture(scope="session", params=["en", "zh"])
def wording(request: pytest.FixtureRequest) -> Wording:
    return Wording(request.param)
