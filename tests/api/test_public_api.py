"""What `import hexapla` shows: every name is there, typed, documented, with an example that runs."""

import ast
import doctest
import inspect
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_type

import pytest

import hexapla
from hexapla import api
from hexapla.api import alignment_table, functions, loaded_document, result, result_change

ROOT = Path(__file__).parents[2]
PACKAGE = Path(hexapla.__file__).parent
PAGES = [ROOT / "docs/library.md", ROOT / "docs/library.zh.md"]
NAMES = [name for name in hexapla.__all__ if name != "__version__"]
FENCE = re.compile(r"^```pycon\n(.*?)^```", re.DOTALL | re.MULTILINE)


def examples(page: Path) -> str:
    """Return the examples of a page as one session."""
    return "\n".join(FENCE.findall(page.read_text(encoding="utf-8")))


def in_a_fresh_process(program: str) -> Any:  # noqa: ANN401 - JSON
    """Run a program that prints JSON; only this tree's code is put before what is installed."""
    done = subprocess.run(  # noqa: S603 - programs are literal below
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{program}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


if TYPE_CHECKING:  # what a type checker sees of the package is held by `make lint`
    assert_type(hexapla.compare_texts("", ""), hexapla.Result)
    assert_type(hexapla.diff("", ""), tuple[hexapla.Edit, ...])
    assert_type(hexapla.load(""), hexapla.LoadedDocument)
    assert_type([each.status for each in hexapla.compare_texts("", "")], list[str])
    assert_type(hexapla.compare_texts("", "").to_html(), str)

# ---------------------------------------------------------------- names


def test_the_names_are_those_of_the_library() -> None:
    assert sorted(NAMES) == sorted(api.__all__)
    assert 20 <= len(NAMES) <= 30


def test_editors_and_type_checkers_see_every_name() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    (statement,) = block.body
    assert ast.unparse(block.test) == "TYPE_CHECKING"
    assert isinstance(statement, ast.ImportFrom)
    assert [alias.name for alias in statement.names] == NAMES
    assert (PACKAGE / "py.typed").is_file()


def test_every_name_is_listed_and_loaded_when_it_is_asked_for() -> None:
    program = f"""
import json, hexapla
listed = set(hexapla.__all__) <= set(dir(hexapla))
names = {NAMES!r}
first = [name for name in names if name in vars(hexapla)]
print(json.dumps([listed, first, [name for name in names if not hasattr(hexapla, name)]]))
"""
    assert in_a_fresh_process(program) == [True, [], []]


@pytest.mark.parametrize("name", [name for name in NAMES if name.islower()])
def test_a_function_is_called_by_its_name(name: str) -> None:
    assert getattr(hexapla, name) is getattr(api, name)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'alignn'"):
        _ = hexapla.alignn  # type: ignore[attr-defined]


def test_the_version_is_one() -> None:
    core = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    whole = tomllib.loads((ROOT / "packaging/hexapla/pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for extra in whole["optional-dependencies"].values() for each in extra]
    pins = {each.partition("==")[2] for each in (*whole["dependencies"], *extras)}
    assert {core["version"], whole["version"], *pins} == {hexapla.__version__}
    assert set(whole["optional-dependencies"]) < set(core["optional-dependencies"])


# ---------------------------------------------------------------- documentation


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_documented_with_an_example_and_typed(name: str) -> None:
    what = getattr(api, name)
    described = inspect.getdoc(what) or ""
    assert len(described) > 20
    if what.__module__.startswith("hexapla.api"):
        assert ">>> " in described
    for function in [what] if inspect.isfunction(what) else own_methods(what):
        hints = inspect.signature(function)
        assert hints.return_annotation is not inspect.Signature.empty
        assert inspect.getdoc(function)
        for parameter in hints.parameters.values():
            assert parameter.annotation is not inspect.Parameter.empty or parameter.name in ("self", "cls")


def own_methods(what: type) -> list[Any]:
    """Return the public functions that a class of ours defines."""
    return [
        each
        for name, each in vars(what).items()
        if not name.startswith("_") and inspect.isfunction(each) and each.__module__ == what.__module__
    ]


@pytest.mark.parametrize(
    "module",
    [alignment_table, functions, loaded_document, result, result_change],
    ids=lambda module: module.__name__,
)
def test_the_examples_of_the_docstrings_run(
    module: Any,  # noqa: ANN401 - a module
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_the_manual_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    session = doctest.DocTestParser().get_doctest(examples(page), {}, page.name, str(page), 0)
    done = doctest.DocTestRunner().run(session)
    assert done.attempted > 15
    assert done.failed == 0, capsys.readouterr().out


def test_the_manual_is_the_same_in_both_languages() -> None:
    first, second = (
        re.findall(r"`(hexapla-core[^`]*|result\.\w+)", page.read_text("utf-8")) for page in PAGES
    )
    assert set(first) == set(second)


def test_the_reference_names_everything() -> None:
    program = f"""
import json, sys
sys.path.insert(0, {str(ROOT / ".ci")!r})
from api_reference import reference
print(json.dumps(list(reference())))
"""
    blocks = in_a_fresh_process(program)
    headings = [block.split("`")[1] for block in blocks if block.startswith("### ")]
    assert sorted(headings) == sorted(NAMES)
    whole = "\n".join(blocks)
    assert "- **`to_frame()`**" in whole
    assert "- **`similarity`**: The share of two texts' characters" in whole
    assert "hexapla.diff(a: str, b: str, *, language: str | None = None" in whole


# ---------------------------------------------------------------- what is loaded

HEAVY = "babel fluent jinja2 numpy opencc pydantic rapidfuzz regex ruamel scipy xlsxwriter".split()
SITE = "lxml mkdocs material openpyxl pandas pypdfium2 rich selectolax typer".split()


def test_an_import_loads_nothing_heavy() -> None:
    program = f"""
import json, sys, hexapla as hx
hx.__version__, hx.Document, hx.Result, hx.diff, hx.load, dir(hx)
print(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}} & set({[*HEAVY, *SITE]!r}))))
"""
    assert in_a_fresh_process(program) == []


def test_comparing_texts_loads_neither_site_nor_office() -> None:
    program = f"""
import json, sys
from hexapla import api
assert len(api.compare_texts("1. Rent is due in one day.", "1. Rent is due in two days.")) == 1
print(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}} & set({SITE!r}))))
"""
    assert in_a_fresh_process(program) == []
