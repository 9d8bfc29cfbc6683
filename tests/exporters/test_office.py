"""LibreOffice opens a redline and accepts or rejects all its changes: target and base, to the paragraph."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from corpora import cases
from hexapla.collection import load_files
from hexapla.exporters import write_files
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.pipeline import build_document
from hexapla.reading.captions import Wording
from hexapla.reading.printed import write_version_lines
from hexapla.units import build_units

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
    return [*own, *(sorted(folder.glob("*.txt")) for folder in cases())]


ROUGH = [
    (
        "第一章 总则\n第一条 甲甲甲甲<b>&amp;</b>\x1b\t乙乙乙乙。\n丙丙丙丙  丙丙]]>。\n"
        "第二条 丁丁丁丁كتاب丁丁\ufffe。\n第三条 戊戊戊戊戊戊。"
    ),
    (
        "第一条 戊戊戊戊\u200b戊戊。\n第一章 总则\n第二条 丁丁丁丁كتاب丁丁己。\n"
        "第三条 甲甲甲甲<b>&amp;</b>\x1b\t乙乙乙庚。\n辛辛\n丙丙丙丙  丙丙]]>。"
    ),
]
"""what the first moves to an end, with paragraphs of its own, and back"""


def rough(folder: Path) -> list[list[Path]]:
    paths = [folder / f"{number}.txt" for number in range(len(ROUGH))]
    for path, text in zip(paths, ROUGH, strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    return [paths, paths[::-1]]


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_exactly(tmp_path: Path) -> None:
    wording = Wording("en")
    todo = []
    for number, paths in enumerate([*collections(), *rough(tmp_path)]):
        built = build_document(load_files(paths))
        for file in write_files(
            built.alignment, built.comparisons, folder="x", wording=wording, formats=["redline"]
        ):
            path = tmp_path / f"{number}-{file.base}-{file.target}.docx"
            path.write_bytes(file.data)
            pair = [built.document.version(str(siglum)) for siglum in (file.target, file.base)]
            lines = [
                map(replace_unwritable, write_version_lines(version, build_units(version)))
                for version in pair
            ]
            todo.append((path, [list(each) for each in lines]))
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
