"""Documents for files: our specimens, and what a hostile hand would write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hexapla import pages
from hexapla.collection import load_files
from hexapla.exporters import InterfaceText
from hexapla.pipeline import AnalysedDocument, build_document

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


@pytest.fixture(scope="session", params=["en", "zh"])
def wording(request: pytest.FixtureRequest) -> InterfaceText:
    return InterfaceText(
        request.param, pages.make_translator(request.param), pages.make_change_describer(request.param)
    )
