"""Zip archives of a few texts, as formats that are packages have them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

__all__ = ["zipped"]


def zipped(parts: Mapping[str, str]) -> bytes:
    """Return an archive of such files, in their order."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
