"""The manual page that is shipped says what the command's own help says."""

from man_page import PAGE, plain, write_page

from hexapla.cli.main import COMMANDS


def test_the_manual_page_is_that_of_the_help() -> None:
    """Write it anew with `make man`."""
    assert PAGE.read_text(encoding="utf-8") == write_page()


def test_every_command_has_its_section() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\n.SS hexapla {name}" not in page] == []


def test_no_line_is_taken_for_an_order_to_the_typesetter() -> None:
    assert plain(".TH\n-x `--fail-on` \\") == "\\&.TH\n\\-x \\fB\\-\\-fail\\-on\\fR \\e"
