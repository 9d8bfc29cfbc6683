"""Files whose bytes depend on their contents alone: zip archives, and the date where no text bears one."""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = date(1980, 1, 1)
"""what a file is dated where the texts say nothing, for the clock is not asked: the first day that a zip
archive can hold"""


def first_day(issued: str | None) -> str:
    """Return the first day of a year, a month or a day, ISO 8601; that of `EPOCH` if none is known.

    >>> first_day("2019-04"), first_day("476"), first_day(None)
    ('2019-04-01', '0476-01-01', '1980-01-01')
    """
    year, month, day = [*(issued or str(EPOCH)).split("-"), "01", "01"][:3]
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def zip_entry(name: str) -> ZipInfo:
    """Describe a file of an archive: compressed, of the one date, without a word about the machine."""
    info = ZipInfo(name, EPOCH.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    info.create_system = 0  # else it tells the machine
    return info


def write_archive(
    out: Path | BinaryIO, files: Iterable[tuple[str, bytes]], *, level: int | None = None
) -> None:
    """Write files into a zip archive, one at a time: together they may be larger than the memory.

    Args:
        out: a file, by its path or opened.
        files: names and bytes, in the order in which they shall stand.
        level: how much work is put into compression, to 9; None: as zlib has it.
    """
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zip_entry(name), data, compresslevel=level)


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into an archive, sorted by name.

    Args:
        parts: name → text, or bytes.
    """
    out = io.BytesIO()
    files = ((name, part.encode() if isinstance(part, str) else part) for name, part in sorted(parts.items()))
    write_archive(out, files)
    return out.getvalue()
