"""LibreOffice opens a redline and accepts or rejects all its changes: target and base, to the paragraph."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from hexapla import render
from hexapla.build import build_document
from hexapla.collection import from_files
from hexapla.export import Wording, files
from hexapla.export.lines import version_lines
from hexapla.units import units

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("office") / "tracked_changes.txt"
PYTHON = "/usr/bin/python3"


def office() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    if subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode:  # noqa: S603 - a fixed command
        pytest.skip("LibreOffice's Python (python3-uno) is not installed")
    return program


def collections() -> list[list[Path]]:
    own = [[folder] for folder in sorted((ROOT / "source_texts").iterdir()) if folder.is_dir()]
    cases = (ROOT / "../shared/cases").resolve()
    shared = [sorted(folder.glob("*.txt")) for folder in sorted(cases.glob("*/"))] if cases.is_dir() else []
    return [*own, *filter(None, shared)]


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_exactly(tmp_path: Path) -> None:
    wording = Wording("en", render.words("en"), render.remarks("en"))
    todo = []
    for number, paths in enumerate(collections()):
        built = build_document(from_files(paths))
        for file in files(
            built.alignment, built.comparisons, folder="x", wording=wording, formats=["redline"]
        ):
            path = tmp_path / f"{number}-{file.base}-{file.target}.docx"
            path.write_bytes(file.data)
            pair = [built.document.version(str(siglum)) for siglum in (file.target, file.base)]
            todo.append((path, [version_lines(version, units(version)) for version in pair]))
    command = [office(), "--headless", "--norestore", "--nologo", "--accept=pipe,name=hexapla-test;urp;"]
    with subprocess.Popen(  # noqa: S603 - a fixed command
        [*command, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ):
        done = subprocess.run(  # noqa: S603 - a fixed command; the script ends the office
            [PYTHON, str(SCRIPT), "hexapla-test"],
            input="\n".join(str(path) for path, _ in todo),
            capture_output=True,
            text=True,
            check=False,
        )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(todo), done.stderr
    for (path, (target, base)), answer in zip(todo, answers, strict=True):
        assert answer == {"Accept": target, "Reject": base}, path.name
