"""LibreOffice as a converter for tests."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

__all__ = ["convert"]

AS_TEXT = "--infilter=Text (encoded):UTF8"


def convert(files: Sequence[Path], form: str, work: Path) -> list[Path]:
    """Convert files in one call; skip the test where LibreOffice is missing."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    options = [AS_TEXT] if files[0].suffix == ".txt" else []
    command = [office, "--headless", profile, *options, "--convert-to", form, "--outdir", str(work / form)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)  # noqa: S603 - the tool found above
    return [work / form / f"{path.stem}.{form}" for path in files]
