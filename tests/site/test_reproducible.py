"""Clean builds of the same texts are the same bytes, wherever and however they are made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hexapla.site.verify import open_site
from small_collections import written

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"
SURROUNDINGS = (
    ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}, (), 0o022),
    (
        {"PYTHONHASHSEED": "7", "LC_ALL": "zh_CN.UTF-8", "LANG": "tr_TR", "TZ": "Asia/Shanghai"},
        ("-j", "2"),
        0o077,
    ),
    ({"PYTHONHASHSEED": "0", "LC_ALL": "POSIX", "TZ": "Pacific/Apia", "PYTHONUTF8": "0"}, ("-j", "3"), 0),
)
"""environment, workers, and which rights new files shall not have"""

pytestmark = pytest.mark.xdist_group("publish")


OUT = (
    ("bundle", "--output", "site.zip"),
    ("stage", "staged"),
    *(
        ("export", "source_texts/doc-1", "--format", form, "--output", f"out.{form}")
        for form in ("docx", "xlsx", "csv", "changes", "json", "tei")
    ),
    (
        "export",
        "source_texts/doc-1",
        "--format",
        "redline",
        "--base",
        "A",
        "--target",
        "B",
        "-o",
        "out.redline",
    ),
    ("export", "source_texts/doc-1", "--format", "akn", "--base", "A", "-o", "out.akn"),
)
PROGRAM = """
import sys
from hexapla.cli import app
for arguments in {}:
    app(list(arguments), standalone_mode=False)
"""


def files_out(project: Path, environment: dict[str, str], umask: int) -> dict[str, bytes]:
    """Return the bundle, every export and what is staged, made in one process of such surroundings."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "-c", PROGRAM.format(OUT)],
        cwd=project,
        env={**os.environ, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = [project / "site.zip", *project.glob("out.*"), *(project / "staged").rglob("*")]
    return {str(path.relative_to(project)): path.read_bytes() for path in files if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("offline", [(), ("--offline",)], ids=["site", "offline"])
def test_directory_seed_workers_locale_time_zone_and_rights_do_not_show(
    tmp_path: Path, offline: tuple[str, ...]
) -> None:
    trees = []
    for number, (environment, workers, umask) in enumerate(SURROUNDINGS):
        project = tmp_path / ("deeper/" * number) / f"project {number}"
        (project / "docs").mkdir(parents=True)
        (project / "docs/about.md").write_text("# About\n")
        (project / "mkdocs.yml").write_text(CONFIG)
        written(project / "source_texts", 3)
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "hexapla", "build", "--no-cache", *workers, *offline],
            cwd=project,
            env={**os.environ, **environment},
            umask=umask,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        trees.append(
            dict(open_site(project / "site"))
            | (files_out(project, environment, umask) if not offline else {})
        )
        shutil.rmtree(project)
    assert offline or {"site.zip", "out.docx", "out.redline", "staged/mkdocs.yml"} <= trees[0].keys()
    assert trees[0] == trees[1] == trees[2]
