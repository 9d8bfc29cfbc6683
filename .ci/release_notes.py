"""What the changelog says of a version, for the page of its release.

    python .ci/release_notes.py v0.1.0

prints the section `## 0.1.0 – 2026-11-23` of CHANGELOG.md without its heading. Exit status 2 where the tag
is not the version of pyproject.toml, or where the changelog has no such section with a date.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEADING = re.compile(r"^## (?P<version>\S+) – (?P<when>\d{4}-\d\d-\d\d|unreleased)$", re.MULTILINE)


def sections(changelog: str) -> dict[str, tuple[str, str]]:
    """Return for each version of a changelog, newest first, its date (or `unreleased`) and its text."""
    found = list(HEADING.finditer(changelog))
    ends = [*(heading.start() for heading in found[1:]), len(changelog)]
    return {
        heading["version"]: (heading["when"], changelog[heading.end() : end].strip())
        for heading, end in zip(found, ends, strict=True)
    }


def release_notes(tag: str, changelog: str, version: str) -> str:
    """Return the section of a tag.

    Raises:
        ValueError: the tag, the project and the changelog do not agree.
    """
    if tag != f"v{version}":
        message = (
            f"The tag is {tag}, but pyproject.toml says {version}; tag v{version} or change the version."
        )
        raise ValueError(message)
    when, text = sections(changelog).get(version, ("unreleased", ""))
    if when == "unreleased" or not text:
        message = f"CHANGELOG.md has no section “## {version} – YYYY-MM-DD” with a text; write it first."
        raise ValueError(message)
    return text + "\n"


def main(tag: str) -> int:
    """Print the notes of a tag."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        notes = release_notes(tag, changelog, project["version"])
    except ValueError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    sys.stdout.buffer.write(notes.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
