"""Zip archives whose bytes depend on their contents alone."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["EPOCH", "pack_zip"]

EPOCH = (1980, 1, 1, 0, 0, 0)
"""the first moment that an archive can hold; the clock is not asked"""


def pack_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into an archive, sorted by name, all of one date.

    Args:
        parts: name → text, or bytes.
    """
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            part = parts[name]
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # else it tells the machine
            archive.writestr(info, part.encode() if isinstance(part, str) else part)
    return out.getvalue()
