"""What is packed and dated without asking the clock or the machine."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from hexapla.archive import first_day, pack


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ("2019-04-30", "2019-04-30"),
        ("2019-04", "2019-04-01"),
        ("2019", "2019-01-01"),
        ("533", "0533-01-01"),
        ("", "1980-01-01"),
        (None, "1980-01-01"),
    ],
)
def test_a_date_stands_for_its_first_day(issued: str | None, day: str) -> None:
    assert first_day(issued) == day


def test_an_archive_depends_on_its_contents_alone() -> None:
    data = pack({"b.txt": "乙", "a.bin": b"\x00"})
    assert data == pack({"a.bin": b"\x00", "b.txt": "乙"})
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["a.bin", "b.txt"]
        assert archive.read("b.txt").decode() == "乙"
        told = {(each.date_time, each.create_system, each.compress_type) for each in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 0, ZIP_DEFLATED)}
