"""The project keeps its own rules: layers, sizes, names, what no file may say, what the lock holds."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator/hexapla").rglob("*.py"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- layers

CORE = set(
    "amending annotations reading readers segmentation alignment comparison reuse pairs paratexts".split()
    + "plan references units levels model archive errors findings i18n language languages".split()
    + "bytecode_folder cycle_collection lazy_names lazy_patterns optional_programs pattern_codes".split()
    + "phrases sequences text version".split()
)
"""layers 0 to 4"""


def test_imports_go_down_only() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    command: list[str | Path] = [lint, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own linter
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_of_the_core_is_forgotten() -> None:
    """The layers are exhaustive by the linter's own word; the list of the core is so by this test."""
    layers, core = PROJECT["tool"]["importlinter"]["contracts"]
    built = {path.relative_to(ROOT / "generator/hexapla").with_suffix("").parts[0] for path in MODULES}
    listed = {module.removeprefix("hexapla.") for module in core["source_modules"]}
    assert layers["exhaustive"]
    assert listed == CORE & built


# ---------------------------------------------------------------- sizes


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_one_idea_needs() -> None:
    assert [relative(path) for path in MODULES if length(path) > 400] == []


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its docstring."""
    body = function.body
    first = body[0]
    docstring = ast.get_docstring(function, clean=False)
    said = (first.end_lineno or first.lineno) - first.lineno + 1 if docstring is not None else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - said


def test_functions_are_short() -> None:
    long = [
        f"{relative(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > 40
    ]
    assert long == []


# ---------------------------------------------------------------- names


def repeated(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names that stand in several places, with these places."""
    places: dict[str, list[str]] = {}
    for name, place in names:
        places.setdefault(name, []).append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


METAPHOR = re.compile(r"\b(?:(?:this|the|our) house|rooms|(?:this|the|a) room (?:of|around|below)|homes)\b")
"""of the program's parts; what there is `room for` is plain English"""


def test_parts_of_the_program_are_called_packages_modules_and_layers() -> None:
    told = [*MODULES, ROOT / "CONTRIBUTING.md", *(ROOT / "docs/contributing").glob("*.md")]
    found = [
        f"{relative(path)}: {each[0]}" for path in told for each in METAPHOR.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_names_of_modules_say_what_is_in_them() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "handler", "base", "misc"}
    assert [path for path in MODULES if vague & {*path.relative_to(ROOT).with_suffix("").parts}] == []


def test_no_module_has_the_name_of_another_but_a_command_and_what_it_runs() -> None:
    own = [path for path in MODULES if path.name not in ("__init__.py", "__main__.py")]
    assert repeated((path.stem, relative(path)) for path in own if path.parent.name != "cli") == {}


def test_no_class_has_the_name_of_another() -> None:
    classes = (
        (node.name, relative(path))
        for path in MODULES
        for node in parse(path).body
        if isinstance(node, ast.ClassDef)
    )
    assert repeated(classes) == {}


# ---------------------------------------------------------------- what no file may say

NEVER = {
    # Each pattern is written so that it does not match itself.
    "the path of a folder on somebody's machine": r"(?<![\w.])/(?:[w]ork|[h]ome|[r]oot|[U]sers)/\w",
    "an address of a package index": (
        r"(?:[p]ypi|[p]ythonhosted|[n]pmjs|[a]rtifactory|[j]frog|[d]evpi|[m]irrors?)\b[\w-]*\.\w+/"
    ),
    "an option that names a package index": r"--(?:[e]xtra-)?[i]ndex-url[= ]\S",
    "a number in some tracker": r"(?i)\b(?:[i]ssue|[t]icket|[p]ull request|PR) #?\d",
}
BINARY = {".png", ".webp", ".jpg", ".woff2", ".ico", ".gz", ".zip"}


def tracked() -> list[Path]:
    """Return the files of the repository; none where this is no checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 - git is where the user has it
    return [ROOT / name for name in done.stdout.split("\0") if name]


@pytest.mark.parametrize("what", NEVER)
def test_the_project_speaks_of_itself_alone(what: str) -> None:
    files = [path for path in tracked() if path.suffix not in BINARY and path.is_file()]
    if not files:
        pytest.skip("this is no git checkout")
    found = [
        f"{relative(path)}:{number}: {line.strip()[:80]}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), start=1)
        if re.search(NEVER[what], line)
    ]
    assert found == []


# ---------------------------------------------------------------- the lock

EXACT = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==[0-9][0-9A-Za-z.!+]*(?: ; .+)?")


def test_the_lock_has_exact_versions_and_no_address() -> None:
    assert [line for line in LOCK if not EXACT.fullmatch(line)] == []
    assert "://" not in "\n".join(LOCK)


EXTRAS = PROJECT["project"]["optional-dependencies"]


def test_everything_that_is_asked_for_is_locked() -> None:
    asked = [
        *PROJECT["project"]["dependencies"],
        *(each for name, extra in EXTRAS.items() if name != "meaning" for each in extra),  # 91 MB, for few
        *(each for group in PROJECT["dependency-groups"].values() for each in group),
        *PROJECT["build-system"]["requires"],
    ]
    names = {
        re.split(r"[<>=!~ \[;]", each, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")
        for each in asked
    }
    names.discard(PROJECT["project"]["name"])  # an extra that holds others
    locked = {match["name"].replace(".", "-") for line in LOCK if (match := EXACT.fullmatch(line))}
    assert names - locked == set()
