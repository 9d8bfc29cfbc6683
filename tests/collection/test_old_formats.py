"""Files of old formats: made Word documents by LibreOffice, or refused with what to do."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hexapla.collection import load_files, old_formats
from hexapla.errors import SourceError

RTF = r"{\rtf1\ansi 1. The gate is opened at six.\par 2. Keys are kept by the steward.\par}"


def test_without_libreoffice_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rules.DOC"
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match=r"(?s)rules\.DOC.*old format.*soffice.*save it as \.docx"):
        load_files([file])


def test_what_is_too_large_is_not_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_formats, "LARGEST", 3)
    file = tmp_path / "rules.rtf"
    file.write_text(RTF)
    with pytest.raises(SourceError, match="more than"):
        load_files([file])


def test_a_conversion_that_does_not_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    file = tmp_path / "rules.rtf"
    file.write_text(RTF)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/soffice")
    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(SourceError, match="did not finish"):
        load_files([file])


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rich_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rules.rtf"
    file.write_text(RTF)
    (source,) = load_files([file]).sources
    assert source.path == "rules.rtf.docx"
    assert source.text.splitlines()[:2] == [
        "1. The gate is opened at six.",
        "2. Keys are kept by the steward.",
    ]
