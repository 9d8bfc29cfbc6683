"""Pages as PDF: printed by a browser that is on the machine, in the style in which the site prints.

No library of ours lays a page out: a browser does it as the reader's would, with the machine's fonts.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import regex

from hexapla.archive import EPOCH
from hexapla.errors import UsageError

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
"""what a Chromium is called, in the order in which it is looked for"""
OPTIONS: Final = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page of ours needs nothing; nothing is asked
)
NO_SCRIPTS: Final = (
    """<meta http-equiv="Content-Security-Policy" content="script-src 'none'; connect-src 'none'">"""
)
"""the page is whole without its script, which would print where the page lies"""
TIMEOUT: Final = 600
"""seconds; a browser that hangs must not hang the command"""
DATES: Final = regex.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)([^)]*)(\))")
IDENTITY: Final = regex.compile(rb"(/ID\s*\[\s*<)([0-9A-Fa-f]*)(>\s*<)([0-9A-Fa-f]*)(>)")
UNDATED: Final = f"{EPOCH:%Y%m%d}000000+00'00'".encode()


def find_browser() -> str:
    """Return the path of a Chromium.

    Raises:
        UsageError: none is on the PATH.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise UsageError(
            "A PDF is printed by Chromium or Chrome, and none is on the PATH. Install one "
            "(apt install chromium, brew install --cask chromium), or print from any browser."
        )
    return found


def print_pdf(html: str) -> bytes:
    """Print a page that needs nothing but itself.

    Post-conditions:
        1. The same page, browser and fonts give the same bytes: dates and identities are made constant.

    Raises:
        UsageError: there is no browser, or it printed nothing.
    """
    program = find_browser()
    with tempfile.TemporaryDirectory(prefix="hexapla-print-", ignore_cleanup_errors=True) as folder:
        page, out = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html.replace("<head>", f"<head>{NO_SCRIPTS}", 1), encoding="utf-8", newline="\n")
        run_browser(
            [
                program,
                *OPTIONS,
                *sandbox_options(),
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={out}",
                page.as_uri(),
            ]
        )
        if not out.exists():
            raise UsageError(f"{program} printed nothing.")
        return remove_dates(out.read_bytes())


def sandbox_options() -> Sequence[str]:
    """Return what a browser needs to run as root, as it does in a container."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def run_browser(command: Sequence[str]) -> None:
    """Run the browser.

    Raises:
        UsageError: it did not start, or did not end.
    """
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)  # noqa: S603 - found on the PATH, no shell
    except (OSError, subprocess.SubprocessError) as error:
        raise UsageError(f"{command[0]} could not print: {error}") from error


def remove_dates(data: bytes) -> bytes:
    """Make a PDF's dates and identities constant; lengths stay, so that offsets inside the file do."""
    data = DATES.sub(
        lambda match: match[1] + UNDATED[: len(match[2])].ljust(len(match[2]), b"0") + match[3], data
    )
    return IDENTITY.sub(
        lambda match: match[1] + b"0" * len(match[2]) + match[3] + b"0" * len(match[4]) + match[5], data
    )
