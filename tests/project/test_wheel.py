"""The wheel that is built from this tree works by itself, in an environment that never saw the tree.

It is built as for a release: from the source distribution, which holds all that is needed to build and test.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

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
    """The folder of a source distribution and of the wheel made from it; no network is asked."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment that holds the wheel.

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
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
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
    (found,) = built.glob("*.tar.gz")
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


def test_the_wheel_has_its_templates_and_styles(scripts: Path, texts: Path) -> None:
    page = run(scripts / "hexapla", "compare", *TEXTS, "--format", "html", cwd=texts)
    assert "<style" in page
    assert "第二条" in page


def test_the_wheel_builds_a_site(scripts: Path, texts: Path, tmp_path: Path) -> None:
    run(
        scripts / "hexapla", "build", "--sources", texts.parent, "--site-dir", tmp_path / "site", cwd=tmp_path
    )
    assert (tmp_path / "site/index.html").is_file()


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
