"""The downloads page: what a file does not tell is said below it."""

from hexapla.i18n import load_messages
from hexapla.model import File
from hexapla.pages.views.downloads_page import describe_pairs_left_out

SAY = load_messages("en")


def test_a_file_without_some_pairs_says_so_and_names_the_command_that_writes_all() -> None:
    files = (
        File(uri="texts/mill/files/mill.tei.xml", data=b"", format="tei"),
        File(uri="texts/mill/files/mill.json", data=b"", format="json", pairs_left_out=28),
    )
    (told,) = describe_pairs_left_out(files, SAY)
    assert "mill.json" in told.told
    assert "28 pairs" in told.told
    assert "mill.tei.xml" not in told.told
    assert told.command == "hexapla export … --format json"


def test_files_that_tell_all_pairs_say_nothing() -> None:
    assert not list(describe_pairs_left_out((File(uri="mill.json", data=b"", format="json"),), SAY))
