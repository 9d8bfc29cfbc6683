"""Take a picture of each table profile, of specimens as LibreOffice shows them; run by `make table-pictures`.

LibreOffice and pdftoppm (Poppler) must be installed. Pictures depend on their versions and on fonts.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hexapla.__main__ import main as run_hexapla
from hexapla.exporters.table_profile import list_profiles, load_profile
from readers.office import convert

ROOT: Final = Path(__file__).parents[1]
SPECIMENS: Final = ROOT / "tests/exporters/table_specimens"
PICTURES: Final = ROOT / "docs/images/table-profiles"
SPECIMEN_OF: Final[Mapping[str, str]] = {
    "de-synopse": "de",
    "en-redline-table": "en",
    "eu-4col": "en",
    "ja": "ja",
    "plain": "de",
    "tw": "tw",
    "zh-articles": "zh",
    "zh-law": "zh",
}
"""profile → folder of the specimen that is shown in it"""
RESOLUTION: Final = 72
"""dots per inch"""
HEIGHT: Final = 400
"""of a picture, in dots: the upper part of the first page"""
LARGEST: Final = 80_000


def export_table(profile: str, out: Path) -> None:
    """Write the specimen of a profile in its form, as a user does."""
    shown = [str(SPECIMENS / SPECIMEN_OF[profile]), "--format", out.suffix[1:], "--profile", profile]
    columns = {column.kind.value for column in load_profile(profile).columns}
    pair = ["--base", "A", "--target", "B"] if "base" in columns else []
    sys.argv = ["hexapla", "export", *shown, *pair, "-o", str(out)]
    try:
        run_hexapla()
    except SystemExit as ended:
        if ended.code:
            raise


def take_picture(paper: Path, profile: str) -> None:
    """Make the picture of a table that stands in a PDF."""
    program = shutil.which("pdftoppm")
    if program is None:
        sys.exit("pdftoppm is not installed: install Poppler's tools (poppler-utils).")
    size = ["-r", str(RESOLUTION), "-x", "0", "-y", "0", "-W", "2000", "-H", str(HEIGHT)]
    place = PICTURES / profile
    subprocess.run(  # noqa: S603 - the program found above
        [program, "-png", "-singlefile", *size, str(paper), str(place)], check=True
    )
    if (made := place.with_suffix(".png").stat().st_size) > LARGEST:
        sys.exit(f"{profile}.png has {made} bytes, more than {LARGEST}: lower RESOLUTION or HEIGHT.")


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tables = [Path(folder) / f"{profile}.docx" for profile in list_profiles()]
        for table in tables:
            export_table(table.stem, table)
        for paper in convert(tables, "pdf", Path(folder)):
            take_picture(paper, paper.stem)


if __name__ == "__main__":
    main()
