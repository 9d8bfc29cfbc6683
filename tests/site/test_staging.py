"""`stage` replaces what it made, and nothing else."""

from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.site import stage_site
from small_collections import written

pytestmark = pytest.mark.xdist_group("publish")


def test_what_was_staged_can_be_staged_again_and_nothing_else_is_replaced(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla]\n")
    (tmp_path / "docs").mkdir()
    written(tmp_path / "source_texts", 1)
    for _ in range(2):
        stage_site(tmp_path / "staged", config_file=config)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").touch()
    with pytest.raises(UsageError, match="not made by this command"):
        stage_site(tmp_path / "mine", config_file=config)
