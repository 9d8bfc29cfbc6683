"""Documents of Word's old format and in Rich Text Format, made Word documents of today by LibreOffice.

No library that is kept up reads either with its numbering, notes and tables. What LibreOffice makes of a file
may differ from release to release; so this is for files that a user names, not for collections.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from hexapla.errors import Problem, SourceError
from hexapla.readers import file_suffix

OLD_FORMATS: Final = {
    ".doc": "a document in Word's old format",
    ".dot": "a template in Word's old format",
    ".rtf": "a document in Rich Text Format",
}
"""by suffix, what is read through LibreOffice"""
PROGRAM: Final = "soffice"
LARGEST: Final = 32 << 20
"""bytes that are converted"""
LONGEST: Final = 120
"""seconds that a conversion may take"""
REMEDY: Final = "open it in Word or LibreOffice and save it as .docx"


def is_old_format(name: str) -> bool:
    """Tell whether a file is of a format that is converted before it is read.

    >>> is_old_format("Contract.DOC"), is_old_format("contract.docx")
    (True, False)
    """
    return file_suffix(name) in OLD_FORMATS


def convert_old_format(file: Path, shown: str) -> bytes:
    """Return a file as a Word document of today.

    Args:
        file: where it lies.
        shown: as the user would type it, for errors.

    Raises:
        SourceError: LibreOffice is not installed, cannot read the file, or the file asks too much.
        OSError: the file cannot be read.
    """
    what = OLD_FORMATS[file_suffix(file.name)]
    if file.stat().st_size > LARGEST:
        raise build_error(shown, f"this is {what} of more than {LARGEST >> 20} MiB: {REMEDY}")
    program = shutil.which(PROGRAM)
    if program is None:
        message = (
            f"this is {what}, which is read through LibreOffice; no {PROGRAM} is on the PATH: install it"
        )
        raise build_error(shown, f"{message}, or {REMEDY}")
    with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
        place = Path(folder)
        source = place / f"document{file_suffix(file.name)}"
        source.write_bytes(file.read_bytes())
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--nologo",
            "--convert-to",
            "docx:MS Word 2007 XML",
        ]
        try:
            subprocess.run(  # noqa: S603 - a fixed command; the file's own name is no part of it
                [*command, "--outdir", str(place / "out"), str(source)],
                check=False,
                capture_output=True,
                timeout=LONGEST,
            )
        except subprocess.TimeoutExpired as error:
            message = f"LibreOffice did not finish {what} within {LONGEST} seconds: {REMEDY}"
            raise build_error(shown, message) from error
        made = place / "out" / "document.docx"
        if not made.is_file():
            raise build_error(shown, f"LibreOffice cannot read this as {what}: {REMEDY}")
        return made.read_bytes()


def build_error(shown: str, message: str) -> SourceError:
    """Make the error of a file that is not converted."""
    return SourceError(Problem(path=shown, message=message))
