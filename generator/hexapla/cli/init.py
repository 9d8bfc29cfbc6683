"""`hexapla init`: a new collection that builds at once."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.terminal import Speech, stderr_console
from hexapla.site import create_collection


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")]) -> None:
    """Lay out a new collection: settings, a specimen, workflows that check and publish.

    **Example**

        hexapla init our-texts
    """
    made = create_collection(folder, Speech.language)
    for path in made:
        stderr_console.print(path.as_posix(), markup=False)
    stderr_console.print(
        f"Now: cd {folder.as_posix()}, hexapla build, and open site/index.html in a browser.", markup=False
    )
