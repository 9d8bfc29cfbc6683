"""What git knows of a folder: when a commit last touched a file, and how the folder stood in a commit.

git is run with a list of arguments, never through a shell.
"""

import io
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hexapla.errors import UsageError

COMMIT_MARK = "\x01"
"""stands before the date of a commit in a log"""


def run_git(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder and return what it prints.

    Raises:
        UsageError: git is not there, or says no.
    """
    command = ["git", "-C", str(folder), "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell; a list of arguments
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror}; install it to compare commits.") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise UsageError(f"git: {said}")
    return done.stdout


def resolve_commit(folder: Path, revision: str) -> str:
    """Return the digest of a commit.

    Raises:
        UsageError: this is no commit of a git checkout.
    """
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UsageError(f"“{revision}” is no revision: name a commit, a tag or a branch.")
    try:
        found = run_git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except UsageError as error:
        run_git(folder, "rev-parse", "--git-dir")  # says so if this is no checkout
        message = f"“{revision}” is no commit here. A shallow checkout lacks it: fetch the whole history."
        raise UsageError(message) from error
    return found.decode().strip()


def find_touched(folder: Path, revision: str) -> frozenset[str]:
    """Return the first parts of paths below a folder that differ from a commit, or are unknown to git."""
    since = resolve_commit(folder, revision)
    changed = run_git(
        folder, "diff", "--no-ext-diff", "--name-only", "--relative", "-z", "--no-renames", since, "--", "."
    )
    new = run_git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    names = (changed + new).decode("utf-8", "surrogateescape").split("\0")
    return frozenset(name.split("/", 1)[0] for name in names if name)


def last_commit_date(folder: Path) -> str:
    """Return the day of the last commit: a stand-in for “now” that the same checkout always gives.

    Raises:
        UsageError: this is no git checkout, or there is no commit.
    """
    return run_git(folder, "log", "-1", "--format=%cs").decode().strip()


def explain_lost_dates(folder: Path) -> str | None:
    """Say why no dates of commits can be had of a checkout; None where they can, or this is none."""
    if not any((place / ".git").exists() for place in (folder.resolve(), *folder.resolve().parents)):
        return None
    try:
        shallow = run_git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except UsageError as error:
        reason = str(error).removeprefix("git: ").split("\n", 1)[0]
        more = (
            f"; if you trust it: git config --global --add safe.directory {folder.resolve()}"
            if "ownership" in reason
            else ""
        )
        return f"git says nothing of this checkout, so dates of commits are unknown: {reason}{more}"
    if shallow:
        return "this checkout is shallow, so dates of commits are unknown: fetch the whole history"
    return None


def read_commit_dates(folder: Path) -> dict[str, str]:
    """Return the date of the last commit that touched each file, by its path below the folder, newest first.

    Empty where this is no checkout, or git is not installed, or the checkout is shallow: there every file
    seems to come from the one commit that was fetched, and the same texts would have another date in CI than
    at home.
    """
    try:
        if run_git(folder, "rev-parse", "--is-shallow-repository").strip() != b"false":
            return {}
        log = run_git(
            folder,
            "log",
            "-z",
            f"--format={COMMIT_MARK}%cs",
            "--name-only",
            "--no-renames",
            "--relative",
            "--",
            ".",
        )
    except UsageError:
        return {}
    dates: dict[str, str] = {}
    date = ""
    for piece in log.decode(errors="surrogateescape").split("\0"):
        line = piece.lstrip("\n")
        if line.startswith(COMMIT_MARK):
            date = line.removeprefix(COMMIT_MARK).strip()
        elif line:
            dates.setdefault(line, date)
    return dates


@contextmanager
def check_out_revision(folder: Path, revision: str, names: frozenset[str]) -> Iterator[Path]:
    """Lay out what a folder held in a commit, in a folder of its own, which is removed afterwards.

    Args:
        folder: the folder as it is now.
        revision: the commit.
        names: what is wanted of it; what was not there is not laid out.
    """
    since = resolve_commit(folder, revision)
    there = run_git(folder, "ls-tree", "--name-only", "-z", since, "--", ".").decode(
        "utf-8", "surrogateescape"
    )
    prefix = run_git(folder, "rev-parse", "--show-prefix").decode().rstrip("\n")
    wanted = sorted(names & {name.removeprefix(prefix) for name in there.split("\0")})
    with tempfile.TemporaryDirectory(prefix="hexapla-") as scratch:
        place = Path(scratch) / folder.resolve().name
        place.mkdir()
        if wanted:
            packed = run_git(
                folder, "archive", "--format=tar", since, "--", *(f":(literal){name}" for name in wanted)
            )
            import tarfile  # noqa: PLC0415 - a comparison of two files never unpacks a state

            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(place, filter="data")
        yield place
