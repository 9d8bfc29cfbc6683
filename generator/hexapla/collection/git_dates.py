"""When each file of a collection was last touched by a commit, if it is a git checkout."""

import subprocess
from pathlib import Path

from hexapla.collection.file_names import compose_name

COMMIT = "\x01"


def read_commit_dates(root: Path) -> dict[str, str]:
    """Return the date of the last commit that touched each file, by its path below the root.

    Empty where this is no checkout, or git is not installed, or the checkout is shallow: there every file
    seems to come from the one commit that was fetched, and the same texts would have another date in CI than
    at home.
    """
    if run_git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = run_git(
        root, "log", "-z", f"--format={COMMIT}%cs", "--name-only", "--no-renames", "--relative", "--", "."
    )
    dates: dict[str, str] = {}
    date = ""
    for piece in log.split("\0"):
        line = piece.lstrip("\n")
        if line.startswith(COMMIT):
            date = line.removeprefix(COMMIT).strip()
        elif line:
            dates.setdefault(compose_name(line), date)
    return dates


def run_git(root: Path, *arguments: str) -> str:
    """Ask git; nothing where it has no answer."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell; literal arguments
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.decode(errors="surrogateescape")
