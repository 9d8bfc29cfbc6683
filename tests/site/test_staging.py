"""`stage` replaces what it made, and nothing else."""

from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.site import stage_site

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("publish")


def test_what_was_staged_can_be_staged_again_and_nothing_else_is_replaced(tmp_path: Path) -> None:
    for _ in range(2):
        stage_site(tmp_path / "staged", config_file=ROOT / "mkdocs.yml")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").touch()
    with pytest.raises(UsageError, match="not made by this command"):
        stage_site(tmp_path / "mine", config_file=ROOT / "mkdocs.yml")
