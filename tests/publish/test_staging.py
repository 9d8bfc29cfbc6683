"""`stage`: plain MkDocs, without our plugin, builds the same texts."""

import subprocess
import sys
from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.publish import stage, verify

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("publish")


def test_plain_mkdocs_builds_the_same_texts(tmp_path: Path) -> None:
    target = tmp_path / "staged"
    stage(target, config_file=ROOT / "mkdocs.yml")
    assert "hexapla:" not in (target / "mkdocs.yml").read_text(encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(target / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stderr
    assert verify(target / "site", ROOT / "source_texts") is None


def test_what_was_staged_can_be_staged_again_and_nothing_else_is_replaced(tmp_path: Path) -> None:
    for _ in range(2):
        stage(tmp_path / "staged", config_file=ROOT / "mkdocs.yml")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").touch()
    with pytest.raises(UsageError, match="not made by this command"):
        stage(tmp_path / "mine", config_file=ROOT / "mkdocs.yml")
