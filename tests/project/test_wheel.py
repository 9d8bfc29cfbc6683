"""The wheels that are built from this tree work by themselves, in an environment that never saw the tree.

They are built as for a release: from source distributions; that of the code holds all that tests need.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/hexapla-1.schema.json").read_text(encoding="utf-8"))
TEXTS = {
    "2019.txt": "第一条 菜园由社区管理。\n第二条 每户应当在三十日内清理地块。\n",
    "2023.txt": "第一条 菜园由社区管理。\n第二条 每户可以在六十日内清理地块。\n",
}

pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that knows nothing of this environment, and return what it prints."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)  # noqa: S603 - commands are literal below
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of both source distributions and of the wheels made from them; no network is asked."""
    out = tmp_path_factory.mktemp("dist")
    for project in (ROOT, ROOT / "packaging/hexapla"):
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, project, cwd=out)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel of the code."""
    (found,) = built.glob("hexapla_core-*.whl")
    return found


@pytest.fixture(scope="module")
def command_wheel(built: Path) -> Path:
    """The wheel that adds the command and the site."""
    (found,) = built.glob("hexapla-*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, command_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment that holds the wheels.

    What the wheel depends on is taken from the environment at hand, behind the fresh one's own packages. A
    path file names that folder, and path files within it are not followed: so the editable install of this
    tree, which is one, stays out of sight.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    layout = {"base": str(home), "platbase": str(home)}
    scheme = "nt_venv" if os.name == "nt" else "posix_venv"
    packages = Path(sysconfig.get_path("purelib", scheme, layout))
    commands = Path(sysconfig.get_path("scripts", scheme, layout))
    here = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (packages / "dependencies.pth").write_text("\n".join(here), encoding="utf-8")
    python = commands / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(
        *pip,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        wheel,
        command_wheel,
        cwd=home,
    )
    return commands


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a document of two versions."""
    folder = tmp_path / "source_texts/garden"
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_source_distribution_holds_all_that_the_project_keeps(built: Path) -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    kept = {name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()}
    if not kept:
        pytest.skip("this is no git checkout")
    (found,) = built.glob("hexapla_core-*.tar.gz")
    with tarfile.open(found) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert held == {*kept, "PKG-INFO"}


def test_the_wheel_holds_the_package_whole_and_nothing_else(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = ROOT / "generator/hexapla"
    files = {
        f"hexapla/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == files
    assert "hexapla/py.typed" in names


def test_the_wheel_of_the_command_has_no_code_and_asks_for_all_of_it(command_wheel: Path) -> None:
    with ZipFile(command_wheel) as archive:
        others = [name for name in archive.namelist() if not name.partition("/")[0].endswith(".dist-info")]
        (entries,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        points = archive.read(entries).decode()
    assert [name.partition("/")[2] for name in others] == ["data/share/man/man1/hexapla.1"]
    assert "[console_scripts]\nhexapla = " in points
    assert "[mkdocs.plugins]\nhexapla = " in points
    (needed,) = (each for each in requirements(command_wheel) if "extra" not in str(each.marker))
    assert (needed.name, needed.extras) == ("hexapla-core", {"site"})


def test_the_wheel_is_what_is_imported(scripts: Path, tmp_path: Path) -> None:
    printed = run(
        scripts / Path(sys.executable).name, "-c", "import hexapla; print(hexapla.__file__)", cwd=tmp_path
    )
    assert Path(printed.strip()).is_relative_to(scripts.parent)


def test_the_wheel_compares(scripts: Path, texts: Path) -> None:
    printed = run(scripts / "hexapla", "compare", *TEXTS, "--format", "json", cwd=texts)
    record = json.loads(printed)
    Draft202012Validator(SCHEMA).validate(record)
    (document,) = record["documents"]
    (comparison,) = document["comparisons"]
    assert [version["label"] for version in document["versions"]] == ["2019", "2023"]
    assert [change["relation"] for change in comparison["changes"]] == ["matched", "matched"]
    assert {"period", "modality"} <= set(comparison["changes"][1]["flags"])


def test_the_wheel_builds_a_site_with_its_templates_and_styles(
    scripts: Path, texts: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    run(scripts / "hexapla", "build", "--sources", texts.parent, "--site-dir", site, cwd=tmp_path)
    assert "第二条" in (site / "texts/garden/compare-A-B.html").read_text(encoding="utf-8")
    assert (site / "assets/hexapla/hexapla.css").is_file()


# ---------------------------------------------------------------- the library alone

LIGHT = """
import importlib.abc, json, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

BLOCKED = set(json.loads(sys.argv[1]))
sys.meta_path.insert(0, Missing())
sys.path.insert(0, sys.argv[2])
"""
"""makes an environment that has the wheel and what it asks for, and nothing else"""
USE = """
from hexapla import api as hx

result = hx.compare("2019.txt", "2023.txt")
assert len(hx.compare(hx.load("."))) == 1
assert len(result) == 1 and result._repr_html_() and result.to_markdown()
result.to_html("out.html")
result.redline("out.docx")
open("law.pdf", "w").close()
said = []
for attempt in (lambda: hx.read("out.docx"), lambda: hx.read("law.pdf"), result.to_frame):
    try:
        attempt()
    except hx.HexaplaError as error:
        said.append(str(error))
print(json.dumps(said))
"""
COMMAND = """
import runpy
sys.argv = ["hexapla", "--version"]
runpy.run_module("hexapla", run_name="__main__")
"""


def requirements(wheel: Path) -> list[Requirement]:
    """Return what a wheel asks for."""
    with ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        lines = archive.read(name).decode().split("\n\n")[0].splitlines()
    return [Requirement(line.partition(": ")[2]) for line in lines if line.startswith("Requires-Dist: ")]


def needed_by(asked: Iterable[Requirement]) -> set[str]:
    """Return the names of all distributions that are installed for these, extras left out."""
    found: set[str] = set()
    waiting = list(asked)
    while waiting:
        each = waiting.pop()
        if each.marker and not each.marker.evaluate({"extra": ""}):
            continue
        name = canonicalize_name(each.name)
        if name not in found:
            found.add(name)
            waiting += map(Requirement, metadata.requires(name) or ())
    return found


@pytest.fixture
def alone(wheel: Path, tmp_path: Path) -> list[str | Path]:
    """The arguments by which a program sees the wheel's code and what the wheel asks for."""
    place = tmp_path / "unpacked"
    with ZipFile(wheel) as archive:
        archive.extractall(place)  # noqa: S202 - our own
    there = needed_by(requirements(wheel))
    blocked = [
        module
        for module, owners in metadata.packages_distributions().items()
        if there.isdisjoint(map(canonicalize_name, owners)) and module != "hexapla"
    ]
    assert {"mkdocs", "typer", "rich", "lxml", "selectolax", "pypdfium2"} <= set(blocked)
    return [json.dumps([*blocked, "pandas"]), place]


def test_the_library_works_with_no_more_than_it_asks_for(alone: list[str | Path], texts: Path) -> None:
    said = json.loads(run(sys.executable, "-c", LIGHT + USE, *alone, cwd=texts))
    extras = ["office", "pdf", "frame"]
    assert [
        f"pip install 'hexapla-core[{extra}]'" in each for extra, each in zip(extras, said, strict=True)
    ] == [
        True,
        True,
        True,
    ]


def test_the_command_says_what_it_lacks(alone: list[str | Path], tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - commands are literal above
        [sys.executable, "-c", LIGHT + COMMAND, *alone],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: the command needs the package typer: run `pip install hexapla`.\n"


@pytest.mark.slow
def test_the_wheel_lays_out_a_collection_that_builds_at_once(scripts: Path, tmp_path: Path) -> None:
    """What the guide for newcomers says, step by step."""
    command = scripts / "hexapla"
    run(command, "init", "our-texts", cwd=tmp_path)
    ours = tmp_path / "our-texts"
    run(command, "build", cwd=ours)
    run(command, "verify", "site", "--sources", "source_texts", cwd=ours)
    (ours / "source_texts/bylaws").mkdir()
    for name, text in TEXTS.items():
        (ours / "source_texts/bylaws" / name).write_text(text, encoding="utf-8")
    shutil.rmtree(ours / "source_texts/tool-library")
    run(command, "check", cwd=ours)
    run(command, "build", cwd=ours)
    run(command, "bundle", "--output", "preview.zip", cwd=ours)
    run(command, "verify", "preview.zip", "--sources", "source_texts", cwd=ours)
    assert (ours / "site/texts/bylaws/compare-A-B.html").is_file()
    assert not (ours / "site/texts/tool-library").exists()
