"""Where the library writes a result: never over one of the versions that are compared."""

import hashlib
import os
from pathlib import Path

from hexapla.errors import UsageError
from hexapla.model import Document
from hexapla.output import Output, resolve_output


def resolve_result_file(document: Document, path: str | os.PathLike[str]) -> Output:
    """Judge a name for a result before it is made.

    A document does not know where its files lay, and may come from open files: its versions are known by
    their bytes.

    Raises:
        UsageError: it cannot be written, or holds one of the versions.
    """
    output = resolve_output(Path(path))
    if output.descriptor is None and not output.stream and output.place.is_file():
        with output.place.open("rb") as found:
            digest = hashlib.file_digest(found, "sha256").hexdigest()
        if digest in {version.source.sha256 for version in document.versions}:
            raise UsageError(f"{path} is one of the versions, and would be lost; name another file.")
    return output
