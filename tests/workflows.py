"""What tests of workflows share: the file as a mapping, its steps, and what it means to be pinned."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

PINNED = re.compile(r"[\w.-]+/[\w./-]+@(?:v[1-9]\d*|[0-9a-f]{40})")
"""a major version or a commit: never a branch, never the newest"""


def loaded(path: Path) -> dict[str, Any]:
    """Read a file; a key that repeats is refused."""
    record = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]
