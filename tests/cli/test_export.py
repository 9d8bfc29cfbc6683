"""`hexapla export`: every format as a file, and what it says when it cannot know what is meant."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla.cli import app
from hexapla.cli.export import Form
from hexapla.errors import UsageError
from hexapla.export import FORMATS

GARDEN = str(Path(__file__).parents[2] / "source_texts/garden-bylaws")


def run(*options: str) -> None:
    CliRunner().invoke(app, ["export", GARDEN, *options], catch_exceptions=False)


def test_every_format_can_be_asked_for() -> None:
    assert [form.value for form in Form] == [*FORMATS, "pdf"]


def test_a_folder_gets_the_name_that_the_site_would_give(tmp_path: Path) -> None:
    run("--format", "redline", "--base", "A", "--target", "D", "-o", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["garden-bylaws-A-D-redline.docx"]


@pytest.mark.parametrize(
    "options",
    [
        ["redline"],
        ["akn"],
        ["docx", "--base", "A"],
        ["json", "--base", "A", "--target", "B"],
        ["docx", "--base", "A", "--target", "X"],
        ["docx", "--target", "A"],
    ],
)
def test_what_is_not_said_is_asked_for(options: list[str]) -> None:
    with pytest.raises(UsageError):
        run("--format", *options)
