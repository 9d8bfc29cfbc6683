"""The table of promises names tests that exist, and says which are slow."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs/reference/promises.md").read_text(encoding="utf-8")
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith("| promise")]
NAMED = [
    (path, name, "(slow)" in row)
    for row in ROWS
    for path, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
]


def slow_by_name(path: str) -> dict[str, bool]:
    """Return for each test of a file whether it is marked as slow."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        node.name: any("mark.slow" in ast.unparse(each) for each in node.decorator_list)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_promise_has_a_test_or_a_table() -> None:
    assert len(ROWS) > 40
    assert [row for row in ROWS if not re.search(r"`tests/|\(load\.md\)", row)] == []


@pytest.mark.parametrize(("path", "name", "slow"), NAMED, ids=[name or path for path, name, _ in NAMED])
def test_a_named_test_exists_and_is_as_slow_as_said(path: str, name: str, *, slow: bool) -> None:
    tests = slow_by_name(path)
    assert tests
    if name:
        assert tests[name] == slow
